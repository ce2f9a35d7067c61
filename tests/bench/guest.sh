# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# In the guest: put the machine into each phase, and measure what belongs to it.
# /bench.args: repetitions; `all`, or the only region to measure; the phases.
# A region is the number of a `read` line of /targets.
set -eu
read -r times only phases </bench.args
/bench names
[ ! -e /hwinsight.ko ] || insmod /hwinsight.ko
# Its resource_lock section; named before it first runs.
/bench span copy_tree_locked || echo "no copy_tree_locked to count"
grep '^read ' /targets | grep -n . | sed 's/:read / /' >/tmp/reads
grep '^memory ' /targets >/tmp/memory

measure() {
	while read -r region _ when size files; do
		[ "$when" = "$1" ] || continue
		[ "$only" = all ] || [ "$only" = "$region" ] || continue
		n=$times
		# These reads are long, and interrupts are not counted anyway.
		[ "$1" = booted ] || n=$((times / 10))
		[ -e "${files%% *}" ] || continue
		set -f
		# shellcheck disable=SC2086 # patterns are for /bench
		/bench read "$region" "$n" "$size" $files >>/out/sizes
		set +f
	done </tmp/reads
}

# hold PROCESSES DESCRIPTORS: until `kill $!`
hold() {
	/bench hold "$1" "$2" /dev/null /dev/zero /dev/full /dev/random \
		/dev/mem /dev/kmsg /dev/tty1 /dev/tty2 >/tmp/held &
	while ! grep -q held /tmp/held; do
		usleep 100000
	done
}

for phase in $phases; do
	: >/tmp/held
	case $phase in
	irqs) insmod /bench_load.ko irqs=512 ;;
	res*) insmod /bench_load.ko resources="${phase#res}" ;;
	*) insmod /bench_load.ko ;;
	esac
	case $phase in
	fds) hold 1 2046 ;;
	procs) hold 64 8 ;;
	esac
	measure "$phase"
	[ ! -s /tmp/held ] || kill $!
	rmmod bench_load
	[ "$phase" != booted ] || [ "$only" != all ] ||
		while read -r _ file _; do
			/bench memory 400 "$file" >>/out/memory
		done </tmp/memory
done
cp /proc/kallsyms /out/kallsyms
echo "bench done"
