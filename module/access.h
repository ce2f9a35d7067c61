/* SPDX-License-Identifier: GPL-2.0 */
/* Who may open a view, and what of it they may see. */
#ifndef HWI_ACCESS_H
#define HWI_ACCESS_H

#include <linux/types.h>

struct file;

/**
 * struct hwi_opener - what is asked about whoever opens a view
 * @admin: has CAP_SYS_ADMIN in the initial user namespace
 * @init_namespaces: is in the initial user, pid and UTS namespaces
 * @pids_hidden: this mount of /proc hides other users' processes from them
 */
struct hwi_opener {
	bool admin;
	bool init_namespaces;
	bool pids_hidden;
};

/**
 * struct hwi_access - what an open file shows, decided at open
 * @addresses: physical addresses and I/O ports
 * @pids: process IDs of IRQ threads, as the initial pid namespace has them
 */
struct hwi_access {
	bool addresses;
	bool pids;
};

int hwi_access_decide(const struct hwi_opener *opener,
		      struct hwi_access *access);
int hwi_access_check(struct file *file, struct hwi_access *access);

#endif
