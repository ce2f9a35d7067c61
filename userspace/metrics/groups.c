// SPDX-License-Identifier: GPL-2.0
/* The place to add metrics; metrics.h says what the fields are. */
#include <stddef.h>

#include "metrics.h"
#include "text.h"

/* Columns in the unit of the metric. */
#define METRIC(column_, name_, help_)                                 \
	{                                                             \
		.column = (column_), .name = (name_), .help = (help_) \
	}

/* Columns in another unit than Prometheus uses. */
#define MEASURE(column_, name_, help_, unit_)                          \
	{                                                              \
		.column = (column_), .name = (name_), .help = (help_), \
		.unit = (unit_)                                        \
	}

#define CPU_TIME(column_, mode_)                                  \
	{                                                         \
		.column = (column_), .name = "cpu_seconds_total", \
		.kind = METRIC_SUM, .unit = UNIT_MILLISECONDS,    \
		.label = "mode=\"" mode_ "\""                     \
	}

static const struct metric interrupts_metrics[] = {
	{
		.column = "TOTAL",
		.name = "interrupts_total",
		.help = "Interrupts taken.",
		.kind = METRIC_ROW_OR_CPU,
		.wraps = true,
	},
	/* Not a counter: the kernel starts over when they become rare. */
	METRIC("UNHANDLED", "interrupts_unhandled",
	       "Unhandled of the last 100000; 99900 disable it."),
};

static const struct metric cpus_metrics[] = {
	{
		.column = "USER",
		.name = "cpu_seconds_total",
		.help = "CPU time by mode.",
		.kind = METRIC_SUM,
		.unit = UNIT_MILLISECONDS,
		.label = "mode=\"user\"",
	},
	CPU_TIME("NICE", "nice"),
	CPU_TIME("SYSTEM", "system"),
	CPU_TIME("IDLE", "idle"),
	CPU_TIME("IOWAIT", "iowait"),
	CPU_TIME("IRQ", "irq"),
	CPU_TIME("SOFTIRQ", "softirq"),
	CPU_TIME("STEAL", "steal"),
	{
		.column = "INTERRUPTS",
		.name = "cpu_interrupts_total",
		.help = "Interrupts taken.",
		.kind = METRIC_SUM,
		.wraps = true,
	},
	{
		.column = "SOFTIRQS",
		.name = "cpu_softirqs_total",
		.help = "Softirqs run.",
		.kind = METRIC_SUM,
		.wraps = true,
	},
	{
		.column = "MHZ",
		.name = "cpu_frequency_hertz",
		.help = "Frequency; without --per-cpu, the mean.",
		.kind = METRIC_MEAN,
		.unit = UNIT_MEGAHERTZ,
	},
	{
		.column = "STATE",
		.name = "cpus",
		.help = "CPUs by state.",
		.kind = METRIC_COUNT,
		.values = (const char *const[]){ "online", "offline", NULL },
	},
};

static const struct metric softirqs_metrics[] = {
	{
		.column = "TOTAL",
		.name = "softirqs_total",
		.help = "Softirqs run, by kind.",
		.kind = METRIC_ROW_OR_CPU,
		.wraps = true,
	},
};

static const struct metric memory_metrics[] = {
	MEASURE("PRESENT", "memory_present_bytes", "Memory that is there.",
		UNIT_KIB),
	MEASURE("MANAGED", "memory_managed_bytes",
		"Memory the kernel can hand out.", UNIT_KIB),
	MEASURE("FREE", "memory_free_bytes", "Memory that is not used.",
		UNIT_KIB),
	MEASURE("AVAILABLE", "memory_available_bytes",
		"Memory to be had without swapping.", UNIT_KIB),
	MEASURE("ANON", "memory_anonymous_bytes", "Anonymous pages.", UNIT_KIB),
	MEASURE("FILE", "memory_file_bytes", "Pages of files.", UNIT_KIB),
	MEASURE("SLAB", "memory_slab_bytes", "Slab caches.", UNIT_KIB),
	MEASURE("DIRTY", "memory_dirty_bytes", "Pages to be written.",
		UNIT_KIB),
	MEASURE("WRITEBACK", "memory_writeback_bytes", "Pages being written.",
		UNIT_KIB),
};

