// SPDX-License-Identifier: GPL-2.0
#include "gpio_rows.h"
#include "machine.h"

static void gpios_show(struct hwi_table *table,
		       const struct hwi_machine *machine)
{
	const struct hwi_gpio *gpio;

	for (gpio = machine->gpios.first; gpio; gpio = gpio->next)
		hwi_table_add(table, hwi_gpio_row, gpio);
}

HWI_DECLARE_VIEW(gpios);
const struct hwi_view hwi_view_gpios = {
	.name = "gpios",
	.columns = hwi_gpio_columns,
	.nr_columns = HWI_GPIO_COLUMNS,
	.parts = BIT_ULL(HWI_PART_DEVICES) | BIT_ULL(HWI_PART_GPIOS) |
		 BIT_ULL(HWI_PART_GPIO_VALUES),
	.alone = BIT_ULL(HWI_PART_SLOW_GPIOS),
	.show = gpios_show,
};
