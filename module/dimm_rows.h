/* SPDX-License-Identifier: GPL-2.0 */
/* A memory module, or its slot: its record, its columns and its row. */
#ifndef HWI_DIMM_ROWS_H
#define HWI_DIMM_ROWS_H

#include <linux/dmi.h>

#include "core/row.h"

/**
 * struct hwi_dimm - a slot that the firmware lists, a DIMM that EDAC knows, or
 *	both
 * @next: the next one
 * @locator: the slot's name on the board, or EDAC's label
 * @bank: the slot's bank
 * @has_size: @size is known
 * @size: bytes, 0 for an empty slot
 * @type: such as DDR4
 * @rate: megatransfers per second, 0 if not known
 * @maker: manufacturer
 * @part: part number
 * @controller: EDAC's name for the memory controller, NULL if EDAC has no DIMM
 * @index: the DIMM's number there
 * @ce: corrected errors
 * @ue: uncorrected errors
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
 * struct hwi_dimms - the copied slots and DIMMs
 * @first: the first, NULL if there are none
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
