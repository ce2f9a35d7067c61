// SPDX-License-Identifier: GPL-2.0
/*
 * What open files hold:
 *   many VIEW FILES     as nobody, open VIEW that often; read a byte of each
 *   many -r VIEW FILES  as root, and judge what each open file holds
 */
#define _GNU_SOURCE
#include <sys/mman.h>

#include "attack.h"

#define PROCESSES 3
/* Well above nobody's limit: no need to use up the machine's memory. */
#define ENOUGH_KB (256 << 10)
#define USER_LIMIT_KB (64 << 10) /* the project's own limit */
#define BACK_KB (6 << 10)
#define PAGE 4096L

struct tally {
	int opened;
	int readable;
	int enomem;
	int other;
	int enough;
	int done;
};

static struct tally *tally;
static long before;

/* One of the processes: open, read, and keep the files open until killed. */
static void hoard(const char *view, int files, struct tally *mine)
{
	char byte;
	int i, fd;

	become_nobody();
	for (i = 0; i < files && !mine->enough; i++) {
		fd = open(view, O_RDONLY);
		if (fd < 0) {
			mine->other++;
			continue;
		}
		mine->opened++;
		if (read(fd, &byte, 1) == 1)
			mine->readable++;
		else if (errno == ENOMEM)
			mine->enomem++;
		else
			mine->other++;
		if (i % 16 == 0)
			mine->enough = before - memory_kb("MemAvailable") >
				       ENOUGH_KB;
	}
	mine->done = 1;
	for (;;)
		pause();
}

static int all_done(void)
{
	int i;

	for (i = 0; i < PROCESSES; i++)
		if (!tally[i].done)
			return 0;
	return 1;
}

static void report(const char *when)
{
	printf("%s: MemAvailable %ld kB, Slab %ld kB, VmallocUsed %ld kB\n",
	       when, memory_kb("MemAvailable"), memory_kb("Slab"),
	       memory_kb("VmallocUsed"));
}

static int reads(const char *view)
{
	int fd = open(view, O_RDONLY);
	long len = fd < 0 ? -1 : read_whole(fd);

	if (len < 0)
		printf("%s: %s\n", view, strerror(errno));
	close(fd);
	return len > 0;
}

static int expect(int holds, const char *what)
{
	if (!holds)
		printf("NOT SO: %s\n", what);
	return !holds;
}

static int judge_hoard(const char *view, int files, long oom_kills)
{
	struct tally sum = { 0 };
	long lost = before - memory_kb("MemAvailable");
	int i, bad;

	report("held");
	for (i = 0; i < PROCESSES; i++) {
		sum.opened += tally[i].opened;
		sum.readable += tally[i].readable;
		sum.enomem += tally[i].enomem;
		sum.other += tally[i].other;
		sum.enough |= tally[i].enough;
	}
	printf("%d opened, %d read, %d ENOMEM, %d other errors%s\n", sum.opened,
	       sum.readable, sum.enomem, sum.other,
	       sum.enough ? ": stopped before the machine has no memory" : "");
	if (sum.opened)
		printf("%ld kB an open file\n", lost / sum.opened);
	bad = judge("nobody's files took", lost, USER_LIMIT_KB, "kB");
	bad |= expect(sum.opened == files && !sum.other,
		      "every open succeeds, every read does or has ENOMEM");
	bad |= expect(sum.enomem, "later reads have ENOMEM");
	bad |= expect(sum.readable >= 100, "a hundred files are no harm");
	bad |= expect(reads(view), "root can read meanwhile");
	bad |= expect(value_of("/proc/vmstat", "oom_kill") == oom_kills,
		      "nobody was killed");
	return bad;
}

static int by_nobody(const char *view, int files)
{
	long oom_kills = value_of("/proc/vmstat", "oom_kill");
	pid_t pids[PROCESSES];
	int i, bad;

	report("before");
	before = memory_kb("MemAvailable");
	for (i = 0; i < PROCESSES; i++) {
		pids[i] = fork();
		check(pids[i] < 0, "fork");
		if (!pids[i])
			hoard(view, files / PROCESSES, &tally[i]);
	}
	while (!all_done())
		sleep_ms(100);
	bad = judge_hoard(view, files, oom_kills);
	for (i = 0; i < PROCESSES; i++)
		kill_time(pids[i]);
	/*
	 * RCU, workers and the per-CPU lists of free pages give memory back
	 * late.
	 */
	for (i = 0; i < 30 && before - memory_kb("MemAvailable") > BACK_KB; i++)
		sleep_ms(1000);
	report("after");
	bad |= judge("not given back", before - memory_kb("MemAvailable"),
		     BACK_KB, "kB");
	become_nobody();
	return bad | expect(reads(view), "nobody can read again");
}

/* The limit: its text in whole pages, seq_file's page, and 4 KiB. */
static int by_root(const char *view, int files)
{
	int *fds = calloc(files, sizeof(*fds)), i;
	double each, limit;
	long text = 0;
	char byte;

	/* Fill what the kernel caches for later opens. */
	for (i = 0; i < 8; i++) {
		fds[i] = open(view, O_RDONLY);
		text = fds[i] < 0 ? -1 : read_whole(fds[i]);
		check(text < 0, view);
		close(fds[i]);
	}
	limit = (text + PAGE - 1) / PAGE * PAGE + PAGE + 4096;
	before = memory_kb("MemAvailable");
	for (i = 0; i < files; i++) {
		fds[i] = open(view, O_RDONLY);
		check(fds[i] < 0 || read(fds[i], &byte, 1) != 1, view);
		/* Enough for a measurement; stop before memory runs out. */
		if (before - memory_kb("MemAvailable") > ENOUGH_KB)
			files = i + 1;
	}
	each = (before - memory_kb("MemAvailable")) * 1024.0 / files;
	printf("%s has %ld bytes; %d files\n", view, text, files);
	/* Allow a tenth and half a page for the error of measurement. */
	return judge("an open file holds", each, limit * 1.1 + PAGE / 2.0,
		     "bytes");
}

int main(int argc, char **argv)
{
	int root = argc == 4 && !strcmp(argv[1], "-r");

	if (argc != 3 + root)
		return 125;
	argv += root;
	allow_files(1 << 16);
	tally = mmap(NULL, sizeof(*tally) * PROCESSES, PROT_READ | PROT_WRITE,
		     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	check(tally == MAP_FAILED, "mmap");
	return root ? by_root(argv[1], atoi(argv[2])) :
		      by_nobody(argv[1], atoi(argv[2]));
}
