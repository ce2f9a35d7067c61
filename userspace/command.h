/* SPDX-License-Identifier: GPL-2.0 */
/* What the command line asks for, and the commands that answer it. */
#ifndef COMMAND_H
#define COMMAND_H

#include "display.h"
#include "err.h"
#include "ids.h"
#include "out.h"
#include "shape.h"
#include "source.h"

/*
 * Built for a board, as the Makefile says: views as the module has them, for
 * programs. No table that fits a terminal, no colour, no pager, no overview, no
 * names or mounts from other files. The linker leaves out what nothing calls.
 */
#ifndef ON_BOARD
#define ON_BOARD 0
#endif

enum form {
	FORM_TABLE,
	FORM_JSON,
	FORM_NDJSON,
	FORM_CSV,
};

/*
 * The options that every command knows are taken out of the command line,
 * wherever they stand; what is left after the command's word is in @args, in
 * order: views, and the command's own options with their values.
 */
struct request {
	struct source source;
	struct shape shape; /* --columns, --where, --sort, --no-header */
	enum form form;
	bool wide, bytes, all; /* tables at a terminal */
	struct display display;
	struct ids ids;
	bool per_cpu, openmetrics; /* for metrics */
	unsigned int shown; /* views that were printed as JSON */
	char **args; /* @n of them, and a NULL */
	int n;
};

/*
 * A command. It prints to @out, which its caller flushes, and tells what goes
 * wrong itself. Not const: a source remembers what it has read.
 */
typedef enum exit_code command_fn(struct out *out, struct request *request);

struct command {
	const char *name;
	const char *args; /* for --help, or NULL */
	const char *help; /* one line of at most 50 characters */
	command_fn *run;
	bool pages; /* what it prints may be long: through $PAGER */
	bool options; /* has options of its own: they are left in args */
};

/* The names of all commands but show, each after a space. */
void commands_list(struct out *out);

/*
 * Whether the argument at *@args is the option @name, which takes a value:
 * "--name=VALUE" or "--name VALUE", with *@args moved on to the latter. *@value
 * is NULL when the value is missing.
 */
bool option_value(char ***args, const char *name, const char **value);

#endif
