// SPDX-License-Identifier: GPL-2.0
/*
 * A process that holds files open, until it is killed:
 *   hold [-u UID] [-g GID] [-t THREADS] [-c COMM] [-n TIMES] [-x] [-k] FILE...
 * -g: the same as UID by default; -n: open each so often; -x: not dumpable;
 * -k: keep CAP_NET_RAW. It writes its number to standard output when it is
 * ready.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static void check(int failed, const char *what)
{
	if (failed) {
		perror(what);
		exit(125);
	}
}

static void *sleeper(void *arg)
{
	for (;;)
		pause();
	return arg;
}

static void open_all(char **files, int times)
{
	struct rlimit limit = { 1 << 16, 1 << 16 };

	check(setrlimit(RLIMIT_NOFILE, &limit), "setrlimit");
	for (; *files; files++)
		for (int i = 0; i < times; i++)
			check(open(*files, O_RDONLY | O_NONBLOCK) < 0, *files);
}

static void become(int uid, int gid, int keep)
{
	struct __user_cap_header_struct header = {
		.version = _LINUX_CAPABILITY_VERSION_3,
	};
	struct __user_cap_data_struct data[2] = { { 0 } };

	check(keep && prctl(PR_SET_KEEPCAPS, 1), "PR_SET_KEEPCAPS");
	check(setgroups(0, NULL), "setgroups");
	check(setresgid(gid, gid, gid) || setresuid(uid, uid, uid), "setuid");
	if (keep) {
		data[0].permitted = 1u << CAP_NET_RAW;
		check(syscall(SYS_capset, &header, data), "capset");
	}
}

int main(int argc, char **argv)
{
	int c, uid = 0, gid = -1, threads = 1, times = 1, dumpable = 1,
	       keep = 0;
	const char *comm = NULL;
	pthread_t thread;

	while ((c = getopt(argc, argv, "u:g:t:c:n:xk")) != -1) {
		if (c == 'u')
			uid = atoi(optarg);
		else if (c == 'g')
			gid = atoi(optarg);
		else if (c == 't')
			threads = atoi(optarg);
		else if (c == 'c')
			comm = optarg;
		else if (c == 'n')
			times = atoi(optarg);
		else if (c == 'x')
			dumpable = 0;
		else if (c == 'k')
			keep = 1;
		else
			return 125;
	}
	open_all(argv + optind, times);
	if (uid)
		become(uid, gid < 0 ? uid : gid, keep);
	check(prctl(PR_SET_DUMPABLE, dumpable), "PR_SET_DUMPABLE");
	check(comm && prctl(PR_SET_NAME, comm), "PR_SET_NAME");
	while (--threads)
		check(pthread_create(&thread, NULL, sleeper, NULL), "thread");
	printf("%d\n", getpid());
	fflush(stdout);
	sleeper(NULL);
}
