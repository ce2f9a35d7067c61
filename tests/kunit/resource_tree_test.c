// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/text.c"
#include "../../module/owners.c"
#include "../../module/resource_tree.c"

#define RES(a, b, text)                                  \
	{                                                \
		.start = (a), .end = (b), .name = (text) \
	}

/* What every test needs; the tree hangs below root. */
struct fake {
	struct hwi_arena arena;
	struct hwi_resources copied;
	struct resource root;
};

/* Hang the next child below a parent, in the order of the calls. */
static void hang(struct resource *parent, struct resource *child)
{
	struct resource **link = &parent->child;

	while (*link)
		link = &(*link)->sibling;
	*link = child;
	child->parent = parent;
}

static void copy_tree(struct kunit *test, struct fake *fake, size_t size)
{
	fake->arena = new_arena(test, size);
	hwi_resources_copy(&fake->copied, &fake->arena, &fake->root);
}

/* The copy as "LVL:NAME" of each resource in turn. */
static const char *shape(struct kunit *test, const struct fake *fake)
{
	const struct hwi_resource *r;
	char *text = kunit_kzalloc(test, 1024, GFP_KERNEL);
	unsigned int nr = 0;
	int n = 0;

	KUNIT_ASSERT_TRUE(test, text);
	for (r = fake->copied.first; r; r = r->next, nr++)
		n += scnprintf(text + n, 1024 - n, "%s%u:%.*s", n ? " " : "",
			       r->level, (int)r->name.len,
			       r->name.text ? r->name.text : "");
	KUNIT_EXPECT_EQ(test, nr, fake->copied.nr);
	return text;
}

static void an_empty_tree(struct kunit *test)
{
	struct fake fake = {};

	copy_tree(test, &fake, 64);
	KUNIT_EXPECT_TRUE(test, !fake.copied.first);
	KUNIT_EXPECT_EQ(test, fake.copied.nr, 0U);
	KUNIT_EXPECT_EQ(test, fake.arena.used, (size_t)0);
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
	/* A copy: the original may go. */
	KUNIT_EXPECT_TRUE(test, r->name.text != a.name);
	EXPECT_TEXT(test, r->name, "a");
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
	EXPECT_TEXT(test, r->name, "last");
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

/* As parents_come_before_children(), in each size of arena. */
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
	for (size = 0; size < 5 * sizeof(struct hwi_resource); size++) {
		copy_tree(test, &fake, size);
		KUNIT_EXPECT_TRUE(test, fake.arena.used <= size);
		KUNIT_EXPECT_FALSE(test, fitted && fake.arena.overflow);
		fitted = !fake.arena.overflow;
		if (fitted)
			EXPECT_STRING(test, shape(test, &fake),
				      "0:a 1:b 2:longer than a word 0:d");
		else
			/* What is linked is complete. */
			shape(test, &fake);
		kunit_kfree(test, fake.arena.base);
	}
	KUNIT_EXPECT_TRUE(test, fitted);
}

static const struct hwi_owner *owner_named(const struct fake *fake,
					   const char *name)
{
	const struct hwi_resource *r;

	for (r = fake->copied.first; r; r = r->next)
		if (r->name.len == strlen(name) &&
		    !memcmp(r->name.text, name, r->name.len))
			return r->owner;
	return ERR_PTR(-ENOENT);
}

/* As the view does, row by row. */
static void own(struct hwi_resources *resources,
		const struct hwi_owners *owners)
{
	struct hwi_resource *r;

	for (r = resources->first; r; r = r->next)
		hwi_resource_own(r, owners);
}

/*
 *  root
 *   |- bridge  0x000-0x3ff       PCI, by its resource
 *   |   |- bar 0x000-0x0ff       PCI, by its resource
 *   |   |   `- driver 0x00-0x7f  inherits from bar
 *   |   `- hole 0x200-0x2ff      inherits from bridge
 *   |- acpi    0x400-0x4ff       in a PNP device's range
 *   |- reused  0x600-0x6ff       its key has another range: nobody's
 *   `- ram     0x800-0x8ff       nobody's
 */
