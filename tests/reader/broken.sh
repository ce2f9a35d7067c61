# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash disable=SC2154
# Malformed texts. Sourced by run.

root=$work/broken
mkdir -p "$root/proc/hwinsight"
cp "$good/7-cpus.txt" "$root/proc/hwinsight/cpus"

# refused NAME EXIT-CODE PATTERN ARGUMENT...: one line on stderr, no output
refused() {
	local rc=0 name=$1 code=$2 pattern=$3
	shift 3
	"$bin" "$@" >"$work/out" 2>"$work/err" || rc=$?
	if [ "$rc" = "$code" ] && grep -q -e "$pattern" "$work/err" &&
		[ ! -s "$work/out" ] && [ "$(wc -l <"$work/err")" = 1 ]; then
		ok "reader: $name"
	else
		echo "exit code $rc, expected $code and /$pattern/" >>"$work/err"
		not_ok "reader: $name" "$work/err"
	fi
}

# broken NAME PATTERN SED-SCRIPT: the cpus view, spoilt
broken() {
	sed "$3" "$good/7-cpus.txt" >"$root/proc/hwinsight/spoilt"
	refused "refuses $1" 5 "$2" --root "$root" spoilt
}
broken "a text of something else" ':1: expected' '1s/hwinsight/other/'
broken "another format version" ':1: format version' '1s/hwinsight 1/hwinsight 2/'
broken "a header without rows=" ':1: there is no rows' '1s/rows=4//'
broken "a header without release=" ':1: .*missing' '1s/release=[^ ]*//'
broken "a row too few" ':5: rows=4, but there are 3' '4d'
broken "a field too few" ':3: expected 22 fields' '3s/^\( *[0-9]*\) .*/\1/'
broken "letters for a number" ':3: CPU: expected an integer' '3s/^ *0/ zero/'
broken "a decimal that no 64 bits hold" ':3: MHZ: expected a decimal' '3s/2296.137/18446744073709551616.0/'
broken "a CPU list that goes down" 'SIBLINGS: expected a CPU list' '3s/online    0       0   0    0 0 /online    0       0   0    0 3-0 /'
broken "a duplicate column" ":2: column 'CPU' is there twice" '2s/STATE/CPU/'
broken "CR LF" ':1: the line ends in CR LF' 's/$/\r/'
broken "a control character" 'byte 0x1b' '3s/online/on\x1bline/'
broken "a NUL" 'byte 0x00' '3s/online/on\x00line/'
broken "types for fewer columns" ':2: 22 columns, but types= has' '1s/types=us/types=u/'
broken "65 columns" ':2: more than 64 columns' "1s/ types=.*//;2s/.*/#$(printf ' C%d' $(seq 65))/"

printf '# hwinsight 1 cut rows=0 ta' >"$root/proc/hwinsight/cut"
: >"$root/proc/hwinsight/empty"
refused "refuses a text that is cut" 5 'cut:1: the line is cut' --root "$root" cut
refused "refuses a text that is empty" 5 'empty:1: the text ends' --root "$root" empty
head -c 100000 /dev/urandom >"$root/proc/hwinsight/binary"
refused "refuses a binary" 5 'binary:1: ' --root "$root" binary
cp "$good/7-iomem.txt" "$root/proc/hwinsight/other"
refused "refuses a view of another name" 5 "expected view 'other', found 'iomem'" \
	--root "$root" other
paste -d '\n' "$good/7-iomem.txt" "$good/7-ioports.txt" >"$root/proc/hwinsight/mixed"
refused "refuses two texts line by line" 5 'mixed:2: ' --root "$root" mixed
sed '20r '"$good/7-ioports.txt" "$good/7-iomem.txt" >"$root/proc/hwinsight/within"
refused "refuses a text within another" 5 'within:20: rows=41, but there are 18' \
	--root "$root" within
{
	cat "$good/7-iomem.txt"
	sed '4s/0x/0y/' "$good/7-cpus.txt"
	sed '4s/0x/0y/' "$good/7-iomem.txt"
} >"$work/two.txt"
sed -i '50s/ iomem / ioports /' "$work/two.txt"
refused "names the line of a view of a capture that is broken further down" 5 \
	'two.txt:53: START: expected 0x' --file "$work/two.txt" ioports
