#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0
"""A busy machine: views in ROOT whose counters grow with each step.

usage: grow.py ROOT SOURCE SECONDS STEPS

Each step takes SECONDS, but one second of the machine's own time, which is
the one that rates must use. Prints "ready" when there is something to read.
"""
import os
import re
import sys
import time
from pathlib import Path

ROOT, SOURCE = Path(sys.argv[1]), Path(sys.argv[2])
SECONDS, STEPS = float(sys.argv[3]), int(sys.argv[4])


def put(name, head, names, rows, step):
    head = re.sub(r"taken=\S+", f"taken={100 + step}.000000000", head)
    head = re.sub(r"rows=\d+", f"rows={len(rows)}", head)
    text = "\n".join([head, "# " + " ".join(names)] +
                     [" ".join(r[n] for n in names) for r in rows]) + "\n"
    new = ROOT / ("." + name)
    new.write_text(text)
    # As the module does it: whole, or not at all.
    os.rename(new, ROOT / "proc/hwinsight" / name)


def interrupts(rows, step):
    out = []
    for row in rows:
        row = dict(row)
        irq = row["IRQ"]
        if irq == "25":  # 1,000 a second, most of them on CPU 0
            row["TOTAL"] = str(16 + 1000 * step)
            row["PERCPU"] = f"0:{16 + 900 * step},3:{1 + 100 * step}"
        elif irq == "29":  # of the same device
            row["TOTAL"] = str(3 + 500 * step)
        elif irq == "31":  # half of one a second
            row["TOTAL"] = str(step // 2)
        elif irq == "1":  # goes back in step 3
            row["TOTAL"] = str(10000 + step if step < 3 else 5 + step)
        elif irq == "LOC":  # CPU 1 wraps at step 4, its total does as the module sums
            one = (2**32 - 400 + 100 * step) % 2**32
            row["TOTAL"] = str(one + 50 * step)
            row["PERCPU"] = f"0:{50 * step},1:{one}"
        elif irq == "38" and step == 3:  # is not there in step 3
            continue
        elif irq == "38":
            row["TOTAL"] = str(20 * step)
        out.append(row)
    return out


def cpus(rows, step):
    out = []
    for row in rows:
        row = dict(row)
        n = int(row["CPU"])
        if n == 1 and step in (3, 4):
            row = {k: "-" for k in row} | {"CPU": "1", "STATE": "offline"}
        else:
            row["USER"] = str(int(row["USER"]) + step * 100 * n)
            row["INTERRUPTS"] = str(int(row["INTERRUPTS"]) + step * 50)
        out.append(row)
    return out


def netdevs(step):
    # A 32-bit machine, whose counters are no wider.
    head = "# hwinsight 1 netdevs rows=3 taken=1.0 release=r arch=armv7l types=ssuuuuuuuuuuss"
    names = ("NETDEV STATE MTU SPEED RX_BYTES RX_PACKETS RX_ERRORS RX_DROPPED "
             "TX_BYTES TX_PACKETS TX_ERRORS TX_DROPPED DEVICE DRIVER").split()
    # Faster than a 32-bit counter, and than 64 bits of tenths.
    cells = [["lo", "up", "65536", "-"] + ["0"] * 8 + ["-", "-"],
             ["eth0", "up", "1500", "1000", str(10**13 * step), str(5 * step), "0", "0",
              str(250 * step), str(step), "0", "0", "pci:0000:00:02.0", "e1000e"],
             ["usb0", "up", "1500", "-", str((2**32 - 1500 + 400 * step) % 2**32)] + ["0"] * 7 + ["-", "-"]]
    put("netdevs", head, names, [dict(zip(names, c)) for c in cells], step)


def main():
    views = {}
    for name in ("interrupts", "cpus", "iomem"):
        head, names, *lines = (SOURCE / f"7-{name}.txt").read_text().splitlines()
        names = names[1:].split()
        views[name] = (head, names, [dict(zip(names, line.split(None, len(names) - 1)))
                                     for line in lines])
    (ROOT / "proc/hwinsight").mkdir(parents=True, exist_ok=True)
    for step in range(STEPS):
        for name, change in (("interrupts", interrupts), ("cpus", cpus),
                             ("iomem", lambda rows, _: rows)):
            head, names, rows = views[name]
            put(name, head, names, change(rows, step), step)
        netdevs(step)
        if step == 0:
            print("ready", flush=True)
        time.sleep(SECONDS)


main()
