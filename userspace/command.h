/* SPDX-License-Identifier: GPL-2.0 */
/* The command line, parsed, and the commands. */
#ifndef COMMAND_H
#define COMMAND_H

#include "display.h"
#include "err.h"
#include "ids.h"
#include "out.h"
#include "shape.h"
#include "source.h"

/*
 * Built for a board (`make minimal`): views as the module prints them. No
 * fitted tables, colours, pager or overview; no names or mounts from other
 * files. The linker drops what nothing calls.
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
 * Options common to all commands are parsed wherever they stand. What is left
 * after the command's name is in @args, in order: views, and the command's own
 * options with their values.
 */
struct request {
	struct source source;
	struct shape shape; /* --columns, --where, --sort, --no-header */
	enum form form;
	bool wide, bytes, all; /* tables at a terminal */
	struct display display;
	struct ids ids;
	bool per_cpu, openmetrics; /* for metrics */
	unsigned int shown; /* views printed as JSON so far */
	char **args; /* @n of them, and a NULL */
	int n;
};

/*
 * A command. It prints to @out, which the caller flushes, and reports its own
 * errors. Not const: a source remembers what it has read.
 */
typedef enum exit_code command_fn(struct out *out, struct request *request);

struct command {
	const char *name;
	const char *args; /* for --help, or NULL */
	const char *help; /* one line of at most 50 characters */
	command_fn *run;
	bool pages; /* output may be long: use $PAGER */
	bool options; /* has its own options, which stay in args */
};

/* The names of all commands but show, each after a space. */
void commands_list(struct out *out);

/*
 * Whether the argument at *@args is the option @name with a value:
 * "--name=VALUE", or "--name VALUE", where *@args moves on to the value.
 * *@value is NULL if the value is missing.
 */
bool option_value(char ***args, const char *name, const char **value);

#endif
