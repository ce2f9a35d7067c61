/* SPDX-License-Identifier: GPL-2.0 */
/* A tree, line by line. */
#ifndef BRANCHES_H
#define BRANCHES_H

#include "devtree.h"
#include "display.h"
#include "ids.h"
#include "pen.h"

/* What is known about the devices besides the tree itself. */
struct branches {
	const struct devtree *tree;
	const bool *shown; /* of each node; hidden nodes are skipped */
	struct grid *disks, *netdevs; /* or NULL */
	struct ids *ids;
	const struct display *display;
	bool ascii;
};

/* Print @root and the nodes below it; NO_NODE: all. False: out of memory. */
bool branches_print(struct out *out, const struct branches *branches,
		    size_t root);

/* Print what follows a node's name: driver, IRQs, size, speed. */
void branches_describe(struct pen *pen, const struct branches *branches,
		       size_t node);

#endif
