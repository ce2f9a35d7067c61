// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "dimm_rows.h"
#include "dmi_entry.h"

const struct hwi_column hwi_dimm_columns[HWI_DIMM_COLUMNS] = {
	{ "LOCATOR", 's' }, { "SIZE", 'z' }, { "TYPE", 's' }, { "MT_S", 'u' },
	{ "CE", 'u' },	    { "UE", 'u' },   { "PART", 's' }, { "MAKER", 's' },
	{ "BANK", 's' },    { "EDAC", 's' },
};

/* SMBIOS 7.18.2; only types that memory is sold as. */
static const char *const dimm_types[] = {
	[0x03] = "DRAM",   [0x07] = "RAM",    [0x0f] = "SDRAM",
	[0x12] = "DDR",	   [0x13] = "DDR2",   [0x14] = "DDR2-FB",
	[0x18] = "DDR3",   [0x1a] = "DDR4",   [0x1b] = "LPDDR",
	[0x1c] = "LPDDR2", [0x1d] = "LPDDR3", [0x1e] = "LPDDR4",
	[0x1f] = "NVDIMM", [0x20] = "HBM",    [0x21] = "HBM2",
	[0x22] = "DDR5",   [0x23] = "LPDDR5", [0x24] = "HBM3",
};

/**
 * hwi_dimm_new() - add an empty record
 * @dimms: where to add it
 * @arena: where it is kept
 *
 * Context: any; neither sleeps nor allocates.
 * Return: the record, or NULL with the arena's overflow set.
 */
struct hwi_dimm *hwi_dimm_new(struct hwi_dimms *dimms, struct hwi_arena *arena)
{
	struct hwi_dimm *dimm = hwi_arena_alloc(arena, sizeof(*dimm));

	if (!dimm)
		return NULL;
	*dimm = (struct hwi_dimm){};
	*dimms->link = dimm;
	dimms->link = &dimm->next;
	return dimm;
}

/* Vendors pad strings with spaces. */
static const char *copy_trimmed(struct hwi_arena *arena,
				const struct dmi_header *entry, unsigned int at)
{
	const char *from = hwi_dmi_string(entry, at);
	char *copy;
	size_t len;

	while (from && *from == ' ')
		from++;
	copy = hwi_arena_copy(arena, from);
	if (!copy)
		return NULL;
	len = strlen(copy);
	while (len && copy[len - 1] == ' ')
		copy[--len] = '\0';
	return copy;
}

/* In MiB, or in KiB if the top bit is set; 0x7fff means the extended size. */
static void set_size(struct hwi_dimm *dimm, const struct dmi_header *entry)
{
	u16 size = hwi_dmi_u16(entry, 0x0c);

	dimm->has_size = size != 0xffff;
	if (size == 0x7fff)
		dimm->size = (u64)(hwi_dmi_u32(entry, 0x1c) & 0x7fffffff) << 20;
	else if (size & 0x8000)
		dimm->size = (u64)(size & 0x7fff) << 10;
	else
		dimm->size = (u64)size << 20;
}

/* 0xffff refers to the extended field. */
static unsigned int rate_at(const struct dmi_header *entry, unsigned int at,
			    unsigned int extended)
{
	u16 rate = hwi_dmi_u16(entry, at);

	return rate == 0xffff ? hwi_dmi_u32(entry, extended) : rate;
}

/**
 * hwi_dimm_add_slot() - add a memory slot
 * @dimms: where to add it
 * @arena: where it is kept; its overflow is set if it does not fit
 * @entry: its entry in the DMI table, of type 17
 *
 * Context: any; neither sleeps nor allocates.
 */
