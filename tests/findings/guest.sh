# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh
# In the guest: findings before, while and after the machine has faults. The
# machine itself has a PCI device that has no driver and no address.
F=/proc/hwinsight/findings
. /tap.sh
cd /out || exit 1
# If a test fails, it shows the whole view.
failed() {
	cat "$now"
	return 1
}
# The first fields of a row: severity, check, subject, and part of its detail.
shows() { grep -E "^$1 +$2 +$3 +.*$4" "$now" || failed; }
silent() {
	grep -q '^# hwinsight 1 findings ' "$now" || failed || return
	! grep -E "^[a-z]+ +$1 +$2 " "$now"
}
take() {
	now=/out/$1
	cat $F >"$now" || exit 1
}

insmod /hwinsight.ko || exit 1
dev=$(basename "$(grep -l 0x1b36 /sys/bus/pci/devices/*/vendor | while read -r f; do
	d=$(dirname "$f")
	grep -q 0x0005 "$d/device" && echo "$d"
done)")
[ -n "$dev" ] || exit 1

take before
t "a device that fits nowhere: bar-unassigned" shows warn bar-unassigned "devices:pci:$dev" 'BAR 2 .mem. has no address'
t "a device without a driver: device-driver" shows info device-driver "devices:pci:$dev" 'pci:1b36:0005'
t "no other device has an unassigned BAR" test "$(grep -c bar-unassigned "$now")" = 1
t "no finding is an error" sh -c "! grep '^error' $now"
for check in irq-node irq-affinity irq-unhandled irq-disabled irq-error resource-overlap \
	cpu-offline kernel-taint memory-low dimm-errors netdev-errors pcie-link pcie-aer; do
	t "a healthy machine: no $check" silent "$check" '[^ ]+'
done

# LINK of a switch's downstream port is the link below it: to an empty slot.
ends() { /hwinsight --columns ID,LINK,PORT_MAX pci | grep -E "^104c:$1 +$2\$"; }
t "PORT_MAX of a switch is that of the port above it" ends 8232 '2.5GT/s,x1 +16.0GT/s,x32'
t "a downstream port of a switch has no PORT_MAX" ends 8233 '2.5GT/s,x1 +-'
t "hwinsight verify agrees with sysfs about a switch" /hwinsight verify pci
insmod /faults.ko || exit 1
irq() { sed -n "s/^ *\([0-9]*\):.*$1\$/\1/p" /proc/interrupts; }
take faulty
t "unhandled interrupts: irq-unhandled" shows warn irq-unhandled "interrupts:$(irq fault-unhandled)" '150 of the last 150 interrupts were not handled'
t "delivery outside the affinity: irq-affinity" shows warn irq-affinity "interrupts:$(irq fault-astray)" 'CPUs 1, outside the requested 0$'
t "an interrupt on another node than its device: irq-node" shows info irq-node "interrupts:$(irq fault-far)" 'on node 0, but its device platform:hwinsight-faults is on node 1'
t "an interrupt that is disabled: irq-disabled" shows info irq-disabled "interrupts:$(irq fault-disabled)" ''
t "a counter that should be zero: irq-error" shows info irq-error interrupts:SPU 'spurious interrupts since boot: 1'
t "overlapping resources: resource-overlap" shows error resource-overlap 'iomem:0x[0-9a-f]+' '"lower" overlaps "upper"'
t "a workaround for the firmware: kernel-taint" shows info kernel-taint summary:kernel firmware
t "errors on an interface: netdev-errors" shows warn netdev-errors netdevs:fault0 '7 errors receiving and 2 sending, of 100 packets'
t "a DIMM with errors: dimm-errors" shows error dimm-errors dimms:FAULT_A1 '3 memory errors were corrected, 1 could not be'
t "no dimm-errors for the other DIMM" silent dimm-errors dimms:FAULT_A0
t "EDAC's DIMMs have a row each" sh -c "
	grep -qE '^FAULT_A0 +8G .* 0 +0 .* mc7/dimm0\$' /proc/hwinsight/dimms &&
	grep -qE '^FAULT_A1 +8G .* 3 +1 .* mc7/dimm1\$' /proc/hwinsight/dimms"
