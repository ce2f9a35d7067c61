# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# Runs in a booted Debian kernel: collects the views between two readings of the
# kernel's own files, which verify.py compares, and tries error cases.
H=/proc/hwinsight
. /tap.sh
cd /out || exit 1
refuses() { ! "$@"; }
kernel_files() {
	mkdir -p "$1"
	cat /proc/interrupts >"$1/interrupts"
	cat /proc/stat >"$1/stat"
	cat /proc/softirqs >"$1/softirqs"
	grep -H '' /proc/irq/*/spurious >"$1/spurious"
}

ip link set eth0 up 2>/dev/null
ip link set eth1 up 2>/dev/null
# Loaded again by the tests that need them.
rmmod mtdram
rmmod bonding
# Virtual functions of a device that supports them; they have no driver.
for d in /sys/bus/pci/devices/*; do
	[ -e "$d/sriov_totalvfs" ] || continue
	echo 0 >"$d/sriov_drivers_autoprobe"
	echo 2 >"$d/sriov_numvfs" || exit 1
	card=${d##*/}
done
insmod /hwinsight.ko || exit 1
t "the reader lists the views" sh -c '/hwinsight list | grep -q "^interrupts "'
# Two takes: the first warms up, the second is compared.
cat $H/* >/dev/null
kernel_files before
for v in $H/*; do
	cat "$v" >"${v##*/}"
done
kernel_files after
cat /proc/iomem >k.iomem
cat /proc/ioports >k.ioports
cat /proc/cpuinfo >cpuinfo
grep -Hs '' /proc/irq/*/smp_affinity_list /proc/irq/*/effective_affinity_list \
	/proc/irq/*/node /sys/kernel/irq/*/* >irqs
grep -Hs '' /sys/bus/pci/devices/*/resource /sys/bus/pci/devices/*/msi_irqs/* \
	/sys/bus/pnp/devices/*/resources >devices.files
for d in /sys/bus/pci/devices/* /sys/bus/pnp/devices/* /sys/bus/platform/devices/*; do
	echo "$d $(basename "$(readlink "$d/driver")" 2>/dev/null)"
done >drivers
( cd /sys/class/dmi/id && grep "" sys_vendor product_name bios_vendor bios_version bios_date ) >dmi
cat /proc/devices >k.devices
cat /sys/firmware/dmi/tables/DMI >dmi.table
grep -H "" /sys/devices/system/cpu/vulnerabilities/* >vulnerabilities
for f in /sys/class/dmi/id/*; do
	[ ! -f "$f" ] || echo "${f##*/}=$(head -n 1 "$f")"
done >dmi.id
find /sys/firmware/acpi/tables -maxdepth 1 -type f -exec ls -l {} + >acpi.tables
find /sys/devices -name uevent >sys.uevents
find /sys/devices -type l \( -name subsystem -o -name driver \) -exec ls -l {} + >sys.links
find /sys/devices -type f \( -name dev -o -name numa_node -o -name vendor -o -name device \
	-o -name class -o -name idVendor -o -name idProduct -o -name hid -o -name id \
	-o -name modalias \) -exec grep -Hs '' {} + >sys.files
ls -l /sys/bus/*/drivers/*/module >sys.modules
ls /sys/dev/char >sys.char
ls /sys/dev/block >sys.block
grep -Hs '' /sys/devices/system/cpu/online /sys/devices/system/cpu/possible \
	/sys/devices/system/cpu/cpu*/topology/* \
	/sys/devices/system/cpu/cpu*/cache/index*/* >cpufiles
ls -d /sys/devices/system/cpu/cpu*/node* >cpunodes
grep -Hs '' /proc/[0-9]*/comm >comms
uname -r >release
( cd /sys/devices/system/clocksource/clocksource0 && cat current_clocksource available_clocksource ) >clocksource
. /tools.sh

t "a healthy machine has no finding above info" sh -c "
	grep -q '^# hwinsight 1 findings ' findings && ! grep -E '^(warn|error)' findings"
t "an INTx interrupt names its device and driver" sh -c "grep ' eth1\$' interrupts | grep -qE ' e1000 +pci:0000:[^ ]+ .* eth1\$'"

# Whatever the size of the reads, the text has the same shape and is never torn.
for v in iomem ioports; do
	for bs in 1 7 256 4096 1048576; do
		t "$v read $bs bytes at a time is the same text" sh -c "
			dd if=$H/$v bs=$bs 2>/dev/null | sed 1d >/tmp/a
			sed 1d $v | cmp - /tmp/a"
	done
done
t "interrupts read byte by byte is a whole view" sh -c "
	mkdir -p /tmp/c/proc/hwinsight
	dd if=$H/interrupts bs=1 2>/dev/null >/tmp/c/proc/hwinsight/interrupts
	/hwinsight --root /tmp/c interrupts"
t "a read elsewhere than at 0 goes on with the snapshot" sh -c "
	exec 3<$H/cpus
	dd bs=50 count=1 <&3 >/tmp/p1 2>/dev/null
	cat <&3 >/tmp/p2
	cat /tmp/p1 /tmp/p2 >/tmp/c/proc/hwinsight/cpus
	/hwinsight --root /tmp/c cpus"
