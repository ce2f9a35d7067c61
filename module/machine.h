/* SPDX-License-Identifier: GPL-2.0 */
/* What several views have in common: the machine, copied once for each. */
#ifndef HWI_MACHINE_H
#define HWI_MACHINE_H

#include "access.h"
#include "device_record.h"
#include "disk_record.h"
#include "irq_record.h"
#include "memory_record.h"
#include "netdev_record.h"

/**
 * struct hwi_machine - records of the machine
 * @devices: all devices
 * @irqs: all interrupts that are in use
 * @owners: which devices have which interrupt's line
 * @memories: the system, its nodes and zones
 * @disks: disks and partitions
 * @netdevs: the opener's network interfaces
 */
struct hwi_machine {
	struct hwi_devices devices;
	struct hwi_irqs irqs;
	struct hwi_owners owners;
	struct hwi_memories memories;
	struct hwi_disks disks;
	struct hwi_netdevs netdevs;
};

bool hwi_machine_collect(struct hwi_machine *machine, struct hwi_arena *arena,
			 const struct hwi_access *access);

#endif
