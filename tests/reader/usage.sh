# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash disable=SC2154
# Wrong usage, and input that is not available. Sourced by run.

all=(--file "$work/all.txt")
refused "unknown view: exit code 4 and the views that there are" 4 \
	"no view 'nope'; there are: cpus interrupts iomem ioports" "${all[@]}" nope
refused "the same in a tree" 4 "no view 'nope'; there are:.* cpus " --root "$tree" nope
refused "a path is no view" 4 "no view '../hwinsight/cpus'" --root "$tree" ../hwinsight/cpus
refused "no module: exit code 3" 3 'proc/hwinsight' --root /nonexistent
refused "no capture: exit code 1" 1 'No such file' --file /nonexistent cpus
refused "unknown option" 2 "unknown option '--nope'" --nope
refused "--root and --file cannot be combined" 2 'cannot be combined' "${all[@]}" --root / cpus
for option in --root --file --columns --where --sort --match; do
	refused "$option without a value" 2 "$option needs a value" cpus "$option"
done
for option in --json --ndjson --csv --no-header --columns=CPU --sort=CPU --match=x; do
	refused "$option without a VIEW" 2 'need a VIEW' "${all[@]}" "$option"
done
refused "--per-cpu of a view" 2 'metrics only' "${all[@]}" --per-cpu cpus
for option in cpus --json --csv --no-header --sort=CPU; do
	refused "metrics with $option" 2 'no VIEW' "${all[@]}" --openmetrics "$option"
done
refused "--json and --csv" 2 '--json and --csv cannot be combined' "${all[@]}" --json cpus --csv
refused "--csv of two views" 2 'one VIEW' "${all[@]}" --csv cpus iomem
refused "--csv of all" 2 'one VIEW' "${all[@]}" --csv all
columns='there are: START END SIZE LVL FLAGS DEVICE DRIVER NAME'
refused "--columns names the columns" 2 "iomem has no column 'FOO'; $columns" \
	"${all[@]}" iomem --columns START,FOO
refused "--columns refuses a column twice" 2 "'start' is there twice" \
	"${all[@]}" iomem --columns START,start
refused "--columns refuses an empty name" 2 "no column ''; $columns" "${all[@]}" iomem --columns START,
refused "--sort names the columns" 2 "no column 'FOO'; $columns" "${all[@]}" iomem --sort FOO:desc
refused "--sort knows asc and desc" 2 "expected COLUMN" "${all[@]}" iomem --sort START:up
refused "--where names the columns" 2 "no column 'FOO'; $columns" "${all[@]}" iomem --where FOO=1
for test in START 'START==0x0' 'LVL=>1' 'NAME~~x'; do
	refused "--where $test names the operators" 2 'there are: = != ~ !~ @ < > <= >=' \
		"${all[@]}" iomem --where "$test"
done
refused "--where wants a number for a number" 2 "expected an integer, found 'one'" \
	"${all[@]}" iomem --where LVL=one
refused "--where wants a size for a size" 2 "expected a size such as 4K" \
	"${all[@]}" iomem --where 'SIZE>4Q'
refused "--where orders no strings" 2 '< is for numbers and sizes' "${all[@]}" iomem --where 'NAME<x'
refused "--where orders no unknown" 2 'expected an integer' "${all[@]}" iomem --where 'LVL<-'
refused "--where knows @ for lists only" 2 '@ is for lists' "${all[@]}" iomem --where 'LVL@1'
refused "--where @ wants a CPU for a list of CPUs" 2 "expected a CPU such as 3 or 0-3, found 'x'" \
	"${all[@]}" interrupts --where 'AFFINITY@x'
refused "--where wants each alternative to fit" 2 "expected an integer, found 'x'" \
	"${all[@]}" iomem --where LVL=0,x
# irqs WORD...: the first cells of the interrupts that are left, on one line
irqs() {
	local want=$1
	shift
	"$bin" --file "$work/all.txt" interrupts --no-header --columns IRQ "$@" | tr '\n' ' ' >"$work/out"
	cat "$work/out"
	[ "$(cat "$work/out")" = "$want" ]
}
check "reader: --where with alternatives" irqs "30 31 32 38 " --where DRIVER=e1000e,ahci
check "reader: --where with alternatives, none of which may be" irqs "24 33 38 " \
	--where 'DRIVER!=nvme,e1000e,-' --where 'DEVICE~pci:'
