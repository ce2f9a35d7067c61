// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/owner.c"
#include "../../module/device_rows.c"
#include "../../module/device_id_text.c"
#include "../../module/module_rows.c"

#include "devices.h"

#define NR 100

/**
 * struct fake - modules m0 to m99
 * @modules: all of them
 * @module: each
 * @name: their names
 */
struct fake {
	struct hwi_modules modules;
	struct hwi_module module[NR];
	char name[NR][8];
};

static struct fake *make(struct kunit *test)
{
	struct fake *fake = kunit_kzalloc(test, sizeof(*fake), GFP_KERNEL);
	unsigned int i;

	KUNIT_ASSERT_TRUE(test, fake);
	for (i = 0; i < NR; i++) {
		snprintf(fake->name[i], sizeof(fake->name[i]), "m%u", i);
		fake->module[i].name = fake->name[i];
		fake->module[i].state = HWI_MODULE_LIVE;
		if (i + 1 < NR)
			fake->module[i].next = &fake->module[i + 1];
	}
	fake->modules.first = fake->module;
	fake->modules.nr = NR;
	return fake;
}

#define EXPECT_MODULE(test, module, want)                                    \
	EXPECT_STRING(test,                                                  \
		      ROW(test, hwi_module_columns, hwi_module_row, module), \
		      want)

#define MODULE_CELL(test, column, module) \
	CELL(test, column, hwi_module_columns, hwi_module_row, module)

static void a_name_finds_its_module(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 16384);
	struct fake *fake = make(test);
	struct hwi_index by_name = {};
	unsigned int i;

	KUNIT_ASSERT_EQ(test, index_by_name(&by_name, &arena, &fake->modules),
			0);
	for (i = 0; i < NR; i++)
		KUNIT_EXPECT_PTR_EQ(test, find(&by_name, fake->name[i]),
				    &fake->module[i]);
	KUNIT_EXPECT_TRUE(test, !find(&by_name, "m100"));
	KUNIT_EXPECT_TRUE(test, !find(&by_name, "m"));
	KUNIT_EXPECT_TRUE(test, !find(&by_name, "m11x"));
	KUNIT_EXPECT_TRUE(test, !find(&by_name, ""));
}

/* Names with the same hash are told apart: here they share an entry's key. */
static void names_of_one_hash(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_module a = { .name = "a" }, b = { .name = "b" };
	struct hwi_index by_name = {};

	KUNIT_ASSERT_TRUE(test, hwi_index_init(&by_name, &arena, 2));
	KUNIT_ASSERT_TRUE(test,
			  hwi_index_add(&by_name, &arena, key_of("a"), &a));
	KUNIT_ASSERT_TRUE(test,
			  hwi_index_add(&by_name, &arena, key_of("a"), &b));
	KUNIT_EXPECT_PTR_EQ(test, find(&by_name, "a"), &a);
}

static void no_modules_no_find(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);
	struct hwi_modules modules = {};
	struct hwi_index by_name = {};

	KUNIT_EXPECT_TRUE(test, !find(&by_name, "m"));
	KUNIT_EXPECT_EQ(test, index_by_name(&by_name, &arena, &modules), 0);
	KUNIT_EXPECT_TRUE(test, !find(&by_name, "m"));
}

/*
 * a is bound by m1, b by m1 without a bus, c by nobody, d by an unknown
 * module, e by m1, f by something that has no module.
 */
static void add_devices(struct kunit *test, struct fake_devices *sys)
{
	devices_begin(test, sys);
	devices_add(test, sys, NULL, "p", NULL, "a", "drv")->module = "m1";
	devices_add(test, sys, NULL, NULL, "p", "b", "drv")->module = "m1";
	devices_add(test, sys, NULL, "p", NULL, "c", NULL)->module = "m1";
	devices_add(test, sys, NULL, "p", NULL, "d", "drv")->module = "x";
	devices_add(test, sys, NULL, "p", NULL, "e,e", "drv")->module = "m1";
	devices_add(test, sys, NULL, "p", NULL, "f", "drv");
}

static void devices_go_to_their_module(struct kunit *test)
{
	struct fake *fake = make(test);
	struct fake_devices sys;

	add_devices(test, &sys);
	KUNIT_ASSERT_EQ(
		test,
		hwi_modules_join(&fake->modules, &sys.arena, &sys.devices), 0);
	EXPECT_STRING(test, MODULE_CELL(test, "DEVICES", &fake->module[1]),
		      "p:a,p:e\\054e");
	EXPECT_STRING(test, MODULE_CELL(test, "DEVICES", &fake->module[2]),
		      "none");
}

