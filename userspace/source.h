/* SPDX-License-Identifier: GPL-2.0 */
/* Where views come from: the running kernel, a captured tree, a capture. */
#ifndef SOURCE_H
#define SOURCE_H

#include "capture.h"
#include "err.h"
#include "parse.h"
#include "text.h"

/* What this reads at most of a file; a view of 100,000 rows is a tenth of it. */
#ifndef SOURCE_MAX
#define SOURCE_MAX (256UL << 20)
#endif

struct source {
	char directory[4096]; /* of the views, unless @file is set */
	const char *root; /* of a captured tree, else NULL */
	const char *file; /* a capture, "-" for standard input, else NULL */
	struct capture capture; /* of @file, read once */
	bool tried; /* it was read, and @code is how that ended */
	enum exit_code code;
	bool quiet; /* no complaint about a view that is not there or denied */
};

/*
 * The running kernel; or with @root the tree captured there; or with @file a
 * capture: views one after another, as the view `all` has them.
 */
enum exit_code source_init(struct source *source, const char *root,
			   const char *file);

/* The same from one word, as `diff` takes it: a directory is a root. */
enum exit_code source_init_path(struct source *source, const char *path);

bool source_live(const struct source *source);
void source_free(struct source *source);

/* The capture it is, for messages. */
const char *source_file_name(const struct source *source);

/* Views that were read, and the memory that they point into. */
struct reading {
	struct view view;
	enum exit_code code; /* not DONE if a view had to be left out */
	const struct source *source;
	struct slice rest; /* the views after this one, of a text */
	const struct capture_view *views; /* the same, of a capture */
	size_t left;
	char *memory;
};

/*
 * Read the view @name afresh, all of it validated. For `all` that is the first
 * of several; reading_next() goes on to the next, false when there is none. It
 * tells of views that the module could not make, or that are damaged in a
 * capture, and goes on: reading->code then says so. On DONE @reading is to be
 * given to reading_free(); else it was told.
 */
enum exit_code source_load(struct source *source, const char *name,
			   struct reading *reading);

/* The same, without a complaint if the view is not there or not allowed. */
enum exit_code source_load_if_there(struct source *source, const char *name,
				    struct reading *reading);
bool reading_next(struct reading *reading);
void reading_free(struct reading *reading);

/* The text of a view or of `all`, validated, as the module made it. To free. */
enum exit_code source_text(struct source *source, const char *name,
			   struct slice *text);

/*
 * Call @fn for each view that there is, but not for `all`: sorted by name, or
 * in the order of a capture. The first code that is not DONE is returned, but
 * the other views are visited.
 */
typedef enum exit_code each_fn(void *context, const struct view *view);
enum exit_code source_each(struct source *source, each_fn *fn, void *context);

#endif
