// SPDX-License-Identifier: GPL-2.0
/*
 * Repeat what `ip link set lo up` does until a file appears:
 *   rtnl LIMIT_MS FILE
 * Prints the longest wait; exit code 1 if that is above the limit.
 */
#define _GNU_SOURCE
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include "attack.h"

int main(int argc, char **argv)
{
	struct ifreq request = { .ifr_name = "lo" };
	double start, took, most = 0;
	int s = socket(AF_INET, SOCK_DGRAM, 0), n;

	if (argc != 3)
		return 125;
	check(s < 0, "socket");
	check(ioctl(s, SIOCGIFFLAGS, &request), "SIOCGIFFLAGS");
	request.ifr_flags |= IFF_UP;
	for (n = 0; access(argv[2], F_OK); n++) {
		start = now();
		check(ioctl(s, SIOCSIFFLAGS, &request), "SIOCSIFFLAGS");
		took = now() - start;
		most = took > most ? took : most;
		sleep_ms(20);
	}
	printf("%d times\n", n);
	return judge("the longest wait for the RTNL", most * 1e3, atof(argv[1]),
		     "ms");
}