static const struct metric dimms_metrics[] = {
	METRIC("SIZE", "dimm_size_bytes", "Size, 0 for an empty slot."),
	{
		.column = "CE",
		.name = "dimm_correctable_errors_total",
		.help = "Errors that were corrected.",
		.wraps = true,
	},
	{
		.column = "UE",
		.name = "dimm_uncorrectable_errors_total",
		.help = "Errors that could not be corrected.",
		.wraps = true,
	},
};

static const struct metric disks_metrics[] = {
	METRIC("SIZE", "disk_size_bytes", "Size."),
	METRIC("RO", "disk_read_only", "Whether it is read only."),
	METRIC("READS", "disk_reads_completed_total", "Reads completed."),
	MEASURE("READ_SECTORS", "disk_read_bytes_total", "Bytes read.",
		UNIT_SECTORS),
	MEASURE("READ_MS", "disk_read_time_seconds_total", "Time of all reads.",
		UNIT_MILLISECONDS),
	METRIC("WRITES", "disk_writes_completed_total", "Writes completed."),
	MEASURE("WRITE_SECTORS", "disk_written_bytes_total", "Bytes written.",
		UNIT_SECTORS),
	MEASURE("WRITE_MS", "disk_write_time_seconds_total",
		"Time of all writes.", UNIT_MILLISECONDS),
	METRIC("INFLIGHT", "disk_requests_inflight", "Requests under way."),
};

static const struct metric netdevs_metrics[] = {
	{
		.column = "STATE",
		.name = "netdev_up",
		.help = "Whether it is up.",
		.kind = METRIC_IS,
		.value = "up",
	},
	METRIC("MTU", "netdev_mtu_bytes", "Largest packet."),
	MEASURE("SPEED", "netdev_speed_bytes", "Speed in bytes a second.",
		UNIT_MEGABITS),
	METRIC("RX_BYTES", "netdev_receive_bytes_total", "Bytes received."),
	METRIC("RX_PACKETS", "netdev_receive_packets_total",
	       "Packets received."),
	METRIC("RX_ERRORS", "netdev_receive_errors_total", "Receive errors."),
	METRIC("RX_DROPPED", "netdev_receive_dropped_total",
	       "Received packets dropped."),
	METRIC("TX_BYTES", "netdev_transmit_bytes_total", "Bytes sent."),
	METRIC("TX_PACKETS", "netdev_transmit_packets_total", "Packets sent."),
	METRIC("TX_ERRORS", "netdev_transmit_errors_total", "Transmit errors."),
	METRIC("TX_DROPPED", "netdev_transmit_dropped_total",
	       "Packets not sent but dropped."),
};

static const struct metric sensors_metrics[] = {
	{
		.column = "VALUE",
		.name = "temperature_celsius",
		.help = "Temperature.",
		.unit = UNIT_MILLI,
		.only = "mC",
	},
	{
		.column = "VALUE",
		.name = "fan_rpm",
		.help = "Turns of a fan in a minute.",
		.only = "RPM",
	},
	{
		.column = "VALUE",
		.name = "voltage_volts",
		.help = "Voltage.",
		.unit = UNIT_MILLI,
		.only = "mV",
	},
	{
		.column = "VALUE",
		.name = "current_amperes",
		.help = "Current.",
		.unit = UNIT_MILLI,
		.only = "mA",
	},
	{
		.column = "VALUE",
		.name = "power_watts",
		.help = "Power.",
		.unit = UNIT_MICRO,
		.only = "uW",
	},
	{
		.column = "VALUE",
		.name = "cooling_state",
		.help = "How much a cooling device cools.",
		.only = "state",
	},
	{
		.column = "ALARM",
		.name = "sensor_alarm",
		.help = "Whether it is past a limit.",
		.kind = METRIC_IS_NOT,
		.value = "none",
	},
};

static const struct metric supplies_metrics[] = {
	METRIC("CAPACITY", "power_supply_capacity_percent", "How full it is."),
	MEASURE("UV", "power_supply_voltage_volts", "Voltage.", UNIT_MICRO),
	MEASURE("UA", "power_supply_current_amperes", "Current.", UNIT_MICRO),
	MEASURE("TEMP", "power_supply_temperature_celsius", "Temperature.",
		UNIT_TENTHS),
	{
		.column = "ALARM",
		.name = "power_supply_alarm",
		.help = "Whether it is past a limit.",
		.kind = METRIC_IS_NOT,
		.value = "none",
	},
};

