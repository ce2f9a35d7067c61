/* SPDX-License-Identifier: GPL-2.0 */
/* Names of PCI and USB devices, from the system's pci.ids and usb.ids. */
#ifndef IDS_H
#define IDS_H

#include "err.h"
#include "text.h"

struct ids_list {
	char *text;
	struct ids_entry *entries; /* sorted by ID */
	size_t n;
};

struct ids {
	const char *file; /* from --ids, or NULL for the system's */
	bool tried;
	struct ids_list pci, usb;
};

/*
 * The name, as "Vendor Device", of an ID of `devices` such as "pci:8086:10d3
 * class=0x020000"; empty if unknown. It is stored in @buffer, which has
 * IDS_NAME bytes.
 */
#define IDS_NAME 160
struct slice ids_name(struct ids *ids, struct slice id, char buffer[IDS_NAME]);

/* Load them now. Only --ids FILE can fail, after a complaint. */
enum exit_code ids_load(struct ids *ids);
bool ids_there(struct ids *ids);
void ids_free(struct ids *ids);

#endif
