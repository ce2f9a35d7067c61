// SPDX-License-Identifier: GPL-2.0
/* hwinsight verify: check views against the kernel's own files. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "plain.h"
#include "verify/verify.h"

/* How many tries a value that may go up and down gets. */
#define TRIES 5

struct totals {
	struct out *out;
	struct source *source;
	u64 agree, differ;
};

/* Read the file that a view is compared with as a whole, if there is one. */
static struct slice read_whole(const struct verify *verify,
			       const struct view *view)
{
	struct slice text = { NULL, 0 };
	const char *path = whole_file(view);
	char full[KERNEL_PATH];
	u64 lines;

	if (path && kernel_path(full, verify->files.root, path))
		file_read(full, false, &text, &lines);
	return text;
}

/* Read the view between two readings of the kernel's files, and compare. */
static enum exit_code take(struct verify *verify, struct source *source,
			   const char *name, struct reading *now)
{
	struct slice before, after;
	struct reading first;
	struct facts *facts;
	enum exit_code code = source_load(source, name, &first);

	if (code != DONE)
		return code;
	facts = facts_before(&first.view, verify->files.root);
	before = read_whole(verify, &first.view);
	code = facts ? source_load(source, name, now) : FAILED;
	kernel_forget(&verify->files);
	if (code == DONE) {
		after = read_whole(verify, &first.view);
		facts_after(facts);
		verify->compared =
			calloc(now->view.rows + 1, sizeof(*verify->compared));
		if (!verify->compared ||
		    !grid_make(&verify->grid, &now->view)) {
			code = FAILED;
		} else {
			if (before.p && after.p)
				whole_compare(verify, before, after);
			facts_compare(facts, verify);
			verify_rows(verify);
			verify_caches(verify);
			verify_cputypes(verify);
			verify_isolated(verify);
			verify_firmware(verify);
			verify_dimms(verify);
			verify_sysfs(verify);
			verify_pci(verify);
			verify_usb(verify);
			verify_netdevs(verify);
			verify_boards(verify);
		}
		free((char *)after.p);
	}
	free((char *)before.p);
	facts_free(facts);
	reading_free(&first);
	return code;
}

/* "1,234" */
static void print_grouped(struct out *out, u64 n)
{
	char text[SHORT_TEXT];
	struct slice digits = short_text(text, "%llu", n);

	for (; digits.len; digits.p++, digits.len--) {
		out_char(out, *digits.p);
		if (digits.len > 1 && digits.len % 3 == 1)
			out_char(out, ',');
	}
}

static void print_total(struct out *out, u64 agree, u64 differ)
{
	print_grouped(out, agree);
	out_text(out, agree == 1 ? " value agrees, " : " values agree, ");
	print_grouped(out, differ);
	out_text(out, differ == 1 ? " differs" : " differ");
}

/* For each column, the number of cells that could not be compared. */
static void print_rest(struct out *out, const struct verify *verify)
{
	const struct view *view = verify->grid.view;
	const char *before = "; not compared: ";
	unsigned int i;
	size_t row;
	u64 n;

	for (i = 0; i < view->columns; i++) {
		for (n = row = 0; row < verify->grid.rows; row++)
			n += slice_is(grid_row(&verify->grid, row)[i], "*") ||
			     (!(verify->compared[row] >> i & 1) &&
			      !slice_is(grid_row(&verify->grid, row)[i], "-"));
		if (!n)
			continue;
		out_text(out, before);
		out_printable(out, view->column[i]);
		out_char(out, ' ');
		print_grouped(out, n);
		before = ", ";
	}
}

static enum exit_code verify_view(struct totals *totals, const char *name)
{
	struct verify verify = { .files.root = totals->source->root };
	struct differences earlier = { 0 };
	enum exit_code code = DONE;
	struct reading now = { 0 };
	int try;

	for (try = 1; code == DONE; try++) {
		verify.out = try == TRIES ? totals->out : NULL;
		verify.agree = 0;
		verify.differ = 0;
		verify.earlier = try > 1 ? &earlier : NULL;
		code = take(&verify, totals->source, name, &now);
		if (code != DONE || !verify.differ || try == TRIES)
			break;
		free(earlier.hash);
		earlier = verify.differences;
		verify.differences = (struct differences){ 0 };
		grid_free(&verify.grid);
		free(verify.compared);
		verify.compared = NULL;
		reading_free(&now);
	}
	if (code == DONE) {
		totals->agree += verify.agree;
		totals->differ += verify.differ;
		out_text(totals->out, "# ");
		out_printable(totals->out, now.view.name);
		out_text(totals->out, ": ");
		print_total(totals->out, verify.agree, verify.differ);
		print_rest(totals->out, &verify);
		out_char(totals->out, '\n');
	}
	free(earlier.hash);
	free(verify.differences.hash);
	free(verify.compared);
	grid_free(&verify.grid);
	kernel_forget(&verify.files);
	reading_free(&now);
	return code;
}

static enum exit_code each(void *context, const struct view *view)
{
	char name[256];

	if (view->name.len >= sizeof(name))
		return DONE;
	memcpy(name, view->name.p, view->name.len);
	name[view->name.len] = '\0';
	return verify_view(context, name);
}

static enum exit_code cmd_verify(struct out *out, struct request *request)
{
	struct totals totals = { .out = out, .source = &request->source };
	enum exit_code code = plain_only(request, "verify"), one;
	int i;

	if (code == DONE && request->source.file)
		return complain(
			USAGE,
			"verify: a capture has no files of the kernel beside it; take --root or the running kernel");
	if (code == DONE && !request->n)
		code = source_each(&request->source, each, &totals);
	for (i = 0; i < request->n; i++) {
		one = verify_view(&totals, request->args[i]);
		if (code == DONE)
			code = one;
	}
	if (code != DONE)
		return code;
	print_total(out, totals.agree, totals.differ);
	out_char(out, '\n');
	if (!totals.agree && !totals.differ)
		return complain(FAILED,
				"verify: there was nothing to compare with");
	return totals.differ ? FAILED : DONE;
}

const struct command command_verify = {
	.name = "verify",
	.args = "[VIEW]...",
	.help = "check views against the kernel's own files",
	.run = cmd_verify,
};
