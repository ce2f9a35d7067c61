// SPDX-License-Identifier: GPL-2.0
/* hwinsight map: a picture of an address space, or of interrupts by CPU. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "map/map.h"
#include "plain.h"
#include "terminal.h"

struct map {
	const char *view;
	const char *path; /* of the SVG, or NULL for stdout */
	bool svg, ascii;
};

static enum exit_code draw(struct out *out, const struct map *map,
			   const struct view *view)
{
	struct canvas canvas = { .ascii = map->ascii || !terminal_utf8() };
	struct segments segments;
	struct heat heat;
	enum exit_code code;
	size_t height;

	canvas.edge = NO_EDGE;
	if (terminal_size(&canvas.width, &height) || terminal_there())
		canvas.edge = canvas.width;
	if (column_of(view, slice_of("PERCPU")) >= 0) {
		code = heat_make(&heat, view);
		if (code != DONE)
			return code;
		code = map->svg ? heat_svg(out, &heat) :
				  heat_text(out, &heat, &canvas);
		heat_free(&heat);
		return code;
	}
	code = segments_make(&segments, view);
	if (code != DONE)
		return code;
	code = map->svg ? map_svg(out, &segments) :
			  map_text(out, &segments, &canvas);
	segments_free(&segments);
	return code;
}

/* To a file of its own. */
static enum exit_code draw_file(const struct map *map, const struct view *view)
{
	struct out *out = calloc(1, sizeof(*out));
	enum exit_code code;
	int err;

	if (!out)
		return complain(FAILED, "no memory");
	out->fd =
		open(map->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (out->fd < 0) {
		code = complain(FAILED, "%s: %s", map->path, strerror(errno));
	} else {
		code = draw(out, map, view);
		err = out_flush(out);
		if (close(out->fd) && !err)
			err = errno;
		if (err)
			code = complain(FAILED, "%s: %s", map->path,
					strerror(err));
	}
	free(out);
	return code;
}

static enum exit_code arguments(struct map *map, const struct request *request)
{
	enum exit_code code = plain_only(request, "map");
	char **args;

	for (args = request->args; code == DONE && *args; args++) {
		if (!strcmp(*args, "--ascii"))
			map->ascii = true;
		else if (!strcmp(*args, "--svg"))
			map->svg = true;
		else if (!strncmp(*args, "--svg=", 6))
			map->path = *args + 6;
		else if (**args == '-')
			code = complain(
				USAGE,
				"map: unknown option '%s'; it has --ascii and --svg[=FILE]",
				*args);
		else if (!map->view)
			map->view = *args;
		else
			code = complain(USAGE, "map takes one view");
	}
	if (code == DONE && map->path && !*map->path)
		code = complain(USAGE, "map: --svg= wants a file");
	map->svg |= !!map->path;
	if (!map->view)
		map->view = "iomem";
	return code;
}

static enum exit_code cmd_map(struct out *out, struct request *request)
{
	struct map map = { 0 };
	struct reading reading;
	enum exit_code code = arguments(&map, request);

	if (code == DONE)
		code = source_load(&request->source, map.view, &reading);
	if (code != DONE)
		return code;
	code = map.path ? draw_file(&map, &reading.view) :
			  draw(out, &map, &reading.view);
	reading_free(&reading);
	return code;
}

const struct command command_map = {
	.name = "map",
	.args = "[VIEW] [--ascii] [--svg[=FILE]]",
	.help = "draw iomem, ioports or interrupts",
	.run = cmd_map,
	.options = true,
};
