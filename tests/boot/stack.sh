# SPDX-License-Identifier: GPL-2.0
# shellcheck shell=dash
# Sourced by guest.sh: interfaces built on others.
# lower NETDEV INTERFACES
lower() {
	/hwinsight --columns NETDEV,LOWER netdevs >/tmp/lower || return 1
	cat /tmp/lower
	grep -qE "^$1 +$2\$" /tmp/lower
}
stacked() {
	insmod "$(grep /bonding.ko /load)" || return 1
	for eth in eth0 eth1; do
		ip link set $eth down || return 1
		echo +$eth >/sys/class/net/bond0/bonding/slaves || return 1
	done
	ip link set bond0 up
	vconfig add bond0 7 >/dev/null || ip link add link bond0 name bond0.7 type vlan id 7 || return 1
	brctl addbr br0 && brctl addif br0 bond0.7 && ip link set br0 up
}
t "netdevs: a bond, a VLAN and a bridge" stacked
t "netdevs: LOWER of a bond" lower bond0 eth0,eth1
t "netdevs: LOWER of a VLAN" lower bond0.7 bond0
t "netdevs: LOWER of a bridge" lower br0 bond0.7
t "netdevs: hardware has no LOWER" lower eth0 none
# A VLAN whose bond stays behind.
moved_away() {
	vconfig add bond0 8 >/dev/null || ip link add link bond0 name bond0.8 type vlan id 8 || return 1
	/as -n n sh -c "until [ -e /tmp/moved ]; do sleep 0.1; done
		/hwinsight --columns NETDEV,LOWER netdevs >/tmp/lower" &
	there=$!
	until [ "$(readlink /proc/$there/ns/net)" != "$(readlink /proc/$$/ns/net)" ]; do
		sleep 0.1
	done
	ip link set bond0.8 netns $there
	touch /tmp/moved
	wait $there
	cat /tmp/lower
	grep -qE '^bond0\.8 +none$' /tmp/lower
}
t "netdevs: LOWER names nothing in another network namespace" moved_away
agrees_on_netdevs() {
	/hwinsight verify netdevs >/out/netdevs.verified
	cat /out/netdevs.verified
	# LOWER is among what verify compared.
	grep -qE '^# netdevs: [1-9][0-9,]* values agree, 0 differ' /out/netdevs.verified &&
		! grep -q LOWER /out/netdevs.verified
}
t "netdevs: hwinsight verify agrees" agrees_on_netdevs
unstacked() {
	ip link set br0 down && brctl delbr br0 && ip link del bond0.7 || return 1
	for eth in eth0 eth1; do
		echo -$eth >/sys/class/net/bond0/bonding/slaves || return 1
	done
	rmmod bonding
}
t "netdevs: bond, VLAN and bridge are removed" unstacked
t "netdevs: and have no row left" sh -c "! grep -qE '^(bond|br)0' $H/netdevs"
