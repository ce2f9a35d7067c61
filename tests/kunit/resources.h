/* SPDX-License-Identifier: GPL-2.0 */
/* Fake resource trees. First include module/resource_rows.c. */
#ifndef HWI_KUNIT_RESOURCES_H
#define HWI_KUNIT_RESOURCES_H

#include "helpers.h"

#include "../../module/resource_rows.h"

#define RES(a, b, text)                                  \
	{                                                \
		.start = (a), .end = (b), .name = (text) \
	}

/* What every test needs; the tree is below root. */
struct fake {
	struct hwi_arena arena;
	struct hwi_resources copied;
	struct resource root;
};

/* Add a child below @parent, after those before it. */
static inline void hang(struct resource *parent, struct resource *child)
{
	struct resource **link = &parent->child;

	while (*link)
		link = &(*link)->sibling;
	*link = child;
	child->parent = parent;
}

static inline void copy_tree(struct kunit *test, struct fake *fake, size_t size)
{
	fake->arena = new_arena(test, size);
	hwi_resources_copy(&fake->copied, &fake->arena, &fake->root);
}

#endif
