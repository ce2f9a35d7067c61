/* SPDX-License-Identifier: GPL-2.0 */
/* Slices of text. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "format.h"

#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))

/* A slice of a text, not NUL terminated. */
struct slice {
	const char *p;
	size_t len;
};

struct slice slice_of(const char *text);
bool slice_is(struct slice s, const char *text);
bool slice_same(struct slice a, struct slice b);

/* Take the next item off a comma-separated list. False after the last. */
bool item_next(struct slice *list, struct slice *item);

/* Split @s at the first @mark, which is dropped. False if there is none. */
bool slice_split(struct slice s, char mark, struct slice *before,
		 struct slice *after);

/* The length of the UTF-8 sequence at @p, 0 if it is not one. */
size_t utf8_len(const char *p, size_t left);

/* The same, but 0 also for control characters. */
size_t printable_len(const char *p, size_t left);

/* How many bytes at the front of @s are printable ASCII and no escape. */
size_t plain_len(struct slice s);

/*
 * Take a character off @s, octal escapes undone, and store its UTF-8 in @bytes.
 * Returns its length, or 0 for an invalid byte, which is bytes[0].
 */
size_t char_next(struct slice *s, char bytes[4]);

/* The width of @s in columns as out_printable() writes it. */
size_t printable_width(struct slice s);

/* Whether two texts are equal, or one contains the other, escapes undone. */
bool text_same(struct slice a, struct slice b);
bool text_has(struct slice text, struct slice part);

/*
 * Take @part off the front of @text, escapes undone; false if it does not
 * match.
 */
bool text_begins(struct slice *text, struct slice part);

/* Compare as strcmp() does, but runs of digits as numbers. */
int text_order(struct slice a, struct slice b);

/*
 * The name of a disk in sysfs, where cciss/c0d0 is cciss!c0d0; with @back, the
 * reverse. Empty if it is too long.
 */
#define DISK_NAME 256
struct slice disk_in_sysfs(char to[DISK_NAME], struct slice disk, bool back);

/* A list of words for a message; those that do not fit are dropped. */
struct joined {
	char text[1024];
	size_t used;
};

void joined_add(struct joined *words, struct slice word);

/* Print into a short buffer, returned as a slice. */
#define SHORT_TEXT 48
__attribute__((format(printf, 2, 3))) struct slice
short_text(char to[SHORT_TEXT], const char *format, ...);

/*
 * Make a message safe for a terminal, in place: names come from anywhere.
 * Control characters and invalid UTF-8 become "?".
 */
void make_printable(char *text);

#endif
