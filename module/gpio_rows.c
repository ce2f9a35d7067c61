// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>

#include "core/index.h"
#include "core/pause.h"
#include "device_rows.h"
#include "gpio_rows.h"

const struct hwi_column hwi_gpio_columns[HWI_GPIO_COLUMNS] = {
	{ "CHIP", 's' },     { "LINE", 'u' },	   { "NAME", 's' },
	{ "CONSUMER", 's' }, { "DIRECTION", 's' }, { "VALUE", 'u' },
	{ "IRQ", 'u' },	     { "DEVICE", 's' },
};

static unsigned long hash(const char *name)
{
	unsigned long hash = 5381;

	while (*name)
		hash = 33 * hash + (unsigned char)*name++;
	return hash;
}

static void pair(const struct hwi_index *names, struct hwi_gpio *gpio)
{
	struct hwi_index_entry *entry;
	struct hwi_gpio *other;

	for (entry = hwi_index_first(names, hash(gpio->name)); entry;
	     entry = hwi_index_next(entry)) {
		other = entry->record;
		if (other == gpio || strcmp(other->name, gpio->name))
			continue;
		other->twin = gpio;
		gpio->twin = other;
		return;
	}
}

/* For the finding gpio-conflict. */
static int find_twins(struct hwi_gpios *gpios, struct hwi_arena *arena)
{
	struct hwi_index names = {};
	struct hwi_gpio *gpio;
	int err = 0;

	while (!err && !hwi_index_init(&names, arena, gpios->nr))
		err = hwi_arena_pause(arena);
	for (gpio = gpios->first; gpio && !err;) {
		if (gpio->name && !gpio->twin)
			pair(&names, gpio);
		if (!gpio->name || gpio->twin ||
		    hwi_index_add(&names, arena, hash(gpio->name), gpio))
			gpio = gpio->next;
		else
			err = hwi_arena_pause(arena);
	}
	return err;
}

/**
 * hwi_gpios_join() - find each line's device, and lines that share a name
 * @gpios: as copied
 * @arena: scratch memory
 * @devices: arranged
 *
 * A device that came or went between the two walks is not found: its name
 * differs if another has its address.
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_gpios_join(struct hwi_gpios *gpios, struct hwi_arena *arena,
		   const struct hwi_devices *devices)
{
	const struct hwi_device *device;
	struct hwi_gpio *gpio;

	for (gpio = gpios->first; gpio; gpio = gpio->next) {
		device = hwi_index_find(&devices->by_key, gpio->key);
		if (gpio->parent && device && device->name &&
		    !strcmp(gpio->parent, device->name))
			gpio->device = device;
	}
	return find_twins(gpios, arena);
}

/**
 * hwi_gpio_row() - fill the row of a GPIO line
 * @row: the row, of hwi_gpio_columns
 * @gpio: joined
 */
void hwi_gpio_row(struct hwi_row *row, const struct hwi_gpio *gpio)
{
	static const char *const directions[] = { "out", "in" };

	hwi_cell_str(row, gpio->chip);
	hwi_cell_u64(row, gpio->line);
	hwi_cell_str(row, gpio->name);
	hwi_cell_str(row, gpio->consumer);
	hwi_cell_word(row, gpio->input == HWI_GPIO_UNKNOWN ?
				   NULL :
				   directions[!!gpio->input]);
	hwi_cell_id(row, gpio->value);
	hwi_cell_id(row, gpio->irq);
	hwi_cell_str(row, gpio->device ? gpio->device->device : NULL);
}
