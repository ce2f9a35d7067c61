// SPDX-License-Identifier: GPL-2.0
#include <linux/bitmap.h>
#include <linux/cpumask.h>

#include "cputype_rows.h"

/* Long cells come last, since they move what follows. */
const struct hwi_column hwi_cputype_columns[HWI_CPUTYPE_COLUMNS] = {
	{ "CPUS", 'c' },     { "VENDOR", 's' },	  { "FAMILY", 's' },
	{ "MODEL", 's' },    { "STEPPING", 's' }, { "MICROCODE", 'x' },
	{ "CAPACITY", 'u' }, { "BUGS", 'w' },	  { "FLAGS", 'w' },
	{ "NAME", 's' },
};

static void names_cell(struct hwi_row *row, const unsigned long *bits,
		       const char *const *names, unsigned int nr)
{
	struct hwi_text *text = hwi_cell_begin(row);
	size_t begin = text->len;
	unsigned int i;

	for (i = find_first_bit(bits, nr); i < nr;
	     i = find_next_bit(bits, nr, i + 1)) {
		if (!names[i])
			continue;
		if (text->len != begin)
			hwi_text_char(text, ',');
		hwi_text_str(text, names[i]);
	}
	if (text->len == begin)
		hwi_text_str(text, "none");
	hwi_cell_end(row);
}

/**
 * hwi_cputype_row() - fill the row of a kind of CPU
 * @row: the row, of hwi_cputype_columns
 * @type: the kind
 * @names: of its features and bugs
 */
void hwi_cputype_row(struct hwi_row *row, const struct hwi_cputype *type,
		     const struct hwi_cpu_names *names)
{
	const struct hwi_cpu_kind *kind = &type->kind;

	hwi_cell_cpulist(row, type->cpus, nr_cpu_ids);
	hwi_cell_str(row, kind->vendor);
	hwi_cell_str(row, kind->family);
	hwi_cell_str(row, kind->model);
	hwi_cell_str(row, kind->stepping);
	if (kind->microcode)
		hwi_cell_hex(row, kind->microcode, 1);
	else
		hwi_cell_none(row);
	if (kind->capacity)
		hwi_cell_u64(row, kind->capacity);
	else
		hwi_cell_none(row);
	if (kind->has_bugs)
		names_cell(row, kind->bugs, names->bugs, names->nr_bugs);
	else
		hwi_cell_none(row);
	if (kind->has_flags)
		names_cell(row, kind->flags, names->flags, names->nr_flags);
	else
		hwi_cell_none(row);
	hwi_cell_line(row, type->name);
}
