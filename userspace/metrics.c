// SPDX-License-Identifier: GPL-2.0
/*
 * Views as Prometheus's text format, version 0.0.4: what node_exporter's
 * textfile collector reads. The views' columns are looked up by name; one that
 * is not there makes no metric.
 */
#include <string.h>

#include "command.h"
#include "metrics.h"
#include "sample.h"

/* A line of the table, split. */
struct metric {
	struct slice column, name, kind, unit, extra, help;
};

/* The words of the next line of @table; false after the last. */
static bool metric_next(struct slice *table, struct metric *metric)
{
	struct slice line;

	if (!slice_split(*table, '\n', &line, table))
		return false;
	slice_split(line, ' ', &metric->column, &line);
	slice_split(line, ' ', &metric->name, &line);
	slice_split(line, ' ', &metric->kind, &line);
	slice_split(line, ' ', &metric->unit, &line);
	slice_split(line, ' ', &metric->extra, &metric->help);
	return true;
}

/* What to multiply a cell by; megahertz have come in thousandths. */
static u64 factor(char unit)
{
	switch (unit) {
	case KIB:
		return 1024;
	case SECTORS:
		return 512;
	case MEGAHERTZ:
		return 1000;
	case MEGABITS:
		return 125000;
	default:
		return 1;
	}
}

/* False if @cell has no value, or too large a one. Seconds: thousandths. */
static bool scaled(char type, struct slice cell, char unit, u64 *value)
{
	struct number number;
	u64 fraction = 0;
	unsigned int i;

	if (!cell_value(type, cell, &number) || number.negative)
		return false;
	*value = number.whole;
	/* A size says its unit itself. */
	if (type == 'z')
		return true;
	for (i = 0; unit == MEGAHERTZ && i < 3; i++) {
		fraction *= 10;
		if (i < number.fraction.len)
			fraction += number.fraction.p[i] - '0';
	}
	return !(unit == MEGAHERTZ &&
		 __builtin_mul_overflow(*value, 1000ULL, value)) &&
	       !__builtin_add_overflow(*value, fraction, value) &&
	       !__builtin_mul_overflow(*value, factor(unit), value);
}

/* What is being printed: a metric's rows in a view. */
struct job {
	struct out *out;
	const struct metric_group *group;
	struct metric metric;
	const struct view *view;
	unsigned int column;
	bool per_cpu;
};

static void begin_sample(const struct job *job, struct labels *labels)
{
	labels->out = job->out;
	labels->any = false;
	out_text(job->out, "hwinsight_");
	out_slice(job->out, job->metric.name);
}

static void put_constant(const struct job *job, struct labels *labels)
{
	if (slice_is(job->metric.extra, "-"))
		return;
	begin_label(labels);
	out_slice(job->out, job->metric.extra);
}

static void put_labels(const struct job *job, struct labels *labels,
		       const struct slice *cells)
{
	struct slice list = slice_of(job->group->labels), name;
	unsigned int column;

	while (item_next(&list, &name))
		if (view_place(job->view, name, &column))
			put_label(labels, name, cells[column]);
	if (*job->metric.kind.p == EACH || *job->metric.kind.p == SUM)
		put_constant(job, labels);
}

/* "0:12,3:4": a sample for each CPU; false if @cell is no such list. */
static bool put_split(const struct job *job, const struct slice *cells)
{
	struct slice cell, item, cpu, value;
	struct labels labels;
	unsigned int column;
	u64 number;

	if (!view_place(job->view, slice_of("PERCPU"), &column) ||
	    cell_special(cells[column]))
		return false;
	for (cell = cells[column]; item_next(&cell, &item);) {
		if (!slice_split(item, ':', &cpu, &value) ||
		    !scaled('u', value, *job->metric.unit.p, &number))
			continue;
		begin_sample(job, &labels);
		put_label(&labels, slice_of("CPU"), cpu);
		put_labels(job, &labels, cells);
		end_sample(&labels, number, *job->metric.unit.p);
	}
	return true;
}

/* What a row has; false if nothing is known. */
static bool row_value(const struct job *job, struct slice cell, u64 *value)
{
	if (*job->metric.kind.p == IS)
		*value = slice_same(cell, job->metric.extra);
	else
		return scaled(job->view->type[job->column], cell,
			      *job->metric.unit.p, value);
	return !cell_special(cell);
}

static void put_rows(const struct job *job)
{
	struct slice cells[MAX_COLUMNS], body = job->view->body;
	struct labels labels;
	u64 value;

	while (row_next(job->view, &body, cells)) {
		if (*job->metric.kind.p == SPLIT && job->per_cpu &&
		    put_split(job, cells))
			continue;
		if (!row_value(job, cells[job->column], &value))
			continue;
		begin_sample(job, &labels);
		put_labels(job, &labels, cells);
		end_sample(&labels, value, *job->metric.unit.p);
	}
}