static const struct metric findings_metrics[] = {
	{
		.column = "SEVERITY",
		.name = "findings",
		.help = "What looks wrong, by severity.",
		.kind = METRIC_COUNT,
		.values =
			(const char *const[]){ "info", "warn", "error", NULL },
	},
};

static const struct metric pci_metrics[] = {
	MEASURE("LINK", "pcie_link_speed_transfers_per_second",
		"Speed of the PCI Express link, per lane.", UNIT_LINK_SPEED),
	MEASURE("LINK_MAX", "pcie_link_speed_max_transfers_per_second",
		"Speed that this end of it can do.", UNIT_LINK_SPEED),
	MEASURE("LINK", "pcie_link_width_lanes",
		"Lanes of the PCI Express link.", UNIT_LINK_LANES),
	MEASURE("LINK_MAX", "pcie_link_width_max_lanes",
		"Lanes that this end of it has.", UNIT_LINK_LANES),
	{
		.column = "AER_COR",
		.name = "pcie_aer_errors_total",
		.help = "Errors by severity.",
		.label = "severity=\"corrected\"",
	},
	{
		.column = "AER_NONFATAL",
		.name = "pcie_aer_errors_total",
		.label = "severity=\"nonfatal\"",
	},
	{
		.column = "AER_FATAL",
		.name = "pcie_aer_errors_total",
		.label = "severity=\"fatal\"",
	},
};

const struct metric_group metric_groups[NR_METRIC_GROUPS] = {
	{
		.view = "interrupts",
		.labels = (const char *const[]){ "IRQ", "DEVICE", "DRIVER",
						 "ACTIONS", NULL },
		.restarts = true,
		.metrics = interrupts_metrics,
		.nr_metrics = ARRAY_SIZE(interrupts_metrics),
	},
	{
		.view = "cpus",
		.labels = (const char *const[]){ "CPU", NULL },
		.metrics = cpus_metrics,
		.nr_metrics = ARRAY_SIZE(cpus_metrics),
	},
	{
		.view = "softirqs",
		.labels = (const char *const[]){ "SOFTIRQ", NULL },
		.metrics = softirqs_metrics,
		.nr_metrics = ARRAY_SIZE(softirqs_metrics),
	},
	{
		.view = "memory",
		.labels = (const char *const[]){ "SCOPE", NULL },
		.metrics = memory_metrics,
		.nr_metrics = ARRAY_SIZE(memory_metrics),
	},
	{
		.view = "dimms",
		.labels = (const char *const[]){ "LOCATOR", "BANK", "EDAC",
						 NULL },
		.restarts = true,
		.metrics = dimms_metrics,
		.nr_metrics = ARRAY_SIZE(dimms_metrics),
	},
	{
		.view = "disks",
		/* PARENT marks partitions, which would count twice in a sum. */
		.labels = (const char *const[]){ "DISK", "PARENT", "DEVICE",
						 "DRIVER", NULL },
		.restarts = true,
		.metrics = disks_metrics,
		.nr_metrics = ARRAY_SIZE(disks_metrics),
	},
	{
		.view = "netdevs",
		.labels = (const char *const[]){ "NETDEV", "DEVICE", "DRIVER",
						 NULL },
		.restarts = true,
		.metrics = netdevs_metrics,
		.nr_metrics = ARRAY_SIZE(netdevs_metrics),
	},
	{
		.view = "pci",
		.labels = (const char *const[]){ "DEVICE", "DRIVER", NULL },
		.restarts = true,
		.metrics = pci_metrics,
		.nr_metrics = ARRAY_SIZE(pci_metrics),
	},
	{
		.view = "sensors",
		.labels = (const char *const[]){ "SENSOR", "CHIP", "LABEL",
						 "DEVICE", NULL },
		.metrics = sensors_metrics,
		.nr_metrics = ARRAY_SIZE(sensors_metrics),
		.slow = true,
	},
	{
		.view = "supplies",
		.labels =
			(const char *const[]){ "NAME", "TYPE", "DEVICE", NULL },
		.metrics = supplies_metrics,
		.nr_metrics = ARRAY_SIZE(supplies_metrics),
		.slow = true,
	},
	{
		.view = "findings",
		.labels = (const char *const[]){ NULL },
		.metrics = findings_metrics,
		.nr_metrics = ARRAY_SIZE(findings_metrics),
	},
};
