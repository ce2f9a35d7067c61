# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# Sourced by guest.sh: devices are removed while views are read, and while open.

# comes_and_goes COUNT COMMAND VIEW...: read the views until the command has run
# COUNT times
comes_and_goes() {
	count=$1 command=$2
	shift 2
	(
		i=0
		while [ $i -lt "$count" ]; do
			$command || exit 1
			i=$((i + 1))
		done
	) >/tmp/going 2>&1 &
	going=$!
	bad=0 reads=0
	while kill -0 $going 2>/dev/null; do
		/hwinsight "$@" >/tmp/n 2>&1 || bad=1
		reads=$((reads + 1))
	done
	wait $going || { cat /tmp/going; return 1; }
	echo "$reads reads"
	[ $bad = 0 ] || cat /tmp/n
	[ $bad = 0 ] && [ $reads -gt 1 ]
}
rescan() {
	echo 1 >"/sys/bus/pci/devices/$1/remove"
	echo 1 >/sys/bus/pci/rescan
	[ -e "/sys/bus/pci/devices/$1" ]
}
usb=$(basename "$(ls -d /sys/bus/pci/drivers/xhci_hcd/0000:* | head -n 1)")
usb_interfaces() { ls -d /sys/bus/usb/devices/*-*:* | wc -l; }
usb_all=$(usb_interfaces)
# Do not remove a controller in mid-transfer, while its devices are enumerated.
all_usb_is_back() {
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		[ "$(usb_interfaces)" -lt "$usb_all" ] || return 0
		sleep 0.5
	done
	echo "$(usb_interfaces) of $usb_all interfaces of USB are back"
	return 1
}
controller() { rescan "$usb" && all_usb_is_back; }
# shellcheck disable=SC2154 # guest.sh sets card
# The port, with the card in it, the card's virtual functions, and the slot.
port=$(basename "$(dirname "$(readlink -f "/sys/bus/pci/devices/$card")")")
port() {
	echo 2 >"/sys/bus/pci/devices/$card/sriov_numvfs"
	rescan "$port"
}
stick=$(basename "$(dirname "$(grep -l STICK-1 /sys/bus/usb/devices/*/serial)")")
stick() {
	echo "$stick" >/sys/bus/usb/drivers/usb/unbind
	echo "$stick" >/sys/bus/usb/drivers/usb/bind
	for authorized in 0 1; do
		echo $authorized >"/sys/bus/usb/devices/$stick/authorized"
	done
}
VIEWS="pci usb power gpios sensors"
# shellcheck disable=SC2086 # words
{
	t "views are complete while a USB stick comes and goes" comes_and_goes 3 stick $VIEWS
	t "views are complete while a port and its card come and go" comes_and_goes 3 port $VIEWS
	t "views are complete while a device comes and goes" comes_and_goes 4 controller \
		iomem ioports interrupts devices findings $VIEWS
}

# A view opened before still shows everything that was there.
mkdir -p /tmp/o/proc/hwinsight
begin() {
	dd bs=64 count=1 of="/tmp/o/begin.$1" 2>/dev/null
}
all_usb_is_back >/dev/null
exec 5<$H/pci 6<$H/usb 7<$H/power
begin pci <&5
begin usb <&6
begin power <&7
echo 1 >"/sys/bus/pci/devices/$usb/remove"
cat /tmp/o/begin.pci - <&5 >/tmp/o/proc/hwinsight/pci
cat /tmp/o/begin.usb - <&6 >/tmp/o/proc/hwinsight/usb
cat /tmp/o/begin.power - <&7 >/tmp/o/proc/hwinsight/power
exec 5<&- 6<&- 7<&-
opened_before() {
	/hwinsight --root /tmp/o pci usb power >/dev/null || return 1
	grep "^$usb " /tmp/o/proc/hwinsight/pci && grep ' STICK-1 ' /tmp/o/proc/hwinsight/usb &&
		grep -E "^(usb|scsi):" /tmp/o/proc/hwinsight/power
}
t "a view that was open still shows a removed device" opened_before
t "a new view does not" sh -c "
	! grep -q '^$usb ' $H/pci && ! grep STICK-1 $H/usb && grep -q '^# hwinsight 1 usb ' $H/usb"
echo 1 >/sys/bus/pci/rescan
