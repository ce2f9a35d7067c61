// SPDX-License-Identifier: GPL-2.0
#include <linux/ioport.h>

#include "machine.h"

/**
 * hwi_machine_collect() - copy what findings and summary look at
 * @machine: result
 * @arena: where the copies go
 * @access: what may be seen
 *
 * Context: process context, may sleep.
 * Return: false if the arena is too small (its overflow is set).
 */
bool hwi_machine_collect(struct hwi_machine *machine, struct hwi_arena *arena,
			 const struct hwi_access *access)
{
	if (!hwi_devices_collect(&machine->devices, arena, access->net))
		return false;
	hwi_irqs_collect(&machine->irqs, arena, false);
	hwi_owners_init(&machine->owners, arena);
	hwi_owners_collect(&machine->owners, IORESOURCE_IRQ);
	return !arena->overflow &&
	       hwi_memory_collect(&machine->memories, arena) &&
	       hwi_disks_collect(&machine->disks, arena, &machine->devices) &&
	       hwi_netdevs_collect(&machine->netdevs, arena, access->net,
				   &machine->devices);
}
