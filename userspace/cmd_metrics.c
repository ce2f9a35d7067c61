// SPDX-License-Identifier: GPL-2.0
/*
 * hwinsight metrics: views in Prometheus's text format, version 0.0.4, which
 * node_exporter's textfile collector reads, or as OpenMetrics 1.0.
 */
#include <stdlib.h>

#include "command.h"
#include "file.h"
#include "metrics/rows.h"

static void put_view_up(struct exposition *exposition, const bool *up)
{
	unsigned int i;

	family_begin(exposition, "view_up", "Whether the view could be read.");
	for (i = 0; i < NR_METRIC_GROUPS; i++) {
		if (!up[i] && metric_groups[i].slow)
			continue;
		sample_begin(exposition, "view_up");
		sample_label(exposition, slice_of("view"),
			     slice_of(metric_groups[i].view));
		sample_end(exposition, up[i], UNIT_ONE);
	}
}

static void put_view_rows(struct exposition *exposition, const bool *up,
			  const struct reading *readings)
{
	unsigned int i;

	family_begin(exposition, "view_rows", "Rows of the view.");
	for (i = 0; i < NR_METRIC_GROUPS; i++) {
		if (!up[i])
			continue;
		sample_begin(exposition, "view_rows");
		sample_label(exposition, slice_of("view"),
			     slice_of(metric_groups[i].view));
		sample_end(exposition, readings[i].view.rows, UNIT_ONE);
	}
}

static void put_kernel(struct exposition *exposition, const struct view *view)
{
	family_begin(exposition, "kernel_info", "The kernel.");
	sample_begin(exposition, "kernel_info");
	sample_label(exposition, slice_of("release"), view->release);
	sample_label(exposition, slice_of("arch"), view->arch);
	sample_end(exposition, 1, UNIT_ONE);
}

/* Read every view once before printing anything. */
static enum exit_code read_views(struct source *source,
				 struct reading *readings, bool *up)
{
	enum exit_code code = DONE, one;
	unsigned int i;
	bool any = false;

	for (i = 0; i < NR_METRIC_GROUPS; i++) {
		one = source_load_if_there(source, metric_groups[i].view,
					   &readings[i]);
		up[i] = one == DONE;
		any |= up[i];
		/* view_up reports views that are missing or denied. */
		if (one != DONE && one != NO_VIEW && one != DENIED)
			code = one;
	}
	/* If there is nothing at all, report why. */
	if (!any && code == DONE)
		code = source_load(source, "interrupts", &readings[0]);
	return code;
}

/* The boot ID, if the source knows it; else empty. */
static struct slice read_boot(const struct source *source, struct slice *text)
{
	static const char path[] = "/proc/sys/kernel/random/boot_id";
	struct slice line = { NULL, 0 }, rest;
	char full[sizeof(source->directory) + sizeof(path)];
	u64 lines;

	*text = line;
	if (source->file)
		return line;
	text_print(full, sizeof(full), "%s%s", source->root ? source->root : "",
		   path);
	if (!file_read(full, false, text, &lines))
		slice_split(*text, '\n', &line, &rest);
	return line;
}

static enum exit_code arguments(const struct request *request,
				const char **after)
{
	char **args;

	*after = NULL;
	for (args = request->args; *args; args++) {
		if (!option_value(&args, "--after", after))
			return complain(
				USAGE,
				"metrics covers all views: it takes no VIEW, nor '%s'; it has --after FILE and --per-cpu",
				*args);
		if (!*after)
			return complain(USAGE, "metrics: --after needs a file");
	}
	if (request->form != FORM_TABLE || !shape_none(&request->shape) ||
	    request->shape.no_header)
		return complain(
			USAGE,
			"metrics has one format: it takes no VIEW, --json, --csv, --columns, --where, --sort or --no-header");
	return DONE;
}

static enum exit_code print_metrics(struct exposition *exposition,
				    struct request *request)
{
	struct reading readings[NR_METRIC_GROUPS];
	bool up[NR_METRIC_GROUPS], kernel = false;
	enum exit_code code;
	unsigned int i;

	code = read_views(&request->source, readings, up);
	put_view_up(exposition, up);
	put_view_rows(exposition, up, readings);
	for (i = 0; i < NR_METRIC_GROUPS; i++) {
		if (!up[i])
			continue;
		if (!kernel)
			put_kernel(exposition, &readings[i].view);
		kernel = true;
		metrics_of_view(exposition, &metric_groups[i],
				&readings[i].view, request->per_cpu);
		reading_free(&readings[i]);
	}
	return code;
}

static enum exit_code cmd_metrics(struct out *out, struct request *request)
{
	struct exposition exposition = { .out = out,
					 .openmetrics = request->openmetrics };
	const char *after;
	enum exit_code code = arguments(request, &after);
	struct slice text, boot;

	if (code != DONE)
		return code;
	boot = read_boot(&request->source, &text);
	if (after)
		code = earlier_read(&exposition.earlier, after, boot);
	if (code == DONE && boot.len && !request->openmetrics) {
		out_text(out, BOOT_COMMENT);
		out_printable(out, boot);
		out_char(out, '\n');
	}
	if (code == DONE) {
		code = print_metrics(&exposition, request);
		if (request->openmetrics)
			out_text(out, "# EOF\n");
	}
	exposition_free(&exposition);
	free((char *)text.p);
	return code;
}

const struct command command_metrics = {
	.name = "metrics",
	.args = "[--after FILE]",
	.help = "for Prometheus; --openmetrics: OpenMetrics 1.0",
	.run = cmd_metrics,
	.options = true,
};
