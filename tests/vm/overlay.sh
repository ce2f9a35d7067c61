# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash disable=SC2154 # at, chroot, bind: set by the suite
# Source it after lib.sh.

# in_chroot COMMAND...: in an overlay of the chroot $chroot, kept in $at, so
# that the cached chroot stays as it is. $bind is a directory to mount there
# read-only, or empty. All mounts end with the namespace.
in_chroot() {
	mkdir -p "$at"/{upper,work,root}
	# shellcheck disable=SC2016,SC2154 # for the inner shell; set by the suite
	unshare -m sh -eu -c '
		root=$1 work=$2 seen=$3
		shift 3
		mount -t overlay overlay -o \
			"lowerdir=$root,upperdir=$work/upper,workdir=$work/work" \
			"$work/root"
		if [ -n "$seen" ]; then
			mkdir -p "$work/root$seen"
			mount --bind -o ro "$seen" "$work/root$seen"
		fi
		mount -t proc proc "$work/root/proc"
		mount --bind /dev "$work/root/dev"
		exec chroot "$work/root" "$@"
	' - "$chroot" "$at" "$bind" "$@"
}

# copy_sources DIRECTORY: the tree, without build products
copy_sources() {
	mkdir -p "$1"
	rsync -a --exclude .git --exclude /build --exclude '*.o' --exclude '*.ko' \
		--exclude '.*.cmd' --exclude '*.mod' --exclude '*.mod.c' \
		--exclude Module.symvers --exclude modules.order --exclude /.built-for \
		--exclude /userspace/hwinsight --exclude /userspace/hwinsight-minimal \
		--exclude /userspace/minimal --exclude /userspace/flags \
		--exclude '/userspace/report/*.inc' --exclude /module/cpu_names.inc "$TOP"/ "$1"/
}
