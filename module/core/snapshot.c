// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>
#include <linux/math64.h>
#include <linux/slab.h>
#include <linux/utsname.h>

#include "../machine.h"
#include "compat.h"
#include "snapshot.h"

#define FORMAT_VERSION "1"

static const char *error_name(int error)
{
	switch (error) {
	case -EFBIG:
		return "EFBIG";
	case -ENOMEM:
		return "ENOMEM";
	case -EAGAIN:
		return "EAGAIN";
	default:
		return "EIO";
	}
}

/* With all nine decimals. */
static void put_seconds(struct hwi_text *text, u64 ns)
{
	u32 rest, unit;

	hwi_text_u64(text, div_u64_rem(ns, NSEC_PER_SEC, &rest));
	hwi_text_char(text, '.');
	for (unit = NSEC_PER_SEC / 10; unit; unit /= 10)
		hwi_text_char(text, '0' + rest / unit % 10);
}

/* The initial UTS namespace's release and machine never change. */
static void print_metadata(struct hwi_pages *to, const struct hwi_view *view,
			   const struct hwi_table *table, u64 taken)
{
	char line[2 * __NEW_UTS_LEN + 256];
	struct hwi_text text;
	unsigned int i;

	hwi_text_init(&text, line, sizeof(line));
	hwi_text_str(&text, "# hwinsight " FORMAT_VERSION " ");
	hwi_text_str(&text, view->name);
	hwi_text_str(&text, " rows=");
	hwi_text_u64(&text, table->rows);
	if (table->error) {
		hwi_text_str(&text, " error=");
		hwi_text_str(&text, error_name(table->error));
	}
	hwi_text_str(&text, " taken=");
	put_seconds(&text, taken);
	hwi_text_str(&text, " release=");
	hwi_text_str(&text, init_utsname()->release);
	hwi_text_str(&text, " arch=");
	hwi_text_str(&text, init_utsname()->machine);
	hwi_text_str(&text, " types=");
	for (i = 0; i < view->nr_columns; i++)
		hwi_text_char(&text, view->columns[i].type);
	hwi_text_char(&text, '\n');
	hwi_pages_put(to, line, min(text.len, text.size));
}

static int print(struct hwi_pages *to, const struct hwi_view *view,
		 const struct hwi_table *table, u64 taken)
{
	print_metadata(to, view, table, taken);
	hwi_table_print(table, to);
	return to->error;
}

/*
 * This much of what a file may hold is held back, so that every view can say
 * why it is missing.
 */
#define ERROR_ROOM (3 * PAGE_SIZE)

/* Prints a view without rows, and why it has none. */
static int print_failed(struct hwi_pages *to, const struct hwi_view *view,
			struct hwi_table *table, u64 taken, int err)
{
	size_t reserve = to->budget->reserve;

	/* Without rows, columns are as narrow as their names. */
	hwi_table_init(table, table->arena, view->name, view->columns,
		       view->nr_columns);
	table->error = err;
	to->budget->reserve = 0;
	err = print(to, view, table, taken);
	to->budget->reserve = reserve;
	return err;
}

/*
 * A view that fails among others is shown without rows. The whole read fails if
 * the reader was killed, if its user may have no more memory, or if there is no
 * other view.
 */
static int show(struct hwi_pages *to, const struct hwi_view *view,
		struct hwi_machine *machine, bool alone)
{
	struct hwi_mark mark = hwi_arena_mark(&machine->arena);
	size_t before = to->len;
	struct hwi_table table;
	int err;

	hwi_table_init(&table, &machine->arena, view->name, view->columns,
		       view->nr_columns);
	if (!table.error)
		table.error = hwi_machine_error(machine, view->parts);
	if (!table.error)
		view->show(&table, machine);
	err = table.error;
	if (!err)
		err = print(to, view, &table, machine->taken);
	hwi_arena_free_to(&machine->arena, mark);
	if (!err || alone || err == -EINTR || to->error == -ENOMEM)
		return err;
	hwi_pages_cut(to, before);
	return print_failed(to, view, &table, machine->taken, err);
}

/**
 * hwi_snapshot_take() - take a snapshot, replacing the one that is there
 * @text: the text, with a budget
 * @views: the views to show
 * @nr: how many
 * @access: what may be shown
 *
 * All views are made of one machine, which is gone when this returns.
 *
 * Context: process context, may sleep.
 * Return: 0; -ENOMEM; -EFBIG if it would take more than the budget allows;
 * -EINTR if the reader was killed; -EIO if a view has a bug. On error there is
 * no text.
 */
int hwi_snapshot_take(struct hwi_pages *text,
		      const struct hwi_view *const *views, unsigned int nr,
		      const struct hwi_access *access)
{
	struct hwi_machine *machine;
	u64 parts = 0;
	unsigned int i;
	int err;

	hwi_pages_free(text);
	machine = kzalloc(sizeof(*machine), GFP_KERNEL_ACCOUNT);
	if (!machine)
		return -ENOMEM;
	for (i = 0; i < nr; i++)
		parts |= views[i]->parts | (nr == 1 ? views[i]->alone : 0);
	text->budget->reserve = nr > 1 ? ERROR_ROOM : 0;
	err = hwi_machine_collect(machine, parts, access, text->budget);
	for (i = 0; i < nr && !err; i++)
		err = show(text, views[i], machine, nr == 1);
	hwi_machine_free(machine);
	kfree(machine);
	if (err)
		hwi_pages_free(text);
	return err;
}
