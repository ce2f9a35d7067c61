# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# Sourced by guest.sh: pci, usb and power have something to show, besides
# agreeing with `hwinsight verify`; and reading them wakes nothing.

# cells VIEW COLUMN [KEY]: the cells of a column, or that of the row whose first
# cell is KEY
cells() {
	awk -v want="$2" -v key="$3" '
	NR == 2 { for (i = 2; i <= NF; i++) if ($i == want) at = i - 1 }
	/^#/ { next }
	key == "" || $1 == key { print $at }' "$1"
}
# has VIEW COLUMN KEY VALUE
has() {
	cells "$1" "$2" "$3"
	[ "$(cells "$1" "$2" "$3")" = "$4" ]
}
# shellcheck disable=SC2154 # guest.sh sets card
t "pci: VFS of a card with two virtual functions" has pci VFS "$card" 2
t "pci: each virtual function has a row" test "$(cells pci ID | grep -cx 1b36:0010)" -ge 4
t "pci: PORT_MAX of a link" has pci PORT_MAX "$card" 16.0GT/s,x4
t "pci: LINK_MAX of a link" has pci LINK_MAX "$card" 2.5GT/s,x1
# any VIEW COLUMN PATTERN: some cell matches
any() { cells "$1" "$2" | grep -xE -e "$3"; }
# above FUNCTION: the function above it
above() { basename "$(dirname "$(readlink -f "/sys/bus/pci/devices/$1")")"; }
# ends FUNCTION LINK LINK_MAX PORT_MAX
ends() { has pci LINK "$1" "$2" && has pci LINK_MAX "$1" "$3" && has pci PORT_MAX "$1" "$4"; }
t "pci: a port of four lanes" has pci LINK_MAX "$(above "$card")" 16.0GT/s,x4
one=$(awk '$6 == "2.5GT/s,x1" && $3 == "1b36:000c" { print $1 }' pci)
below=$(basename "/sys/bus/pci/devices/$one/"0000:??:??.?)
t "pci: a port of one lane" ends "$one" 2.5GT/s,x1 2.5GT/s,x1 -
t "pci: a device in that" ends "$below" 2.5GT/s,x1 2.5GT/s,x1 2.5GT/s,x1
t "no link is worse than both its ends: no pcie-link" sh -c "grep -q '^# hwinsight 1 findings ' $H/findings && ! grep pcie-link $H/findings"
t "pci: every function is in an IOMMU group" refuses any pci IOMMU -
t "pci: the card is in a slot" refuses has pci SLOT "$card" -
t "pci: MSIs in use" test "$(cells pci MSI "$card")" -gt 1
t "pci: MSIs that a function supports" has pci MSI_MAX "$card" 5
hidden_from_nobody() {
	/as -u cat $H/pci >nobody.pci && has nobody.pci MSI_MAX "$card" '*' &&
		has nobody.pci LINK_MAX "$card" 2.5GT/s,x1
}
t "pci: MSI_MAX is hidden without CAP_SYS_ADMIN, as config space is" hidden_from_nobody
t "pci: errors are counted somewhere" any pci AER_FATAL 0
keys=$(cells usb PATH | grep -xE '[0-9]+-2\.1')
t "usb: a keyboard behind a hub, and its driver" has usb INTERFACES "$keys" 1.0=03/usbhid
t "usb: a keyboard's RUNTIME" has usb RUNTIME "$keys" "$(cat "/sys/bus/usb/devices/$keys/power/runtime_status")"
t "usb: a keyboard's name" has usb PRODUCT "$keys" 'QEMU\040USB\040Keyboard'
t "power: whether a keyboard may wake the system" has power WAKEUP "usb:$keys" "$(cat "/sys/bus/usb/devices/$keys/power/wakeup")"
t "usb: a fast device" any usb SPEED '480|5000'
t "usb: a slow device" any usb SPEED '1\.5|12'
t "power: a device that is active" any power RUNTIME active
t "power: a device that is kept on" any power CONTROL on
t "power: a device that may wake the system" any power WAKEUP enabled
t "power: a device that could wake the system" any power WAKEUP disabled

# A card without a driver may sleep. No read wakes it.
asleep() {
	at=/sys/bus/pci/devices/$card
	echo 0 >"$at/sriov_numvfs" || return 1
	echo "$card" >"$at/driver/unbind" || return 1
	echo auto >"$at/power/control"
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		[ "$(cat "$at/power/runtime_status")" = suspended ] && break
		sleep 0.2
	done
	active=$(cat "$at/power/runtime_active_time")
	cat "$H"/pci >asleep.pci
	cat "$H"/power >asleep.power
	cat "$H"/all "$H"/findings >/dev/null
	[ "$(cat "$at/power/runtime_status")" = suspended ] || return 1
	[ "$(cat "$at/power/runtime_active_time")" = "$active" ] || return 1
	has asleep.pci RUNTIME "$card" suspended &&
		has asleep.pci LINK "$card" - && has asleep.pci MSI_MAX "$card" - &&
		has asleep.power RUNTIME "pci:$card" suspended || return 1
	# verify does not wake it either, and does not complain.
	/hwinsight verify pci power || return 1
	[ "$(cat "$at/power/runtime_active_time")" = "$active" ] || return 1
	echo on >"$at/power/control"
	cat "$H"/pci >awake.pci
	has awake.pci LINK "$card" 2.5GT/s,x1 || return 1
	echo "$card" >/sys/bus/pci/drivers/nvme/bind
}
t "pci: a sleeping card is not woken" asleep
