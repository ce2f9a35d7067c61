// SPDX-License-Identifier: GPL-2.0
#include <linux/ctype.h>
#include <linux/dmi.h>
#include <linux/math64.h>
#include <linux/of.h>
#include <linux/string.h>
#include <linux/timekeeping.h>
#include <linux/utsname.h>

#include "machine.h"
#include "summary.h"

static const struct hwi_column summary_columns[] = {
	{ "KEY", 's' },
	{ "VALUE", 's' },
};

/*
 * Placeholders that board makers leave for system makers to fill in; "All
 * Series" is what ASUS calls boards of several models.
 */
static bool is_filler(const char *text)
{
	static const char *const fillers[] = {
		"System manufacturer",
		"System Product Name",
		"System Name",
		"System Version",
		"Product Name",
		"To be filled by O.E.M.",
		"To be filled by OEM",
		"TBD by OEM",
		"Default string",
		"Not Specified",
		"Not Applicable",
		"Not Available",
		"N/A",
		"None",
		"Empty",
		"O.E.M.",
		"OEM",
		"Unknown",
		"Type1ProductConfigId",
		"INVALID",
		"Undefined",
		"All Series",
		"x.x",
		"",
	};
	unsigned int i;
	size_t len;

	if (!text)
		return true;
	text = skip_spaces(text);
	for (len = strlen(text); len && isspace(text[len - 1]); len--)
		;
	for (i = 0; i < ARRAY_SIZE(fillers); i++)
		if (len == strlen(fillers[i]) &&
		    !strncasecmp(text, fillers[i], len))
			return true;
	return false;
}

static const char *dmi(int field)
{
	const char *text = dmi_get_system_info(field);

	return is_filler(text) ? NULL : text;
}

/*
 * Strings from firmware are copied at boot and never change; the root of the
 * device tree stays likewise.
 */
static void machine_lines(struct hwi_table *table)
{
	const char *vendor = dmi(DMI_SYS_VENDOR), *name = dmi(DMI_PRODUCT_NAME);
	const char *bios = dmi(DMI_BIOS_VENDOR);
	const char *version = dmi(DMI_BIOS_VERSION);
	const char *date = dmi(DMI_BIOS_DATE);

	if (!name) {
		vendor = dmi(DMI_BOARD_VENDOR);
		name = dmi(DMI_BOARD_NAME);
	}
#ifdef CONFIG_OF
	if (!name && of_root)
		name = of_get_property(of_root, "model", NULL);
#endif
	if (vendor || name)
		hwi_summary_add(table, "machine", "%s%s%s",
				vendor ? vendor : "", vendor && name ? " " : "",
				name ? name : "");
	else
		hwi_summary_add(table, "machine", "%s", "");
	if (bios)
		hwi_summary_add(table, "firmware", "%s%s%s%s%s", bios,
				version ? " " : "", version ? version : "",
				date ? ", " : "", date ? date : "");
}

/* The two largest units only. */
static void kernel_line(struct hwi_table *table, u64 taken)
{
	u64 seconds = div_u64(taken, NSEC_PER_SEC);
	u64 minutes = div_u64(seconds, 60);
	u64 hours = div_u64(minutes, 60), days = div_u64(hours, 24);
	char up[64];

	if (days)
		scnprintf(up, sizeof(up), "%llu d %llu h", days,
			  hours - 24 * days);
	else if (hours)
		scnprintf(up, sizeof(up), "%llu h %llu min", hours,
			  minutes - 60 * hours);
	else
		scnprintf(up, sizeof(up), "%llu min %llu s", minutes,
			  seconds - 60 * minutes);
	hwi_summary_add(table, "kernel", "%s %s, up %s",
			init_utsname()->release, init_utsname()->machine, up);
}

static void clocksource_line(struct hwi_table *table,
			     const struct hwi_clocksource *clocksource)
{
	const char *available = clocksource->available;

	if (!clocksource->current_name)
		return;
	if (available)
		hwi_summary_add(table, "clocksource", "%s (available: %s)",
				clocksource->current_name, available);
	else
		hwi_summary_add(table, "clocksource", "%s",
				clocksource->current_name);
}

static void summary_show(struct hwi_table *table,
			 const struct hwi_machine *machine)
{
	machine_lines(table);
	kernel_line(table, machine->taken);
	clocksource_line(table, &machine->clocksource);
	hwi_summary_cpus(table, &machine->cpus);
	hwi_summary_memory(table, &machine->memories);
	hwi_summary_devices(table, &machine->devices);
	hwi_summary_irqs(table, &machine->irqs, &machine->owners);
	hwi_summary_disks(table, &machine->disks);
	hwi_summary_netdevs(table, &machine->netdevs);
	hwi_summary_findings(table, &machine->findings);
}

HWI_DECLARE_VIEW(summary);
const struct hwi_view hwi_view_summary = {
	.name = "summary",
	.columns = summary_columns,
	.nr_columns = ARRAY_SIZE(summary_columns),
	.parts = HWI_FINDING_PARTS | BIT_ULL(HWI_PART_DISKS) |
		 BIT_ULL(HWI_PART_CLOCKSOURCE) | BIT_ULL(HWI_PART_FINDINGS),
	.summary = true,
	.show = summary_show,
};
