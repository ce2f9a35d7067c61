// SPDX-License-Identifier: GPL-2.0
/*
 * What a hostile capture reaches: the parser, and all code that shapes and
 * prints what it lets through. The first byte of the input selects what to do;
 * the rest is the capture.
 */
#define _GNU_SOURCE /* memfd_create() */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "commands.h"
#include "json.h"
#include "pen.h"
#include "table.h"

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

static struct out out;
static char path[64];
static int capture;

static void set_up(void)
{
	out.fd = open("/dev/null", O_WRONLY);
	capture = memfd_create("capture", 0);
	if (out.fd < 0 || capture < 0)
		abort();
	snprintf(path, sizeof(path), "/proc/self/fd/%d", capture);
}

static void copy(char *to, size_t size, struct slice from)
{
	size_t len = from.len < size - 1 ? from.len : size - 1;

	memcpy(to, from.p, len);
	to[len] = '\0';
}

/* Use a column and a cell that the view has, so that something matches. */
static enum exit_code shape_view(void *context, const struct view *view)
{
	static const char *const tests[] = { "=",  "!=", "~", "<",
					     ">=", "@",	 "!~" };
	unsigned int choice = *(unsigned int *)context;
	unsigned int i = choice % view->columns;
	struct slice cells[MAX_COLUMNS], body = view->body;
	char column[64], value[64], sort[80], where[160];
	struct shape shape = { .no_header = choice & 8 };
	struct rows rows;

	if (!row_next(view, &body, cells))
		cells[i] = view->column[i];
#ifdef PLANTED
	/* A planted bug, to prove that the fuzzer finds bugs. */
	if (slice_is(view->column[i], "STATE"))
		column[view->columns * 16] = 0;
#endif
	copy(column, sizeof(column), view->column[i]);
	copy(value, sizeof(value), cells[i]);
	snprintf(sort, sizeof(sort), "%s%s", column, choice & 1 ? ":desc" : "");
	snprintf(where, sizeof(where), "%s%s%s", column, tests[choice % 7],
		 value);
	shape.columns = choice & 1 ? column : NULL;
	shape.sort = choice & 2 ? sort : NULL;
	shape.where[0] = where;
	shape.wheres = choice >> 2 & 1;
	if (rows_begin(&rows, &shape, view) != DONE)
		return DONE;
	if (choice & 16)
		choice & 8 ? ndjson_rows(&out, &rows, choice & 1) :
			     json_rows(&out, &rows);
	else if (choice & 32)
		csv_rows(&out, &rows, !shape.no_header);
	else
		table_rows(&out, &rows, !shape.no_header);
	rows_end(&rows);
	return DONE;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char all[] = "all", cpus[] = "cpus", *views[] = { all, cpus, NULL };
	static char words[][8] = { "0x10", "1", "eth0" };
	char *things[2] = { NULL };
	static struct request request;
	unsigned int choice;

	if (!*path)
		set_up();
	if (!size)
		return 0;
	choice = data[0];
	if (ftruncate(capture, 0) ||
	    pwrite(capture, data + 1, size - 1, 0) != (ssize_t)size - 1)
		abort();
	memset(&request, 0, sizeof(request));
	if (source_init(&request.source, NULL, path) != DONE)
		abort();
	request.args = views;
	request.per_cpu = choice & 1;
	request.display.width = choice & 1 ? NO_EDGE : 40;
	request.all = choice & 2;
	request.ids.tried = true;
	if (choice >= 224) {
		things[0] = words[choice >> 2 & 3 ? 1 + (choice >> 3 & 1) : 0];
		request.args = things;
		request.n = 1;
		if (choice & 16) {
			things[0] = NULL;
			request.n = 0;
		}
		if (choice >= 252)
			command_report.run(&out, &request);
		else if (choice & 16)
			command_tree.run(&out, &request);
		else
			command_about.run(&out, &request);
	} else if (choice >= 192) {
		request.args += choice >> 1 & 1;
		request.n = choice >> 2 & 1;
		command_show.run(&out, &request);
	} else if (choice >= 128) {
		command_metrics.run(&out, &request);
	} else {
		source_each(&request.source, shape_view, &choice);
	}
	source_free(&request.source);
	out_flush(&out);
	return 0;
}

/* The number of lines from @p on that do not begin with #. */
static unsigned long rows_from(const uint8_t *p, const uint8_t *end)
{
	unsigned long rows = 0;

	while (p < end && *p != '#') {
		p = memchr(p, '\n', end - p);
		if (!p)
			break;
		p++;
		rows++;
	}
	return rows;
}

/* Correct rows= in place, or hardly any mutation would get past that check. */
static void correct(uint8_t *data, size_t size)
{
	static const char key[] = " rows=";
	uint8_t *end = data + size, *p = data, *digits, *line;
	unsigned long rows;

	while ((p = memmem(p, end - p, key, sizeof(key) - 1))) {
		p += sizeof(key) - 1;
		for (digits = p; p < end && *p >= '0' && *p <= '9';)
			p++;
		line = memchr(p, '\n', end - p);
		line = line ? memchr(line + 1, '\n', end - line - 1) : NULL;
		if (!line)
			return;
		rows = rows_from(line + 1, end);
		for (line = p; line > digits; rows /= 10)
			*--line = '0' + rows % 10;
	}
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
			       unsigned int seed)
{
	size = LLVMFuzzerMutate(data, size, max_size);
	if (seed % 4)
		correct(data, size);
	return size;
}
