// SPDX-License-Identifier: GPL-2.0
#include <linux/kernel.h>
#include <linux/string.h>

#include "core/pause.h"
#include "device_rows.h"
#include "irq_rows.h"
#include "pci_rows.h"

const struct hwi_column hwi_pci_columns[HWI_PCI_COLUMNS] = {
	{ "ADDRESS", 's' },  { "CLASS", 'x' },	      { "ID", 's' },
	{ "DRIVER", 's' },   { "LINK", 'w' },	      { "LINK_MAX", 'w' },
	{ "PORT_MAX", 'w' }, { "POWER", 's' },	      { "RUNTIME", 's' },
	{ "ASPM", 'w' },     { "MSI", 'u' },	      { "MSI_MAX", 'u' },
	{ "AER_COR", 'u' },  { "AER_NONFATAL", 'u' }, { "AER_FATAL", 'u' },
	{ "IOMMU", 'u' },    { "NODE", 'u' },	      { "SLOT", 's' },
	{ "VFS", 'u' },	     { "VFS_MAX", 'u' },      { "SUBSYS", 's' },
	{ "REV", 'x' },	     { "BARS", 'w' },	      { "DEVICE", 's' },
};

/* GT/s, by the number in the registers. */
static const char *const speeds[] = { NULL,   "2.5",  "5.0", "8.0",
				      "16.0", "32.0", "64.0" };

static unsigned int lanes(unsigned int width)
{
	/* All ones: nothing answered. */
	return width < 0x3f ? width : 0;
}

/**
 * hwi_pci_link_now() - decode the Link Status register
 * @status: its value
 *
 * Return: speed and width.
 */
struct hwi_pci_link hwi_pci_link_now(u16 status)
{
	return (struct hwi_pci_link){
		.speed = status & 0xf,
		.width = lanes(status >> 4 & 0x3f),
	};
}

/**
 * hwi_pci_link_max() - decode the Link Capabilities registers
 * @cap: Link Capabilities
 * @cap2: Link Capabilities 2; 0 before PCI Express 3.0, which introduced it
 *
 * Return: the highest speed and width.
 */
struct hwi_pci_link hwi_pci_link_max(u32 cap, u32 cap2)
{
	unsigned int supported = cap2 >> 1 & 0x7f;

	return (struct hwi_pci_link){
		.speed = supported ? fls64(supported) : cap & 0xf,
		.width = lanes(cap >> 4 & 0x3f),
	};
}

/**
 * hwi_pci_aer_total() - find the total of AER counters
 * @text: lines such as "RxErr 0", the last one "TOTAL_ERR_COR 3"
 * @total: result
 *
 * Return: true if there is one.
 */
bool hwi_pci_aer_total(const char *text, u64 *total)
{
	static const char begin[] = "TOTAL_ERR_";
	const char *line = strrchr(text, '\n'), *at;

	line = line ? line + 1 : text;
	if (strncmp(line, begin, sizeof(begin) - 1))
		return false;
	at = strrchr(line, ' ');
	if (!at || !at[1])
		return false;
	for (*total = 0; *++at; *total = *total * 10 + (*at - '0'))
		if (*at < '0' || *at > '9')
			return false;
	return true;
}

static int index_pcis(struct hwi_index *by_key, struct hwi_arena *arena,
		      const struct hwi_pcis *pcis)
{
	struct hwi_pci *pci = pcis->first;
	int err = 0;

	while (!err && !by_key->bucket)
		if (!hwi_index_init(by_key, arena, pcis->nr))
			err = hwi_arena_pause(arena);
	while (!err && pci) {
		if (hwi_index_add(by_key, arena, pci->key, pci))
			pci = pci->next;
		else
			err = hwi_arena_pause(arena);
	}
	return err;
}

static int index_slots(struct hwi_index *by_bus, struct hwi_arena *arena,
		       const struct hwi_pcis *pcis)
{
	struct hwi_pci_slot *slot = pcis->slots;
	int err = 0;

	while (!err && !by_bus->bucket)
		if (!hwi_index_init(by_bus, arena, pcis->nr_slots))
			err = hwi_arena_pause(arena);
	while (!err && slot) {
		if (hwi_index_add(by_bus, arena, slot->bus_key, slot))
			slot = slot->next;
		else
			err = hwi_arena_pause(arena);
	}
	return err;
}

static const char *slot_of(const struct hwi_index *by_bus,
			   const struct hwi_pci *pci)
{
	const struct hwi_index_entry *entry;
	const struct hwi_pci_slot *slot;

	for (entry = hwi_index_first(by_bus, pci->bus_key); entry;
	     entry = hwi_index_next(entry)) {
		slot = entry->record;
		if (slot->all || slot->number == pci->number)
			return slot->name;
	}
	return NULL;
}

