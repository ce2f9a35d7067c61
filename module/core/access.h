/* SPDX-License-Identifier: GPL-2.0 */
/* Who may open a view, and how much of it they see. */
#ifndef HWI_ACCESS_H
#define HWI_ACCESS_H

#include <linux/types.h>

struct cred;
struct file;
struct net;
struct pid_namespace;

/* What dev.hwinsight.unprivileged lets unprivileged users open. */
enum hwi_unprivileged {
	HWI_UNPRIVILEGED_NOTHING = 0,
	HWI_UNPRIVILEGED_SUMMARY = 1,
	HWI_UNPRIVILEGED_ALL = 2,
};

/**
 * struct hwi_opener - the facts about whoever opens a view
 * @admin: has CAP_SYS_ADMIN in the initial user namespace
 * @ptrace: has CAP_SYS_PTRACE in the initial user namespace
 * @resource: has CAP_SYS_RESOURCE in the initial user namespace
 * @init_namespaces: is in the initial user, pid, UTS and cgroup namespaces
 * @pids_hidden: this mount of /proc hides other users' processes from them
 * @no_new_privs: has given up gaining privileges, as a sandbox must
 * @unprivileged: of enum hwi_unprivileged, the tunable's value at open
 */
struct hwi_opener {
	bool admin;
	bool ptrace;
	bool resource;
	bool init_namespaces;
	bool pids_hidden;
	bool no_new_privs;
	int unprivileged;
};

/**
 * struct hwi_access - what an open file shows, decided at open
 * @addresses: physical addresses and I/O ports
 * @firmware: its tables, and serial numbers
 * @pids: that IRQ threads exist, and their process IDs
 * @descriptors: the open files of every process
 * @own_descriptors: those of the opener's own processes
 * @unlimited: what the opener's files hold together is not bounded
 * @cred: the opener's, for what is decided process by process; the file's own
 *	reference holds them
 * @pid_ns: as which processes are numbered: that of the mount of /proc, which
 *	the open file holds
 * @net: the opener's network namespace, with a reference
 */
struct hwi_access {
	bool addresses;
	bool firmware;
	bool pids;
	bool descriptors;
	bool own_descriptors;
	bool unlimited;
	const struct cred *cred;
	struct pid_namespace *pid_ns;
	struct net *net;
};

int hwi_access_decide(const struct hwi_opener *opener, bool summary,
		      struct hwi_access *access);
int hwi_access_open(struct file *file, bool summary, struct hwi_access *access);
void hwi_access_release(struct hwi_access *access);

#endif
