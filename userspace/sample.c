// SPDX-License-Identifier: GPL-2.0
#include "metrics.h"
#include "sample.h"

/* "name[PID,PID]": the name stays when the thread goes. */
static size_t pids_len(struct slice s)
{
	size_t i;

	for (i = 1; s.len && *s.p == '[' && i < s.len; i++) {
		if (s.p[i] == ']' && i > 1)
			return i + 1;
		if ((s.p[i] < '0' || s.p[i] > '9') && s.p[i] != ',')
			break;
	}
	return 0;
}

/* A label's value: escapes undone, then those of this format; not @pids. */
static void put_text(struct out *out, struct slice s, bool pids)
{
	char bytes[4];
	size_t len;

	while (s.len) {
		len = pids ? pids_len(s) : 0;
		if (len) {
			s.p += len;
			s.len -= len;
			continue;
		}
		len = char_next(&s, bytes);
		if (len == 1 && (bytes[0] == '"' || bytes[0] == '\\'))
			out_char(out, '\\');
		if (len && printable_len(bytes, len))
			out_bytes(out, bytes, len);
		else
			out_text(out, "\xef\xbf\xbd");
	}
}

void begin_label(struct labels *labels)
{
	out_char(labels->out, labels->any ? ',' : '{');
	labels->any = true;
}

void put_label(struct labels *labels, struct slice name, struct slice value)
{
	bool upper;
	size_t i;

	if (cell_special(value))
		return;
	begin_label(labels);
	for (i = 0; i < name.len; i++) {
		upper = name.p[i] >= 'A' && name.p[i] <= 'Z';
		out_char(labels->out, upper ? name.p[i] | ' ' : name.p[i]);
	}
	out_text(labels->out, "=\"");
	put_text(labels->out, value, slice_is(name, "ACTIONS"));
	out_char(labels->out, '"');
}

static void put_value(struct out *out, u64 value, char unit)
{
	u64 digit;

	if (unit != MILLISECONDS) {
		out_u64(out, value);
		return;
	}
	out_u64(out, value / 1000);
	out_char(out, '.');
	for (digit = 100; digit; digit /= 10)
		out_char(out, '0' + value / digit % 10);
}

void end_sample(struct labels *labels, u64 value, char unit)
{
	out_text(labels->out, labels->any ? "} " : " ");
	put_value(labels->out, value, unit);
	out_char(labels->out, '\n');
}
