# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# Sourced by guest.sh: what lspci, lsusb and dmidecode answer, for
# verify_tools.py; and drivers of real hardware that QEMU emulates.

# lspci reads config space, which wakes devices: keep them awake.
cat $H/pci >tools.pci
/debian/lspci -vv -D -n >lspci 2>lspci.errors || exit 1
cat $H/usb >tools.usb
/debian/lsusb -v >lsusb 2>lsusb.errors || exit 1
/debian/lsusb -t >lsusb.tree 2>>lsusb.errors || exit 1
grep -H '' /sys/bus/usb/devices/*/busnum /sys/bus/usb/devices/*/devnum >usb.numbers
/debian/dmidecode >dmidecode 2>dmidecode.errors || exit 1

# Temperatures of NVMe controllers, from their driver. (QEMU's SATA drive says
# that it is PATA, and drivetemp does not bind to that.)
agrees() {
	/hwinsight verify sensors >sensors.verified
	cat sensors.verified
	grep -qE '^# sensors: [1-9][0-9]* values agree, 0 differ' sensors.verified
}
t "sensors: as sysfs says" agrees
# sensor CHIP DEVICE ROW: what follows VALUE of that chip's first input
sensor() {
	grep -E "^hwmon[0-9]+/temp1 +$1 +[^ ]+ +[0-9]+ +mC +none +min:[-0-9]+,max:[0-9]+[^ ]* +$2\$" sensors
}
t "sensors: an NVMe controller and its limits" sensor nvme pci:0000:.*
t "sensors: processors are cooling devices" grep -E '^cooling_device[0-9]+ +Processor +- +0 +state ' sensors
t "devices: a watchdog, and its driver" sh -c "
	grep -E '^pci:[^ ]+ +i6300ESB\\\\040timer ' devices && grep -E '^watchdog:watchdog0 ' devices"
t "devices: a real-time clock" grep -E '^rtc:rtc0 ' devices
t "usb: a stick, its driver and its serial number" sh -c "
	grep -E ' STICK-1 +[^ ]*=08/usb-storage ' usb"
