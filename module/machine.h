/* SPDX-License-Identifier: GPL-2.0 */
/* The machine, copied: all views of one read are made from it. */
#ifndef HWI_MACHINE_H
#define HWI_MACHINE_H

#include <linux/bits.h>

#include "core/access.h"
#include "core/view.h"
#include "clock_rows.h"
#include "clocksource.h"
#include "cpu_rows.h"
#include "cputype_rows.h"
#include "device_rows.h"
#include "dimm_rows.h"
#include "disk_rows.h"
#include "fact_rows.h"
#include "finding.h"
#include "holder_rows.h"
#include "gpio_rows.h"
#include "irq_rows.h"
#include "memory_rows.h"
#include "module_rows.h"
#include "netdev_rows.h"
#include "owner.h"
#include "pci_bars.h"
#include "pci_rows.h"
#include "power_rows.h"
#include "process_rows.h"
#include "regulator_rows.h"
#include "resource_rows.h"
#include "softirq_rows.h"
#include "usb_rows.h"
#include "sensor_rows.h"
#include "supply_rows.h"

/**
 * enum hwi_part - what can be copied of a machine
 * @HWI_PART_OWNERS: devices that own something, by name, and what they claim
 * @HWI_PART_DEVICES: all devices, and what they claim
 * @HWI_PART_IRQS: interrupts, joined with the devices
 * @HWI_PART_IOMEM: the tree of memory addresses, joined with its owners
 * @HWI_PART_IOPORTS: the tree of I/O ports, likewise
 * @HWI_PART_CLOCKSOURCE: what the kernel takes the time from
 * @HWI_PART_CPUS: CPUs
 * @HWI_PART_CPUTYPES: the kinds of CPUs
 * @HWI_PART_SOFTIRQS: softirqs
 * @HWI_PART_MEMORY: the system's memory, its nodes and zones
 * @HWI_PART_DIMMS: DIMMs whose errors are counted
 * @HWI_PART_SLOTS: and what the firmware has of them and their slots, if the
 *	opener may see its tables
 * @HWI_PART_MODULES: modules, joined with the devices
 * @HWI_PART_DISKS: disks and partitions, joined with the devices
 * @HWI_PART_DISK_NAMES: and what their drivers and schedulers are asked for
 * @HWI_PART_NETDEVS: the opener's network interfaces, joined with the devices
 * @HWI_PART_SPEEDS: their speed, which their drivers are asked for
 * @HWI_PART_PROCESSES: processes that have devices open
 * @HWI_PART_FACTS: what the firmware tells
 * @HWI_PART_HOLDERS: what processes have on the file systems of block devices
 * @HWI_PART_BARS: PCI BARs that are not in the tree
 * @HWI_PART_LOST_BARS: and those that the kernel gave up, for which config
 *	space is read, if the opener may
 * @HWI_PART_PCI: PCI functions, joined with the devices and the interrupts
 * @HWI_PART_USB: USB devices, joined with the devices
 * @HWI_PART_POWER: how devices save power, joined with the devices
 * @HWI_PART_SENSORS: sensors, which drivers are asked for
 * @HWI_PART_SUPPLIES: power supplies, likewise
 * @HWI_PART_REGULATORS: regulators
 * @HWI_PART_VOLTAGES: their voltage and state, which drivers are asked for
 * @HWI_PART_GPIOS: GPIO lines, if the opener may see them
 * @HWI_PART_GPIO_VALUES: what those say that can be asked at once
 * @HWI_PART_SLOW_GPIOS: and those behind slow buses
 * @HWI_PART_CLOCKS: clocks that devices use
 * @HWI_PART_FINDINGS: what looks wrong, of all above
 * @HWI_PARTS: how many parts there are
 */
