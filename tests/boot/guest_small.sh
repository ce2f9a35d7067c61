# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh
# Runs in a machine with one NUMA node and an Intel CPU: memory and the
# architecture's interrupt counters must be right there, too.
H=/proc/hwinsight
cd /out || exit 1
insmod /hwinsight.ko || exit 1
/between 20 memory.rounds $H/memory /proc/meminfo /proc/zoneinfo /proc/buddyinfo \
	/sys/devices/system/node/node*/meminfo
mkdir before after
cat /proc/interrupts >before/interrupts
cat $H/interrupts >interrupts
cat /proc/interrupts >after/interrupts
# For diff after a reboot.
cat $H/all >golden
rmmod hwinsight
