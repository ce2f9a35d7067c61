/* SPDX-License-Identifier: GPL-2.0 */
/* A fact about the firmware: its record, its columns and its row. */
#ifndef HWI_FACT_ROWS_H
#define HWI_FACT_ROWS_H

#include <linux/dmi.h>

#include "core/row.h"

/**
 * struct hwi_fact - a fact
 * @next: in the order of the rows
 * @group: dmi, slot, acpi, devicetree or vulnerability
 * @name: its name in the group
 * @value: its text
 * @secret: @value takes CAP_SYS_ADMIN
 */
struct hwi_fact {
	struct hwi_fact *next;
	const char *group;
	const char *name;
	const char *value;
	bool secret;
};

/**
 * struct hwi_facts - the copied facts
 * @first: the first, NULL if there are none
 * @link: where the next one is linked in
 */
struct hwi_facts {
	struct hwi_fact *first;
	struct hwi_fact **link;
};

#define HWI_FACT_COLUMNS 2
extern const struct hwi_column hwi_fact_columns[HWI_FACT_COLUMNS];

__printf(6, 7) void hwi_fact_add(struct hwi_facts *facts,
				 struct hwi_arena *arena, const char *group,
				 const char *name, bool secret,
				 const char *format, ...);
void hwi_fact_add_slot(struct hwi_facts *facts, struct hwi_arena *arena,
		       const struct dmi_header *slot);
int hwi_facts_collect(struct hwi_facts *facts, struct hwi_arena *arena,
		      bool admin);
void hwi_fact_row(struct hwi_row *row, const struct hwi_fact *fact, bool admin);

#endif
