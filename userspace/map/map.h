/* SPDX-License-Identifier: GPL-2.0 */
/* Pictures of views. All return DONE, or the code of a complaint. */
#ifndef MAP_H
#define MAP_H

#include "heat.h"
#include "pen.h"
#include "segments.h"

/* How to draw on a terminal. */
struct canvas {
	size_t width; /* of what is drawn */
	size_t edge; /* where text ends; names are not cut without a screen */
	bool ascii;
};

enum exit_code map_text(struct out *out, struct segments *segments,
			const struct canvas *canvas);
enum exit_code map_svg(struct out *out, struct segments *segments);

enum exit_code heat_text(struct out *out, const struct heat *heat,
			 const struct canvas *canvas);
enum exit_code heat_svg(struct out *out, const struct heat *heat);

#endif
