// SPDX-License-Identifier: GPL-2.0
/* Compares files as a whole, line by line. */
#include <string.h>

#include "pids.h"
#include "verify.h"

#define KERNEL_LEVELS 5 /* /proc/iomem does not indent deeper ones */

const char *whole_file(const struct view *view)
{
	static const char *const paths[] = { "/proc/iomem", "/proc/ioports",
					     "/proc/interrupts",
					     "/proc/softirqs" };
	unsigned int i;

	for (i = 0; i < sizeof(paths) / sizeof(*paths); i++)
		if (slice_is(view->name, strrchr(paths[i], '/') + 1))
			return paths[i];
	return NULL;
}

static void cell(struct verify *verify, size_t row, const char *column,
		 enum compare how, struct slice value)
{
	verify_cell(verify, row, slice_of(column), how, value, value);
}

static void number(struct verify *verify, size_t row, const char *column,
		   enum compare how, u64 value)
{
	char text[SHORT_TEXT];

	cell(verify, row, column, how, short_text(text, "%llu", value));
}

static bool hex_number(struct slice s, u64 *value)
{
	for (*value = 0; s.len; s.p++, s.len--) {
		const char *digits = "0123456789abcdef";
		const char *at = memchr(digits, *s.p, 16);

		if (!at)
			return false;
		*value = *value << 4 | (at - digits);
	}
	return true;
}

/* "    fe600000-fe603fff : 0000:01:00.0" */
static void resource(struct verify *verify, size_t row, struct slice line)
{
	struct slice start, end, rest, name;
	u64 level = 0, from, to, deep;

	while (line.len > 1 && line.p[0] == ' ') {
		line.p += 2;
		line.len -= 2;
		level++;
	}
	if (!slice_split(line, '-', &start, &rest) ||
	    !slice_split(rest, ' ', &end, &name) || name.len < 2)
		return verify_true(verify, false, line, "is not understood");
	name.p += 2;
	name.len -= 2;
	cell(verify, row, "START", COMPARE_ADDRESS, start);
	cell(verify, row, "END", COMPARE_ADDRESS, end);
	cell(verify, row, "NAME", COMPARE_TEXT, name);
	if (level < KERNEL_LEVELS ||
	    !cell_u64(cell_named(verify->grid.view,
				 grid_row(&verify->grid, row), "LVL"),
		      &deep) ||
	    deep < level)
		number(verify, row, "LVL", COMPARE_NUMBER, level);
	if (hex_number(start, &from) && hex_number(end, &to) && to - from + 1)
		number(verify, row, "SIZE", COMPARE_BYTES, to - from + 1);
}

static void resources(struct verify *verify, struct slice text)
{
	struct slice line;
	size_t row;

	for (row = 0; line_off(&text, &line); row++)
		if (row < verify->grid.rows)
			resource(verify, row, line);
	verify_true(
		verify, row == verify->grid.rows, verify->grid.view->name,
		"does not have as many rows as the kernel's file has lines");
}

/* Take each CPU's count off both readings of a line. */
static void check_counts(struct verify *verify, size_t row, struct slice header,
			 struct slice *before, struct slice *after)
{
	const struct view *view = verify->grid.view;
	const struct slice *cells = grid_row(&verify->grid, row);
	struct slice percpu = cell_named(view, cells, "PERCPU");
	int column = column_of(view, slice_of("PERCPU"));
	struct slice cpu, a, b, item, key, value;
	u64 which, low, high, count, sum = 0;

	while (blank_next(&header, &cpu)) {
		struct slice rest = *before;

		cpu.p += 3;
		cpu.len -= 3;
		blank_next(&rest, &a);
		if (!cell_u64(cpu, &which) || !cell_u64(a, &low))
			break;
		*before = rest;
		blank_next(after, &b);
		if (!cell_u64(b, &high))
			break;
		count = percpu_count(percpu, which);
		verify_true(verify, between32(low, count, high), cells[0],
			    "PERCPU is not between the kernel's two");
	}
	while (item_next(&percpu, &item))
		if (slice_split(item, ':', &key, &value) &&
		    cell_u64(value, &count))
			sum += count;
	verify_compared(verify, row, column);
	/* The counts agree with the kernel's, so their sum must, too. */
	number(verify, row, "TOTAL", COMPARE_COUNTER32, sum);
}

static struct slice trimmed(struct slice s)
{
	while (s.len && *s.p == ' ') {
		s.p++;
		s.len--;
	}
	return s;
}

/*
 * Take the chip off the front of @rest. Its name may contain spaces, so the
 * view tells its length.
 */
static void check_chip(struct verify *verify, size_t row, struct slice *rest)
{
	struct slice chip = cell_named(verify->grid.view,
				       grid_row(&verify->grid, row), "CHIP");
	struct slice line = *rest, word;

	if (text_begins(&line, chip) && (!line.len || *line.p == ' ')) {
		*rest = line;
		cell(verify, row, "CHIP", COMPARE_TEXT, chip);
		return;
	}
	blank_next(rest, &word);
	/* Without a chip the kernel prints a placeholder. */
	if (slice_is(chip, "-") && list_has(slice_of("None,none,-"), word))
		word = chip;
	cell(verify, row, "CHIP", COMPARE_TEXT, word);
}

/*
 * "Level", "Edge", or x86's name for the flow, which is only conclusive if the
 * view has no trigger.
 */
