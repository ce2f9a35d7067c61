#!/bin/bash
# SPDX-License-Identifier: GPL-2.0
# In the booted machine, as root: what a user sees over the life of the
# packages. TAP goes to the second serial port, the final word comes last.
# shellcheck disable=SC2317 # functions that are handed to check()
exec </dev/null >/dev/ttyS1 2>/root/errors
stty -F /dev/ttyS1 raw
old=$(cat /root/old) new=$(cat /root/new)
textfile=/var/lib/prometheus/node-exporter
export DEBIAN_FRONTEND=noninteractive

check() {
	local name=$1
	shift
	if "$@" >/root/log 2>&1; then
		echo "ok - booted: $name"
	else
		echo "not ok - booted: $name"
		tail -n 40 /root/log | sed 's/^/# /'
	fi
}
# within SECONDS COMMAND...: it succeeds sooner or later
within() {
	local until=$((SECONDS + $1))
	shift
	until "$@"; do
		[ "$SECONDS" -lt "$until" ] || return 1
		sleep 2
	done
}
loaded() {
	[ "$(cat /sys/module/hwinsight/version)" = "$1" ]
}
all_is_well() {
	systemctl --no-pager --failed
	[ "$(systemctl is-system-running --wait)" = running ]
}
refuse() {
	! "$@"
}
# answers QUERY PATTERN: query Prometheus, and match its answer
answers() {
	promtool query instant http://localhost:9090 "$1" | tee -a /dev/stderr | grep -q "$2"
}
read_units() {
	! systemctl show -p NeedDaemonReload hwinsight-textfile.service hwinsight-textfile.timer |
		grep yes
}
lines() {
	journalctl -q --no-pager --since "@$1" -u hwinsight-textfile.service | tee -a /dev/stderr | wc -l
}

# A timer may run apt at boot.
apt() {
	apt-get -q -y -o DPkg::Lock::Timeout=600 "$@"
}

nothing_left() {
	find / -xdev -name '*hwinsight*' ! -path '/root/*' ! -path '/var/log/*' ! -path '/var/cache/*' \
		! -path '/var/lib/apt/*' >/root/left
	check "after $1 no file is left" diff /dev/null /root/left
	check "after $1 no module is left" test ! -e /sys/module/hwinsight
	check "after $1 no unit is left" sh -c '! systemctl list-units --all --no-pager | grep hwinsight'
	check "after $1 nothing has failed" all_is_well
}

uname -r | sed 's/^/# /'
check "nothing failed at boot" all_is_well
check "the module is loaded after a boot, version $old" loaded "$old"
check "/proc/hwinsight can be read" grep -q '^# hwinsight 1 cpus' /proc/hwinsight/cpus
check "systemd-modules-load took it" systemctl is-active systemd-modules-load

check "the timer can be enabled" systemctl enable --now hwinsight-textfile.timer
check "it writes metrics" within 120 test -s "$textfile/hwinsight.prom"

# Install a new version while somebody reads the old one.
exec 5</proc/hwinsight/all
upgrade() {
	apt install "/root/debs/hwinsight-dkms_${new}_all.deb" /root/debs/hwinsight_"${new}"_*.deb
}
check "upgrade to $new, while somebody has a view open" upgrade
cp /root/log /root/upgrade
ccache -s | sed "s/^/# /"
check "it says how to change over" grep \
	"hwinsight: $old stays loaded until you run modprobe -r hwinsight && modprobe hwinsight, or reboot" /root/upgrade
check "the old module goes on" loaded "$old"
check "... and still serves" sh -c 'head -c 4096 /proc/hwinsight/all | grep -q "^# hwinsight 1"'
check "the new one is built" sh -c "test \"\$(modinfo -F version hwinsight)\" = $new"
check "the timer is still enabled" systemctl is-enabled hwinsight-textfile.timer
check "the timer is still active" systemctl is-active hwinsight-textfile.timer
check "systemd has read the new units" read_units
check "modprobe -r, while somebody has a view open" modprobe -r hwinsight
check "... whose next read fails" sh -c 'cat <&5 2>&1 | grep "Input/output error"'
exec 5<&-
check "modprobe loads the new one" modprobe hwinsight
check "... version $new" loaded "$new"

# The new version's metrics, for a Prometheus with its rules. A run without the
# module says so, and the next one that it is back.
systemctl start hwinsight-textfile
systemctl reload prometheus
since=$(date +%s)
check "the new service writes metrics" systemctl start hwinsight-textfile
check "every view is up" sh -c "! grep 'view_up{.*} 0' $textfile/hwinsight.prom"
check "Prometheus has them" within 180 answers 'hwinsight_view_up{view="interrupts"}' '=> 1'
check "... of every view" within 60 answers 'count(hwinsight_view_up == 1)' \
	"=> $(grep -c '^hwinsight_view_up{.*} 1$' "$textfile/hwinsight.prom") "
