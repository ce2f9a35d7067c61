# SPDX-License-Identifier: GPL-2.0
"""disks against /proc/partitions, /proc/diskstats and /sys/class/block."""
import re

from common import Check, size_text, tagged
from rounds import Gauges, rounds
from verify_devices import Sys, escape

COUNTERS = {"READS": 3, "READ_SECTORS": 5, "READ_MS": 6, "WRITES": 7, "WRITE_SECTORS": 9,
            "WRITE_MS": 10}
INFLIGHT = 11


def diskstats(text):
    return {f[2]: f for f in (line.split() for line in text.splitlines())}


def check_rounds(all_rounds):
    rows = Check("disks has every row of /proc/partitions and /proc/diskstats", 20)
    counts = Check("disks: counters as in /proc/diskstats, bracketed", 500)
    flight = Check("disks: INFLIGHT as in /proc/diskstats", 10)
    gauges = Gauges(flight)
    for r in all_rounds:
        stats = [diskstats(files["/proc/diskstats"]) for files in (r.before, r.after)]
        by_name = {row["DISK"]: row for row in r.rows}
        rows.equal("names are unique", len(by_name), len(r.rows))
        # Flash memory has no counters.
        by_name = {name: row for name, row in by_name.items() if row["DEV"][0] == "b"}
        rows.equal("/proc/diskstats", sorted(by_name), sorted(stats[0]))
        for line in r.before["/proc/partitions"].splitlines()[2:]:
            major, minor, kb, name = line.split()
            row = by_name[name]
            rows.equal(f"{name} DEV", row["DEV"], f"b{major}:{minor}")
            # There in KiB, rounded down.
            unit = "BKMGT".index(re.sub(r"\d", "", row["SIZE"]) or "B")
            size = int(row["SIZE"].rstrip("KMGT")) << 10 * unit
            rows.equal(f"{name} SIZE", size >> 10, int(kb))
        for name, row in by_name.items():
            low, high = (s[name] for s in stats)
            rows.equal(f"{name} DEV", row["DEV"], f"b{low[0]}:{low[1]}")
            for column, i in COUNTERS.items():
                counts.between(f"{name} {column}", int(low[i]), int(row[column]), int(high[i]))
            gauges.note(f"{name} INFLIGHT", int(low[INFLIGHT]), int(row["INFLIGHT"]),
                        int(high[INFLIGHT]))
    for column in COUNTERS:
        counts.equal(f"a {column} that is not 0",
                     any(int(row[column].replace("-", "0")) for row in all_rounds[-1].rows), True)
    gauges.done()
    for kind in ("n1 INFLIGHT", "n1p1 INFLIGHT"):
        flight.equal(f"a {kind} that is not 0", any(gauges.values(kind)), True)
    for c in (rows, counts, flight):
        c.done()


def hardware(sys, path):
    """The nearest device above with a driver, skipping the SCSI bus."""
    found = None
    while True:
        path = sys.parent(path)
        if not path:
            return found
        if sys.driver(path) == "-":
            continue
        found = found or path
        if sys.subsystem(path) != "scsi":
            return path


def check_sysfs(d, rows):
    files, sys = tagged(d / "disks.files"), Sys(d)
    facts = Check("disks: size, read-only, parent and hardware as in /sys/class/block", 40)
    paths = {p.rsplit("/", 1)[1]: p for p in sys.paths if sys.subsystem(p) == "block"}
    for row in rows:
        name, at = row["DISK"], f"/sys/class/block/{row['DISK']}"
        path = paths[name]
        facts.equal(f"{name} SIZE", row["SIZE"], size_text(512 * int(files[f"{at}/size"][0])))
        facts.equal(f"{name} RO", row["RO"], files[f"{at}/ro"][0])
        parent = f"block:{path.split('/')[-2]}" if f"{at}/partition" in files else "-"
        facts.equal(f"{name} PARENT", row["PARENT"], parent)
        on = hardware(sys, path)
        facts.equal(f"{name} DEVICE", row["DEVICE"], escape(sys.name(on)) if on else "-")
        facts.equal(f"{name} DRIVER", row["DRIVER"], escape(sys.driver(on)) if on else "-")
        facts.equal(f"{name} NODE", row["NODE"], numa_node(sys, path))
    kinds = {(row["PARENT"] != "-", row["DRIVER"]) for row in rows}
    for kind in ((True, "nvme"), (True, "ahci"), (False, "nvme"), (False, "ahci"), (False, "-")):
        facts.equal(f"a partition or not, and the driver: {kind}", kind in kinds, True)
    facts.equal("a read-only partition", [r["PARENT"] != "-" for r in rows if r["RO"] == "1"], [True])
    facts.done()


