# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash disable=SC2154
# Texts that are not what they should be. Sourced by run.

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
refused "names the line of a capture that is broken further down" 5 \
	'two.txt:53: START: expected 0x' --file "$work/two.txt" cpus
refused "tells it once, whatever is asked for" 5 'two.txt:53: ' --file "$work/two.txt" cpus iomem cpus

# Every prefix of a good text is refused, but for the whole one.
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
