/* SPDX-License-Identifier: GPL-2.0 */
/*
 * GPIO chips. Until v6.7 a chip is found under a spinlock, with its consumers'
 * names (gpiochip_find()); from then on in an SRCU section (gpio_device_find(),
 * cfe102f63308).
 */
#ifndef HWI_GPIO_CHIP_H
#define HWI_GPIO_CHIP_H

#include <linux/err.h>
#include <linux/gpio/consumer.h>
#include <linux/gpio/driver.h>
#include <linux/property.h>
#include <linux/slab.h>
#include <linux/string.h>

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
 * Whether a line is in use, and by whom; the name is cut to @size. In an SRCU
 * section, which may sleep.
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

/* Likewise; the lock of the walk is the one that names are freed under. */
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
 * Where gpio-line-names of a chip are, and at which of them it begins. Chips
 * can share a node since v5.13 (4e804c39f1be), and have one of their own since
 * v5.17 (990f6756bb64). The caller keeps the chip's driver bound.
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

#endif
