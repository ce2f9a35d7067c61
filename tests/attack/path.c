// SPDX-License-Identifier: GPL-2.0
/*
 * Run as nobody with /dev/null open, and O_PATH descriptors of other files:
 *   path FILE...
 * Writes its PID to standard output once it is ready, and stays.
 */
#define _GNU_SOURCE
#include "attack.h"

int main(int argc, char **argv)
{
	int i;

	become_nobody();
	check(open("/dev/null", O_RDONLY) < 0, "/dev/null");
	for (i = 1; i < argc; i++)
		check(open(argv[i], O_PATH) < 0, argv[i]);
	printf("%d\n", getpid());
	check(!freopen("/", "r", stdout), "/");
	for (;;)
		pause();
}
