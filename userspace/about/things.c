// SPDX-License-Identifier: GPL-2.0
/* The meanings of a word. */
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include "about.h"

const char *const thing_names[THINGS] = {
	[THING_ADDRESS] = "an address", [THING_INTERRUPT] = "an interrupt",
	[THING_CPU] = "a CPU",		[THING_NODE] = "a NUMA node",
	[THING_DISK] = "a disk",	[THING_NETDEV] = "a network interface",
	[THING_DEVICE] = "a device",	[THING_DRIVER] = "a driver",
	[THING_MODULE] = "a module",	[THING_PROCESS] = "a process",
};

const char *const thing_prefixes[THINGS] = {
	[THING_ADDRESS] = "address", [THING_INTERRUPT] = "irq",
	[THING_CPU] = "cpu",	     [THING_NODE] = "node",
	[THING_DISK] = "disk",	     [THING_NETDEV] = "netdev",
	[THING_DEVICE] = "device",   [THING_DRIVER] = "driver",
	[THING_MODULE] = "module",   [THING_PROCESS] = "pid",
};

/* The things found so far. */
struct finder {
	struct about *about;
	struct thing *things;
	unsigned int n;
};

static void add(struct finder *finder, enum thing_kind kind, struct slice name)
{
	struct thing *thing;
	unsigned int i;

	for (i = 0; i < finder->n; i++)
		if (finder->things[i].kind == kind &&
		    slice_is(name, finder->things[i].name))
			return;
	if (finder->n == MAX_THINGS || name.len >= sizeof(thing->name))
		return;
	thing = &finder->things[finder->n++];
	thing->kind = kind;
	memcpy(thing->name, name.p, name.len);
	thing->name[name.len] = '\0';
}

/* Whether a cell is @word, lists it, or ends in it after a colon. */
static bool means(struct slice cell, struct slice word, bool ending)
{
	if (cell_special(cell))
		return false;
	if (text_same(cell, word) || list_has(cell, word))
		return true;
	return ending && cell.len > word.len &&
	       cell.p[cell.len - word.len - 1] == ':' &&
	       !memcmp(cell.p + cell.len - word.len, word.p, word.len);
}

static bool prefix_off(struct slice *word, const char *prefix)
{
	size_t len = strlen(prefix);

	if (word->len <= len || memcmp(word->p, prefix, len))
		return false;
	word->p += len;
	word->len -= len;
	return true;
}

static void look(struct finder *finder, enum thing_kind kind, const char *view,
		 const char *column, struct slice word)
{
	const struct grid *grid = about_grid(finder->about, view);
	bool ending = kind == THING_DEVICE;
	struct slice cell;
	size_t i;

	if (cell_special(word) || !word.len)
		return;
	for (i = 0; grid && i < grid->rows; i++) {
		cell = cell_named(grid->view, grid_row(grid, i), column);
		if (means(cell, word, ending))
			add(finder, kind, ending ? cell : word);
	}
}

/* The rows of a view whose device number is @dev. */
static void look_row(struct finder *finder, enum thing_kind kind,
		     const char *view, const char *name, struct slice dev)
{
	const struct grid *grid = about_grid(finder->about, view);
	const struct slice *cells;
	size_t i;

	for (i = 0; grid && i < grid->rows; i++) {
		cells = grid_row(grid, i);
		if (slice_same(cell_named(grid->view, cells, "DEV"), dev))
			add(finder, kind, cell_named(grid->view, cells, name));
	}
}

/* A node may have neither CPUs nor memory, only devices. */
static void look_node(struct finder *finder, struct slice number)
{
	const struct grid *memory = about_grid(finder->about, "memory");
	struct slice scope;
	size_t i;

	look(finder, THING_NODE, "cpus", "NODE", number);
	look(finder, THING_NODE, "devices", "NODE", number);
	for (i = 0; memory && i < memory->rows; i++) {
		scope = cell_named(memory->view, grid_row(memory, i), "SCOPE");
		if (prefix_off(&scope, thing_prefixes[THING_NODE]) &&
		    slice_same(scope, number))
			add(finder, THING_NODE, number);
	}
}

/* Things with the device number of a file such as /dev/mapper/root. */
static void look_file(struct finder *finder, const char *path)
{
	struct slice number;
	char text[SHORT_TEXT];
	struct stat st;

	if (!source_live(&finder->about->request->source) || stat(path, &st) ||
	    !(S_ISBLK(st.st_mode) || S_ISCHR(st.st_mode)))
		return;
	number = short_text(text, "%c%u:%u", S_ISBLK(st.st_mode) ? 'b' : 'c',
			    major(st.st_rdev), minor(st.st_rdev));
	look_row(finder, THING_DISK, "disks", "DISK", number);
	look_row(finder, THING_DEVICE, "devices", "DEVICE", number);
}

/* Look for one kind, or for all. */
static void look_for(struct finder *finder, enum thing_kind kind,
		     struct slice word)
{
	struct value address;
	char text[24];
	size_t i;

	switch (kind) {
	case THING_ADDRESS:
		if (word.len < sizeof(text)) {
			for (i = 0; i < word.len; i++)
				text[i] = word.p[i] >= 'A' && word.p[i] <= 'Z' ?
						  word.p[i] | ' ' :
						  word.p[i];
			word.p = text;
			if (cell_value('x', word, &address))
				add(finder, kind, word);
		}
		break;
	case THING_INTERRUPT:
		look(finder, kind, "interrupts", "IRQ", word);
		break;
	case THING_CPU:
		look(finder, kind, "cpus", "CPU", word);
		break;
	case THING_NODE:
		look_node(finder, word);
		break;
	case THING_DISK:
		look(finder, kind, "disks", "DISK", word);
		break;
	case THING_NETDEV:
		look(finder, kind, "netdevs", "NETDEV", word);
		break;
	case THING_DEVICE:
		look(finder, kind, "devices", "DEVICE", word);
		break;
	case THING_DRIVER:
		look(finder, kind, "devices", "DRIVER", word);
		look(finder, kind, "interrupts", "DRIVER", word);
		break;
	case THING_MODULE:
		look(finder, kind, "modules", "MODULE", word);
		break;
	default:
		look(finder, THING_PROCESS, "processes", "PID", word);
	}
}

unsigned int things_find(struct about *about, const char *word,
			 struct thing things[MAX_THINGS])
{
	struct finder finder = { about, things, 0 };
	struct slice text = slice_of(word), prefix, rest;
	unsigned int kind;

	/* "irq:27" selects a kind, unless a device has that name. */
	if (slice_split(text, ':', &prefix, &rest)) {
		look(&finder, THING_DEVICE, "devices", "DEVICE", text);
		for (kind = 0; !finder.n && kind < THINGS; kind++)
			if (slice_is(prefix, thing_prefixes[kind]))
				look_for(&finder, kind, rest);
		if (finder.n)
			return finder.n;
	}
	if (prefix_off(&text, "/dev/"))
		look_file(&finder, word);
	if (finder.n)
		return finder.n;
	rest = text;
	if (prefix_off(&rest, thing_prefixes[THING_CPU]))
		look(&finder, THING_CPU, "cpus", "CPU", rest);
	rest = text;
	if (prefix_off(&rest, thing_prefixes[THING_NODE]))
		look_node(&finder, rest);
	for (kind = 0; kind < THINGS; kind++)
		if (kind != THING_CPU && kind != THING_NODE)
			look_for(&finder, kind, text);
	return finder.n;
}