/* However small the arena is at first. */
static void joined_in_any_room(struct kunit *test)
{
	struct fake_devices sys;
	struct hwi_arena arena;
	struct fake *fake;
	size_t size;

	add_devices(test, &sys);
	for (size = 0; size < 4096; size += 8) {
		fake = make(test);
		arena = new_arena(test, size);
		KUNIT_EXPECT_EQ(test,
				hwi_modules_join(&fake->modules, &arena,
						 &sys.devices),
				0);
		KUNIT_ASSERT_TRUE(test, fake->module[1].last_device);
		KUNIT_EXPECT_PTR_EQ(test, fake->module[1].devices->next,
				    fake->module[1].last_device);
		EXPECT_STRING(test, fake->module[1].last_device->device->device,
			      "p:e,e");
		KUNIT_EXPECT_TRUE(test, !fake->module[1].last_device->next);
		hwi_arena_free(&arena);
	}
}

static void no_room_is_an_error(struct kunit *test)
{
	struct hwi_budget nothing = {};
	struct fake *fake = make(test);
	struct fake_devices sys;
	struct hwi_arena arena;

	add_devices(test, &sys);
	hwi_arena_init(&arena, &nothing);
	KUNIT_EXPECT_EQ(test,
			hwi_modules_join(&fake->modules, &arena, &sys.devices),
			-EFBIG);
	hwi_arena_free(&arena);
}

static void expect_taint(struct kunit *test, unsigned long taints,
			 const char *want)
{
	struct hwi_module module = {
		.name = "m",
		.state = HWI_MODULE_LIVE,
		.taints = taints,
	};

	EXPECT_STRING(test, MODULE_CELL(test, "TAINT", &module), want);
}

static void taints_are_letters(struct kunit *test)
{
	expect_taint(test, 0, "-");
	expect_taint(test, BIT(0), "P");
	expect_taint(test, BIT(12) | BIT(13), "OE");
	expect_taint(test, BIT(15) | BIT(10), "CK");
	/* A bit that is not known here has no letter. */
	expect_taint(test, BIT(30), "-");
	expect_taint(test, ~0ul, "PFSRMBUDAWCIOELKXTNJ");
}

static void a_module_as_a_row(struct kunit *test)
{
	struct hwi_module module = {
		.name = "my mod",
		.version = "1.0 beta",
		.state = HWI_MODULE_LIVE,
		.size = 48 << 10,
		.has_refs = true,
		.refs = 3,
		.taints = BIT(12),
	};

	EXPECT_MODULE(test, &module, "my\\040mod live 48K 3 O none 1.0 beta");
	module.version = NULL;
	module.taints = 0;
	module.refs = 0;
	EXPECT_MODULE(test, &module, "my\\040mod live 48K 0 - none -");
	/* There is no reference count while it is unloading. */
	module.state = HWI_MODULE_UNLOADING;
	module.refs = -1;
	EXPECT_MODULE(test, &module, "my\\040mod unloading 48K - - none -");
	module.state = HWI_MODULE_LOADING;
	module.refs = 1;
	EXPECT_MODULE(test, &module, "my\\040mod loading 48K 1 - none -");
	module.has_refs = false;
	EXPECT_MODULE(test, &module, "my\\040mod loading 48K - - none -");
}

/* A built-in module has neither a size of its own nor references. */
static void what_is_built_in(struct kunit *test)
{
	struct hwi_module module = {
		.name = "printk",
		.state = HWI_MODULE_BUILTIN,
	};

	EXPECT_MODULE(test, &module, "printk builtin - - - none -");
}

static struct kunit_case module_rows_cases[] = {
	KUNIT_CASE(a_name_finds_its_module),
	KUNIT_CASE(names_of_one_hash),
	KUNIT_CASE(no_modules_no_find),
	KUNIT_CASE(devices_go_to_their_module),
	KUNIT_CASE(joined_in_any_room),
	KUNIT_CASE(no_room_is_an_error),
	KUNIT_CASE(taints_are_letters),
	KUNIT_CASE(a_module_as_a_row),
	KUNIT_CASE(what_is_built_in),
	{}
};

static struct kunit_suite module_rows_suite = {
	.name = "hwinsight_module_rows",
	.test_cases = module_rows_cases,
};

kunit_test_suite(module_rows_suite);

MODULE_DESCRIPTION("KUnit: modules, their devices, their rows");
MODULE_LICENSE("GPL");
