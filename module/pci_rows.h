/* SPDX-License-Identifier: GPL-2.0 */
/* A PCI function: its record, its columns and its row. */
#ifndef HWI_PCI_ROWS_H
#define HWI_PCI_ROWS_H

#include "core/row.h"

struct hwi_device;
struct hwi_devices;
struct hwi_irqs;

/**
 * struct hwi_pci_link - speed and width of a PCI Express link
 * @speed: as in the registers: 1 for 2.5 GT/s, 2 for 5, 3 for 8, ...
 * @width: lanes; 0 if there is no link, or it is not known
 */
struct hwi_pci_link {
	unsigned int speed;
	unsigned int width;
};

/* BARs 0 to 5, and the ROM. */
#define HWI_PCI_BARS 7
#define HWI_PCI_ROM 6

/**
 * struct hwi_pci_bar - a base address register of a function
 * @size: bytes; 0 if it is not implemented
 * @io: of I/O ports
 * @prefetch: prefetchable
 */
struct hwi_pci_bar {
	u64 size;
	bool io;
	bool prefetch;
};

/* The kinds of errors that Advanced Error Reporting counts. */
enum hwi_pci_aer {
	HWI_AER_COR,
	HWI_AER_NONFATAL,
	HWI_AER_FATAL,
	HWI_AER_KINDS,
};

/**
 * struct hwi_pci - a PCI function
 * @next: in the order of the devices: those behind a bridge follow it
 * @key: address of its struct device, only ever compared
 * @bus_key: address of its bus, likewise
 * @device: its record, once joined: name, driver and NUMA node
 * @class: base class, subclass, interface
 * @vendor: of the function
 * @product: of the function
 * @sub_vendor: of the card
 * @sub_product: of the card; both are 0 if there is none
 * @revision: of the function
 * @number: device number on its bus
 * @speaks_for_link: function 0, and not virtual: one finding per link is enough
 * @looked: @bar is set; else it was just being bound, unbound or removed
 * @link: current; like all of config space, not known while it is asleep
 * @link_max: what this end supports
 * @port_max: what the port above supports
 * @aspm: Active State Power Management: 1 for L0s, 2 for L1; -1 if not known
 * @msi_max: messages it supports, -1 if none or not known
 * @aspm_hidden: the opener may not see @aspm
 * @msi_max_hidden: the opener may not see @msi_max
 * @msi: messages in use, once joined
 * @power: D0, ..., a constant; NULL if not known
 * @runtime: hwi_runtime_status()
 * @iommu: number of its IOMMU group, -1 for none
 * @slot: its slot; NULL for none
 * @vfs: virtual functions that are enabled, -1 without SR-IOV
 * @vfs_max: virtual functions that it supports
 * @has_aer: kinds whose errors are counted, BIT() of enum hwi_pci_aer
 * @aer: errors since it was found, by kind
 * @bar: its base address registers
 */
struct hwi_pci {
	struct hwi_pci *next;
	unsigned long key;
	unsigned long bus_key;
	const struct hwi_device *device;
	unsigned int class;
	unsigned int vendor;
	unsigned int product;
	unsigned int sub_vendor;
	unsigned int sub_product;
	unsigned int revision;
	unsigned int number;
	bool speaks_for_link;
	bool looked;
	struct hwi_pci_link link;
	struct hwi_pci_link link_max;
	struct hwi_pci_link port_max;
	int aspm;
	int msi_max;
	bool aspm_hidden;
	bool msi_max_hidden;
	unsigned int msi;
	const char *power;
	const char *runtime;
	int iommu;
	const char *slot;
	int vfs;
	int vfs_max;
	unsigned int has_aer;
	u64 aer[HWI_AER_KINDS];
	struct hwi_pci_bar bar[HWI_PCI_BARS];
};

/**
 * struct hwi_pci_slot - a PCI slot
 * @next: as the kernel lists them
 * @bus_key: address of its bus, only ever compared
 * @number: device number there
 * @all: every device of the bus is in it
 * @name: its name
 */
struct hwi_pci_slot {
	struct hwi_pci_slot *next;
	unsigned long bus_key;
	unsigned int number;
	bool all;
	const char *name;
};

/**
 * struct hwi_pcis - the copied functions
 * @first: the first, NULL if there are none
 * @nr: how many
 * @slots: the first slot, NULL if there are none
 * @nr_slots: how many
 */
struct hwi_pcis {
	struct hwi_pci *first;
	unsigned int nr;
	struct hwi_pci_slot *slots;
	unsigned int nr_slots;
};

#define HWI_PCI_COLUMNS 24
extern const struct hwi_column hwi_pci_columns[HWI_PCI_COLUMNS];

void hwi_pci_hide(struct hwi_pci *pci, bool admin, bool aspm_in_sysfs);
int hwi_pcis_collect(struct hwi_pcis *pcis, struct hwi_arena *arena,
		     bool admin);
int hwi_pci_slots_collect(struct hwi_pcis *pcis, struct hwi_arena *arena);
int hwi_pcis_join(struct hwi_pcis *pcis, struct hwi_arena *arena,
		  const struct hwi_devices *devices,
		  const struct hwi_irqs *irqs);
struct hwi_pci_link hwi_pci_link_now(u16 status);
struct hwi_pci_link hwi_pci_link_max(u32 cap, u32 cap2);
bool hwi_pci_aer_total(const char *text, u64 *total);
void hwi_pci_link_put(struct hwi_text *text, const struct hwi_pci_link *link);
void hwi_pci_row(struct hwi_row *row, const struct hwi_pci *pci);

#endif
