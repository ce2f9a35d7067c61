# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash
# Reads tests/vm/targets. Source it after lib.sh.

# target NAME FIELD: print the field, on one line; fails if there is none
target() {
	awk -v name="$1" -v want="$2" '
	/^#/ || /^$/ { next }
	/^\[/ { now = substr($0, 2, length($0) - 2); known[now] = 1; next }
	/^\t/ { value[now, field] = value[now, field] " " substr($0, 2); next }
	{
		field = substr($0, 1, index($0, ":") - 1)
		value[now, field] = substr($0, index($0, ":") + 2)
	}
	END {
		for (; name in known; name = value[name, "like"])
			if ((name, want) in value) {
				if (value[name, want] != "-")
					print value[name, want]
				exit 0
			}
		exit 1
	}' "$TOP/tests/vm/targets"
}

# targets WORD: print the names of those whose `in` has the word; `all` is every
# target that has a kernel
targets() {
	local name
	sed -n 's/^\[\(.*\)\]$/\1/p' "$TOP/tests/vm/targets" | while read -r name; do
		if [ "$1" = all ]; then
			target "$name" suite >/dev/null || target "$name" config >/dev/null || continue
		else
			case " $(target "$name" in) " in
			*" $1 "*) ;;
			*) continue ;;
			esac
		fi
		echo "$name"
	done
}

# need_target NAME: die with a list of the targets if there is no such target
need_target() {
	targets all | grep -qxF -- "$1" ||
		die "no kernel '$1'; known: $(targets all | xargs)"
}
