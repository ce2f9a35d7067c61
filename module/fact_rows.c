// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "dmi_entry.h"
#include "fact_rows.h"

const struct hwi_column hwi_fact_columns[HWI_FACT_COLUMNS] = {
	{ "KEY", 's' },
	{ "VALUE", 's' },
};

/**
 * hwi_fact_add() - add a fact
 * @facts: where to add it
 * @arena: where it is kept; its overflow is set if it does not fit
 * @group: the kind of fact, a constant
 * @name: its name, which is copied
 * @secret: its value takes CAP_SYS_ADMIN
 * @format: its value, as for printf()
 *
 * Context: any; neither sleeps nor allocates.
 */
void hwi_fact_add(struct hwi_facts *facts, struct hwi_arena *arena,
		  const char *group, const char *name, bool secret,
		  const char *format, ...)
{
	struct hwi_fact *fact = hwi_arena_alloc(arena, sizeof(*fact));
	va_list args;
	char *value;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	value = hwi_arena_alloc(arena, len + 1);
	if (!fact || !value)
		return;
	va_start(args, format);
	vsnprintf(value, len + 1, format, args);
	va_end(args);
	*fact = (struct hwi_fact){
		.group = group,
		.name = hwi_arena_copy(arena, name),
		.value = value,
		.secret = secret,
	};
	*facts->link = fact;
	facts->link = &fact->next;
}

/* SMBIOS 7.10.1. */
static const char *slot_type(u8 type)
{
	switch (type) {
	case 0x06:
		return "PCI";
	case 0x0f ... 0x11:
		return "AGP";
	case 0x12:
		return "PCI-X";
	case 0x14 ... 0x17:
		return "M.2";
	case 0x1f ... 0x20:
	case 0x24 ... 0x25:
		return "U.2";
	case 0x26 ... 0x27:
		return "OCP NIC";
	case 0xa5 ... 0xaa:
		return "PCI Express";
	case 0xab ... 0xb0:
		return "PCI Express 2";
	case 0xb1 ... 0xb6:
		return "PCI Express 3";
	case 0xb8 ... 0xbd:
		return "PCI Express 4";
	case 0xbe ... 0xc4:
		return "PCI Express 5";
	case 0xc5 ... 0xc6:
		return "EDSFF";
	default:
		return NULL;
	}
}

/* SMBIOS 7.10.2; NULL if it is not a number of lanes. */
static const char *slot_width(u8 width)
{
	static const char *const widths[] = {
		[0x08] = " x1",	 [0x09] = " x2",  [0x0a] = " x4",
		[0x0b] = " x8",	 [0x0c] = " x12", [0x0d] = " x16",
		[0x0e] = " x32",
	};

	return width < ARRAY_SIZE(widths) ? widths[width] : NULL;
}

static const char *slot_usage(u8 usage)
{
	switch (usage) {
	case 3:
		return "available";
	case 4:
		return "in use";
	case 5:
		return "unavailable";
	default:
		return "unknown use";
	}
}

/**
 * hwi_fact_add_slot() - add a slot of the board
 * @facts: where to add it
 * @arena: where it is kept; its overflow is set if it does not fit
 * @slot: its entry in the DMI table, of type 9
 *
 * Context: any; neither sleeps nor allocates.
 */
void hwi_fact_add_slot(struct hwi_facts *facts, struct hwi_arena *arena,
		       const struct dmi_header *slot)
{
	const char *name = hwi_dmi_string(slot, 0x04);
	const char *type = slot_type(hwi_dmi_u8(slot, 0x05));
	const char *width = slot_width(hwi_dmi_u8(slot, 0x06));
	u16 segment = hwi_dmi_u16(slot, 0x0d);
	u8 devfn = hwi_dmi_u8(slot, 0x10);
	char device[32] = "";

	/* Since SMBIOS 2.6; all ones if the slot has no PCI address. */
	if (slot->length > 0x10 && segment != 0xffff && devfn != 0xff)
		scnprintf(device, sizeof(device), ", pci:%04x:%02x:%02x.%x",
			  segment, hwi_dmi_u8(slot, 0x0f), devfn >> 3,
			  devfn & 7);
	hwi_fact_add(facts, arena, "slot", name ? name : "unnamed", true,
		     "%s%s, %s%s", type ? type : "other", width ? width : "",
		     slot_usage(hwi_dmi_u8(slot, 0x07)), device);
}

/**
 * hwi_fact_row() - fill the row of a fact
 * @row: the row, of hwi_fact_columns
 * @fact: the fact
 * @admin: the reader may see secrets
 */
void hwi_fact_row(struct hwi_row *row, const struct hwi_fact *fact, bool admin)
{
	struct hwi_text *text = hwi_cell_begin(row);

	hwi_text_str(text, fact->group);
	hwi_text_char(text, '/');
	hwi_text_escaped(text, fact->name, HWI_ESCAPE_FIELD);
	hwi_cell_end(row);
	if (fact->secret && !admin)
		hwi_cell_hidden(row);
	else
		hwi_cell_line(row, fact->value);
}
