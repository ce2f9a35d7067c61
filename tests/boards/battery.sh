# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# Sourced by guest.sh: a battery of a real driver, that of input devices.
battery() {
	/battery 42 </tmp/battery >/tmp/battery.log 2>&1 &
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
		# Since Linux 7 the name ends in a number.
		supply=$(basename /sys/class/power_supply/hid-hwinsight-battery*)
		[ "$(cat "/sys/class/power_supply/$supply/capacity" 2>/dev/null)" != 42 ] || return 0
		sleep 0.2
	done
	cat /tmp/battery.log
	return 1
}
mkfifo /tmp/battery
exec 8<>/tmp/battery
t "a keyboard with a battery" battery
K=hid:$(basename "$(readlink -f "/sys/class/power_supply/$supply/device")")
t "its battery" is supplies "$supply" "Battery Discharging 42 - - - - $K Test Keyboard"
told() {
	/hwinsight verify supplies >/out/battery.verified
	cat /out/battery.verified
	grep -qE '^# supplies: [1-9][0-9]* values agree, 0 differ' /out/battery.verified
}
t "hwinsight verify agrees about it" told
exec 5<$H/supplies
dd bs=16 count=1 <&5 >open.supplies 2>/dev/null
echo >&8
wait $!
t "the battery goes with its keyboard" sh -c "! grep hid-hwinsight $H/supplies && grep -q '^board_battery ' $H/supplies"
cat <&5 >>open.supplies
exec 5<&- 8>&-
t "a view that was open still shows it" grep -q "^$supply " open.supplies
