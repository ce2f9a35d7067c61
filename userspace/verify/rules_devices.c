// SPDX-License-Identifier: GPL-2.0
/* Comparisons of the views that sysfs has a directory a row for. */
#include "rules.h"

#define PCI(name, leaf)                                                      \
	{                                                                    \
		.column = (name), .file = "/sys/bus/pci/devices/{row}/" leaf \
	}

#define PCI_AER(name, leaf, total)                                  \
	{                                                           \
		.column = (name), .compare = COMPARE_NUMBER,        \
		.file = "/sys/bus/pci/devices/{row}/aer_dev_" leaf, \
		.label = "TOTAL_ERR_" total, .nth = 1               \
	}

static const struct rule pci_rules[] = {
	PCI("CLASS", "class"),
	PCI("REV", "revision"),
	PCI("NODE", "numa_node"),
	PCI("POWER", "power_state"),
	PCI("RUNTIME", "power/runtime_status"),
	PCI("VFS", "sriov_numvfs"),
	PCI("VFS_MAX", "sriov_totalvfs"),
	{ .column = "IOMMU",
	  .lookup = LOOK_LINK,
	  .file = "/sys/bus/pci/devices/{row}/iommu_group" },
	PCI_AER("AER_COR", "correctable", "COR"),
	PCI_AER("AER_NONFATAL", "nonfatal", "NONFATAL"),
	PCI_AER("AER_FATAL", "fatal", "FATAL"),
};

#define USB(name, leaf)                                                      \
	{                                                                    \
		.column = (name), .file = "/sys/bus/usb/devices/{row}/" leaf \
	}

static const struct rule usb_rules[] = {
	USB("SPEED", "speed"),	   USB("RUNTIME", "power/runtime_status"),
	USB("PRODUCT", "product"), USB("MAKER", "manufacturer"),
	USB("SERIAL", "serial"),
};

/* A device is on a bus or in a class. */
#define POWER(where, name, how, leaf)                       \
	{                                                   \
		.column = (name), .compare = COMPARE_##how, \
		.file = where "/power/" leaf                \
	}

static const struct rule power_rules[] = {
	POWER("{device}", "RUNTIME", TEXT, "runtime_status"),
	POWER("{device}", "CONTROL", TEXT, "control"),
	POWER("{device}", "USAGE", NUMBER, "runtime_usage"),
	POWER("{device}", "CHILDREN", NUMBER, "runtime_active_kids"),
	POWER("{device}", "ACTIVE_MS", NUMBER, "runtime_active_time"),
	POWER("{device}", "SUSPENDED_MS", NUMBER, "runtime_suspended_time"),
	POWER("{device}", "WAKEUP", TEXT, "wakeup"),
	POWER("{device}", "EVENTS", STEADY, "wakeup_active_count"),
	POWER("{class}", "RUNTIME", TEXT, "runtime_status"),
	POWER("{class}", "CONTROL", TEXT, "control"),
	POWER("{class}", "USAGE", NUMBER, "runtime_usage"),
	POWER("{class}", "CHILDREN", NUMBER, "runtime_active_kids"),
	POWER("{class}", "ACTIVE_MS", NUMBER, "runtime_active_time"),
	POWER("{class}", "SUSPENDED_MS", NUMBER, "runtime_suspended_time"),
	POWER("{class}", "WAKEUP", TEXT, "wakeup"),
	POWER("{class}", "EVENTS", STEADY, "wakeup_active_count"),
};

/* Measurements change. */
#define SENSOR(name, how, path)                             \
	{                                                   \
		.column = (name), .compare = COMPARE_##how, \
		.file = "/sys/class/" path                  \
	}

static const struct rule sensors_rules[] = {
	SENSOR("VALUE", STEADY, "hwmon/{row}_input"),
	SENSOR("VALUE", STEADY, "hwmon/{row}_average"),
	SENSOR("VALUE", STEADY, "thermal/{row}/temp"),
	SENSOR("VALUE", STEADY, "thermal/{row}/cur_state"),
	SENSOR("LABEL", TEXT, "hwmon/{row}_label"),
	SENSOR("CHIP", TEXT, "thermal/{row}/type"),
};

static const struct rule supplies_rules[] = {
	SENSOR("TYPE", TEXT, "power_supply/{row}/type"),
	SENSOR("STATUS", STEADY, "power_supply/{row}/status"),
	SENSOR("CAPACITY", STEADY, "power_supply/{row}/capacity"),
	SENSOR("UV", STEADY, "power_supply/{row}/voltage_now"),
	SENSOR("UA", STEADY, "power_supply/{row}/current_now"),
	SENSOR("TEMP", STEADY, "power_supply/{row}/temp"),
	SENSOR("MODEL", TEXT, "power_supply/{row}/model_name"),
};

const struct rule_table device_tables[DEVICE_TABLES] = {
	{ "pci", pci_rules, ARRAY_SIZE(pci_rules) },
	{ "usb", usb_rules, ARRAY_SIZE(usb_rules) },
	{ "power", power_rules, ARRAY_SIZE(power_rules) },
	{ "sensors", sensors_rules, ARRAY_SIZE(sensors_rules) },
	{ "supplies", supplies_rules, ARRAY_SIZE(supplies_rules) },
};
