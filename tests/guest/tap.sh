# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash disable=SC3043 # busybox has local
# Sourced by the scripts that run in a guest: TAP lines go to /out/tap.

# t NAME COMMAND...: a test; its output is shown if it fails
t() {
	local name=$1
	shift
	echo "$(cut -d ' ' -f 1 /proc/uptime) $name" >>/out/times
	if "$@" >/tmp/t.log 2>&1; then
		echo "ok - $name" >>/out/tap
	else
		echo "not ok - $name" >>/out/tap
		sed 's/^/# /' /tmp/t.log >>/out/tap
	fi
}
