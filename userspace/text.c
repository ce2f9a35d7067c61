// SPDX-License-Identifier: GPL-2.0
#include <stdarg.h>
#include <string.h>

#include "text.h"

struct slice slice_of(const char *text)
{
	return (struct slice){ text, strlen(text) };
}

bool slice_is(struct slice s, const char *text)
{
	return s.len == strlen(text) && !memcmp(s.p, text, s.len);
}

bool slice_same(struct slice a, struct slice b)
{
	return a.len == b.len && !memcmp(a.p, b.p, a.len);
}

bool slice_split(struct slice s, char mark, struct slice *before,
		 struct slice *after)
{
	const char *at = memchr(s.p, mark, s.len);

	if (!at)
		return false;
	before->p = s.p;
	before->len = at - s.p;
	after->p = at + 1;
	after->len = s.len - before->len - 1;
	return true;
}

bool item_next(struct slice *list, struct slice *item)
{
	if (!list->p)
		return false;
	if (!slice_split(*list, ',', item, list)) {
		*item = *list;
		list->p = NULL;
	}
	return true;
}

size_t utf8_len(const char *text, size_t left)
{
	const unsigned char *p = (const unsigned char *)text;
	size_t len, i;

	if (p[0] < 0x80)
		return 1;
	if (p[0] >= 0xc2 && p[0] < 0xe0)
		len = 2;
	else if (p[0] >= 0xe0 && p[0] < 0xf0)
		len = 3;
	else if (p[0] >= 0xf0 && p[0] < 0xf5)
		len = 4;
	else
		return 0;
	if (len > left)
		return 0;
	for (i = 1; i < len; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	/* Overlong forms, surrogates, beyond U+10FFFF. */
	if ((p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xed && p[1] > 0x9f) ||
	    (p[0] == 0xf0 && p[1] < 0x90) || (p[0] == 0xf4 && p[1] > 0x8f))
		return 0;
	return len;
}

size_t printable_len(const char *text, size_t left)
{
	const unsigned char *p = (const unsigned char *)text;

	if (p[0] < ' ' || p[0] == 0x7f)
		return 0;
	/* U+0080 to U+009F are control characters too. */
	if (p[0] == 0xc2 && left > 1 && p[1] < 0xa0)
		return 0;
	return utf8_len(text, left);
}

static bool octal(struct slice s)
{
	return s.len > 3 && s.p[0] == '\\' && s.p[1] >= '0' && s.p[1] <= '3' &&
	       s.p[2] >= '0' && s.p[2] <= '7' && s.p[3] >= '0' && s.p[3] <= '7';
}

/* Decode the byte at the front of @s; returns how much of @s it took. */
static size_t decode(struct slice s, char *byte)
{
	if (!octal(s)) {
		*byte = s.p[0];
		return 1;
	}
	*byte = (s.p[1] - '0') << 6 | (s.p[2] - '0') << 3 | (s.p[3] - '0');
	return 4;
}

static void skip(struct slice *s, size_t len)
{
	s->p += len;
	s->len -= len;
}

size_t char_next(struct slice *s, char bytes[4])
{
	struct slice ahead = *s;
	size_t n = 0, len, i;

	do
		skip(&ahead, decode(ahead, &bytes[n++]));
	while (bytes[0] & 0x80 && n < 4 && ahead.len);
	len = utf8_len(bytes, n);
	if (n == 1) {
		*s = ahead;
		return len;
	}
	for (i = 0; i < len || !i; i++)
		skip(s, decode(*s, &bytes[i]));
	return len;
}

size_t plain_len(struct slice s)
{
	size_t len = 0;

	while (len < s.len && s.p[len] >= ' ' && s.p[len] < 0x7f &&
	       s.p[len] != '\\')
		len++;
	return len;
}

size_t printable_width(struct slice s)
{
	size_t width = 0, len;

	while (s.len) {
		len = printable_len(s.p, s.len);
		width += len ? 1 : 4;
		skip(&s, len ? len : 1);
	}
	return width;
}

bool text_begins(struct slice *text, struct slice part)
{
	struct slice rest = *text;
	char a, b;

	while (part.len) {
		if (!rest.len)
			return false;
		skip(&rest, decode(rest, &a));
		skip(&part, decode(part, &b));
		if (a != b)
			return false;
	}
	*text = rest;
	return true;
}

bool text_same(struct slice a, struct slice b)
{
	return text_begins(&a, b) && !a.len;
}

bool text_has(struct slice text, struct slice part)
{
	char byte;

	while (!text_begins(&text, part)) {
		if (!text.len)
			return false;
		skip(&text, decode(text, &byte));
	}
	return true;
}

static size_t run_of_digits(struct slice *s)
{
	size_t len = 0;

	while (s->len && *s->p == '0')
		skip(s, 1);
	while (len < s->len && s->p[len] >= '0' && s->p[len] <= '9')
		len++;
	return len;
}

static bool at_digit(struct slice s)
{
	return s.len && *s.p >= '0' && *s.p <= '9';
}

int text_order(struct slice a, struct slice b)
{
	size_t a_len, b_len;
	int order = 0;

	while (!order && a.len && b.len) {
		if (!at_digit(a) || !at_digit(b)) {
			order = (unsigned char)*a.p - (unsigned char)*b.p;
			skip(&a, 1);
			skip(&b, 1);
			continue;
		}
		a_len = run_of_digits(&a);
		b_len = run_of_digits(&b);
		if (a_len != b_len)
			return a_len < b_len ? -1 : 1;
		order = memcmp(a.p, b.p, a_len);
		skip(&a, a_len);
		skip(&b, b_len);
	}
	return order ? order : !!a.len - !!b.len;
}

struct slice disk_in_sysfs(char to[DISK_NAME], struct slice disk, bool back)
{
	size_t i;

	if (disk.len >= DISK_NAME)
		disk.len = 0;
	for (i = 0; i < disk.len; i++) {
		to[i] = disk.p[i];
		if (to[i] == (back ? '!' : '/'))
			to[i] = back ? '/' : '!';
	}
	to[disk.len] = '\0';
	return (struct slice){ to, disk.len };
}

void joined_add(struct joined *words, struct slice word)
{
	if (word.len + 2 > sizeof(words->text) - words->used)
		return;
	words->text[words->used++] = ' ';
	memcpy(words->text + words->used, word.p, word.len);
	words->used += word.len;
	words->text[words->used] = '\0';
}

struct slice short_text(char to[SHORT_TEXT], const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = text_vprint(to, SHORT_TEXT, format, args);
	va_end(args);
	return (struct slice){ to, len < SHORT_TEXT ? len : SHORT_TEXT - 1 };
}

void make_printable(char *text)
{
	size_t left = strlen(text), len;

	for (; left; text += len, left -= len) {
		len = printable_len(text, left);
		if (len)
			continue;
		*text = '?';
		len = 1;
	}
}
