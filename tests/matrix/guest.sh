# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# Runs in a guest of any architecture: every comparison that is possible there.
# /expect says what this machine lacks.
H=/proc/hwinsight
. /tap.sh
. /compare.sh
without='' least=1 shows=''
. /expect
mount -t securityfs securityfs /sys/kernel/security 2>/dev/null
cd /out || exit 1
views="iomem ioports interrupts softirqs cpus cputypes memory dimms devices modules disks netdevs pci usb power gpios regulators clocks firmware processes holders findings summary sensors supplies all"

lacks() {
	case " $without " in
	*" $1 "*) return 0 ;;
	esac
	return 1
}
whole() {
	# whole FILE: as many rows as the header says, and none torn
	awk 'NR == 1 { for (i = 1; i <= NF; i++) if (sub(/^rows=/, "", $i)) rows = $i }
	NR == 2 { columns = NF - 1 }
	/^[^#]/ { n++; if (NF < columns) bad = 1 }
	END { exit bad || rows == "" || n + 0 != rows }' "$1"
}
rows() { grep -vc '^#' "$1"; }

# What the kernel complained about before is not the module's fault.
dmesg -c >/out/boot.log
for d in /sys/class/net/eth*; do
	[ ! -e "$d" ] || ip link set "${d##*/}" up
done
for module in /*.ko; do
	[ "$module" = /hwinsight.ko ] || insmod "$module" || exit 1
done
insmod /hwinsight.ko || exit 1
echo yes >loaded
t "what this machine does once it is loaded" after_loading
for view in $views; do
	if lacks "$view"; then
		t "there is no view $view" test ! -e $H/$view
		continue
	fi
	cat $H/$view >/dev/null
	[ "$view" != interrupts ] || cat /proc/interrupts >interrupts.before
	cat $H/$view >$view
	[ "$view" != interrupts ] || cat /proc/interrupts >interrupts.after
	[ "$view" = all ] || t "$view is whole" whole $view
	[ "$view" = all ] || t "$view has its name in it" grep -q "^# hwinsight 1 $view " $view
	for bs in 1 7 256 4096 1048576; do
		dd if=$H/$view bs=$bs 2>/dev/null >piece
		[ "$view" = all ] || t "$view read $bs bytes at a time is whole" whole piece
		case $view in
		iomem | ioports)
			sed 1d $view >/tmp/a
			sed 1d piece >/tmp/b
			t "$view read $bs bytes at a time is the same" cmp /tmp/a /tmp/b ;;
		esac
	done
done
rm -f piece
t "all has every view but the slow ones" sh -c "
	grep '^# hwinsight' all | cut -d ' ' -f 4 | sort >/tmp/a
	ls $H | grep -vxE 'all|sensors|supplies' | sort | cmp - /tmp/a"

# Every row that the kernel has, and no other.
# If a label comes twice, such as POWER's LOC, the second one ends in 2.
labels() { awk -F: 'NR > 1 { gsub(/ /, "", $1); print $1 (seen[$1]++ ? 2 : "") }' "$1" | sort; }
shown() { awk '!/^#/ { print $1 }' interrupts | sort; }
labels interrupts.before >/tmp/before
labels interrupts.after >/tmp/after
shown >/tmp/shown
all_rows() { ! awk 'NR == FNR { have[$1] = 1; next } !($1 in have)' /tmp/shown /tmp/before | grep .; }
# Only the view shows numbers without an action.
no_others() { ! awk 'NR == FNR { have[$1] = 1; next } !/^[0-9]+$/ && !($1 in have)' /tmp/after /tmp/shown | grep .; }
once() { ! uniq -d /tmp/shown | grep .; }
t "interrupts has every row of /proc/interrupts" all_rows
t "interrupts has no counter that /proc/interrupts has not" no_others
t "each key of interrupts is there once" once
same_number() {
	echo "shown: $1, kernel: $2"
	[ "$1" = "$2" ]
}
# What this machine has, and which of its devices own what.
names() { awk -v word="$2" '!/^#/ { for (i = 1; i <= NF; i++) if ($i == word) found = 1 } END { exit !found }' "$1"; }
for item in $shows; do
	t "${item%%:*} names ${item#*:}" names "${item%%:*}" "${item#*:}"
done
# The kernel's state of an interrupt that each CPU enables for itself is always
# "disabled", and it is not delivered "nowhere".
per_cpu() {
	awk 'NR == 2 { for (i = 2; i <= NF; i++) at[$i] = i - 1 }
	!/^#/ && $at["STATE"] ~ /percpu/ && ($at["STATE"] ~ /masked/ || $at["EFFECTIVE"] == "none" ||
		($at["TOTAL"] > 0 && $at["STATE"] ~ /disabled/)) { print; bad = 1 }
	END { exit bad }' interrupts
}
t "per-CPU interrupts are enabled where they count, and have no EFFECTIVE of none" per_cpu
for view in iomem ioports; do
	lacks $view || t "$view has as many rows as /proc/$view" \
		same_number "$(rows $view)" "$(grep -c . /proc/$view)"
done
[ ! -e /proc/net/dev ] || t "netdevs has every one of /proc/net/dev" \
	same_number "$(rows netdevs)" "$(sed 1,2d /proc/net/dev | grep -c .)"
lacks disks || [ ! -e /sys/class/block ] || t "disks has every one of /sys/class/block" \
	same_number "$(rows disks)" "$(find /sys/class/block -type l | wc -l)"
[ ! -e /sys/bus/pci/devices ] || t "pci has every one of /sys/bus/pci/devices" \
	same_number "$(rows pci)" "$(find /sys/bus/pci/devices -type l | wc -l)"
usb_devices() { find /sys/bus/usb/devices -type l ! -name '*:*' | wc -l; }
[ ! -e /sys/bus/usb/devices ] || t "usb has every one of /sys/bus/usb/devices" \
	same_number "$(rows usb)" "$(usb_devices)"
possible() {
	tr ',' '\n' </sys/devices/system/cpu/possible |
		awk -F- '{ n += ($2 == "" ? $1 : $2) - $1 + 1 } END { print n }'
}
[ ! -e /sys/devices/system/cpu/possible ] || t "cpus has every CPU" \
	same_number "$(rows cpus)" "$(possible)"
models() { ! awk '$2 == "online" && $NF == "-"' cpus | grep .; }
t "every CPU that is online has a MODEL" models
[ ! -d /sys/module ] || t "modules has every one of /proc/modules" sh -c '
	cut -d " " -f 1 /proc/modules | while read -r m; do
		grep -q "^$m " modules || echo "$m is not there"
	done | grep . && exit 1; exit 0'
mount -t debugfs debugfs /sys/kernel/debug 2>/dev/null
[ -z "$(find /sys/kernel/debug/clk -mindepth 1 -type d 2>/dev/null)" ] || [ ! -d /proc/device-tree ] ||
	t "clocks are as in debugfs" clocks_agree clocks
[ ! -d /sys/class/regulator ] || t "regulators are as in sysfs" regulators_agree regulators
[ ! -r /sys/kernel/debug/gpio ] || t "lines in use are as in debugfs" gpios_agree gpios
t "no finding above info on this machine" sh -c "! grep -E '^(warn|error)' findings"

verifies() {
	rc=0
	/hwinsight verify >verified 2>&1 || rc=$?
	cat verified
	[ $rc = 0 ] && tail -n 1 verified | tr -d , | awk -v least="$least" \
		'{ exit !($1 >= least && $4 == 0) }'
}
t "hwinsight verify: at least $least values, and every one agrees" verifies
t "the reader's JSON of every view" sh -c '/hwinsight --json $(ls /proc/hwinsight) >json'

if lacks unloading; then
	t "this kernel unloads nothing" sh -c '! rmmod hwinsight'
elif lacks reloading; then
	t "rmmod" sh -c "rmmod hwinsight && test ! -e $H"
	t "this kernel loads nothing more" sh -c "! insmod /hwinsight.ko"
else
	for n in 1 2 3; do
		t "rmmod, insmod, $n" sh -c "
			rmmod hwinsight && test ! -e $H && insmod /hwinsight.ko && grep -q rows= $H/cpus"
	done
	sh -c "exec 3<$H/cpus; read -r line <&3; rmmod hwinsight; exec 3<&-" 2>/dev/null
	t "rmmod" sh -c "test ! -e $H || rmmod hwinsight; test ! -e $H"
fi
dmesg >/out/module.log
cat /proc/cpuinfo >cpuinfo
exit 0