/* One sample for all rows. */
static void put_aggregate(const struct job *job)
{
	struct slice cells[MAX_COLUMNS], body = job->view->body;
	u64 value, sum = 0, count = 0;
	struct labels labels;

	while (row_next(job->view, &body, cells)) {
		if (!row_value(job, cells[job->column], &value))
			continue;
		if (__builtin_add_overflow(sum, value, &sum))
			return;
		count++;
	}
	if (!count)
		return;
	begin_sample(job, &labels);
	put_constant(job, &labels);
	end_sample(&labels, *job->metric.kind.p == MEAN ? sum / count : sum,
		   *job->metric.unit.p);
}

/* How many rows have each of the values; 0 is said too, for alerts to end. */
static void put_counts(const struct job *job)
{
	struct slice cells[MAX_COLUMNS], list, value, body;
	struct labels labels;
	u64 count;

	for (list = job->metric.extra; item_next(&list, &value);) {
		body = job->view->body;
		for (count = 0; row_next(job->view, &body, cells);)
			count += slice_same(cells[job->column], value);
		begin_sample(job, &labels);
		put_label(&labels, job->view->column[job->column], value);
		end_sample(&labels, count, ONE);
	}
}

static void put_header(struct out *out, struct slice name, struct slice help)
{
	static const char total[] = "_total";
	const size_t len = sizeof(total) - 1;

	out_text(out, "# HELP hwinsight_");
	out_slice(out, name);
	out_char(out, ' ');
	out_slice(out, help);
	out_text(out, "\n# TYPE hwinsight_");
	out_slice(out, name);
	out_text(out, name.len > len && !memcmp(name.p + name.len - len, total,
						len) ?
			      " counter\n" :
			      " gauge\n");
}

static void put_metrics(struct job *job)
{
	struct slice before = { NULL, 0 },
		     table = slice_of(job->group->metrics);
	bool aggregate;
	char kind;

	while (metric_next(&table, &job->metric)) {
		if (!view_place(job->view, job->metric.column, &job->column))
			continue;
		if (!slice_same(before, job->metric.name))
			put_header(job->out, job->metric.name,
				   job->metric.help);
		before = job->metric.name;
		kind = *job->metric.kind.p;
		aggregate = kind == SUM || kind == MEAN;
		if (kind == COUNT)
			put_counts(job);
		else if (aggregate && !job->per_cpu)
			put_aggregate(job);
		else
			put_rows(job);
	}
}

/* A metric of the views themselves. */
static void put_view_metric(struct job *job, const char *name, const char *help,
			    const struct reading *readings, const bool *up,
			    bool rows)
{
	struct labels labels;
	unsigned int i;

	job->metric.name = slice_of(name);
	put_header(job->out, job->metric.name, slice_of(help));
	for (i = 0; i < NR_METRIC_GROUPS; i++) {
		if (rows && !up[i])
			continue;
		begin_sample(job, &labels);
		put_label(&labels, slice_of("view"),
			  slice_of(metric_groups[i].view));
		end_sample(&labels, rows ? readings[i].view.rows : up[i], ONE);
	}
}

static void put_kernel(struct job *job, const struct view *view)
{
	struct labels labels;

	job->metric.name = slice_of("kernel_info");
	put_header(job->out, job->metric.name, slice_of("The kernel."));
	begin_sample(job, &labels);
	put_label(&labels, slice_of("release"), view->release);
	put_label(&labels, slice_of("arch"), view->arch);
	end_sample(&labels, 1, ONE);
}

/* Read every view once, before anything is printed. */
static enum exit_code read_views(struct source *source,
				 struct reading *readings, bool *up)
{
	enum exit_code code = DONE, one;
	unsigned int i;
	bool any = false;

	source->quiet = true;
	for (i = 0; i < NR_METRIC_GROUPS; i++) {
		one = source_load(source, metric_groups[i].view, &readings[i]);
		up[i] = one == DONE;
		any |= up[i];
		/* Not there and not allowed are what view_up is for. */
		if (one != DONE && one != NO_VIEW && one != DENIED)
			code = one;
	}
	source->quiet = false;
	/* With nothing at all, say why. */
	if (!any && code == DONE)
		code = source_load(source, "interrupts", &readings[0]);
	return code;
}

enum exit_code cmd_metrics(struct out *out, struct request *request)
{
	struct reading readings[NR_METRIC_GROUPS];
	struct job job = { .out = out, .per_cpu = request->per_cpu };
	bool up[NR_METRIC_GROUPS], kernel = false;
	enum exit_code code;
	unsigned int i;

	if (request->n || request->form != FORM_TABLE ||
	    !shape_none(&request->shape) || request->shape.no_header)
		return complain(
			USAGE,
			"metrics are of all views, in one form: no VIEW, --json, --csv, --columns, --where, --sort or --no-header");
	code = read_views(&request->source, readings, up);
	put_view_metric(&job, "view_up", "Whether the view could be read.",
			readings, up, false);
	put_view_metric(&job, "view_rows", "Rows of the view.", readings, up,
			true);
	for (i = 0; i < NR_METRIC_GROUPS; i++) {
		if (!up[i])
			continue;
		job.group = &metric_groups[i];
		job.view = &readings[i].view;
		if (!kernel)
			put_kernel(&job, job.view);
		kernel = true;
		put_metrics(&job);
		reading_free(&readings[i]);
	}
	return code;
}
