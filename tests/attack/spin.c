// SPDX-License-Identifier: GPL-2.0
/*
 * Many descriptors of devices whose numbers the attacker has chosen, of
 * faults/numbers.ko:
 *   spin grow           what nobody's own `processes` costs, as they double
 *   spin kill           SIGKILL while nobody reads it
 *   spin blind          others inherit them, and root reads
 * As many descriptors and mappings of an ordinary file:
 *   spin held FILE      what nobody's own `holders` costs, as they double
 *   spin heldkill FILE  SIGKILL while nobody reads it
 */
#define _GNU_SOURCE
#include <sched.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>

#include "attack.h"

#define H "/proc/hwinsight/"
#define MOST 32000
#define DOUBLES 2.3 /* the project's own limit, like DIES_WITHIN */
/*
 * The kernel's structures for 8,000 files fit into the host's caches, and those
 * for more do not: from there on each costs up to 1.6 times as much. Quadratic
 * cost would make it 16.
 */
#define QUADRUPLES 8
#define DIES_WITHIN 0.2
#define PROCESSES 260
#define INHERITED 8000
#define PATIENCE 60 /* seconds for one view, on an emulated CPU */

#define MAJORS 4
#define MINORS 0x100000

static unsigned int majors[MAJORS];
static int nr_majors;
static unsigned int first_fd, last_fd; /* those that `grow` opened */

#define PAGE 4096UL
#define STACK 65536

static const char *measured = H "processes";
static const char *held_file; /* mapped as well, when measuring `holders` */
static char *maps; /* MOST mappings of one page each */

static void find_majors(void)
{
	char line[80], name[64];
	FILE *f = fopen("/proc/devices", "r");

	check(!f, "/proc/devices");
	while (nr_majors < MAJORS && fgets(line, sizeof(line), f))
		if (sscanf(line, "%u %63s", &majors[nr_majors], name) == 2 &&
		    !strcmp(name, "numbers"))
			nr_majors++;
	fclose(f);
	check(nr_majors != MAJORS, "numbers.ko is not loaded");
}

/* The bucket of a device number: 6 bits of hash_64(). */
static unsigned int bucket_of(unsigned int major, unsigned int minor)
{
	unsigned long long number = (unsigned long long)((major << 20) | minor)
				    << 1;

	return number * 0x61C8864680B583EBull >> 58;
}

/* Open the device and remove its node again. */
static void open_device(unsigned int major, unsigned int minor)
{
	static const char path[] = "/tmp/node";

	check(mknod(path, S_IFCHR | 0666, makedev(major, minor)), "mknod");
	check(open(path, O_RDONLY) < 0, path);
	check(unlink(path), "unlink");
}

/*
 * Continue a walk from the highest number down, all in one hash bucket: a
 * reader that keeps the lowest numbers has to insert each new one at the front.
 */
static void open_until(int *opened, int wanted)
{
	static int at_major = MAJORS - 1, at_minor = MINORS - 1;

	while (*opened < wanted) {
		if (at_minor < 0) {
			at_minor = MINORS - 1;
			check(--at_major < 0, "not enough numbers");
		}
		if (!bucket_of(majors[at_major], at_minor)) {
			open_device(majors[at_major], at_minor);
			++*opened;
		}
		at_minor--;
	}
}