enum hwi_part {
	HWI_PART_OWNERS,
	HWI_PART_DEVICES,
	HWI_PART_IRQS,
	HWI_PART_IOMEM,
	HWI_PART_IOPORTS,
	HWI_PART_CLOCKSOURCE,
	HWI_PART_CPUS,
	HWI_PART_CPUTYPES,
	HWI_PART_SOFTIRQS,
	HWI_PART_MEMORY,
	HWI_PART_DIMMS,
	HWI_PART_SLOTS,
	HWI_PART_MODULES,
	HWI_PART_DISKS,
	HWI_PART_DISK_NAMES,
	HWI_PART_NETDEVS,
	HWI_PART_SPEEDS,
	HWI_PART_PROCESSES,
	HWI_PART_FACTS,
	HWI_PART_HOLDERS,
	HWI_PART_BARS,
	HWI_PART_LOST_BARS,
	HWI_PART_PCI,
	HWI_PART_USB,
	HWI_PART_POWER,
	HWI_PART_SENSORS,
	HWI_PART_SUPPLIES,
	HWI_PART_REGULATORS,
	HWI_PART_VOLTAGES,
	HWI_PART_GPIOS,
	HWI_PART_GPIO_VALUES,
	HWI_PART_SLOW_GPIOS,
	HWI_PART_CLOCKS,
	HWI_PART_FINDINGS,
	HWI_PARTS,
};

/**
 * struct hwi_machine - the machine
 * @access: what may be seen of it
 * @arena: where its records are
 * @taken: CLOCK_BOOTTIME nanoseconds at which copying it began, in the
 *	reader's time namespace
 * @parts: BIT_ULL() of enum hwi_part: what was asked for
 * @errors: why a part that was asked for is not there, 0 if it is
 * @devices: devices
 * @owners: what they claim
 * @irqs: interrupts
 * @iomem: memory addresses
 * @ioports: I/O ports
 * @clocksource: clock sources
 * @cpus: CPUs
 * @cputypes: the kinds of CPUs
 * @softirqs: softirqs
 * @memories: memory
 * @dimms: DIMMs
 * @modules: modules
 * @disks: disks and partitions
 * @netdevs: network interfaces
 * @processes: processes
 * @facts: what the firmware tells
 * @holders: processes that keep block devices busy
 * @bars: BARs
 * @pcis: PCI functions
 * @usbs: USB devices
 * @powers: devices that save power
 * @sensors: sensors
 * @supplies: power supplies
 * @regulators: regulators
 * @gpios: GPIO lines
 * @clocks: clocks
 * @findings: findings
 */
struct hwi_machine {
	const struct hwi_access *access;
	struct hwi_arena arena;
	u64 taken;
	u64 parts;
	int errors[HWI_PARTS];
	struct hwi_devices devices;
	struct hwi_owners owners;
	struct hwi_irqs irqs;
	struct hwi_resources iomem;
	struct hwi_resources ioports;
	struct hwi_clocksource clocksource;
	struct hwi_cpus cpus;
	struct hwi_cputypes cputypes;
	struct hwi_softirqs softirqs;
	struct hwi_memories memories;
	struct hwi_dimms dimms;
	struct hwi_modules modules;
	struct hwi_disks disks;
	struct hwi_netdevs netdevs;
	struct hwi_processes processes;
	struct hwi_facts facts;
	struct hwi_holders holders;
	struct hwi_bars bars;
	struct hwi_pcis pcis;
	struct hwi_usbs usbs;
	struct hwi_powers powers;
	struct hwi_sensors sensors;
	struct hwi_supplies supplies;
	struct hwi_regulators regulators;
	struct hwi_gpios gpios;
	struct hwi_clocks clocks;
	struct hwi_findings findings;
};

int hwi_machine_collect(struct hwi_machine *machine, u64 parts,
			const struct hwi_access *access,
			struct hwi_budget *budget);
int hwi_machine_error(const struct hwi_machine *machine, u64 parts);
void hwi_machine_free(struct hwi_machine *machine);

#endif
