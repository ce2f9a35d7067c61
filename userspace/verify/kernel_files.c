// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "kernel_files.h"

bool kernel_path(char to[KERNEL_PATH], const char *root, const char *path)
{
	size_t len = root ? strlen(root) : 0, rest = strlen(path);

	if (len + rest >= KERNEL_PATH)
		return false;
	memcpy(to, root ? root : "", len);
	memcpy(to + len, path, rest + 1);
	return true;
}

struct slice kernel_text(struct kernel_files *files, const char *path)
{
	struct kernel_file *file = files->file;
	char full[KERNEL_PATH];
	u64 lines;
	size_t i;

	for (i = 0; i < sizeof(files->file) / sizeof(*file); i++)
		if (!strcmp(file[i].path, path))
			return file[i].text;
	file += files->next++ % i;
	free((char *)file->text.p);
	file->text = (struct slice){ NULL, 0 };
	file->path[0] = '\0';
	if (strlen(path) < sizeof(file->path) &&
	    kernel_path(full, files->root, path)) {
		memcpy(file->path, path, strlen(path) + 1);
		if (file_read(full, false, &file->text, &lines))
			file->text = (struct slice){ NULL, 0 };
	}
	return file->text;
}

struct slice kernel_line(struct kernel_files *files, const char *path)
{
	struct slice text = kernel_text(files, path), line = text;

	line_off(&text, &line);
	return line;
}

void kernel_forget(struct kernel_files *files)
{
	size_t i;

	for (i = 0; i < sizeof(files->file) / sizeof(*files->file); i++) {
		free((char *)files->file[i].text.p);
		files->file[i].text = (struct slice){ NULL, 0 };
		files->file[i].path[0] = '\0';
	}
}

struct slice kernel_link(const struct kernel_files *files, const char *path,
			 char to[KERNEL_PATH])
{
	char full[KERNEL_PATH], *slash;
	ssize_t len = -1;

	if (kernel_path(full, files->root, path))
		len = readlink(full, to, KERNEL_PATH - 1);
	if (len < 0)
		return (struct slice){ NULL, 0 };
	to[len] = '\0';
	slash = strrchr(to, '/');
	slash = slash ? slash + 1 : to;
	return (struct slice){ slash, strlen(slash) };
}

bool kernel_exists(const struct kernel_files *files, const char *path)
{
	char full[KERNEL_PATH];

	return kernel_path(full, files->root, path) && !access(full, F_OK);
}

DIR *kernel_directory(const char *root, const char *path)
{
	char full[KERNEL_PATH];

	return kernel_path(full, root, path) ? opendir(full) : NULL;
}

const char *directory_next(DIR **directory)
{
	struct dirent *entry;

	while (*directory && (entry = readdir(*directory)))
		if (entry->d_name[0] != '.')
			return entry->d_name;
	if (*directory)
		closedir(*directory);
	*directory = NULL;
	return NULL;
}

static bool blank(char c)
{
	return c == ' ' || c == '\t';
}

bool blank_next(struct slice *line, struct slice *word)
{
	struct slice rest = *line;
	const char *start;

	while (rest.len && blank(*rest.p)) {
		rest.p++;
		rest.len--;
	}
	start = rest.p;
	while (rest.len && !blank(*rest.p)) {
		rest.p++;
		rest.len--;
	}
	*line = rest;
	*word = (struct slice){ start, rest.p - start };
	return word->len;
}

bool line_off(struct slice *text, struct slice *line)
{
	struct slice first = *text, rest = { NULL, 0 };

	if (!first.len)
		return false;
	slice_split(*text, '\n', &first, &rest);
	*text = rest;
	*line = first;
	return true;
}

bool label_off(struct slice *line, struct slice *label)
{
	struct slice word, rest = *line;

	/* The first word contains the colon, or ends in it. */
	if (!blank_next(&rest, &word) ||
	    !slice_split(word, ':', label, &word) || !label->len)
		return false;
	line->len -= word.p - line->p;
	line->p = word.p;
	return true;
}

/* Whether @line begins with the words of @label, which are dropped. */
static bool begins(struct slice *line, struct slice label)
{
	struct slice rest = *line, want, word;

	while (blank_next(&label, &want))
		if (!blank_next(&rest, &word) ||
		    (!slice_is(want, "*") && !slice_same(want, word)))
			return false;
	*line = rest;
	return true;
}

struct slice kernel_find(struct slice text, struct slice section,
			 struct slice label, unsigned int nth)
{
	struct slice line, word = { NULL, 0 };

	while (line_off(&text, &line)) {
		if (section.len) {
			if (begins(&line, section))
				section.len = 0;
			continue;
		}
		if (!begins(&line, label))
			continue;
		if (nth) {
			while (nth-- && blank_next(&line, &word))
				;
			return word.len ? word : (struct slice){ NULL, 0 };
		}
		while (line.len && blank(*line.p)) {
			line.p++;
			line.len--;
		}
		while (line.len && blank(line.p[line.len - 1]))
			line.len--;
		return line;
	}
	return word;
}

int cpu_column(struct slice header, u64 cpu)
{
	struct slice word;
	u64 number;
	int column;

	for (column = 0; blank_next(&header, &word); column++) {
		if (word.len < 4 || memcmp(word.p, "CPU", 3))
			return -1;
		word.p += 3;
		word.len -= 3;
		if (cell_u64(word, &number) && number == cpu)
			return column;
	}
	return -1;
}

struct slice part_off(struct slice *rest, char mark)
{
	struct slice part;

	if (!slice_split(*rest, mark, &part, rest)) {
		part = *rest;
		rest->len = 0;
	}
	return part;
}
