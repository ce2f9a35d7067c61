// SPDX-License-Identifier: GPL-2.0
/*
 * Make the allocations of a system call fail, on a kernel with
 * CONFIG_FAULT_INJECTION: the first one, then the second, and so on, until none
 * is left to fail (/proc/self/fail-nth); or, with -s, try TIMES times, while
 * each fails as likely as debugfs says (/proc/self/make-it-fail). A call that
 * fails must fail with ENOMEM and leave nothing behind; any other must be
 * complete.
 *   failnth [-s TIMES] load MODULE.ko NAME LEFT   LEFT must not be left
 *   failnth [-s TIMES] open VIEW
 *   failnth [-s TIMES] read VIEW SIZE             SIZE bytes at a time
 * Prints how often it failed; exit code 1, and a line that says why, on error.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST 20000 /* allocations; more means an endless loop */
#define TEXT_MAX (4 << 20)

static char text[TEXT_MAX + 1];
static int fail_fd;
static unsigned int nth; /* which allocation fails, or the number of the try */
static int storm; /* make-it-fail, not fail-nth; 2 if nothing succeeds */

static void die(const char *format, ...)
{
	va_list args;

	printf("allocation %u: ", nth);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	putchar('\n');
	exit(1);
}

static void write_number(unsigned int n)
{
	char number[16];
	int len = snprintf(number, sizeof(number), "%u", n);

	if (pwrite(fail_fd, number, len, 0) != len)
		die("cannot write to fault injection: %s", strerror(errno));
}

/* fail-nth counts down to 0, the allocation that fails. */
static void arm(void)
{
	write_number(storm ? !!nth : nth);
}

/* Whether the armed allocation was reached, and so failed. */
static int disarm(void)
{
	char number[16] = "";

	if (!storm && pread(fail_fd, number, sizeof(number) - 1, 0) <= 0)
		die("cannot read fail-nth: %s", strerror(errno));
	write_number(0);
	return storm || atoi(number) == 0;
}

static void must_be_enomem(const char *what, int error)
{
	if (error != ENOMEM)
		die("%s fails with %s, not ENOMEM", what, strerror(error));
}

/* Check that each header's row count matches, and that nothing is cut. */
static void must_be_whole(const char *what, size_t len)
{
	long want = 0, rows = 0;
	char *line, *end;

	text[len] = '\0';
	if (!len || text[len - 1] != '\n' ||
	    strncmp(text, "# hwinsight ", strlen("# hwinsight ")))
		die("%s: not a view: '%.60s'", what, text);
	for (line = text; *line; line = end + 1) {
		end = strchr(line, '\n');
		if (!strncmp(line, "# hwinsight ", strlen("# hwinsight "))) {
			if (rows != want)
				die("%s: %ld rows of %ld", what, rows, want);
			rows = 0;
			line = strstr(line, " rows=");
			if (!line || line > end)
				die("%s: no rows=", what);
			want = atol(line + strlen(" rows="));
		} else if (*line != '#') {
			rows++;
		}
	}
	if (rows != want)
		die("%s: %ld rows of %ld", what, rows, want);
}

/* Read from start to end; -1 with errno set on error. */
static ssize_t read_all(int fd, size_t size)
{
	size_t len = 0;
	ssize_t n;

	while ((n = pread(fd, text + len, size, len)) > 0) {
		len += n;
		if (len + size > TEXT_MAX)
			die("a view beyond %d bytes", TEXT_MAX);
	}
	return n < 0 ? -1 : (ssize_t)len;
}

static int open_or_die(const char *path)
{
	int fd = open(path, O_RDONLY);

	if (fd < 0)
		die("%s: %s", path, strerror(errno));
	return fd;
}

static int try_load(char **args)
{
	int fd = open_or_die(args[0]), error = 0, failed;

	arm();
	if (syscall(SYS_finit_module, fd, "", 0))
		error = errno;
	failed = disarm();
	close(fd);
	if (error) {
		must_be_enomem("insmod", error);
		if (!access(args[2], F_OK))
			die("insmod failed and left %s", args[2]);
	} else if (access(args[2], F_OK)) {
		die("insmod succeeded without %s", args[2]);
	} else if (syscall(SYS_delete_module, args[1], O_NONBLOCK)) {
		die("rmmod: %s", strerror(errno));
	}
	if (error && !failed)
		die("insmod fails by itself: %s", strerror(error));
	return failed ? 1 + !error : 0;
}

static int try_open(char **args)
{
	int fd, error, failed;
	ssize_t len;

	arm();
	fd = open(args[0], O_RDONLY);
	error = errno;
	failed = disarm();
	if (fd < 0) {
		must_be_enomem("open", error);
		return failed ? 1 : 0;
	}
	len = read_all(fd, 65536);
	if (len < 0)
		die("opened, but read: %s", strerror(errno));
	must_be_whole("read after open", len);
	close(fd);
	return failed ? 2 : 0;
}

static int try_read(char **args)
{
	int fd = open_or_die(args[0]), error, failed;
	size_t size = atol(args[1]);
	ssize_t len;

	arm();
	len = read_all(fd, size);
	error = errno;
	failed = disarm();
	if (len < 0) {
		must_be_enomem("read", error);
		/* The same open file must be readable once memory is back. */
		if (read_all(fd, size) < 0)
			die("read again: %s", strerror(errno));
	} else {
		must_be_whole("read", len);
	}
	close(fd);
	return failed ? 1 + (len >= 0) : 0;
}

int main(int argc, char **argv)
{
	int (*try)(char **args) = NULL;
	unsigned int counts[3] = { 0 }, most = MOST;
	const char *file = "/proc/self/fail-nth";
	int result;

	if (argc > 2 && (!strcmp(argv[1], "-s") || !strcmp(argv[1], "-S"))) {
		file = "/proc/self/make-it-fail";
		most = atoi(argv[2]) + 1;
		storm = argv[1][1] == 's' ? 1 : 2;
		argc -= 2;
		argv += 2;
	}
	if (argc == 5 && !strcmp(argv[1], "load"))
		try = try_load;
	else if (argc == 3 && !strcmp(argv[1], "open"))
		try = try_open;
	else if (argc == 4 && !strcmp(argv[1], "read"))
		try = try_read;
	else
		die("usage: failnth [-s TIMES] load KO NAME LEFT | open VIEW | read VIEW SIZE");
	fail_fd = open(file, O_RDWR);
	if (fail_fd < 0)
		die("no %s: %s", file, strerror(errno));
	/* First without failures, to fill caches and to see that it works. */
	try(argv + 2);
	for (nth = 1; nth < most; nth++) {
		result = try(argv + 2);
		counts[result]++;
		if (!result)
			break;
	}
	if (nth == MOST)
		die("no end of allocations");
	if (storm == 2 && counts[2])
		die("%u of %u succeeded without memory", counts[2], most - 1);
	/*
	 * A single failed allocation may have a fallback, as kmalloc has
	 * vmalloc; all allocations of a read have one. Without the fallback the
	 * call fails.
	 */
	if (storm != 1 && !counts[1] &&
	    (storm || try != try_read || !counts[2]))
		die("nothing made it fail; is fault injection on?");
	printf("%u times: %u errors, %u complete\n", nth - 1, counts[1],
	       counts[2]);
	return 0;
}