verifies() {
	rc=0
	/hwinsight verify >/out/verified || rc=$?
	cat /out/verified
	# More than 1,000 values, and some of each view that this machine can show.
	[ $rc = 0 ] && tail -n 1 /out/verified | tr -d , |
		awk '{ exit !($1 > 1000 && $4 == 0) }' &&
		for view in cpus cputypes devices disks firmware interrupts iomem \
			ioports memory modules netdevs pci power processes softirqs usb; do
			grep -q "^# $view: [1-9][0-9,]* values* agree, 0 differ" \
				/out/verified || return 1
		done || return 1
	# Values that take more than reading a text file to find out.
	! grep -E '^# (pci: .*; .*(ASPM|MSI_MAX)|usb: .*; .*STATE|netdevs: .*; .*LOWER)' /out/verified
}
t "hwinsight verify finds that every value agrees" verifies
spoilt() {
	# Keep the kernel's own files, and change one value of the view.
	mkdir -p /tmp/s/proc/hwinsight
	ln -sf /sys /tmp/s/sys
	ln -sf /proc/iomem /tmp/s/proc/iomem
	sed 's/^0x\(fe[0-9a-f]*\)0 /0x\11 /' $H/iomem >/tmp/s/proc/hwinsight/iomem
	rc=0
	/hwinsight --root /tmp/s verify iomem >/tmp/s/out || rc=$?
	cat /tmp/s/out
	[ $rc = 1 ] && grep -q '^iomem 0xfe.*1 START: shown' /tmp/s/out
}
t "hwinsight verify tells a spoilt view" spoilt
t "the reader's JSON of every view" sh -c '/hwinsight --json $(ls /proc/hwinsight) >/out/json'
t "all is every view but the slow ones, one after another" sh -c '
	grep "^# hwinsight" /out/all | cut -d " " -f 4 | sort >/tmp/a
	ls /proc/hwinsight | grep -vxE "all|sensors|supplies" | sort | cmp - /tmp/a'
t "all read 7 bytes at a time is a whole capture" sh -c "
	mkdir -p /tmp/c/proc/hwinsight
	dd if=$H/all bs=7 2>/dev/null >/tmp/c/proc/hwinsight/all
	/hwinsight --root /tmp/c all"

# Compared on the same machine a second later; run does so after a reboot.
idle() {
	cat $H/all >golden
	sleep 1
	/hwinsight diff golden live
}
t "diff of an idle machine with its capture: hardware unchanged" idle
a_link() {
	ln -s /dev/nvme0n1p1 /dev/a-link
	/hwinsight about /dev/a-link >/tmp/about || return 1
	cat /tmp/about
	grep -q '^nvme0n1p1, a disk' /tmp/about
}
# util-linux issue 3412: the device that a name such as /dev/mapper/root stands for
t "about a link to a disk, by its number" a_link
. /buses.sh

# Modules and processes; then access.
. /processes.sh
. /access.sh

. /guest_counters.sh
. /stack.sh

# Error cases.
t "loading twice is refused" sh -c "insmod /hwinsight.ko 2>&1 | grep -qi 'exists'"
echo 0 >/sys/devices/system/cpu/cpu1/online
cat $H/cpus >offline.cpus
t "a CPU that is offline keeps its row" grep -q '^ *1 offline  *- ' offline.cpus
grep '^cpu1 ' /proc/stat && exit 1
t "hwinsight verify agrees about it" /hwinsight verify cpus cputypes
echo 1 >/sys/devices/system/cpu/cpu1/online
(
	i=0
	while [ $i -lt 12 ]; do
		echo 0 >/sys/devices/system/cpu/cpu1/online
		echo 1 >/sys/devices/system/cpu/cpu1/online
		i=$((i + 1))
	done
) &
churn=$!
bad=0 reads=0
while kill -0 $churn 2>/dev/null; do
	/hwinsight cpus interrupts >/tmp/n 2>&1 || bad=1
	reads=$((reads + 1))
done
t "cpus and interrupts are complete while a CPU goes offline and online" test $bad = 0 -a $reads -gt 1
cat $H/all >before.unbind
unbind() {
	dev=$(basename "$(ls -d /sys/bus/pci/drivers/"$1"/0000:* | head -n 1)")
	echo "$dev" >/sys/bus/pci/drivers/"$1"/unbind
	cat $H/iomem >"unbound.$1"
	/hwinsight diff before.unbind live >changes && return 1
	grep -q "^~ DEVICE pci:$dev: .*DRIVER $1 -> -" changes || return 1
	grep -q " -  *pci:$dev .* $dev\$" "unbound.$1" || return 1
	grep -v '^#' $H/interrupts | grep -q "pci:$dev" && return 1
	echo "$dev" >/sys/bus/pci/drivers/"$1"/bind
	cat $H/interrupts >/dev/null
}
if [ -d /sys/bus/pci/drivers/e1000e ]; then
	t "a device without its driver has no driver and no interrupt" unbind e1000e
fi
. /hotplug.sh
exec 4<$H/interrupts
dd bs=64 count=1 <&4 >/dev/null 2>&1
t "rmmod with a view open" rmmod hwinsight
t "reading it then is an error" sh -c 'cat <&4 2>&1 | grep -q "Input/output error"'
exec 4<&-
t "nothing is left in /proc" refuses test -e $H
t "nor of its tunables" refuses test -e /proc/sys/dev/hwinsight
t "the reader says that the module is not loaded, exit code 3" sh -c '/hwinsight 2>&1 | grep -q "modprobe hwinsight"; /hwinsight 2>/dev/null; test $? = 3'
t "it loads again" insmod /hwinsight.ko
t "and unloads" rmmod hwinsight
exit 0
