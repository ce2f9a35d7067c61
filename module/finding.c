// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "finding.h"

/**
 * hwi_findings_init() - begin with nothing found
 * @findings: what to initialise
 * @arena: where they will be kept
 * @addresses: their texts may show addresses
 */
void hwi_findings_init(struct hwi_findings *findings, struct hwi_arena *arena,
		       bool addresses)
{
	*findings = (struct hwi_findings){
		.arena = arena,
		.addresses = addresses,
	};
	findings->link = &findings->first;
}

/**
 * hwi_finding_subject() - name the row that a finding is about
 * @findings: where it will be added
 * @subject: "view:key", as for printf()
 *
 * Return: the string; no text on overflow.
 */
struct hwi_str hwi_finding_subject(struct hwi_findings *findings,
				   const char *subject, ...)
{
	struct hwi_str str;
	va_list args;

	va_start(args, subject);
	str = hwi_text_vformat(findings->arena, subject, args);
	va_end(args);
	return str;
}

/**
 * hwi_finding_add() - add a finding
 * @findings: where to
 * @severity: how bad
 * @check: stable short name of the check, a constant
 * @subject: of hwi_finding_subject()
 * @detail: one sentence with the figures, as for printf()
 */
void hwi_finding_add(struct hwi_findings *findings, enum hwi_severity severity,
		     const char *check, struct hwi_str subject,
		     const char *detail, ...)
{
	struct hwi_finding *finding =
		hwi_arena_alloc(findings->arena, sizeof(*finding));
	va_list args;

	if (!finding)
		return;
	finding->next = NULL;
	finding->severity = severity;
	finding->check = check;
	finding->subject = subject;
	va_start(args, detail);
	finding->detail = hwi_text_vformat(findings->arena, detail, args);
	va_end(args);
	*findings->link = finding;
	findings->link = &finding->next;
	findings->nr[severity]++;
}
