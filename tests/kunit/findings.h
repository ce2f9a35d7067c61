/* SPDX-License-Identifier: GPL-2.0 */
/* What checks find, as lines. First include module/finding.c. */
#ifndef HWI_KUNIT_FINDINGS_H
#define HWI_KUNIT_FINDINGS_H

#include "helpers.h"

#include "../../module/finding.h"

/**
 * struct fake_findings - findings, and the memory they are in
 * @arena: the memory
 * @findings: what was found
 */
struct fake_findings {
	struct hwi_arena arena;
	struct hwi_findings findings;
};

static inline void findings_begin(struct kunit *test,
				  struct fake_findings *found, size_t size,
				  bool addresses)
{
	memset(found, 0, sizeof(*found));
	found->arena = new_arena(test, size);
	hwi_findings_init(&found->findings, &found->arena, addresses);
}

/* A line "severity check subject: detail" for each; then drop them all. */
static inline const char *findings_text(struct kunit *test,
					struct fake_findings *found)
{
	static const char *const words[] = { "info", "warn", "error" };
	unsigned int nr[HWI_SEVERITIES] = {}, i;
	const struct hwi_finding *at;
	size_t room = 4096, len = 0;
	char *text;

	KUNIT_ASSERT_EQ(test, found->findings.error, 0);
	text = kunit_kzalloc(test, room, GFP_KERNEL);
	KUNIT_ASSERT_TRUE(test, text);
	for (at = found->findings.first; at; at = at->next) {
		len += scnprintf(text + len, room - len, "%s %s %s: %s\n",
				 words[at->severity], at->check, at->subject,
				 at->detail);
		nr[at->severity]++;
	}
	for (i = 0; i < HWI_SEVERITIES; i++)
		KUNIT_EXPECT_EQ(test, nr[i], found->findings.nr[i]);
	hwi_findings_init(&found->findings, &found->arena,
			  found->findings.addresses);
	return text;
}

#define EXPECT_FINDINGS(test, found, want) \
	EXPECT_STRING(test, findings_text(test, found), want)

#endif
