/* SPDX-License-Identifier: GPL-2.0 */
/* Which value of the kernel belongs into which column. */
#ifndef VERIFY_RULES_H
#define VERIFY_RULES_H

#include "kernel_files.h"

#define MAX_RULES 32

/* As the table in verify_rules.c explains it. */
struct rule {
	struct slice column;
	char how, rows;
	struct slice file, section, label;
	unsigned int nth;
};

/* The rules of @view to @to, which has room for MAX_RULES. Returns how many. */
unsigned int rules_read(struct rule *to, struct slice view);

/* Whether a rule is for a row. */
bool rule_applies(const struct rule *rule, const struct slice *cells);

#endif
