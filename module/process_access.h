/* SPDX-License-Identifier: GPL-2.0 */
/* Whose descriptors an opener may see. */
#ifndef HWI_PROCESS_ACCESS_H
#define HWI_PROCESS_ACCESS_H

#include "core/access.h"

struct task_struct;

bool hwi_access_same(const struct cred *cred, const struct cred *of);
bool hwi_access_process(const struct hwi_access *access,
			const struct task_struct *task);
bool hwi_access_descriptors(const struct hwi_access *access,
			    struct task_struct *task);

#endif
