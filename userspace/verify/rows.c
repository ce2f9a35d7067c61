// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "verify.h"

/* Where the kernel names what must have a row: the @nth word of a line. */
struct names {
	const char *view, *path;
	unsigned int nth; /* 0: a list of CPUs */
	char mark; /* that must end it */
	const char *needs; /* without that the kernel has no list of them */
};

static void check_name(struct verify *verify, struct slice name, size_t *hint)
{
	size_t row = verify_row(verify, name, *hint);

	verify_true(verify, row != NO_ROW, name,
		    "is in the kernel's file, but not shown");
	if (row == NO_ROW)
		return;
	*hint = row + 1;
}

static void check_cpus(struct verify *verify, struct slice list)
{
	char text[SHORT_TEXT];
	struct slice item;
	u64 first, last;
	size_t hint = 0;

	while (item_next(&list, &item)) {
		if (!item_range(item, &first, &last))
			continue;
		for (; first <= last; first++)
			check_name(verify, short_text(text, "%llu", first),
				   &hint);
	}
}

void verify_rows(struct verify *verify)
{
	static const struct names names[] = {
		{ "cpus", "/sys/devices/system/cpu/possible", 0, 0, "/sys" },
		{ "modules", "/proc/modules", 1, 0, "/sys/module" },
		{ "disks", "/proc/diskstats", 3, 0, "/proc" },
		{ "netdevs", "/proc/net/dev", 1, ':', "/proc" },
	};
	struct slice text, line, word;
	size_t hint = 0;
	unsigned int i, n;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (slice_is(verify->grid.view->name, names[i].view))
			break;
	if (i == sizeof(names) / sizeof(*names) ||
	    !kernel_exists(&verify->files, names[i].needs))
		return;
	text = kernel_text(&verify->files, names[i].path);
	while (text.p && line_off(&text, &line)) {
		if (!names[i].nth) {
			check_cpus(verify, line);
			continue;
		}
		for (n = 0; n < names[i].nth; n++)
			if (!blank_next(&line, &word))
				break;
		if (n < names[i].nth ||
		    (names[i].mark &&
		     !slice_split(word, names[i].mark, &word, &line)))
			continue;
		check_name(verify, word, &hint);
	}
}

/* Check "16M@0+8" against size and shared_cpu_list of a cache. */
static bool same_cache(struct kernel_files *files, const char *directory,
		       struct slice shown)
{
	static const char *const names[] = { "/level", "/type", "/size",
					     "/shared_cpu_list" };
	struct slice file[4], line, size;
	char path[KERNEL_PATH];
	unsigned int i, level;
	u64 have, want;

	for (i = 0; i < 4; i++) {
		file[i] = slice_of("");
		if (!kernel_path(path, directory, names[i]))
			return false;
		line = kernel_text(files, path);
		line_off(&line, &file[i]);
	}
	/*
	 * L1d, L1i, L2: the letter is the first of the type; unified caches
	 * have none.
	 */
	level = file[0].len;
	if (shown.len < level + 1 || shown.p[0] != 'L' ||
	    memcmp(shown.p + 1, file[0].p, level))
		return false;
	size = part_off(&shown, '@');
	i = level + 1;
	if (!slice_is(file[1], "Unified") &&
	    (!file[1].len || size.len <= i ||
	     size.p[i++] + 'A' - 'a' != *file[1].p))
		return false;
	if (size.len <= i || size.p[i++] != '=')
		return false;
	size.p += i;
	size.len -= i;
	/* The file `size` is missing if the firmware does not tell. */
	if ((!slice_is(size, "-") || file[2].len) &&
	    (!cell_size(size, &have) || !cell_size(file[2], &want) ||
	     have != want))
		return false;
	if (shown.len != file[3].len)
		return false;
	for (i = 0; i < shown.len; i++)
		if (shown.p[i] != (file[3].p[i] == ',' ? '+' : file[3].p[i]))
			return false;
	return true;
}

void verify_caches(struct verify *verify)
{
	static const char caches[] =
		"/sys/devices/system/cpu/cpu{row}/cache/index{cell}";
	int column = column_of(verify->grid.view, slice_of("CACHES"));
	char path[KERNEL_PATH], text[SHORT_TEXT];
	struct slice list, shown, key;
	unsigned int i;
	size_t row;

	for (row = 0; column >= 0 && row < verify->grid.rows; row++) {
		key = grid_row(&verify->grid, row)[0];
		list = grid_row(&verify->grid, row)[column];
		fill_path(path, caches, key, slice_of("0"));
		if (slice_is(list, "-") || !kernel_exists(&verify->files, path))
			continue;
		for (i = 0; item_next(&list, &shown); i++) {
			verify_true(verify,
				    same_cache(&verify->files, path, shown),
				    shown, "is a different cache in sysfs");
			fill_path(path, caches, key,
				  short_text(text, "%u", i + 1));
		}
		verify_true(verify, !kernel_exists(&verify->files, path), key,
			    "has more caches in sysfs");
		verify_compared(verify, row, column);
	}
}
