# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043 # busybox has local
# Sourced by guest.sh: reads all views while hardware comes and goes, for
# hwi_churn seconds (a kernel argument; default 15).
. /churn_machine.sh

# whole FILE: each view has as many rows as its header says, and no row is short
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

# read_views SIZE: every view, SIZE bytes at a time
read_views() {
	for view in $H/*; do
		dd if="$view" bs="$1" of="/tmp/read.$1" 2>/dev/null || {
			echo "cannot read $view"
			return 1
		}
		whole "/tmp/read.$1" || return 1
	done
}

# whole_until FILE SECONDS: two readers, until FILE exists or time is up
whole_until() {
	local end rc=0 times=0
	end=$(($(cut -d . -f 1 /proc/uptime) + $2))
	(
		rc=0
		while ! test -e "$1" && [ "$(cut -d . -f 1 /proc/uptime)" -lt $end ]; do
			read_views 4096 || rc=1
		done
		exit $rc
	) >/tmp/second.log 2>&1 &
	second=$!
	while ! test -e "$1" && [ "$(cut -d . -f 1 /proc/uptime)" -lt $end ]; do
		read_views 333 || rc=1
		times=$((times + 1))
	done
	wait $second || { cat /tmp/second.log; rc=1; }
	[ $times -gt 0 ] || { echo "it was over before a read"; rc=1; }
	return $rc
}

# goes_on FUNCTION: repeat it until the test is over, and count
goes_on() {
	local n=0 rc=0
	while ! test -e /tmp/over; do
		"$1" || { echo "$1 failed, the time after $n"; rc=1; break; }
		n=$((n + 1))
		sleep 0.2
	done
	echo "$n $1" >>/out/churned
	[ $rc = 0 ] && [ $n -gt 0 ]
}

# everything SECONDS: all functions of churn_machine.sh at once, while views are
# read; a test of more than a minute also reloads the module now and then
everything() {
	local end rc=0 movers=''
	find_machine || return 1
	end=$(($(cut -d . -f 1 /proc/uptime) + $1))
	for what in cpus_come_and_go network_comes_and_goes disk_comes_and_goes \
		usb_controller_comes_and_goes port_comes_and_goes usb_devices_come_and_go \
		power_is_saved gpio_chips_come_and_go; do
		goes_on $what >/tmp/$what.log 2>&1 &
		movers="$movers $!:$what"
	done
	if [ "$1" -le 60 ]; then
		whole_until /tmp/over "$1" || rc=1
	else
		while [ "$(cut -d . -f 1 /proc/uptime)" -lt $end ]; do
			whole_until /tmp/over 40 || rc=1
			unload_among_readers || rc=1
		done
	fi
	touch /tmp/over
	for mover in $movers; do
		wait "${mover%%:*}" || { cat "/tmp/${mover#*:}.log"; rc=1; }
	done
	cat /out/churned
	return $rc
}

# The module is unloaded with a view open and half read, and loaded again.
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

# The module is unloaded and loaded while others read whatever is there.
unload_among_readers() {
	(
		while ! test -e /tmp/stop; do
			cat $H/* >/dev/null 2>&1
		done
	) &
	local among=$! rc=0
	for _ in 1 2 3 4; do
		# While a reader is inside, the module is in use, which is no failure.
		until rmmod hwinsight 2>/dev/null; do sleep 0.1; done
		insmod /hwinsight.ko || rc=1
	done
	touch /tmp/stop
	wait $among
	rm /tmp/stop
	return $rc
}

unlucky_comes() {
	for _ in 1 2 3 4; do
		! insmod /unlucky.ko || return 1
	done
}

# A module adds a disk, fails and is freed, though a reader may have found it.
# Freeing it at the very moment when a reader holds it takes luck, so every
# reference is traced instead: no reader may take one. hwinsight's own reference
# to itself (for its version) shows that the trace works.
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
	[ -z "$hwi_churn" ] || break
	t "every view by reads of $size bytes" read_views $size
done
t "views are complete while everything comes and goes at once" everything "${hwi_churn:-15}"
t "a module whose init fails while views are read" unlucky_among_readers
t "rmmod while a view is open and half read" unload_under_reader
t "rmmod and insmod while views are read" unload_among_readers
dmesg -c >/out/churn.log
