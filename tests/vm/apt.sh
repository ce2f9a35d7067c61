# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=bash
# An apt of the project's own, in the cache: the system's is left alone. The
# mirror is the one this machine's apt uses. Source it after lib.sh.

# own_apt SUITE: set `own`, the arguments for apt-get and apt-cache.
own_apt() {
	local suite=$1
	local signed='[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]'
	need /usr/share/keyrings/debian-archive-keyring.gpg:debian-archive-keyring
	apt=$HWI_CACHE/apt-$suite
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
		-o APT::Sandbox::User=root)
}

# find_mirrors: set `main` and `security`, the mirrors of this machine's apt;
# security may be empty.
find_mirrors() {
	main=$(mirror_like '/debian/\?$' || true)
	security=$(mirror_like 'debian-security/\?$' || true)
	# apt tells only of what it has an index of; a new machine has none.
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

# fetch_index SUITE: bring the index up to date, for everyone who shares it.
fetch_index() {
	local try
	exec 6>"$apt.lock"
	flock 6
	for try in 1 2 3; do
		apt-get "${own[@]}" update >"$apt/log" 2>&1 &&
			! grep -q '^[WE]: ' "$apt/log" && break
		progress "the index of $1 did not come whole, try $try of 3"
		sleep $((try * 5))
	done
	exec 6>&-
	! grep -q '^[WE]: ' "$apt/log"
}
