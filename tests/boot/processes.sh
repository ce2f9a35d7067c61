# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2154
# In the guest, sourced by guest.sh: modules and processes, between two readings
# of the kernel's own files.

holders=
hold() {
	# hold ARGUMENTS...: start a process that holds devices; its PID is in $held
	: >/tmp/held
	${program:-/hold} "$@" >/tmp/held 2>>hold.log &
	holders="$holders $!"
	while [ ! -s /tmp/held ] && kill -0 $!; do
		usleep 10000
	done
	held=$(cat /tmp/held)
}
walk() {
	# What /proc shows about processes to whoever calls this.
	mkdir -p "$1"
	cat /proc/[0-9]*/stat >"$1/stat" 2>"$1/gone"
	grep -Hs -E '^(Name|Threads|VmPeak|VmRSS|.*ctxt_switches):' /proc/[0-9]*/status >"$1/status"
	stat -L -c '%n %F %t:%T' /proc/[0-9]*/fd/* >"$1/fd" 2>>"$1/gone"
	on_devices >"$1/dev" 2>>"$1/gone"
}
on_devices() {
	# What processes have on file systems: by st_dev in hexadecimal, or in
	# maps as major:minor.
	stat -L -c '%n %D' /proc/[0-9]*/fd/* /proc/[0-9]*/cwd /proc/[0-9]*/root /proc/[0-9]*/exe
	awk '$6 { print FILENAME, $4 }' /proc/[0-9]*/maps
}

hold -c 'odd \ name' /dev/null /dev/ttyS0 /dev/nvme0n1 /dev/sda /etc/passwd
hold -c "$(printf 'a\tb\nc')" -t 5 /dev/zero /dev/null
# More descriptors than one batch takes, of few devices and of many.
hold -c many -n 1000 /dev/zero /dev/full
many=$held
# shellcheck disable=SC2046
hold -c each $(find /dev -type c | grep -E '/(tty[0-9]+|vcs[au]?|mem|port|kmsg|random|nvme0)$')
hold -u 65534 -c nobody /dev/zero /dev/null
hold -u 65534 -x -c nodump /dev/zero
hold -u 65534 -g 5 -c othergroup /dev/zero
hold -u 65534 -k -c more /dev/zero
hold -u 1000 -c other /dev/zero

# File systems on two devices, and processes that keep them busy, each in one
# way, and some with more than one batch takes.
busy=/tmp/busy
mkdir $busy $busy/part $busy/loop
mke2fs /dev/sda1 >>hold.log 2>&1
truncate -s 1M /tmp/loop.img
mke2fs -F /tmp/loop.img >>hold.log 2>&1
mount -t ext2 /dev/sda1 $busy/part
mount -t ext2 -o loop /tmp/loop.img $busy/loop
t "two file systems are mounted" sh -c "grep -c $busy/ /proc/mounts | grep -qx 2"
cp /hold $busy/part/hold
for file in $busy/part/file $busy/loop/file $busy/part/gone; do
	echo text >$file
done
hold -c files -n 600 $busy/part/file $busy/loop/file
hold -c paths -p $busy/loop/file
hold -c deleted $busy/part/gone
rm $busy/part/gone
hold -c maps -m -n 1200 $busy/part/file
hold -c cwd -d $busy/loop
hold -c 'ro ot' -r $busy/part
program=$busy/part/hold hold -c exe
hold -u 65534 -c nobodys $busy/part/file
hold -u 65534 -x -c nodumps $busy/part/file

walk walk.before
sh -c 'echo $$ >/out/walk.reader; exec cat /proc/hwinsight/processes' >processes
cat $H/holders >holders
/debian/fuser -vm $busy/part >fuser.part 2>&1
/debian/fuser -vm $busy/loop >fuser.loop 2>&1
walk walk.after
ls -l /sys/dev/char /sys/dev/block >sys.numbers
cat /proc/modules >k.modules
cat $H/modules >modules
cat /proc/modules >k.modules.after
# Not everything below /sys/module is a module; modules have this.
ls -d /sys/module/*/uevent >sys.module
grep -Hs '' /sys/module/*/version /sys/module/*/taint /sys/module/*/initstate >sys.module.files
t "many descriptors of a device are one entry" sh -c "
	ls /proc/$many/fd | wc -l | awk '{ exit !(\$1 > 2000) }' &&
	grep '^ *$many ' processes | grep -q ' many .* c1:3=null,c1:5=zero,c1:7=full\$'"

t "hwinsight verify finds that holders agree" sh -c "
	/hwinsight verify holders | tee /tmp/verified
	tr -d , </tmp/verified | awk '/^# holders:/ { exit !(\$3 >= 50 && / 0 differ/) }'"
spoilt_holders() {
	mkdir -p /tmp/h/proc/hwinsight
	ln -s /sys /tmp/h/sys
	for p in /proc/self /proc/[0-9]*; do
		ln -s "$p" /tmp/h/proc/
	done
	sed 's/ 600 / 601 /; s/ 1200$/ 1199/' $H/holders >/tmp/h/proc/hwinsight/holders
	/hwinsight --root /tmp/h verify holders >/tmp/verified
	cat /tmp/verified
	grep -q 'FILES: shown 601, kernel 600' /tmp/verified &&
		grep -q 'MAPS: shown 1199, kernel 1200' /tmp/verified
}
t "hwinsight verify tells a spoilt view of holders" spoilt_holders

# Processes, and a module, that come and go during a walk.
(
	i=0
	while [ $i -lt 100 ]; do
		sh -c 'exec 3</dev/zero; true' &
		i=$((i + 1))
	done
	wait
	i=0
	while [ $i -lt 5 ]; do
		rmmod e1000e && insmod "$(grep '/e1000e\.' /load)"
		i=$((i + 1))
	done
) >churn.log 2>&1 &
churn=$!
bad=0
while kill -0 $churn 2>/dev/null; do
	/hwinsight processes modules findings >/tmp/n 2>>churn.log || bad=1
done
t "processes and modules are complete while both come and go" test $bad = 0
