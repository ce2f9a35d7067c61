# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash disable=SC2154
# Where views come from: a tree, a capture, standard input. Sourced by run.

tree=$work/tree
mkdir -p "$tree/proc/hwinsight"
for v in cpus interrupts iomem ioports; do
	cp "$good/7-$v.txt" "$tree/proc/hwinsight/$v"
	cat "$good/7-$v.txt" >>"$work/all.txt"
done
cp "$work/all.txt" "$tree/proc/hwinsight/all"

# same NAME COMMAND COMMAND: both print the same, and something
same() {
	sh -c "$2" >"$work/a" 2>&1
	sh -c "$3" >"$work/b" 2>&1
	check "reader: $1" sh -c "test -s '$work/a' && diff '$work/a' '$work/b'"
}
for v in cpus interrupts iomem ioports; do
	same "$v of a capture is $v of a tree" "'$bin' --root '$tree' $v" \
		"'$bin' --file '$work/all.txt' $v"
done
same "a capture comes from standard input too" "'$bin' --file '$work/all.txt' interrupts" \
	"cat '$work/all.txt' | '$bin' --file - interrupts"
same "a capture comes from a pipe that has a name" "'$bin' --file '$work/all.txt' iomem" \
	"mkfifo '$work/pipe'; cat '$work/all.txt' >'$work/pipe' & '$bin' --file='$work/pipe' iomem"
same "all of a capture is all of a tree" "'$bin' --root '$tree' --json all" \
	"'$bin' --file '$work/all.txt' --json all"
same "views in the order they are asked for" \
	"'$bin' --root '$tree' iomem; '$bin' --root '$tree' cpus" \
	"'$bin' --root '$tree' iomem cpus"
same "a list of a tree does not count all" "'$bin' --root '$tree' list" \
	"'$bin' --file '$work/all.txt' list"
same "show need not be said" "'$bin' --root '$tree' cpus" "'$bin' show --root '$tree' cpus"
check "reader: the list has each view, its rows and its columns" \
	sh -c "'$bin' --root '$tree' list | grep -q '^cpus  *4 rows: CPU STATE NODE '"

# The first view must not be taken for the command of the same name.
sed '1s/ cpus / metrics /' "$good/7-cpus.txt" >"$tree/proc/hwinsight/metrics"
same "-- makes a view of what is a command" "'$bin' --root '$tree' cpus --no-header" \
	"'$bin' --root '$tree' --no-header -- metrics"
rm "$tree/proc/hwinsight/metrics"

# hwinsight capture
cp "$here/captures/7-mountinfo" "$work/mountinfo"
mkdir -p "$tree/proc/self"
cp "$work/mountinfo" "$tree/proc/self/mountinfo"
captured() {
	"$bin" --root "$tree" capture "$work/captured" >"$work/out" 2>&1 && [ ! -s "$work/out" ] &&
		cmp "$work/captured" "$tree/proc/hwinsight/all" && cmp "$work/captured.mountinfo" "$work/mountinfo"
}
check "reader: capture writes all, and where disks are mounted beside it" captured
check "reader: capture without a file prints it" sh -c "
	'$bin' --root '$tree' capture | cmp - '$tree/proc/hwinsight/all'"
mounts_of() {
	cp "$good/7-disks.txt" "$work/captured"
	"$bin" --file "$work/captured" disks --columns DISK,MOUNTS --no-header >"$work/out"
	cat "$work/out"
	grep -q '^sda1 *.mnt.with' "$work/out"
}
check "reader: a capture knows its mount points by the file beside it" mounts_of
capture_error() {
	local rc=0
	sed '1s/rows=[0-9]*/rows=0/;1s/$/ error=EFBIG/;1,2!d' "$good/7-cpus.txt" >"$work/error"
	mkdir -p "$work/tree2/proc/hwinsight"
	cat "$good/7-iomem.txt" "$work/error" >"$work/tree2/proc/hwinsight/all"
	"$bin" --root "$work/tree2" capture "$work/captured" 2>"$work/err" || rc=$?
	cat "$work/err"
	[ "$rc" = 1 ] && grep -q '^hwinsight: cpus: the module could not' "$work/err" &&
		cmp "$work/captured" "$work/tree2/proc/hwinsight/all"
}
check "reader: capture tells of a view that failed, and writes all the same" capture_error
check "reader: capture into a directory that is not there: exit code 1" sh -c "
	'$bin' --root '$tree' capture /nonexistent/x 2>/dev/null; test \$? = 1"
rm -r "$tree/proc/self"

# In somebody else's tree: do not block, and do not read devices.
mkfifo "$tree/proc/hwinsight/fifo"
ln -s /dev/zero "$tree/proc/hwinsight/zero"
mkdir "$tree/proc/hwinsight/directory"
for f in fifo zero; do
	check "reader: does not read a $f in a tree" \
		sh -c "timeout 10 '$bin' --root '$tree' $f 2>&1 | grep -q 'not a regular file'"
done
check "reader: a directory is no view" \
	sh -c "'$bin' --root '$tree' directory 2>&1 | grep -q 'no view'"
rm -r "$tree/proc/hwinsight/"{fifo,zero,directory}

# 1 GB without an end: both the input and the memory are bounded.
endless() {
	sed '1s/rows=[0-9]*/rows=99999999/' "$good/7-cpus.txt"
	yes "$(sed -n 3p "$good/7-cpus.txt")" | head -c 1G
}
bounded() {
	local rc=0
	(
		ulimit -v 600000
		endless | timeout 120 "$small" --file - cpus
	) 2>"$work/err" >"$work/out" || rc=$?
	cat "$work/err"
	[ "$rc" = 1 ] && [ ! -s "$work/out" ] &&
		grep -q 'standard input:[0-9]*: larger than .* (256 MiB)' "$work/err"
}
check "reader: 1 GB is refused, with the line, in 600 MB of address space" bounded
rows() {
	echo "# hwinsight 1 many rows=$1 taken=1 release=1 arch=x types=u"
	echo "# N"
	seq "$1"
}
check "reader: a million rows are sorted" sh -c "$(declare -f rows); \
	rows 1000000 | '$small' --file - many --sort N:desc --no-header | head -n 1 | grep -qx 1000000"
rows 1048577 >"$work/many.txt"
refused_rows() {
	"$small" --file "$work/many.txt" many 2>&1 | grep 'many.txt:1048579: more than 1048576 rows'
}
check "reader: too many rows are refused, with the line" refused_rows
