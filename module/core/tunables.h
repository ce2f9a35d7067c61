/* SPDX-License-Identifier: GPL-2.0 */
/* /proc/sys/dev/hwinsight/, the module's own tunables. */
#ifndef HWI_TUNABLES_H
#define HWI_TUNABLES_H

#include <linux/types.h>

int hwi_tunables_init(void);
void hwi_tunables_exit(void);

int hwi_tunable_unprivileged(void);
size_t hwi_tunable_snapshot_max(void);
size_t hwi_tunable_user_max(void);

#endif
