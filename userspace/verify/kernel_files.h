/* SPDX-License-Identifier: GPL-2.0 */
/* Values in the kernel's own text files. */
#ifndef KERNEL_FILES_H
#define KERNEL_FILES_H

#include "cell.h"

#define KERNEL_PATH 512

/* The few files that are looked into again and again, for one reading. */
struct kernel_files {
	const char *root; /* or NULL */
	unsigned int next;
	struct kernel_file {
		char path[KERNEL_PATH];
		struct slice text; /* without p: not there */
	} file[4];
};

/* The text of a file, which lasts until some others have been read. */
struct slice kernel_text(struct kernel_files *files, const char *path);

/* Forget them: the next reading is to be a new one. */
void kernel_forget(struct kernel_files *files);

/* The last part of where a link leads to; without p if it is none. */
struct slice kernel_link(const struct kernel_files *files, const char *path,
			 char to[KERNEL_PATH]);

bool kernel_exists(const struct kernel_files *files, const char *path);

/* @root and @path, to @to; false if it is too long. */
bool kernel_path(char to[KERNEL_PATH], const char *root, const char *path);

/* Take a word, between blanks, off @line. */
bool blank_next(struct slice *line, struct slice *word);
bool line_off(struct slice *text, struct slice *line); /* also one of itself */

/*
 * Take "IPI0:" off a line of a table like /proc/interrupts: @label is what
 * precedes the colon. No blank follows it where a count is ten digits long.
 */
bool label_off(struct slice *line, struct slice *label);

/* Take what is before @mark off @rest, or else all of it. */
struct slice part_off(struct slice *rest, char mark);

/*
 * In @text, from the line on that is @section (or from the first if that is
 * empty), the first line that begins with the words of @label, of which * is
 * any: the @nth word after them, or all of the rest for 0.
 */
struct slice kernel_find(struct slice text, struct slice section,
			 struct slice label, unsigned int nth);

/* The column of a CPU in a table like /proc/interrupts, -1 if it has none. */
int cpu_column(struct slice header, u64 cpu);

#endif
