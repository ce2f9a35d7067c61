/* SPDX-License-Identifier: GPL-2.0 */
/* Where views come from: the running kernel, a captured tree, a capture. */
#ifndef SOURCE_H
#define SOURCE_H

#include "capture.h"
#include "err.h"
#include "parse.h"
#include "text.h"

/*
 * The most that is read of a file; a view of 100,000 rows is a tenth of that.
 */
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
	bool quiet; /* do not complain about views that are missing or denied */
};

/*
 * The running kernel; with @root a tree captured there; with @file a capture:
 * views one after another, as in the view `all`.
 */
enum exit_code source_init(struct source *source, const char *root,
			   const char *file);

/* The same from one argument of `diff`: a directory is a root. */
enum exit_code source_init_path(struct source *source, const char *path);

bool source_live(const struct source *source);
void source_free(struct source *source);

/* The name of the capture, for messages. */
const char *source_file_name(const struct source *source);

/* Views that were read, and the memory they point into. */
struct reading {
	struct view view;
	enum exit_code code; /* not DONE if a view was left out */
	const struct source *source;
	struct slice rest; /* the views after this one, in a text */
	const struct capture_view *views; /* the same, in a capture */
	size_t left;
	char *memory;
};

/*
 * Read the view @name afresh and validate all of it. For `all` this is the
 * first of several; reading_next() moves on to the next, and returns false
 * after the last. Views that the module could not produce, or that are damaged
 * in a capture, are reported and skipped; reading->code then says so. On DONE
 * the caller calls reading_free(); otherwise a complaint was printed.
 */
enum exit_code source_load(struct source *source, const char *name,
			   struct reading *reading);

/* The same, without a complaint if the view is missing or denied. */
enum exit_code source_load_if_there(struct source *source, const char *name,
				    struct reading *reading);
bool reading_next(struct reading *reading);
void reading_free(struct reading *reading);

/* The validated text of a view or of `all`. The caller frees it. */
enum exit_code source_text(struct source *source, const char *name,
			   struct slice *text);

/*
 * Call @fn for each view except `all`: sorted by name, or in the order of a
 * capture. Visits all views, and returns the first code that is not DONE.
 */
typedef enum exit_code each_fn(void *context, const struct view *view);
enum exit_code source_each(struct source *source, each_fn *fn, void *context);

#endif
