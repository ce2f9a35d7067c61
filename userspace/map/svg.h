/* SPDX-License-Identifier: GPL-2.0 */
/* Pieces of SVG. The result is valid XML, whatever the names. */
#ifndef SVG_H
#define SVG_H

#include "out.h"

/* The advance of a character of the 11 px monospace font, rounded up. */
#define SVG_CHAR 7
#define SVG_LINE 17

/* Width and height in px. @style: CSS rules for the classes used. */
void svg_begin(struct out *out, unsigned long long width,
	       unsigned long long height, const char *style);
void svg_end(struct out *out);

/* A rectangle, left open for svg_title(); close it with svg_close(). */
void svg_rect(struct out *out, const char *class, unsigned int number,
	      const unsigned long long box[4]);
void svg_close(struct out *out);

/* Text, cut to @chars characters with "...". */
void svg_text(struct out *out, const char *class, unsigned int number,
	      unsigned long long x, unsigned long long y, struct slice text,
	      size_t chars);

/* Write at most @chars characters of a text as XML. Returns how many. */
size_t svg_escaped(struct out *out, struct slice text, size_t chars);

#endif