static void owners_by_key_then_parent_then_range(struct kunit *test)
{
	struct resource bridge = RES(0x000, 0x3ff, "bridge"),
			bar = RES(0x000, 0x0ff, "bar"),
			driver = RES(0x000, 0x07f, "driver"),
			hole = RES(0x200, 0x2ff, "hole"),
			acpi = RES(0x400, 0x4ff, "acpi"),
			reused = RES(0x600, 0x6ff, "reused"),
			ram = RES(0x800, 0x8ff, "ram");
	static const struct hwi_owner port, card, board, stale;
	struct hwi_owners owners;
	struct fake fake = {};

	hang(&fake.root, &bridge);
	hang(&bridge, &bar);
	hang(&bar, &driver);
	hang(&bridge, &hole);
	hang(&fake.root, &acpi);
	hang(&fake.root, &reused);
	hang(&fake.root, &ram);
	copy_tree(test, &fake, 8192);
	hwi_owners_init(&owners, &fake.arena);
	hwi_owners_add_key(&owners, (unsigned long)&bridge, 0, 0x3ff, &port);
	hwi_owners_add_key(&owners, (unsigned long)&bar, 0, 0x0ff, &card);
	hwi_owners_add_key(&owners, (unsigned long)&reused, 0x700, 0x7ff,
			   &stale);
	/* Also over the bridge: identity goes first. */
	hwi_owners_add_range(&owners, 0x000, 0x4ff, &board);
	own(&fake.copied, &owners);
	KUNIT_EXPECT_PTR_EQ(test, owner_named(&fake, "bridge"), &port);
	KUNIT_EXPECT_PTR_EQ(test, owner_named(&fake, "bar"), &card);
	KUNIT_EXPECT_PTR_EQ(test, owner_named(&fake, "driver"), &card);
	KUNIT_EXPECT_PTR_EQ(test, owner_named(&fake, "hole"), &port);
	KUNIT_EXPECT_PTR_EQ(test, owner_named(&fake, "acpi"), &board);
	KUNIT_EXPECT_TRUE(test, !owner_named(&fake, "reused"));
	KUNIT_EXPECT_TRUE(test, !owner_named(&fake, "ram"));
}

static void nobody_owns_an_empty_tree(struct kunit *test)
{
	struct hwi_owners owners;
	struct fake fake = {};

	copy_tree(test, &fake, 64);
	hwi_owners_init(&owners, &fake.arena);
	own(&fake.copied, &owners);
	KUNIT_EXPECT_TRUE(test, !fake.copied.first);
}

static void expect_flags(struct kunit *test, unsigned long flags,
			 const char *want)
{
	struct hwi_arena arena = new_arena(test, 512);

	EXPECT_STRING(test, c_string(test, hwi_resource_flags(&arena, flags)),
		      want);
}

static void flags_name_the_type(struct kunit *test)
{
	expect_flags(test, 0, "none");
	expect_flags(test, IORESOURCE_IO, "io");
	expect_flags(test, IORESOURCE_MEM, "mem");
	/* Its value is that of io and mem together. */
	expect_flags(test, IORESOURCE_REG, "reg");
	expect_flags(test, IORESOURCE_IRQ, "irq");
	expect_flags(test, IORESOURCE_DMA, "dma");
	expect_flags(test, IORESOURCE_BUS, "bus");
	/* A type the kernel does not have gets no word. */
	expect_flags(test, IORESOURCE_IRQ | IORESOURCE_DMA, "none");
}

static void flags_name_each_bit(struct kunit *test)
{
	expect_flags(test, IORESOURCE_SYSTEM_RAM, "mem,sysram");
	/* sysram is memory or nothing. */
	expect_flags(test, IORESOURCE_SYSRAM, "none");
	expect_flags(test, IORESOURCE_WINDOW, "window");
	expect_flags(test, IORESOURCE_MEM_64, "64bit");
	expect_flags(test, IORESOURCE_PREFETCH, "prefetch");
	expect_flags(test, IORESOURCE_READONLY, "readonly");
	expect_flags(test, IORESOURCE_CACHEABLE, "cacheable");
	expect_flags(test, IORESOURCE_MUXED, "muxed");
	expect_flags(test, IORESOURCE_EXCLUSIVE, "exclusive");
	expect_flags(test, IORESOURCE_DISABLED, "disabled");
	expect_flags(test, IORESOURCE_UNSET, "unset");
	expect_flags(test, IORESOURCE_AUTO, "auto");
	expect_flags(test, IORESOURCE_BUSY, "busy");
}

static void flags_together(struct kunit *test)
{
	expect_flags(test, IORESOURCE_MEM | IORESOURCE_BUSY, "mem,busy");
	expect_flags(test,
		     IORESOURCE_SYSTEM_RAM | IORESOURCE_BUSY |
			     IORESOURCE_EXCLUSIVE,
		     "mem,sysram,exclusive,busy");
	expect_flags(test,
		     IORESOURCE_MEM | IORESOURCE_MEM_64 | IORESOURCE_PREFETCH |
			     IORESOURCE_WINDOW,
		     "mem,window,64bit,prefetch");
	/* The bus's own bits are not the resource's. */
	expect_flags(test, IORESOURCE_IO | IORESOURCE_BITS, "io");
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
	KUNIT_CASE(owners_by_key_then_parent_then_range),
	KUNIT_CASE(nobody_owns_an_empty_tree),
	KUNIT_CASE(flags_name_the_type),
	KUNIT_CASE(flags_name_each_bit),
	KUNIT_CASE(flags_together),
	{}
};

static struct kunit_suite resource_tree_suite = {
	.name = "hwinsight_resource_tree",
	.test_cases = resource_tree_cases,
};

kunit_test_suite(resource_tree_suite);

MODULE_DESCRIPTION("KUnit: the copied resource tree");
MODULE_LICENSE("GPL");
