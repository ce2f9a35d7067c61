// SPDX-License-Identifier: GPL-2.0
/*
 * Turns the rows of a view into samples. Columns are looked up by name; a
 * missing one makes no metric.
 */
#include <string.h>

#include "known.h"
#include "rows.h"

/* The factor for a cell; megahertz come in thousandths. */
static u64 factor(enum metric_unit unit)
{
	switch (unit) {
	case UNIT_KIB:
		return 1024;
	case UNIT_SECTORS:
		return 512;
	case UNIT_MEGAHERTZ:
		return 1000;
	case UNIT_MEGABITS:
		return 125000;
	default:
		return 1;
	}
}

/* "8.0GT/s,x4": 8,000,000,000 transfers a second, and 4 lanes. */
static bool link_value(struct slice cell, enum metric_unit unit, u64 *value)
{
	struct slice speed, width, whole, tenths;
	u64 rest;

	if (!slice_split(cell, ',', &speed, &width) || !width.len ||
	    *width.p != 'x' || !slice_split(speed, 'G', &speed, &whole))
		return false;
	if (unit == UNIT_LINK_LANES)
		return cell_u64((struct slice){ width.p + 1, width.len - 1 },
				value);
	if (!slice_split(speed, '.', &whole, &tenths) || tenths.len != 1 ||
	    !cell_u64(whole, value) || !cell_u64(tenths, &rest) ||
	    *value > 1000000)
		return false;
	*value = *value * 1000000000 + rest * 100000000;
	return true;
}

/* False if @cell has no value, or one that is too large. */
static bool scaled(char type, struct slice cell, enum metric_unit unit,
		   u64 *value)
{
	struct value number;
	u64 fraction = 0;
	unsigned int i;

	if (!cell_value(type, cell, &number) || number.negative)
		return false;
	*value = number.whole;
	/* A size includes its unit. */
	if (type == 'z')
		return true;
	for (i = 0; unit == UNIT_MEGAHERTZ && i < 3; i++) {
		fraction *= 10;
		if (i < number.fraction.len)
			fraction += number.fraction.p[i] - '0';
	}
	return !(unit == UNIT_MEGAHERTZ &&
		 __builtin_mul_overflow(*value, 1000ULL, value)) &&
	       !__builtin_add_overflow(*value, fraction, value) &&
	       !__builtin_mul_overflow(*value, factor(unit), value);
}

/* The rows of a metric in a view, being printed. */
struct job {
	struct exposition *exposition;
	const struct metric_group *group;
	const struct metric *metric;
	const struct view *view;
	unsigned int column;
	bool per_cpu;
};

static void put_labels(const struct job *job, const struct slice *cells)
{
	const char *const *name;
	unsigned int column;

	for (name = job->group->labels; *name; name++)
		if (view_place(job->view, slice_of(*name), &column))
			sample_label(job->exposition, slice_of(*name),
				     cells[column]);
	if (job->metric->label)
		sample_constant(job->exposition, job->metric->label);
}

/* A sample for each CPU in "0:12,3:4"; false if the cell is not such a list. */
static bool put_cpus(const struct job *job, const struct slice *cells)
{
	struct slice cell, item, cpu, count;
	unsigned int column;
	u64 value;

	if (!view_place(job->view, slice_of("PERCPU"), &column) ||
	    cell_special(cells[column]))
		return false;
	for (cell = cells[column]; item_next(&cell, &item);) {
		if (!slice_split(item, ':', &cpu, &count) ||
		    !scaled('u', count, job->metric->unit, &value))
			continue;
		sample_begin(job->exposition, job->metric->name);
		sample_label(job->exposition, slice_of("CPU"), cpu);
		put_labels(job, cells);
		sample_end(job->exposition, value, job->metric->unit);
	}
	return true;
}

/* The value of a row; false if unknown. */
static bool row_value(const struct job *job, struct slice cell, u64 *value)
{
	if (job->metric->unit == UNIT_LINK_SPEED ||
	    job->metric->unit == UNIT_LINK_LANES)
		return link_value(cell, job->metric->unit, value);
	if (job->metric->kind != METRIC_IS &&
	    job->metric->kind != METRIC_IS_NOT)
		return scaled(job->view->type[job->column], cell,
			      job->metric->unit, value);
	*value = slice_is(cell, job->metric->value) ==
		 (job->metric->kind == METRIC_IS);
	return !cell_special(cell);
}

