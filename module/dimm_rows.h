/* SPDX-License-Identifier: GPL-2.0 */
/* A memory module, or its slot: its record, its columns and its row. */
#ifndef HWI_DIMM_ROWS_H
#define HWI_DIMM_ROWS_H

#include <linux/dmi.h>

#include "core/row.h"

/**
 * struct hwi_dimm - a slot, as the firmware has it; a DIMM, as EDAC has it; or
 *	both
 * @next: the next one
 * @locator: what the slot is called on the board, or by EDAC
 * @bank: which bank it is in
 * @has_size: @size is known
 * @size: bytes, 0 for an empty slot
 * @type: such as DDR4
 * @rate: megatransfers a second, 0 if not known
 * @maker: who made it
 * @part: its maker's number for it
 * @controller: EDAC's name of its memory controller, NULL if EDAC has none
 * @index: its number there
 * @ce: errors that were corrected
 * @ue: errors that could not be
 */
struct hwi_dimm {
	struct hwi_dimm *next;
	const char *locator;
	const char *bank;
	bool has_size;
	u64 size;
	const char *type;
	unsigned int rate;
	const char *maker;
	const char *part;
	const char *controller;
	unsigned int index;
	unsigned int ce;
	unsigned int ue;
};

/**
 * struct hwi_dimms - all of them
 * @first: the first
 * @link: where the next one is linked in
 */
struct hwi_dimms {
	struct hwi_dimm *first;
	struct hwi_dimm **link;
};

#define HWI_DIMM_COLUMNS 10
extern const struct hwi_column hwi_dimm_columns[HWI_DIMM_COLUMNS];

struct hwi_dimm *hwi_dimm_new(struct hwi_dimms *dimms, struct hwi_arena *arena);
void hwi_dimm_add_slot(struct hwi_dimms *dimms, struct hwi_arena *arena,
		       const struct dmi_header *entry);
void hwi_dimms_join(struct hwi_dimms *slots, struct hwi_dimms *counted);
int hwi_dimms_collect(struct hwi_dimms *dimms, struct hwi_arena *arena,
		      bool slots);
void hwi_dimm_row(struct hwi_row *row, const struct hwi_dimm *dimm);

#endif
