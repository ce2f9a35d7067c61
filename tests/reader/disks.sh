# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash disable=SC2154
# Where disks are mounted, which the module does not know. Sourced by run.

disks=$work/disks
mkdir -p "$disks/proc/hwinsight" "$disks/proc/self"
cp "$good/7-disks.txt" "$disks/proc/hwinsight/disks"
cp "$here/captures/7-mountinfo" "$disks/proc/self/mountinfo"
mounts() {
	"$bin" --root "$disks" disks --columns DISK,MOUNTS --no-header "$@"
}
# prints NAME COMMAND...: its output, apart from the alignment, is stdin
prints() {
	local name=$1
	shift
	"$@" 2>&1 | tr -s ' ' >"$work/out"
	cat >"$work/want"
	check "reader: $name" diff "$work/out" "$work/want"
}
prints "a disk is mounted where the kernel says, twice if twice" mounts <<'EOF'
nvme0n1 none
sda none
sda1 /mnt/with\040space,/mnt/two
sda2 none
EOF
prints "mount points in JSON" mounts --json --where MOUNTS~/two <<'EOF'
{"DISK":"sda1","MOUNTS":["/mnt/with space","/mnt/two"]}
EOF
prints "a list of disks by mount point" mounts --sort MOUNTS --columns MOUNTS,DISK --where MOUNTS!=none <<'EOF'
/mnt/with\040space,/mnt/two sda1
EOF
# Btrfs has its own device numbers, and names may contain anything.
sed -i 's/^\(sda2 .*\)ahci$/\1a driver/' "$disks/proc/hwinsight/disks"
cat >>"$disks/proc/self/mountinfo" <<'EOF'
40 2 0:40 /sub /btr,fs rw shared:5 - btrfs /dev/nvme0n1 rw,subvol=/sub
41 2 8:10 / /other rw - ext4 /dev/sda2 rw
not a mount at all
EOF
prints "mount points by name, for btrfs, a comma escaped" mounts <<'EOF'
nvme0n1 /btr\054fs
sda none
sda1 /mnt/with\040space,/mnt/two
sda2 none
EOF
check "reader: what is not shaped is as the module has it, without mount points" sh -c "
	'$bin' --root '$disks' disks | cmp - '$disks/proc/hwinsight/disks'"
sda2() { "$bin" --root "$disks" disks --where 'DISK!=x' | sed -n '/^sda2/p'; }
prints "the other columns stay, what is no longer last is escaped" sda2 <<'EOF'
sda2 b8:2 8356352 0 0 0 0 0 0 0 0 block:sda - pci:0000:00:1f.2 a\040driver none
EOF
cp "$disks/proc/self/mountinfo" "$work/mountinfo"
garbage() {
	local n
	for n in $(seq 0 7 400); do
		{ head -c "$n" "$work/mountinfo"; head -c "$n" /dev/urandom; echo; } \
			>"$disks/proc/self/mountinfo"
		"$bin" --root "$disks" disks --where 'DISK!=x' >"$work/out" || return 1
		[ "$(wc -l <"$work/out")" = 6 ] || return 1
	done
}
check "reader: cut and random mountinfo is survived" garbage
block=$disks/sys/class/block
mkdir -p "$block/sda/slaves" "$block/sda1" "$block/nvme0n1/slaves/sda1" \
	"$block/nvme0n1/slaves/sda2" "$block/sda2/loop"
echo '/var/lib/images/a, b.img' >"$block/sda2/loop/backing_file"
parts() { "$bin" --root "$disks" disks --columns DISK,PARTS --no-header; }
prints "what a disk is made of: disks below it, or the file of a loop" parts <<'EOF'
nvme0n1 sda1,sda2
sda none
sda1 none
sda2 /var/lib/images/a\054\040b.img
EOF
rm -r "${block:?}"
rm "${disks:?}/proc/self/mountinfo"
check "reader: without mountinfo there is no such column" sh -c "
	'$bin' --root '$disks' disks --sort DISK | { ! grep MOUNTS; }"
check "reader: a capture has no mount points" sh -c "
	'$bin' --file '$good/7-disks.txt' disks --sort DISK | { ! grep -q MOUNTS; }"
