/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Access to GPIO chips. gpiochip_find() walks them under a spinlock, which also
 * keeps the names of consumers. Since v6.9 gpio_device_find(), which is of v6.7
 * (cfe102f63308), does so in an SRCU section, and takes constant data. v6.8 has
 * neither: under the spinlock of its walk no name of a consumer can be had.
 */
#ifndef HWI_GPIO_CHIP_H
#define HWI_GPIO_CHIP_H

#include <linux/err.h>
#include <linux/gpio/consumer.h>
#include <linux/gpio/driver.h>
#include <linux/property.h>
#include <linux/slab.h>
#include <linux/string.h>

#if defined(CONFIG_GPIOLIB) && (defined(HWI_HAVE_GPIO_DEVICE_FIND) || \
				defined(HWI_HAVE_GPIOCHIP_IS_REQUESTED))
#define HWI_GPIO_WALK
#endif

#ifdef HWI_GPIO_WALK
/* Called for a chip; true ends the walk. Declared by HWI_GPIO_MATCH(). */
#ifdef HWI_HAVE_GPIO_DEVICE_FIND
#define HWI_GPIO_MATCH(name, chip, data) \
	int name(struct gpio_chip *chip, const void *data)

static inline bool hwi_gpio_find(int (*match)(struct gpio_chip *chip,
					      const void *data),
				 void *data)
{
	struct gpio_device *found = gpio_device_find(data, match);

	if (found)
		gpio_device_put(found);
	return found;
}

static inline struct gpio_desc *hwi_gpio_line(struct gpio_chip *chip,
					      unsigned int line)
{
	return gpio_device_get_desc(chip->gpiodev, line);
}

/*
 * Returns whether a line is in use, and copies the consumer's name, cut to @size.
 * Called in the SRCU section of the walk, which may sleep.
 */
static inline bool hwi_gpio_consumer(struct gpio_chip *chip, unsigned int line,
				     char *name, size_t size)
{
	char *label = gpiochip_dup_line_label(chip, line);

	if (!label)
		return false;
	/* In use, but there was no memory for its name. */
	if (IS_ERR(label)) {
		strscpy(name, "?", size);
		return true;
	}
	strscpy(name, label, size);
	kfree(label);
	return true;
}
#else
#define HWI_GPIO_MATCH(name, chip, data) \
	int name(struct gpio_chip *chip, void *data)

static inline bool
hwi_gpio_find(int (*match)(struct gpio_chip *chip, void *data), void *data)
{
	return gpiochip_find(data, match);
}

static inline struct gpio_desc *hwi_gpio_line(struct gpio_chip *chip,
					      unsigned int line)
{
	return gpio_to_desc(chip->base + line);
}

/* Likewise, under the lock of the walk: names are freed under it. */
static inline bool hwi_gpio_consumer(struct gpio_chip *chip, unsigned int line,
				     char *name, size_t size)
{
	const char *label = gpiochip_is_requested(chip, line);

	if (!label)
		return false;
	strscpy(name, label, size);
	return true;
}
#endif

/*
 * The node that has the chip's gpio-line-names, and the offset of the chip's
 * first name there: chips can share a node since v5.13 (4e804c39f1be), and name
 * it since v5.17 (990f6756bb64). The caller keeps the chip's driver bound.
 */
static inline struct fwnode_handle *hwi_gpio_fwnode(struct gpio_chip *chip)
{
#ifdef HWI_HAVE_GPIO_FWNODE
	if (chip->fwnode)
		return chip->fwnode;
#elif defined(CONFIG_OF_GPIO)
	if (chip->of_node)
		return of_fwnode_handle(chip->of_node);
#endif
	return chip->parent ? dev_fwnode(chip->parent) : NULL;
}

static inline unsigned int hwi_gpio_offset(const struct gpio_chip *chip)
{
#ifdef HWI_HAVE_GPIO_FWNODE
	return chip->offset;
#else
	return 0;
#endif
}
#endif /* HWI_GPIO_WALK */

#endif
