# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043 # busybox has local
# Sourced by tests/matrix/guest.sh, in a guest of any architecture: the views
# for boards against debugfs and sysfs. Each function prints what differs, and
# fails if anything does, or if there was nothing to compare.
K=/sys/kernel/debug

differs() {
	echo "$1: shown $2, kernel $3"
	bad=1
}
same() { [ "$2" = "$3" ] || differs "$1" "$2" "$3"; }

# Only clocks whose names debugfs has, too.
clocks_agree() {
	local n=0 device clock rate enabled parent
	bad=0
	while read -r device _ clock rate enabled parent; do
		[ -e "$K/clk/$clock" ] || continue
		case $clock in
		unkept-*)
			same "$clock" "$rate $enabled $parent" "- - -"
			continue ;;
		esac
		same "$clock RATE" "$rate" "$(cat "$K/clk/$clock/clk_rate")"
		same "$clock PARENT" "$parent" "$(cat "$K/clk/$clock/clk_parent" 2>/dev/null || echo -)"
		# debugfs says of a clock that cannot be switched that it is on.
		awk -v c="$clock" -v e="$enabled" '$1 == c { exit e != ($9 == "Y") && e != ($2 > 0) }' \
			$K/clk/clk_summary || differs "$clock ENABLED" "$enabled" another
		case $device in
		*:?*) ;;
		*) differs "$clock DEVICE" "$device" "a device" ;;
		esac
		n=$((n + 1))
	done <<END
$(grep -v '^#' "$1")
END
	echo "$n clocks"
	[ $bad = 0 ] && [ $n -ge 1 ]
}

# The clocks of tests/boards/clocks, while their drivers are unbound and bound.
# Of a clock whose owner's driver its provider's lock does not keep bound, only
# the name is shown.
clocks_come_and_go() {
	local going reads=0 of=/sys/bus/platform/drivers/hwinsight-clocks
	bad=0
	for clock in 'kept 48000000 0 -' 'unkept-phy - - -' 'unkept-cell - - -'; do
		awk '$1 == "platform:board-clock-user" { print $3, $4, $5, $6 }' $H/clocks |
			grep -xe "$clock" || differs "${clock%% *}" "$(grep board-clock-user $H/clocks)" "$clock"
	done
	(
		for _ in 1 2 3 4 5 6 7 8; do
			for device in board-phy board-mfd board-clock; do
				echo $device >$of/unbind
				echo $device >$of/bind
			done
		done
	) &
	going=$!
	while kill -0 $going 2>/dev/null; do
		cat $H/clocks >/tmp/clocks || differs reading "a read that failed" none
		reads=$((reads + 1))
	done
	[ $bad = 0 ] && [ $reads -gt 1 ]
}

# Every regulator of sysfs, and what it says.
regulators_agree() {
	local n=0 d name
	bad=0
	for d in /sys/class/regulator/*; do
		name=$(cat "$d/name")
		set -- "$1" "$(awk -v n="$name" '$1 == n { print $2, $3, $4 }' "$1")"
		same "$name USERS, UV, STATE" "$2" "$(cat "$d/num_users") $(cat "$d/microvolts" 2>/dev/null || echo -) $(cat "$d/state" 2>/dev/null || echo -)"
		n=$((n + 1))
	done
	same "regulators" "$(grep -vc '^#' "$1")" $n
	[ $bad = 0 ] && [ $n -ge 1 ]
}

# As many lines in use as in debugfs.
gpios_agree() {
	local n
	n=$(grep -cE '^ gpio-[0-9]+ .*\|[^ )]' $K/gpio)
	bad=0
	same "lines in use" "$(awk '!/^#/ && $4 != "-"' "$1" | grep -c .)" "$n"
	# debugfs knows no more about the lines of sleeping chips.
	same "their levels" "$(awk '!/^#/ && $4 != "-" { print $5, $6 }' "$1" | sort | tr '\n' ' ')" \
		"$(sed -nE 's/^ gpio-[0-9]+ .*\|[^)]*[^ )].*\) (in|out) +(hi|lo).*/\1 \2/p' $K/gpio |
			sed 's/hi/1/; s/lo/0/' | sort | tr '\n' ' ')"
	[ $bad = 0 ]
}
