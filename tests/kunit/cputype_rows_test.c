// SPDX-License-Identifier: GPL-2.0
#include "cells.h"

#include "../../module/cputype_rows.c"

static const char *const flags[] = { "fpu", NULL, "de", "pse" };
static const char *const bugs[] = { "f00f", "meltdown" };
static const struct hwi_cpu_names names = {
	.flags = flags,
	.nr_flags = ARRAY_SIZE(flags),
	.bugs = bugs,
	.nr_bugs = ARRAY_SIZE(bugs),
};

static unsigned long cpus[BITS_TO_LONGS(NR_CPUS)];

/* CPU 0, about which nothing is known. */
static struct hwi_cputype *new_type(struct kunit *test)
{
	struct hwi_cputype *type =
		kunit_kzalloc(test, sizeof(*type), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, type);
	cpus[0] = 1;
	type->cpus = cpus;
	return type;
}

#define EXPECT_TYPE(test, type, want)                                         \
	EXPECT_STRING(test,                                                   \
		      ROW(test, hwi_cputype_columns, hwi_cputype_row, (type), \
			  &names),                                            \
		      want)

#define EXPECT_IN(test, type, column, want)                                    \
	EXPECT_STRING(test,                                                    \
		      CELL(test, column, hwi_cputype_columns, hwi_cputype_row, \
			   (type), &names),                                    \
		      want)

static void nothing_is_known(struct kunit *test)
{
	EXPECT_TYPE(test, new_type(test), "0 - - - - - - - - -");
}

static void all_is_known(struct kunit *test)
{
	struct hwi_cputype *type = new_type(test);

	cpus[0] = 0xd;
	type->kind = (struct hwi_cpu_kind){
		.vendor = "GenuineIntel",
		.family = "6",
		.model = "151",
		.stepping = "2",
		.microcode = 0x2e,
		.capacity = 1024,
		.has_flags = true,
		.has_bugs = true,
		.flags = { 0x9 },
		.bugs = { 0x2 },
	};
	type->name = "12th Gen Intel(R) Core(TM) i9";
	EXPECT_TYPE(
		test, type,
		"0,2-3 GenuineIntel 6 151 2 0x2e 1024 meltdown fpu,pse 12th Gen Intel(R) Core(TM) i9");
}

static void words_of_other_architectures(struct kunit *test)
{
	struct hwi_cputype *type = new_type(test);

	type->kind = (struct hwi_cpu_kind){
		.vendor = "0x41",
		.family = "8",
		.model = "0xd08",
		.stepping = "r0p3",
		.capacity = 446,
		.has_flags = true,
		.flags = { 0x4 },
	};
	type->name = "arm,cortex-a72";
	EXPECT_TYPE(test, type,
		    "0 0x41 8 0xd08 r0p3 - 446 - de arm,cortex-a72");
}

/* "None" and "unknown" are different. */
static void sets_that_are_empty(struct kunit *test)
{
	struct hwi_cputype *type = new_type(test);

	type->kind.has_bugs = true;
	EXPECT_IN(test, type, "BUGS", "none");
	EXPECT_IN(test, type, "FLAGS", "-");
	type->kind.has_flags = true;
	EXPECT_IN(test, type, "FLAGS", "none");
}

/* /proc/cpuinfo skips them, too. */
static void bits_without_a_name(struct kunit *test)
{
	struct hwi_cputype *type = new_type(test);

	type->kind.has_flags = true;
	type->kind.flags[0] = 0x2;
	EXPECT_IN(test, type, "FLAGS", "none");
	type->kind.flags[0] = 0xf;
	EXPECT_IN(test, type, "FLAGS", "fpu,de,pse");
	/* Nor does a bit beyond the last name have one. */
	type->kind.flags[0] = 0xff8;
	EXPECT_IN(test, type, "FLAGS", "pse");
}

static void what_firmware_may_have_written(struct kunit *test)
{
	struct hwi_cputype *type = new_type(test);

	strscpy(type->kind.vendor, "a b\tc", sizeof(type->kind.vendor));
	type->name = " x\n";
	EXPECT_IN(test, type, "VENDOR", "a\\040b\\011c");
	EXPECT_IN(test, type, "NAME", "\\040x\\012");
}

static struct kunit_case cputype_rows_cases[] = {
	KUNIT_CASE(nothing_is_known),
	KUNIT_CASE(all_is_known),
	KUNIT_CASE(words_of_other_architectures),
	KUNIT_CASE(sets_that_are_empty),
	KUNIT_CASE(bits_without_a_name),
	KUNIT_CASE(what_firmware_may_have_written),
	{}
};

static struct kunit_suite cputype_rows_suite = {
	.name = "hwinsight_cputype_rows",
	.test_cases = cputype_rows_cases,
};

kunit_test_suite(cputype_rows_suite);

MODULE_DESCRIPTION("KUnit: kinds of CPUs as rows");
MODULE_LICENSE("GPL");
