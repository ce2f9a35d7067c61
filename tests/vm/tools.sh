# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash disable=SC2034 # tools: the suite hands it to boot
# Source it after lib.sh.

# debian_tools PATH:PACKAGE...: programs of trixie for the guest, whose answers
# views are held against, with the libraries that they take: sets the array
# `tools`, of arguments to tests/vm/boot. A guest finds them in /debian.
debian_tools() {
	local at item path lib=lib/x86_64-linux-gnu library
	at=$("$TOP/tests/vm/chroot" trixie "${@#*:}")
	tools=()
	for item; do
		path=${item%%:*}
		tools+=(--file "$at$path:/debian/${path##*/}")
		while read -r library; do
			tools+=(--file "$at/$lib/$library:/$lib/$library")
		done < <("$at/lib64/ld-linux-x86-64.so.2" --library-path "$at/$lib" \
			--list "$at$path" | sed -n 's/^[[:blank:]]*\([^ /]*\) => .*/\1/p' |
			grep -v linux-vdso)
	done
	tools+=(--file "$at/lib64/ld-linux-x86-64.so.2:/lib64/ld-linux-x86-64.so.2")
}
