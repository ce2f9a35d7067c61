# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043,SC2154 # busybox has local; H is given
# In a guest, sourced: the module is unloaded with its files open, and reloaded.
# unload TIMES: one file is half read, one read to the end, one not read at all
unload() {
	local n=0
	while [ $n -lt "$1" ]; do
		n=$((n + 1))
		exec 4<$H/all 5<$H/interrupts 6<$H/processes
		head -c 100 <&4 >/dev/null
		cat <&5 >/dev/null
		rmmod hwinsight || return 1
		! [ -e $H ] || return 1
		for fd in 4 5 6; do
			eval "cat <&$fd" 2>&1 | grep -q 'Input/output error' || {
				echo "round $n: descriptor $fd can be read"
				return 1
			}
		done
		exec 4<&- 5<&- 6<&-
		insmod /hwinsight.ko || return 1
		# tests/vm/boot shows the last line on the console while it waits.
		[ $((n % 20)) != 0 ] || echo "unloaded $n times of $1" >/dev/console
	done
}
