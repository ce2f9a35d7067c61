/* SPDX-License-Identifier: GPL-2.0 */
/* What the command line asks for, and the commands that answer it. */
#ifndef COMMAND_H
#define COMMAND_H

#include "err.h"
#include "out.h"
#include "shape.h"
#include "source.h"

enum form {
	FORM_TABLE,
	FORM_JSON,
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
	bool per_cpu; /* for metrics: a series for each CPU */
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
	bool options; /* has options of its own: they are left in args */
};

/*
 * Whether the argument at *@args is the option @name, which takes a value:
 * "--name=VALUE" or "--name VALUE", with *@args moved on to the latter. *@value
 * is NULL when the value is missing.
 */
bool option_value(char ***args, const char *name, const char **value);

#endif
