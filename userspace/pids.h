/* SPDX-License-Identifier: GPL-2.0 */
/* The process IDs in ACTIONS, "ahci[66]": every boot has others. */
#ifndef PIDS_H
#define PIDS_H

#include "text.h"

/* How long "[12]" or "[12,13]" is at the beginning of @s, else 0. */
size_t pids_len(struct slice s);

/* Take the next character off @s; with @pids, none of a "[12]". */
bool next_char(struct slice *s, bool pids, char *c);

/* Whether two cells are the same, or with @pids, are but for "[12]". */
bool same_cells(struct slice a, struct slice b, bool pids);

#endif
