/* SPDX-License-Identifier: GPL-2.0 */
#ifndef WHOLE_H
#define WHOLE_H

#include "command.h"

/*
 * Print the tree, or the subtree at @request->args[0] if given, for @display.
 */
enum exit_code tree_whole(struct out *out, struct request *request,
			  const struct display *display);

#endif
