// SPDX-License-Identifier: GPL-2.0
/* Checks PCI Express links and their error counters. */
#include <linux/kernel.h>

#include "device_rows.h"
#include "finding.h"
#include "pci_rows.h"

static const char *subject(struct hwi_findings *findings,
			   const struct hwi_pci *pci)
{
	return hwi_finding_text(findings, "pci:%s", pci->device->name);
}

/* In the findings' arena, so it lasts as long as they do. */
static const char *link_text(struct hwi_findings *findings,
			     const struct hwi_pci_link *link)
{
	struct hwi_text text;
	char buffer[32];

	hwi_text_init(&text, buffer, sizeof(buffer));
	hwi_pci_link_put(&text, link);
	return hwi_finding_text(findings, "%.*s", (int)min(text.len, text.size),
				buffer);
}

/*
 * Idle devices slow their link down to save power; missing lanes are likely a
 * bad contact.
 */
static void check_link(struct hwi_findings *findings, const struct hwi_pci *pci)
{
	const struct hwi_pci_link *link = &pci->link;
	const struct hwi_pci_link *here = &pci->link_max;
	const struct hwi_pci_link *there = &pci->port_max;
	bool narrow = link->width < min(here->width, there->width);
	bool slow = link->speed < min(here->speed, there->speed);
	enum hwi_severity severity = narrow ? HWI_WARN : HWI_INFO;
	const char *texts[3], *port;

	if (!pci->speaks_for_link || !link->width || !(narrow || slow))
		return;
	texts[0] = link_text(findings, link);
	texts[1] = link_text(findings, here);
	texts[2] = link_text(findings, there);
	if (!texts[0] || !texts[1] || !texts[2])
		return;
	port = pci->device->parent ? pci->device->parent->name : "-";
	hwi_finding_add(
		findings, severity, "pcie-link", subject(findings, pci),
		"runs at %s, but supports %s, and the port %s supports %s",
		texts[0], texts[1], port, texts[2]);
}

static void check_errors(struct hwi_findings *findings,
			 const struct hwi_pci *pci)
{
	const u64 *nr = pci->aer;

	if (nr[HWI_AER_NONFATAL] || nr[HWI_AER_FATAL])
		hwi_finding_add(
			findings, HWI_ERROR, "pcie-aer", subject(findings, pci),
			"%llu non-fatal and %llu fatal errors since it was found",
			nr[HWI_AER_NONFATAL], nr[HWI_AER_FATAL]);
	if (nr[HWI_AER_COR])
		hwi_finding_add(findings, HWI_INFO, "pcie-aer",
				subject(findings, pci),
				"%llu corrected errors since it was found",
				nr[HWI_AER_COR]);
}

/**
 * hwi_check_pcis() - check PCI Express links
 * @findings: where to add what is found
 * @pcis: all functions
 */
void hwi_check_pcis(struct hwi_findings *findings, const struct hwi_pcis *pcis)
{
	const struct hwi_pci *pci;

	for (pci = pcis->first; pci; pci = pci->next) {
		check_link(findings, pci);
		check_errors(findings, pci);
	}
}
