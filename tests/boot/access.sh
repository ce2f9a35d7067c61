# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=sh disable=SC2154
# In the guest, sourced by guest.sh: who may see what, in every view.
views=$(ls $H)
tunables=/proc/sys/dev/hwinsight
chmod 755 /
# Directory for the output of the shells that run as nobody.
mkdir /tmp/access
chmod 777 /tmp/access

whole() { grep -q '^# hwinsight 1 .* rows=' "$1"; }
# The class of a device and the microcode of a CPU are hexadecimal, too.
no_address() {
	whole "$1" && ! awk '
		/^# hwinsight / { view = $4 }
		/^#/ { next }
		view == "cputypes" { $2 = $4 = $6 = "" }
		# The columns CLASS and REV.
		view == "pci" { $2 = ""; gsub(/ 0x[0-9a-f][0-9a-f] /, " ") }
		{ gsub(/ class=0x/, "") }
		/(^|[ ,=@-])0x/ { print; found = 1 }
		END { exit !found }' "$1"
}
denied() { "$@" 2>&1 | grep -q 'Permission denied'; }
# Processes in a view that have devices open, as `pid devices`.
held() { awk '!/^#/ && $8 != "*" && $8 != "none" { gsub(/=[^,]*/, "", $8); print $1, $8 }' "$1"; }
# The same from the links in /proc/PID/fd that `stat -L` may follow. Beyond 64
# devices per process the descriptors are only counted.
linked() {
	awk '/character special|block special/ {
		split($1, path, "/"); split($NF, hex, ":")
		print path[3], ($2 == "block" ? "b" : "c") hex[1] ":" hex[2]
	}' "$1" | while read -r pid dev; do
		kind=${dev%"${dev#?}"} dev=${dev#?}
		echo "$pid $((0x${dev%:*})) $((0x${dev#*:})) $kind"
	done | sort -k 1n,1 -k 2n,2 -k 3n,3 -k 4r,4 | awk '
		function end() { if (pid) print pid, list (more ? ",+" more : "") }
		$1 != pid { end(); pid = $1; list = last = ""; n = more = 0 }
		{
			dev = $4 $2 ":" $3
			if (dev != last && n < 64) {
				list = list (n++ ? "," : "") dev
				last = dev
			} else if (dev != last) {
				more++
			}
		}
		END { end() }'
}
same_as_proc() {
	# same_as_proc AS-OPTIONS...: processes shows what the same user finds
	# in /proc/PID/fd. The readers themselves are left out: they are gone by
	# then.
	rm -f /tmp/access/fd /tmp/access/view
	/as "$@" sh -c "
		stat -L -c '%n %F %t:%T' /proc/[0-9]*/fd/* >/tmp/access/fd 2>/dev/null
		cat $H/processes >/tmp/access/view"
	linked /tmp/access/fd >/tmp/access/linked
	held /tmp/access/view >/tmp/access/held
	while read -r pid devices; do
		[ -d /proc/"$pid" ] && echo "$pid $devices"
	done </tmp/access/linked >/tmp/access/x
	while read -r pid devices; do
		[ -d /proc/"$pid" ] && echo "$pid $devices"
	done </tmp/access/held >/tmp/access/y
	diff /tmp/access/x /tmp/access/y && [ "$(wc -l </tmp/access/x)" -ge "$least" ]
}

for v in $views; do
	t "root may read $v" sh -c "cat $H/$v | grep -q '^# hwinsight 1 '"
	/as -u cat $H/$v >/tmp/access/view 2>&1
	t "user nobody may read $v, but sees no addresses" no_address /tmp/access/view
	/as -o $H/$v cat >/tmp/access/view 2>&1
	t "$v opened by user nobody and read by root has no addresses" no_address /tmp/access/view
	/as -D cat $H/$v >/tmp/access/view 2>&1
	t "root without CAP_SYS_ADMIN sees no addresses in $v" no_address /tmp/access/view
	t "root of its own user namespace may not open $v" denied /as -u -n U cat $H/$v
	for n in p u pu pumn; do
		t "container root (own namespaces: $n, 14 capabilities) may not open $v" \
			denied /as -n $n -D cat $H/$v
	done
	t "root in other namespaces may read $v, with CAP_SYS_ADMIN" \
		sh -c "/as -n pun cat $H/$v | grep -q '^# hwinsight 1 '"
done
t "every view was tried" test "$(echo "$views" | wc -l)" -ge 9
t "addresses are * for user nobody" sh -c "/as -u cat $H/iomem | grep -q '^\*  *\*  *0 .* \*  *mem'"
t "user nobody sees the names that /proc/iomem shows" sh -c "
	/as -u cat /proc/iomem | sed 's/^ *[^:]* : //' >/tmp/access/a
	/as -u cat $H/iomem | sed 1,2d | awk '{ sub(/^([^ ]+ +)([^ ]+ +)([^ ]+ +)([^ ]+ +)([^ ]+ +)([^ ]+ +)([^ ]+ +)/, \"\"); print }' >/tmp/access/b
	cmp /tmp/access/a /tmp/access/b"
t "serial numbers and ACPI tables are hidden from user nobody" sh -c "
	/as -u cat $H/firmware >/tmp/access/view
	! grep -E '^(acpi/|dmi/.*_(serial|uuid) )' /tmp/access/view | grep -v ' \*\$' &&
	grep -qE '^acpi/FACP +\*\$' /tmp/access/view && ! grep '^slot/' /tmp/access/view"
t "memory slots are hidden from user nobody" sh -c "
	grep -q '^DIMM' $H/dimms && /as -u cat $H/dimms >/tmp/access/view && ! grep '^DIMM' /tmp/access/view"
t "a view opened by root shows addresses when user nobody reads it" sh -c "
	/as -u cat <$H/iomem | grep -q '^0x'"
t "the reader says why it is refused" sh -c "
	/as -n pu -d /hwinsight cpus 2>&1 | grep -q 'no permission: in a container'"

domains() {
	awk '/^# IRQ / { for (i = 2; i <= NF; i++) at[$i] = i - 1 }
		!/^#/ && $(at["DOMAIN"]) !~ /^[-*]$/ { print $(at["DOMAIN"]) }' "$1"
}
/as -u cat $H/interrupts >/tmp/access/view
domains_for_root_only() {
	domains $H/interrupts | grep -q . && whole /tmp/access/view && ! domains /tmp/access/view | grep .
}
t "interrupt domains are hidden from user nobody" domains_for_root_only

least=11 t "root sees the devices that /proc/PID/fd shows" same_as_proc
least=1 t "user nobody sees the devices that /proc/PID/fd shows" same_as_proc -u
t "which are those of user nobody's processes" grep -q ' c1:3,c1:5$' /tmp/access/held
least=0 t "root with 14 capabilities sees the devices that /proc/PID/fd shows" same_as_proc -D
least=0 t "root without CAP_SYS_ADMIN sees the devices that /proc/PID/fd shows" same_as_proc -d
/as -u -N cat $H/processes >/tmp/access/view
t "a sandboxed user nobody reads a complete view" whole /tmp/access/view
t "a sandboxed user nobody sees no descriptors" sh -c "! grep -v '^#' /tmp/access/view | grep -vqE ' irq/.* \*\$'"
/as -o $H/processes cat >/tmp/access/view
t "processes opened by user nobody and read by root is complete" whole /tmp/access/view
t "processes opened by user nobody and read by root shows only nobody's descriptors" sh -c "
	! grep -E '^ *[0-9]+ (init|many|other|othergroup|more|nodump) ' /tmp/access/view"
t "processes opened by root and read by user nobody shows root's descriptors" sh -c "
	/as -u cat <$H/processes | grep -q ' many .* c1:3=null,c1:5=zero,c1:7=full\$'"
t "user nobody sees IRQ threads, but not what they have open" sh -c "
	/as -u cat $H/processes | grep -qE ' irq/.* \*\$'"
cat >/tmp/access/inside <<'END'
mount -t proc proc /proc
cat /proc/hwinsight/processes >/tmp/access/view
END
/as -n pm sh /tmp/access/inside
t "in another pid namespace, its own /proc shows its processes and PIDs" sh -c "
	grep -v '^#' /tmp/access/view | awk '{ print \$1 }' | tr '\n' ' ' | grep -qE '^1 [2-9] \$' &&
	! grep irq/ /tmp/access/view"
t "in another network namespace, netdevs shows only its interfaces" sh -c "
	test ! -e $H/netdevs ||
	/as -n n cat $H/netdevs | awk '!/^#/ { print \$1 }' | tr '\n' ' ' | grep -qx 'lo '"

# What each process keeps busy, and how often: as the same user finds it in /proc.
busy_as_proc() {
	rm -f /tmp/access/dev /tmp/access/view
	/as "$@" sh -c "
		for p in /proc/[0-9]*; do
			stat -L -c '%n %D' \$p/fd/* \$p/cwd \$p/root \$p/exe
			awk '\$6 { print FILENAME, \$4 }' \$p/maps
		done >/tmp/access/dev 2>/dev/null
		cat $H/holders >/tmp/access/view"
	# No process holds any other block device: only these two have file systems.
	part=$(stat -L -c %D $busy/part/.) loop=$(stat -L -c %D $busy/loop/.)
	maps=$(printf '%02x:%02x' 0x"${part%??}" $((0x${part#"${part%??}"})))
	awk -v part="$part" -v loop="$loop" -v maps="$maps" '
	$2 == part || $2 == loop || $2 == maps {
		split($1, path, "/")
		n[path[3]]++
	}
	END { for (pid in n) print pid, n[pid] }' /tmp/access/dev | sort -n >/tmp/access/x
	awk '!/^#/ { n[$1] += $4 + $5 + $6 + $7 + $8 }
		END { for (pid in n) print pid, n[pid] }' /tmp/access/view | sort -n >/tmp/access/y
	diff /tmp/access/x /tmp/access/y && [ "$(wc -l </tmp/access/x)" = "$exactly" ]
}
exactly=9 t "root sees who keeps a device busy, as /proc does" busy_as_proc
exactly=1 t "user nobody sees holders as /proc shows them" busy_as_proc -u
t "which are those of user nobody's processes" grep -q ' nobodys  *block:sda1  *1 ' /tmp/access/view
/as -u -N cat $H/holders >/tmp/access/view
t "a sandboxed user nobody sees no holders" sh -c "grep -q ' rows=0 ' /tmp/access/view"

# /proc mounted so that it hides processes.
hidden() {
	mount -o "remount,$1" /proc &&
		"$2" /as -u sh -c "cat $H/processes | grep -q irq/" &&
		"$2" /as -u sh -c "grep -E '\[[0-9]+(,[0-9]+)?\]' $H/interrupts >/dev/null" &&
		grep -q irq/ $H/processes
}
shown() { "$@"; }
t "hidepid=2 hides IRQ threads from user nobody" hidden hidepid=2 refuses
least=1 t "hidepid=2 leaves user nobody its own processes" same_as_proc -u
t "gid= lets its group in" hidden hidepid=2,gid=65534 shown
t "but not with hidepid=ptraceable" hidden hidepid=ptraceable,gid=65534 refuses
t "hidepid=0 shows them again" hidden hidepid=0,gid=0 shown

# The tunables.
set_to() { echo "$2" >$tunables/$1; }
bad_value() {
	old=$(cat $tunables/"$1")
	echo "$2" 2>&1 >$tunables/"$1" | grep -q 'Invalid argument' &&
		[ "$(cat $tunables/"$1")" = "$old" ]
}
for v in -1 3 4294967296 18446744073709551617 x 1x; do
	t "unprivileged refuses $v" bad_value unprivileged $v
done
for v in -1 0 63 1048577 99999999999999999999 64M; do
	t "snapshot_max_kb refuses $v" bad_value snapshot_max_kb $v
done
for v in -1 0 63 1048577 64M; do
	t "user_max_kb refuses $v" bad_value user_max_kb $v
done
t "user nobody may not set tunables" sh -c "
	/as -u sh -c 'echo 1 >$tunables/unprivileged' 2>&1 | grep -q 'Permission denied' &&
	/as -u sh -c 'echo 64 >$tunables/snapshot_max_kb' 2>&1 | grep -q 'Permission denied'"
for level in 1 0; do
	set_to unprivileged $level
	for v in $views; do
		if [ $level = 1 ] && [ "$v" = summary ]; then
			t "unprivileged=1 leaves the summary to user nobody" sh -c "/as -u cat $H/summary | grep -q '^# hwinsight 1 '"
		else
			t "unprivileged=$level keeps user nobody from $v" denied /as -u cat $H/$v
		fi
		t "unprivileged=$level lets root read $v" sh -c "cat $H/$v | grep -q '^# hwinsight 1 '"
	done
done
set_to unprivileged 2
t "unprivileged=2 lets user nobody in again" sh -c "/as -u cat $H/cpus | grep -q '^# hwinsight 1 '"
set_to snapshot_max_kb 64
t "snapshot_max_kb=64 is too little for all" sh -c "cat $H/devices 2>&1 | grep -q 'File too large'"
t "and enough for cpus" sh -c "cat $H/cpus | grep -q '^# hwinsight 1 '"
set_to snapshot_max_kb 65536
t "all is back" sh -c "cat $H/all | grep -q '^# hwinsight 1 '"
still_busy() { umount $busy/part 2>&1 | grep -qi busy && umount $busy/loop 2>&1 | grep -qi busy; }
t "file systems that have holders cannot be unmounted" still_busy
# shellcheck disable=SC2086
kill $holders
none_left() {
	wait
	cat $H/holders
	[ "$(grep -vc '^#' $H/holders)" = 0 ] && umount $busy/part && umount $busy/loop
}
t "without holders they can" none_left
