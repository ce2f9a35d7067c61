// SPDX-License-Identifier: GPL-2.0
/* Applies the rules of a view to the kernel's files, before and after it. */
#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "verify.h"
#include "rules.h"

struct fact {
	struct slice value[2]; /* before and after; p is NULL if absent */
};

struct facts {
	struct grid grid;
	struct kernel_files files;
	const struct rule_table *table;
	const struct rule *rule;
	unsigned int rules;
	struct fact *fact; /* @rules for each row of @grid */
	struct chunk *chunks; /* holds the values */
};

struct chunk {
	struct chunk *next;
	size_t used;
	char text[16000];
};

/* Copy a value, which is gone with its file; longer ones are cut. */
static struct slice keep(struct facts *facts, struct slice value)
{
	struct chunk *chunk = facts->chunks;

	if (!value.p)
		return value;
	if (value.len > sizeof(chunk->text))
		value.len = sizeof(chunk->text);
	if (!chunk || value.len > sizeof(chunk->text) - chunk->used) {
		chunk = calloc(1, sizeof(*chunk));
		if (!chunk)
			return (struct slice){ NULL, 0 };
		chunk->next = facts->chunks;
		facts->chunks = chunk;
	}
	memcpy(chunk->text + chunk->used, value.p, value.len);
	value.p = chunk->text + chunk->used;
	chunk->used += value.len;
	return value;
}

/* A template being expanded. */
struct filling {
	char text[KERNEL_PATH];
	size_t used;
};

/* Undo escapes; in sysfs names / becomes !. */
static void fill(struct filling *filling, struct slice s, bool path)
{
	char bytes[4];
	size_t len, i;

	while (s.len) {
		len = char_next(&s, bytes);
		len += !len;
		if (filling->used + len >= sizeof(filling->text))
			return;
		for (i = 0; i < len; i++)
			filling->text[filling->used++] =
				path && bytes[i] == '/' ? '!' : bytes[i];
	}
}

/* The sysfs directory of bus:name, or with @class of class:name. */
static void fill_directory(struct filling *filling, struct slice row,
			   bool class)
{
	struct slice bus, name;

	if (!slice_split(row, ':', &bus, &name))
		return;
	fill(filling, slice_of(class ? "/sys/class/" : "/sys/bus/"), false);
	fill(filling, bus, true);
	fill(filling, slice_of(class ? "/" : "/devices/"), false);
	fill(filling, name, true);
}

/* The part of the row that {name} stands for. */
static void fill_name(struct filling *filling, struct slice name, bool path,
		      struct slice row, struct slice cell)
{
	struct slice zone = row, node = part_off(&zone, '/');

	if (slice_is(name, "row")) {
		fill(filling, row, path);
	} else if (slice_is(name, "cell")) {
		fill(filling, cell, path);
	} else if (slice_is(name, "zone")) {
		fill(filling, zone, path);
	} else if (slice_is(name, "node")) {
		while (node.len && *node.p > '9') {
			node.p++;
			node.len--;
		}
		fill(filling, node, path);
	} else {
		fill_directory(filling, row, slice_is(name, "class"));
	}
}

static struct slice expand(struct filling *filling, struct slice rest,
			   struct slice row, struct slice cell)
{
	bool path = rest.len && *rest.p == '/';
	struct slice part;

	filling->used = 0;
	while (slice_split(rest, '{', &part, &rest)) {
		fill(filling, part, false);
		slice_split(rest, '}', &part, &rest);
		fill_name(filling, part, path, row, cell);
	}
	fill(filling, rest, false);
	filling->text[filling->used] = '\0';
	return (struct slice){ filling->text, filling->used };
}

void fill_path(char to[KERNEL_PATH], const char *template, struct slice row,
	       struct slice cell)
{
	struct filling filling;

	expand(&filling, slice_of(template), row, cell);
	memcpy(to, filling.text, sizeof(filling.text));
}

