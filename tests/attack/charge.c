// SPDX-License-Identifier: GPL-2.0
/*
 * Who pays for what others hold:
 *   charge VIEW GROUP-A GROUP-B
 * The groups are directories of a cgroup2 mount with the memory controller.
 * In rounds, a process in A opens VIEW, reads it and exits; then one in B
 * opens it, reads a byte, and keeps it open.
 */
#define _GNU_SOURCE
#include "attack.h"

#define ROUNDS 10
#define LEFT_KB 64 /* slack for the per-CPU charge stocks */

static long kernel_kb(const char *group)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/memory.stat", group);
	return value_of(path, "kernel") / 1024;
}

static void join(const char *group)
{
	char path[128];
	int fd;

	snprintf(path, sizeof(path), "%s/cgroup.procs", group);
	fd = open(path, O_WRONLY);
	check(fd < 0 || write(fd, "0", 1) != 1, path);
	close(fd);
}

/* A child in group A opens the view, reads it to the end and exits. */
static long read_in(const char *group, const char *view)
{
	int status, fds[2], fd;
	long len = -1;
	pid_t pid;

	check(pipe(fds), "pipe");
	pid = fork();
	check(pid < 0, "fork");
	if (!pid) {
		join(group);
		fd = open(view, O_RDONLY);
		check(fd < 0, view);
		len = read_whole(fd);
		check(len <= 0, view);
		check(write(fds[1], &len, sizeof(len)) != sizeof(len), "pipe");
		_exit(0);
	}
	check(waitpid(pid, &status, 0) != pid || status, "reader");
	check(read(fds[0], &len, sizeof(len)) != sizeof(len), "pipe");
	close(fds[0]);
	close(fds[1]);
	return len;
}

/* Memory cgroup statistics are flushed every two seconds. */
static void settle(void)
{
	sleep_ms(4500);
}

int main(int argc, char **argv)
{
	long a, b, text, bad;
	int i, fds[ROUNDS];
	char byte;

	if (argc != 4)
		return 125;
	join(argv[3]);
	for (i = 0; i < 3; i++)
		text = read_in(argv[2], argv[1]);
	settle();
	a = kernel_kb(argv[2]);
	b = kernel_kb(argv[3]);
	printf("a text of %ld bytes; before: A %ld kB, B %ld kB\n", text, a, b);
	for (i = 0; i < ROUNDS; i++) {
		read_in(argv[2], argv[1]);
		fds[i] = open(argv[1], O_RDONLY);
		check(fds[i] < 0 || read(fds[i], &byte, 1) != 1, argv[1]);
	}
	settle();
	printf("held: A %ld kB, B %ld kB\n", kernel_kb(argv[2]),
	       kernel_kb(argv[3]));
	bad = judge("A is left charged", kernel_kb(argv[2]) - a, LEFT_KB, "kB");
	bad |= judge("B's files, less what B is charged",
		     ROUNDS * text / 1024 - (kernel_kb(argv[3]) - b), LEFT_KB,
		     "kB");
	for (i = 0; i < ROUNDS; i++)
		close(fds[i]);
	settle();
	printf("closed: A %ld kB, B %ld kB\n", kernel_kb(argv[2]),
	       kernel_kb(argv[3]));
	bad |= judge("A is left charged", kernel_kb(argv[2]) - a, LEFT_KB,
		     "kB");
	bad |= judge("B is left charged", kernel_kb(argv[3]) - b, LEFT_KB,
		     "kB");
	return bad;
}
