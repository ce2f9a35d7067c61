/* SPDX-License-Identifier: GPL-2.0 */
/* Process IDs in ACTIONS, as in "ahci[66]": they differ from boot to boot. */
#ifndef PIDS_H
#define PIDS_H

#include "text.h"

/* The length of a "[12]" or "[12,13]" that @s begins with, else 0. */
size_t pids_len(struct slice s);

/* Take the next character off @s; with @pids, skip a "[12]". */
bool next_char(struct slice *s, bool pids, char *c);

/* Whether two cells are equal, with @pids except for "[12]". */
bool same_cells(struct slice a, struct slice b, bool pids);

#endif
