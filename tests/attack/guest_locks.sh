# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043,SC2154 # busybox has local; guest.sh sets H
# In the guest, sourced by guest.sh: views while others hold locks.
insmod /hold_lock.ko || exit 1

# hold LOCK MS: from now on, in the background
hold() {
	echo "$2" >/sys/module/hold_lock/parameters/"$1" &
	holder=$!
	sleep 0.3
}
held() {
	kill -0 $holder 2>/dev/null
}
# at_once LOCK TIMED-OPTION VIEW...: no view waits for the lock
at_once() {
	local lock=$1 option=$2 rc=0
	shift 2
	hold "$lock" 4000
	for v; do
		/timed $option 1000 cat $H/"$v" || rc=1
	done
	held || { echo "the lock was not held so long"; rc=1; }
	wait $holder
	return $rc
}
rmmod_at_once() {
	local rc=0
	hold pci 4000
	cat $H/all >/dev/null &
	sleep 0.1
	kill -9 $! 2>/dev/null
	/timed 1000 rmmod hwinsight || rc=1
	held || { echo "the lock was not held so long"; rc=1; }
	wait $holder
	insmod /hwinsight.ko || rc=1
	return $rc
}
figures "hot-plug: no view of nobody's waits for it" at_once pci -u summary findings all devices
figures "hot-plug: no view of root's waits for it" at_once pci '' summary findings all devices
figures "hot-plug: nor does rmmod, after a reader was killed" rmmod_at_once

figures "mappings: neither holders nor all waits for who has them locked" at_once mmap '' holders all
unknown_maps() {
	local rc=0
	hold mmap 3000
	cat $H/holders
	grep -qE "^ *$holder [^ ]+ +- +0 +0 +0 +0 +-\$" $H/holders || rc=1
	held || { echo "the lock was not held so long"; rc=1; }
	wait $holder
	return $rc
}
t "mappings: holders says that it does not know them" unknown_maps

insmod /slow_netdev.ko || exit 1
ip link set slow0 up && ip link set slow1 up || exit 1
asked() { cat /sys/module/slow_netdev/parameters/asked; }
figures "RTNL: summary and findings do not wait for it" at_once rtnl -u summary findings
killed_waiting() {
	local rc=0
	hold rtnl 4000
	for v in netdevs all; do
		/timed -u -k 500 200 cat $H/$v || rc=1
	done
	held || { echo "the lock was not held so long"; rc=1; }
	wait $holder
	return $rc
}
figures "RTNL: SIGKILL ends who waits for it" killed_waiting
ask_nobody() {
	/timed -u 1000 cat $H/summary && /timed -u 1000 cat $H/findings || return 1
	echo "asked: $before, then $(asked)"
	[ "$(asked)" = "$before" ]
}
before=$(asked)
figures "slow drivers: summary and findings ask none" ask_nobody
while_asking() {
	local rc=0
	rm -f /tmp/over
	/rtnl 3500 /tmp/over &
	other=$!
	sleep 0.2
	# Two drivers that take 3 s, each asked once.
	/timed -u 7500 cat $H/all || rc=1
	touch /tmp/over
	wait $other || rc=1
	echo "asked: $before, then $(asked)"
	[ "$(asked)" = "$(echo "$before" | awk -F , '{ print $1 + 1 "," $2 + 1 }')" ] || rc=1
	return $rc
}
before=$(asked)
figures "slow drivers: all asks each once, others wait for one at a time" while_asking
# A driver's call cannot be cut short; 2.5 s of it are left.
figures "slow drivers: SIGKILL ends a reader with the driver's call" \
	/timed -u -k 500 2900 cat $H/netdevs
rmmod slow_netdev
rmmod hold_lock
