// SPDX-License-Identifier: GPL-2.0
/* Checks LOWER of netdevs: sysfs has a link lower_NAME for each interface. */
#include <string.h>

#include "verify.h"

static bool lower_name(const char *entry, struct slice *name)
{
	struct slice text = slice_of(entry);

	if (!text_begins(&text, slice_of("lower_")))
		return false;
	*name = text;
	return true;
}

/* How many interfaces a list has, including those that "+N" counts. */
static u64 listed(struct slice list)
{
	struct slice item;
	u64 n = 0, more;

	if (slice_is(list, "none"))
		return 0;
	while (item_next(&list, &item)) {
		if (item.len > 1 && *item.p == '+' &&
		    cell_u64((struct slice){ item.p + 1, item.len - 1 }, &more))
			n += more;
		else
			n++;
	}
	return n;
}

static void check_lower(struct verify *verify, size_t row, int column)
{
	const struct slice *cells = grid_row(&verify->grid, row);
	char path[KERNEL_PATH];
	struct slice list, item, name;
	bool there, cut = false;
	const char *entry;
	u64 n = 0;
	DIR *dir;

	fill_path(path, "/sys/class/net/{row}", cells[0], cells[0]);
	dir = kernel_directory(verify->files.root, path);
	if (!dir)
		return;
	for (list = cells[column]; item_next(&list, &item);)
		cut |= item.len && *item.p == '+';
	while ((entry = directory_next(&dir))) {
		if (!lower_name(entry, &name))
			continue;
		n++;
		there = false;
		for (list = cells[column]; item_next(&list, &item);)
			there |= text_same(item, name);
		verify_true(verify, there || cut, cells[0],
			    "is made of one more interface in sysfs");
	}
	verify_compared(verify, row, column);
	verify_true(verify, n == listed(cells[column]), cells[0],
		    "is made of a different number of interfaces in sysfs");
}

void verify_netdevs(struct verify *verify)
{
	int column = column_of(verify->grid.view, slice_of("LOWER"));
	size_t row;

	if (!slice_is(verify->grid.view->name, "netdevs") || column < 0)
		return;
	for (row = 0; row < verify->grid.rows; row++)
		check_lower(verify, row, column);
}
