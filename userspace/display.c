// SPDX-License-Identifier: GPL-2.0
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "display.h"
#include "pen.h"
#include "terminal.h"

static pid_t pager;

void display_init(struct display *display, enum color_when when)
{
	memset(display, 0, sizeof(*display));
	terminal_size(&display->width, &display->height);
	display->terminal = terminal_there();
	if (!display->terminal)
		display->width = NO_EDGE;
	display->utf8 = terminal_utf8();
	display->color = when == COLOR_ALWAYS ||
			 (when == COLOR_AUTO && terminal_color());
}

/* Whether a program is in $PATH. */
static bool in_path(const char *name)
{
	struct slice path = slice_of(getenv("PATH") ? getenv("PATH") : "");
	struct slice directory = path;
	char full[4096];

	while (path.p && path.len) {
		if (!slice_split(path, ':', &directory, &path)) {
			directory = path;
			path.len = 0;
		}
		if (directory.len + strlen(name) + 2 > sizeof(full))
			continue;
		memcpy(full, directory.p, directory.len);
		full[directory.len] = '/';
		strcpy(full + directory.len + 1, name);
		if (!access(full, X_OK))
			return true;
	}
	return false;
}

void display_page(const struct display *display)
{
	const char *command = getenv("PAGER");
	int ends[2];

	if (!display->terminal || pager || !terminal_can_draw())
		return;
	if (!command && in_path("less"))
		command = "less";
	if (!command || !*command || !strcmp(command, "cat") || pipe(ends))
		return;
	pager = fork();
	if (!pager) {
		dup2(ends[0], STDIN_FILENO);
		close(ends[0]);
		close(ends[1]);
		/*
		 * less: exit if all fits, keep colours, leave the text on the
		 * screen.
		 */
		setenv("LESS", "FRX", 0);
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	if (pager > 0) {
		dup2(ends[1], STDOUT_FILENO);
		/* ^C goes to the pager, which may not exit on it. */
		signal(SIGINT, SIG_IGN);
		/* The user may quit it before it has read everything. */
		signal(SIGPIPE, SIG_IGN);
	}
	close(ends[0]);
	close(ends[1]);
}

void display_end(struct out *out)
{
	int status;

	if (pager <= 0)
		return;
	out_flush(out);
	close(STDOUT_FILENO);
	waitpid(pager, &status, 0);
	pager = 0;
	/* Quitting it early is not a failure. */
	out->err = 0;
}

static const char *const sequences[] = {
	[PAINT_HEAD] = "\033[1m",  [PAINT_DIM] = "\033[2m",
	[PAINT_GOOD] = "\033[32m", [PAINT_WARN] = "\033[33m",
	[PAINT_BAD] = "\033[31m",
};

void paint_on(struct out *out, const struct display *display, enum paint paint)
{
	if (display->color && paint != PAINT_NONE)
		out_text(out, sequences[paint]);
}

void paint_off(struct out *out, const struct display *display, enum paint paint)
{
	if (display->color && paint != PAINT_NONE)
		out_text(out, "\033[m");
}

enum paint paint_of(struct slice column, struct slice cell)
{
	static const struct {
		const char *word;
		enum paint paint;
	} words[] = {
		{ "error", PAINT_BAD },	     { "warn", PAINT_WARN },
		{ "info", PAINT_DIM },	     { "up", PAINT_GOOD },
		{ "online", PAINT_GOOD },    { "live", PAINT_GOOD },
		{ "down", PAINT_WARN },	     { "offline", PAINT_WARN },
		{ "absent", PAINT_DIM },     { "lowerlayerdown", PAINT_WARN },
		{ "unloading", PAINT_WARN }, { "loading", PAINT_WARN },
	};
	unsigned int i;

	if (!slice_is(column, "STATE") && !slice_is(column, "SEVERITY"))
		return PAINT_NONE;
	for (i = 0; i < ARRAY_SIZE(words); i++)
		if (slice_is(cell, words[i].word))
			return words[i].paint;
	/* For an interrupt it is a list of words. */
	if (cell.len >= 8 && !memcmp(cell.p, "disabled", 8))
		return PAINT_WARN;
	return PAINT_NONE;
}
