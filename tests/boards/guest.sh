# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# In the guest: the views for boards, between two readings of sysfs, with the
# hardware of board.c and some of Debian's own drivers. verify.py compares.
H=/proc/hwinsight
. /tap.sh
cd /out || exit 1

# row VIEW FIRST-FIELD: that row, with one space between its fields
row() {
	awk -v first="$2" '$1 == first { $1 = $1; print; n++ } END { exit n != 1 }' "$H/$1"
}
# is VIEW FIRST-FIELD ROW
is() {
	shown=$(row "$1" "$2")
	[ "$shown" = "$2 $3" ] && return
	echo "shown: $shown"
	echo "want:  $2 $3"
	return 1
}
# verified VIEW...: some values of each view were compared, and none differs
verified() {
	/hwinsight verify "$@" >verified || { cat verified; return 1; }
	cat verified
	for view in "$@"; do
		grep -qE "^# $view: [1-9][0-9,]* values agree, 0 differ" verified || return 1
	done
}
number_of() { grep -vc '^#' "$H/$1"; }

insmod /hwinsight.ko || exit 1
t "without a board supplies is empty" grep -q '^# hwinsight 1 supplies rows=0 ' $H/supplies
t "without a board there is no gpio-conflict" sh -c "grep -q '^# hwinsight 1 findings ' $H/findings && ! grep gpio-conflict $H/findings"
insmod /board.ko || exit 1
mount -t debugfs debugfs /sys/kernel/debug
P=/sys/bus/platform/devices/hwinsight-board
HW=$(basename $P/hwmon/hwmon*)
ZONE=$(basename "$(dirname "$(grep -l board_soc /sys/class/thermal/thermal_zone*/type)")")
FAN=$(basename "$(dirname "$(grep -l board_fan /sys/class/thermal/cooling_device*/type)")")
B=platform:hwinsight-board
sysfs_files() {
	for f in /sys/class/hwmon/hwmon*/*_* /sys/class/hwmon/hwmon*/name /sys/class/thermal/*/* \
		/sys/class/power_supply/*/* /sys/class/regulator/*/*; do
		[ -f "$f" ] && grep -Hs '' "$f"
	done
}
sysfs_files >sysfs
cat /sys/kernel/debug/gpio >debugfs.gpio
for view in sensors supplies gpios regulators; do cat $H/$view >$view; done

t "a temperature with its limits" is sensors "$HW/temp1" "board CPU\\040die 45000 mC none min:-10000,max:80000 $B"
t "a temperature that the driver cannot read" is sensors "$HW/temp2" "board open - mC - - $B"
t "a temperature beyond both of its limits" is sensors "$HW/temp3" "board VRM 91000 mC max,crit max:80000,crit:90000 $B"
t "a temperature whose file the driver added by itself" is sensors "$HW/temp9" "board - 33000 mC - - $B"
t "a fan too slow" is sensors "$HW/fan1" "board - 500 RPM min min:600 $B"
t "a voltage too low" is sensors "$HW/in1" "board - 11001 mV min min:11400 $B"
t "average power" is sensors "$HW/power1" "board - 15000000 uW - - $B"
t "a thermal zone beyond a trip" is sensors "$ZONE" "board_soc - 85500 mC passive passive:80000,critical:105000 -"
t "a trip point" is sensors "$ZONE/trip1" "board_soc critical 105000 mC - - -"
t "a cooling device" is sensors "$FAN" "board_fan - 2 state none max:5 -"
t "a battery beyond two limits" is supplies board_battery \
	"Battery Discharging 7 3700000 -1250000 315 capacity_min,temp_max $B Cell 2"
t "a supply without a device" is supplies board_mains "Mains Online - - - - - - -"
t "root sees a sensor of mode 0400" is sensors "$HW/in2" "board - 11002 mV - - $B"
/as -u cat $H/sensors >nobody || exit 1
t "user nobody does not" sh -c "grep -qE '^$HW/in2 +board +- +- +mV ' nobody"
t "user nobody sees the others" sh -c "grep -qE '^$HW/temp1 .* 45000 ' nobody"
t "sensors and supplies are not in all" sh -c "! grep -E '^# hwinsight 1 (sensors|supplies) ' $H/all"

# line CHIP NUMBER ROW
line() {
	shown=$(awk -v c="$1" -v n="$2" '$1 == c && $2 == n { $1 = $1; print }' "${FROM:-$H/gpios}")
	[ "$shown" = "$1 $2 $3" ] && return
	echo "shown: $shown"
	echo "want:  $1 $2 $3"
	return 1
}
t "a line in use" line board-gpio 1 "LED led out 1 - $B"
t "a free line with a name" line board-gpio 0 "BUTTON - - - - $B"
t "a line in use of a chip behind a bus" line board-expander 1 "- reset out 1 - $B"
t "a free line without a name is left out" sh -c "! grep -E '^board-expander +0 ' $H/gpios"
cat $H/all >all
FROM=all t "all has the line" line board-gpio 1 "LED led out 1 - $B"
FROM=all t "all asks no chip behind a bus" line board-expander 1 "- reset - - - $B"
t "two lines of one name: gpio-conflict" grep -qE '^info +gpio-conflict +gpios:board-gpio/1 +in use by "led", but line 2 of "board-gpio" is named "LED", too$' $H/findings
t "user nobody sees no lines" sh -c "/as -u cat $H/gpios | grep -q '^# hwinsight 1 gpios rows=0 '"
t "user nobody sees no gpio-conflict" sh -c "/as -u cat $H/findings >/tmp/f && ! grep gpio-conflict /tmp/f"
. /lines.sh
t "a regulator" is regulators BOARD_3V3 "2 3300000 enabled 3200000 3400000 1 - $B"
t "a regulator and its supply" is regulators BOARD_1V8 "1 1800000 enabled 1700000 1900000 1 BOARD_3V3 $B"
t "all asks no regulator" sh -c "sed -n '/^# hwinsight 1 regulators /,/^# hwinsight 1 /p' $H/all |
	grep -qE '^BOARD_1V8 +1 +- +- +1700000 +1900000 +1 +BOARD_3V3 +$B\$'"

t "hwinsight verify finds that every value agrees" verified sensors supplies regulators gpios
# spoilt VIEW SED-SCRIPT PATTERN: with the view changed by the script, verify
# prints a line like PATTERN
spoilt() {
	mkdir -p /tmp/h/proc/hwinsight
	ln -sf /sys /dev /tmp/h
	sed "$2" "$H/$1" >"/tmp/h/proc/hwinsight/$1"
	! /hwinsight --root /tmp/h verify "$1" >spoilt || return 1
	cat spoilt
	grep -qE "$3" spoilt
}
G=gpios
t "hwinsight verify tells another consumer" spoilt $G 's/ led / lad /' '^gpios board-gpio CONSUMER: shown lad, kernel led$'
t "hwinsight verify tells a line that is shown as used" spoilt $G '/BUTTON/s/BUTTON  *-/BUTTON x/' '^gpios board-gpio CONSUMER: shown x, kernel $'
t "hwinsight verify tells another name" spoilt $G 's/BUTTON/BUTTOM/' '^gpios board-gpio NAME: shown BUTTOM, kernel BUTTON$'
t "hwinsight verify tells another direction" spoilt $G '/ led /s/ out / in  /' '^gpios board-gpio DIRECTION: shown in, kernel out$'
t "hwinsight verify tells a line that is left out" spoilt $G '/ reset /d; s/ rows=[0-9]*/ rows='"$(($(number_of $G) - 1))/" '^gpios reset has a line that is not shown$'
t "hwinsight verify tells another voltage" spoilt regulators 's/3300000/3300001/' '^regulators BOARD_3V3 UV: shown 3300001, kernel 3300000$'

# domains_agree: DOMAIN of power against debugfs, which lists devices below
# their domain, by path or by name
domains_agree() {
	awk 'NR > 3 && /^[^ ]/ { domain = $1 }
		NR > 3 && /^    [^ ]/ { n = split($1, part, "/"); print part[n], domain }' \
		/sys/kernel/debug/pm_genpd/pm_genpd_summary | sort >/tmp/domains
	awk '!/^#/ && $NF != "-" { sub("[^:]*:", "", $1); print $1, $NF }' $H/power | sort >/tmp/shown
	diff /tmp/shown /tmp/domains && grep -qx 'hwinsight-board-member board_pd' /tmp/shown
}
t "power domains are as in debugfs" domains_agree
t "user nobody does not see their names" sh -c "/as -u cat $H/power | grep -qE '^platform:hwinsight-board-member .* \*\$'"

. /battery.sh

# Reading wakes no device.
echo auto >$P/power/control
sleep 1
t "the board is suspended" grep -qx suspended $P/power/runtime_status
t "a sensor of a suspended device" is sensors "$HW/temp1" "board - - mC - - $B"
t "a battery of a suspended device" is supplies board_battery "Battery - - - - - - $B -"
t "a regulator of a suspended device" is regulators BOARD_1V8 "1 - - 1700000 1900000 1 BOARD_3V3 $B"
t "the board is still suspended, and was not asked" sh -c "
	grep -qx suspended $P/power/runtime_status && grep -qx 0 /sys/module/board/parameters/asked_asleep"
t "a line of a suspended device" line board-gpio 1 "LED led - - - $B"
echo on >$P/power/control

# A real driver, for a chip that i2c-stub emulates.
if insmod /lib/modules/i2c-stub.ko chip_addr=0x48; then
	bus=$(basename "$(dirname "$(grep -ls 'SMBus stub' /sys/bus/i2c/devices/i2c-*/name)")")
	echo lm75 0x48 >"/sys/bus/i2c/devices/$bus/new_device"
	n=${bus#i2c-}
	chip=$(basename "/sys/bus/i2c/devices/$n-0048/hwmon/"hwmon*)
	t "an lm75 on an I2C bus" is sensors "$chip/temp1" "lm75 - $(cat "/sys/class/hwmon/$chip/temp1_input") mC max max:$(cat "/sys/class/hwmon/$chip/temp1_max") i2c:$n-0048"
fi

# The driver is unbound and bound while everything is read.
D=/sys/bus/platform/drivers/hwinsight-board
(
	i=0
	while [ $i -lt 15 ]; do
		echo hwinsight-board >$D/unbind
		echo hwinsight-board >$D/bind
		i=$((i + 1))
	done
) &
churn=$!
bad=0 reads=0
while kill -0 $churn 2>/dev/null; do
	/hwinsight sensors supplies regulators gpios power >/tmp/n 2>&1 || bad=1
	reads=$((reads + 1))
done
t "views are complete while the driver is unbound and bound" test $bad = 0 -a $reads -gt 1
t "rmmod of the board" rmmod board
t "the board's power domain is gone" sh -c "! grep board_pd $H/power"
t "the board's sensors are gone" sh -c "! grep -q ' board ' $H/sensors"

# The driver of a part of the board adds a chip whose parent is the board. The
# board's lock does not keep that driver bound, so the chip is not asked.
insmod /board.ko cell=1 || exit 1
t "gpios: a chip of a cell is not asked" line unknown 1 "- cell - - - $B"
t "gpios: nor is another chip of a device with cells" line board-gpio 1 "LED led - - - $B"
C=/sys/bus/platform/drivers/hwinsight-board-cell
echo hwinsight-board-cell >$C/unbind || exit 1
t "gpios: the chip goes with the cell's driver" sh -c "! grep '^unknown ' $H/gpios"
t "gpios: then the other chip is asked again" line board-gpio 1 "LED led out 1 - $B"
(
	for _ in 1 2 3 4 5 6 7 8; do
		echo hwinsight-board-cell >$C/bind
		echo hwinsight-board-cell >$C/unbind
	done
) &
churn=$!
bad=0 reads=0
while kill -0 $churn 2>/dev/null; do
	/hwinsight gpios >/tmp/n 2>&1 || bad=1
	reads=$((reads + 1))
done
t "gpios is complete while the cell's driver is bound and unbound" test $bad = 0 -a $reads -gt 1
rmmod board || exit 1
rmmod hwinsight || exit 1
exit 0
