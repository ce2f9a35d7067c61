// SPDX-License-Identifier: GPL-2.0
/*
 * Send frames of a protocol nobody listens to: frame INTERFACE COUNT. On the
 * loopback interface they come back, and are counted as dropped.
 */
#include <arpa/inet.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#define NOBODYS 0x88b5 /* for local experiments (IEEE 802) */

int main(int argc, char **argv)
{
	struct sockaddr_ll to = {
		.sll_family = AF_PACKET,
		.sll_protocol = htons(NOBODYS),
		.sll_halen = 6,
	};
	char data[60] = { 0 };
	int fd, i;

	if (argc != 3)
		return 2;
	to.sll_ifindex = if_nametoindex(argv[1]);
	fd = socket(AF_PACKET, SOCK_DGRAM, 0);
	if (fd < 0 || !to.sll_ifindex) {
		perror(argv[1]);
		return 1;
	}
	for (i = 0; i < atoi(argv[2]); i++)
		if (sendto(fd, data, sizeof(data), 0, (struct sockaddr *)&to,
			   sizeof(to)) < 0) {
			perror("sendto");
			return 1;
		}
	return 0;
}