check "... and a counter that counts" within 120 \
	answers 'rate(hwinsight_interrupts_total{irq="LOC"}[2m]) > 0' '=> '
check "every alert rule is loaded" sh -c \
	'curl -s http://localhost:9090/api/v1/rules | grep -o "\"name\":\"Hwinsight[A-Za-z]*\"" | tee -a /dev/stderr |
		wc -l | grep -qx "$(grep -c "alert: Hwinsight" /usr/share/hwinsight/hwinsight.rules.yml)"'
check "none of them is evaluated with an error" sh -c \
	'! curl -s http://localhost:9090/api/v1/rules | grep -o "\"lastError\":\"[^\"]*\""'
check "the timer has run more than once" within 120 sh -c \
	"test \$(systemctl show -p NRestarts,ExecMainStartTimestampMonotonic hwinsight-textfile | wc -l) -gt 0 &&
	 test \$(stat -c %Y $textfile/hwinsight.prom) -gt $((since + 40))"
check "the journal has not a line of it" test "$(lines "$since")" = 0
check "systemd-analyze security: 1.6, as CHANGELOG.md has it" sh -c \
	'systemd-analyze security --no-pager hwinsight-textfile.service | tee -a /dev/stderr | grep "Overall exposure .*: 1\.6 "'
mv "$textfile" "$textfile.away"
check "without the directory it fails" refuse systemctl start hwinsight-textfile
check "... in words" sh -c "journalctl -q --no-pager -u hwinsight-textfile |
	grep 'no directory $textfile: install prometheus-node-exporter'"
mv "$textfile.away" "$textfile"
check "... and goes on when it is back" systemctl start hwinsight-textfile

# README.md's commands to switch it off.
off() {
	systemctl disable --now hwinsight-textfile.timer
	systemctl stop hwinsight-textfile.service
	rm -f "$textfile/hwinsight.prom"
	modprobe -r hwinsight
	ln -s /dev/null /etc/modules-load.d/hwinsight.conf
}
check "switching it off" off
systemctl restart systemd-modules-load
check "... it is not loaded at the next boot" test ! -e /sys/module/hwinsight
check "... and writes nothing" test ! -e "$textfile/hwinsight.prom"
rm /etc/modules-load.d/hwinsight.conf
check "... without the link it is" sh -c \
	'systemctl restart systemd-modules-load && test -e /sys/module/hwinsight'
systemctl enable --now hwinsight-textfile.timer

# Purged.
cp "$(modinfo -n hwinsight)" /root/hwinsight.ko
check "purge" apt purge hwinsight hwinsight-dkms
cp /root/log /root/purge
check "purge warns of nothing" sh -c '! grep -iE "warn|error|fail|not empty" /root/purge'
nothing_left purge

# Without packages. It was built in this tree, for this kernel, beforehand.
check "make install" make -C /root/tree install
check "... modprobe" modprobe hwinsight
rmmod hwinsight
check "... is loaded at each boot" sh -c \
	'systemctl restart systemd-modules-load && test -e /sys/module/hwinsight'
check "make -C userspace install-prometheus" make -C /root/tree/userspace install-prometheus
check "... and systemd has read the units" read_units
check "... has a timer" systemctl enable --now hwinsight-textfile.timer
check "... that writes metrics" within 120 test -s "$textfile/hwinsight.prom"
check "make uninstall" make -C /root/tree uninstall
nothing_left "make uninstall"

# README.md's commands for many machines: built elsewhere, copied here.
taken() {
	local R
	R=$(uname -r)
	mkdir -p /lib/modules/$R/updates && cat >/lib/modules/$R/updates/hwinsight.ko && depmod $R &&
		echo hwinsight >/etc/modules-load.d/hwinsight.conf && modprobe hwinsight
}
check "a module that was built elsewhere" taken </root/hwinsight.ko
check "... is loaded" loaded "$new"
rmmod hwinsight
rm "/lib/modules/$(uname -r)/updates/hwinsight.ko" /etc/modules-load.d/hwinsight.conf
depmod

# From scratch, into a running machine.
install() {
	apt install "/root/debs/hwinsight-dkms_${new}_all.deb"
}
check "install, asking nothing" install
check "it is loaded at once" loaded "$new"
check "the kernel says nothing but that it is out of tree" sh -c '
	dmesg --level=warn,err,crit | grep -i hwinsight | tee -a /dev/stderr |
		grep -vE "loading out-of-tree module taints|module verification failed" | diff /dev/null -'
echo "booted: done"
sync
systemctl poweroff
