// SPDX-License-Identifier: GPL-2.0
/*
 * Run a command as somebody else, for the access tests:
 *   as [-n NAMESPACES] [-T SECONDS] [-d] [-D] [-N] [-u] [-o FILE] COMMAND...
 * -n: unshare p(id), u(ts), m(ount), n(et), c(group), U(ser); -T: in a time
 * namespace that booted SECONDS earlier; -d: drop CAP_SYS_ADMIN; -D: keep only
 * what Docker grants by default; -N: set no_new_privs; -u: become nobody; -o:
 * open FILE as nobody, for standard input, and go on as root.
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
#define BIT(n) (1ull << (n))

static const unsigned long long docker =
	BIT(CAP_CHOWN) | BIT(CAP_DAC_OVERRIDE) | BIT(CAP_FOWNER) |
	BIT(CAP_FSETID) | BIT(CAP_KILL) | BIT(CAP_SETGID) | BIT(CAP_SETUID) |
	BIT(CAP_SETPCAP) | BIT(CAP_NET_BIND_SERVICE) | BIT(CAP_NET_RAW) |
	BIT(CAP_SYS_CHROOT) | BIT(CAP_MKNOD) | BIT(CAP_AUDIT_WRITE) |
	BIT(CAP_SETFCAP);

static void check(int failed, const char *what)
{
	if (failed) {
		perror(what);
		exit(125);
	}
}

static void keep_only(unsigned long long caps)
{
	struct __user_cap_header_struct header = {
		.version = _LINUX_CAPABILITY_VERSION_3,
	};
	struct __user_cap_data_struct data[2];
	int i;

	/* From the bounding set too: each exec gives root whatever is in it. */
	for (i = 0; prctl(PR_CAPBSET_READ, i) >= 0; i++)
		check(!(caps & BIT(i)) && prctl(PR_CAPBSET_DROP, i),
		      "PR_CAPBSET_DROP");
	check(syscall(SYS_capget, &header, data), "capget");
	for (i = 0; i < 2; i++) {
		data[i].effective &= (unsigned int)(caps >> 32 * i);
		data[i].permitted &= (unsigned int)(caps >> 32 * i);
		data[i].inheritable = 0;
	}
	check(syscall(SYS_capset, &header, data), "capset");
}

static void open_as_nobody(const char *path)
{
	int fd;

	check(setegid(NOBODY) || seteuid(NOBODY), "seteuid");
	fd = open(path, O_RDONLY);
	check(fd < 0, path);
	check(seteuid(0) || setegid(0), "seteuid");
	dup2(fd, 0);
}

static int flags_of(const char *names)
{
	return (strchr(names, 'p') ? CLONE_NEWPID : 0) |
	       (strchr(names, 'u') ? CLONE_NEWUTS : 0) |
	       (strchr(names, 'm') ? CLONE_NEWNS : 0) |
	       (strchr(names, 'n') ? CLONE_NEWNET : 0) |
	       (strchr(names, 'c') ? CLONE_NEWCGROUP : 0) |
	       (strchr(names, 'U') ? CLONE_NEWUSER : 0);
}

/* Applies to children only; the caller stays in its time namespace. */
static void shift_time(const char *seconds)
{
	int fd, len;
	char line[64];

	check(unshare(CLONE_NEWTIME), "unshare");
	len = snprintf(line, sizeof(line), "boottime %s 0", seconds);
	fd = open("/proc/self/timens_offsets", O_WRONLY);
	check(fd < 0 || write(fd, line, len) != len, "timens_offsets");
	close(fd);
}

int main(int argc, char **argv)
{
	const char *namespaces = "", *file = NULL, *time = NULL;
	unsigned long long caps = ~0ull;
	int c, status, user = 0;

	while ((c = getopt(argc, argv, "+n:T:dDNuo:")) != -1) {
		if (c == 'n')
			namespaces = optarg;
		else if (c == 'T')
			time = optarg;
		else if (c == 'd')
			caps = ~BIT(CAP_SYS_ADMIN);
		else if (c == 'D')
			caps = docker;
		else if (c == 'N')
			check(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "-N");
		else if (c == 'u')
			user = 1;
		else if (c == 'o')
			file = optarg;
		else
			return 125;
	}
	if (user && !strchr(namespaces, 'U')) {
		check(setgroups(0, NULL), "setgroups");
		check(setgid(NOBODY) || setuid(NOBODY), "setuid");
	}
	if (time)
		shift_time(time);
	check(*namespaces && unshare(flags_of(namespaces)), "unshare");
	if (file)
		open_as_nobody(file);
	if (caps != ~0ull)
		keep_only(caps);
	/* A new pid namespace starts with the first child. */
	if (!fork()) {
		execvp(argv[optind], argv + optind);
		perror(argv[optind]);
		_exit(127);
	}
	wait(&status);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 126;
}
