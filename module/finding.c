// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "finding.h"

const struct hwi_column hwi_finding_columns[HWI_FINDING_COLUMNS] = {
	{ "SEVERITY", 's' },
	{ "CHECK", 's' },
	{ "SUBJECT", 's' },
	{ "DETAIL", 's' },
};

static const char *const severities[] = {
	[HWI_INFO] = "info",
	[HWI_WARN] = "warn",
	[HWI_ERROR] = "error",
};

/**
 * hwi_findings_init() - start with nothing found
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

/* Room for @size bytes; NULL with the error set. */
static void *get_room(struct hwi_findings *findings, size_t size)
{
	void *room;

	if (findings->error)
		return NULL;
	room = hwi_arena_alloc(findings->arena, size);
	if (!room) {
		findings->error = hwi_arena_more(findings->arena, size);
		if (!findings->error)
			room = hwi_arena_alloc(findings->arena, size);
	}
	return room;
}

static __printf(2, 0) const char *vtext(struct hwi_findings *findings,
					const char *format, va_list args)
{
	va_list again;
	char *text;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, again);
	va_end(again);
	text = get_room(findings, len + 1);
	if (text)
		vsnprintf(text, len + 1, format, args);
	return text;
}

/**
 * hwi_finding_text() - format a part of a finding
 * @findings: where the finding will be added
 * @format: as for printf()
 *
 * Context: process context, may sleep.
 * Return: the text; NULL with the error of @findings set.
 */
const char *hwi_finding_text(struct hwi_findings *findings, const char *format,
			     ...)
{
	const char *text;
	va_list args;

	va_start(args, format);
	text = vtext(findings, format, args);
	va_end(args);
	return text;
}

/**
 * hwi_finding_add() - add a finding
 * @findings: where to add it; its error is set if there is no memory
 * @severity: how bad
 * @check: stable short name of the check, a constant
 * @subject: "view:key", the row it is about, of hwi_finding_text()
 * @detail: one sentence with the figures, as for printf()
 *
 * Context: process context, may sleep.
 */
void hwi_finding_add(struct hwi_findings *findings, enum hwi_severity severity,
		     const char *check, const char *subject, const char *detail,
		     ...)
{
	struct hwi_finding *finding = get_room(findings, sizeof(*finding));
	va_list args;

	if (!finding)
		return;
	finding->next = NULL;
	finding->severity = severity;
	finding->check = check;
	finding->subject = subject;
	va_start(args, detail);
	finding->detail = vtext(findings, detail, args);
	va_end(args);
	if (findings->error)
		return;
	*findings->link = finding;
	findings->link = &finding->next;
	findings->nr[severity]++;
}

/**
 * hwi_finding_row() - fill the row of a finding
 * @row: the row, of hwi_finding_columns
 * @finding: the finding
 */
void hwi_finding_row(struct hwi_row *row, const struct hwi_finding *finding)
{
	hwi_cell_word(row, severities[finding->severity]);
	hwi_cell_word(row, finding->check);
	hwi_cell_str(row, finding->subject);
	hwi_cell_line(row, finding->detail);
}
