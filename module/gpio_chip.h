/* SPDX-License-Identifier: GPL-2.0 */
/* Access to GPIO chips, in the walk of hwi_gpio_find(). */
#ifndef HWI_GPIO_CHIP_H
#define HWI_GPIO_CHIP_H

#include <linux/err.h>
#include <linux/gpio/driver.h>
#include <linux/property.h>
#include <linux/string.h>

#include "core/compat.h"

#ifdef HWI_GPIO_WALK
/* Returns whether a line is in use, and copies its consumer, cut to @size. */
static inline bool hwi_gpio_consumer(struct gpio_chip *chip, unsigned int line,
				     char *name, size_t size)
{
	const char *label = hwi_gpio_label(chip, line);

	if (!label)
		return false;
	/* In use, but there may have been no memory for its name. */
	strscpy(name, IS_ERR(label) ? "?" : label, size);
	hwi_gpio_label_put(label);
	return true;
}

/*
 * The node that has the chip's gpio-line-names. The caller keeps the chip's
 * driver bound.
 */
static inline struct fwnode_handle *hwi_gpio_fwnode(struct gpio_chip *chip)
{
	struct fwnode_handle *own = hwi_gpio_own_fwnode(chip);

	if (own)
		return own;
	return chip->parent ? dev_fwnode(chip->parent) : NULL;
}
#endif /* HWI_GPIO_WALK */

#endif
