# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043,SC2154 # busybox has local; H is given
# In a guest, sourced: the module goes while its files are open, and comes again.
# unload TIMES: with a file half read, one read whole, and one not at all
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
		# tests/vm/boot shows the console's last line while it waits.
		[ $((n % 20)) != 0 ] || echo "unloaded $n times of $1" >/dev/console
	done
}