/* The sum of a CPU's column; lines without a count for it add 0. */
static struct slice column_sum(char to[SHORT_TEXT], struct slice text,
			       struct slice key)
{
	struct slice line, word;
	u64 cpu, sum = 0, n;
	int column, i;

	if (!line_off(&text, &line) || !cell_u64(key, &cpu))
		return (struct slice){ NULL, 0 };
	column = cpu_column(line, cpu);
	if (column < 0)
		return (struct slice){ NULL, 0 };
	while (line_off(&text, &line)) {
		/*
		 * Not per CPU, or not available to the module on every kernel.
		 */
		if (!label_off(&line, &word) ||
		    list_has(slice_of("ERR,MIS,Err,MCE,MCP"), word))
			continue;
		for (i = 0; i <= column; i++)
			if (!blank_next(&line, &word))
				break;
		if (i > column && cell_u64(word, &n))
			sum += n;
	}
	return short_text(to, "%llu", sum);
}

static bool cpu_listed(struct slice list, struct slice row)
{
	u64 first, last, cpu;
	struct slice item;

	while (cell_u64(row, &cpu) && item_next(&list, &item))
		if (item_range(item, &first, &last) && first <= cpu &&
		    cpu <= last)
			return true;
	return false;
}

/* The state of a CPU, from the CPU lists in @directory. */
static struct slice cpu_state(struct facts *facts, const char *directory,
			      struct slice row)
{
	static const char *const lists[][2] = { { "online", "online" },
						{ "present", "offline" },
						{ "possible", "absent" } };
	char path[KERNEL_PATH];
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(lists); i++) {
		if (!kernel_path(path, directory, lists[i][0]))
			break;
		if (cpu_listed(kernel_line(&facts->files, path), row))
			return slice_of(lists[i][1]);
	}
	return (struct slice){ NULL, 0 };
}

static bool lacks_carrier(struct facts *facts, struct slice row)
{
	struct filling file;

	expand(&file, slice_of("/sys/class/net/{row}/carrier"), row, row);
	return slice_is(kernel_text(&facts->files, file.text), "0\n");
}

static struct slice look_in(struct facts *facts, const struct rule *rule,
			    struct slice text, struct slice row,
			    struct slice cell)
{
	struct slice above = slice_of(""), label, line = above;
	struct filling first, second;
	char sum[SHORT_TEXT];

	if (rule->lookup == LOOK_CPU_SUM)
		return keep(facts, column_sum(sum, text, row));
	if (rule->label) {
		label = slice_of(rule->label);
		slice_split(label, '\n', &above, &label);
		return kernel_find(text, expand(&first, above, row, cell),
				   expand(&second, label, row, cell),
				   rule->nth);
	}
	line_off(&text, &line);
	return line;
}

/* Expand the name of a rule's file. A device is on a bus or in a class. */
static void find_file(struct facts *facts, struct filling *file,
		      const char *template, struct slice row, struct slice cell)
{
	const char *below = strchr("/{", *template) ? "" : facts->table->below;
	char path[KERNEL_PATH], in_class[KERNEL_PATH];

	text_print(path, sizeof(path), "%s%s", below, template);
	expand(file, slice_of(path), row, cell);
	if (*path == '{' && !kernel_exists(&facts->files, file->text)) {
		text_print(in_class, sizeof(in_class), "{class}%s",
			   strchr(path, '/'));
		expand(file, slice_of(in_class), row, cell);
	}
}

/* What {row} stands for. */
static struct slice name_of(struct facts *facts, const struct slice *cells,
			    char to[SHORT_TEXT])
{
	int clock = column_of(facts->grid.view, slice_of("CLOCK"));

	if (clock >= 0)
		return cells[clock];
	if (slice_is(facts->grid.view->name, "regulators"))
		return regulator_named(&facts->files, cells[0], to);
	return cells[0];
}

