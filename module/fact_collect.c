// SPDX-License-Identifier: GPL-2.0
/* Copies facts from DMI, ACPI and the device tree, and CPU mitigations. */
#include <linux/acpi.h>
#include <linux/dmi.h>
#include <linux/gfp.h>
#include <linux/kernel.h>
#include <linux/of.h>
#include <linux/string.h>

#include "dmi_entry.h"
#include "fact_mitigations.h"
#include "fact_rows.h"

/**
 * struct facts - a walk over the facts
 * @facts: result
 * @arena: where the copies go
 * @page: a buffer
 * @admin: the opener may see secrets
 */
struct facts {
	struct hwi_facts *facts;
	struct hwi_arena *arena;
	char *page;
	bool admin;
};

static void add(struct facts *to, const char *group, const char *name,
		const char *value)
{
	if (value)
		hwi_fact_add(to->facts, to->arena, group, name, false, "%s",
			     value);
}

/* Named as in /sys/class/dmi/id; those with mode 0400 there are secret. */
static const struct {
	int field;
	const char *name;
	bool secret;
} dmi_fields[] = {
	{ DMI_SYS_VENDOR, "sys_vendor" },
	{ DMI_PRODUCT_NAME, "product_name" },
	{ DMI_PRODUCT_VERSION, "product_version" },
	{ DMI_PRODUCT_FAMILY, "product_family" },
	{ DMI_PRODUCT_SKU, "product_sku" },
	{ DMI_PRODUCT_SERIAL, "product_serial", true },
	{ DMI_PRODUCT_UUID, "product_uuid", true },
	{ DMI_BIOS_VENDOR, "bios_vendor" },
	{ DMI_BIOS_VERSION, "bios_version" },
	{ DMI_BIOS_DATE, "bios_date" },
	{ DMI_BIOS_RELEASE, "bios_release" },
	{ DMI_EC_FIRMWARE_RELEASE, "ec_firmware_release" },
	{ DMI_BOARD_VENDOR, "board_vendor" },
	{ DMI_BOARD_NAME, "board_name" },
	{ DMI_BOARD_VERSION, "board_version" },
	{ DMI_BOARD_ASSET_TAG, "board_asset_tag" },
	{ DMI_BOARD_SERIAL, "board_serial", true },
	{ DMI_CHASSIS_VENDOR, "chassis_vendor" },
	{ DMI_CHASSIS_TYPE, "chassis_type" },
	{ DMI_CHASSIS_VERSION, "chassis_version" },
	{ DMI_CHASSIS_ASSET_TAG, "chassis_asset_tag" },
	{ DMI_CHASSIS_SERIAL, "chassis_serial", true },
};

/* The kernel copies these strings at boot, and never frees them. */
static void copy_dmi(struct facts *to)
{
	const char *value;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(dmi_fields); i++) {
		value = dmi_get_system_info(dmi_fields[i].field);
		if (value)
			hwi_fact_add(to->facts, to->arena, "dmi",
				     dmi_fields[i].name, dmi_fields[i].secret,
				     "%s", value);
	}
}

static void copy_slot(const struct dmi_header *entry, void *data)
{
	struct facts *to = data;

	if (entry->type == DMI_ENTRY_SYSTEM_SLOT)
		hwi_fact_add_slot(to->facts, to->arena, entry);
}

#ifdef CONFIG_ACPI
/* A machine has a few dozen. */
#define MAX_TABLES (PAGE_SIZE / ACPI_NAMESEG_SIZE)

/* As sysfs: tables that share a signature are numbered. */
static void name_table(const char (*signatures)[ACPI_NAMESEG_SIZE], u32 nr,
		       u32 index, char *name, size_t size)
{
	unsigned int before = 0, all = 0;
	u32 i;

	for (i = 0; i < nr; i++) {
		if (memcmp(signatures[i], signatures[index], ACPI_NAMESEG_SIZE))
			continue;
		all++;
		before += i <= index;
	}
	if (all > 1)
		scnprintf(name, size, "%.4s%u", signatures[index], before);
	else
		scnprintf(name, size, "%.4s", signatures[index]);
}

