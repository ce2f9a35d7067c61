# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043,SC2154 # busybox has local; guest.sh sets H
# In the guest, sourced by guest.sh: what a process can do with descriptors.
insmod /numbers.ko || exit 1

# A file opened with O_PATH is not an open device.
/path /dev/mem /dev/ttyS1 >/tmp/path.pid &
holder=$!
until [ -s /tmp/path.pid ]; do sleep 0.1; done
one_device() {
	grep -E "^ *$holder " $H/processes
	grep -E "^ *$holder " $H/processes | grep -oE 'c1:3=null[^ ]*' >/tmp/devices
	[ "$(cat /tmp/devices)" = c1:3=null ]
}
t "O_PATH: a process has open what it opened, and no path" one_device
kill $holder

figures "blinding: root reads what 260 processes with 8,000 devices are" /spin blind
# Load on the host slows down whatever runs at the time, but not five times.
once_of_five() {
	for try in 1 2 3 4 5; do
		"$@" && return
		echo "that was try $try"
	done
	return 1
}
figures "spin: twice as many descriptors cost 2.3 times at most" once_of_five /spin grow
figures "spin: SIGKILL ends nobody's read" /spin kill
rmmod numbers

# The same with files and mappings on a disk's file system.
mkdir /tmp/busy
truncate -s 1M /tmp/busy.img
mke2fs -F /tmp/busy.img >/tmp/mke2fs.log 2>&1
mount -t ext2 -o loop /tmp/busy.img /tmp/busy || exit 1
echo text >/tmp/busy/file
chmod 755 /tmp/busy
figures "holders: twice as many descriptors and mappings cost 2.3 times at most" \
	once_of_five /spin held /tmp/busy/file
figures "holders: SIGKILL ends nobody's read" /spin heldkill /tmp/busy/file
umount /tmp/busy
