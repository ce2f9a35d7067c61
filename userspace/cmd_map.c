// SPDX-License-Identifier: GPL-2.0
/* hwinsight map: a picture of an address space, or of interrupts by CPU. */
#include <string.h>

#include "file.h"
#include "map/map.h"
#include "plain.h"
#include "terminal.h"

struct map {
	const char *name;
	const struct view *view;
	const char *path; /* of the SVG, or NULL for stdout */
	bool svg, ascii;
};

static enum exit_code draw(struct out *out, void *context)
{
	const struct map *map = context;
	const struct view *view = map->view;
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
		else if (!map->name)
			map->name = *args;
		else
			code = complain(USAGE, "map takes one view");
	}
	if (code == DONE && map->path && !*map->path)
		code = complain(USAGE, "map: --svg= needs a file");
	map->svg |= !!map->path;
	if (!map->name)
		map->name = "iomem";
	return code;
}

static enum exit_code cmd_map(struct out *out, struct request *request)
{
	struct map map = { 0 };
	struct reading reading;
	enum exit_code code = arguments(&map, request);

	if (code == DONE)
		code = source_load(&request->source, map.name, &reading);
	if (code != DONE)
		return code;
	map.view = &reading.view;
	code = map.path ? file_write(map.path, draw, &map) : draw(out, &map);
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
