/* SPDX-License-Identifier: GPL-2.0 */
#ifndef PLAIN_H
#define PLAIN_H

#include "command.h"

/*
 * For commands with their own output format: refuse options that shape or
 * convert a view, instead of ignoring them.
 */
enum exit_code plain_only(const struct request *request, const char *command);

#endif
