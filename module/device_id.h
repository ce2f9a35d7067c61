/* SPDX-License-Identifier: GPL-2.0 */
/* What a device is, as far as its bus knows. */
#ifndef HWI_DEVICE_ID_H
#define HWI_DEVICE_ID_H

#include "core/arena.h"
#include "core/row.h"

struct device;

/**
 * struct hwi_device_id - what a device is
 * @prefix: of the bus, a constant; NULL if nothing is known
 * @text: a name, if the bus has names; else NULL
 * @numbers: else: @vendor and @product are set
 * @vendor: of the device
 * @product: of the device
 * @class: with @class_digits
 * @class_digits: 0 if there is no class
 */
struct hwi_device_id {
	const char *prefix;
	const char *text;
	bool numbers;
	unsigned int vendor;
	unsigned int product;
	unsigned int class;
	unsigned int class_digits;
};

void hwi_device_id_copy(struct hwi_arena *arena, struct device *dev,
			struct hwi_device_id *id);
void hwi_device_id_put(struct hwi_text *text, const struct hwi_device_id *id);
void hwi_device_id_cell(struct hwi_row *row, const struct hwi_device_id *id);

#endif
