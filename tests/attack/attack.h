/* SPDX-License-Identifier: GPL-2.0 */
/* Shared by the programs of tests/attack, one source file each. */
#ifndef ATTACK_H
#define ATTACK_H

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define NOBODY 65534

static inline void check(int failed, const char *what)
{
	if (failed) {
		perror(what);
		exit(125);
	}
}

/* Print the figure against its limit; 1 if it is above. */
static inline int judge(const char *what, double figure, double limit,
			const char *unit)
{
	int bad = figure > limit;

	printf("%s: %.6g %s, limit %.6g%s\n", what, figure, unit, limit,
	       bad ? ": TOO MUCH" : "");
	fflush(stdout);
	return bad;
}

static inline double clock_of(clockid_t id)
{
	struct timespec now;

	clock_gettime(id, &now);
	return now.tv_sec + now.tv_nsec / 1e9;
}

static inline double now(void)
{
	return clock_of(CLOCK_MONOTONIC);
}

static inline void sleep_ms(long ms)
{
	struct timespec left = { ms / 1000, ms % 1000 * 1000000 };

	while (nanosleep(&left, &left))
		;
}

static inline void become_nobody(void)
{
	check(setgroups(0, NULL), "setgroups");
	check(setresgid(NOBODY, NOBODY, NOBODY), "setgid");
	check(setresuid(NOBODY, NOBODY, NOBODY), "setuid");
	/* As after an execve(): else it may not look at its own files. */
	check(prctl(PR_SET_DUMPABLE, 1), "PR_SET_DUMPABLE");
}

static inline void allow_files(rlim_t files)
{
	struct rlimit limit = { files, files };

	check(setrlimit(RLIMIT_NOFILE, &limit), "setrlimit");
}

/* Look up KEY in a file of "KEY number" lines. */
static inline long value_of(const char *path, const char *key)
{
	char line[256];
	long value = -1;
	FILE *f = fopen(path, "r");

	check(!f, path);
	while (value < 0 && fgets(line, sizeof(line), f))
		if (!strncmp(line, key, strlen(key)) &&
		    strchr(": ", line[strlen(key)]))
			value = atol(line + strlen(key) + 1);
	fclose(f);
	if (value < 0) {
		fprintf(stderr, "no %s in %s\n", key, path);
		exit(125);
	}
	return value;
}

static inline long memory_kb(const char *key)
{
	return value_of("/proc/meminfo", key);
}

/* Read from start to end: the length, or -1 and errno. */
static inline long read_whole(int fd)
{
	static char buffer[1 << 16];
	off_t at = 0;
	ssize_t n;

	while ((n = pread(fd, buffer, sizeof(buffer), at)) > 0)
		at += n;
	return n < 0 ? -1 : at;
}

/* How long a child takes to die once it is sent SIGKILL. */
static inline double kill_time(pid_t pid)
{
	double start = now();

	check(kill(pid, SIGKILL), "kill");
	check(waitpid(pid, NULL, 0) != pid, "waitpid");
	return now() - start;
}

#endif
