// SPDX-License-Identifier: GPL-2.0
/* What looks wrong about devices and resources. */
#include <linux/ioport.h>
#include <linux/kernel.h>
#include <linux/pci_ids.h>

#include "finding.h"
#include "text.h"

static bool is(const struct hwi_str *str, const char *text)
{
	return str->len == strlen(text) && !memcmp(str->text, text, str->len);
}

/*
 * On these buses a device without a driver does nothing. Bridges, and the
 * memory controllers and system peripherals of a chipset, work without one.
 */
static bool wants_driver(const struct hwi_device *device)
{
	unsigned int base = device->id.class >> 16;

	if (is(&device->bus, "virtio"))
		return true;
	/* What is bound is the interface; the device itself has usb's own. */
	if (is(&device->bus, "usb"))
		return device->id.numbers;
	return is(&device->bus, "pci") && base != PCI_BASE_CLASS_BRIDGE &&
	       base != PCI_BASE_CLASS_MEMORY && base != PCI_BASE_CLASS_SYSTEM;
}

/**
 * hwi_find_devices() - check devices
 * @findings: where to
 * @devices: all of them
 */
void hwi_find_devices(struct hwi_findings *findings,
		      const struct hwi_devices *devices)
{
	const struct hwi_device *device;
	struct hwi_str id;

	for (device = devices->first; device; device = device->next) {
		if (device->driver.len || !wants_driver(device))
			continue;
		id = hwi_device_id_text(findings->arena, &device->id);
		hwi_finding_add(
			findings, HWI_INFO, "device-driver",
			hwi_finding_subject(findings, "devices:%.*s",
					    HWI_STR_ARG(device->device)),
			"no driver is bound to it (%.*s)", HWI_STR_ARG(id));
	}
}

static void find_bar(struct hwi_findings *findings, const struct hwi_bar *bar,
		     struct hwi_str subject)
{
	bool io = bar->flags & IORESOURCE_IO;
	const char *kind = io ? "io" : "mem";
	/* PCI Express devices work without their I/O ports. */
	enum hwi_severity severity = io ? HWI_INFO : HWI_WARN;
	char size[HWI_U64_MAX_LEN + 1];
	int len = hwi_text_size(size, bar->end - bar->start + 1) - size;

	if (bar->given_up)
		hwi_finding_add(
			findings, severity, "bar-unassigned", subject,
			"BAR %u (%s) has no address: the kernel found no room for it",
			bar->number, kind);
	else if (bar->flags & IORESOURCE_UNSET || !bar->start)
		hwi_finding_add(findings, severity, "bar-unassigned", subject,
				"BAR %u (%s, %.*s) has no address", bar->number,
				kind, len, size);
	else if (findings->addresses)
		hwi_finding_add(
			findings, severity, "bar-conflict", subject,
			"BAR %u (%s, %.*s at 0x%llx) could not be claimed: something else is there, or no bridge leads there",
			bar->number, kind, len, size, bar->start);
	else
		hwi_finding_add(
			findings, severity, "bar-conflict", subject,
			"BAR %u (%s, %.*s) could not be claimed: something else is there, or no bridge leads there",
			bar->number, kind, len, size);
}

/**
 * hwi_find_bars() - check the BARs that are not in the resource tree
 * @findings: where to
 * @bars: those BARs
 * @devices: all devices
 */
void hwi_find_bars(struct hwi_findings *findings, const struct hwi_bars *bars,
		   const struct hwi_devices *devices)
{
	const struct hwi_device *device;
	const struct hwi_bar *bar;

	for (bar = bars->first; bar; bar = bar->next) {
		device = hwi_index_find(&devices->by_key, bar->key);
		if (device)
			find_bar(findings, bar,
				 hwi_finding_subject(
					 findings, "devices:%.*s",
					 HWI_STR_ARG(device->device)));
	}
}

static struct hwi_str resource_subject(struct hwi_findings *findings,
				       const char *view,
				       const struct hwi_resource *r)
{
	if (!findings->addresses)
		return hwi_finding_subject(findings, "%s:*", view);
	return hwi_finding_subject(findings, "%s:0x%08llx", view, r->start);
}

static void misplaced(struct hwi_findings *findings, const char *view,
		      const struct hwi_resource *r, const char *how,
		      const struct hwi_resource *other)
{
	hwi_finding_add(findings, HWI_ERROR, "resource-overlap",
			resource_subject(findings, view, r),
			"\"%.*s\" %s \"%.*s\"", HWI_STR_ARG(r->name), how,
			HWI_STR_ARG(other->name));
}

/**
 * hwi_find_resources() - check a resource tree
 * @findings: where to
 * @view: whose: "iomem" or "ioports"
 * @resources: the tree
 *
 * The kernel keeps a tree in order; a driver that changes a resource it has
 * put there breaks that.
 */
void hwi_find_resources(struct hwi_findings *findings, const char *view,
			const struct hwi_resources *resources)
{
	const struct hwi_resource *r, *sibling;

	for (r = resources->first; r; r = r->next) {
		if (r->start > r->end)
			hwi_finding_add(findings, HWI_ERROR, "resource-range",
					resource_subject(findings, view, r),
					"\"%.*s\" ends before it starts",
					HWI_STR_ARG(r->name));
		if (r->parent &&
		    (r->start < r->parent->start || r->end > r->parent->end))
			misplaced(findings, view, r, "is not inside its parent",
				  r->parent);
		/* The next sibling comes after all that is below this one. */
		sibling = r->next;
		while (sibling && sibling->level > r->level)
			sibling = sibling->next;
		if (sibling && sibling->parent == r->parent &&
		    sibling->start <= r->end)
			misplaced(findings, view, r, "overlaps", sibling);
	}
}