static void copy_acpi_table(struct facts *to,
			    const struct acpi_table_header *table,
			    const char *name)
{
	/* FACS has no standard header, only a signature and a length. */
	if (!memcmp(table->signature, ACPI_SIG_FACS, ACPI_NAMESEG_SIZE))
		hwi_fact_add(to->facts, to->arena, "acpi", name, true,
			     "%u bytes", table->length);
	else
		hwi_fact_add(to->facts, to->arena, "acpi", name, true,
			     "%u bytes, revision %u, %.6s %.8s 0x%x",
			     table->length, table->revision, table->oem_id,
			     table->oem_table_id, table->oem_revision);
}

/*
 * A table stays mapped from get to put. Getting one takes ACPI's mutex of
 * tables and may map it, so each is got only twice: for its name, and to be
 * copied.
 */
static void copy_acpi(struct facts *to)
{
	char(*signatures)[ACPI_NAMESEG_SIZE] = (void *)to->page;
	struct acpi_table_header *table;
	char name[16];
	u32 nr = 0, i;

	if (acpi_disabled)
		return;
	while (nr < MAX_TABLES &&
	       ACPI_SUCCESS(acpi_get_table_by_index(nr, &table))) {
		memcpy(signatures[nr++], table->signature, ACPI_NAMESEG_SIZE);
		acpi_put_table(table);
	}
	for (i = 0; i < nr; i++) {
		if (ACPI_FAILURE(acpi_get_table_by_index(i, &table)))
			break;
		name_table(signatures, nr, i, name, sizeof(name));
		copy_acpi_table(to, table, name);
		acpi_put_table(table);
	}
}
#else
static void copy_acpi(struct facts *to)
{
}
#endif

#ifdef CONFIG_OF
/* The caller holds the node, and with it its properties. */
static void copy_property(struct facts *to, const struct device_node *node,
			  const char *property, const char *name)
{
	const char *value;

	if (!of_property_read_string(node, property, &value))
		add(to, "devicetree", name, value);
}

/* The caller holds the node, and with it its properties. */
static void copy_compatible(struct facts *to, const struct device_node *node)
{
	int nr = of_property_count_strings(node, "compatible"), i;
	const char *value;
	size_t len = 0;

	for (i = 0; i < nr; i++)
		if (!of_property_read_string_index(node, "compatible", i,
						   &value))
			len += scnprintf(to->page + len, PAGE_SIZE - len,
					 "%s%s", len ? " " : "", value);
	if (len)
		add(to, "devicetree", "compatible", to->page);
}

static void copy_tree(struct facts *to)
{
	struct device_node *node = of_find_node_by_path("/");

	if (!node)
		return;
	copy_property(to, node, "model", "model");
	copy_compatible(to, node);
	of_node_put(node);
	node = of_find_node_by_path("/chosen");
	if (!node)
		return;
	copy_property(to, node, "bootargs", "chosen/bootargs");
	copy_property(to, node, "stdout-path", "chosen/stdout-path");
	of_node_put(node);
}
#else
static void copy_tree(struct facts *to)
{
}
#endif

static void copy_mitigations(struct facts *to)
{
	const char *name;
	unsigned int i;

	for (i = 0; (name = hwi_mitigation_name(i)); i++)
		add(to, "vulnerability", name,
		    hwi_mitigation_text(name, to->page));
}

static void copy_all(struct hwi_arena *arena, void *data)
{
	struct facts *to = data;

	to->facts->first = NULL;
	to->facts->link = &to->facts->first;
	copy_dmi(to);
	/* In sysfs only root may read the table itself. */
	if (to->admin)
		dmi_walk(copy_slot, to);
	copy_tree(to);
	copy_acpi(to);
	copy_mitigations(to);
}

/**
 * hwi_facts_collect() - copy what is known of the firmware
 * @facts: result
 * @arena: where the copies go
 * @admin: the opener may see slots
 *
 * Context: process context, may sleep.
 * Return: 0, -ENOMEM, -EFBIG or -EINTR.
 */
int hwi_facts_collect(struct hwi_facts *facts, struct hwi_arena *arena,
		      bool admin)
{
	struct facts to = {
		.facts = facts,
		.arena = arena,
		.page = (char *)__get_free_page(GFP_KERNEL_ACCOUNT),
		.admin = admin,
	};
	int err;

	if (!to.page)
		return -ENOMEM;
	err = hwi_arena_fit(arena, copy_all, &to);
	free_page((unsigned long)to.page);
	return err;
}
