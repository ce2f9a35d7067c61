# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043,SC1090 # busybox has local
# Runs in a booted Debian kernel: a user who reads views must not be able to
# harm the machine, root or others.
H=/proc/hwinsight
. /tap.sh
cd /out || exit 1
chmod 755 /

# figures NAME COMMAND...: a test whose output is shown even if it passes
figures() {
	local name=$1
	shift
	# tests/vm/boot shows the last line on the console while it waits.
	echo "$name" >/dev/console
	t "$name" "$@"
	case $(tail -n 1 /out/tap) in
	ok*) sed 's/^/# /' /tmp/t.log >>/out/tap ;;
	esac
}

insmod /hwinsight.ko || exit 1
cat $H/* >/dev/null || exit 1
for part in /guest_*.sh; do
	. "$part"
done
. /unload.sh
figures "unloading: with files open, 200 times" unload 200
t "the module unloads" rmmod hwinsight
