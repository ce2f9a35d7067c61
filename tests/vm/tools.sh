# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash disable=SC2034 # tools: the suite hands it to boot
# Source it after lib.sh.

# debian_tools PATH:PACKAGE...: trixie's programs, with the libraries they need,
# for the guest, to compare views with their answers: sets the array `tools`,
# arguments to tests/vm/boot. In a guest they are in /debian.
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