static struct slice look_up(struct facts *facts, const struct rule *rule,
			    const struct slice *cells)
{
	int column = column_of(facts->grid.view, slice_of(rule->column));
	char to[KERNEL_PATH], count[SHORT_TEXT], name[SHORT_TEXT];
	struct slice row = name_of(facts, cells, name);
	struct slice cell = column < 0 ? row : cells[column];
	struct filling file;
	struct slice text;

	find_file(facts, &file, rule->file, row, cell);
	if (rule->lookup == LOOK_LINK)
		return keep(facts, kernel_link(&facts->files, file.text, to));
	/* Without NUMA there are no nodes in sysfs. */
	if (rule->lookup == LOOK_EXISTS &&
	    (slice_is(cell, "-") ||
	     !kernel_exists(&facts->files, "/sys/devices/system/node")))
		return (struct slice){ NULL, 0 };
	if (rule->lookup == LOOK_EXISTS)
		return kernel_exists(&facts->files, file.text) ?
			       cell :
			       slice_of("nothing");
	if (rule->lookup == LOOK_CPU_STATE)
		return cpu_state(facts, file.text, row);
	if (rule->lookup == LOOK_HELD)
		return keep(facts,
			    held(&facts->files, file.text,
				 cell_named(facts->grid.view, cells, "DEVICE"),
				 count));
	if (rule->lookup == LOOK_LINKED && lacks_carrier(facts, row))
		return slice_of("-1");
	text = kernel_text(&facts->files, file.text);
	return text.p ? look_in(facts, rule, text, row, cell) : text;
}

static void pass(struct facts *facts, int which)
{
	size_t row;
	unsigned int i;

	kernel_forget(&facts->files);
	for (row = 0; row < facts->grid.rows; row++) {
		const struct slice *cells = grid_row(&facts->grid, row);

		for (i = 0; i < facts->rules; i++)
			if (rule_applies(&facts->rule[i], facts->grid.view,
					 cells))
				facts->fact[row * facts->rules + i]
					.value[which] = keep(
					facts,
					look_up(facts, &facts->rule[i], cells));
	}
	kernel_forget(&facts->files);
}

struct facts *facts_before(const struct view *view, const char *root)
{
	struct facts *facts = calloc(1, sizeof(*facts));

	if (facts && grid_make(&facts->grid, view)) {
		facts->files.root = root;
		facts->table = rules_of(view->name);
		if (facts->table) {
			facts->rule = facts->table->rules;
			facts->rules = facts->table->n;
		}
		facts->fact = calloc(facts->grid.rows * facts->rules + 1,
				     sizeof(*facts->fact));
		if (facts->fact) {
			pass(facts, 0);
			return facts;
		}
		facts_free(facts);
	}
	complain(FAILED, "no memory for %llu rows", view->rows);
	return NULL;
}

void facts_after(struct facts *facts)
{
	pass(facts, 1);
}

void facts_compare(struct facts *facts, struct verify *verify)
{
	size_t row, now, hint = 0;
	unsigned int i;

	for (row = 0; row < facts->grid.rows; row++) {
		now = verify_row(verify, grid_row(&facts->grid, row)[0], hint);
		if (now == NO_ROW)
			continue;
		hint = now + 1;
		for (i = 0; i < facts->rules; i++) {
			const struct rule *rule = &facts->rule[i];
			const struct fact *fact =
				&facts->fact[row * facts->rules + i];

			if (rule_applies(rule, facts->grid.view,
					 grid_row(&facts->grid, row)))
				verify_cell(verify, now, slice_of(rule->column),
					    rule->compare, fact->value[0],
					    fact->value[1]);
		}
	}
}

void facts_free(struct facts *facts)
{
	struct chunk *next, *chunk;

	if (!facts)
		return;
	for (chunk = facts->chunks; chunk; chunk = next) {
		next = chunk->next;
		free(chunk);
	}
	kernel_forget(&facts->files);
	grid_free(&facts->grid);
	free(facts->fact);
	free(facts);
}
