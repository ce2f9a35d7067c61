// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/arena.c"
#include "../../module/device_record.c"
#include "../../module/index.c"
#include "../../module/module_record.c"
#include "../../module/owners.c"
#include "../../module/text.c"

#define NR 100

static struct hwi_str text(struct hwi_arena *arena, const char *s)
{
	return hwi_arena_copy(arena, s);
}

/* Modules m0 to m99, the last one without a name. */
static void make_modules(struct kunit *test, struct hwi_modules *modules,
			 struct hwi_arena *arena)
{
	struct hwi_module *module =
		kunit_kzalloc(test, (NR + 1) * sizeof(*module), GFP_KERNEL);
	char name[8];
	int i;

	KUNIT_ASSERT_TRUE(test, module);
	for (i = 0; i < NR; i++) {
		snprintf(name, sizeof(name), "m%d", i);
		module[i].name = text(arena, name);
		module[i].key = 1000 + i;
		module[i].next = &module[i + 1];
	}
	modules->first = module;
	modules->nr = NR + 1;
	hwi_modules_index(modules);
}

static void a_name_finds_its_module(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 4096);
	const struct hwi_module *module;
	struct hwi_modules modules;
	unsigned int i = 0;

	make_modules(test, &modules, &arena);
	for (module = modules.first; i < NR; module = module->next, i++)
		KUNIT_EXPECT_PTR_EQ(test,
				    hwi_modules_find(&modules, module->name),
				    (struct hwi_module *)module);
	KUNIT_EXPECT_TRUE(test,
			  !hwi_modules_find(&modules, text(&arena, "m100")));
	KUNIT_EXPECT_TRUE(test, !hwi_modules_find(&modules, text(&arena, "m")));
	KUNIT_EXPECT_TRUE(test,
			  !hwi_modules_find(&modules, text(&arena, "m11x")));
}

static void no_modules_no_find(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 64);
	struct hwi_modules modules = {};

	hwi_modules_index(&modules);
	KUNIT_EXPECT_TRUE(test, !hwi_modules_find(&modules, text(&arena, "m")));
}

/*
 * a is bound by m1, b by m1 without a bus, c by nobody, d by a module that
 * is not known, e by m1.
 */
static void devices_go_to_their_module(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 8192);
	struct hwi_device *device =
		kunit_kcalloc(test, 5, sizeof(*device), GFP_KERNEL);
	struct hwi_devices devices = { .first = device, .nr = 5 };
	struct hwi_module *module;
	struct hwi_modules modules;
	unsigned int i;

	KUNIT_ASSERT_TRUE(test, device);
	make_modules(test, &modules, &arena);
	for (i = 0; i < 5; i++) {
		char name[] = { 'p', ':', 'a' + i, '\0' };

		device[i].device = text(&arena, name);
		device[i].bus = text(&arena, i == 1 ? NULL : "p");
		device[i].driver = text(&arena, i == 2 ? NULL : "drv");
		device[i].module = text(&arena, i == 3 ? "x" : "m1");
		device[i].next = i < 4 ? &device[i + 1] : NULL;
	}
	hwi_modules_give_devices(&modules, &arena, &devices);
	KUNIT_ASSERT_FALSE(test, arena.overflow);
	module = hwi_modules_find(&modules, text(&arena, "m1"));
	EXPECT_TEXT(test, hwi_module_devices_text(&arena, module), "p:a,p:e");
	module = hwi_modules_find(&modules, text(&arena, "m2"));
	EXPECT_TEXT(test, hwi_module_devices_text(&arena, module), "none");
	/* The list fits, or overflows: no byte is written past the block. */
	module = hwi_modules_find(&modules, text(&arena, "m1"));
	for (i = 0; i <= 32; i += HWI_WORD) {
		struct hwi_arena small = new_arena(test, i);
		struct hwi_str str = hwi_module_devices_text(&small, module);

		KUNIT_EXPECT_EQ(test, small.overflow, !str.text);
	}
}

/* File 1 of m5 is open twice; 2 is m5's too; 3 is of nobody known. */
static void a_file_holds_its_module_once(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 32768);
	struct hwi_open_file file[4] = {
		{ .key = 1, .owner = 1005, .next = &file[1] },
		{ .key = 2, .owner = 1005, .next = &file[2] },
		{ .key = 3, .owner = 7, .next = &file[3] },
		{ .key = 1, .owner = 1005 },
	};
	struct hwi_processes processes = { .files = file, .nr_files = 4 };
	const struct hwi_module *module;
	struct hwi_modules modules;

	make_modules(test, &modules, &arena);
	hwi_modules_give_files(&modules, &arena, &processes);
	KUNIT_ASSERT_FALSE(test, arena.overflow);
	for (module = modules.first; module; module = module->next)
		KUNIT_EXPECT_EQ(test, module->files,
				module->key == 1005 ? 2u : 0u);
}

static void taints_are_letters(struct kunit *test)
{
	struct hwi_arena arena = new_arena(test, 1024);

	EXPECT_NO_TEXT(test, hwi_module_taint_text(&arena, 0));
	EXPECT_TEXT(test, hwi_module_taint_text(&arena, BIT(0)), "P");
	EXPECT_TEXT(test, hwi_module_taint_text(&arena, BIT(12) | BIT(13)),
		    "OE");
	EXPECT_TEXT(test, hwi_module_taint_text(&arena, BIT(15) | BIT(10)),
		    "CK");
	/* What is not known here has no letter. */
	EXPECT_NO_TEXT(test, hwi_module_taint_text(&arena, BIT(30)));
	EXPECT_TEXT(test, hwi_module_taint_text(&arena, ~0ul),
		    "PFSRMBUDAWCIOELKXTNJ");
}

static struct kunit_case module_record_cases[] = {
	KUNIT_CASE(a_name_finds_its_module),
	KUNIT_CASE(no_modules_no_find),
	KUNIT_CASE(devices_go_to_their_module),
	KUNIT_CASE(a_file_holds_its_module_once),
	KUNIT_CASE(taints_are_letters),
	{}
};

static struct kunit_suite module_record_suite = {
	.name = "hwinsight_module_record",
	.test_cases = module_record_cases,
};

kunit_test_suite(module_record_suite);

MODULE_DESCRIPTION("KUnit: modules, their devices and files");
MODULE_LICENSE("GPL");
