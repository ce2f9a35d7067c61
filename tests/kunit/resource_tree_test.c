// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/resource_rows.c"

#include "resources.h"

/* The copy as "LVL:NAME" of each resource in turn. */
static const char *shape(struct kunit *test, const struct fake *fake)
{
	const struct hwi_resource *r;
	char *text = kunit_kzalloc(test, 1024, GFP_KERNEL);
	unsigned int nr = 0;
	int n = 0;

	KUNIT_ASSERT_TRUE(test, text);
	for (r = fake->copied.first; r; r = r->next, nr++)
		n += scnprintf(text + n, 1024 - n, "%s%u:%s", n ? " " : "",
			       r->level, r->name ? r->name : "");
	KUNIT_EXPECT_EQ(test, nr, fake->copied.nr);
	return text;
}

static void an_empty_tree(struct kunit *test)
{
	struct fake fake = {};

	copy_tree(test, &fake, 64);
	KUNIT_EXPECT_TRUE(test, !fake.copied.first);
	KUNIT_EXPECT_EQ(test, fake.copied.nr, 0U);
	KUNIT_EXPECT_EQ(test, fake.arena.left, (size_t)64);
	KUNIT_EXPECT_FALSE(test, fake.arena.overflow);
}

static void an_empty_tree_in_no_memory(struct kunit *test)
{
	struct fake fake = {};

	copy_tree(test, &fake, 0);
	KUNIT_EXPECT_TRUE(test, !fake.copied.first);
	KUNIT_EXPECT_FALSE(test, fake.arena.overflow);
}

/*
 *  root
 *   `- a 0x10-0x1f
 */
static void every_member_is_copied(struct kunit *test)
{
	struct resource a = { .start = 0x10,
			      .end = 0x1f,
			      .name = "a",
			      .flags = IORESOURCE_MEM | IORESOURCE_BUSY };
	struct fake fake = {};
	const struct hwi_resource *r;

	hang(&fake.root, &a);
	copy_tree(test, &fake, 1024);
	r = fake.copied.first;
	KUNIT_ASSERT_TRUE(test, r);
	KUNIT_EXPECT_TRUE(test, !r->next && !r->parent && !r->owner);
	KUNIT_EXPECT_PTR_EQ(test, r->key, (const struct resource *)&a);
	KUNIT_EXPECT_EQ(test, r->start, (u64)0x10);
	KUNIT_EXPECT_EQ(test, r->end, (u64)0x1f);
	KUNIT_EXPECT_EQ(test, r->flags, a.flags);
	KUNIT_EXPECT_EQ(test, r->level, 0U);
	/* The name is a copy: the original may go. */
	KUNIT_EXPECT_TRUE(test, r->name != a.name);
	EXPECT_STRING(test, r->name, "a");
}

/*
 *  root
 *   |- a
 *   |   |- b
 *   |   |   `- c
 *   |   `- d
 *   `- e
 *       `- f
 */
static void parents_come_before_children(struct kunit *test)
{
	struct resource a = RES(0x00, 0x7f, "a"), b = RES(0x00, 0x1f, "b"),
			c = RES(0x00, 0x0f, "c"), d = RES(0x20, 0x2f, "d"),
			e = RES(0x80, 0xff, "e"), f = RES(0x90, 0x9f, "f");
	struct fake fake = {};
	const struct hwi_resource *r;

	hang(&fake.root, &a);
	hang(&a, &b);
	hang(&b, &c);
	hang(&a, &d);
	hang(&fake.root, &e);
	hang(&e, &f);
	copy_tree(test, &fake, 4096);
	EXPECT_STRING(test, shape(test, &fake), "0:a 1:b 2:c 1:d 0:e 1:f");
	for (r = fake.copied.first; r; r = r->next)
		KUNIT_EXPECT_PTR_EQ(test,
				    r->parent ? r->parent->key : &fake.root,
				    (const struct resource *)r->key->parent);
}

/*
 *  root
 *   `- 0
 *       `- 1
 *           `- ... 499
 *   `- last
 */
static void a_deep_tree(struct kunit *test)
{
	struct resource *deep, last = RES(1, 1, "last");
	const struct hwi_resource *r;
	struct fake fake = {};
	unsigned int i;

	deep = kunit_kzalloc(test, 500 * sizeof(*deep), GFP_KERNEL);
	KUNIT_ASSERT_TRUE(test, deep);
	for (i = 0; i < 500; i++)
		hang(i ? &deep[i - 1] : &fake.root, &deep[i]);
	hang(&fake.root, &last);
	copy_tree(test, &fake, 65536);
	KUNIT_EXPECT_EQ(test, fake.copied.nr, 501U);
	r = fake.copied.first;
	for (i = 0; i < 500 && r; i++, r = r->next) {
		KUNIT_EXPECT_EQ(test, r->level, i);
		KUNIT_EXPECT_PTR_EQ(test, r->key,
				    (const struct resource *)&deep[i]);
	}
	KUNIT_ASSERT_TRUE(test, r);
	KUNIT_EXPECT_EQ(test, r->level, 0U);
	EXPECT_STRING(test, r->name, "last");
}

