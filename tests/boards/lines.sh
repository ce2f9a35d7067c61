# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# Sourced by guest.sh: GPIO lines as libgpiod sees them, with gpio-sim where the
# kernel has it.
SIM=/config/gpio-sim/chip
sim_begins() {
	mkdir -p /config
	mount -t configfs configfs /config || return 1
	mkdir -p $SIM/bank/line1 $SIM/bank/line2/hog $SIM/bank/line3/hog || return 1
	echo 6 >$SIM/bank/num_lines
	echo sim >$SIM/bank/label
	echo 'MY KEY' >$SIM/bank/line1/name
	echo FAN >$SIM/bank/line2/name
	echo 'a fan' >$SIM/bank/line2/hog/name
	echo output-high >$SIM/bank/line2/hog/direction
	echo door >$SIM/bank/line3/hog/name
	echo input >$SIM/bank/line3/hog/direction
	echo 1 >$SIM/live || return 1
	at=/sys/devices/platform/$(cat $SIM/dev_name)
	at=$at/$(cat $SIM/bank/chip_name)
	[ -e "$at/sim_gpio3/pull" ]
}
# Watching a line takes its interrupt. This chip maps interrupts by itself, so
# the view cannot know which one it is.
watched() {
	/debian/gpiomon -c "$(cat $SIM/bank/chip_name)" 1 >/tmp/events 2>&1 &
	watcher=$!
	irq=''
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		irq=$(awk '$NF == "gpiomon" { sub(":", "", $1); print $1 }' /proc/interrupts)
		[ -z "$irq" ] || break
		sleep 0.3
	done
	[ -n "$irq" ] && line sim 1 "MY\\040KEY gpiomon in 0 - $S"
}
if [ -e /lib/modules/gpio-sim.ko ]; then
	t "gpio-sim is set up" sim_begins
	S=platform:$(cat $SIM/dev_name)
	t "gpio-sim: a free line with a name" line sim 1 "MY\\040KEY - - - - $S"
	t "gpio-sim: an output hog that is high" line sim 2 "FAN a\\040fan out 1 - $S"
	t "gpio-sim: an input hog that is low" line sim 3 "- door in 0 - $S"
	echo pull-up >"$at/sim_gpio3/pull"
	t "gpio-sim: an input hog that became high" line sim 3 "- door in 1 - $S"
	t "gpio-sim: a line that gpiomon watches" watched
	t "gpio-sim: hwinsight verify agrees" verified gpios
fi
/debian/gpiodetect >gpiodetect 2>&1 || exit 1
cat $H/gpios >tools.gpios
/debian/gpioinfo >gpioinfo 2>&1 || exit 1
if [ -e /lib/modules/gpio-sim.ko ]; then
	kill "$watcher"
	wait "$watcher" 2>/dev/null
	# The chip goes while the views are read, and while one is open.
	exec 5<$H/gpios
	dd bs=64 count=1 <&5 >open.gpios 2>/dev/null
	(
		for _ in 1 2 3 4 5; do
			echo 0 >$SIM/live
			echo 1 >$SIM/live
		done
		echo 0 >$SIM/live
	) &
	going=$!
	bad=0 reads=0
	while kill -0 $going 2>/dev/null; do
		/hwinsight gpios power >/tmp/n 2>&1 || bad=1
		reads=$((reads + 1))
	done
	t "gpio-sim: views are complete while it comes and goes" test $bad = 0 -a $reads -gt 1
	cat <&5 >>open.gpios
	exec 5<&-
	t "gpio-sim: a view that was open still shows it" grep -q '^sim ' open.gpios
	t "gpio-sim: a new view does not" sh -c "! grep '^sim ' $H/gpios"
fi
