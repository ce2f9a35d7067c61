// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "branches.h"
#include "known.h"
#include "people.h"

/* The depth up to which lines are drawn. */
#define MAX_DEPTH 40

/* The tree as shown, without hidden nodes. */
struct shape_of_tree {
	size_t *child, *next, *last; /* of each node, or NO_NODE */
	size_t first; /* of the roots */
};

static void put_known(struct pen *pen, const char *before, struct slice cell)
{
	if (cell_special(cell) || slice_is(cell, "none"))
		return;
	pen_text(pen, before);
	pen_unescaped(pen, cell);
}

/* The row of a grid in which @column is @name. */
static const struct slice *row_of(const struct grid *grid, const char *column,
				  struct slice name)
{
	size_t i;

	for (i = 0; grid && i < grid->rows; i++)
		if (slice_same(cell_named(grid->view, grid_row(grid, i),
					  column),
			       name))
			return grid_row(grid, i);
	return NULL;
}

static void describe_disk(struct pen *pen, const struct grid *disks,
			  struct slice name)
{
	char text[SHORT_TEXT], disk[DISK_NAME];
	const struct slice *cells =
		row_of(disks, "DISK", disk_in_sysfs(disk, name, true));
	u64 bytes;

	if (!cells)
		return;
	if (disk_without_medium(disks->view, cells)) {
		pen_text(pen, "  no medium");
	} else if (cell_size(cell_named(disks->view, cells, "SIZE"), &bytes)) {
		pen_text(pen, "  ");
		pen_slice(pen, people_size(text, bytes));
	}
	if (slice_is(cell_named(disks->view, cells, "RO"), "1"))
		pen_text(pen, " read-only");
	put_known(pen, "  ", cell_named(disks->view, cells, "NAME"));
	put_known(pen, " on ", cell_named(disks->view, cells, "MOUNTS"));
	put_known(pen, " made of ", cell_named(disks->view, cells, "PARTS"));
}

static void describe_netdev(struct pen *pen, const struct grid *netdevs,
			    struct slice name)
{
	const struct slice *cells = row_of(netdevs, "NETDEV", name);
	struct slice speed;

	if (!cells)
		return;
	put_known(pen, "  ", cell_named(netdevs->view, cells, "STATE"));
	speed = cell_named(netdevs->view, cells, "SPEED");
	put_known(pen, " ", speed);
	if (!cell_special(speed))
		pen_text(pen, " Mb/s");
	put_known(pen, " made of ", cell_named(netdevs->view, cells, "LOWER"));
}

void branches_describe(struct pen *pen, const struct branches *branches,
		       size_t node)
{
	const struct devtree *tree = branches->tree;
	struct slice name = tree->nodes[node].name, bus, rest;
	char id[IDS_NAME];
	struct slice known;

	put_known(pen, "  ", devtree_cell(tree, node, "DRIVER"));
	if (!slice_is(devtree_cell(tree, node, "IRQS"), "none"))
		put_known(pen, "  IRQ ", devtree_cell(tree, node, "IRQS"));
	if (slice_split(name, ':', &bus, &rest)) {
		if (slice_is(bus, "block") || slice_is(bus, "mtd"))
			describe_disk(pen, branches->disks, rest);
		if (slice_is(bus, "net"))
			describe_netdev(pen, branches->netdevs, rest);
	}
	known = ids_name(branches->ids, devtree_cell(tree, node, "ID"), id);
	if (!known.len)
		known = devtree_cell(tree, node, "ID");
	put_known(pen, "  ", known);
}

/* Attach each shown node to its nearest shown ancestor. */
static bool shape_make(struct shape_of_tree *shape,
		       const struct branches *branches, size_t root)
{
	const struct devtree *tree = branches->tree;
	size_t *above = calloc(3 * tree->n + 1, sizeof(*above)), i, node, to;
	size_t *all = calloc(3 * tree->n + 1, sizeof(*all));
	size_t last = NO_NODE;
	bool *in = calloc(tree->n + 1, 1);

	shape->child = all;
	shape->first = NO_NODE;
	if (!above || !all || !in) {
		free(above);
		free(all);
		free(in);
		return false;
	}
	shape->next = all + tree->n;
	shape->last = shape->next + tree->n;
	for (i = 0; i < 3 * tree->n; i++)
		all[i] = NO_NODE;
	for (i = 0; i < tree->n; i++) {
		node = tree->order[i];
		to = tree->nodes[node].parent;
		in[node] = node == root || root == NO_NODE ||
			   (to != NO_NODE && in[to]);
		above[node] = node;
		if (node != root && !(in[node] && branches->shown[node])) {
			above[node] = to == NO_NODE ? NO_NODE : above[to];
			continue;
		}
		to = to == NO_NODE || node == root ? NO_NODE : above[to];
		if (to == NO_NODE) {
			if (last == NO_NODE)
				shape->first = node;
			else
				shape->next[last] = node;
			last = node;
			continue;
		}
		if (shape->child[to] == NO_NODE)
			shape->child[to] = node;
		else
			shape->next[shape->last[to]] = node;
		shape->last[to] = node;
	}
	free(above);
	free(in);
	return true;
}

static void print_line(struct out *out, const struct branches *branches,
		       size_t node, const bool *more, unsigned int depth)
{
	static const char *const lines[2][4] = {
		{ "├─ ", "└─ ", "│  ", "   " },
		{ "+- ", "`- ", "|  ", "   " },
	};
	const char *const *line = lines[branches->ascii];
	struct pen pen = { out, 0, branches->display->width };
	unsigned int i;

	for (i = 1; i < depth; i++)
		pen_text(&pen, line[more[i] ? 2 : 3]);
	if (depth)
		pen_text(&pen, line[more[depth] ? 0 : 1]);
	paint_on(out, branches->display, PAINT_HEAD);
	pen_slice(&pen, branches->tree->nodes[node].name);
	paint_off(out, branches->display, PAINT_HEAD);
	branches_describe(&pen, branches, node);
	out_char(out, '\n');
}

bool branches_print(struct out *out, const struct branches *branches,
		    size_t root)
{
	size_t path[MAX_DEPTH + 1], node;
	bool more[MAX_DEPTH + 1] = { false };
	struct shape_of_tree shape;
	unsigned int depth = 0;

	if (!shape_make(&shape, branches, root))
		return false;
	node = shape.first;
	while (node != NO_NODE) {
		more[depth] = shape.next[node] != NO_NODE;
		print_line(out, branches, node, more, depth);
		path[depth] = node;
		if (shape.child[node] != NO_NODE && depth < MAX_DEPTH) {
			node = shape.child[node];
			depth++;
			continue;
		}
		while (depth && shape.next[path[depth]] == NO_NODE)
			depth--;
		node = shape.next[path[depth]];
	}
	free(shape.child);
	return true;
}
