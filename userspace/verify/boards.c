// SPDX-License-Identifier: GPL-2.0
/* Checks GPIO lines against the chips' answers, and the names of regulators. */
#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "verify.h"

/* As in <linux/gpio.h>, which musl-gcc does not find. */
struct chip_info {
	char name[32], label[32];
	unsigned int lines;
};

struct line_info {
	char name[32], consumer[32];
	unsigned int offset, attributes;
	u64 flags, rest[22];
};

#define GET_CHIP _IOR(0xb4, 0x01, struct chip_info)
#define GET_LINE _IOWR(0xb4, 0x05, struct line_info)
#define LINE_OUTPUT 8

#define REGULATORS "/sys/class/regulator/"

/* The next chip; its descriptor, or -1 after the last. */
static int chip_next(const char *root, DIR **devices, struct chip_info *chip)
{
	char path[KERNEL_PATH], full[KERNEL_PATH];
	const char *name;
	int fd;

	while ((name = directory_next(devices))) {
		text_print(path, sizeof(path), "/dev/%s", name);
		if (strncmp(path, "/dev/gpiochip", 13) ||
		    !kernel_path(full, root, path))
			continue;
		fd = open(full, O_RDONLY | O_CLOEXEC);
		if (fd >= 0 && !ioctl(fd, GET_CHIP, chip))
			return fd;
		close(fd);
	}
	return -1;
}

static bool get_line(int fd, unsigned int offset, struct line_info *line)
{
	*line = (struct line_info){ .offset = offset };
	return !ioctl(fd, GET_LINE, line);
}

static struct slice cell_of(const struct verify *verify, size_t row,
			    const char *column)
{
	return cell_named(verify->grid.view, grid_row(&verify->grid, row),
			  column);
}

static bool same(struct slice shown, const char *kernel)
{
	return texts_agree(COMPARE_CUT, shown, slice_of(kernel));
}

static void compare(struct verify *verify, size_t row, const char *column,
		    const char *kernel)
{
	struct slice name = slice_of(column), value = slice_of(kernel);

	verify_cell(verify, row, name, COMPARE_CUT, value, value);
}

/* The consumer of a line that is an interrupt, but was not requested. */
static bool unrequested(const char *consumer)
{
	return !*consumer || !strcmp(consumer, "interrupt");
}

/* Several chips may share a label: then the one that agrees counts. */
static void check_line(struct verify *verify, size_t row)
{
	DIR *devices = kernel_directory(verify->files.root, "/dev");
	struct line_info line, found;
	struct chip_info chip;
	bool any = false;
	u64 offset;
	int fd;

	if (!cell_u64(cell_of(verify, row, "LINE"), &offset))
		offset = 0;
	while ((fd = chip_next(verify->files.root, &devices, &chip)) >= 0) {
		if (same(cell_of(verify, row, "CHIP"), chip.label) &&
		    get_line(fd, offset, &line) &&
		    (!any ||
		     same(cell_of(verify, row, "CONSUMER"), line.consumer))) {
			found = line;
			any = true;
		}
		close(fd);
	}
	if (!any)
		return;
	if (strcmp(found.consumer, "interrupt") ||
	    !slice_is(cell_of(verify, row, "CONSUMER"), "-"))
		compare(verify, row, "CONSUMER", found.consumer);
	/*
	 * Neither is known for a chip whose driver the module cannot keep
	 * bound.
	 */
	if (!slice_is(cell_of(verify, row, "NAME"), "-"))
		compare(verify, row, "NAME", found.name);
	if (!slice_is(cell_of(verify, row, "DIRECTION"), "-"))
		compare(verify, row, "DIRECTION",
			found.flags & LINE_OUTPUT ? "out" : "in");
}

static bool is_shown(const struct verify *verify, const char *chip,
		     const char *line)
{
	size_t row;

	for (row = 0; row < verify->grid.rows; row++)
		if (same(cell_of(verify, row, "CHIP"), chip) &&
		    slice_is(cell_of(verify, row, "LINE"), line))
			return true;
	return false;
}

/* Free lines have a row only if they have a name. */
static void check_chips(struct verify *verify)
{
	DIR *devices = kernel_directory(verify->files.root, "/dev");
	char number[SHORT_TEXT];
	struct line_info line;
	struct chip_info chip;
	unsigned int i;
	int fd;

	while ((fd = chip_next(verify->files.root, &devices, &chip)) >= 0) {
		for (i = 0; i < chip.lines && get_line(fd, i, &line); i++) {
			short_text(number, "%u", i);
			if (!unrequested(line.consumer))
				verify_true(verify,
					    is_shown(verify, chip.label,
						     number),
					    slice_of(line.consumer),
					    "has a line that is not shown");
		}
		close(fd);
	}
}

static struct slice name_of_regulator(struct kernel_files *files,
				      const char *entry)
{
	char path[KERNEL_PATH];

	fill_path(path, REGULATORS "{row}/name", slice_of(entry), slice_of(""));
	return kernel_line(files, path);
}

struct slice regulator_named(struct kernel_files *files, struct slice name,
			     char to[SHORT_TEXT])
{
	DIR *directory = kernel_directory(files->root, REGULATORS);
	unsigned int n = 0;
	const char *entry;

	to[0] = '\0';
	while ((entry = directory_next(&directory))) {
		if (!text_same(name, name_of_regulator(files, entry)))
			continue;
		short_text(to, "%s", entry);
		n++;
	}
	return slice_of(n == 1 ? to : "");
}

static void check_regulator(struct verify *verify, const char *entry)
{
	verify_shown(verify, name_of_regulator(&verify->files, entry));
}

void verify_boards(struct verify *verify)
{
	size_t row;

	if (slice_is(verify->grid.view->name, "regulators"))
		verify_names(verify, REGULATORS, check_regulator);
	if (!slice_is(verify->grid.view->name, "gpios"))
		return;
	for (row = 0; row < verify->grid.rows; row++)
		check_line(verify, row);
	check_chips(verify);
}
