// SPDX-License-Identifier: GPL-2.0
/* Comparisons for the views that have a directory in sysfs for each row. */
#include "rules.h"

#define SYSFS(name, how, leaf)                                           \
	{                                                                \
		.column = (name), .compare = COMPARE_##how, .file = leaf \
	}

#define PCI_AER(name, leaf, total)                                             \
	{                                                                      \
		.column = (name), .compare = COMPARE_NUMBER,                   \
		.file = "aer_dev_" leaf, .label = "TOTAL_ERR_" total, .nth = 1 \
	}

static const struct rule pci_rules[] = {
	SYSFS("CLASS", TEXT, "class"),
	SYSFS("REV", TEXT, "revision"),
	SYSFS("NODE", TEXT, "numa_node"),
	SYSFS("POWER", TEXT, "power_state"),
	SYSFS("RUNTIME", TEXT, "power/runtime_status"),
	SYSFS("VFS", TEXT, "sriov_numvfs"),
	SYSFS("VFS_MAX", TEXT, "sriov_totalvfs"),
	{ .column = "IOMMU", .lookup = LOOK_LINK, .file = "iommu_group" },
	PCI_AER("AER_COR", "correctable", "COR"),
	PCI_AER("AER_NONFATAL", "nonfatal", "NONFATAL"),
	PCI_AER("AER_FATAL", "fatal", "FATAL"),
};

static const struct rule usb_rules[] = {
	SYSFS("SPEED", TEXT, "speed"),
	SYSFS("RUNTIME", TEXT, "power/runtime_status"),
	SYSFS("PRODUCT", TEXT, "product"),
	SYSFS("MAKER", TEXT, "manufacturer"),
	SYSFS("SERIAL", TEXT, "serial"),
};

static const struct rule power_rules[] = {
	SYSFS("RUNTIME", TEXT, "runtime_status"),
	SYSFS("CONTROL", TEXT, "control"),
	SYSFS("USAGE", NUMBER, "runtime_usage"),
	SYSFS("CHILDREN", NUMBER, "runtime_active_kids"),
	SYSFS("ACTIVE_MS", NUMBER, "runtime_active_time"),
	SYSFS("SUSPENDED_MS", NUMBER, "runtime_suspended_time"),
	SYSFS("WAKEUP", TEXT, "wakeup"),
	SYSFS("EVENTS", STEADY, "wakeup_active_count"),
};

/* Measurements change. */
static const struct rule sensors_rules[] = {
	SYSFS("VALUE", STEADY, "hwmon/{row}_input"),
	SYSFS("VALUE", STEADY, "hwmon/{row}_average"),
	SYSFS("VALUE", STEADY, "thermal/{row}/temp"),
	SYSFS("VALUE", STEADY, "thermal/{row}/cur_state"),
	SYSFS("LABEL", TEXT, "hwmon/{row}_label"),
	SYSFS("CHIP", TEXT, "thermal/{row}/type"),
};

static const struct rule supplies_rules[] = {
	SYSFS("TYPE", TEXT, "type"),
	SYSFS("STATUS", STEADY, "status"),
	SYSFS("CAPACITY", STEADY, "capacity"),
	SYSFS("UV", STEADY, "voltage_now"),
	SYSFS("UA", STEADY, "current_now"),
	SYSFS("TEMP", STEADY, "temp"),
	SYSFS("MODEL", TEXT, "model_name"),
};

static const struct rule regulators_rules[] = {
	SYSFS("USERS", NUMBER, "num_users"),
	SYSFS("UV", NUMBER_IF_SHOWN, "microvolts"),
	SYSFS("STATE", IF_SHOWN, "state"),
	SYSFS("MIN_UV", NUMBER_IF_SHOWN, "min_microvolts"),
	SYSFS("MAX_UV", NUMBER_IF_SHOWN, "max_microvolts"),
};

static const struct rule clocks_rules[] = {
	SYSFS("RATE", NUMBER_IF_SHOWN, "clk_rate"),
	SYSFS("ENABLED", ENABLED, "clk_enable_count"),
	SYSFS("PARENT", IF_SHOWN, "clk_parent"),
};

const struct rule_table device_tables[DEVICE_TABLES] = {
	{ "pci", "/sys/bus/pci/devices/{row}/", pci_rules,
	  ARRAY_SIZE(pci_rules) },
	{ "usb", "/sys/bus/usb/devices/{row}/", usb_rules,
	  ARRAY_SIZE(usb_rules) },
	{ "power", "{device}/power/", power_rules, ARRAY_SIZE(power_rules) },
	{ "sensors", "/sys/class/", sensors_rules, ARRAY_SIZE(sensors_rules) },
	{ "supplies", "/sys/class/power_supply/{row}/", supplies_rules,
	  ARRAY_SIZE(supplies_rules) },
	{ "regulators", "/sys/class/regulator/{row}/", regulators_rules,
	  ARRAY_SIZE(regulators_rules) },
	{ "clocks", "/sys/kernel/debug/clk/{row}/", clocks_rules,
	  ARRAY_SIZE(clocks_rules) },
};