/* Map each page separately: none is contiguous with the one before it. */
static void hold_until(int *opened, int wanted)
{
	void *at;
	int fd;

	if (!maps)
		maps = mmap(NULL, MOST * PAGE, PROT_NONE,
			    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	check(maps == MAP_FAILED, "mmap");
	for (; *opened < wanted; ++*opened) {
		fd = open(held_file, O_RDONLY);
		check(fd < 0, held_file);
		at = mmap(maps + *opened * PAGE, PAGE, PROT_READ,
			  MAP_PRIVATE | MAP_FIXED, fd, 0);
		check(at == MAP_FAILED, "mmap");
	}
}

static void take(int *opened, int wanted)
{
	if (held_file)
		hold_until(opened, wanted);
	else
		open_until(opened, wanted);
}

/* A view that does not show the reader itself measures nothing. */
static void must_show_self(int fd)
{
	static char text[8 << 20];
	size_t len = 0;
	ssize_t n;
	char *line;

	while ((n = pread(fd, text + len, sizeof(text) - 1 - len, len)) > 0)
		len += n;
	check(n < 0, measured);
	for (line = text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (*line != '#' && atoi(line) == getpid())
			return;
	}
	printf("%s does not show its reader: %.300s\n", measured, text);
	exit(125);
}

/* In a child, as nobody: read its own view several times; the least counts. */
static void measure(int pipe_fd, unsigned int files)
{
	double least = 1e9, start, took, all = 0;
	int fd, times;

	if (files < MOST)
		check(syscall(SYS_close_range, first_fd + files, last_fd, 0),
		      "close_range");
	if (held_file && files < MOST)
		check(munmap(maps + files * PAGE, (MOST - files) * PAGE),
		      "munmap");
	become_nobody();
	fd = open(measured, O_RDONLY);
	check(fd < 0, measured);
	for (times = 0; times < 30 && all < 1; times++) {
		start = clock_of(CLOCK_PROCESS_CPUTIME_ID);
		check(read_whole(fd) < 0, measured);
		took = clock_of(CLOCK_PROCESS_CPUTIME_ID) - start;
		all += took;
		/* Guest clocks jump; no file takes less than 10 ns. */
		if (took > files / 1e8 && took < least)
			least = took;
	}
	if (all < 3)
		must_show_self(fd);
	check(write(pipe_fd, &least, sizeof(least)) != sizeof(least), "pipe");
	_exit(0);
}

static double cost(unsigned int files)
{
	double took;
	int fds[2], status;
	pid_t pid;

	check(pipe(fds), "pipe");
	pid = fork();
	check(pid < 0, "fork");
	if (!pid)
		measure(fds[1], files);
	close(fds[1]);
	check(waitpid(pid, &status, 0) != pid, "waitpid");
	if (read(fds[0], &took, sizeof(took)) != sizeof(took))
		exit(125);
	close(fds[0]);
	return took;
}

/*
 * Take the sizes in turn, so that load on the host hits all of them; the least
 * of each counts. One round will do for what takes seconds.
 */
static int grow(void)
{
	double least[3] = { 1e9, 1e9, 1e9 }, took;
	int opened = 0, round, i, bad = 0;
	char what[32];

	first_fd = dup(0);
	check(close(first_fd), "close");
	take(&opened, MOST);
	last_fd = first_fd + MOST - 1;
	for (round = 0; round < 5; round++) {
		for (i = 0; i < 3; i++) {
			took = cost(MOST / 4 << i);
			least[i] = took < least[i] ? took : least[i];
		}
		if (least[2] > 1)
			break;
	}
	for (i = 0; i < 3; i++)
		printf("%d descriptors%s: %.1f ms of CPU time\n", MOST / 4 << i,
		       held_file ? " and mappings" : "", least[i] * 1e3);
	snprintf(what, sizeof(what), "%d to %d", MOST / 2, MOST);
	bad |= judge(what, least[2] / least[1], DOUBLES, "times");
	snprintf(what, sizeof(what), "%d to %d", MOST / 4, MOST);
	bad |= judge(what, least[2] / least[0], QUADRUPLES, "times");
	return bad;
}

struct reader {
	const char *view;
	int nobody;
};

/* Reads a view again and again, until it is killed. */
static int read_on(void *arg)
{
	const struct reader *reader = arg;
	int fd;

	if (reader->nobody)
		become_nobody();
	fd = open(reader->view, O_RDONLY);
	check(fd < 0, reader->view);
	while (read_whole(fd) >= 0)
		;
	perror(reader->view);
	_exit(1);
}

static long double stack[STACK / sizeof(long double)];

/* The second shortest of three times to die, so that no outlier counts. */
static int kill_reader(const char *view, int nobody)
{
	/* Releasing 32,000 descriptors is not the view's time. */
	const int shared = CLONE_FILES | CLONE_VM | SIGCHLD;
	struct reader reader = { view, nobody };
	double took[3], middle;
	int i, j, below;
	pid_t pid;

	for (i = 0; i < 3; i++) {
		pid = clone(read_on, stack + STACK / sizeof(*stack), shared,
			    &reader);
		check(pid < 0, "clone");
		sleep_ms(700 + i * 170);
		took[i] = kill_time(pid);
	}
	middle = took[0];
	for (i = 0; i < 3; i++) {
		for (below = 0, j = 0; j < 3; j++)
			below += took[j] < took[i];
		if (below == 1)
			middle = took[i];
	}
	printf("%s: killed within %.3f, %.3f, %.3f s\n", view, took[0], took[1],
	       took[2]);
	return judge("the middle one", middle, DIES_WITHIN, "s");
}

static int kill_in_the_middle(void)
{
	int opened = 0;

	take(&opened, MOST);
	return kill_reader(measured, 1);
}

/* Whether a view can be read, in a child with a time limit. */
static int answers(const char *view)
{
	double start = now();
	int status, fd;
	pid_t pid = fork();

	check(pid < 0, "fork");
	if (!pid) {
		fd = open(view, O_RDONLY);
		_exit(fd < 0 || read_whole(fd) < 0 ? errno : 0);
	}
	while (waitpid(pid, &status, WNOHANG) == 0) {
		if (now() - start > PATIENCE) {
			printf("%s: no answer after %d s\n", view, PATIENCE);
			kill_time(pid);
			return 0;
		}
		sleep_ms(10);
	}
	printf("%s: %s after %.1f s\n", view,
	       WEXITSTATUS(status) ? strerror(WEXITSTATUS(status)) : "answers",
	       now() - start);
	fflush(stdout);
	return !WEXITSTATUS(status);
}

static int blind(void)
{
	static const char *const views[] = { "summary", "findings", "processes",
					     "all" };
	pid_t pids[PROCESSES];
	char view[64];
	unsigned int i;
	int bad = 0;

	/* In order: here their number matters, not their hash. */
	for (i = 0; i < INHERITED; i++)
		open_device(majors[0], i);
	for (i = 0; i < PROCESSES; i++) {
		pids[i] = fork();
		check(pids[i] < 0, "fork");
		if (!pids[i]) {
			become_nobody();
			for (;;)
				pause();
		}
	}
	/* This process, which reads, keeps none of them. */
	check(syscall(SYS_close_range, 3, ~0u, 0), "close_range");
	for (i = 0; i < sizeof(views) / sizeof(*views); i++) {
		snprintf(view, sizeof(view), H "%s", views[i]);
		bad |= !answers(view);
	}
	bad |= kill_reader(H "processes", 0);
	/* 64 are named; the guest may pass on other descriptors, too. */
	if (!bad)
		bad = system("n=$(grep -cE ',[+]79[0-9]{2}$' " H
			     "processes); echo \"$n rows end in +79..\"; "
			     "test $n = 260");
	for (i = 0; i < PROCESSES; i++)
		kill(pids[i], SIGKILL);
	while (wait(NULL) > 0)
		;
	return bad != 0;
}

int main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";

	allow_files(1 << 16);
	if (argc == 3) {
		measured = H "holders";
		held_file = argv[2];
		if (!strcmp(what, "held"))
			return grow();
		return strcmp(what, "heldkill") ? 125 : kill_in_the_middle();
	}
	find_majors();
	if (!strcmp(what, "grow"))
		return grow();
	if (!strcmp(what, "kill"))
		return kill_in_the_middle();
	if (!strcmp(what, "blind"))
		return blind();
	return 125;
}
