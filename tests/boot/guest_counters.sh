# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh
# Part of guest.sh: memory, disks and netdevs between two readings of the
# kernel's files, while the machine has something to count; and error cases.

# A disk that takes 8 KiB a second always has requests in flight.
for d in /sys/block/nvme*; do
	read -r serial <"$d/device/serial"
	case $serial in
	slow) slow=/dev/${d##*/} ;;
	*) fast=/dev/${d##*/} ;;
	esac
done
for d in "$fast" /dev/sda; do
	dd if="$d" of=/dev/null bs=64k count=20 2>/dev/null
	dd if=/dev/zero of="$d" bs=64k seek=100 count=4 conv=fsync 2>/dev/null
done
insmod "$(grep /mtdram.ko /load)"
blockdev --setro "${fast}p1"
echo 1M >/sys/block/zram0/disksize
dd if=/dev/zero of=/dev/zram0 bs=4k count=5 conv=fsync 2>/dev/null

# 400 KiB stay dirty while the partition is open.
exec 5<>"${fast}p2"
dd if=/dev/zero bs=4k count=100 >&5 2>/dev/null
# Half a minute's worth, accepted at once; the requests after it have to wait.
dd if=/dev/zero of="${slow}p1" bs=256k count=1 oflag=direct 2>/dev/null
dd if=/dev/zero of="${slow}p1" bs=4k count=4 conv=fsync 2>/dev/null &
dd if=/dev/zero of="$slow" bs=4k count=1 seek=3000 oflag=direct 2>/dev/null &
sleep 1
/between 40 memory.rounds $H/memory /proc/meminfo /proc/zoneinfo /proc/buddyinfo \
	/sys/devices/system/node/node*/meminfo
/between 20 disks.rounds $H/disks /proc/partitions /proc/diskstats
exec 5>&-
grep -Hs '' /sys/class/block/*/ro /sys/class/block/*/size /sys/class/block/*/partition \
	/sys/class/block/*/queue/rotational /sys/class/block/*/queue/write_cache \
	/sys/class/block/*/queue/scheduler /sys/class/block/*/device/model \
	/sys/class/block/*/device/rev /sys/class/block/*/device/firmware_rev \
	/sys/class/block/*/device/serial >disks.files
ls -d /sys/class/block/*/mq/* >disks.queues
cat /proc/mtd >k.mtd

ip link set lo up
for d in /sys/class/net/*; do
	case $(readlink "$d/device/driver") in
	*/e1000e) ifconfig "${d##*/}" 10.0.2.15 netmask 255.255.255.0 mtu 1400 up ;;
	*/e1000) ip link set "${d##*/}" down ;;
	esac
done
ping -c 2 -W 10 10.0.2.2 >/dev/null
ping -c 1 127.0.0.1 >/dev/null
/frame lo 3
/between 5 netdevs.rounds $H/netdevs /proc/net/dev /sys/class/net/*/operstate \
	/sys/class/net/*/mtu /sys/class/net/*/speed /sys/class/net/*/address
ls -d /sys/class/net/*/queues/* >netdevs.queues
/as -n n cat $H/netdevs >netdevs.other

t "user nobody sees no addresses in iomem" sh -c "
	/as -u cat $H/memory >/tmp/n &&
	! grep -v '^#' /tmp/n | grep -q 0x && grep -q '^node0 .* \* ' /tmp/n"
t "user nobody sees the figures of memory, disks and netdevs" sh -c "
	for v in memory disks netdevs; do
		/as -u cat $H/\$v | awk '!/^#/ && (\$2 ~ /^[0-9]/ || \$6 ~ /^[0-9]/) { n++ } END { exit !n }' || exit 1
	done"

# churn COUNT COMMAND VIEW...: read views while the command is repeated
churn() {
	count=$1 command=$2
	shift 2
	(
		i=0
		while [ $i -lt $count ]; do
			sh -c "$command" >/dev/null 2>&1
			i=$((i + 1))
		done
	) &
	churning=$!
	bad=0
	while kill -0 $churning 2>/dev/null; do
		/hwinsight "$@" >/tmp/n 2>&1 || bad=1
	done
	[ $bad = 0 ] || cat /tmp/n
	return $bad
}
zram=$(grep /zram.ko /load)
t "views are complete while a disk's driver is loaded and unloaded" churn 6 \
	"rmmod zram && insmod $zram" disks devices
t "no reader kept the driver from being unloaded" sh -c "
	[ ! -e /sys/module/zram ] || rmmod zram; insmod $zram"
t "the driver was loaded four times or more" sh -c "
	test \$(dmesg | grep -c 'zram: Added device') -ge 4"
t "disks is complete while partitions come and go" churn 6 \
	"blockdev --rereadpt /dev/sda" disks
sda=$(readlink -f /sys/block/sda/device)
host=$(echo "$sda" | sed 's|.*/host\([0-9]*\)/.*|\1|')
t "disks is complete while a SCSI disk comes and goes" churn 4 \
	"echo 1 >$sda/delete; echo '- - -' >/sys/class/scsi_host/host$host/scan" disks
t "netdevs is complete while a driver is unbound and bound" churn 3 \
	"cd /sys/bus/pci/drivers/e1000; d=\$(ls -d 0000:*); echo \$d >unbind; echo \$d >bind" netdevs
