/* SPDX-License-Identifier: GPL-2.0 */
/* Values in the kernel's own text files. */
#ifndef KERNEL_FILES_H
#define KERNEL_FILES_H

#include <dirent.h>

#include "cell.h"

#define KERNEL_PATH 512

/* A cache of the files that are read again and again. */
struct kernel_files {
	const char *root; /* or NULL */
	unsigned int next;
	struct kernel_file {
		char path[KERNEL_PATH];
		struct slice text; /* p is NULL if absent */
	} file[4];
};

/* The text of a file, valid until a few others have been read. */
struct slice kernel_text(struct kernel_files *files, const char *path);

/* Its first line, empty if it has none; p is NULL if there is no such file. */
struct slice kernel_line(struct kernel_files *files, const char *path);

/* Drop the cache, so that files are read afresh. */
void kernel_forget(struct kernel_files *files);

/* The last component of a link's target; p is NULL if it is not a link. */
struct slice kernel_link(const struct kernel_files *files, const char *path,
			 char to[KERNEL_PATH]);

bool kernel_exists(const struct kernel_files *files, const char *path);

/*
 * The names in a directory, except those that begin with a dot. After the last
 * one it returns NULL, and the directory is closed.
 */
DIR *kernel_directory(const char *root, const char *path);
const char *directory_next(DIR **directory);

/* Join @root and @path into @to; false if it is too long. */
bool kernel_path(char to[KERNEL_PATH], const char *root, const char *path);

/* Take a word, delimited by blanks, off @line. */
bool blank_next(struct slice *line, struct slice *word);
bool line_off(struct slice *text, struct slice *line); /* also one itself */

/*
 * Take a label such as "IPI0:" off a line of a table like /proc/interrupts;
 * @label is without the colon, which no blank follows if a count has ten
 * digits.
 */
bool label_off(struct slice *line, struct slice *label);

/* Take the text before @mark, or all of it, off @rest. */
struct slice part_off(struct slice *rest, char mark);

/*
 * Find in @text, starting at the line @section (or the first if that is empty),
 * the first line that begins with the words of @label, where * is any word.
 * Returns the @nth word after them, or the rest of the line for 0.
 */
struct slice kernel_find(struct slice text, struct slice section,
			 struct slice label, unsigned int nth);

/* The column of a CPU in a table like /proc/interrupts, or -1. */
int cpu_column(struct slice header, u64 cpu);

#endif
