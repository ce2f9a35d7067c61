# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash disable=SC2154
# Where disks are mounted, which the module cannot know. Sourced by run.

disks=$here/captures/disks
mounts() {
	"$bin" --root "$disks" disks --columns DISK,MOUNTS --no-header "$@"
}
check "reader: mount points are joined by number, by name for btrfs, escaped" \
	diff <(mounts | tr -s ' ') - <<'EOF'
sda none
sda1 /,/mnt/with\040space\054comma
nvme0n1 /btr
loop0 none
EOF
check "reader: mount points in JSON" diff <(mounts --json) - <<'EOF'
{"DISK":"sda","MOUNTS":[]}
{"DISK":"sda1","MOUNTS":["/","/mnt/with space,comma"]}
{"DISK":"nvme0n1","MOUNTS":["/btr"]}
{"DISK":"loop0","MOUNTS":[]}
EOF
check "reader: rows by their mount point" diff <(mounts --where MOUNTS~/mnt | tr -s ' ') - <<'EOF'
sda1 /,/mnt/with\040space\054comma
EOF
check "reader: the other columns stay, free text escaped" diff \
	<("$bin" --root "$disks" disks | sed -n '4s/  */ /gp') - <<'EOF'
nvme0n1 b259:0 1G ro 1 8 0 0 0 0 0 pci:0000:01:00.0 nvme\040driver /btr
EOF
check "reader: a capture without mountinfo is as it is" diff \
	<("$bin" --file "$disks/proc/hwinsight/disks" disks) \
	<(sed 1d "$disks/proc/hwinsight/disks")
