# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043 # busybox has local
# Sourced by guest.sh: the loaded module, while allocations fail.

# Fail the first allocation of a call, then the second, and so on: also those
# that may sleep, and without a stack trace in the log for each.
for what in failslab fail_page_alloc; do
	echo N >$D/$what/ignore-gfp-wait || exit 1
	echo 0 >$D/$what/verbose || exit 1
done
echo N >$D/fail_page_alloc/ignore-gfp-highmem || exit 1
echo 0 >$D/fail_page_alloc/min-order || exit 1
fails() {
	/failnth "$@" >/tmp/n
	rc=$?
	cat /tmp/n
	echo "$*: $(cat /tmp/n)" >>/out/failnth
	return $rc
}
for view in $H/*; do
	t "open ${view##*/} with each allocation failing" fails open "$view"
	t "read ${view##*/} with each allocation failing" fails read "$view" 65536
done
t "rmmod after that" rmmod hwinsight
t "insmod with each allocation failing" fails load /hwinsight.ko hwinsight $H

# Now the fallback of a failed allocation may fail as well.
storm() {
	for what in failslab fail_page_alloc; do
		echo Y >$D/$what/task-filter || exit 1
		echo -1 >$D/$what/times || exit 1
		echo "$1" >$D/$what/probability || exit 1
	done
}
t "insmod again" insmod /hwinsight.ko
# storm_views CHANCE OPTION TIMES
storm_views() {
	storm "$1"
	for view in $H/*; do
		t "read ${view##*/} with $1 % of allocations failing" \
			fails "$2" "$3" read "$view" 4096
	done
}
storm_views 20 -s 8
storm_views 100 -S 2
t "rmmod after reads that failed at random" rmmod hwinsight
storm 2
t "insmod with 2 % of allocations failing" \
	fails -s 20 load /hwinsight.ko hwinsight $H
storm 0
t "it loads after that" insmod /hwinsight.ko
t "and shows every view" read_views 4096
t "and unloads" rmmod hwinsight
t "nothing is left in /proc" sh -c "! test -e $H"
dmesg -c >/out/failing.log
