# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash
# A separate apt in the cache, which leaves the system's alone. It uses the
# mirror of this machine's apt. Source it after lib.sh.

# own_apt SUITE [ARCH]: set `own`, the arguments for apt-get and apt-cache, for
# packages of ARCH (default amd64) and of amd64
own_apt() {
	local suite=$1 arch=${2:-amd64} a
	local signed='[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]'
	need /usr/share/keyrings/debian-archive-keyring.gpg:debian-archive-keyring
	apt=$HWI_CACHE/apt-$suite
	[ "$arch" = amd64 ] || apt=$apt-$arch
	mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
	touch "$apt/status"
	find_mirrors
	{
		echo "deb $signed $main $suite main"
		case $suite in
		*-backports) echo "deb $signed $main ${suite%-backports} main" ;;
		*) [ -z "$security" ] || echo "deb $signed $security $suite-security main" ;;
		esac
	} >"$apt/sources.list"
	own=(-q -o "Dir::State=$apt" -o "Dir::State::status=$apt/status"
		-o "Dir::Cache=$apt/cache" -o "Dir::Etc::sourcelist=$apt/sources.list"
		-o Dir::Etc::sourceparts=/dev/null -o APT::Architecture=amd64
		-o Dir::Etc::preferencesparts=/dev/null
		-o APT::Sandbox::User=root -o Acquire::Languages=none)
	[ "$arch" = amd64 ] ||
		for a in amd64 "$arch"; do own+=(-o "APT::Architectures::=$a"); done
}

# find_mirrors: set `main` and `security`, the mirrors of this machine's apt;
# security may be empty
find_mirrors() {
	main=$(mirror_like '/debian/\?$' || true)
	security=$(mirror_like 'debian-security/\?$' || true)
	# apt only lists what it has an index for, and a new machine has none.
	if [ -z "$main" ] || { [ -z "$security" ] && security_configured; }; then
		progress "apt has no index of its mirrors yet: apt-get update"
		system_apt update || true
		main=$(mirror_like '/debian/\?$' || true)
		security=$(mirror_like 'debian-security/\?$' || true)
	fi
	[ -n "$main" ] || die "apt knows no Debian mirror (apt-get indextargets)"
}

security_configured() {
	grep -rqs '^[^#]*debian-security' /etc/apt/sources.list /etc/apt/sources.list.d
}

mirror_like() {
	# shellcheck disable=SC2016 # apt-get's own variable
	apt-get indextargets --format '$(REPO_URI)' 2>/dev/null | sort -u |
		grep "$1" | head -n 1
}

# How errors and warnings of apt begin; since 3.0 the words are spelled out.
trouble='^(E|W|Error|Warning): '

# all_failed PATTERN: at least one fetch failed, and every failure matches
all_failed() {
	local failed
	failed=$(grep -E "${trouble}Failed to fetch" "$apt/log") &&
		! grep -qvE "$1" <<<"$failed"
}

# fetch_index SUITE: update the index that all scripts share. If the index of
# security updates is not available the suite's own will do: for rarer
# architectures it can be out of step for days. Sets `hashes`: how many tries of
# three ended with an index that does not have its hash.
fetch_index() {
	local try
	hashes=0
	exec 6>"$apt.lock"
	flock 6
	for try in 1 2 3; do
		apt-get "${own[@]}" update >"$apt/log" 2>&1 &&
			! grep -qE "$trouble" "$apt/log" && break
		! all_failed 'Hash Sum mismatch|File has unexpected size' || hashes=$((hashes + 1))
		progress "the index of $1 did not come whole, try $try of 3"
		if [ "$try" = 2 ] && [ -n "$security" ] &&
			! grep -E "${trouble}Failed" "$apt/log" | grep -qvF "$security"; then
			progress "going on without the security updates of $1"
			sed -i '/-security /d' "$apt/sources.list"
		fi
		sleep $((try * 2))
	done
	exec 6>&-
	! grep -qE "$trouble" "$apt/log"
}

# gone WHAT TEXT: WHAT, `index` or `package`, could not be fetched: say so. The
# one error that is nobody's fault here exits with 75, which `make matrix` shows
# as skipped: 404, or an index without its hash, three times. A package whose
# hash is wrong is an error like any other.
gone() {
	local why=
	if all_failed '  404 '; then
		why='404, gone from the mirror'
	elif [ "$1" = index ] && [ "$hashes" = 3 ]; then
		why='an index that does not have its hash, three times'
	fi
	cat "$apt/log" >&2
	printf '%s: %s%s\n' "${0##*/}" "$2" "${why:+ ($why)}" >&2
	[ -z "$why" ] || exit 75
	exit 1
}
