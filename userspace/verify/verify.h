/* SPDX-License-Identifier: GPL-2.0 */
/* Checking views against the kernel's own files. */
#ifndef VERIFY_H
#define VERIFY_H

#include "grid.h"
#include "kernel_files.h"
#include "out.h"
#include "rules.h"

/* The names of values that differed, hashed. */
struct differences {
	u64 *hash;
	size_t n, room;
};

/*
 * A view, and the result of comparing it. The kernel's files are read before
 * and after it: a value agrees if it lies between the two readings. Values that
 * go up and down may be outside, but not every time: only what also differed
 * @earlier counts.
 */
struct verify {
	struct out *out; /* where to report differences, or NULL */
	struct kernel_files files; /* to be read after the view */
	struct grid grid; /* the view, taken between the readings */
	u64 *compared; /* for each row, a bit for each column compared */
	u64 agree, differ;
	const struct differences *earlier; /* of the previous try, or NULL */
	struct differences differences;
};

/*
 * Compare the cell of @column in @row. A slice whose p is NULL is a value that
 * the kernel does not have: the cell is not compared.
 */
void verify_cell(struct verify *verify, size_t row, struct slice column,
		 enum compare how, struct slice before, struct slice after);

/* Whether @n lies between two readings of a counter that wraps at 2^32. */
bool between32(u64 before, u64 n, u64 after);

/* The same for texts, without taking note of it. */
bool texts_agree(enum compare how, struct slice shown, struct slice kernel);

/* Check a statement about @subject. */
void verify_true(struct verify *verify, bool good, struct slice subject,
		 const char *what);

#define NO_ROW ((size_t)-1)

/* Note that a cell was compared. */
void verify_compared(struct verify *verify, size_t row, int column);

/* The row whose first cell is @name; the search starts at @hint. */
size_t verify_row(const struct verify *verify, struct slice name, size_t hint);

/* Check that what sysfs calls @name has a row. */
void verify_shown(struct verify *verify, struct slice name);

/* Apply a table of rules to each row: facts.c. */
struct facts;
struct facts *facts_before(const struct view *view, const char *root);
void facts_after(struct facts *facts);
void facts_compare(struct facts *facts, struct verify *verify);
void facts_free(struct facts *facts);

/* Expand a template of a file name: see rules.h. */
void fill_path(char to[KERNEL_PATH], const char *template, struct slice row,
	       struct slice cell);

/*
 * How much of a process is on file systems of @device, block:NAME, according to
 * @file in its /proc directory: fd, cwd, root, exe or maps. p is NULL if
 * unknown: held.c.
 */
struct slice held(struct kernel_files *files, const char *path,
		  struct slice device, char to[SHORT_TEXT]);

/* Compare a file as a whole: whole.c. */
const char *whole_file(const struct view *view);
void whole_compare(struct verify *verify, struct slice before,
		   struct slice after);

/*
 * Check that everything named in the kernel's files has a row, and CPU caches:
 * rows.c.
 */
void verify_rows(struct verify *verify);
void verify_caches(struct verify *verify);

/* The kinds of CPUs, and which are isolated: cputypes.c. */
void verify_cputypes(struct verify *verify);
void verify_isolated(struct verify *verify);

/* Firmware facts, and memory errors: firmware.c. */
void verify_firmware(struct verify *verify);
void verify_dimms(struct verify *verify);

/* Checks that walk sysfs, of values that do not change by themselves. */
void verify_sysfs(struct verify *verify);
void verify_pci(struct verify *verify);
void verify_usb(struct verify *verify);
void verify_netdevs(struct verify *verify);
void verify_boards(struct verify *verify);

/*
 * The directory in sysfs of the regulator called @name; empty if there is none,
 * or several: boards.c.
 */
struct slice regulator_named(struct kernel_files *files, struct slice name,
			     char to[SHORT_TEXT]);

/* ASPM and MSI_MAX of a function, by its config space: config.c. */
void verify_config(struct verify *verify, size_t row, struct slice config);

/* Call a function for each name in one of the kernel's directories. */
void verify_names(struct verify *verify, const char *directory,
		  void (*fn)(struct verify *verify, const char *name));

#endif
