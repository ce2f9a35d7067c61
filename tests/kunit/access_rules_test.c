// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include "../../module/access_rules.c"

/*
 * The rules once more, as a table of every combination: refused (r), or what
 * is shown, addresses (A) and pids (P).
 */
static const struct {
	bool admin, init_namespaces, pids_hidden;
	const char *want;
} rules[] = {
	{ false, false, false, "r" }, { false, false, true, "r" },
	{ false, true, false, "P" },  { false, true, true, "" },
	{ true, false, false, "A" },  { true, false, true, "A" },
	{ true, true, false, "AP" },  { true, true, true, "A" },
};

static void every_opener(struct kunit *test)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(rules); i++) {
		struct hwi_opener opener = {
			.admin = rules[i].admin,
			.init_namespaces = rules[i].init_namespaces,
			.pids_hidden = rules[i].pids_hidden,
		};
		struct hwi_access access = {};
		const char *want = rules[i].want;
		int err = hwi_access_decide(&opener, &access);

		KUNIT_EXPECT_EQ(test, err, strchr(want, 'r') ? -EACCES : 0);
		KUNIT_EXPECT_TRUE(test,
				  access.addresses == !!strchr(want, 'A'));
		KUNIT_EXPECT_TRUE(test, access.pids == !!strchr(want, 'P'));
	}
}

/* What is refused grants nothing that was not there before. */
static void a_refusal_sets_nothing(struct kunit *test)
{
	struct hwi_opener nobody = {};
	struct hwi_access before, access;

	memset(&before, POISON, sizeof(before));
	memset(&access, POISON, sizeof(access));
	KUNIT_EXPECT_EQ(test, hwi_access_decide(&nobody, &access), -EACCES);
	KUNIT_EXPECT_EQ(test, memcmp(&before, &access, sizeof(access)), 0);
}

static struct kunit_case access_rules_cases[] = {
	KUNIT_CASE(every_opener),
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
