// SPDX-License-Identifier: GPL-2.0
/*
 * Runs in the guest: reads files between marks for the counting plugin.
 *
 *	guest names                        tells it the interrupt entries
 *	guest span FUNCTION                and a function to count apart
 *	guest read REGION TIMES SIZE FILE...
 *
 * `read` opens each FILE, reads it to its end in pieces of SIZE bytes and
 * closes it, TIMES times, and prints "REGION BYTES ROWS". `/proc/` is
 * walked: of it the descriptors of each process are looked at.
 *
 *	guest hold NUMBER FILE...
 *
 * opens NUMBER descriptors, of each FILE in turn, says so, and waits.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "mark.h"

#define MAX_SIZE 65536
#define WARM_UP 3

typedef void (*mark_fn)(void);

/* Written once, so that no measured read faults a page in. */
static char buffer[MAX_SIZE];
static unsigned char *code;
static size_t code_used;

static void die(const char *what)
{
	fprintf(stderr, "bench guest: %s: %s\n", what, strerror(errno));
	exit(1);
}

static void settle(void)
{
	struct sched_param param = { .sched_priority = 50 };
	cpu_set_t set;
	FILE *limit = fopen("/proc/sys/kernel/sched_rt_runtime_us", "w");

	/* Not every kernel has the limit. */
	if (limit) {
		fputs("-1", limit);
		fclose(limit);
	}
	CPU_ZERO(&set);
	CPU_SET(0, &set);
	if (sched_setaffinity(0, sizeof(set), &set))
		die("sched_setaffinity");
	/* musl's sched_setscheduler() only says ENOSYS. */
	if (syscall(SYS_sched_setscheduler, 0, SCHED_FIFO, &param))
		die("sched_setscheduler");
	if (mlockall(MCL_CURRENT | MCL_FUTURE))
		die("mlockall");
	memset(buffer, 1, sizeof(buffer));
	code = mmap(NULL, MAX_SIZE, PROT_READ | PROT_WRITE | PROT_EXEC,
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

/* Finishes a function of nops; each is run once, where it was written. */
static void run_nops(size_t from)
{
	mark_fn fn;

	code[code_used++] = 0xc3;
	code_used = (code_used + 15) & ~(size_t)15;
	if (code_used > MAX_SIZE - 64)
		die("too many names");
	*(void **)&fn = code + from;
	fn();
}

static mark_fn make_mark(uint32_t imm)
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

/* function: NULL for the interrupt entries. */
static unsigned int name_symbols(const char *function)
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

static size_t walk_descriptors(const char *proc, const char *pid)
{
	struct dirent *entry;
	struct stat st;
	size_t devices = 0;
	char path[256];
	DIR *dir;

	snprintf(path, sizeof(path), "%s/%s/fd", proc, pid);
	dir = opendir(path);
	if (!dir)
		return 0;
	while ((entry = readdir(dir)))
		if (entry->d_name[0] != '.' &&
		    !fstatat(dirfd(dir), entry->d_name, &st, 0))
			devices += S_ISCHR(st.st_mode) || S_ISBLK(st.st_mode);
	closedir(dir);
	return devices;
}

/* What a program does that looks for who holds which device. */
static void walk(const char *proc, size_t *bytes, size_t *rows)
{
	DIR *dir = opendir(proc);
	struct dirent *entry;
	size_t devices;

	if (!dir)
		die(proc);
	while ((entry = readdir(dir))) {
		if (entry->d_name[0] < '0' || entry->d_name[0] > '9')
			continue;
		devices = walk_descriptors(proc, entry->d_name);
		if (bytes) {
			*bytes += devices;
			*rows += devices > 0;
		}
	}
	closedir(dir);
}

static int hold(unsigned int number, char **files)
{
	struct rlimit limit = { number + 16, number + 16 };
	unsigned int i, nr = 0;

	while (files[nr])
		nr++;
	if (!nr || setrlimit(RLIMIT_NOFILE, &limit))
		die("setrlimit");
	for (i = 0; i < number; i++)
		if (open(files[i % nr], O_RDONLY) < 0)
			die(files[i % nr]);
	puts("held");
	fflush(stdout);
	pause();
	return 0;
}

static void read_all(char **files, size_t size, size_t *bytes, size_t *rows)
{
	ssize_t got, i;
	int fd;

	for (; *files; files++) {
		if ((*files)[strlen(*files) - 1] == '/') {
			walk(*files, bytes, rows);
			continue;
		}
		fd = open(*files, O_RDONLY);
		if (fd < 0)
			die(*files);
		while ((got = read(fd, buffer, size)) > 0) {
			if (!bytes)
				continue;
			*bytes += got;
			for (i = 0; i < got; i++)
				*rows += buffer[i] == '\n';
		}
		if (got < 0)
			die(*files);
		close(fd);
	}
}

static void measure(uint32_t region, unsigned int times, size_t size,
		    char **files)
{
	mark_fn begin = make_mark(MARK_MAGIC | MARK_BEGIN | region);
	mark_fn end = make_mark(MARK_MAGIC | MARK_END | region);
	size_t bytes = 0, rows = 0;
	unsigned int i;

	read_all(files, size, &bytes, &rows);
	for (i = 0; i < WARM_UP; i++)
		read_all(files, size, NULL, NULL);
	for (i = 0; i < times; i++) {
		begin();
		read_all(files, size, NULL, NULL);
		end();
	}
	printf("%u %zu %zu\n", region, bytes, rows);
}

int main(int argc, char **argv)
{
	size_t size;

	if (argc >= 4 && !strcmp(argv[1], "hold"))
		return hold(strtoul(argv[2], NULL, 0), argv + 3);
	settle();
	if (argc == 2 && !strcmp(argv[1], "names"))
		return name_symbols(NULL) ? 0 : 1;
	if (argc == 3 && !strcmp(argv[1], "span"))
		return name_symbols(argv[2]) ? 0 : 1;
	if (argc < 6 || strcmp(argv[1], "read")) {
		fputs("usage: guest names | span FUNCTION | read REGION TIMES SIZE FILE...\n",
		      stderr);
		return 2;
	}
	size = strtoul(argv[4], NULL, 0);
	if (!size || size > MAX_SIZE)
		return 2;
	measure(strtoul(argv[2], NULL, 0), strtoul(argv[3], NULL, 0), size,
		argv + 5);
	return 0;
}
