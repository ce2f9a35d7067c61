# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043,SC2154 # busybox has local; guest.sh sets H
# In the guest, sourced by guest.sh: readers in namespaces of their own.
taken() {
	# By the time namespace's clock: taken= is between two readings of /proc/uptime.
	/as -T 1000000 sh -c "cat /proc/uptime $H/cpus /proc/uptime" >/tmp/taken || return 1
	cat /tmp/taken
	awk '
	/ taken=/ { for (i = 1; i <= NF; i++) if ($i ~ /^taken=/) taken = substr($i, 7) + 0 }
	NF == 2 && $1 ~ /^[0-9.]+$/ { up[n++] = $1 }
	END { exit !(n == 2 && up[0] > 1000000 && up[0] - 0.02 <= taken && taken <= up[1] + 0.02) }' /tmp/taken
}
t "time namespace: taken= is of the reader's clock, as /proc/uptime" taken
for v in "$H"/*; do
	t "cgroup namespace: uid 0 without CAP_SYS_ADMIN is refused ${v##*/}" sh -c "
		/as -n c -d cat $v 2>&1 | grep -q 'Permission denied'"
	t "cgroup namespace: nobody is refused ${v##*/}" sh -c "
		/as -n c /as -u cat $v 2>&1 | grep -q 'Permission denied'"
	t "cgroup namespace: root reads ${v##*/}" sh -c "
		/as -n c cat $v | grep -q '^# hwinsight 1 '"
done
