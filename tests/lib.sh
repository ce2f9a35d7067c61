# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash
# shellcheck disable=SC2034 # FAILED: the suites exit with it
# Shared by all test scripts. Source it after `set -eu`.

TOP=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
HWI_CACHE=${HWI_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/hwinsight}
HWI_BUILD=${HWI_BUILD:-$TOP/build}
mkdir -p "$HWI_CACHE" "$HWI_BUILD"
# A make that a test runs is a user's, not a sub-make of the one that runs the
# tests: a sub-make prints which directory it enters, and dkms 3.0 takes that
# for a compiler's name.
unset MAKEFLAGS MFLAGS MAKELEVEL

progress() {
	printf '[%4ds] %s\n' "$SECONDS" "$*" >&2
}

die() {
	printf '%s: %s\n' "${0##*/}" "$*" >&2
	exit 1
}

# need COMMAND-OR-FILE:PACKAGE...: install what is missing, with a message
need() {
	local item what missing=()
	# The compiler only recommends the C library's headers.
	case " $* " in
	*" gcc:gcc "*) set -- "$@" /usr/include/stdio.h:libc6-dev ;;
	esac
	for item; do
		what=${item%%:*}
		case $what in
		/*) [ -e "$what" ] && continue ;;
		*) command -v "$what" >/dev/null && continue ;;
		esac
		missing+=("${item#*:}")
	done
	[ ${#missing[@]} = 0 ] && return
	[ "$(id -u)" = 0 ] ||
		die "missing packages: ${missing[*]} (install them, or run as root)"
	progress "installing with apt-get: ${missing[*]}"
	(
		# Suites run side by side; dpkg cannot.
		flock 9
		export DEBIAN_FRONTEND=noninteractive
		system_apt install -y --no-install-recommends "${missing[@]}" || {
			system_apt update &&
				system_apt install -y --no-install-recommends "${missing[@]}"
		}
	) 9>"$HWI_CACHE/apt.lock" || die "apt-get could not install: ${missing[*]}"
}

# system_apt ARGUMENT...: this machine's apt-get. On a new machine
# unattended-upgrades locks it for minutes: wait, and say so. Its output is
# shown if it fails.
system_apt() {
	local log told='' pid rc=0 deadline=$((SECONDS + 900))
	log=$(mktemp "$HWI_BUILD/apt.XXXXXX")
	while :; do
		apt-get -q -o DPkg::Lock::Timeout=900 "$@" >"$log" 2>&1 9>&- &
		pid=$! rc=0
		while kill -0 "$pid" 2>/dev/null; do
			if [ -z "$told" ] && grep -q '^Waiting for cache lock' "$log"; then
				told=1
				progress "another program has apt, such as unattended-upgrades: waiting, up to 15 minutes"
			fi
			sleep 0.5
		done
		wait "$pid" || rc=$?
		# The package lists have a separate lock, for which apt-get does
		# not wait.
		[ "$rc" != 0 ] && [ "$SECONDS" -lt "$deadline" ] &&
			grep -q 'Could not get lock .*/lists/lock' "$log" || break
		[ -n "$told" ] ||
			progress "another program has apt's lists: waiting, up to 15 minutes"
		told=1
		sleep 5
	done
	[ "$rc" = 0 ] || cat "$log" >&2
	rm -f "$log"
	return "$rc"
}

# heartbeat TEXT COMMAND...: run it, with a sign of life every 20 s
heartbeat() {
	local text=$1 pid beat rc=0
	shift
	progress "$text"
	"$@" &
	pid=$!
	( while sleep 20 >/dev/null 2>&1; do progress "$text: still at it"; done ) &
	beat=$!
	wait "$pid" || rc=$?
	kill "$beat" 2>/dev/null || true
	wait "$beat" 2>/dev/null || true
	return "$rc"
}

# TAP without numbers. not_ok can be given a log file to show.
FAILED=0
ok() {
	printf 'ok - %s\n' "$*"
}

not_ok() {
	FAILED=1
	printf 'not ok - %s\n' "$1"
	[ -z "${2:-}" ] || tail -n "${3:-60}" "$2" | tr -d '\r' | sed 's/^/# /'
}

skip() {
	printf 'ok - %s # SKIP %s\n' "$1" "$2"
}

# check NAME COMMAND...: one test; its output is shown if it fails
check() {
	local name=$1 log
	shift
	log=$(mktemp "$HWI_BUILD/check.XXXXXX")
	if "$@" >"$log" 2>&1; then
		ok "$name"
	else
		not_ok "$name" "$log"
	fi
	rm -f "$log"
}
