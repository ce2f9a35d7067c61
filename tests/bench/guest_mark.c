// SPDX-License-Identifier: GPL-2.0
/* How the guest talks to the counting plugin: nops, written at run time. */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "guest.h"
#include "mark.h"

#define CODE_SIZE 65536

static unsigned char *code;
static size_t code_used;

void die(const char *what)
{
	fprintf(stderr, "bench guest: %s: %s\n", what, strerror(errno));
	exit(1);
}

void begin_marks(void)
{
	code = mmap(NULL, CODE_SIZE, PROT_READ | PROT_WRITE | PROT_EXEC,
		    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (code == MAP_FAILED)
		die("mmap");
}

static void put_nop(uint32_t imm)
{
	static const unsigned char nop[3] = { 0x0f, 0x1f, 0x80 };

	memcpy(code + code_used, nop, sizeof(nop));
	memcpy(code + code_used + sizeof(nop), &imm, sizeof(imm));
	code_used += sizeof(nop) + sizeof(imm);
}

/* Ends a function of nops with a return, and runs it once. */
static void run_nops(size_t from)
{
	mark_fn fn;

	code[code_used++] = 0xc3;
	code_used = (code_used + 15) & ~(size_t)15;
	if (code_used > CODE_SIZE - 64)
		die("too many names");
	*(void **)&fn = code + from;
	fn();
}

mark_fn make_mark(uint32_t imm)
{
	mark_fn fn;

	*(void **)&fn = code + code_used;
	put_nop(imm);
	code[code_used++] = 0xc3;
	return fn;
}

static bool is_irq_entry(const char *name)
{
	return !strncmp(name, "asm_sysvec_", 11) ||
	       !strcmp(name, "asm_common_interrupt") ||
	       !strncmp(name, "asm_spurious_", 13);
}

unsigned int name_symbols(const char *function)
{
	unsigned long long address, start = 0, end = ~0ull;
	char line[512], name[256];
	FILE *file = fopen("/proc/kallsyms", "r");
	unsigned int found = 0;
	size_t from = code_used;

	if (!file)
		die("/proc/kallsyms");
	while (fgets(line, sizeof(line), file)) {
		if (sscanf(line, "%llx %*c %255s", &address, name) != 2)
			continue;
		if (!function && is_irq_entry(name)) {
			from = code_used;
			put_nop(MARK_MAGIC | MARK_IRQ);
			put_nop(address);
			run_nops(from);
			found++;
		} else if (function && !strcmp(name, function)) {
			start = address;
			found++;
		}
	}
	rewind(file);
	while (start && fgets(line, sizeof(line), file))
		if (sscanf(line, "%llx", &address) == 1 && address > start &&
		    address < end)
			end = address;
	fclose(file);
	if (start) {
		put_nop(MARK_MAGIC | MARK_SPAN);
		put_nop(start);
		put_nop(end);
		run_nops(from);
	}
	return found;
}
