/* SPDX-License-Identifier: GPL-2.0 */
/* A kind of CPU: its record, its columns and its row. */
#ifndef HWI_CPUTYPE_ROWS_H
#define HWI_CPUTYPE_ROWS_H

#include <linux/bitmap.h>

#include "core/row.h"

/* The most features, and the most bugs, that an architecture has names for. */
#define HWI_CPU_FLAGS 1024
#define HWI_CPU_BUGS 128

/**
 * struct hwi_cpu_names - names of bits; a bit without a name is not shown
 * @flags: features, at most HWI_CPU_FLAGS
 * @nr_flags: how many
 * @bugs: bugs, at most HWI_CPU_BUGS
 * @nr_bugs: how many
 */
struct hwi_cpu_names {
	const char *const *flags;
	unsigned int nr_flags;
	const char *const *bugs;
	unsigned int nr_bugs;
};

/**
 * struct hwi_cpu_kind - what identifies a kind of CPU
 * @vendor: as in /proc/cpuinfo, like the next three; empty if not known
 * @family: family, or version of the architecture
 * @model: model, or part
 * @stepping: stepping, or revision
 * @microcode: microcode version, 0 if not known
 * @capacity: up to 1024, 0 if not known
 * @has_flags: @flags are known
 * @has_bugs: @bugs are known
 * @flags: features
 * @bugs: bugs
 *
 * Kinds are compared by memcmp(): padding and unused bytes must be zero.
 */
struct hwi_cpu_kind {
	char vendor[16];
	char family[8];
	char model[8];
	char stepping[8];
	u32 microcode;
	u32 capacity;
	bool has_flags;
	bool has_bugs;
	DECLARE_BITMAP(flags, HWI_CPU_FLAGS);
	DECLARE_BITMAP(bugs, HWI_CPU_BUGS);
};

/**
 * struct hwi_cputype - a kind of CPU, copied
 * @next: in the order of their lowest CPU
 * @cpus: the CPUs of this kind, nr_cpu_ids bits
 * @kind: what identifies it
 * @name: model, NULL if not known
 */
struct hwi_cputype {
	struct hwi_cputype *next;
	unsigned long *cpus;
	struct hwi_cpu_kind kind;
	const char *name;
};

/**
 * struct hwi_cputypes - the kinds of CPUs that are online
 * @first: the first
 */
struct hwi_cputypes {
	struct hwi_cputype *first;
};

#define HWI_CPUTYPE_COLUMNS 10
extern const struct hwi_column hwi_cputype_columns[HWI_CPUTYPE_COLUMNS];

int hwi_cputypes_collect(struct hwi_cputypes *types, struct hwi_arena *arena);
void hwi_cputype_row(struct hwi_row *row, const struct hwi_cputype *type,
		     const struct hwi_cpu_names *names);

#endif
