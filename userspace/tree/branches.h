/* SPDX-License-Identifier: GPL-2.0 */
/* A tree, line by line. */
#ifndef BRANCHES_H
#define BRANCHES_H

#include "devtree.h"
#include "display.h"
#include "ids.h"
#include "pen.h"

/* What is known of the devices beside the tree itself. */
struct branches {
	const struct devtree *tree;
	const bool *shown; /* of each node; what is not shown is passed over */
	struct grid *disks, *netdevs; /* or NULL */
	struct ids *ids;
	const struct display *display;
	bool ascii;
};

/* Print the nodes below @root, and itself; or all for NO_NODE. False: no memory. */
bool branches_print(struct out *out, const struct branches *branches,
		    size_t root);

/* What there is to say of a node after its name: driver, IRQs, size, speed. */
void branches_describe(struct pen *pen, const struct branches *branches,
		       size_t node);

#endif
