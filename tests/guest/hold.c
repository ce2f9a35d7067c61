// SPDX-License-Identifier: GPL-2.0
/*
 * A process that holds files open until it is killed:
 *   hold [-u UID] [-g GID] [-t THREADS] [-c COMM] [-n TIMES] [-x] [-k]
 *        [-m] [-p] [-d DIRECTORY] [-r ROOT] FILE...
 * -g: default UID; -n: open each TIMES times; -x: not dumpable; -k: keep
 * CAP_NET_RAW; -m: map files and close them; -p: open with O_PATH only.
 * Writes its PID to standard output once it is ready.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
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

static void hold_one(const char *file, int flags, int map)
{
	int fd = open(file, flags);
	void *at;

	check(fd < 0, file);
	if (!map)
		return;
	at = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, fd, 0);
	check(at == MAP_FAILED, "mmap");
	close(fd);
}

static void hold_all(char **files, int times, int flags, int map)
{
	struct rlimit limit = { 1 << 16, 1 << 16 };

	check(setrlimit(RLIMIT_NOFILE, &limit), "setrlimit");
	for (; *files; files++)
		for (int i = 0; i < times; i++)
			hold_one(*files, flags, map);
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
	       keep = 0, map = 0, flags = O_RDONLY | O_NONBLOCK;
	const char *comm = NULL, *directory = NULL, *root = NULL;
	pthread_t thread;

	while ((c = getopt(argc, argv, "u:g:t:c:n:xkmpd:r:")) != -1) {
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
		else if (c == 'm')
			map = 1;
		else if (c == 'p')
			flags = O_PATH;
		else if (c == 'd')
			directory = optarg;
		else if (c == 'r')
			root = optarg;
		else
			return 125;
	}
	hold_all(argv + optind, times, flags, map);
	check(root && chroot(root), "chroot");
	check(directory && chdir(directory), "chdir");
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
