#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0
"""Edit a machine's capture as if something had happened to the machine.

usage: edit.py WHAT SOURCE TARGET

SOURCE and TARGET are directories that hold views. WHAT is one of the
functions below, by its name.
"""
import re
import sys
from pathlib import Path


class View:
    def __init__(self, path):
        self.path = path
        head, names, *lines = path.read_text().splitlines()
        self.head = head
        self.names = names[1:].split()
        self.rows = [dict(zip(self.names, line.split(None, len(self.names) - 1)))
                     for line in lines]

    def save(self, path):
        head = re.sub(r"rows=\d+", f"rows={len(self.rows)}", self.head)
        lines = [head, "# " + " ".join(self.names)]
        lines += [" ".join(row[n] for n in self.names) for row in self.rows]
        path.write_text("\n".join(lines) + "\n")


def nothing(view):
    """Only the layout changes: one space between columns."""


def device_removed(view):
    view.rows = [r for r in view.rows
                 if "pci:0000:00:03.0" not in r.get("DEVICE", "")]


def device_added(view):
    for row in list(view.rows):
        if row.get("DEVICE") == "pci:0000:00:03.0":
            new = {k: v.replace("00:03.0", "00:04.0") for k, v in row.items()}
            if "START" in new:
                new["START"], new["END"] = "0xfe8c0000", "0xfe8c3fff"
            if "IRQ" in new:
                new["IRQ"] = "99"
            view.rows.append(new)


def bar_moved(view):
    for row in view.rows:
        if row.get("START") == "0xfe840000" and "START" in row:
            row["START"], row["END"] = "0xfe8a0000", "0xfe8bffff"


def not_bound(view):
    rows = []
    for row in view.rows:
        if row.get("DEVICE") == "pci:0000:00:1f.2":
            if "IRQ" in row or row["NAME"] == "ahci":
                continue
            row["DRIVER"] = "-"
        rows.append(row)
    view.rows = rows


def counted(view):
    """What differs when the same machine is captured later."""
    for row in view.rows:
        for name in ("USER", "IDLE", "INTERRUPTS"):
            if name in row:
                row[name] = str(int(row[name]) + 7)
        if row.get("IRQ") == "LOC":
            row["TOTAL"] = str(int(row["TOTAL"]) + 4)
            row["PERCPU"] = re.sub(r"^0:(\d+)", lambda m: f"0:{int(m[1]) + 4}", row["PERCPU"])
        if "ACTIONS" in row:
            row["ACTIONS"] = row["ACTIONS"].replace("[66]", "[67]")


def a_minute_later(view):
    """An idle machine, read by another `cat`."""
    for row in view.rows:
        for name in ("USER", "IDLE", "INTERRUPTS", "SOFTIRQS", "RX_BYTES", "READS"):
            if row.get(name, "-").isdigit():
                row[name] = str(int(row[name]) + 60)
        if "FREE" in row:
            row["FREE"] = str(max(0, int(row["FREE"]) - 5))
        if "REFS" in row and row["REFS"].isdigit():
            row["REFS"] = str(int(row["REFS"]) + 1)
        if "EFFECTIVE" in row and row["EFFECTIVE"] == "1":
            row["EFFECTIVE"] = "0"
        if "ACTIONS" in row and row["STATE"].startswith("enabled"):
            row["STATE"] += ",masked,pending"
        if row.get("KEY") == "processes":
            row["VALUE"] = "80 with 1 running"
    if view.rows and "COMM" in view.rows[0]:
        view.rows[-1]["PID"] = "211"


def rebooted(view):
    """KASLR, other process IDs, another number of managed pages."""
    a_minute_later(view)
    for row in view.rows:
        if row.get("NAME", "").startswith("Kernel "):
            for name in ("START", "END"):
                row[name] = f"0x{int(row[name], 16) + 0x5000000:x}"
        if "ACTIONS" in row:
            row["ACTIONS"] = re.sub(r"\[\d+\]", "[4711]", row["ACTIONS"])
        if "MANAGED" in row:
            row["MANAGED"] = str(max(0, int(row["MANAGED"]) - 12))
        if "COMM" in row:
            row["PID"] = str(int(row["PID"]) + 1000)


def irqs_moved(view):
    if "ACTIONS" not in view.names:
        return
    new = dict(next(r for r in view.rows if r["IRQ"] == "30"))
    for row in view.rows:
        if row["DEVICE"] == "pci:0000:00:02.0":
            row["IRQ"] = str(int(row["IRQ"]) + 1)
    new["DEVICE"], new["DRIVER"], new["ACTIONS"] = "pci:0000:00:01.5", "new", "new0"
    at = next(i for i, r in enumerate(view.rows) if r["IRQ"] == "31")
    view.rows.insert(at, new)


def netdevs_renamed(view):
    for row in view.rows:
        if "NETDEV" in row:
            row["NETDEV"] = {"eth0": "eth1", "eth1": "eth0"}.get(row["NETDEV"], row["NETDEV"])


def netdev_replaced(view):
    for row in view.rows:
        if row.get("NETDEV") == "eth1":
            row["NETDEV"], row["DEVICE"] = "eth1", "usb:1-1:1.0"


def disk_renamed(view):
    for row in view.rows:
        if row.get("DISK") == "sda":
            row["DISK"] = "sdb"


def disks_moved(view):
    """The disks, and what is below them, in all views but interrupts."""
    for row in view.rows:
        for name in ("DISK", "DEVICE", "PARENT"):
            if name in row and "ACTIONS" not in row:
                cell = re.sub(r"\bsda", "sdb", row[name])
                row[name] = re.sub(r"\b(nvme|ng)0", r"\g<1>1", cell)


def other_columns(view):
    """A newer module: one more column, in another order."""
    view.names.insert(1, "COLOUR")
    view.names[2], view.names[3] = view.names[3], view.names[2]
    for row in view.rows:
        row["COLOUR"] = "blue"


def without_counters(view):
    """An older module: a key column is missing."""
    if "LVL" in view.names:
        view.names.remove("LVL")
        view.head = re.sub(r"types=\S+", "", view.head)


def all_alike(view):
    """Identical rows, one of which is gone."""
    if "IRQ" in view.names:
        view.rows = [dict(view.rows[0]) for _ in range(5)]


def main():
    what, source, target = globals()[sys.argv[1]], Path(sys.argv[2]), Path(sys.argv[3])
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.iterdir()):
        view = View(path)
        view.head = re.sub(r" types=(\S+)", "", view.head) if what is other_columns else view.head
        what(view)
        view.save(target / path.name)


main()