/* Negative values are scaled by their magnitude. */
static bool below_zero(const struct job *job, struct slice *cell)
{
	if (job->view->type[job->column] != 'i' || cell->len < 2 ||
	    *cell->p != '-')
		return false;
	cell->p++;
	cell->len--;
	return true;
}

/* The temperature of a trip is a setting, not a measurement. */
static bool is_trip(const struct job *job, const struct slice *cells)
{
	static const char trip[] = "trip";
	struct slice zone, part;
	unsigned int sensor;

	return slice_is(job->view->name, "sensors") &&
	       view_place(job->view, slice_of("SENSOR"), &sensor) &&
	       slice_split(cells[sensor], '/', &zone, &part) &&
	       part.len > strlen(trip) && !memcmp(part.p, trip, strlen(trip));
}

static bool of_another_unit(const struct job *job, const struct slice *cells)
{
	unsigned int unit;

	return job->metric->only &&
	       (!view_place(job->view, slice_of("UNIT"), &unit) ||
		!slice_is(cells[unit], job->metric->only));
}

static void put_rows(const struct job *job)
{
	struct slice cells[MAX_COLUMNS], body = job->view->body, cell;
	bool negative;
	u64 value;

	while (row_next(job->view, &body, cells)) {
		/* An empty disk needs no series. */
		if (disk_is_empty(job->view, cells) || is_trip(job, cells) ||
		    of_another_unit(job, cells))
			continue;
		if (job->metric->kind == METRIC_ROW_OR_CPU && job->per_cpu &&
		    put_cpus(job, cells))
			continue;
		cell = cells[job->column];
		negative = below_zero(job, &cell);
		if (!row_value(job, cell, &value))
			continue;
		sample_begin(job->exposition, job->metric->name);
		put_labels(job, cells);
		if (negative)
			sample_end_negative(job->exposition, value,
					    job->metric->unit);
		else
			sample_end(job->exposition, value, job->metric->unit);
	}
}

/* One sample for all rows. */
static void put_aggregate(const struct job *job)
{
	struct slice cells[MAX_COLUMNS], body = job->view->body;
	u64 value, sum = 0, count = 0;

	while (row_next(job->view, &body, cells)) {
		if (!row_value(job, cells[job->column], &value))
			continue;
		if (__builtin_add_overflow(sum, value, &sum))
			return;
		count++;
	}
	if (!count)
		return;
	sample_begin(job->exposition, job->metric->name);
	if (job->metric->label)
		sample_constant(job->exposition, job->metric->label);
	sample_end(job->exposition,
		   job->metric->kind == METRIC_MEAN ? sum / count : sum,
		   job->metric->unit);
}

/* The number of rows with each value; also 0, so that alerts resolve. */
static void put_counts(const struct job *job)
{
	struct slice cells[MAX_COLUMNS], body;
	const char *const *value;
	u64 count;

	for (value = job->metric->values; *value; value++) {
		body = job->view->body;
		for (count = 0; row_next(job->view, &body, cells);)
			count += slice_is(cells[job->column], *value);
		sample_begin(job->exposition, job->metric->name);
		sample_label(job->exposition, job->view->column[job->column],
			     slice_of(*value));
		sample_end(job->exposition, count, UNIT_ONE);
	}
}

static void put_metric(const struct job *job)
{
	switch (job->metric->kind) {
	case METRIC_COUNT:
		return put_counts(job);
	case METRIC_SUM:
	case METRIC_MEAN:
		if (!job->per_cpu)
			return put_aggregate(job);
		break;
	default:
		break;
	}
	put_rows(job);
}

void metrics_of_view(struct exposition *exposition,
		     const struct metric_group *group, const struct view *view,
		     bool per_cpu)
{
	struct job job = { .exposition = exposition,
			   .group = group,
			   .view = view,
			   .per_cpu = per_cpu };
	struct known known = known_view(view);
	const char *family = "", *help = "";
	unsigned int i;

	for (i = 0; i < group->nr_metrics; i++) {
		job.metric = &group->metrics[i];
		if (job.metric->help)
			help = job.metric->help;
		if (!view_place(view, slice_of(job.metric->column),
				&job.column))
			continue;
		if (strcmp(family, job.metric->name))
			family_begin(exposition, job.metric->name, help);
		family = job.metric->name;
		exposition->cut = job.metric->wraps;
		exposition->wraps =
			job.metric->wraps ||
			known_wraps(&known, view, slice_of(job.metric->column));
		exposition->restarts = group->restarts;
		put_metric(&job);
	}
}