static void check_trigger(struct verify *verify, size_t row, struct slice word)
{
	struct slice shown = cell_named(
		verify->grid.view, grid_row(&verify->grid, row), "TRIGGER");

	if (slice_is(word, "Level"))
		cell(verify, row, "TRIGGER", COMPARE_BEFORE_DASH,
		     slice_of("level"));
	else if (slice_is(word, "Edge"))
		cell(verify, row, "TRIGGER", COMPARE_BEFORE_DASH,
		     slice_of("edge"));
	else if (slice_is(word, "edge") && slice_is(shown, "-"))
		cell(verify, row, "TRIGGER", COMPARE_TEXT, word);
}

/*
 * "IO-APIC  2-edge  timer", "xen-dyn    -event  eth0", or on other
 * architectures "GICv3  27 Level  arch_timer".
 */
static void names(struct verify *verify, size_t row, struct slice rest)
{
	struct slice word, hwirq, peek, actions;

	rest = trimmed(rest);
	check_chip(verify, row, &rest);
	peek = rest;
	blank_next(&peek, &word);
	hwirq = part_off(&word, '-');
	if (hwirq.len && *hwirq.p >= '0' && *hwirq.p <= '9') {
		cell(verify, row, "HWIRQ", COMPARE_TEXT, hwirq);
		check_trigger(verify, row, word);
		rest = peek;
	} else if (!hwirq.len && word.len) {
		/* Not a number, but the kind of flow. */
		rest = peek;
	}
	peek = rest;
	if (blank_next(&peek, &word) &&
	    (slice_is(word, "Level") || slice_is(word, "Edge"))) {
		check_trigger(verify, row, word);
		rest = peek;
	}
	rest = trimmed(rest);
	actions = cell_named(verify->grid.view, grid_row(&verify->grid, row),
			     "ACTIONS");
	/* Without the PIDs of threads, which only the view has. */
	if (same_cells(actions, rest, true))
		rest = actions;
	cell(verify, row, "ACTIONS", COMPARE_TEXT, rest);
}

/* "Err:  0": one count, not per CPU. */
static void check_single(struct verify *verify, size_t row, struct slice before,
			 struct slice after)
{
	blank_next(&before, &before);
	blank_next(&after, &after);
	verify_cell(verify, row, slice_of("TOTAL"), COMPARE_COUNTER32, before,
		    after);
}

/* The text after @label in the first line of @text with it, or the @second. */
static struct slice labelled(struct slice text, struct slice label, bool second)
{
	struct slice line, own;

	while (line_off(&text, &line)) {
		if (!label_off(&line, &own) || !slice_same(own, label))
			continue;
		if (!second)
			return line;
		second = false;
	}
	return (struct slice){ NULL, 0 };
}

static void interrupt(struct verify *verify, struct slice header,
		      struct slice before, struct slice all_before,
		      struct slice all_after, size_t *hint)
{
	struct slice label, after, total;
	bool second;
	u64 irq;
	size_t row;

	if (!label_off(&before, &label))
		return;
	second = labelled(all_before, label, false).p != before.p;
	after = labelled(all_after, label, second);
	if (!after.p)
		return;
	/* POWER has two rows LOC; the view calls the second LOC2. */
	if (second)
		label = slice_of("LOC2");
	row = verify_row(verify, label, *hint);
	/* ARM's counts that no module can read, and the owner of the FIQ. */
	if (row == NO_ROW && list_has(slice_of("Err,FIQ"), label))
		return;
	verify_true(verify, row != NO_ROW, label,
		    "is in the kernel's file, but not shown");
	if (row == NO_ROW)
		return;
	*hint = row + 1;
	verify_compared(verify, row, 0);
	total = cell_named(verify->grid.view, grid_row(&verify->grid, row),
			   "TOTAL");
	/* Some counts are not accessible to modules. */
	if (slice_is(total, "-") || slice_is(total, "*"))
		return;
	if (list_has(slice_of("ERR,MIS,Err"), label))
		return check_single(verify, row, before, after);
	check_counts(verify, row, header, &before, &after);
	if (cell_u64(label, &irq))
		return names(verify, row, before);
	before = trimmed(before);
	/* s390 prints no text for interrupts with handlers. */
	if (before.len)
		cell(verify, row, "ACTIONS", COMPARE_TEXT, before);
}

/* " NET_RX:  3  0", a count for each CPU. */
static void softirq(struct verify *verify, struct slice header,
		    struct slice before, struct slice all_after, size_t *hint)
{
	struct slice colon, label, after;
	size_t row;

	if (!blank_next(&before, &colon))
		return;
	label = (struct slice){ colon.p, colon.len - 1 };
	after = kernel_find(all_after, slice_of(""), colon, 0);
	row = verify_row(verify, label, *hint);
	verify_true(verify, row != NO_ROW, label,
		    "is in the kernel's file, but not shown");
	if (row == NO_ROW || !after.p)
		return;
	*hint = row + 1;
	verify_compared(verify, row, 0);
	check_counts(verify, row, header, &before, &after);
}

void whole_compare(struct verify *verify, struct slice before,
		   struct slice after)
{
	struct slice all_before = before, header, line;
	size_t hint = 0;

	bool softirqs = slice_is(verify->grid.view->name, "softirqs");

	if (!softirqs && !slice_is(verify->grid.view->name, "interrupts"))
		return resources(verify, after);
	line_off(&before, &header);
	while (line_off(&before, &line)) {
		if (softirqs)
			softirq(verify, header, line, after, &hint);
		else
			interrupt(verify, header, line, all_before, after,
				  &hint);
	}
}
