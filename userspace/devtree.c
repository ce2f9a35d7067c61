// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "devtree.h"
#include "err.h"

static int compare(struct slice a, struct slice b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = memcmp(a.p, b.p, len);

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* A name and its node, for sorting. */
struct name {
	struct slice name;
	size_t node;
};

static int by_name(const void *a, const void *b)
{
	const struct name *x = a, *y = b;
	int order = compare(x->name, y->name);

	return order ? order : (x->node > y->node) - (x->node < y->node);
}

size_t devtree_find(const struct devtree *tree, struct slice name)
{
	size_t low = 0, high = tree->nr_sorted, middle;
	int order;

	while (low < high) {
		middle = (low + high) / 2;
		order = compare(tree->nodes[tree->sorted[middle]].name, name);
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < tree->nr_sorted &&
	    slice_same(tree->nodes[tree->sorted[low]].name, name))
		return tree->sorted[low];
	return NO_NODE;
}

struct slice devtree_cell(const struct devtree *tree, size_t node,
			  const char *column)
{
	size_t row = tree->nodes[node].row;

	if (row == NO_NODE)
		return slice_of("-");
	return cell_named(tree->grid.view, grid_row(&tree->grid, row), column);
}

static size_t add_node(struct devtree *tree, struct slice name, size_t row)
{
	tree->nodes[tree->n] = (struct devnode){
		.name = name,
		.row = row,
		.parent = NO_NODE,
		.child = NO_NODE,
		.last = NO_NODE,
		.next = NO_NODE,
	};
	return tree->n++;
}

static bool sort_names(struct devtree *tree)
{
	struct name *names = calloc(tree->n + 1, sizeof(*names));
	size_t i;

	if (!names)
		return false;
	for (i = 0; i < tree->n; i++)
		names[i] = (struct name){ tree->nodes[i].name, i };
	qsort(names, tree->n, sizeof(*names), by_name);
	for (i = 0; i < tree->n; i++)
		tree->sorted[i] = names[i].node;
	tree->nr_sorted = tree->n;
	free(names);
	return true;
}

/* Parents without a row become nodes, one for each name. */
static bool add_parents(struct devtree *tree)
{
	struct name *names = calloc(tree->n + 1, sizeof(*names));
	size_t i, n = 0, rows = tree->n;
	struct slice parent;

	if (!names)
		return false;
	for (i = 0; i < rows; i++) {
		parent = devtree_cell(tree, i, "PARENT");
		if (!cell_special(parent) &&
		    devtree_find(tree, parent) == NO_NODE)
			names[n++] = (struct name){ parent, i };
	}
	qsort(names, n, sizeof(*names), by_name);
	for (i = 0; i < n; i++)
		if (!i || !slice_same(names[i].name, names[i - 1].name))
			add_node(tree, names[i].name, NO_NODE);
	free(names);
	return sort_names(tree);
}

static void find_parents(struct devtree *tree)
{
	struct slice parent;
	size_t i;

	for (i = 0; i < tree->n; i++) {
		parent = devtree_cell(tree, i, "PARENT");
		tree->nodes[i].parent = cell_special(parent) ?
						NO_NODE :
						devtree_find(tree, parent);
		if (tree->nodes[i].parent == i)
			tree->nodes[i].parent = NO_NODE;
	}
}

/*
 * Controllers such as ata1 have no row, so nothing says what they hang below;
 * but `disks` names the device of a disk below them.
 */
static void use_disks(struct devtree *tree, const struct view *disks)
{
	struct slice cells[MAX_COLUMNS], body = disks->body, disk, device;
	char name[6 + DISK_NAME] = "block:";
	size_t node, top, owner, steps;

	while (row_next(disks, &body, cells)) {
		disk = cell_named(disks, cells, "DISK");
		device = cell_named(disks, cells, "DEVICE");
		disk = disk_in_sysfs(name + 6, disk, false);
		node = devtree_find(tree, (struct slice){ name, disk.len + 6 });
		owner = devtree_find(tree, device);
		if (node == NO_NODE || owner == NO_NODE)
			continue;
		top = node;
		for (steps = 0; steps < 64; steps++) {
			if (top == owner || tree->nodes[top].parent == NO_NODE)
				break;
			top = tree->nodes[top].parent;
		}
		if (top != owner && tree->nodes[top].row == NO_NODE &&
		    tree->nodes[top].parent == NO_NODE)
			tree->nodes[top].parent = owner;
	}
}

static void link_child(struct devtree *tree, size_t node)
{
	struct devnode *parent;

	if (tree->nodes[node].parent == NO_NODE)
		return;
	parent = &tree->nodes[tree->nodes[node].parent];
	if (parent->child == NO_NODE)
		parent->child = node;
	else
		tree->nodes[parent->last].next = node;
	parent->last = node;
}

/* Breadth first from @root; a node already reached is not visited again. */
static size_t reach(struct devtree *tree, size_t root, size_t n)
{
	size_t at = n, child;

	tree->nodes[root].reached = true;
	tree->order[n++] = root;
	for (; at < n; at++) {
		struct devnode *node = &tree->nodes[tree->order[at]];

		for (child = node->child; child != NO_NODE;
		     child = tree->nodes[child].next) {
			if (tree->nodes[child].reached)
				continue;
			tree->nodes[child].reached = true;
			tree->nodes[child].depth = node->depth + 1;
			tree->order[n++] = child;
		}
	}
	return n;
}

static void cut(struct devtree *tree, size_t node)
{
	struct devnode *parent = &tree->nodes[tree->nodes[node].parent];
	size_t *at = &parent->child, before = NO_NODE;

	while (*at != node) {
		before = *at;
		at = &tree->nodes[*at].next;
	}
	*at = tree->nodes[node].next;
	if (parent->last == node)
		parent->last = before;
	tree->nodes[node].next = NO_NODE;
	tree->nodes[node].parent = NO_NODE;
}

static void order(struct devtree *tree)
{
	size_t i, n = 0;

	for (i = 0; i < tree->n; i++)
		link_child(tree, i);
	/* The root of a bus has no row; loop disks and the like come last. */
	for (i = 0; i < tree->n; i++)
		if (tree->nodes[i].parent == NO_NODE &&
		    tree->nodes[i].row == NO_NODE)
			n = reach(tree, i, n);
	for (i = 0; i < tree->n; i++)
		if (tree->nodes[i].parent == NO_NODE && !tree->nodes[i].reached)
			n = reach(tree, i, n);
	/* The rest are cycles. */
	for (i = 0; i < tree->n; i++) {
		if (tree->nodes[i].reached)
			continue;
		cut(tree, i);
		n = reach(tree, i, n);
	}
}

bool devtree_make(struct devtree *tree, const struct view *devices,
		  const struct view *disks)
{
	size_t i, most = 2 * devices->rows + 1;
	bool good;

	memset(tree, 0, sizeof(*tree));
	if (!grid_make(&tree->grid, devices))
		return false;
	tree->nodes = calloc(most, sizeof(*tree->nodes));
	tree->order = calloc(most, sizeof(*tree->order));
	tree->sorted = calloc(most, sizeof(*tree->sorted));
	good = tree->nodes && tree->order && tree->sorted;
	for (i = 0; good && i < tree->grid.rows; i++)
		add_node(tree,
			 cell_named(devices, grid_row(&tree->grid, i),
				    "DEVICE"),
			 i);
	good = good && sort_names(tree) && add_parents(tree);
	if (!good) {
		complain(FAILED, "no memory for %llu devices", devices->rows);
		devtree_free(tree);
		return false;
	}
	find_parents(tree);
	if (disks)
		use_disks(tree, disks);
	order(tree);
	return true;
}

void devtree_free(struct devtree *tree)
{
	grid_free(&tree->grid);
	free(tree->nodes);
	free(tree->order);
	free(tree->sorted);
	memset(tree, 0, sizeof(*tree));
}