void hwi_dimm_add_slot(struct hwi_dimms *dimms, struct hwi_arena *arena,
		       const struct dmi_header *entry)
{
	struct hwi_dimm *dimm = hwi_dimm_new(dimms, arena);
	u8 type = hwi_dmi_u8(entry, 0x12);

	if (!dimm)
		return;
	dimm->locator = copy_trimmed(arena, entry, 0x10);
	dimm->bank = copy_trimmed(arena, entry, 0x11);
	set_size(dimm, entry);
	/* The other fields of an empty slot are undefined. */
	if (dimm->has_size && !dimm->size)
		return;
	if (type < ARRAY_SIZE(dimm_types))
		dimm->type = dimm_types[type];
	/* The configured speed, or else the maximum. */
	dimm->rate = rate_at(entry, 0x20, 0x58);
	if (!dimm->rate)
		dimm->rate = rate_at(entry, 0x15, 0x54);
	dimm->maker = copy_trimmed(arena, entry, 0x17);
	dimm->part = copy_trimmed(arena, entry, 0x1a);
}

/* Strips the prefix @part from @text. */
static bool begins(const char **text, const char *part)
{
	size_t len = part ? strlen(part) : 0;

	if (!len || strncmp(*text, part, len))
		return false;
	*text += len;
	return true;
}

/*
 * EDAC's label is the slot's locator or, from firmware-first drivers, bank and
 * locator, with or without a space in between.
 */
static bool is_label_of(const char *label, const struct hwi_dimm *slot)
{
	const char *rest = label;

	if (begins(&rest, slot->locator) && !*rest)
		return true;
	rest = label;
	if (!begins(&rest, slot->bank))
		return false;
	while (*rest == ' ')
		rest++;
	return begins(&rest, slot->locator) && !*rest;
}

static struct hwi_dimm *slot_of(const struct hwi_dimms *slots,
				const struct hwi_dimm *counted)
{
	struct hwi_dimm *slot;

	for (slot = slots->first; slot && counted->locator; slot = slot->next)
		if (!slot->controller && is_label_of(counted->locator, slot))
			return slot;
	return NULL;
}

/**
 * hwi_dimms_join() - give each slot the error counts of its DIMM
 * @slots: the slots; DIMMs without a slot are appended
 * @counted: the DIMMs whose errors EDAC counts; empty afterwards
 */
void hwi_dimms_join(struct hwi_dimms *slots, struct hwi_dimms *counted)
{
	struct hwi_dimm *dimm, *next, *slot;

	for (dimm = counted->first; dimm; dimm = next) {
		next = dimm->next;
		dimm->next = NULL;
		slot = slot_of(slots, dimm);
		if (!slot) {
			*slots->link = dimm;
			slots->link = &dimm->next;
			continue;
		}
		slot->controller = dimm->controller;
		slot->index = dimm->index;
		slot->ce = dimm->ce;
		slot->ue = dimm->ue;
	}
	counted->first = NULL;
}

static void number_cell(struct hwi_row *row, bool known, u64 number)
{
	if (known)
		hwi_cell_u64(row, number);
	else
		hwi_cell_none(row);
}

/**
 * hwi_dimm_row() - fill the row of a DIMM or slot
 * @row: the row, of hwi_dimm_columns
 * @dimm: the DIMM or slot
 */
void hwi_dimm_row(struct hwi_row *row, const struct hwi_dimm *dimm)
{
	struct hwi_text *text;

	hwi_cell_str(row, dimm->locator);
	if (dimm->has_size)
		hwi_cell_size(row, dimm->size);
	else
		hwi_cell_none(row);
	hwi_cell_str(row, dimm->type);
	number_cell(row, dimm->rate, dimm->rate);
	number_cell(row, dimm->controller, dimm->ce);
	number_cell(row, dimm->controller, dimm->ue);
	hwi_cell_str(row, dimm->part);
	hwi_cell_str(row, dimm->maker);
	hwi_cell_str(row, dimm->bank);
	text = hwi_cell_begin(row);
	if (dimm->controller) {
		hwi_text_escaped(text, dimm->controller, HWI_ESCAPE_FIELD);
		hwi_text_str(text, "/dimm");
		hwi_text_u64(text, dimm->index);
	}
	hwi_cell_end(row);
}
