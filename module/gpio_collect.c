// SPDX-License-Identifier: GPL-2.0
/* Copies GPIO lines, chip by chip, and asks drivers for their levels. */
#include <linux/device.h>
#include <linux/irqdomain.h>
#include <linux/kernel.h>
#include <linux/pm_runtime.h>
#include <linux/rcupdate.h>

#include "core/compat.h"
#include "core/pause.h"
#include "device_walk.h"
#include "gpio_chip.h"
#include "gpio_rows.h"
#include "module_live.h"

#ifdef HWI_GPIO_WALK

/* Longer consumer names are cut. */
#define CONSUMER_MAX 64

/**
 * struct collector - a walk over the lines
 * @arena: where the copies go
 * @gpios: what is being filled
 * @link: where the next one is linked in
 * @ask: which lines to ask for
 * @base: first line number of the chips that are still to come
 * @chip: the current chip; dereferenced only while it is listed or its driver
 *	is kept bound
 * @parent: its device, with a reference; NULL for none, or one that cannot be
 *	held
 * @owner: the module that has to stay until @parent is put, with a reference;
 *	NULL for none
 * @line: the next line to copy
 * @names: names that the firmware gives its lines, or NULL
 * @nr_names: how many of them
 */
struct collector {
	struct hwi_arena *arena;
	struct hwi_gpios *gpios;
	struct hwi_gpio **link;
	enum hwi_gpio_ask ask;
	int base;
	struct gpio_chip *chip;
	struct device *parent;
	struct module *owner;
	unsigned int line;
	const char **names;
	unsigned int nr_names;
};

/* While listed, a chip holds its parent. */
static void hold_parent(struct collector *collector, struct device *parent)
{
	struct module *owner;

	collector->parent = NULL;
	collector->owner = NULL;
	rcu_read_lock();
	if (parent && hwi_device_can_hold(parent, &owner) &&
	    hwi_module_live(owner) && try_module_get(owner)) {
		collector->parent = get_device(parent);
		collector->owner = owner;
	}
	rcu_read_unlock();
}

static void put_parent(const struct collector *collector)
{
	put_device(collector->parent);
	module_put(collector->owner);
}

/* Chips are listed by number. */
static HWI_GPIO_MATCH(is_next, chip, data)
{
	struct collector *collector = (void *)data;

	if (chip->base < collector->base)
		return 0;
	collector->chip = chip;
	collector->base = chip->base + 1;
	hold_parent(collector, chip->parent);
	return 1;
}

/* The address may have been reused for another chip. */
static HWI_GPIO_MATCH(is_this, chip, data)
{
	const struct collector *collector = data;

	return chip == collector->chip && chip->parent == collector->parent;
}

static const char *name_of(const struct collector *collector,
			   const struct gpio_chip *chip, unsigned int line)
{
	if (line < collector->nr_names && collector->names[line] &&
	    *collector->names[line])
		return collector->names[line];
	return chip->names ? chip->names[line] : NULL;
}

/* Returns false if it did not fit. */
static bool copy_line(struct collector *collector, struct gpio_chip *chip,
		      unsigned int line)
{
	struct hwi_arena *arena = collector->arena;
	const char *name = name_of(collector, chip, line);
	struct hwi_mark mark = hwi_arena_mark(arena);
	char consumer[CONSUMER_MAX];
	struct hwi_gpio *to;
	bool used = hwi_gpio_consumer(chip, line, consumer, sizeof(consumer));

	if (!used && (!name || !*name))
		return true;
	to = hwi_arena_alloc(arena, sizeof(*to));
	if (!to)
		return false;
	*to = (struct hwi_gpio){
		.key = (unsigned long)chip->parent,
		.parent = hwi_arena_copy(
			arena, chip->parent ? dev_name(chip->parent) : NULL),
		/* gpiolib's name for a chip without a label. */
		.chip = hwi_arena_copy(arena, chip->label ?: "unknown"),
		.line = line,
		.name = hwi_arena_copy(arena, name),
		.used = used,
		.consumer = hwi_arena_copy(arena, used ? consumer : NULL),
		.is_irq = gpiochip_line_is_irq(chip, line),
		.irq = HWI_GPIO_UNKNOWN,
		.input = HWI_GPIO_UNKNOWN,
		.value = HWI_GPIO_UNKNOWN,
	};
	if (arena->overflow) {
		hwi_arena_rewind(arena, mark);
		return false;
	}
	*collector->link = to;
	collector->link = &to->next;
	collector->gpios->nr++;
	return true;
}

/*
 * Copies a batch of lines under the lock of the chips' list, or in its SRCU
 * section: removing a chip waits for that before anything of the chip is freed,
 * including the names of its lines and consumers. The firmware's names need the
 * driver to be bound; otherwise they are not set.
 */
static HWI_GPIO_MATCH(copy_lines, chip, data)
{
	struct collector *collector = (void *)data;
	unsigned int nr;

	if (chip != collector->chip)
		return 0;
	for (nr = 0; nr < HWI_BATCH && collector->line < chip->ngpio; nr++) {
		if (!copy_line(collector, chip, collector->line))
			return 1;
		collector->line++;
	}
	return collector->line < chip->ngpio;
}

