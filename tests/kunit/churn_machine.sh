# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# Sourced by churn.sh: functions that each remove some hardware and bring it
# back, once. They share nothing, so all can run at the same time.

# The PCI core disables CPU hotplug while it probes a device, which takes many
# seconds for NVMe on an emulated machine.
switch_cpu() {
	online=/sys/devices/system/cpu/cpu$1/online tries=0
	until echo "$2" 2>/dev/null >"$online"; do
		tries=$((tries + 1))
		[ $tries -lt 240 ] || break
		sleep 0.5
	done
	grep -qx "$2" "$online" || { echo "$online stays $(cat "$online")"; return 1; }
}

cpus_come_and_go() {
	for state in 0 1; do
		for cpu in 1 3; do
			switch_cpu $cpu $state || return 1
		done
	done
}

# A driver's first PCI function.
device_of() {
	basename "$(ls -d /sys/bus/pci/drivers/"$1"/0000:* | head -n 1)"
}

driver_leaves_and_returns() {
	echo "$2" >"/sys/bus/pci/drivers/$1/unbind" || return 1
	echo "$2" >"/sys/bus/pci/drivers/$1/bind"
}

device_leaves_and_returns() {
	echo 1 >"/sys/bus/pci/devices/$1/remove" || return 1
	echo 1 >/sys/bus/pci/rescan || return 1
	[ -e "/sys/bus/pci/devices/$1" ]
}

network_comes_and_goes() {
	driver_leaves_and_returns e1000e "$card"
}

disk_comes_and_goes() {
	driver_leaves_and_returns nvme "$disk" && device_leaves_and_returns "$disk"
}

usb_controller_comes_and_goes() {
	device_leaves_and_returns "$controller"
}

# The card's slot goes with its port.
port_comes_and_goes() {
	device_leaves_and_returns "$port" &&
		[ -e "/sys/bus/pci/devices/$functions" ]
}

# An unauthorized device has no configuration; unbound from "usb" it has no driver.
usb_devices_come_and_go() {
	for dev in $hub $stick; do
		for authorized in 0 1; do
			echo $authorized >"/sys/bus/usb/devices/$dev/authorized" || return 1
		done
		echo "$dev" >/sys/bus/usb/drivers/usb/unbind || return 1
		echo "$dev" >/sys/bus/usb/drivers/usb/bind || return 1
	done
}

power_is_saved() {
	for how in auto on; do
		for control in /sys/bus/pci/devices/*/power/control; do
			[ ! -e "$control" ] || echo $how >"$control"
		done
		sleep 0.5
	done
	for how in enabled disabled; do
		echo $how >"$waker" || return 1
	done
}

# The board takes its sensors, GPIO lines and regulators with it.
board_comes_and_goes() {
	at=/sys/bus/platform/drivers/hwinsight-board
	insmod /board.ko no_zone=1 || return 1
	sleep 0.3
	echo hwinsight-board >$at/unbind || return 1
	echo hwinsight-board >$at/bind || return 1
	sleep 0.3
	rmmod board
}

lines_come_and_go() {
	at=/config/gpio-sim/chip
	mkdir -p $at/bank/line1/hog || return 1
	echo 4 >$at/bank/num_lines
	echo KEY >$at/bank/line1/name
	echo taken >$at/bank/line1/hog/name
	echo 1 >$at/live || return 1
	sleep 0.3
	echo 0 >$at/live || return 1
	rmdir $at/bank/line1/hog $at/bank/line1 $at/bank $at
}

# One after another: when a chip is added, v6.1's gpio_name_to_desc() looks at
# all others, and crashes on one that is being removed (its gdev->chip is NULL).
gpio_chips_come_and_go() {
	board_comes_and_goes && lines_come_and_go
}

find_usb() {
	basename "$(dirname "$(grep -l "$1" /sys/bus/usb/devices/*/product | head -n 1)")"
}

find_machine() {
	card=$(device_of e1000e)
	for d in /sys/bus/pci/drivers/nvme/0000:*; do
		if grep -qx 'vfs *' "$d"/nvme/nvme*/serial; then
			functions=$(basename "$d")
			port=$(basename "$(dirname "$(readlink -f "$d")")")
		else
			disk=$(basename "$d")
		fi
	done
	hub=$(find_usb 'USB Hub') stick=$(find_usb 'HARDDRIVE')
	for d in /sys/bus/pci/drivers/xhci_hcd/0000:*; do
		readlink -f "/sys/bus/usb/devices/$hub" | grep -q "${d##*/}" ||
			controller=$(basename "$d")
	done
	waker=/sys/bus/usb/devices/usb${hub%%-*}/power/wakeup
	mkdir -p /config
	mount -t configfs configfs /config || return 1
	echo "card $card, disk $disk, functions $functions, port $port, hub $hub, stick $stick, controller $controller"
	for at in "$card" "$disk" "$functions" "$port" "$controller"; do
		[ -e "/sys/bus/pci/devices/$at/vendor" ] || return 1
	done
	[ -e "$waker" ] && [ -e "/sys/bus/usb/devices/$hub/authorized" ] && [ -e "/sys/bus/usb/devices/$stick/authorized" ]
}
