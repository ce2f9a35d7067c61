// SPDX-License-Identifier: GPL-2.0
/* The place to add metrics; metrics.h says what the fields are. */
#include <stddef.h>

#include "metrics.h"
#include "text.h"

static const struct metric interrupts_metrics[] = {
	{
		.column = "TOTAL",
		.name = "interrupts_total",
		.help = "Interrupts taken.",
		.kind = METRIC_ROW_OR_CPU,
		.wraps = true,
	},
	/* No counter: the kernel begins again when they become rare. */
	{
		.column = "UNHANDLED",
		.name = "interrupts_unhandled",
		.help = "Unhandled in a row, disabled at 99900.",
	},
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
	{
		.column = "NICE",
		.name = "cpu_seconds_total",
		.kind = METRIC_SUM,
		.unit = UNIT_MILLISECONDS,
		.label = "mode=\"nice\"",
	},
	{
		.column = "SYSTEM",
		.name = "cpu_seconds_total",
		.kind = METRIC_SUM,
		.unit = UNIT_MILLISECONDS,
		.label = "mode=\"system\"",
	},
	{
		.column = "IDLE",
		.name = "cpu_seconds_total",
		.kind = METRIC_SUM,
		.unit = UNIT_MILLISECONDS,
		.label = "mode=\"idle\"",
	},
	{
		.column = "IOWAIT",
		.name = "cpu_seconds_total",
		.kind = METRIC_SUM,
		.unit = UNIT_MILLISECONDS,
		.label = "mode=\"iowait\"",
	},
	{
		.column = "IRQ",
		.name = "cpu_seconds_total",
		.kind = METRIC_SUM,
		.unit = UNIT_MILLISECONDS,
		.label = "mode=\"irq\"",
	},
	{
		.column = "SOFTIRQ",
		.name = "cpu_seconds_total",
		.kind = METRIC_SUM,
		.unit = UNIT_MILLISECONDS,
		.label = "mode=\"softirq\"",
	},
	{
		.column = "STEAL",
		.name = "cpu_seconds_total",
		.kind = METRIC_SUM,
		.unit = UNIT_MILLISECONDS,
		.label = "mode=\"steal\"",
	},
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
	{
		.column = "PRESENT",
		.name = "memory_present_bytes",
		.help = "Memory that is there.",
		.unit = UNIT_KIB,
	},
	{
		.column = "MANAGED",
		.name = "memory_managed_bytes",
		.help = "Memory the kernel can hand out.",
		.unit = UNIT_KIB,
	},
	{
		.column = "FREE",
		.name = "memory_free_bytes",
		.help = "Memory that is not used.",
		.unit = UNIT_KIB,
	},
	{
		.column = "AVAILABLE",
		.name = "memory_available_bytes",
		.help = "Memory to be had without swapping.",
		.unit = UNIT_KIB,
	},
	{
		.column = "ANON",
		.name = "memory_anonymous_bytes",
		.help = "Anonymous pages.",
		.unit = UNIT_KIB,
	},
	{
		.column = "FILE",
		.name = "memory_file_bytes",
		.help = "Pages of files.",
		.unit = UNIT_KIB,
	},
	{
		.column = "SLAB",
		.name = "memory_slab_bytes",
		.help = "Slab caches.",
		.unit = UNIT_KIB,
	},
	{
		.column = "DIRTY",
		.name = "memory_dirty_bytes",
		.help = "Pages to be written.",
		.unit = UNIT_KIB,
	},
	{
		.column = "WRITEBACK",
		.name = "memory_writeback_bytes",
		.help = "Pages being written.",
		.unit = UNIT_KIB,
	},
};

