// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "device_id.h"
#include "text.h"

static char *put_hex(char *p, unsigned int value, unsigned int digits)
{
	static const char hex[] = "0123456789abcdef";

	while (digits--)
		*p++ = hex[(value >> 4 * digits) & 15];
	return p;
}

static char *put(char *p, const char *text)
{
	while (*text)
		*p++ = *text++;
	return p;
}

/* SCSI pads its names: one space is enough, and none at the end. */
static char *put_name(char *p, const struct hwi_str *name)
{
	const char *begin = p;
	unsigned int i;

	for (i = 0; i < name->len; i++)
		if (name->text[i] != ' ' || (p != begin && p[-1] != ' '))
			*p++ = name->text[i];
	while (p != begin && p[-1] == ' ')
		p--;
	return p;
}

/**
 * hwi_device_id_text() - write what a device is
 * @arena: where the string goes
 * @id: what was copied
 *
 * Return: "pci:8086:10d3 class=0x020000" for numbers, "acpi:PNP0A08" for
 * names; no text if nothing is known, or on overflow.
 */
struct hwi_str hwi_device_id_text(struct hwi_arena *arena,
				  const struct hwi_device_id *id)
{
	struct hwi_str none = { NULL, 0 };
	char *begin, *name, *p;

	if (!id->prefix || (!id->numbers && !id->text.len))
		return none;
	begin = hwi_arena_text_begin(arena,
				     strlen(id->prefix) + 64 + id->text.len);
	if (!begin)
		return none;
	p = put(begin, id->prefix);
	*p++ = ':';
	if (!id->numbers) {
		name = p;
		p = put_name(p, &id->text);
		return p == name ? none : hwi_arena_text_end(arena, begin, p);
	}
	p = put_hex(p, id->vendor, 4);
	*p++ = ':';
	p = put_hex(p, id->product, 4);
	if (id->class_digits) {
		p = put(p, " class=0x");
		p = put_hex(p, id->class, id->class_digits);
	}
	return hwi_arena_text_end(arena, begin, p);
}
