/* SPDX-License-Identifier: GPL-2.0 */
/* Pieces of text, and the few ways this has of making more. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "format.h"

#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))

/* A piece of a text, not NUL terminated. */
struct slice {
	const char *p;
	size_t len;
};

struct slice slice_of(const char *text);
bool slice_is(struct slice s, const char *text);
bool slice_same(struct slice a, struct slice b);

/* Take the next item off a comma separated list. False when none is left. */
bool item_next(struct slice *list, struct slice *item);

/* Split @s at the first @mark, which goes. False if there is none. */
bool slice_split(struct slice s, char mark, struct slice *before,
		 struct slice *after);

/* The length of the UTF-8 sequence at @p, 0 if it is not one. */
size_t utf8_len(const char *p, size_t left);

/* The same, but 0 also for what a terminal could take for a command. */
size_t printable_len(const char *p, size_t left);

/*
 * Take a character off @s, its octal escape undone: its UTF-8 to @bytes. Returns
 * its length, or 0 after it took a byte that is not UTF-8, which is bytes[0].
 */
size_t char_next(struct slice *s, char bytes[4]);

/* How many columns of a terminal out_printable() takes for @s. */
size_t printable_width(struct slice s);

/* Whether two texts are the same, and one is in the other, escapes undone. */
bool text_same(struct slice a, struct slice b);
bool text_has(struct slice text, struct slice part);

/* Take @part off the front of @text, escapes undone; false if it is not there. */
bool text_begins(struct slice *text, struct slice part);

/* Less than, equal to, or greater than 0; runs of digits compare as numbers. */
int text_order(struct slice a, struct slice b);

/*
 * The name of a disk as devices have it: cciss/c0d0 is cciss!c0d0 there, and
 * with @back the other way round. Of no length if it is too long.
 */
#define DISK_NAME 256
struct slice disk_in_sysfs(char to[DISK_NAME], struct slice disk, bool back);

/* Words for a message; those that do not fit are left out. */
struct joined {
	char text[1024];
	size_t used;
};

void joined_add(struct joined *words, struct slice word);

/* What printf() makes of a number or a few; where it is and how long. */
#define SHORT_TEXT 48
__attribute__((format(printf, 2, 3))) struct slice
short_text(char to[SHORT_TEXT], const char *format, ...);

/*
 * Make a message safe for a terminal, in place: texts and names come from
 * anywhere. Control characters and what is not UTF-8 become "?".
 */
void make_printable(char *text);

#endif
