// SPDX-License-Identifier: GPL-2.0
/* Checks firmware facts against sysfs, and that none is missing. */
#include <string.h>
#include <sys/stat.h>

#include "verify.h"

static const struct {
	const char *group, *path;
} groups[] = {
	{ "dmi/", "/sys/class/dmi/id/" },
	{ "vulnerability/", "/sys/devices/system/cpu/vulnerabilities/" },
	{ "devicetree/", "/proc/device-tree/" },
};

/* Not shown: they repeat others, are not facts, or have tables of their own. */
static bool left_out(const char *name)
{
	static const char *const names[] = { "modalias",  "uevent", "power",
					     "subsystem", "data",   "dynamic" };
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(names); i++)
		if (!strcmp(name, names[i]))
			return true;
	return false;
}

/* A file's first line, or the NUL-terminated strings of the device tree. */
static void compare_file(struct verify *verify, size_t row, const char *path)
{
	struct slice shown = grid_row(&verify->grid, row)[1], line;
	struct slice text = kernel_text(&verify->files, path);
	char value[1024];
	size_t i;

	if (!text.p || slice_is(shown, "*"))
		return;
	if (!line_off(&text, &line))
		line = slice_of("");
	if (line.len > sizeof(value))
		return;
	for (i = 0; i < line.len; i++)
		value[i] = line.p[i] ? line.p[i] : ' ';
	while (i && value[i - 1] == ' ')
		i--;
	line = (struct slice){ value, i };
	while (shown.len > 4 && !memcmp(shown.p + shown.len - 4, "\\040", 4))
		shown.len -= 4;
	verify_compared(verify, row, 0);
	verify_compared(verify, row, 1);
	verify_true(verify, i ? text_same(shown, line) : slice_is(shown, "-"),
		    grid_row(&verify->grid, row)[0], "is not what sysfs says");
}

/* The length of a table is the size of its file. */
static void compare_table(struct verify *verify, size_t row, struct slice name)
{
	struct slice shown = grid_row(&verify->grid, row)[1], bytes;
	char path[KERNEL_PATH], full[KERNEL_PATH];
	struct stat file;
	u64 length;

	fill_path(path, "/sys/firmware/acpi/tables/{row}", name, name);
	if (!kernel_path(full, verify->files.root, path) || stat(full, &file))
		return;
	verify_compared(verify, row, 0);
	if (slice_is(shown, "*") || !blank_next(&shown, &bytes) ||
	    !cell_u64(bytes, &length))
		return;
	verify_compared(verify, row, 1);
	verify_true(verify, length == (u64)file.st_size, name,
		    "has a different length in sysfs");
}

static void compare_row(struct verify *verify, size_t row)
{
	struct slice key = grid_row(&verify->grid, row)[0], name;
	char path[KERNEL_PATH];
	unsigned int i;
	size_t len;

	for (i = 0; i < ARRAY_SIZE(groups); i++) {
		name = key;
		if (!text_begins(&name, slice_of(groups[i].group)))
			continue;
		len = strlen(groups[i].path);
		if (len + name.len >= sizeof(path))
			return;
		memcpy(path, groups[i].path, len);
		memcpy(path + len, name.p, name.len);
		path[len + name.len] = '\0';
		compare_file(verify, row, path);
	}
	name = key;
	if (text_begins(&name, slice_of("acpi/")))
		compare_table(verify, row, name);
}

/* Check that each non-empty file of a directory has a row. */
static void compare_directory(struct verify *verify, const char *group,
			      const char *directory)
{
	DIR *open = kernel_directory(verify->files.root, directory);
	char full[KERNEL_PATH], key[SHORT_TEXT];
	const char *name;

	while ((name = directory_next(&open))) {
		if (left_out(name) || !kernel_path(full, directory, name))
			continue;
		/* Only root can read tables. */
		if (!strcmp(group, "acpi/") ||
		    kernel_text(&verify->files, full).len)
			verify_shown(verify,
				     short_text(key, "%s%s", group, name));
	}
}

void verify_firmware(struct verify *verify)
{
	size_t row;

	if (!slice_is(verify->grid.view->name, "firmware"))
		return;
	for (row = 0; row < verify->grid.rows; row++)
		compare_row(verify, row);
	compare_directory(verify, groups[0].group, groups[0].path);
	compare_directory(verify, groups[1].group, groups[1].path);
	compare_directory(verify, "acpi/", "/sys/firmware/acpi/tables/");
}

/* EDAC's counts, in the directory named by the cell EDAC. */
void verify_dimms(struct verify *verify)
{
	static const struct {
		const char *column, *file;
		enum compare how;
	} files[] = {
		{ "CE", "dimm_ce_count", COMPARE_NUMBER },
		{ "UE", "dimm_ue_count", COMPARE_NUMBER },
	};
	char path[KERNEL_PATH];
	struct slice edac, line;
	unsigned int i;
	size_t row;
	int len;

	if (!slice_is(verify->grid.view->name, "dimms"))
		return;
	for (row = 0; row < verify->grid.rows; row++) {
		edac = cell_named(verify->grid.view,
				  grid_row(&verify->grid, row), "EDAC");
		for (i = 0; i < ARRAY_SIZE(files) && !slice_is(edac, "-");
		     i++) {
			len = text_print(path, sizeof(path),
					 "/sys/devices/system/edac/mc/%.*s/%s",
					 (int)edac.len, edac.p, files[i].file);
			if (len < 0 || (size_t)len >= sizeof(path))
				continue;
			line = kernel_line(&verify->files, path);
			verify_cell(verify, row, slice_of(files[i].column),
				    files[i].how, line, line);
		}
	}
}
