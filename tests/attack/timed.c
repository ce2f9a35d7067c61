// SPDX-License-Identifier: GPL-2.0
/*
 * How long something takes, by the guest's clock:
 *   timed [-u] LIMIT_MS COMMAND...       a command that has to succeed
 *   timed [-u] -k MS LIMIT_MS COMMAND... its death, by a SIGKILL after MS
 * -u: as nobody. Exit code 1 if it takes longer than the limit, or ends before
 * it can be killed.
 */
#define _GNU_SOURCE
#include "attack.h"

static pid_t start(char **command, int nobody)
{
	pid_t pid = fork();
	int null;

	check(pid < 0, "fork");
	if (pid)
		return pid;
	null = open("/dev/null", O_WRONLY);
	check(null < 0 || dup2(null, 1) != 1, "/dev/null");
	if (nobody)
		become_nobody();
	execvp(command[0], command);
	perror(command[0]);
	_exit(127);
}

int main(int argc, char **argv)
{
	int c, status = 0, nobody = 0, kill_after = 0, ended;
	double began = now(), took;
	char what[256] = "";
	pid_t pid;

	while ((c = getopt(argc, argv, "+uk:")) != -1) {
		if (c == 'u')
			nobody = 1;
		else if (c == 'k')
			kill_after = atoi(optarg);
		else
			return 125;
	}
	if (argc - optind < 2)
		return 125;
	pid = start(argv + optind + 1, nobody);
	for (c = optind + 1; c < argc; c++) {
		strncat(what, argv[c], sizeof(what) - strlen(what) - 2);
		strcat(what, " ");
	}
	if (kill_after) {
		sleep_ms(kill_after);
		ended = waitpid(pid, &status, WNOHANG) == pid;
		if (ended) {
			printf("%s: over before SIGKILL\n", what);
			return 1;
		}
		took = kill_time(pid);
	} else {
		check(waitpid(pid, &status, 0) != pid, "waitpid");
		took = now() - began;
	}
	strcat(what, kill_after ? "killed" : nobody ? "by nobody" : "by root");
	if (status)
		printf("%s: exit status %#x\n", what, status);
	return judge(what, took * 1e3, atof(argv[optind]), "ms") || status;
}
