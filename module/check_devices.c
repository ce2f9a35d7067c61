// SPDX-License-Identifier: GPL-2.0
/* What looks wrong about devices and resources. */
#include <linux/ioport.h>
#include <linux/kernel.h>
#include <linux/pci_ids.h>

#include "device_rows.h"
#include "finding.h"
#include "pci_bars.h"
#include "resource_rows.h"

/*
 * Without a driver, devices on these buses do nothing; but bridges, and a
 * chipset's memory controllers and system peripherals, work.
 */
static bool wants_driver(const struct hwi_device *device)
{
	unsigned int base = device->id.class >> 16;

	if (!strcmp(device->bus, "virtio"))
		return true;
	/*
	 * Drivers bind to interfaces; the device itself is bound to usbcore's
	 * own driver.
	 */
	if (!strcmp(device->bus, "usb"))
		return device->id.numbers;
	return !strcmp(device->bus, "pci") && base != PCI_BASE_CLASS_BRIDGE &&
	       base != PCI_BASE_CLASS_MEMORY && base != PCI_BASE_CLASS_SYSTEM;
}

static const char *subject(struct hwi_findings *findings,
			   const struct hwi_device *device)
{
	return hwi_finding_text(findings, "devices:%s", device->device);
}

/**
 * hwi_check_memory_blocks() - check that all plugged-in memory is in use
 * @findings: where to add what is found
 * @devices: all devices, including memory blocks
 * @block: bytes of a memory block
 */
void hwi_check_memory_blocks(struct hwi_findings *findings,
			     const struct hwi_devices *devices, u64 block)
{
	const struct hwi_device *at;
	unsigned int offline = 0;

	for (at = devices->first; at; at = at->next)
		offline += at->offline && at->bus && !strcmp(at->bus, "memory");
	if (offline)
		hwi_finding_add(
			findings, HWI_WARN, "memory-offline",
			hwi_finding_text(findings, "memory:system"),
			"%llu MiB are plugged in, but not online: %u memory blocks",
			block * offline >> 20, offline);
}

/**
 * hwi_check_devices() - check devices
 * @findings: where to add what is found
 * @devices: all of them
 */
void hwi_check_devices(struct hwi_findings *findings,
		       const struct hwi_devices *devices)
{
	const struct hwi_device *device;
	struct hwi_text text;
	char id[128];

	for (device = devices->first; device; device = device->next) {
		if (device->driver || !device->bus || !wants_driver(device))
			continue;
		hwi_text_init(&text, id, sizeof(id));
		hwi_device_id_put(&text, &device->id);
		hwi_finding_add(findings, HWI_INFO, "device-driver",
				subject(findings, device),
				"no driver is bound to it (%.*s)",
				(int)min(text.len, text.size), id);
	}
}

static void check_bar(struct hwi_findings *findings, const struct hwi_bar *bar,
		      const struct hwi_device *device)
{
	bool io = bar->flags & IORESOURCE_IO;
	const char *kind = io ? "io" : "mem";
	/* PCI Express devices work without their I/O ports. */
	enum hwi_severity severity = io ? HWI_INFO : HWI_WARN;
	struct hwi_text text;
	char size[24];
	int len;

	hwi_text_init(&text, size, sizeof(size));
	hwi_text_size(&text, bar->end - bar->start + 1);
	len = min(text.len, text.size);
	if (bar->given_up)
		hwi_finding_add(
			findings, severity, "bar-unassigned",
			subject(findings, device),
			"BAR %u (%s) has no address: the kernel found no room for it",
			bar->number, kind);
	else if (bar->flags & IORESOURCE_UNSET || !bar->start)
		hwi_finding_add(findings, severity, "bar-unassigned",
				subject(findings, device),
				"BAR %u (%s, %.*s) has no address", bar->number,
				kind, len, size);
	else if (findings->addresses)
		hwi_finding_add(
			findings, severity, "bar-conflict",
			subject(findings, device),
			"BAR %u (%s, %.*s at 0x%llx) could not be claimed: something else is there, or no bridge leads there",
			bar->number, kind, len, size, bar->start);
	else
		hwi_finding_add(
			findings, severity, "bar-conflict",
			subject(findings, device),
			"BAR %u (%s, %.*s) could not be claimed: something else is there, or no bridge leads there",
			bar->number, kind, len, size);
}

/**
 * hwi_check_bars() - check the BARs that are not in the resource tree
 * @findings: where to add what is found
 * @bars: those BARs
 * @devices: all devices
 */
void hwi_check_bars(struct hwi_findings *findings, const struct hwi_bars *bars,
		    const struct hwi_devices *devices)
{
	const struct hwi_device *device;
	const struct hwi_bar *bar;

	for (bar = bars->first; bar; bar = bar->next) {
		device = hwi_index_find(&devices->by_key, bar->key);
		if (device)
			check_bar(findings, bar, device);
	}
}

static const char *resource_subject(struct hwi_findings *findings,
				    const char *view,
				    const struct hwi_resource *r)
{
	if (!findings->addresses)
		return hwi_finding_text(findings, "%s:*", view);
	return hwi_finding_text(findings, "%s:0x%08llx", view, r->start);
}

static const char *name_of(const struct hwi_resource *r)
{
	return r->name ? r->name : "-";
}

static void misplaced(struct hwi_findings *findings, const char *view,
		      const struct hwi_resource *r, const char *how,
		      const struct hwi_resource *other)
{
	hwi_finding_add(findings, HWI_ERROR, "resource-overlap",
			resource_subject(findings, view, r), "\"%s\" %s \"%s\"",
			name_of(r), how, name_of(other));
}

/**
 * hwi_check_resources() - check a resource tree
 * @findings: where to add what is found
 * @view: "iomem" or "ioports", the view of the tree
 * @resources: the tree
 *
 * The kernel keeps a tree in order; a driver that changes a resource it has
 * put there breaks that.
 */
void hwi_check_resources(struct hwi_findings *findings, const char *view,
			 const struct hwi_resources *resources)
{
	const struct hwi_resource *r, *sibling;

	for (r = resources->first; r; r = r->next) {
		if (r->start > r->end)
			hwi_finding_add(findings, HWI_ERROR, "resource-range",
					resource_subject(findings, view, r),
					"\"%s\" ends before it starts",
					name_of(r));
		if (r->parent &&
		    (r->start < r->parent->start || r->end > r->parent->end))
			misplaced(findings, view, r, "is not inside its parent",
				  r->parent);
		/* The next sibling comes after everything below this one. */
		sibling = r->next;
		while (sibling && sibling->level > r->level)
			sibling = sibling->next;
		if (sibling && sibling->parent == r->parent &&
		    sibling->start <= r->end)
			misplaced(findings, view, r, "overlaps", sibling);
	}
}
