// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/core/access_rules.c"

/* Openers, by the bits of a number, so that a loop covers every combination. */
#define EVERYONE 64

static struct hwi_opener opener_of(unsigned int bits, int unprivileged)
{
	return (struct hwi_opener){
		.admin = bits & 1,
		.init_namespaces = bits & 2,
		.ptrace = bits & 4,
		.pids_hidden = bits & 8,
		.no_new_privs = bits & 16,
		.resource = bits & 32,
		.unprivileged = unprivileged,
	};
}

/*
 * Whether a view opens (o) or not (-) when the tunable is 0, 1 and 2; then the
 * same for the summary.
 */
static const char *const opens[2][2] = {
	/* outside the initial namespaces, inside them */
	{ "--- ---", "--o -oo" }, /* without CAP_SYS_ADMIN */
	{ "ooo ooo", "ooo ooo" }, /* with it */
};

static void who_may_open(struct kunit *test)
{
	unsigned int bits, summary;
	int unprivileged;

	for (bits = 0; bits < EVERYONE; bits++)
		for (summary = 0; summary < 2; summary++)
			for (unprivileged = 0; unprivileged < 3;
			     unprivileged++) {
				struct hwi_opener who =
					opener_of(bits, unprivileged);
				const char *row =
					opens[who.admin][who.init_namespaces];
				char want = row[4 * summary + unprivileged];
				struct hwi_access access = {};
				int err = hwi_access_decide(&who, summary,
							    &access);

				KUNIT_EXPECT_EQ(test, err,
						want == 'o' ? 0 : -EACCES);
			}
}

/* IRQ threads' PIDs: by initial namespaces, and by whether /proc hides PIDs. */
static const bool shows_pids[2][2] = { { false, false }, { true, false } };

static void what_an_opener_sees(struct kunit *test)
{
	unsigned int bits, summary;

	for (bits = 0; bits < EVERYONE; bits++)
		for (summary = 0; summary < 2; summary++) {
			struct hwi_opener who =
				opener_of(bits, HWI_UNPRIVILEGED_ALL);
			struct hwi_access access = {};

			if (hwi_access_decide(&who, summary, &access))
				continue;
			KUNIT_EXPECT_TRUE(test, access.addresses == who.admin);
			KUNIT_EXPECT_TRUE(test, access.firmware == who.admin);
			KUNIT_EXPECT_TRUE(
				test, access.pids ==
					      shows_pids[who.init_namespaces]
							[who.pids_hidden]);
			KUNIT_EXPECT_TRUE(test,
					  access.descriptors == who.ptrace);
			KUNIT_EXPECT_TRUE(test, access.own_descriptors ==
							!who.no_new_privs);
			KUNIT_EXPECT_TRUE(test,
					  access.unlimited == who.resource);
		}
}

/* A refusal grants nothing, and leaves what was there before as it was. */
static void a_refusal_sets_nothing(struct kunit *test)
{
	struct hwi_access before, access;
	struct hwi_opener nobody = {};

	memset(&before, POISON, sizeof(before));
	memset(&access, POISON, sizeof(access));
	KUNIT_EXPECT_EQ(test, hwi_access_decide(&nobody, false, &access),
			-EACCES);
	KUNIT_EXPECT_EQ(test, memcmp(&before, &access, sizeof(access)), 0);
}

static struct kunit_case access_rules_cases[] = {
	KUNIT_CASE(who_may_open),
	KUNIT_CASE(what_an_opener_sees),
	KUNIT_CASE(a_refusal_sets_nothing),
	{}
};

static struct kunit_suite access_rules_suite = {
	.name = "hwinsight_access_rules",
	.test_cases = access_rules_cases,
};

kunit_test_suite(access_rules_suite);

MODULE_DESCRIPTION("KUnit: who may see what");
MODULE_LICENSE("GPL");
