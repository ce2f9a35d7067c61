// SPDX-License-Identifier: GPL-2.0
/* hwinsight about: everything all views know about one thing. */
#include "about/about.h"
#include "plain.h"

static enum exit_code unknown(const char *word)
{
	return complain(
		USAGE,
		"about: nothing here is called '%s'; it can be an address (0xfe403000), an interrupt, a process ID, a device, driver, module, disk or interface, /dev/sda, cpu3 or node1",
		word);
}

static void print_heading(struct about *about, const struct thing *things,
			  unsigned int n)
{
	struct out *out = about->out;
	unsigned int i;

	paint_on(out, &about->request->display, PAINT_HEAD);
	out_printable(out, slice_of(things->name));
	paint_off(out, &about->request->display, PAINT_HEAD);
	out_text(out, ", ");
	out_text(out, thing_names[things->kind]);
	for (i = 1; i < n; i++) {
		out_text(out, i == 1 ? "; could also be " : ", ");
		out_text(out, thing_names[things[i].kind]);
		out_text(out, " (about ");
		out_text(out, thing_prefixes[things[i].kind]);
		out_char(out, ':');
		out_printable(out, slice_of(things[i].name));
		out_char(out, ')');
	}
	out_char(out, '\n');
}

static enum exit_code cmd_about(struct out *out, struct request *request)
{
	struct about about = { .out = out, .request = request };
	enum exit_code code = plain_only(request, "about");
	struct thing things[MAX_THINGS];
	struct reading reading;
	unsigned int n;

	if (code == DONE && request->n != 1)
		code = complain(
			USAGE,
			"about takes one thing: an address, an interrupt, a device, a driver, ...");
	/* If there is nothing at all, report why. */
	if (code == DONE)
		code = source_load(&request->source, "devices", &reading);
	if (code != DONE)
		return code;
	reading_free(&reading);
	n = things_find(&about, request->args[0], things);
	if (n) {
		print_heading(&about, things, n);
		code = about_print(&about, &things[0]);
	} else if (about.code == DONE) {
		code = unknown(request->args[0]);
	}
	if (code == DONE)
		code = about.code;
	about_free(&about);
	return code;
}

const struct command command_about = {
	.name = "about",
	.args = "THING",
	.help = "everything about an address, device, IRQ ...",
	.run = cmd_about,
	.pages = true,
};
