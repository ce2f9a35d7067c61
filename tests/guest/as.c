// SPDX-License-Identifier: GPL-2.0
/*
 * Run a command as somebody else, for the access tests:
 *   as [-n NAMESPACES] [-d] [-u] [-o FILE] COMMAND...
 * -n: unshare of p(id), u(ts), U(ser), n(et); -d: drop CAP_SYS_ADMIN, as a
 * container has it; -u: become nobody; -o: open FILE as nobody, for standard
 * input, and go on as root.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

static void check(int failed, const char *what)
{
	if (failed) {
		perror(what);
		exit(125);
	}
}

static void drop_admin(void)
{
	struct __user_cap_header_struct header = {
		.version = _LINUX_CAPABILITY_VERSION_3,
	};
	struct __user_cap_data_struct data[2];

	check(prctl(PR_CAPBSET_DROP, CAP_SYS_ADMIN), "PR_CAPBSET_DROP");
	check(syscall(SYS_capget, &header, data), "capget");
	data[0].effective &= ~(1u << CAP_SYS_ADMIN);
	data[0].permitted &= ~(1u << CAP_SYS_ADMIN);
	data[0].inheritable = 0;
	check(syscall(SYS_capset, &header, data), "capset");
}

static void open_as_nobody(const char *path)
{
	int fd;

	check(seteuid(NOBODY), "seteuid");
	fd = open(path, O_RDONLY);
	check(fd < 0, path);
	check(seteuid(0), "seteuid");
	dup2(fd, 0);
}

static int flags_of(const char *names)
{
	return (strchr(names, 'p') ? CLONE_NEWPID : 0) |
	       (strchr(names, 'u') ? CLONE_NEWUTS : 0) |
	       (strchr(names, 'U') ? CLONE_NEWUSER : 0) |
	       (strchr(names, 'n') ? CLONE_NEWNET : 0);
}

int main(int argc, char **argv)
{
	int c, status, drop = 0, user = 0;
	const char *namespaces = "", *file = NULL;

	while ((c = getopt(argc, argv, "+n:duo:")) != -1) {
		if (c == 'n')
			namespaces = optarg;
		else if (c == 'd')
			drop = 1;
		else if (c == 'u')
			user = 1;
		else if (c == 'o')
			file = optarg;
	}
	if (user && !strchr(namespaces, 'U')) {
		check(setgroups(0, NULL), "setgroups");
		check(setgid(NOBODY) || setuid(NOBODY), "setuid");
	}
	check(*namespaces && unshare(flags_of(namespaces)), "unshare");
	if (file)
		open_as_nobody(file);
	if (drop)
		drop_admin();
	/* A new pid namespace begins with a child. */
	if (!fork()) {
		execvp(argv[optind], argv + optind);
		perror(argv[optind]);
		_exit(127);
	}
	wait(&status);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 126;
}
