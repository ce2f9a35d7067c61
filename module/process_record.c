// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>
#include <linux/kdev_t.h>
#include <linux/sort.h>

#include "device_record.h"
#include "process_record.h"
#include "text.h"

static int compare(const void *a, const void *b)
{
	const u64 *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/**
 * hwi_numbers_sort() - put the devices a process has open in order
 * @process: the process
 *
 * Context: any.
 */
void hwi_numbers_sort(struct hwi_process *process)
{
	if (process->nr_numbers > 1)
		sort(process->numbers, process->nr_numbers,
		     sizeof(*process->numbers), compare, NULL);
}

/**
 * hwi_numbers_index() - make devices findable by their number
 * @numbers: result
 * @arena: where it is kept
 * @devices: the devices
 *
 * Return: false if the arena is too small (its overflow is set).
 */
bool hwi_numbers_index(struct hwi_numbers *numbers, struct hwi_arena *arena,
		       const struct hwi_devices *devices)
{
	struct hwi_device *device;

	if (!hwi_index_init(&numbers->character, arena, devices->nr) ||
	    !hwi_index_init(&numbers->block, arena, devices->nr / 8))
		return false;
	for (device = devices->first; device; device = device->next)
		if (device->has_dev)
			hwi_index_add(device->block ? &numbers->block :
						      &numbers->character,
				      MKDEV(device->major, device->minor),
				      device);
	return !arena->overflow;
}

/* The device that the kernel made for a number, or NULL. */
static const struct hwi_device *find(const struct hwi_numbers *numbers,
				     u64 number)
{
	return hwi_index_find(number & 1 ? &numbers->block :
					   &numbers->character,
			      (unsigned long)(number >> 1));
}

/* What it drives: itself, if it is on a bus, or the hardware above it. */
static const struct hwi_device *hardware(const struct hwi_device *device)
{
	if (device->driver.len && device->bus.len)
		return device;
	return hwi_device_hardware(device);
}

static char *put(char *p, char before, struct hwi_str str)
{
	*p++ = before;
	return hwi_text_put_item(p, str);
}

static size_t room_of(const struct hwi_device *device)
{
	const struct hwi_device *hw = device ? hardware(device) : NULL;

	return 2 * HWI_U64_MAX_LEN + 3 +
	       (device ? HWI_ITEM_MAX(device->name) + 1 : 0) +
	       (hw ? HWI_ITEM_MAX(hw->device) + 1 : 0);
}

/**
 * hwi_numbers_text() - the devices a process has open, as a list
 * @arena: where the string goes
 * @process: the process; known, and in order
 * @numbers: the devices there are
 *
 * Return: such as "c1:3=null,b259:0=nvme0n1@pci:0000:01:00.0,c240:7", or
 * "none"; no text on overflow.
 */
struct hwi_str hwi_numbers_text(struct hwi_arena *arena,
				const struct hwi_process *process,
				const struct hwi_numbers *numbers)
{
	const struct hwi_device *device, *hw;
	struct hwi_str none = { NULL, 0 };
	size_t room = 0;
	unsigned int i;
	char *begin, *p;
	u64 number;

	if (!process->nr_numbers)
		return hwi_arena_copy(arena, "none");
	for (i = 0; i < process->nr_numbers; i++)
		room += room_of(find(numbers, process->numbers[i]));
	begin = hwi_arena_text_begin(arena, room);
	if (!begin)
		return none;
	for (p = begin, i = 0; i < process->nr_numbers; i++) {
		number = process->numbers[i];
		if (i)
			*p++ = ',';
		*p++ = number & 1 ? 'b' : 'c';
		p = hwi_text_u64(p, MAJOR((u32)(number >> 1)));
		*p++ = ':';
		p = hwi_text_u64(p, MINOR((u32)(number >> 1)));
		device = find(numbers, number);
		if (!device)
			continue;
		p = put(p, '=', device->name);
		hw = hardware(device);
		if (hw)
			p = put(p, '@', hw->device);
	}
	return hwi_arena_text_end(arena, begin, p);
}
