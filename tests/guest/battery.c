// SPDX-License-Identifier: GPL-2.0
/*
 * A keyboard with a battery, made with the kernel's uhid: `battery PERCENT`
 * creates it, and removes it when standard input has something to read or ends.
 */
#include <err.h>
#include <fcntl.h>
#include <linux/input.h>
#include <linux/uhid.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BATTERY_REPORT 2

static const unsigned char descriptor[] = {
	0x05, 0x01, 0x09, 0x06, /* generic desktop: a keyboard */
	0xa1, 0x01, /* collection */
	0x85, 0x01, /* report 1 */
	0x05, 0x07, 0x19, 0x04, 0x29, 0x0b, /* keys A to H */
	0x15, 0x00, 0x25, 0x01, 0x75, 0x01,
	0x95, 0x08, 0x81, 0x02, 0x85, BATTERY_REPORT, /* report 2 */
	0x05, 0x06, 0x09, 0x20, /* device controls: strength of the battery */
	0x15, 0x00, 0x25, 0x64, 0x75, 0x08,
	0x95, 0x01, 0x81, 0x02, 0xc0, /* end */
};

static void tell(int fd, const struct uhid_event *event)
{
	if (write(fd, event, sizeof(*event)) != sizeof(*event))
		err(1, "/dev/uhid");
}

static void create(int fd)
{
	struct uhid_event event = { .type = UHID_CREATE2 };
	struct uhid_create2_req *create = &event.u.create2;

	strcpy((char *)create->name, "Test Keyboard");
	strcpy((char *)create->uniq, "hwinsight");
	memcpy(create->rd_data, descriptor, sizeof(descriptor));
	create->rd_size = sizeof(descriptor);
	create->bus = BUS_USB;
	create->vendor = 0x1209;
	create->product = 1;
	tell(fd, &event);
}

static void report(int fd, int percent)
{
	struct uhid_event event = {
		.type = UHID_INPUT2,
		.u.input2 = { .size = 2, .data = { BATTERY_REPORT, percent } },
	};

	tell(fd, &event);
}

/* Every GET_REPORT gets the same answer. */
static void answer(int fd, int percent)
{
	struct uhid_event event, reply = { .type = UHID_GET_REPORT_REPLY };

	if (read(fd, &event, sizeof(event)) < 0)
		err(1, "/dev/uhid");
	if (event.type == UHID_OPEN || event.type == UHID_START)
		report(fd, percent);
	if (event.type != UHID_GET_REPORT)
		return;
	reply.u.get_report_reply.id = event.u.get_report.id;
	reply.u.get_report_reply.size = 2;
	reply.u.get_report_reply.data[0] = BATTERY_REPORT;
	reply.u.get_report_reply.data[1] = percent;
	tell(fd, &reply);
}

int main(int argc, char **argv)
{
	struct pollfd fds[] = { { .fd = 0, .events = POLLIN },
				{ .events = POLLIN } };
	int percent = argc > 1 ? atoi(argv[1]) : 0;
	int fd = open("/dev/uhid", O_RDWR | O_CLOEXEC);

	if (percent < 1 || percent > 100)
		errx(1, "usage: battery PERCENT (1 to 100)");
	if (fd < 0)
		err(1, "/dev/uhid");
	create(fd);
	fds[1].fd = fd;
	while (poll(fds, 2, -1) > 0 && !fds[0].revents)
		answer(fd, percent);
	return 0;
}
