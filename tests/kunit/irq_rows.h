/* SPDX-License-Identifier: GPL-2.0 */
/* Fake interrupts as rows; after the files under test. */
#ifndef HWI_KUNIT_IRQ_ROWS_H
#define HWI_KUNIT_IRQ_ROWS_H

#include "rows.h"

/* As the interrupts view has them. */
static const struct hwi_column columns[] = {
	HWI_COLUMN("IRQ", 's'),	      HWI_COLUMN("HWIRQ", 'u'),
	HWI_COLUMN("CHIP", 's'),      HWI_COLUMN("DOMAIN", 's'),
	HWI_COLUMN("TRIGGER", 's'),   HWI_COLUMN("STATE", 'w'),
	HWI_COLUMN("NODE", 'u'),      HWI_COLUMN("AFFINITY", 'c'),
	HWI_COLUMN("EFFECTIVE", 'c'), HWI_COLUMN("TOTAL", 'u'),
	HWI_COLUMN("UNHANDLED", 'u'), HWI_COLUMN("PERCPU", 'p'),
	HWI_COLUMN("DEVICE", 'w'),    HWI_COLUMN("DRIVER", 'w'),
	HWI_COLUMN("ACTIONS", 's'),
};

/* A snapshot that is being filled, with the devices and the memo it takes. */
struct fake {
	struct hwi_access access;
	struct hwi_snapshot snap;
	struct hwi_owners owners;
	struct hwi_irq_memo memo;
};

static inline void begin(struct kunit *test, struct fake *fake, size_t size,
			 unsigned int rows)
{
	struct hwi_snapshot *snap = &fake->snap;

	memset(fake, 0, sizeof(*fake));
	snap->arena = new_arena(test, size);
	fake->access.pids = true;
	snap->access = &fake->access;
	hwi_owners_init(&fake->owners, &snap->arena);
	hwi_table_init(&snap->table, &snap->arena, columns,
		       ARRAY_SIZE(columns));
	hwi_table_reserve(&snap->table, rows);
}

static inline struct hwi_str text(struct fake *fake, const char *string)
{
	return hwi_arena_copy(&fake->snap.arena, string);
}

/* What nothing is known of, but that it is enabled. */
static inline struct hwi_irq new_irq(unsigned int number)
{
	return (struct hwi_irq){ .irq = number, .node = NUMA_NO_NODE };
}

static inline void add_row(struct fake *fake, const struct hwi_irq *irq)
{
	hwi_irq_row(&fake->snap, irq, &fake->owners, &fake->memo);
}

/* A row with one space between its cells. */
static inline const char *line(struct kunit *test, struct fake *fake,
			       unsigned int row)
{
	return table_line(test, &fake->snap.table, row);
}

static inline const char *one_line(struct kunit *test, struct fake *fake,
				   const struct hwi_irq *irq)
{
	add_row(fake, irq);
	hwi_table_layout(&fake->snap.table);
	return line(test, fake, fake->snap.table.rows - 1);
}

/* Of the row of that interrupt, the cell of one column. */
static inline const char *cell(struct kunit *test, struct fake *fake,
			       const struct hwi_irq *irq, const char *column)
{
	const char *at = one_line(test, fake, irq), *end;
	unsigned int i;

	for (i = 0; at && strcmp(columns[i].name, column); i++) {
		KUNIT_ASSERT_TRUE(test, i + 1 < ARRAY_SIZE(columns));
		at = strchr(at, ' ');
		at += !!at;
	}
	KUNIT_ASSERT_TRUE(test, at);
	end = i + 1 < ARRAY_SIZE(columns) ? strchr(at, ' ') : NULL;
	return span(test, at, end ? end : at + strlen(at));
}

#endif
