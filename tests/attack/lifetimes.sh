# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043 # busybox has local
# Runs in the debug kernel: what views look at is freed under them, over and
# over, and the module itself is unloaded with its files open. The kernel is
# booted so that a KASAN report does not stop it: each test looks for its own.
H=/proc/hwinsight
. /tap.sh
. /complaint.sh
mount -t debugfs debugfs /sys/kernel/debug || exit 1
cd /out || exit 1

complains() {
	dmesg | grep -E "$COMPLAINT"
}

# goes_on END: until the uptime is END, or the first complaint
goes_on() {
	[ "$(cut -d . -f 1 /proc/uptime)" -lt "$1" ] && ! complains >/dev/null
}

# for_a_while SECONDS: two readers of every view
for_a_while() {
	local end rc=0
	end=$(($(cut -d . -f 1 /proc/uptime) + $1))
	(
		while goes_on $end; do
			cat $H/all >/dev/null || exit 1
		done
	) &
	while goes_on $end; do
		for v in $H/*; do
			cat "$v" >/dev/null || rc=1
		done
	done
	wait $! || rc=1
	return $rc
}

# watch NAME COMMAND...: a test that also fails if the kernel complains; its
# output is shown even if it passes
watch() {
	local name=$1
	shift
	dmesg -c >>/out/kernel.log
	echo "$name" >/dev/console
	t "$name" quiet "$@"
	case $(tail -n 1 /out/tap) in
	ok*) sed 's/^/# /' /tmp/t.log >>/out/tap ;;
	esac
}
quiet() {
	local rc=0
	"$@" || rc=1
	! complains || rc=1
	return $rc
}

# churned MODULE: the module made enough rounds meanwhile
churned() {
	local rounds tries=0
	# 25 seconds are not enough on a busy host.
	while [ $tries -lt 6 ]; do
		for_a_while 25 || return 1
		rounds=$(cat /sys/module/"$1"/parameters/rounds)
		echo "$1: $rounds rounds"
		[ "$rounds" -lt 20 ] || return 0
		tries=$((tries + 1))
	done
	return 1
}

unbound() {
	local rc=0
	echo "$rtc" >/sys/bus/pnp/drivers/rtc_cmos/unbind || return 1
	insmod /pnp_churn.ko device="$rtc" || return 1
	churned pnp_churn || rc=1
	rmmod pnp_churn || rc=1
	echo "$rtc" >/sys/bus/pnp/drivers/rtc_cmos/bind || rc=1
	return $rc
}
rtc=$(basename /sys/bus/pnp/drivers/rtc_cmos/0*)

t "it loads" insmod /hwinsight.ko
t "and shows every view" for_a_while 1
insmod /domain_churn.ko || exit 1
watch "domains go under mapped interrupts" churned domain_churn
t "that module goes" rmmod domain_churn
insmod /aux_churn.ko || exit 1
watch "drivers of the auxiliary bus come and go" churned aux_churn
t "that module goes, too" rmmod aux_churn
watch "resources of an unbound PNP device come and go" unbound
. /unload.sh
# A kernel argument, from tests/attack/run.
watch "rmmod with files open, ${hwi_unloads:?} times" unload "$hwi_unloads"
t "it unloads" rmmod hwinsight
# lockdep stops after its first report.
t "lockdep still watches" grep -q 'debug_locks: *1$' /proc/lockdep_stats
