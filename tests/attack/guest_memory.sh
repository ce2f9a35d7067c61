# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043,SC2154 # busybox has local; guest.sh sets H
# In the guest, sourced by guest.sh: the memory that open files hold, and who pays.
tunables=/proc/sys/dev/hwinsight
mkdir -p /sys/fs/cgroup
mount -t cgroup2 cgroup /sys/fs/cgroup || exit 1
echo +memory >/sys/fs/cgroup/cgroup.subtree_control || exit 1
mkdir /sys/fs/cgroup/a /sys/fs/cgroup/b
figures "cgroups: who has read and gone is not left charged" \
	/charge $H/all /sys/fs/cgroup/a /sys/fs/cgroup/b
figures "memory: an open file holds its text and 8 KiB" /many -r $H/all 400
figures "memory: 3,000 open files of nobody's are less than 64 MiB" /many $H/all 3000

# If one view is too large the others follow, as long as their text fits.
all_answers() {
	local kb views
	mixed=0 views=$(find $H -type f ! -name all ! -name sensors ! -name supplies | wc -l)
	for kb in 64 128 192 256 384 512 1024; do
		echo $kb >$tunables/snapshot_max_kb || return 1
		if ! cat $H/all >/tmp/all; then
			echo "snapshot_max_kb=$kb: no all"
			[ $kb -lt 256 ] && continue
			return 1
		fi
		grep '^# hwinsight ' /tmp/all | sed "s/^/$kb: /"
		# Each view comes once; one that failed has no rows, any other
		# has all of them.
		awk -v views="$views" '
		function section() { if (rows != want) { print "rows: " rows " of " want; bad = 1 } }
		/^# hwinsight / {
			section(); n++; rows = want = 0; failed = / error=E[A-Z]+( |$)/
			for (i = 1; i <= NF; i++) if ($i ~ /^rows=/) want = substr($i, 6) + 0
			if (failed) { errors++; if (want) bad = 1 }
			seen[$4]++
			next
		}
		!/^#/ { rows++ }
		END { section(); for (v in seen) if (seen[v] != 1) bad = 1
			if (n != views) { print n " views of " views; bad = 1 }
			exit bad ? 1 : errors && errors < n ? 2 : 0 }' /tmp/all
		case $? in
		0) ;;
		2) mixed=1 ;;
		*) return 1 ;;
		esac
	done
	[ $mixed = 1 ] || echo "never did one view fail, and another not"
	[ $mixed = 1 ]
}
insmod /load.ko resources=4000 || exit 1
max=$(cat $tunables/snapshot_max_kb)
t "all: a view that is too large says so, and the rest follows" all_answers
echo "$max" >$tunables/snapshot_max_kb
t "all: nothing fails with the tunable as it was" sh -c "! cat $H/all | grep '^# hwinsight .* error='"
rmmod bench_load
