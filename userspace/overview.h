/* SPDX-License-Identifier: GPL-2.0 */
#ifndef OVERVIEW_H
#define OVERVIEW_H

#include "command.h"

/*
 * The overview: the summary, findings above info, and where to go from there.
 */
enum exit_code overview(struct out *out, struct request *request);

#endif
