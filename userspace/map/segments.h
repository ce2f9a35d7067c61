/* SPDX-License-Identifier: GPL-2.0 */
/* An address space split into segments by owner, from bottom to top. */
#ifndef SEGMENTS_H
#define SEGMENTS_H

#include "err.h"
#include "grid.h"

enum kind {
	KIND_RAM,
	KIND_DEVICE,
	KIND_WINDOW, /* of a bridge: room for devices */
	KIND_OTHER, /* firmware, reserved, the kernel's own */
	KIND_NOTHING,
	KINDS,
};

extern const char *const kind_name[KINDS];

#define MAX_LEVEL 31
#define NO_REGION ((size_t)-1)

/* A row of iomem or ioports. */
struct region {
	size_t row;
	u64 start, end;
	unsigned int level;
	enum kind kind;
	size_t first, last; /* its segments, including those inside it */
};

/* A range with one innermost owner. */
struct segment {
	u64 start, end;
	size_t region; /* or NO_REGION */
	unsigned int size; /* how much of the picture it gets */
};

struct segments {
	struct grid grid;
	size_t regions, n;
	struct region *region;
	struct segment *segment;
	unsigned int levels;
	bool linear; /* else the sizes are logarithmic */
};

/*
 * Split a view of resources, which must have START, END and LVL, and visible
 * addresses; otherwise complain and return the code.
 */
enum exit_code segments_make(struct segments *segments,
			     const struct view *view);
void segments_free(struct segments *segments);

/*
 * Divide a picture of size @total: each segment gets @least, and of the rest a
 * share proportional to its size, or to its logarithm if the smallest would not
 * be visible.
 */
void segments_share(struct segments *segments, size_t total,
		    unsigned int least);

/* Four times the binary logarithm; 0 for 0. */
unsigned int log2_4(u64 value);

/* The size of a range, rounded down: "29G". */
struct slice round_size(char to[SHORT_TEXT], u64 start, u64 end);

#endif