def check_kinds(d, rows):
    files, queues = tagged(d / "disks.files"), (d / "disks.queues").read_text()
    kinds = Check("disks: kind, queues, scheduler and make as in /sys/class/block", 60)
    for row in rows:
        name, at = row["DISK"], f"/sys/class/block/{row['DISK']}"

        def file(path):
            return files.get(f"{at}/{path}", ["-"])[0].strip() or "-"

        kinds.equal(f"{name} ROTATIONAL", row["ROTATIONAL"], file("queue/rotational"))
        kinds.equal(f"{name} CACHE", row["CACHE"], file("queue/write_cache").replace(" ", "-"))
        # Newer kernels have no such file for devices that cannot have one.
        scheduler = file("queue/scheduler")
        if scheduler == "-" and row["PARENT"] == "-":
            scheduler = "none"
        chosen = re.search(r"\[(.*)\]", scheduler)
        kinds.equal(f"{name} SCHEDULER", row["SCHEDULER"],
                    chosen[1] if chosen else scheduler)
        kinds.equal(f"{name} QUEUES", row["QUEUES"], str(queues.count(f"{at}/mq/") or "-"))
        kinds.equal(f"{name} MODEL", row["MODEL"], escape(file("device/model")))
        firmware = file("device/firmware_rev")
        kinds.equal(f"{name} FIRMWARE", row["FIRMWARE"],
                    escape(firmware if firmware != "-" else file("device/rev")))
        kinds.equal(f"{name} SERIAL", row["SERIAL"], escape(file("device/serial")))
    by_driver = {row["DRIVER"]: row for row in rows if row["PARENT"] == "-"}
    kinds.equal("SATA", by_driver["ahci"]["MODEL"], "QEMU\\040HARDDISK")
    kinds.equal("NVMe", by_driver["nvme"]["MODEL"], "QEMU\\040NVMe\\040Ctrl")
    kinds.equal("serial numbers", {"hwi", "slow"} - {r["SERIAL"] for r in rows}, set())
    for column, some in (("ROTATIONAL", {"0", "1", "-"}), ("CACHE", {"write-back", "write-through", "-"})):
        kinds.equal(f"{column} has each of {some}", some - {r[column] for r in rows}, set())
    kinds.equal("a scheduler", bool({r["SCHEDULER"] for r in rows} - {"none", "-"}), True)
    kinds.done()


def check_flash(d, rows):
    flash = Check("disks: flash memory as in /proc/mtd", 5)
    kernel = re.findall(r'^(mtd(\d+)): ([0-9a-f]+) [0-9a-f]+ "(.*)"$',
                        (d / "k.mtd").read_text(), re.M)
    by_name = {row["DISK"]: row for row in rows if row["DEV"][0] == "c"}
    flash.equal("rows", sorted(by_name), sorted(name for name, *_ in kernel))
    for name, n, size, text in kernel:
        row = by_name.get(name, {})
        flash.equal(f"{name} SIZE", row.get("SIZE"), size_text(int(size, 16)))
        flash.equal(f"{name} NAME", row.get("NAME"), escape(text))
        flash.equal(f"{name} DEV", row.get("DEV"), f"c90:{2 * int(n)}")
        flash.equal(f"{name} READS", row.get("READS"), "-")
    flash.done()


def numa_node(sys, path):
    """A device has its parent's node unless its own was set."""
    while path:
        node = sys.file(path, "numa_node")
        if node:
            return node.replace("-1", "-")
        path = sys.parent(path)
    return "-"


def check(d):
    all_rounds = rounds(d / "disks.rounds")
    check_rounds(all_rounds)
    rows = all_rounds[-1].rows
    check_flash(d, rows)
    rows = [row for row in rows if row["DEV"][0] == "b"]
    check_sysfs(d, rows)
    check_kinds(d, rows)
