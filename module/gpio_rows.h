/* SPDX-License-Identifier: GPL-2.0 */
/* A GPIO line: its record, its columns and its row. */
#ifndef HWI_GPIO_ROWS_H
#define HWI_GPIO_ROWS_H

#include "core/row.h"

struct hwi_arena;
struct hwi_device;
struct hwi_devices;

/* Not asked for, or not known to the driver. */
#define HWI_GPIO_UNKNOWN (-1)

/**
 * struct hwi_gpio - a GPIO line
 * @next: by chip, then by number
 * @key: address of the chip's device, only ever compared; 0 if it has none
 * @parent: that device's name, for joining
 * @chip: the chip's label
 * @line: offset in the chip
 * @name: name on the board; NULL if it has none
 * @used: it is in use
 * @consumer: by whom; NULL if it is free
 * @is_irq: it is used as an interrupt
 * @irq: that interrupt, or HWI_GPIO_UNKNOWN
 * @input: 1 for an input, 0 for an output, or HWI_GPIO_UNKNOWN
 * @value: 1 for a high level, 0 for a low one, or HWI_GPIO_UNKNOWN
 * @twin: another line of that name, once joined; NULL for none
 * @device: the chip's device, once joined; NULL for none
 */
struct hwi_gpio {
	struct hwi_gpio *next;
	unsigned long key;
	const char *parent;
	const char *chip;
	unsigned int line;
	const char *name;
	bool used;
	const char *consumer;
	bool is_irq;
	int irq;
	int input;
	int value;
	const struct hwi_gpio *twin;
	const struct hwi_device *device;
};

/**
 * struct hwi_gpios - the copied lines
 * @first: the first, NULL if there are none
 * @nr: how many
 */
struct hwi_gpios {
	struct hwi_gpio *first;
	unsigned int nr;
};

/* Which lines to ask for direction and value. */
enum hwi_gpio_ask {
	HWI_GPIO_ASK_NONE,
	HWI_GPIO_ASK_FAST, /* those of chips that need not sleep for it */
	HWI_GPIO_ASK_ALL,
};

#define HWI_GPIO_COLUMNS 8
extern const struct hwi_column hwi_gpio_columns[HWI_GPIO_COLUMNS];

int hwi_gpios_join(struct hwi_gpios *gpios, struct hwi_arena *arena,
		   const struct hwi_devices *devices);
void hwi_gpio_row(struct hwi_row *row, const struct hwi_gpio *gpio);

int hwi_gpios_collect(struct hwi_gpios *gpios, struct hwi_arena *arena,
		      enum hwi_gpio_ask ask, const struct hwi_devices *devices);

#endif
