/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Limits what one open file may hold, and what all open files of one user may
 * hold together: neither the OOM killer nor RLIMIT_* know about this memory.
 */
#ifndef HWI_BUDGET_H
#define HWI_BUDGET_H

#include <linux/types.h>
#include <linux/uidgid.h>

struct hwi_user;

/**
 * struct hwi_budget - the memory of an open file
 * @user: the user whose files are counted together; NULL if not limited
 * @used: bytes
 * @max: bytes; more is refused with -EFBIG
 * @reserve: how many of @max are kept back
 */
struct hwi_budget {
	struct hwi_user *user;
	size_t used;
	size_t max;
	size_t reserve;
};

int hwi_budget_init(struct hwi_budget *budget, kuid_t uid, bool limited);
void hwi_budget_exit(struct hwi_budget *budget);
int hwi_budget_take(struct hwi_budget *budget, size_t size);
void hwi_budget_give(struct hwi_budget *budget, size_t size);

#endif