/**
 * hwi_pcis_join() - find each function's device, slot and messages
 * @pcis: as copied
 * @arena: where the indexes go
 * @devices: arranged; functions get their order
 * @irqs: interrupts, among them the messages
 *
 * A function that came or went between the two walks is left out.
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_pcis_join(struct hwi_pcis *pcis, struct hwi_arena *arena,
		  const struct hwi_devices *devices,
		  const struct hwi_irqs *irqs)
{
	struct hwi_index by_key = {}, by_bus = {};
	struct hwi_pci **link = &pcis->first, *pci;
	const struct hwi_device *device;
	const struct hwi_irq *irq;
	int err = index_pcis(&by_key, arena, pcis);

	if (!err)
		err = index_slots(&by_bus, arena, pcis);
	if (err)
		return err;
	for (irq = irqs->first; irq; irq = irq->next) {
		pci = irq->msi ? hwi_index_find(&by_key, irq->msi_key) : NULL;
		if (pci)
			pci->msi++;
	}
	pcis->nr = 0;
	for (device = devices->first; device; device = device->next) {
		pci = hwi_index_find(&by_key, device->key);
		if (!pci || !device->bus || strcmp(device->bus, "pci"))
			continue;
		pci->device = device;
		pci->slot = slot_of(&by_bus, pci);
		*link = pci;
		link = &pci->next;
		pcis->nr++;
	}
	*link = NULL;
	return 0;
}

/**
 * hwi_pci_link_put() - write a link as "8.0GT/s,x4"
 * @text: where to write; nothing is written if the link is not known
 * @link: the link
 */
void hwi_pci_link_put(struct hwi_text *text, const struct hwi_pci_link *link)
{
	if (!link->width || link->speed >= ARRAY_SIZE(speeds) ||
	    !speeds[link->speed])
		return;
	hwi_text_str(text, speeds[link->speed]);
	hwi_text_str(text, "GT/s,x");
	hwi_text_u64(text, link->width);
}

static void link_cell(struct hwi_row *row, const struct hwi_pci_link *link)
{
	hwi_pci_link_put(hwi_cell_begin(row), link);
	hwi_cell_end(row);
}

static void id_cell(struct hwi_row *row, unsigned int vendor,
		    unsigned int product)
{
	struct hwi_text *text = hwi_cell_begin(row);

	if (vendor || product) {
		hwi_text_hex_digits(text, vendor, 4);
		hwi_text_char(text, ':');
		hwi_text_hex_digits(text, product, 4);
	}
	hwi_cell_end(row);
}

static void aer_cells(struct hwi_row *row, const struct hwi_pci *pci)
{
	unsigned int i;

	for (i = 0; i < HWI_AER_KINDS; i++) {
		if (pci->has_aer & BIT(i))
			hwi_cell_u64(row, pci->aer[i]);
		else
			hwi_cell_none(row);
	}
}

/* "0=16K,2=32/io,4=256M/pref,rom=64K" */
static void bars_cell(struct hwi_row *row, const struct hwi_pci *pci)
{
	struct hwi_text *text = hwi_cell_begin(row);
	bool first = true;
	unsigned int i;

	for (i = 0; i < HWI_PCI_BARS; i++) {
		if (!pci->bar[i].size)
			continue;
		if (!first)
			hwi_text_char(text, ',');
		first = false;
		if (i == HWI_PCI_ROM)
			hwi_text_str(text, "rom");
		else
			hwi_text_u64(text, i);
		hwi_text_char(text, '=');
		hwi_text_size(text, pci->bar[i].size);
		if (pci->bar[i].io)
			hwi_text_str(text, "/io");
		else if (pci->bar[i].prefetch && i != HWI_PCI_ROM)
			hwi_text_str(text, "/pref");
	}
	if (first && pci->looked)
		hwi_text_str(text, "none");
	hwi_cell_end(row);
}

/**
 * hwi_pci_hide() - hide what sysfs has in "config" only, for root alone
 * @pci: not yet filled
 * @admin: the opener has CAP_SYS_ADMIN
 * @aspm_in_sysfs: sysfs has it in l0s_aspm and l1_aspm, too, for all
 */
void hwi_pci_hide(struct hwi_pci *pci, bool admin, bool aspm_in_sysfs)
{
	pci->msi_max_hidden = !admin;
	pci->aspm_hidden = !admin && !aspm_in_sysfs;
}

/**
 * hwi_pci_row() - fill the row of a PCI function
 * @row: the row, of hwi_pci_columns
 * @pci: joined
 */
void hwi_pci_row(struct hwi_row *row, const struct hwi_pci *pci)
{
	static const char *const aspm[] = { "off", "L0s", "L1", "L0s,L1" };
	const struct hwi_device *device = pci->device;

	hwi_cell_str(row, device->name);
	hwi_cell_hex(row, pci->class, 6);
	id_cell(row, pci->vendor, pci->product);
	hwi_cell_str(row, device->driver);
	link_cell(row, &pci->link);
	link_cell(row, &pci->link_max);
	link_cell(row, &pci->port_max);
	hwi_cell_word(row, pci->power);
	hwi_cell_word(row, pci->runtime);
	if (pci->aspm_hidden)
		hwi_cell_hidden(row);
	else
		hwi_cell_word(row, pci->aspm < 0 ? NULL : aspm[pci->aspm & 3]);
	hwi_cell_u64(row, pci->msi);
	if (pci->msi_max_hidden)
		hwi_cell_hidden(row);
	else
		hwi_cell_id(row, pci->msi_max);
	aer_cells(row, pci);
	hwi_cell_id(row, pci->iommu);
	hwi_cell_id(row, device->node);
	hwi_cell_str(row, pci->slot);
	hwi_cell_id(row, pci->vfs);
	hwi_cell_id(row, pci->vfs_max);
	id_cell(row, pci->sub_vendor, pci->sub_product);
	hwi_cell_hex(row, pci->revision, 2);
	bars_cell(row, pci);
	hwi_cell_str(row, device->device);
}
