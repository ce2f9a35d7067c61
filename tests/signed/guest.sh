# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh
# In a kernel that accepts signed modules only: which ones it loads, and what it
# says about the others. /trusted.ko is there if the kernel knows its key.
. /tap.sh

# refused FILE ANSWER MESSAGE: what insmod answers, and what the kernel logs
refused() {
	dmesg -c >/dev/null
	insmod "$1" >/tmp/said 2>&1 && return 1
	cat /tmp/said
	dmesg
	grep -q "$2" /tmp/said && dmesg | grep -q "$3"
}

t "an unsigned module is refused, in the README's words" refused /unsigned.ko \
	"Key was rejected by service" "Loading of unsigned module is rejected"
t "a module signed by an unknown key is refused, in the README's words" refused /stranger.ko \
	"Key was rejected by service" \
	"Loading of module with unavailable key is rejected"
t "no /proc/hwinsight so far" test ! -e /proc/hwinsight
if [ -e /trusted.ko ]; then
	mount -t efivarfs efivarfs /sys/firmware/efi/efivars
	t "Secure Boot is on" sh -c \
		'od -An -t u1 /sys/firmware/efi/efivars/SecureBoot-* | grep -q " 1$"'
	t "a module signed by a key of the firmware is taken" insmod /trusted.ko
	t "... and serves" grep -q '^# hwinsight 1' /proc/hwinsight/cpus
	rmmod hwinsight
fi
exit 0
