/* SPDX-License-Identifier: GPL-2.0 */
/* Names of PCI and USB devices, from pci.ids and usb.ids where a system has them. */
#ifndef IDS_H
#define IDS_H

#include "err.h"
#include "text.h"

struct ids_list {
	char *text;
	struct ids_entry *entries; /* sorted by what they are of */
	size_t n;
};

struct ids {
	const char *file; /* of --ids, instead of the system's; or NULL */
	bool tried;
	struct ids_list pci, usb;
};

/*
 * The name of what the ID column of `devices` has, such as
 * "pci:8086:10d3 class=0x020000", as "Vendor Device"; of no length if there is
 * none. It is in @buffer, which has room for IDS_NAME.
 */
#define IDS_NAME 160
struct slice ids_name(struct ids *ids, struct slice id, char buffer[IDS_NAME]);

/* Read them now. Only --ids FILE can fail, after a complaint. */
enum exit_code ids_load(struct ids *ids);
bool ids_there(struct ids *ids);
void ids_free(struct ids *ids);

#endif
