/* SPDX-License-Identifier: GPL-2.0 */
#ifndef BENCH_GUEST_H
#define BENCH_GUEST_H

#include <stdint.h>

typedef void (*mark_fn)(void);

void die(const char *what);
/* Call it before any of the others. */
void begin_marks(void);
mark_fn make_mark(uint32_t imm);
/* @function may be NULL: the interrupt entries. Returns how many it found. */
unsigned int name_symbols(const char *function);

#endif
