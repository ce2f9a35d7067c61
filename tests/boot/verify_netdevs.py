# SPDX-License-Identifier: GPL-2.0
"""netdevs against /proc/net/dev and /sys/class/net."""
from common import Check, view
from rounds import rounds
from verify_devices import Sys, escape
from verify_disks import hardware

COUNTERS = {"RX_BYTES": 0, "RX_PACKETS": 1, "RX_ERRORS": 2, "RX_DROPPED": 3,
            "TX_BYTES": 8, "TX_PACKETS": 9, "TX_ERRORS": 10, "TX_DROPPED": 11}


def net_dev(text):
    out = {}
    for line in text.splitlines()[2:]:
        name, _, rest = line.strip().partition(":")
        out[name] = [int(n) for n in rest.split()]
    return out


def check_rounds(all_rounds):
    counts = Check("netdevs: counters as in /proc/net/dev, bracketed", 100)
    state = Check("netdevs: state, MTU and speed as in /sys/class/net", 20)
    for r in all_rounds:
        low, high = (net_dev(files["/proc/net/dev"]) for files in (r.before, r.after))
        counts.equal("interfaces", sorted(row["NETDEV"] for row in r.rows), sorted(low))
        for row in r.rows:
            name = row["NETDEV"]
            for column, i in COUNTERS.items():
                counts.between(f"{name} {column}", low[name][i], int(row[column]), high[name][i])
            at = f"/sys/class/net/{name}"
            state.equal(f"{name} STATE", row["STATE"], r.before[f"{at}/operstate"].strip())
            state.equal(f"{name} MTU", row["MTU"], r.before[f"{at}/mtu"].strip())
            state.equal(f"{name} MAC", row["MAC"], r.before[f"{at}/address"].strip() or "-")
            # In sysfs an unknown value cannot be read, or is -1.
            speed = r.before[f"{at}/speed"].strip()
            state.equal(f"{name} SPEED", row["SPEED"], speed if speed not in ("", "-1") else "-")
    last = all_rounds[-1].rows
    for column in ("RX_BYTES", "RX_PACKETS", "RX_DROPPED", "TX_BYTES", "TX_PACKETS"):
        counts.equal(f"a {column} that is not 0", any(int(r[column]) for r in last), True)
    for column, some in (("STATE", {"up", "down"}), ("MTU", {"1400", "1500"}), ("SPEED", {"1000", "-"})):
        state.equal(f"{column} has each of {some}", some - {r[column] for r in last}, set())
    counts.done()
    state.done()


def check(d):
    all_rounds = rounds(d / "netdevs.rounds")
    check_rounds(all_rounds)
    rows, sys = all_rounds[-1].rows, Sys(d)
    queues = (d / "netdevs.queues").read_text()
    on = Check("netdevs: device and driver of the hardware below, and queues", 12)
    paths = {p.rsplit("/", 1)[1]: p for p in sys.paths if sys.subsystem(p) == "net"}
    for row in rows:
        name = row["NETDEV"]
        path = hardware(sys, paths[name])
        on.equal(f"{name} DEVICE", row["DEVICE"], escape(sys.name(path)) if path else "-")
        on.equal(f"{name} DRIVER", row["DRIVER"], escape(sys.driver(path)) if path else "-")
        for column, kind in (("RXQ", "rx"), ("TXQ", "tx")):
            on.equal(f"{name} {column}", int(row[column]),
                     queues.count(f"/sys/class/net/{name}/queues/{kind}-"))
    on.equal("drivers", sorted(r["DRIVER"] for r in rows), ["-", "e1000", "e1000e"])
    on.done()
    other = Check("netdevs: another network namespace has its own interfaces only", 1)
    other.equal("interfaces", [(r["NETDEV"], r["STATE"]) for r in view(d / "netdevs.other")],
                [("lo", "down")])
    other.done()
