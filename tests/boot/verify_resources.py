# SPDX-License-Identifier: GPL-2.0
"""iomem and ioports against /proc/iomem, /proc/ioports and sysfs."""
import re
from collections import defaultdict

from common import Check, drivers, size_text, tagged, view


def check_resources(d, name, io, files, driver_of):
    rows = view(d / name)
    tree = Check(f"{name} is /proc/{name}, row by row", 60)
    kernel = (d / f"k.{name}").read_text().splitlines()
    tree.equal("number of rows", len(rows), len(kernel))
    for row, line in zip(rows, kernel):
        m = re.match(r"( *)([0-9a-f]+)-([0-9a-f]+) : (.*)$", line)
        start, end = int(m[2], 16), int(m[3], 16)
        tree.equal(line, (int(row["START"], 16), int(row["END"], 16)), (start, end))
        tree.equal(f"{line} LVL", min(int(row["LVL"]), 5), len(m[1]) // 2)
        tree.equal(f"{line} NAME", row["NAME"], m[4])
        tree.equal(f"{line} SIZE", row["SIZE"], size_text(end - start + 1))
    tree.done()

    bars = Check(f"{name}: BARs and windows of PCI devices", 4)
    at = defaultdict(list)
    for row in rows:
        at[int(row["START"], 16), int(row["END"], 16)].append(row)
    words = ((0x100, "io"), (0x200, "mem"), (0x2000, "prefetch"),
             (0x4000, "readonly"), (0x100000, "64bit"), (0x200000, "window"))
    owned = defaultdict(list)
    for path, lines in files.items():
        m = re.match(r"/sys/bus/pci/devices/(.*)/resource$", path)
        if not m:
            continue
        for line in lines:
            start, end, flags = (int(x, 16) for x in line.split())
            if not flags & (0x100 if io else 0x200) or (start, end) not in at:
                continue
            dev = f"pci:{m[1]}"
            mine = [r for r in at[start, end] if r["DEVICE"] == dev]
            if not mine:
                bars.equal(f"{dev} {line} is owned", at[start, end], dev)
                continue
            owned[dev].append((start, end))
            bars.equal(f"{dev} DRIVER", mine[0]["DRIVER"], driver_of[dev])
            shown = set(mine[0]["FLAGS"].split(","))
            for bit, word in words:
                bars.equal(f"{dev} {line} {word}", word in shown, bool(flags & bit))
    bars.done()

    # Quirks add resources that the "resource" files leave out; the kernel names
    # those after the device.
    for row in rows:
        if row["DEVICE"] == f"pci:{row['NAME']}":
            owned[row["DEVICE"]].append((int(row["START"], 16), int(row["END"], 16)))
    owners = Check(f"{name}: who owns what lies in a range", 4)
    pnp = defaultdict(list)
    for path, lines in files.items():
        m = re.match(r"/sys/bus/pnp/devices/(.*)/resources$", path)
        for line in lines if m else ():
            r = re.match(r"(io|mem) 0x([0-9a-f]+)-0x([0-9a-f]+)", line)
            if r and (r[1] == "io") == io:
                pnp[f"pnp:{m[1]}"].append((int(r[2], 16), int(r[3], 16)))
    for row in rows:
        dev = row["DEVICE"]
        if dev == "-":
            continue
        start, end = int(row["START"], 16), int(row["END"], 16)
        owners.equal(f"{dev} DRIVER", row["DRIVER"], driver_of.get(dev, "no such device"))
        if dev.startswith("platform:"):
            continue
        ranges = pnp[dev] if dev.startswith("pnp:") else owned[dev]
        owners.equal(f"{row['NAME']} in a range of {dev}",
                     any(a <= start and end <= b for a, b in ranges), True)
    owners.done()


def check(d):
    files = tagged(d / "devices.files")
    check_resources(d, "iomem", False, files, drivers(d))
    check_resources(d, "ioports", True, files, drivers(d))