/*
 *  root
 *   |- a 0x00-0x3f
 *   |   `- b 0x30-0x5f     beyond its parent
 *   |- c 0x20-0x4f         overlaps its neighbour
 *   |- d 0x60-0x50         ends before it begins
 *   `- e                   has no name
 */
static void what_should_not_be_is_shown_as_it_is(struct kunit *test)
{
	struct resource a = RES(0x00, 0x3f, "a"), b = RES(0x30, 0x5f, "b"),
			c = RES(0x20, 0x4f, "c"), d = RES(0x60, 0x50, "d"),
			e = RES(0, 0, NULL);
	const struct hwi_resource *r;
	struct fake fake = {};

	hang(&fake.root, &a);
	hang(&a, &b);
	hang(&fake.root, &c);
	hang(&fake.root, &d);
	hang(&fake.root, &e);
	copy_tree(test, &fake, 4096);
	EXPECT_STRING(test, shape(test, &fake), "0:a 1:b 0:c 0:d 0:");
	KUNIT_EXPECT_FALSE(test, fake.arena.overflow);
	for (r = fake.copied.first; r; r = r->next) {
		KUNIT_EXPECT_EQ(test, r->start, (u64)r->key->start);
		KUNIT_EXPECT_EQ(test, r->end, (u64)r->key->end);
	}
}

/*
 *  root
 *   |- a                   parent: b
 *   |   `- b               parent: NULL
 *   |       `- c           parent: c
 *   `- d                   parent: never valid memory
 */
static void parent_pointers_are_not_followed(struct kunit *test)
{
	struct resource a = RES(0, 3, "a"), b = RES(0, 2, "b"),
			c = RES(0, 1, "c"), d = RES(4, 5, "d");
	struct fake fake = {};

	hang(&fake.root, &a);
	hang(&a, &b);
	hang(&b, &c);
	hang(&fake.root, &d);
	a.parent = &b;
	b.parent = NULL;
	c.parent = &c;
	d.parent = (struct resource *)1;
	copy_tree(test, &fake, 4096);
	EXPECT_STRING(test, shape(test, &fake), "0:a 1:b 2:c 0:d");
}

/*
 *  root
 *   `- a -> b -> a ...     siblings in a circle
 */
static void a_circle_of_siblings_ends(struct kunit *test)
{
	struct resource a = RES(0, 1, "a"), b = RES(2, 3, "b");
	struct fake fake = {};

	hang(&fake.root, &a);
	hang(&fake.root, &b);
	b.sibling = &a;
	copy_tree(test, &fake, 4096);
	KUNIT_EXPECT_TRUE(test, fake.arena.overflow);
	KUNIT_EXPECT_TRUE(test, fake.copied.nr <
					4096 / sizeof(struct hwi_resource) + 1);
}

/*
 *  root
 *   `- a
 *       `- b
 *           `- a ...       its own grandchild
 */
static void a_circle_of_generations_ends(struct kunit *test)
{
	struct resource a = RES(0, 1, "a"), b = RES(0, 1, "b");
	struct fake fake = {};

	hang(&fake.root, &a);
	hang(&a, &b);
	b.child = &a;
	copy_tree(test, &fake, 4096);
	KUNIT_EXPECT_TRUE(test, fake.arena.overflow);
}

/* As parents_come_before_children(), with every arena size. */
static void a_tree_at_every_size(struct kunit *test)
{
	struct resource a = RES(0x00, 0x7f, "a"), b = RES(0x00, 0x1f, "b"),
			c = RES(0x00, 0x0f, "longer than a word"),
			d = RES(0x20, 0x2f, "d");
	struct fake fake = {};
	bool fitted = false;
	size_t size;

	hang(&fake.root, &a);
	hang(&a, &b);
	hang(&b, &c);
	hang(&fake.root, &d);
	for (size = 0; size < 6 * sizeof(struct hwi_resource); size++) {
		copy_tree(test, &fake, size);
		KUNIT_EXPECT_FALSE(test, fitted && fake.arena.overflow);
		fitted = !fake.arena.overflow;
		if (fitted)
			EXPECT_STRING(test, shape(test, &fake),
				      "0:a 1:b 2:longer than a word 0:d");
		else
			/* Whatever is linked is complete. */
			shape(test, &fake);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static struct kunit_case resource_tree_cases[] = {
	KUNIT_CASE(an_empty_tree),
	KUNIT_CASE(an_empty_tree_in_no_memory),
	KUNIT_CASE(every_member_is_copied),
	KUNIT_CASE(parents_come_before_children),
	KUNIT_CASE(a_deep_tree),
	KUNIT_CASE(what_should_not_be_is_shown_as_it_is),
	KUNIT_CASE(parent_pointers_are_not_followed),
	KUNIT_CASE(a_circle_of_siblings_ends),
	KUNIT_CASE(a_circle_of_generations_ends),
	KUNIT_CASE(a_tree_at_every_size),
	{}
};

static struct kunit_suite resource_tree_suite = {
	.name = "hwinsight_resource_tree",
	.test_cases = resource_tree_cases,
};

kunit_test_suite(resource_tree_suite);

MODULE_DESCRIPTION("KUnit: the copied resource tree");
MODULE_LICENSE("GPL");
