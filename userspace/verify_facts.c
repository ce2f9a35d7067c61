// SPDX-License-Identifier: GPL-2.0
/* What the rules of a view find in the kernel's files, before and after it. */
#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "verify.h"
#include "verify_rules.h"

struct fact {
	struct slice value[2]; /* before and after; without p: there is none */
};

struct facts {
	struct grid grid;
	struct kernel_files files;
	struct rule rule[MAX_RULES];
	unsigned int rules;
	struct fact *fact; /* @rules for each row of @grid */
	struct chunk *chunks; /* that the values are in */
};

struct chunk {
	struct chunk *next;
	size_t used;
	char text[16000];
};

/* A copy of a value, which its file does not outlast; what is longer is cut. */
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

/* A template being filled in. */
struct filling {
	char text[KERNEL_PATH];
	size_t used;
};

/* Without escapes; and / is ! in the names of sysfs. */
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

static struct slice expand(struct filling *filling, struct slice template,
			   struct slice key, struct slice cell)
{
	bool path = template.len && memchr("/@~", *template.p, 3);
	struct slice zone = key, node = part_off(&zone, '/');
	struct slice bus, name;
	bool class;
	size_t i;

	for (filling->used = 0; template.len; template.p++, template.len--) {
		switch (*template.p) {
		case '%':
			fill(filling, key, path);
			break;
		case '$':
			fill(filling, cell, path);
			break;
		case '&':
			for (i = 0; i < node.len && node.p[i] > '9';)
				i++;
			fill(filling,
			     (struct slice){ node.p + i, node.len - i }, path);
			break;
		case '^':
			fill(filling, zone, path);
			break;
		case '@':
		case '~':
			if (!slice_split(key, ':', &bus, &name))
				break;
			class = *template.p == '~';
			fill(filling,
			     slice_of(class ? "/sys/class/" : "/sys/bus/"),
			     false);
			fill(filling, bus, true);
			fill(filling, slice_of(class ? "/" : "/devices/"),
			     false);
			fill(filling, name, true);
			break;
		default:
			fill(filling, (struct slice){ template.p, 1 }, false);
		}
	}
	filling->text[filling->used] = '\0';
	return (struct slice){ filling->text, filling->used };
}

void fill_path(char to[KERNEL_PATH], const char *template, struct slice key,
	       struct slice cell)
{
	struct filling filling;

	expand(&filling, slice_of(template), key, cell);
	memcpy(to, filling.text, sizeof(filling.text));
}

/* The sum of the column of a CPU; lines that hold no counts of it count 0. */
static struct slice column_sum(char to[U64_DIGITS], struct slice text,
			       struct slice key)
{
	struct slice line, word;
	u64 cpu, sum = 0, n;
	int column, i;
	char *p;

	if (!line_off(&text, &line) || !cell_number(key, &cpu))
		return (struct slice){ NULL, 0 };
	column = cpu_column(line, cpu);
	if (column < 0)
		return (struct slice){ NULL, 0 };
	while (line_off(&text, &line)) {
		/* Not of each CPU, or not known to the module on every kernel. */
		if (!blank_next(&line, &word) ||
		    list_has(slice_of("ERR:,MIS:,MCE:,MCP:"), word))
			continue;
		for (i = 0; i <= column; i++)
			if (!blank_next(&line, &word))
				break;
		if (i > column && cell_number(word, &n))
			sum += n;
	}
	p = u64_digits(to, sum);
	return (struct slice){ p, to + U64_DIGITS - p };
}

static bool cpu_listed(struct slice list, struct slice key)
{
	u64 first, last, cpu;
	struct slice item;

	while (cell_number(key, &cpu) && item_next(&list, &item))
		if (item_range(item, &first, &last) && first <= cpu &&
		    cpu <= last)
			return true;
	return false;
}

static struct slice look_up(struct facts *facts, const struct rule *rule,
			    const struct slice *cells)
{
	struct slice key = cells[0], text, line, none = { NULL, 0 };
	int column = column_of(facts->grid.view, rule->column);
	struct slice cell = column < 0 ? key : cells[column];
	struct filling file, section, label;
	char to[KERNEL_PATH];

	expand(&file, rule->file, key, cell);
	if (rule->how == 'l' || rule->how == 'm')
		return keep(facts, kernel_link(&facts->files, file.text, to));
	if (rule->how == 'x')
		return kernel_exists(&facts->files, file.text) ?
			       cell :
			       slice_of("nothing");
	text = kernel_text(&facts->files, file.text);
	if (!text.p)
		return none;
	if (rule->how == 'S' || rule->how == 'L')
		return keep(facts, column_sum(to, text, key));
	if (rule->label.len)
		return kernel_find(text,
				   expand(&section, rule->section, key, cell),
				   expand(&label, rule->label, key, cell),
				   rule->nth);
	if (!line_off(&text, &line))
		line = slice_of("");
	if (rule->how == 'o')
		return slice_of(cpu_listed(line, key) ? "online" : "offline");
	return line;
}

static void pass(struct facts *facts, int which)
{
	size_t row;
	unsigned int i;

	kernel_forget(&facts->files);
	for (row = 0; row < facts->grid.rows; row++) {
		const struct slice *cells = grid_row(&facts->grid, row);

		for (i = 0; i < facts->rules; i++)
			if (rule_applies(&facts->rule[i], cells))
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
		facts->rules = rules_read(facts->rule, view->name);
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

			if (rule_applies(rule, grid_row(&facts->grid, row)))
				verify_cell(verify, now, rule->column,
					    rule->how, fact->value[0],
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
