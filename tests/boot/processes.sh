# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2154
# In the guest, sourced by guest.sh: modules and processes, between two
# readings of the kernel's own files.

holders=
hold() {
	# hold ARGUMENTS...: a process that holds devices; its number in $held
	: >/tmp/held
	/hold "$@" >/tmp/held 2>>hold.log &
	holders="$holders $!"
	while [ ! -s /tmp/held ] && kill -0 $!; do
		usleep 10000
	done
	held=$(cat /tmp/held)
}
walk() {
	# What /proc shows of processes to whoever calls this.
	mkdir -p "$1"
	cat /proc/[0-9]*/stat >"$1/stat" 2>"$1/gone"
	grep -Hs -E '^(Name|Threads|VmRSS):' /proc/[0-9]*/status >"$1/status"
	stat -L -c '%n %F %t:%T' /proc/[0-9]*/fd/* >"$1/fd" 2>>"$1/gone"
}

hold -c 'odd \ name' /dev/null /dev/ttyS0 /dev/nvme0n1 /dev/sda /etc/passwd
hold -c "$(printf 'a\tb\nc')" -t 5 /dev/zero /dev/null
# More than are looked at in one go, of few devices and of many.
hold -c many -n 1000 /dev/zero /dev/full
many=$held
# shellcheck disable=SC2046
hold -c each $(find /dev -type c | grep -E '/(tty[0-9]+|vcs[au]?|mem|port|kmsg|random|nvme0)$')
hold -u 65534 -c nobody /dev/zero /dev/null
hold -u 65534 -x -c nodump /dev/zero
hold -u 65534 -g 5 -c othergroup /dev/zero
hold -u 65534 -k -c more /dev/zero
hold -u 1000 -c other /dev/zero

walk walk.before
sh -c 'echo $$ >/out/walk.reader; exec cat /proc/hwinsight/processes' >processes
walk walk.after
ls -l /sys/dev/char /sys/dev/block >sys.numbers
cat /proc/modules >k.modules
cat $H/modules >modules
cat /proc/modules >k.modules.after
# Not all there is are modules; modules have this.
ls -d /sys/module/*/uevent >sys.module
grep -Hs '' /sys/module/*/version /sys/module/*/taint /sys/module/*/initstate >sys.module.files
t "many descriptors of a device are one entry" sh -c "
	ls /proc/$many/fd | wc -l | awk '{ exit !(\$1 > 2000) }' &&
	grep '^ *$many ' processes | grep -q ' many .* c1:3=null,c1:5=zero,c1:7=full\$'"

# Processes that come and go while they are walked, and a module.
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
t "processes and modules stay whole while they come and go" test $bad = 0