others() {
	local rc=0
	"$bin" --file "$work/two.txt" all >"$work/out" 2>"$work/err" || rc=$?
	cat "$work/err"
	[ "$rc" = 5 ] && grep -q 'two.txt:53: START: expected 0x' "$work/err" &&
		grep '^# hwinsight' "$work/out" | cut -d ' ' -f 4 | tr '\n' ' ' | grep -qx 'iomem cpus ' &&
		"$bin" --file "$work/two.txt" cpus | cmp - "$good/7-cpus.txt"
}
check "reader: the other views of a damaged capture can still be used" others

# A view that the module failed to make.
{
	cat "$good/7-cpus.txt"
	sed -n '1s/rows=[0-9]*/rows=0/;1s/$/ error=EFBIG/;1,2p' "$good/7-interrupts.txt"
	cat "$good/7-iomem.txt"
} >"$work/failed.txt"
mkdir -p "$work/failed/proc/hwinsight"
cp "$work/failed.txt" "$work/failed/proc/hwinsight/all"
failed() {
	local rc=0
	"$bin" "$@" all >"$work/out" 2>"$work/err" || rc=$?
	cat "$work/err"
	[ "$rc" = 1 ] && [ "$(wc -l <"$work/err")" = 1 ] &&
		grep -q '^hwinsight: interrupts: the module could not make this view: EFBIG (' "$work/err" &&
		cat "$good/7-cpus.txt" "$good/7-iomem.txt" | cmp - "$work/out"
}
check "reader: error= of a view of all is told, the others are printed, exit code 1" \
	failed --root "$work/failed"
check "reader: the same of a capture" failed --file "$work/failed.txt"
refused "the view with error= itself" 1 'interrupts: the module could not make this view: EFBIG' \
	--file "$work/failed.txt" interrupts
check "reader: metrics of the rest, with view_up 0" sh -c "
	'$bin' --file '$work/failed.txt' metrics >'$work/out'; test \$? = 1 &&
	grep -qx 'hwinsight_view_up{view=\"interrupts\"} 0' '$work/out' &&
	grep -qx 'hwinsight_view_up{view=\"cpus\"} 1' '$work/out'"

# Captures as they come. tolerated NAME SED-SCRIPT: still read completely
good_views=(cpus interrupts iomem)
cat "$good"/7-{cpus,interrupts,iomem}.txt >"$work/clean.txt"
tolerated() {
	local name=$1 v
	for v in "${good_views[@]}"; do
		"$bin" --file "$work/serial.txt" "$v" >"$work/out" 2>"$work/err" ||
			{ not_ok "reader: takes $name" "$work/err"; return; }
		cmp "$work/out" "$good/7-$v.txt" >>"$work/err" ||
			{ not_ok "reader: takes $name: $v" "$work/err"; return; }
	done
	ok "reader: takes $name"
}
sed 's/$/\r/' "$work/clean.txt" >"$work/serial.txt"
tolerated "lines that end in CR LF"
check "reader: ... without a word" test ! -s "$work/err"
sed 's/$/\r\r/' "$work/clean.txt" >"$work/serial.txt"
tolerated "lines that end in CR CR LF"
tr '\n' '\r' <"$work/clean.txt" >"$work/serial.txt"
tolerated "lines that end in CR alone"
cat "$work/clean.txt" "$good/7-cpus.txt" >"$work/serial.txt"
tolerated "a capture with a view twice: the first one counts"
check "reader: ... and says so" grep -q 'serial.txt: left out 1 repeated view;' "$work/err"
cat "$work/clean.txt" "$work/clean.txt" >"$work/serial.txt"
check "reader: two captures in one file: no metric comes twice" sh -c "
	'$bin' --file '$work/clean.txt' metrics | sed /^#/d >'$work/once'
	'$bin' --file '$work/serial.txt' metrics 2>/dev/null | sed /^#/d | diff '$work/once' - && test -s '$work/once'"
{ printf '\xef\xbb\xbf'; cat "$work/clean.txt"; } >"$work/serial.txt"
tolerated "a byte order mark"
{
	printf 'login: root\r\n\r\nroot@board:~# cat /proc/hwinsight/all\r\n'
	sed 's/$/\r/' "$work/clean.txt"
	printf 'root@board:~# exit\r\nlogout\r\nroot@board:~# '
} >"$work/serial.txt"
tolerated "a prompt and a command before, a prompt after"
check "reader: ... and counts what it left out" \
	grep -q ': left out 6 lines that belong to no view, the first is line 1$' "$work/err"
