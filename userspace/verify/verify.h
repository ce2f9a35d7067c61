/* SPDX-License-Identifier: GPL-2.0 */
/* Holds views against the kernel's own files. */
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
 * A view, and what came of comparing it. The kernel's files are read before
 * and after it: a value agrees if it lies between the two readings. One that
 * goes up and down may be outside of them, but not each time: only what differed
 * @earlier too differs.
 */
struct verify {
	struct out *out; /* where to say what differs, or NULL not to */
	const char *root; /* before the names of the kernel's files */
	struct grid grid; /* what the view said between the readings */
	u64 *compared; /* for each row, bits of the columns compared */
	u64 agree, differ;
	const struct differences *earlier; /* of the try before, or NULL */
	struct differences differences;
};

/*
 * Compare the cell of @column in @row. Slices without p are values that the
 * kernel does not have: the cell is then not compared.
 */
void verify_cell(struct verify *verify, size_t row, struct slice column,
		 enum compare how, struct slice before, struct slice after);

/* Whether @n lies between two readings of a counter that wraps at 2^32. */
bool between32(u64 before, u64 n, u64 after);

/* Something else that is to be so: about @subject, in words. */
void verify_true(struct verify *verify, bool good, struct slice subject,
		 const char *what);

#define NO_ROW ((size_t)-1)

/* Note that a cell was compared, and so its row. */
void verify_compared(struct verify *verify, size_t row, int column);

/* The row whose first cell is @name, looked for from @hint on. */
size_t verify_row(const struct verify *verify, struct slice name, size_t hint);

/* What a table of rules says of each row: facts.c. */
struct facts;
struct facts *facts_before(const struct view *view, const char *root);
void facts_after(struct facts *facts);
void facts_compare(struct facts *facts, struct verify *verify);
void facts_free(struct facts *facts);

/* A file's name from a template, as rules.h has them. */
void fill_path(char to[KERNEL_PATH], const char *template, struct slice row,
	       struct slice cell);

/*
 * How much of a process is on file systems of @device, block:NAME, by a file of
 * its directory in /proc: fd, cwd, root, exe or maps. Without p if that is not
 * to be found out: held.c.
 */
struct slice held(struct kernel_files *files, const char *path,
		  struct slice device, char to[SHORT_TEXT]);

/* What takes the whole of a file: whole.c. */
const char *whole_file(const struct view *view);
void whole_compare(struct verify *verify, struct slice before,
		   struct slice after);

/* That what the kernel's files name has a row, and the caches of CPUs. */
void verify_rows(struct verify *verify);
void verify_caches(struct verify *verify);

/* The kinds of CPUs, and which are isolated: cputypes.c. */
void verify_cputypes(struct verify *verify);
void verify_isolated(struct verify *verify);

/* What the firmware tells, and errors of memory: firmware.c. */
void verify_firmware(struct verify *verify);
void verify_dimms(struct verify *verify);

/* What takes a walk over sysfs, and does not change by itself. */
void verify_sysfs(struct verify *verify);
void verify_pci(struct verify *verify);
void verify_usb(struct verify *verify);
void verify_netdevs(struct verify *verify);

/* ASPM and MSI_MAX of a function, by its config space: config.c. */
void verify_config(struct verify *verify, size_t row, struct slice config);

/* Call a function for each name in a directory of the kernel's. */
void verify_names(struct verify *verify, const char *directory,
		  void (*fn)(struct verify *verify, const char *name));

#endif
