# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043 # busybox has local
# Runs in the debug kernel, which complains about what a release kernel lets
# pass: every KUnit suite, then the module itself.
H=/proc/hwinsight
D=/sys/kernel/debug
. /tap.sh
mount -t debugfs debugfs $D || exit 1
# What the boot itself leaked is not the module's fault.
echo clear >$D/kmemleak || exit 1

for ko in /kunit/*.ko; do
	name=${ko##*/}
	[ -e "$ko" ] || break
	t "insmod $name" insmod "$ko"
	t "rmmod $name" rmmod "${name%.ko}"
done
dmesg -c >/out/ktap.log
# Only some suites were asked for: nothing else runs.
[ ! -e /only ] || exit 0

. /churn.sh
# With hwi_churn only the churn runs.
[ -n "$hwi_churn" ] || . /failing.sh

# lockdep stops after its first report.
lockdep_watches() {
	cat /proc/lockdep_stats
	grep -q 'debug_locks: *1$' /proc/lockdep_stats
}
t "lockdep is still on" lockdep_watches

# kmemleak needs two scans, and objects older than 5 s; once it has given up it
# refuses to scan. The canary leaks on purpose: a check that cannot fail says
# nothing, and a separate scan would take long.
scan() {
	insmod /canary.ko || return 1
	echo scan >$D/kmemleak || return 1
	sleep 6
	echo scan >$D/kmemleak || return 1
	cat $D/kmemleak >/out/kmemleak
}
t "kmemleak scans" scan
t "kmemleak finds the canary's leak" grep -F '[canary]' /out/kmemleak
t "kmemleak finds no other leak" awk '
	function object() { if (text != "" && text !~ /\[canary\]/) { printf "%s", text; bad = 1 } text = "" }
	/^unreferenced/ { object() }
	{ text = text $0 "\n" }
	END { object(); exit bad }' /out/kmemleak
