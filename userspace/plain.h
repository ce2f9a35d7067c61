/* SPDX-License-Identifier: GPL-2.0 */
#ifndef PLAIN_H
#define PLAIN_H

#include "command.h"

/*
 * For the commands whose output has a form of its own: refuses options that
 * shape or convert a view, rather than ignore them.
 */
enum exit_code plain_only(const struct request *request, const char *command);

#endif
