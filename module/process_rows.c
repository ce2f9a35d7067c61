// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/types.h>
/* Needs its types defined first. */
#include <linux/kdev_t.h>

#include "core/pause.h"
#include "device_rows.h"
#include "process_rows.h"

const struct hwi_column hwi_process_columns[HWI_PROCESS_COLUMNS] = {
	{ "PID", 'u' },	   { "COMM", 's' },    { "STATE", 's' },
	{ "CPU", 'u' },	   { "IRQ", 'u' },     { "THREADS", 'u' },
	{ "RSS_KB", 'u' }, { "DEVICES", 'w' },
};

/**
 * hwi_open_add() - note that a process has a device open
 * @open: the devices it has open so far
 * @number: of hwi_open_number()
 *
 * A process can have any number of devices open, and each costs the same.
 *
 * Context: any; safe under spinlocks.
 */
void hwi_open_add(struct hwi_open *open, u64 number)
{
	unsigned int at = open->nr, i;

	/* Most numbers come in order, or repeat. */
	while (at && open->number[at - 1] >= number)
		at--;
	if (at < open->nr && open->number[at] == number) {
		open->files[at]++;
		return;
	}
	if (at == HWI_OPEN_MAX) {
		open->more++;
		return;
	}
	if (open->nr < HWI_OPEN_MAX)
		open->nr++;
	else
		open->more += open->files[HWI_OPEN_MAX - 1];
	for (i = open->nr - 1; i > at; i--) {
		open->number[i] = open->number[i - 1];
		open->files[i] = open->files[i - 1];
	}
	open->number[at] = number;
	open->files[at] = 1;
}

/**
 * hwi_processes_join() - index the devices by their number
 * @processes: the processes
 * @arena: where the indexes go
 * @devices: the devices
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_processes_join(struct hwi_processes *processes, struct hwi_arena *arena,
		       const struct hwi_devices *devices)
{
	struct hwi_device *device;
	struct hwi_index *index;
	unsigned long key;
	int err = 0;

	for (device = devices->first; device && !err; device = device->next) {
		if (!device->has_dev)
			continue;
		index = device->block ? &processes->block :
					&processes->character;
		key = MKDEV(device->major, device->minor);
		err = hwi_index_fill(index, arena, devices->nr / 2, key,
				     device);
	}
	return err;
}

/* The device that the kernel created for a number, or NULL. */
static const struct hwi_device *find(const struct hwi_processes *processes,
				     u64 number)
{
	return hwi_index_find(number & 1 ? &processes->block :
					   &processes->character,
			      (unsigned long)(number >> 1));
}

/* The hardware: the device itself if it is on a bus, or what is below it. */
static const struct hwi_device *hardware(const struct hwi_device *device)
{
	if (device->driver && device->bus)
		return device;
	return hwi_device_below(device);
}

static void put_open(struct hwi_text *text, u64 number,
		     const struct hwi_device *device)
{
	const struct hwi_device *hw;

	hwi_text_char(text, number & 1 ? 'b' : 'c');
	hwi_text_u64(text, MAJOR((u32)(number >> 1)));
	hwi_text_char(text, ':');
	hwi_text_u64(text, MINOR((u32)(number >> 1)));
	if (!device)
		return;
	hwi_text_char(text, '=');
	hwi_text_escaped(text, device->name, HWI_ESCAPE_ITEM);
	hw = hardware(device);
	if (!hw)
		return;
	hwi_text_char(text, '@');
	hwi_text_escaped(text, hw->device, HWI_ESCAPE_ITEM);
}

/*
 * For example "c1:3=null,b259:0=nvme0n1@pci:0000:01:00.0,c240:7", with "+N" for
 * those that are left out, or "none".
 */
static void devices_cell(struct hwi_row *row, const struct hwi_process *process,
			 const struct hwi_processes *processes)
{
	struct hwi_text *text = hwi_cell_begin(row);
	unsigned int i;

	if (!process->nr_open)
		hwi_text_str(text, "none");
	for (i = 0; i < process->nr_open; i++) {
		if (i)
			hwi_text_char(text, ',');
		put_open(text, process->open[i],
			 find(processes, process->open[i]));
	}
	if (process->more_open) {
		hwi_text_str(text, ",+");
		hwi_text_u64(text, process->more_open);
	}
	hwi_cell_end(row);
}

/**
 * hwi_process_row() - fill the row of a process
 * @row: the row, of hwi_process_columns
 * @process: the process
 * @processes: all of them, joined
 */
void hwi_process_row(struct hwi_row *row, const struct hwi_process *process,
		     const struct hwi_processes *processes)
{
	hwi_cell_u64(row, process->pid);
	hwi_cell_str(row, process->comm);
	hwi_cell_char(row, process->state);
	hwi_cell_u64(row, process->cpu);
	hwi_cell_id(row, process->irq);
	hwi_cell_u64(row, process->threads);
	if (process->rss < 0)
		hwi_cell_none(row);
	else
		hwi_cell_u64(row, (u64)process->rss << (PAGE_SHIFT - 10));
	if (process->known)
		devices_cell(row, process, processes);
	else
		hwi_cell_hidden(row);
}
