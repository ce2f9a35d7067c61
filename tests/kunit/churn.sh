# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043 # busybox has local
# Sourced by guest.sh: the module while the machine changes under it.

# whole FILE: as many rows as the header says, no row with too few fields
whole() {
	awk '
	function section() { if (rows != want) { print FILENAME ": " rows " rows of " want; exit bad = 1 } }
	/^# hwinsight / {
		section(); views++; rows = want = 0
		for (i = 1; i <= NF; i++) if ($i ~ /^rows=/) want = substr($i, 6) + 0
		getline; columns = NF - 1
		next
	}
	/^#/ { next }
	{ rows++; if (NF < columns) { print FILENAME ": short row: " $0; exit bad = 1 } }
	END { if (!bad) section(); if (!views) print FILENAME ": no view"; exit bad || !views }
	' "$1"
}

# read_views SIZE: every view by reads of that size
read_views() {
	for view in $H/*; do
		dd if="$view" bs="$1" of="/tmp/read.$1" 2>/dev/null || {
			echo "cannot read $view"
			return 1
		}
		whole "/tmp/read.$1" || return 1
	done
}

# while_going COMMAND...: readers of two sizes until the command has ended
while_going() {
	"$@" >/tmp/churn.log 2>&1 &
	churn=$!
	(
		rc=0
		while kill -0 $churn 2>/dev/null; do
			read_views 4096 || rc=1
			sleep 0.2
		done
		exit $rc
	) >/tmp/second.log 2>&1 &
	second=$! rc=0 times=0
	while kill -0 $churn 2>/dev/null; do
		read_views 333 || rc=1
		sleep 0.1
		times=$((times + 1))
	done
	wait $second || { cat /tmp/second.log; rc=1; }
	wait $churn || { echo "the churn itself failed:"; cat /tmp/churn.log; rc=1; }
	[ $times -gt 0 ] || { echo "it was over before a read"; rc=1; }
	return $rc
}

cpus_come_and_go() {
	for _ in 1 2; do
		for state in 0 1; do
			for cpu in 1 3; do
				echo $state >/sys/devices/system/cpu/cpu$cpu/online || return 1
			done
		done
	done
}

device_of() {
	basename "$(ls -d /sys/bus/pci/drivers/"$1"/0000:* | head -n 1)"
}

drivers_come_and_go() {
	for driver in e1000e nvme; do
		dev=$(device_of $driver)
		echo "$dev" >/sys/bus/pci/drivers/$driver/unbind || return 1
		echo "$dev" >/sys/bus/pci/drivers/$driver/bind || return 1
	done
}

devices_come_and_go() {
	for driver in xhci_hcd nvme; do
		dev=$(device_of $driver)
		echo 1 >"/sys/bus/pci/devices/$dev/remove" || return 1
		echo 1 >/sys/bus/pci/rescan || return 1
		[ -e "/sys/bus/pci/devices/$dev" ] || return 1
	done
}

# A device that is not authorized has no configuration; one that the driver
# "usb" leaves has no driver at all.
usb_devices_come_and_go() {
	dev=$(basename "$(ls -d /sys/bus/usb/devices/[0-9]*-[0-9] | head -n 1)")
	for _ in 1 2; do
		for authorized in 0 1; do
			echo $authorized >"/sys/bus/usb/devices/$dev/authorized" || return 1
		done
		echo "$dev" >/sys/bus/usb/drivers/usb/unbind || return 1
		echo "$dev" >/sys/bus/usb/drivers/usb/bind || return 1
	done
}

# The module goes while a view is open and half read, and comes again.
unload_under_reader() {
	for _ in 1 2 3; do
		exec 4<$H/interrupts
		dd bs=64 count=1 <&4 >/dev/null 2>&1
		rmmod hwinsight || return 1
		cat <&4 2>&1 | grep -q 'Input/output error' || return 1
		exec 4<&-
		! test -e $H || return 1
		insmod /hwinsight.ko || return 1
	done
}

# The module comes and goes while others read what there is of it.
unload_among_readers() {
	(
		while ! test -e /tmp/stop; do
			cat $H/* >/dev/null 2>&1
		done
	) &
	among=$! rc=0
	for _ in 1 2 3 4; do
		# As long as a reader is inside, it is in use: no failure.
		until rmmod hwinsight 2>/dev/null; do sleep 0.1; done
		insmod /hwinsight.ko || rc=1
	done
	touch /tmp/stop
	wait $among
	return $rc
}

unlucky_comes() {
	for _ in 1 2 3 4; do
		! insmod /unlucky.ko || return 1
	done
}

# A module adds a disk, fails and is freed, though a reader may have found it.
# To free it in just the moment a reader holds it takes luck, so every
# reference is traced: no reader may take one. That one of hwinsight itself is
# seen (for its version) says that the trace works.
unlucky_among_readers() {
	get=$D/tracing/events/module/module_get rc=0 seen=0
	echo 'name == "unlucky" || name == "hwinsight"' >$get/filter || return 1
	echo 1 >$get/enable || return 1
	unlucky_comes >/dev/null 2>&1 &
	unlucky=$!
	(
		while kill -0 $unlucky 2>/dev/null; do
			cat $H/disks $H/modules $H/findings >/dev/null || exit 1
		done
	) &
	second=$!
	while kill -0 $unlucky 2>/dev/null; do
		for view in modules disks findings; do
			cat $H/$view >/tmp/$view || rc=1
			whole /tmp/$view || rc=1
		done
		! grep -qw unlucky /tmp/modules || seen=$((seen + 1))
	done
	wait $second || rc=1
	wait $unlucky || { echo "it did not fail"; rc=1; }
	echo 0 >$get/enable
	grep -q ': module_get: hwinsight ' $D/tracing/trace || { echo "no trace"; rc=1; }
	! grep ': module_get: unlucky ' $D/tracing/trace || rc=1
	[ $seen -gt 0 ] || { echo "nobody saw it being loaded"; rc=1; }
	return $rc
}

t "it loads" insmod /hwinsight.ko
for size in 1 100 4095 65536; do
	t "every view by reads of $size bytes" read_views $size
done
t "views are whole while CPUs come and go" while_going cpus_come_and_go
t "views are whole while drivers come and go" while_going drivers_come_and_go
t "views are whole while devices come and go" while_going devices_come_and_go
t "views are whole while USB devices come and go" while_going usb_devices_come_and_go
t "a module whose init fails, among readers" unlucky_among_readers
t "rmmod with a view open and half read" unload_under_reader
t "rmmod and insmod among readers" unload_among_readers
dmesg -c >/out/churn.log
