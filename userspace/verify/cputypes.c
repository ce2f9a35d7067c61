// SPDX-License-Identifier: GPL-2.0
/* Checks kinds of CPUs against /proc/cpuinfo, CPU by CPU; and ISOLATED. */
#include <string.h>

#include "verify.h"

/* A CPU's lines in /proc/cpuinfo, and the first of them. */
struct one_cpu {
	struct verify *verify;
	size_t row;
	struct slice text, section;
};

/*
 * Set the lines; false if the CPU has none. After those of the last CPU there
 * may be lines about the machine, whose model is something else.
 */
static bool lines_of(struct one_cpu *cpu, struct slice text)
{
	struct slice none = { NULL, 0 }, line, rest;
	struct slice found = kernel_find(text, none, cpu->section, 0);

	if (!found.p)
		return false;
	found.len = text.len - (size_t)(found.p - text.p);
	rest = found;
	line_off(&rest, &line);
	while (line_off(&rest, &line))
		if (!line.len) {
			found.len = (size_t)(line.p - found.p);
			break;
		}
	cpu->text = found;
	return true;
}

/*
 * The value after "LABEL :" for this CPU; p is NULL if there is no such line.
 */
static struct slice info(const struct one_cpu *cpu, const char *label)
{
	struct slice none = { NULL, 0 };

	return kernel_find(cpu->text, none, slice_of(label), 0);
}

static void compare(const struct one_cpu *cpu, const char *column,
		    const char *label, enum compare how)
{
	struct slice value = info(cpu, label);

	verify_cell(cpu->verify, cpu->row, slice_of(column), how, value, value);
}

/* A list of words, which the kernel separates by spaces. */
static void compare_words(const struct one_cpu *cpu, const char *column,
			  const char *label)
{
	const struct view *view = cpu->verify->grid.view;
	struct slice shown = cell_named(
		view, grid_row(&cpu->verify->grid, cpu->row), column);
	struct slice kernel = info(cpu, label), item, word;
	bool same = true;

	if (!kernel.p || slice_is(shown, "-"))
		return;
	if (slice_is(shown, "none"))
		shown.p = NULL;
	while (same && blank_next(&kernel, &word))
		same = item_next(&shown, &item) && slice_same(item, word);
	verify_compared(cpu->verify, cpu->row,
			column_of(view, slice_of(column)));
	verify_true(cpu->verify, same && !item_next(&shown, &item),
		    cpu->section, "has different words in /proc/cpuinfo");
}

/* ARM has the revision in two lines. */
static void compare_revision(const struct one_cpu *cpu)
{
	struct slice variant = info(cpu, "CPU variant :"), text;
	struct slice revision = info(cpu, "CPU revision :");
	char buffer[SHORT_TEXT];
	struct value number;

	if (!variant.p || !revision.p || !cell_value('x', variant, &number))
		return;
	text = short_text(buffer, "r%llup%.*s", number.whole, (int)revision.len,
			  revision.p);
	verify_cell(cpu->verify, cpu->row, slice_of("STEPPING"), COMPARE_TEXT,
		    text, text);
}

/* POWER has both in one line: "2.0 (pvr 004e 1200)", and more than a name. */
static void compare_power(const struct one_cpu *cpu)
{
	struct slice line = info(cpu, "revision :"), word, name;
	const char *comma;

	while (blank_next(&line, &word) && !slice_is(word, "(pvr"))
		;
	if (blank_next(&line, &word))
		verify_cell(cpu->verify, cpu->row, slice_of("MODEL"),
			    COMPARE_TEXT, word, word);
	if (blank_next(&line, &word) && word.p[--word.len] == ')')
		verify_cell(cpu->verify, cpu->row, slice_of("STEPPING"),
			    COMPARE_TEXT, word, word);
	name = info(cpu, "cpu :");
	comma = name.p ? memchr(name.p, ',', name.len) : NULL;
	if (comma)
		name.len = (size_t)(comma - name.p);
	verify_cell(cpu->verify, cpu->row, slice_of("NAME"), COMPARE_TEXT, name,
		    name);
}

