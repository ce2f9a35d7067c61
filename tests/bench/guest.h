/* SPDX-License-Identifier: GPL-2.0 */
#ifndef BENCH_GUEST_H
#define BENCH_GUEST_H

#include <stdint.h>

typedef void (*mark_fn)(void);

void die(const char *what);
/* Before any of the others. */
void begin_marks(void);
mark_fn make_mark(uint32_t imm);
/* function: NULL for the interrupt entries. Returns how many were found. */
unsigned int name_symbols(const char *function);

#endif
