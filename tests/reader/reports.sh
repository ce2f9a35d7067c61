# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash disable=SC2154
# Bug reports against other tools, and the same cases here. Sourced by run.

# view NAME TYPES COLUMNS: a view with the rows on stdin
view() {
	local rows
	rows=$(cat)
	echo "# hwinsight 1 $1 rows=$(grep -c . <<<"$rows") taken=1.0 release=6.1.0 arch=${arch:-x86_64} types=$2"
	echo "# $3"
	[ -z "$rows" ] || echo "$rows"
}
# has NAME FILE ARGUMENTS PATTERN...: a line for each pattern, in this order
has() {
	local name=$1 file=$2 arguments=$3
	shift 3
	cp "$file" "$work/machine.txt"
	# shellcheck disable=SC2086 # arguments are words
	says "$name" "$@" -- $arguments
}
mv "$work/machine.txt" "$work/machine.kept"

# openvstorage/framework issue 1496, coreos/seismograph pull request 20: a disk
# that is called cciss/c0d0 and has a device called cciss!c0d0.
{
	view devices sssswsss 'DEVICE DRIVER DEV CLASS IRQS BUS PARENT ID' <<'END'
pci:0000:06:00.0 cciss - - none pci - pci:103c:3230
block:cciss!c0d0 - b104:0 block none - - -
block:cciss!c0d0p1 - b104:1 block none - block:cciss!c0d0 -
END
	view disks szswssw 'DISK SIZE DEVICE DRIVER DEV PARENT PARTS' <<'END'
cciss/c0d0 68G pci:0000:06:00.0 cciss b104:0 - none
cciss/c0d0p1 54G pci:0000:06:00.0 cciss b104:1 block:cciss!c0d0 none
dm-0 54G - - b253:0 - cciss!c0d0p1
END
} >"$work/cciss.txt"
has "tree: sizes of disks with a slash in their names" "$work/cciss.txt" tree \
	'^pci:0000:06:00.0 ' '^block:cciss!c0d0  68G$' '^└─ block:cciss!c0d0p1  54G$'
has "about a disk with a slash in its name: its partitions" "$work/cciss.txt" "about /dev/cciss/c0d0" \
	'^cciss/c0d0, a disk' '^cciss/c0d0p1 .*block:cciss!c0d0'
has "about the device of such a disk: its row" "$work/cciss.txt" 'about block:cciss!c0d0' \
	', a device$' '^cciss/c0d0  *68G'
# util-linux issue 3412: what a device mapper disk is built on, both ways.
has "about a partition: what is made of it" "$work/cciss.txt" "about cciss/c0d0p1" \
	'^cciss/c0d0p1, a disk' '^dm-0  *54G'
{
	view devices sssswss 'DEVICE DRIVER DEV CLASS IRQS BUS PARENT' <<'END'
block:dm-0 - b253:0 block none - -
net:bond0 - - net none - -
net:eth0 - - net none - -
END
	view disks szsw 'DISK SIZE DEV PARTS' <<'END'
dm-0 15G b253:0 sda2,sdb1
END
	view netdevs ssuww 'NETDEV STATE SPEED LOWER DEVICE' <<'END'
bond0 up 2000 eth0,eth1 -
eth0 up 1000 none -
END
} >"$work/stacked.txt"
has "tree: what disks and interfaces are made of" "$work/stacked.txt" tree \
	'^block:dm-0  15G made of sda2,sdb1$' '^net:bond0  up 2000 Mb/s made of eth0,eth1$' '^net:eth0  up 1000 Mb/s$'
has "about an interface: the bond that it is part of" "$work/stacked.txt" "about eth0" \
	'^eth0, a network interface' '^bond0 '

{
	view devices sssswss 'DEVICE DRIVER DEV CLASS IRQS BUS PARENT' <<'END'
block:loop0 - b7:0 block none - -
block:loop1 - b7:1 block none - -
block:zram0 - b254:0 block none - -
block:sr0 sr b11:0 block none - -
END
	view disks szs 'DISK SIZE DEV' <<'END'
loop0 0 b7:0
loop1 4K b7:1
zram0 0 b254:0
sr0 0 b11:0
END
} >"$work/empty.txt"
has "tree: empty disks are in it with --all" "$work/empty.txt" '--all tree' \
	'^block:loop0  0$' '^block:loop1  4' '^block:zram0  0$' '^block:sr0 '
has "tree: an empty disk that is asked for" "$work/empty.txt" 'tree loop0' '^block:loop0  0$'
no_empty() {
	"$bin" --file "$work/empty.txt" tree >"$work/out" || return 1
	cat "$work/out"
	[ "$(cut -d ' ' -f 1 "$work/out" | tr '\n' ' ')" = 'block:loop1 block:sr0 ' ]
}
check "reader: tree: without it loop and zram disks of size 0 are left out" no_empty

# Before there is a medium, sr takes 1 GiB for its size and floppy 4 KiB.
{
	view devices sssswss 'DEVICE DRIVER DEV CLASS IRQS BUS PARENT' <<'END'
block:sr0 - b11:0 block none - -
block:sr1 - b11:1 block none - -
END
	view disks szs 'DISK SIZE DEV' <<'END'
sr0 1073741312 b11:0
sr1 700M b11:1
fd0 4K b2:0
sdb 0 b8:16
sdc 16M b8:32
END
} >"$work/medium.txt"
has "tree: a drive without a medium" "$work/medium.txt" tree \
	'^block:sr0  no medium$' '^block:sr1  700M$'
