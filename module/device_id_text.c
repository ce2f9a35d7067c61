// SPDX-License-Identifier: GPL-2.0
#include "device_id.h"

/* SCSI pads its names with spaces: keep single ones, and none at the end. */
static void put_name(struct hwi_text *text, const char *prefix,
		     const char *name)
{
	const char *p;
	bool any = false;

	for (p = name; *p; p++) {
		if (*p == ' ')
			continue;
		if (!any) {
			hwi_text_str(text, prefix);
			hwi_text_char(text, ':');
		} else if (p[-1] == ' ') {
			hwi_text_char(text, ' ');
		}
		hwi_text_char(text, *p);
		any = true;
	}
}

/**
 * hwi_device_id_put() - write what a device is
 * @text: where to write: "pci:8086:10d3 class=0x020000" for numbers,
 *	"acpi:PNP0A08" for names, nothing if nothing is known; not escaped
 * @id: what was copied
 */
void hwi_device_id_put(struct hwi_text *text, const struct hwi_device_id *id)
{
	if (!id->prefix)
		return;
	if (!id->numbers) {
		if (id->text)
			put_name(text, id->prefix, id->text);
		return;
	}
	hwi_text_str(text, id->prefix);
	hwi_text_char(text, ':');
	hwi_text_hex_digits(text, id->vendor, 4);
	hwi_text_char(text, ':');
	hwi_text_hex_digits(text, id->product, 4);
	if (!id->class_digits)
		return;
	hwi_text_str(text, " class=");
	hwi_text_hex(text, id->class, id->class_digits);
}

/**
 * hwi_device_id_cell() - add what a device is, as the last cell
 * @row: the row
 * @id: what was copied
 */
void hwi_device_id_cell(struct hwi_row *row, const struct hwi_device_id *id)
{
	char buffer[256];
	struct hwi_text text;

	hwi_text_init(&text, buffer, sizeof(buffer) - 1);
	hwi_device_id_put(&text, id);
	buffer[min(text.len, text.size)] = '\0';
	hwi_cell_line(row, buffer);
}