static const struct metric dimms_metrics[] = {
	{
		.column = "SIZE",
		.name = "dimm_size_bytes",
		.help = "Size, 0 for an empty slot.",
	},
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
	{
		.column = "SIZE",
		.name = "disk_size_bytes",
		.help = "Size.",
	},
	{
		.column = "RO",
		.name = "disk_read_only",
		.help = "Whether it is read only.",
	},
	{
		.column = "READS",
		.name = "disk_reads_completed_total",
		.help = "Reads completed.",
	},
	{
		.column = "READ_SECTORS",
		.name = "disk_read_bytes_total",
		.help = "Bytes read.",
		.unit = UNIT_SECTORS,
	},
	{
		.column = "READ_MS",
		.name = "disk_read_time_seconds_total",
		.help = "Time of all reads.",
		.unit = UNIT_MILLISECONDS,
	},
	{
		.column = "WRITES",
		.name = "disk_writes_completed_total",
		.help = "Writes completed.",
	},
	{
		.column = "WRITE_SECTORS",
		.name = "disk_written_bytes_total",
		.help = "Bytes written.",
		.unit = UNIT_SECTORS,
	},
	{
		.column = "WRITE_MS",
		.name = "disk_write_time_seconds_total",
		.help = "Time of all writes.",
		.unit = UNIT_MILLISECONDS,
	},
	{
		.column = "INFLIGHT",
		.name = "disk_requests_inflight",
		.help = "Requests under way.",
	},
};

static const struct metric netdevs_metrics[] = {
	{
		.column = "STATE",
		.name = "netdev_up",
		.help = "Whether it is up.",
		.kind = METRIC_IS,
		.value = "up",
	},
	{
		.column = "MTU",
		.name = "netdev_mtu_bytes",
		.help = "Largest packet.",
	},
	{
		.column = "SPEED",
		.name = "netdev_speed_bytes",
		.help = "Speed in bytes a second.",
		.unit = UNIT_MEGABITS,
	},
	{
		.column = "RX_BYTES",
		.name = "netdev_receive_bytes_total",
		.help = "Bytes received.",
	},
	{
		.column = "RX_PACKETS",
		.name = "netdev_receive_packets_total",
		.help = "Packets received.",
	},
	{
		.column = "RX_ERRORS",
		.name = "netdev_receive_errors_total",
		.help = "Receive errors.",
	},
	{
		.column = "RX_DROPPED",
		.name = "netdev_receive_dropped_total",
		.help = "Received packets dropped.",
	},
	{
		.column = "TX_BYTES",
		.name = "netdev_transmit_bytes_total",
		.help = "Bytes sent.",
	},
	{
		.column = "TX_PACKETS",
		.name = "netdev_transmit_packets_total",
		.help = "Packets sent.",
	},
	{
		.column = "TX_ERRORS",
		.name = "netdev_transmit_errors_total",
		.help = "Transmit errors.",
	},
	{
		.column = "TX_DROPPED",
		.name = "netdev_transmit_dropped_total",
		.help = "Packets not sent but dropped.",
	},
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
	{
		.column = "CAPACITY",
		.name = "power_supply_capacity_percent",
		.help = "How full it is.",
	},
	{
		.column = "UV",
		.name = "power_supply_voltage_volts",
		.help = "Voltage.",
		.unit = UNIT_MICRO,
	},
	{
		.column = "UA",
		.name = "power_supply_current_amperes",
		.help = "Current.",
		.unit = UNIT_MICRO,
	},
	{
		.column = "TEMP",
		.name = "power_supply_temperature_celsius",
		.help = "Temperature.",
		.unit = UNIT_TENTHS,
	},
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
	{
		.column = "LINK",
		.name = "pcie_link_speed_transfers_per_second",
		.help = "Speed of the PCI Express link, per lane.",
		.unit = UNIT_LINK_SPEED,
	},
	{
		.column = "LINK_MAX",
		.name = "pcie_link_speed_max_transfers_per_second",
		.help = "Speed that this end of it can do.",
		.unit = UNIT_LINK_SPEED,
	},
	{
		.column = "LINK",
		.name = "pcie_link_width_lanes",
		.help = "Lanes of the PCI Express link.",
		.unit = UNIT_LINK_LANES,
	},
	{
		.column = "LINK_MAX",
		.name = "pcie_link_width_max_lanes",
		.help = "Lanes that this end of it has.",
		.unit = UNIT_LINK_LANES,
	},
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
		.metrics = dimms_metrics,
		.nr_metrics = ARRAY_SIZE(dimms_metrics),
	},
	{
		.view = "disks",
		/* PARENT tells partitions, which would count twice in a sum. */
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