check "reader: --where with alternatives that are numbers" irqs "26 28 29 " --where HWIRQ=1,3,4 \
	--where 'DRIVER=nvme'
check "reader: --where with !~" irqs "24 33 38 " --where 'DRIVER!~8042,nvme,e1000' --where 'DEVICE~pci'
check "reader: --where with @: a CPU of a list" irqs "0 24 26 30 31 32 33 38 " --where AFFINITY@3
check "reader: --where with @: several CPUs" irqs "0 24 30 31 32 33 38 " --where AFFINITY@1-3
check "reader: --where with @: a CPU that counted" irqs "30 32 " --where PERCPU@3 --where 'DRIVER=e1000e'
check "reader: --where with @: a word of a list" irqs "24 " --where STATE@threaded --where DRIVER=pcieport
check "reader: --match looks into every column, in any case" irqs "25 26 27 28 29 " --match NVME
check "reader: --match and --where" irqs "26 " --match nvme --where AFFINITY@3 --where 'EFFECTIVE=3'
check "reader: --match finds what is escaped" irqs "1 " --match 'i8042 kbd'
many=()
for i in $(seq 17); do many+=(--where "LVL=$i"); done
refused "--where 17 times" 2 'more than 16' "${all[@]}" iomem "${many[@]}"
check "reader: columns are known in lower case" \
	sh -c "'$bin' --file '$work/all.txt' iomem --columns size --where 'size>=1G' --no-header | grep -q G"
check "reader: --where finds what is escaped, escaped or not" sh -c "
	'$bin' --file '$work/all.txt' interrupts --where 'DRIVER=i8042 kbd' --no-header >'$work/a'
	'$bin' --file '$work/all.txt' interrupts --where 'DRIVER=i8042\\040kbd' --no-header >'$work/b'
	test -s '$work/a' && cmp '$work/a' '$work/b'"
check "reader: --help names every command, option and exit code" sh -c "
	'$bin' --help >'$work/help'
	for word in metrics --root --file --columns --where --sort --no-header --json \
		--csv --openmetrics --per-cpu --help --version '6 permission'; do
		grep -q -e \"\$word\" '$work/help' || { echo \"\$word\"; exit 1; }
	done
	awk 'length > 80 { print; bad = 1 } END { exit bad }' '$work/help'"
check "reader: --version says the version" sh -c "'$bin' --version | grep -Eqx 'hwinsight [0-9]+\.[0-9]+\.[0-9]+'"
check "reader: -h is --help" sh -c "'$bin' -h | cmp - '$work/help'"
piped() {
	# A million lines, of which head takes three.
	"$bin" --file "$work/million.txt" million 2>"$work/err" | head -n 3 >"$work/out"
	local rc=${PIPESTATUS[0]}
	cat "$work/err"
	[ "$rc" = 141 ] && [ ! -s "$work/err" ]
}
{ echo "# hwinsight 1 million rows=300000 taken=1 release=1 arch=x types=u"; echo "# N"; seq 300000; } \
	>"$work/million.txt"
check "reader: a reader that goes away: SIGPIPE, and not a word" piped
full() {
	local rc=0
	"$bin" "${all[@]}" cpus >/dev/full 2>"$work/err" || rc=$?
	[ "$rc" = 1 ] && grep -q 'writing: No space left' "$work/err"
}
check "reader: a full disk: exit code 1" full
denied() {
	local rc=0
	chmod 0 "$tree/proc/hwinsight/cpus"
	setpriv --reuid=65534 --clear-groups --inh-caps=-all "$small" --root "$tree" cpus \
		2>"$work/err" || rc=$?
	chmod 644 "$tree/proc/hwinsight/cpus"
	cat "$work/err"
	[ "$rc" = 6 ] && grep -q 'cpus: no permission' "$work/err"
}
if [ "$(id -u)" = 0 ]; then
	need setpriv:util-linux
	chmod 755 "$work"
	check "reader: no permission: exit code 6" denied
else
	skip "reader: no permission: exit code 6" "needs root"
fi