/* Called with the chip's driver kept bound. */
static int read_names(struct collector *collector)
{
	struct fwnode_handle *node = hwi_gpio_fwnode(collector->chip);
	unsigned int offset = hwi_gpio_offset(collector->chip);
	const char **names = NULL;
	int nr, err = 0;

	nr = node ? fwnode_property_string_array_count(node,
						       "gpio-line-names") :
		    0;
	if (nr <= (int)offset)
		return 0;
	while (!err && !names) {
		names = hwi_arena_alloc(collector->arena, nr * sizeof(*names));
		if (!names)
			err = hwi_arena_more(collector->arena,
					     nr * sizeof(*names));
	}
	if (err)
		return err;
	nr = fwnode_property_read_string_array(node, "gpio-line-names", names,
					       nr);
	if (nr > (int)offset) {
		collector->names = names + offset;
		collector->nr_names = nr - offset;
	}
	return 0;
}

/* irq_find_mapping() only looks: a line without a mapping gets none. */
static int irq_of(struct gpio_chip *chip, const struct hwi_gpio *gpio)
{
	unsigned int irq = 0;

#ifdef CONFIG_GPIOLIB_IRQCHIP
	if (gpio->is_irq && chip->irq.domain)
		irq = irq_find_mapping(chip->irq.domain, gpio->line);
#endif
	return irq ? irq : HWI_GPIO_UNKNOWN;
}

/* Only lines in use: their consumers keep powered what reading them takes. */
static void ask_line(struct gpio_chip *chip, struct hwi_gpio *gpio)
{
	struct gpio_desc *line = hwi_gpio_line(chip, gpio->line);
	int value;

	if (IS_ERR_OR_NULL(line))
		return;
	gpio->input = gpiod_get_direction(line);
	if (gpio->input < 0)
		gpio->input = HWI_GPIO_UNKNOWN;
	value = gpiod_get_raw_value_cansleep(line);
	if (value >= 0)
		gpio->value = value;
}

/*
 * Called after lock_chip(), which keeps the chip registered. A sleeping device
 * is not asked, and one that is awake is kept awake.
 */
static int ask_lines(struct collector *collector, struct hwi_gpio *gpio)
{
	struct gpio_chip *chip = collector->chip;
	bool ask = collector->ask == HWI_GPIO_ASK_ALL ||
		   (collector->ask == HWI_GPIO_ASK_FAST && !chip->can_sleep);
	int active = hwi_pm_get_if_active(collector->parent);
	int err = 0;

	for (; gpio && !err; gpio = gpio->next) {
		gpio->irq = irq_of(chip, gpio);
		if (ask && active && gpio->used)
			ask_line(chip, gpio);
		err = hwi_pause();
	}
	if (active > 0)
		pm_runtime_put(collector->parent);
	return err;
}

static int copy_all_lines(struct collector *collector)
{
	int err;
	bool more;

	collector->line = 0;
	do {
		more = hwi_gpio_find(copy_lines, collector);
		err = hwi_arena_pause(collector->arena);
	} while (more && !err);
	return err;
}

/*
 * Keeps a chip registered: its driver removes it under the lock of the device
 * that the driver is bound to, which is the chip's parent unless that has
 * cells. The lock is only tried, since its holder may be removing the chip.
 * Without it, only what the list of chips keeps can be copied.
 */
static bool lock_chip(struct collector *collector)
{
	struct device *parent = collector->parent;

	if (!parent || !device_trylock(parent))
		return false;
	if (parent->driver && !hwi_device_has_cells(parent) &&
	    hwi_gpio_find(is_this, collector))
		return true;
	device_unlock(parent);
	return false;
}

static int copy_chip(struct collector *collector)
{
	struct hwi_gpio **first = collector->link;
	bool locked = lock_chip(collector);
	int err = 0;

	collector->names = NULL;
	collector->nr_names = 0;
	*first = NULL;
	if (locked)
		err = read_names(collector);
	if (!err)
		err = copy_all_lines(collector);
	if (locked && !err)
		err = ask_lines(collector, *first);
	if (locked)
		device_unlock(collector->parent);
	put_parent(collector);
	return err;
}
#endif

/**
 * hwi_gpios_collect() - copy the lines that are in use or have a name
 * @gpios: result
 * @arena: where the copies go
 * @ask: which lines to ask for direction and value
 * @devices: the devices, arranged, collected just before
 *
 * Context: process context, may sleep; takes one device's lock at a time.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_gpios_collect(struct hwi_gpios *gpios, struct hwi_arena *arena,
		      enum hwi_gpio_ask ask, const struct hwi_devices *devices)
{
#ifdef HWI_GPIO_WALK
	struct collector collector = {
		.arena = arena,
		.gpios = gpios,
		.link = &gpios->first,
		.ask = ask,
	};
	int err = 0;

	*gpios = (struct hwi_gpios){};
	while (!err && hwi_gpio_find(is_next, &collector))
		err = copy_chip(&collector);
	return err ? err : hwi_gpios_join(gpios, arena, devices);
#else
	*gpios = (struct hwi_gpios){};
	return 0;
#endif
}