no_medium() {
	script -qec "PAGER=cat '$bin' --file '$work/medium.txt' disks $1" /dev/null >"$work/out"
	cat "$work/out"
	grep -q "^sr0  *$2 " "$work/out" && grep -q '^sr1  *700M ' "$work/out" &&
	[ "$(grep -c 'no medium' "$work/out")" = "$3" ]
}
check "reader: at a terminal: drives without a medium say so" no_medium "" 'no medium' 3
check "reader: ... but not with --wide" no_medium --wide 1073741312 0

# open-mpi/hwloc issues 541 and 438: nodes with memory but no CPUs (HBM, CXL),
# with CPUs but no memory, with neither.
{
	view cpus usu 'CPU STATE NODE' <<'END'
0 online 0
1 online 2
END
	view memory suu 'SCOPE MANAGED FREE' <<'END'
system 30 20
node0 10 10
node1 20 10
END
	view devices ssssuwss 'DEVICE DRIVER DEV CLASS NODE IRQS BUS PARENT' <<'END'
pci:10000:e1:00.0 nvme - - 8 none pci -
END
} >"$work/nodes.txt"
has "about a node of memory without CPUs" "$work/nodes.txt" "about node1" '^1, a NUMA node' '^node1  *20K'
has "about a node of CPUs without memory" "$work/nodes.txt" "about node2" '^2, a NUMA node' '^  1  online'
has "about a node of devices alone" "$work/nodes.txt" "about node:8" '^8, a NUMA node' '^pci:10000:e1:00.0 '
# open-mpi/hwloc issue 354, jaypipes/ghw issue 372: PCI domains of five digits (VMD).
has "about a PCI device in a domain of five digits" "$work/nodes.txt" "about 10000:e1:00.0" \
	'^pci:10000:e1:00.0, a device'

# prometheus/node_exporter issues 2228 and 3662, lyonel/lshw pull request 46:
# names with invalid UTF-8, as a label and in JSON.
printf 'a\xc0[\x87\\300\\034"\n' | { read -r name; echo "5 7 - - $name"; } |
	view interrupts susss 'IRQ TOTAL DEVICE DRIVER ACTIONS' >"$work/bytes.txt"
valid() {
	"$bin" --file "$work/bytes.txt" "$@" >"$work/out" || return 1
	iconv -f utf-8 -t utf-8 "$work/out" >/dev/null
}
check "reader: labels of metrics are UTF-8, whatever a name has" valid metrics
check "reader: ... and a page of a report" valid report
check "reader: ... and JSON that Python reads" sh -c "
	'$bin' --file '$work/bytes.txt' --json interrupts | python3 -c 'import json, sys; json.load(sys.stdin)'"
# prometheus/node_exporter issue 1967: an interface whose speed is unknown has
# no such series, instead of one with -125000.
view netdevs ssu 'NETDEV STATE SPEED' >"$work/speeds.txt" <<'END'
docker0 down -
eth0 up 1000
END
speeds() {
	"$bin" --file "$work/speeds.txt" metrics >"$work/out"
	cat "$work/out"
	[ "$(grep '^hwinsight_netdev_speed_bytes' "$work/out")" = 'hwinsight_netdev_speed_bytes{netdev="eth0"} 125000000' ]
}
check "reader: an unknown speed is no sample" speeds
# prometheus/node_exporter issue 720: the last CPU counts, too.
view interrupts sups 'IRQ TOTAL PERCPU ACTIONS' >"$work/last.txt" <<'END'
7 12 0:5,63:7 x
END
last_cpu() {
	"$bin" --file "$work/last.txt" metrics --per-cpu >"$work/out"
	cat "$work/out"
	grep -qFx 'hwinsight_interrupts_total{cpu="63",irq="7",actions="x"} 7' "$work/out"
}
check "reader: the last CPU has its samples" last_cpu
# util-linux issue 1814: the same thing is named twice.
twice() {
	timeout 20 "$bin" --file "$work/last.txt" interrupts interrupts --json >"$work/out" || return 1
	python3 -c 'import json, sys; assert len(json.load(open(sys.argv[1]))) == 2' "$work/out"
}
check "reader: a view that is named twice comes twice" twice
mv "$work/machine.kept" "$work/machine.txt"

# liske/needrestart pull request 167, openzfs/zfs issue 10245, util-linux issues
# 2563 and 3046: a serial console that reports 0 columns or rows, and narrow
# ones.
# at ROWS COLUMNS ARGUMENT...: on a terminal of that size; the output goes to
# $work/out
at() {
	local rows=$1 columns=$2
	shift 2
	COLUMNS='' LINES='' NO_COLOR=1 PAGER='' timeout 20 script -qec \
		"stty rows $rows cols $columns; '$small' --file '$work/machine.txt' $*" /dev/null |
		tr -d '\r' >"$work/out"
}
widest() { LC_ALL=C.UTF-8 wc -L <"$work/out"; }
fits() {
	local rows columns command want
	for columns in 0 1 2 7 20 79 132; do
		rows=$((columns % 2 * 24))
		want=$((columns ? columns : 80))
		for command in interrupts cpus disks findings tree 'map interrupts' 'about nvme'; do
			at "$rows" "$columns" "$command" || { echo "$command ended with $?"; return 1; }
			# A map has a frame, and about has a heading.
			[[ $command != map* && $command != about* ]] || [ "$columns" -gt 20 ] || continue
			if [ ! -s "$work/out" ] || [ "$(widest)" -gt "$want" ]; then
				echo "$command in $columns columns:"
				cat "$work/out"
				return 1
			fi
		done
	done
}
check "reader: at a terminal of any width, or of none: an end, and no line wider" fits
sentences() {
	at 24 60 findings
	cat "$work/out"
	tr -s '\n ' ' ' <"$work/out" | grep -q 'no handler wanted; the kernel gives the line up at 99,900 of 100,000'
}
check "reader: at a terminal: what a finding says is never cut" sentences
