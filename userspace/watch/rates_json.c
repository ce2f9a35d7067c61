// SPDX-License-Identifier: GPL-2.0
#include "json.h"
#include "rates_json.h"

static void put_rate(struct out *out, u64 rate)
{
	if (rate == RATE_UNKNOWN)
		out_text(out, "null");
	else
		out_printf(out, "%llu.%llu", rate / 10, rate % 10);
}

static void put_name(struct out *out, struct slice name)
{
	out_char(out, ',');
	json_string(out, name);
	out_char(out, ':');
}

/* {"0":12.5,"3":400.0}: the CPUs that counted. */
static void put_percpu(struct out *out, const struct rates *rates,
		       const struct rate_line *line)
{
	struct percpu_walk walk;
	const char *before = "{\"";

	percpu_begin(&walk, rates, line);
	while (percpu_next(&walk)) {
		out_text(out, before);
		out_slice(out, walk.cpu);
		out_text(out, "\":");
		put_rate(out, walk.rate);
		before = ",\"";
	}
	out_text(out, *before == '{' ? "{}" : "}");
}

static void put_line(struct out *out, const struct rates *rates,
		     const struct rate_line *line)
{
	const struct view *view = rates->now->grid.view;
	const struct slice *cells = grid_row(&rates->now->grid, line->row);
	unsigned int i;

	out_text(out, "{\"view\":");
	json_string(out, view->name);
	out_text(out, ",\"taken\":");
	out_printable(out, view->taken);
	out_printf(out, ",\"seconds\":%llu.%09llu", rates->ns / 1000000000,
		   rates->ns % 1000000000);
	for (i = 0; i < view->columns; i++) {
		if (rates->by >= 0 ? (int)i != rates->by :
				     !known_identity(&rates->known, view,
						     view->column[i]) &&
					     !column_listed(rates->known.labels,
							    view->column[i]))
			continue;
		put_name(out, view->column[i]);
		if (slice_is(cells[i], "-"))
			out_text(out, "null");
		else
			json_string(out, cells[i]);
	}
	for (i = 0; i < rates->columns; i++) {
		put_name(out, view->column[rates->column[i]]);
		put_rate(out, line->rate[i]);
	}
	if (rates->percpu >= 0) {
		put_name(out, view->column[rates->percpu]);
		put_percpu(out, rates, line);
	}
	out_text(out, "}\n");
}

void rates_json(struct out *out, const struct rates *rates, size_t top)
{
	size_t i;

	for (i = 0; i < rates->shown && i < top && rates->ns; i++)
		put_line(out, rates, &rates->line[i]);
}
