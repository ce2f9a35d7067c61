/* SPDX-License-Identifier: GPL-2.0 */
/* Which devices a person looks for in a tree. */
#ifndef KINDS_H
#define KINDS_H

#include "devtree.h"

/*
 * Mark in @shown the nodes that are hardware, or what hardware is used by: not
 * those that the kernel makes up for itself. @shown has a place for each node.
 */
void kinds_choose(const struct devtree *tree, bool *shown);

#endif
