/* SPDX-License-Identifier: GPL-2.0 */
/* The rows of `devices` as a tree. */
#ifndef DEVTREE_H
#define DEVTREE_H

#include "grid.h"

#define NO_NODE ((size_t)-1)

/* A device, or a parent without a row that only its children name. */
struct devnode {
	struct slice name;
	size_t row; /* or NO_NODE */
	size_t parent, child, last, next; /* or NO_NODE */
	unsigned int depth;
	bool reached;
};

struct devtree {
	struct grid grid; /* of the view `devices` */
	struct devnode *nodes;
	size_t n;
	size_t *order; /* parents before what is below them */
	size_t *sorted; /* by name */
	size_t nr_sorted;
};

/*
 * Build the tree from `devices`, and where a parent has no row, from the
 * devices that `disks` (or NULL) names. Every node is reached, whatever the
 * view says: of a cycle, one node becomes a root. Returns false after a
 * complaint if out of memory.
 */
bool devtree_make(struct devtree *tree, const struct view *devices,
		  const struct view *disks);
void devtree_free(struct devtree *tree);

/* The node named "bus:name", or NO_NODE. */
size_t devtree_find(const struct devtree *tree, struct slice name);

/* The cell of a node in a column; "-" if it has no row. */
struct slice devtree_cell(const struct devtree *tree, size_t node,
			  const char *column);

#endif
