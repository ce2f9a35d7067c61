/* SPDX-License-Identifier: GPL-2.0 */
/* Which devices a tree shows. */
#ifndef KINDS_H
#define KINDS_H

#include "devtree.h"

/*
 * Mark in @shown, which has an entry for each node, the nodes that are hardware
 * or belong to hardware, not those that the kernel creates for itself.
 */
void kinds_choose(const struct devtree *tree, bool *shown);

#endif
