/* SPDX-License-Identifier: GPL-2.0 */
#ifndef DEVNAMES_H
#define DEVNAMES_H

#include "err.h"
#include "ids.h"
#include "parse.h"

/*
 * If @view is `devices` and names are available, add NAME: see join_columns().
 */
enum exit_code devnames_join(struct ids *ids, struct view *view, char **text);

#endif