t "hwinsight verify agrees with EDAC's files" /hwinsight verify dimms
t "offline memory: memory-offline" shows warn memory-offline memory:system '128 MiB are plugged in, but not online: 1 memory blocks'
# disk SERIAL: the PCI function of that disk; above FUNCTION: the port above it
disk() { basename "$(readlink -f "$(dirname "$(grep -lx "$1 *" /sys/class/nvme/*/serial)")/device")"; }
above() { basename "$(dirname "$(readlink -f "/sys/bus/pci/devices/$1")")"; }
# link FUNCTION LINK,LINK_MAX,PORT_MAX: with one space between them
link() {
	/hwinsight --columns ADDRESS,LINK,LINK_MAX,PORT_MAX pci | awk -v f="$1" '$1 == f { print $2, $3, $4 }' |
		grep -xe "$2"
}
one=$(disk one) four=$(disk four)
t "a disk of eight lanes in a port of one" link "$one" '2.5GT/s,x1 16.0GT/s,x8 2.5GT/s,x1'
t "a port of one lane" link "$(above "$one")" '2.5GT/s,x1 2.5GT/s,x1 -'
t "its link is as good as the port: no pcie-link" silent pcie-link "pci:$one"
t "a disk of eight lanes in a port of four" link "$four" '2.5GT/s,x1 16.0GT/s,x8 8.0GT/s,x4'
t "a port of four lanes" link "$(above "$four")" '2.5GT/s,x1 8.0GT/s,x4 -'
t "its link is worse than both: pcie-link" shows warn pcie-link "pci:$four" "runs at 2.5GT/s,x1, but supports 16.0GT/s,x8, and the port $(above "$four") supports 8.0GT/s,x4"
disk=$(disk hwi)
port=$(above "$disk")
t "a link worse than both its ends: pcie-link" shows warn pcie-link "pci:$disk" "runs at 2.5GT/s,x1, but supports 16.0GT/s,x8, and the port $port supports 16.0GT/s,x32"
t "no pcie-link for other links" test "$(grep -c pcie-link "$now")" = 2
t "one finding per interrupt" test "$(grep -c ' irq-[a-z]* *interrupts:[0-9]' "$now")" = 4
t "the worst come first" sh -c "grep -v '^#' $now | awk '{ n = \$1 == \"error\" ? 0 : \$1 == \"warn\" ? 1 : 2; if (n < last) exit 1; last = n }'"
t "a platform device's interrupt names it" grep -qE ' - +platform:hwinsight-faults .* fault-far$' /proc/hwinsight/interrupts
pid=$(ps | sed -n 's/^ *\([0-9]*\) .*\[irq\/[0-9]*-fault-t.*/\1/p')
t "a handler with a thread shows its pid" grep -qE "threaded.* fault-threaded\[$pid\]\$" /proc/hwinsight/interrupts
/as -u cat $F >/out/nobody || exit 1
t "user nobody sees the same findings, without addresses" sh -c "
	grep -v bar-unassigned faulty | sed 's/iomem:0x[0-9a-f]*/iomem:*/; 1,2d' | awk '{ print \$1, \$2, \$3 }' >/tmp/a
	sed 1,2d nobody | awk '{ print \$1, \$2, \$3 }' | cmp - /tmp/a &&
	! grep -E 'iomem:0x|at 0x' nobody"
sleep 11
take later
t "unhandled interrupts 11 seconds ago: no irq-unhandled" silent irq-unhandled '[^ ]+'
echo 0 >/sys/devices/system/cpu/cpu3/online
take offline
t "a CPU that is offline: cpu-offline" shows info cpu-offline cpus:3 'present, but offline'
echo 1 >/sys/devices/system/cpu/cpu3/online
rmmod faults || exit 1
# Not a fault, but something that no emulated machine has.
insmod /frequency.ko || exit 1
t "GOVERNOR and CPUFREQ_DRIVER of a CPU" sh -c "
	test \$(grep -cE ' (powersave|performance) +hwinsight_test +- ' /proc/hwinsight/cpus) = 4"
t "hwinsight verify agrees with cpufreq's files" /hwinsight verify cpus
rmmod frequency || exit 1
t "GOVERNOR is gone with the cpufreq driver" sh -c "! grep hwinsight_test /proc/hwinsight/cpus"
# inject NONFATAL COR: one bit in each of the port's status registers, as an octal byte
inject() {
	number=${port#*:*:}
	{
		printf '\000%b\000\000' "\\0$(printf %o "0x${number%.*}")"
		printf '\000%b\000\000%b\000\000\000' "\\0$1" "\\0$2"
		printf '\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000'
	} >/tmp/error
	cat /tmp/error >/dev/aer_inject || return 1
	sleep 1
}
t "a corrected error is injected" inject 000 100
take corrected
t "a corrected error: pcie-aer is info" shows info pcie-aer "pci:$port" '1 corrected errors'
t "a corrected error is no more than info" sh -c "! grep -E '^error +pcie-aer' $now"
t "an uncorrected error is injected" inject 100 000
take uncorrected
t "an uncorrected error: pcie-aer is an error" shows error pcie-aer "pci:$port" '1 non-fatal and 0 fatal errors'
# Raise the low watermarks above what is free, but not the min ones, which would
# leave no memory to run in.
min=$(cat /proc/sys/vm/min_free_kbytes)
# The low watermark is a quarter above min, and so above all that a zone has.
echo $(($(awk '/^MemTotal/ { print $2 }' /proc/meminfo) * 82 / 100)) >/proc/sys/vm/min_free_kbytes
take memory
echo "$min" >/proc/sys/vm/min_free_kbytes
t "a zone below its watermark: memory-low" shows info memory-low 'memory:node[01]/DMA' 'kB free, below its low watermark of'
/as -u cat $F >nobody.bars || exit 1
t "user nobody causes no read of config space" sh -c "
	grep '^# hwinsight 1 findings ' nobody.bars && ! grep bar-unassigned nobody.bars"
echo online >/sys/devices/system/memory/"$(grep -l offline /sys/devices/system/memory/memory*/state | cut -d / -f 6)"/state
take after
for check in irq-node irq-affinity irq-unhandled irq-disabled resource-overlap cpu-offline \
	memory-low memory-offline dimm-errors netdev-errors pcie-link; do
	t "healthy again: no $check" silent "$check" '[^ ]+'
done
rmmod hwinsight || exit 1
exit 0