static void compare_cpu(struct verify *verify, size_t row, u64 number)
{
	struct one_cpu cpu = { .verify = verify, .row = row };
	char label[SHORT_TEXT], path[KERNEL_PATH], n[SHORT_TEXT];
	struct slice line;

	cpu.section = short_text(label, "processor : %llu", number);
	if (!lines_of(&cpu, kernel_text(&verify->files, "/proc/cpuinfo")))
		return;
	compare(&cpu, "VENDOR", "vendor_id :", COMPARE_TEXT);
	compare(&cpu, "FAMILY", "cpu family :", COMPARE_TEXT);
	compare(&cpu, "MODEL", "model :", COMPARE_TEXT);
	compare(&cpu, "STEPPING", "stepping :", COMPARE_TEXT);
	compare(&cpu, "MICROCODE", "microcode :", COMPARE_TEXT);
	compare(&cpu, "NAME", "model name :", COMPARE_MODEL);
	compare(&cpu, "VENDOR", "CPU implementer :", COMPARE_TEXT);
	compare(&cpu, "FAMILY", "CPU architecture:", COMPARE_TEXT);
	compare(&cpu, "MODEL", "CPU part :", COMPARE_TEXT);
	compare_revision(&cpu);
	compare_power(&cpu);
	compare_words(&cpu, "FLAGS", "flags :");
	compare_words(&cpu, "BUGS", "bugs :");
	compare_words(&cpu, "FLAGS", "Features :");
	fill_path(path, "/sys/devices/system/cpu/cpu{row}/cpu_capacity",
		  short_text(n, "%llu", number), slice_of(""));
	line = kernel_line(&verify->files, path);
	verify_cell(verify, row, slice_of("CAPACITY"), COMPARE_TEXT, line,
		    line);
}

void verify_cputypes(struct verify *verify)
{
	struct slice list, item;
	u64 first, last, shown = 0, there = 0;
	size_t row;

	if (!slice_is(verify->grid.view->name, "cputypes"))
		return;
	for (row = 0; row < verify->grid.rows; row++) {
		list = cell_named(verify->grid.view,
				  grid_row(&verify->grid, row), "CPUS");
		while (item_next(&list, &item)) {
			if (!item_range(item, &first, &last))
				continue;
			shown += last - first + 1;
			for (; first <= last; first++)
				compare_cpu(verify, row, first);
		}
		verify_compared(verify, row, 0);
	}
	list = kernel_line(&verify->files, "/sys/devices/system/cpu/online");
	while (item_next(&list, &item))
		if (item_range(item, &first, &last))
			there += last - first + 1;
	verify_true(verify, !there || shown == there, slice_of("CPUS"),
		    "does not have as many as are online");
}

/* Whether a CPU is in a list such as 1-3,5; an empty list may read "(null)". */
static bool listed(struct slice list, u64 cpu)
{
	struct slice item;
	u64 first, last;

	while (item_next(&list, &item))
		if (item_range(item, &first, &last) && first <= cpu &&
		    cpu <= last)
			return true;
	return false;
}

void verify_isolated(struct verify *verify)
{
	static const char *const files[][2] = {
		{ "domain", "/sys/devices/system/cpu/isolated" },
		{ "nohz", "/sys/devices/system/cpu/nohz_full" },
	};
	int column = column_of(verify->grid.view, slice_of("ISOLATED"));
	struct slice line;
	unsigned int i;
	size_t row;
	u64 cpu;

	if (column < 0 || !slice_is(verify->grid.view->name, "cpus"))
		return;
	for (i = 0; i < ARRAY_SIZE(files); i++) {
		line = kernel_line(&verify->files, files[i][1]);
		if (!line.p)
			continue;
		for (row = 0; row < verify->grid.rows; row++) {
			const struct slice *cells =
				grid_row(&verify->grid, row);

			if (!cell_u64(cells[0], &cpu))
				continue;
			verify_compared(verify, row, column);
			verify_true(verify,
				    list_has(cells[column],
					     slice_of(files[i][0])) ==
					    listed(line, cpu),
				    cells[0],
				    "has a different ISOLATED in sysfs");
		}
	}
}
