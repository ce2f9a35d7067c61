# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# In the guest: put the machine into each phase, and measure its targets.
# /bench.args: how often, and `all`, or the only region to measure.
set -eu
read -r times only </bench.args
/bench names
[ ! -e /hwinsight.ko ] || insmod /hwinsight.ko
# Its resource_lock section; named before it ever ran.
/bench span copy_tree_locked || echo "no copy_tree_locked to count"

measure() {
	grep "^[0-9]* *$1 " /targets | while read -r region _ size _ _ _ _ files; do
		[ "$only" = all ] || [ "$only" = "$region" ] || continue
		[ -e "${files%% *}" ] || continue
		n=$times
		# These are long, and interrupts are not counted anyway.
		[ "$1" = booted ] || n=$((times / 10))
		# shellcheck disable=SC2086
		/bench read "$region" "$n" "$size" $files >>/out/sizes
	done
}

for phase in booted irqs res1000 res4000 fds; do
	case $phase in
	fds)
		insmod /bench_load.ko
		/bench hold 2046 /dev/null /dev/zero /dev/full /dev/random \
			/dev/mem /dev/kmsg /dev/tty1 /dev/tty2 >/tmp/held &
		while ! grep -q held /tmp/held; do
			usleep 100000
		done
		;;
	booted) insmod /bench_load.ko ;;
	irqs) insmod /bench_load.ko irqs=512 ;;
	res*) insmod /bench_load.ko resources=${phase#res} ;;
	esac
	measure $phase
	[ $phase != fds ] || kill $!
	rmmod bench_load
done
cp /proc/kallsyms /out/kallsyms
echo "bench done"
