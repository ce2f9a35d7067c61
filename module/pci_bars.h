/* SPDX-License-Identifier: GPL-2.0 */
/* PCI BARs that are not in the resource tree: unassigned, or dropped. */
#ifndef HWI_PCI_BARS_H
#define HWI_PCI_BARS_H

#include "core/arena.h"

/**
 * struct hwi_bar - a BAR of a PCI device, copied
 * @next: as the kernel lists devices
 * @key: address of the struct device, only ever compared
 * @number: 0 to 5
 * @given_up: the kernel found no room for it and dropped it: @flags has only
 *	IORESOURCE_IO or IORESOURCE_MEM, and @start and @end are not set
 * @flags: IORESOURCE_*
 * @start: first address
 * @end: last address
 */
struct hwi_bar {
	struct hwi_bar *next;
	unsigned long key;
	unsigned int number;
	bool given_up;
	unsigned long flags;
	u64 start;
	u64 end;
};

/**
 * struct hwi_bars - the copied BARs
 * @first: the first, NULL if there are none
 */
struct hwi_bars {
	struct hwi_bar *first;
};

int hwi_bars_collect(struct hwi_bars *bars, struct hwi_arena *arena, bool lost);

#endif