sed -e '3i[   71.123456] usb 1-1: new high-speed USB device number 2 using xhci_hcd' \
	-e '7i<4>[    9.5] random: crng init done' -e '20s/^/\n/' -e '$s/$/\n/' \
	"$work/clean.txt" >"$work/serial.txt"
tolerated "blank lines and lines of the kernel's log within"
check "reader: ... and counts them" grep -q ': left out 4 lines .* line 3$' "$work/err"
{
	echo 'Script started on 2026-11-25 10:00:00+00:00 [TERM="xterm"]'
	printf '\033[?2004h\033]0;root@b\a# cat /proc/hwinsight/all\r\n\033[?2004l\r'
	sed 's/$/\r/' "$work/clean.txt"
	printf '\033[?2004h# \r\n\nScript done on 2026-11-25 10:00:01+00:00 [COMMAND_EXIT_CODE="0"]\n'
} >"$work/serial.txt"
tolerated "a file of script(1)"
cat "$good"/7-{findings,cpus}.txt >"$work/clean.txt"
{
	cat "$good/7-cpus.txt" "$good/7-findings.txt"
	printf 'root@board:~# cat /proc/hwinsight/iomem >/dev/null\r\n'
	cat "$good/7-iomem.txt"
	echo '$ '
} >"$work/serial.txt"
good_views=(cpus findings iomem)
tolerated "a prompt after a table in which all is text"
sed '6d' "$good/7-cpus.txt" >"$work/serial.txt"
refused "a capture with a row too few" 5 'serial.txt:5: rows=4, but there are 3' \
	--file "$work/serial.txt" cpus
sed '6p' "$good/7-cpus.txt" >"$work/serial.txt"
refused "a capture with a row too many" 5 'serial.txt:7: rows=4, but there are 5' \
	--file "$work/serial.txt" cpus
sed '5p' "$good/7-findings.txt" >"$work/serial.txt"
refused "the same where all is text" 5 'serial.txt:14: rows=11, but there are 12' \
	--file "$work/serial.txt" findings
{ echo noise; echo; sed '5s/online/&\n/' "$good/7-cpus.txt"; } >"$work/serial.txt"
"$bin" --file "$work/serial.txt" cpus 2>&1 | head -n 1 >/dev/null || true
refused_twice() {
	local rc=0
	"$bin" --file "$work/serial.txt" cpus >"$work/out" 2>"$work/err" || rc=$?
	cat "$work/err"
	[ "$rc" = 5 ] && [ ! -s "$work/out" ] && grep -q 'serial.txt:7: expected 22 fields, found 2' "$work/err"
}
check "reader: a line broken in the middle is told by its line in the capture" refused_twice
cat "$good"/7-devices.txt "$good"/7-interrupts.txt "$good"/7-disks.txt | sed '$d' >"$work/serial.txt"
refused "about what no table has, where one is damaged" 5 'serial.txt:[0-9]*: rows=' \
	--file "$work/serial.txt" about nobody
check "reader: metrics say which table is damaged, and have the others" sh -c "
	'$bin' --file '$work/serial.txt' metrics >'$work/out' 2>'$work/err'; test \$? = 5 &&
	grep -q 'serial.txt:[0-9]*: rows=' '$work/err' && grep -q '^hwinsight_interrupts_total' '$work/out'"
for z in gzip:gz xz:xz bzip2:bz2; do
	"${z%:*}" -c "$good/7-cpus.txt" >"$work/c.${z#*:}"
	refused "a capture of ${z%:*}, and says what to do" 5 \
		"is compressed: ${z%:*} -dc .*c.${z#*:} | hwinsight --file - ..." --file "$work/c.${z#*:}" cpus
done
echo nothing >"$work/serial.txt"
refused "a capture without a view" 5 'there is no view in it' --file "$work/serial.txt" cpus

# Every proper prefix of a good text is refused.
cat >"$work/prefix.py" <<'EOF'
import subprocess, sys
binary, root, good = sys.argv[1:]
text = open(good, "rb").read()
for n in range(0, len(text), 97):
    open(root + "/proc/hwinsight/prefix", "wb").write(text[:n])
    rc = subprocess.run([binary, "--root", root, "prefix"], capture_output=True).returncode
    assert rc == 5, (n, rc)
EOF
check "reader: refuses every cut of a view" \
	python3 "$work/prefix.py" "$small" "$root" "$good/7-cpus.txt"
