/* SPDX-License-Identifier: GPL-2.0 */
/* The power management of a device: its record, its columns and its row. */
#ifndef HWI_POWER_ROWS_H
#define HWI_POWER_ROWS_H

#include "core/row.h"

struct hwi_device;
struct hwi_devices;

/* Whether a device can wake the system from sleep, and may. */
enum hwi_wakeup {
	HWI_WAKEUP_NONE,
	HWI_WAKEUP_DISABLED,
	HWI_WAKEUP_ENABLED,
};

/**
 * struct hwi_power - the power management of a device
 * @next: in the order of the devices
 * @key: address of the struct device, only ever compared
 * @device: its record, once joined, for its name
 * @has_runtime: what follows up to @suspended_ms is set: the kernel has runtime
 *	PM
 * @runtime: hwi_runtime_status()
 * @automatic: it may be suspended while idle; else it is kept on
 * @usage: usage count
 * @children: active devices below it, which keep it on
 * @active_ms: milliseconds spent active
 * @suspended_ms: milliseconds spent suspended
 * @wakeup: whether it can wake the system
 * @has_events: @events is set
 * @events: wakeup events that it signaled
 * @domain: name of its power domain; NULL for none
 * @domain_hidden: it has one, which the opener may not see
 */
struct hwi_power {
	struct hwi_power *next;
	unsigned long key;
	const struct hwi_device *device;
	bool has_runtime;
	const char *runtime;
	bool automatic;
	unsigned int usage;
	unsigned int children;
	u64 active_ms;
	u64 suspended_ms;
	enum hwi_wakeup wakeup;
	bool has_events;
	u64 events;
	const char *domain;
	bool domain_hidden;
};

/**
 * struct hwi_powers - the copied devices
 * @first: the first, NULL if there are none
 * @nr: how many
 */
struct hwi_powers {
	struct hwi_power *first;
	unsigned int nr;
};

#define HWI_POWER_COLUMNS 10
extern const struct hwi_column hwi_power_columns[HWI_POWER_COLUMNS];

int hwi_powers_collect(struct hwi_powers *powers, struct hwi_arena *arena,
		       bool admin);
int hwi_powers_join(struct hwi_powers *powers, struct hwi_arena *arena,
		    const struct hwi_devices *devices);
void hwi_power_row(struct hwi_row *row, const struct hwi_power *power);

#endif
