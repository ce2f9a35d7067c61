// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "exposition.h"
#include "pids.h"

static bool ends_in(struct slice name, const char *end)
{
	size_t len = strlen(end);

	return name.len > len && !memcmp(name.p + name.len - len, end, len);
}

void family_begin(struct exposition *exposition, const char *name,
		  const char *help)
{
	struct slice family = slice_of(name);
	struct out *out = exposition->out;
	const char *type = "gauge";

	exposition->cut = false;
	exposition->wraps = false;
	exposition->restarts = false;
	exposition->counter = ends_in(family, "_total");
	if (exposition->counter)
		type = "counter";
	else if (exposition->openmetrics && ends_in(family, "_info"))
		type = "info";
	/*
	 * In OpenMetrics the suffix belongs to the sample, not to the family.
	 */
	if (exposition->openmetrics && strcmp(type, "gauge"))
		family.len -= strlen(exposition->counter ? "_total" : "_info");
	out_text(out, "# HELP hwinsight_");
	out_slice(out, family);
	out_char(out, ' ');
	out_text(out, help);
	out_text(out, "\n# TYPE hwinsight_");
	out_slice(out, family);
	out_printf(out, " %s\n", type);
}

void sample_begin(struct exposition *exposition, const char *name)
{
	exposition->series.used = 0;
	exposition->labels = false;
	buffer_text(&exposition->series, "hwinsight_");
	buffer_text(&exposition->series, name);
}

static void begin_label(struct exposition *exposition)
{
	buffer_char(&exposition->series, exposition->labels ? ',' : '{');
	exposition->labels = true;
}

/*
 * A label's value: the view's escapes undone, then escaped for this format.
 * @pids: without the PIDs of IRQ threads, so that the series stays when a
 * thread goes.
 */
static void put_value(struct buffer *buffer, struct slice s, bool pids)
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
			buffer_char(buffer, '\\');
		if (len && printable_len(bytes, len))
			buffer_add(buffer, bytes, len);
		else
			buffer_text(buffer, "\xef\xbf\xbd");
	}
}

void sample_label(struct exposition *exposition, struct slice name,
		  struct slice value)
{
	struct buffer *buffer = &exposition->series;
	bool upper;
	size_t i;

	if (cell_special(value))
		return;
	begin_label(exposition);
	for (i = 0; i < name.len; i++) {
		upper = name.p[i] >= 'A' && name.p[i] <= 'Z';
		buffer_char(buffer, upper ? name.p[i] | ' ' : name.p[i]);
	}
	buffer_text(buffer, "=\"");
	put_value(buffer, value, slice_is(name, "ACTIONS"));
	buffer_char(buffer, '"');
}

void sample_constant(struct exposition *exposition, const char *label)
{
	begin_label(exposition);
	buffer_text(&exposition->series, label);
}

/*
 * The value of a counter, which does not fall below its earlier value in this
 * boot. A 32-bit counter continues beyond 2^32. But the counters of a device
 * that was replaced start over: otherwise they would stand still.
 */
static u64 carried(const struct exposition *exposition, u64 value,
		   enum metric_unit unit)
{
	struct slice series = { exposition->series.p, exposition->series.used };
	u64 one = unit == UNIT_SECTORS ? 512 : 1, was, step;

	if (exposition->cut)
		value = (unsigned int)value;
	if (!exposition->counter ||
	    !earlier_value(&exposition->earlier, series,
			   unit == UNIT_MILLISECONDS, &was) ||
	    was <= value)
		return value;
	if (exposition->wraps && value / one >> 32 == 0 &&
	    counter_step(true, (unsigned int)(was / one), value / one, &step))
		return was + step * one;
	if (exposition->restarts &&
	    value <= (exposition->wraps ? (was / one & ~0U) * one : was) / 2)
		return value;
	return was;
}

static void put_number(struct out *out, u64 value, enum metric_unit unit)
{
	char text[SHORT_TEXT];

	switch (unit) {
	case UNIT_TENTHS:
		out_slice(out, short_text(text, "%llu.%llu", value / 10,
					  value % 10));
		break;
	case UNIT_MILLISECONDS:
	case UNIT_MILLI:
		out_slice(out, short_text(text, "%llu.%03llu", value / 1000,
					  value % 1000));
		break;
	case UNIT_MICRO:
		out_slice(out, short_text(text, "%llu.%06llu", value / 1000000,
					  value % 1000000));
		break;
	default:
		out_u64(out, value);
	}
}

static void end(struct exposition *exposition, const char *sign, u64 value,
		enum metric_unit unit)
{
	struct out *out = exposition->out;

	if (exposition->labels)
		buffer_char(&exposition->series, '}');
	if (exposition->series.failed)
		return;
	value = carried(exposition, value, unit);
	out_bytes(out, exposition->series.p, exposition->series.used);
	out_slice(out, slice_of(sign));
	put_number(out, value, unit);
	out_char(out, '\n');
}

void sample_end(struct exposition *exposition, u64 value, enum metric_unit unit)
{
	end(exposition, " ", value, unit);
}

void sample_end_negative(struct exposition *exposition, u64 value,
			 enum metric_unit unit)
{
	end(exposition, " -", value, unit);
}

void exposition_free(struct exposition *exposition)
{
	buffer_free(&exposition->series);
	earlier_free(&exposition->earlier);
}
