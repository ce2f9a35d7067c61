// SPDX-License-Identifier: GPL-2.0
/* The place to add metrics; metrics.h says what the words are. */
#include "metrics.h"

const struct metric_group metric_groups[NR_METRIC_GROUPS] = {
	{ "interrupts", "IRQ,DEVICE,DRIVER,ACTIONS",
	  "TOTAL interrupts_total p 1 - Interrupts taken.\n"
	  /* No counter: the kernel begins again when they become rare. */
	  "UNHANDLED interrupts_unhandled e 1 - Unhandled in a row, disabled at 99900.\n" },
	{ "cpus", "CPU",
	  "USER cpu_seconds_total s m mode=\"user\" CPU time by mode.\n"
	  "NICE cpu_seconds_total s m mode=\"nice\" As above.\n"
	  "SYSTEM cpu_seconds_total s m mode=\"system\" As above.\n"
	  "IDLE cpu_seconds_total s m mode=\"idle\" As above.\n"
	  "IOWAIT cpu_seconds_total s m mode=\"iowait\" As above.\n"
	  "IRQ cpu_seconds_total s m mode=\"irq\" As above.\n"
	  "SOFTIRQ cpu_seconds_total s m mode=\"softirq\" As above.\n"
	  "STEAL cpu_seconds_total s m mode=\"steal\" As above.\n"
	  "INTERRUPTS cpu_interrupts_total s 1 - Interrupts taken.\n"
	  "SOFTIRQS cpu_softirqs_total s 1 - Softirqs run.\n"
	  "MHZ cpu_frequency_hertz m h - Frequency; without --per-cpu, the mean.\n"
	  "STATE cpus c 1 online,offline CPUs by state.\n" },
	{ "memory", "SCOPE",
	  "PRESENT memory_present_bytes e k - Memory that is there.\n"
	  "MANAGED memory_managed_bytes e k - Memory the kernel can hand out.\n"
	  "FREE memory_free_bytes e k - Memory that is not used.\n"
	  "AVAILABLE memory_available_bytes e k - Memory to be had without swapping.\n"
	  "ANON memory_anonymous_bytes e k - Anonymous pages.\n"
	  "FILE memory_file_bytes e k - Pages of files.\n"
	  "SLAB memory_slab_bytes e k - Slab caches.\n"
	  "DIRTY memory_dirty_bytes e k - Pages to be written.\n"
	  "WRITEBACK memory_writeback_bytes e k - Pages being written.\n" },
	/* PARENT tells partitions, which would count twice in a sum. */
	{ "disks", "DISK,PARENT,DEVICE,DRIVER",
	  "SIZE disk_size_bytes e 1 - Size.\n"
	  "RO disk_read_only e 1 - Whether it is read only.\n"
	  "READS disk_reads_completed_total e 1 - Reads completed.\n"
	  "READ_SECTORS disk_read_bytes_total e s - Bytes read.\n"
	  "READ_MS disk_read_time_seconds_total e m - Time of all reads.\n"
	  "WRITES disk_writes_completed_total e 1 - Writes completed.\n"
	  "WRITE_SECTORS disk_written_bytes_total e s - Bytes written.\n"
	  "WRITE_MS disk_write_time_seconds_total e m - Time of all writes.\n"
	  "INFLIGHT disk_requests_inflight e 1 - Requests under way.\n" },
	{ "netdevs", "NETDEV,DEVICE,DRIVER",
	  "STATE netdev_up i 1 up Whether it is up.\n"
	  "MTU netdev_mtu_bytes e 1 - Largest packet.\n"
	  "SPEED netdev_speed_bytes e b - Speed in bytes a second.\n"
	  "RX_BYTES netdev_receive_bytes_total e 1 - Bytes received.\n"
	  "RX_PACKETS netdev_receive_packets_total e 1 - Packets received.\n"
	  "RX_ERRORS netdev_receive_errors_total e 1 - Receive errors.\n"
	  "RX_DROPPED netdev_receive_dropped_total e 1 - Received packets dropped.\n"
	  "TX_BYTES netdev_transmit_bytes_total e 1 - Bytes sent.\n"
	  "TX_PACKETS netdev_transmit_packets_total e 1 - Packets sent.\n"
	  "TX_ERRORS netdev_transmit_errors_total e 1 - Transmit errors.\n"
	  "TX_DROPPED netdev_transmit_dropped_total e 1 - Packets not sent but dropped.\n" },
	{ "findings", "",
	  "SEVERITY findings c 1 info,warn,error What looks wrong, by severity.\n" },
};
