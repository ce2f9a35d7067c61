/* SPDX-License-Identifier: GPL-2.0 */
/* The commands built in: the Makefile lists them in COMMANDS. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "command.h"

#define COMMAND(name) extern const struct command command_##name;
COMMANDS
#undef COMMAND

#endif
