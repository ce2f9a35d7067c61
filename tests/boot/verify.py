#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0
"""Hold the views of a booted kernel against the kernel's own files.

usage: verify.py DIR LABEL

DIR is what tests/boot/guest.sh collected. Prints TAP: one line for each kind
of value, with the number of values compared; one that compared none fails.
Counters must lie between a reading before the view and one after it.
"""
import re
import sys
from collections import defaultdict
from pathlib import Path

LABEL = ""
failed = False


class Check:
    """A kind of value: counts what agrees, remembers what does not."""

    def __init__(self, name, least=1):
        self.name, self.least = name, least
        self.agree, self.differ = 0, []

    def equal(self, what, shown, kernel):
        if shown == kernel:
            self.agree += 1
        else:
            self.differ.append(f"{what}: shown {shown!r}, kernel {kernel!r}")

    def between(self, what, before, shown, after):
        if before <= shown <= after:
            self.agree += 1
        else:
            self.differ.append(f"{what}: shown {shown}, kernel {before} to {after}")

    def done(self):
        global failed
        good = not self.differ and self.agree >= self.least
        failed |= not good
        print(f"{'ok' if good else 'not ok'} - {LABEL}: {self.name} "
              f"({self.agree} values)")
        if self.agree < self.least:
            print(f"# expected to compare at least {self.least}")
        for line in self.differ[:20]:
            print(f"# {line}")


def view(path):
    lines = path.read_text().splitlines()
    names = lines[1].lstrip("# ").split()
    rows = [dict(zip(names, line.split(None, len(names) - 1)))
            for line in lines[2:]]
    if f" rows={len(rows)} " not in lines[0]:
        raise SystemExit(f"{path}: rows= does not match {len(rows)} rows")
    return rows


def tagged(path):
    """grep -H output: {file: [lines]}"""
    out = defaultdict(list)
    for line in path.read_text().splitlines():
        # Paths hold colons too (PCI addresses); values of one-line files
        # are split at the first colon after the last slash's first dot-free
        # part, which the known file names make unambiguous.
        m = re.match(r"(/(?:proc|sys)/.*?/[A-Za-z_0-9]+):(?![0-9a-f]{2}[.:/])(.*)$", line)
        if m:
            out[m.group(1)].append(m.group(2))
    return out


def size_text(n):
    for unit in ("", "K", "M", "G", "T", "P", "E"):
        if n % 1024 or n == 0 or unit == "E":
            return f"{n}{unit}"
        n //= 1024


def drivers(d):
    out = {}
    for line in (d / "drivers").read_text().splitlines():
        path, _, driver = line.partition(" ")
        parts = path.split("/")
        out[f"{parts[3]}:{parts[5]}"] = driver.replace(" ", "\\040") or "-"
    return out


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

    # Quirks add resources that the "resource" files leave out; the kernel
    # names those after the device.
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


def proc_interrupts(path):
    """{label: (counts, rest)}"""
    out, cpus = {}, []
    for line in path.read_text().splitlines():
        if not cpus:
            cpus = [int(c[3:]) for c in line.split()]
            continue
        label, _, rest = line.strip().partition(":")
        fields = rest.split(None, len(cpus))
        counts = []
        for f in fields[:len(cpus)]:
            if not f.isdigit():
                break
            counts.append(int(f))
        text = rest.strip() if len(counts) < len(cpus) else \
            (fields[len(cpus)] if len(fields) > len(cpus) else "")
        out[label] = (dict(zip(cpus, counts)), text.strip())
    return out


def counts_of(cell):
    if cell in ("none", "-"):
        return {}
    return {int(c): int(n) for c, n in (p.split(":") for p in cell.split(","))}


# Counters that 6.1 keeps in symbols it does not export: shown as "-".
PRIVATE = {"MCE", "MCP", "ERR", "MIS"}


def check_interrupts(d, irq_files, files, driver_of, release):
    rows = {r["IRQ"]: r for r in view(d / "interrupts")}
    before, after = (proc_interrupts(d / w / "interrupts") for w in ("before", "after"))
    present = Check("interrupts has every row of /proc/interrupts", 20)
    counts = Check("interrupts: counts of each CPU, bracketed", 60)
    text = Check("interrupts: CHIP, HWIRQ and ACTIONS as in /proc/interrupts", 20)
    for label, (low, rest) in before.items():
        present.equal(label, label in rows, True)
        if label not in rows or label not in after:
            continue
        row = rows[label]
        if row["TOTAL"] == "-":
            counts.equal(f"{label} may be unknown", label in PRIVATE and
                         release.startswith("6.1"), True)
            continue
        shown = counts_of(row["PERCPU"])
        counts.equal(f"{label} TOTAL", int(row["TOTAL"]), sum(shown.values()))
        if label in ("ERR", "MIS"):
            continue
        for cpu, n in low.items():
            counts.between(f"{label} on CPU {cpu}", n, shown.get(cpu, 0),
                           after[label][0][cpu])
        actions = re.sub(r"\[\d+(,\d+)?\]", "", row["ACTIONS"])
        if not label.isdigit():
            text.equal(f"{label} text", actions, rest)
            continue
        m = re.match(r"(\S+)\s+(\d+)-(\S+)\s*(.*)$", rest)
        text.equal(f"{label} CHIP", row["CHIP"], m[1])
        text.equal(f"{label} HWIRQ", row["HWIRQ"], m[2])
        text.equal(f"{label} ACTIONS", actions, m[4] or "-")
    for c in (present, counts, text):
        c.done()

    irqs = Check("interrupts: affinity, node, unhandled, type as in /proc/irq and /sys/kernel/irq", 60)
    spurious = {w: tagged(d / w / "spurious") for w in ("before", "after")}
    comms = tagged(d / "comms")
    for n, row in rows.items():
        if not n.isdigit():
            continue
        proc, sysfs = f"/proc/irq/{n}", f"/sys/kernel/irq/{n}"
        irqs.equal(f"{n} AFFINITY", row["AFFINITY"], irq_files[f"{proc}/smp_affinity_list"][0])
        irqs.equal(f"{n} EFFECTIVE", row["EFFECTIVE"],
                   irq_files[f"{proc}/effective_affinity_list"][0] or "none")
        irqs.equal(f"{n} NODE", row["NODE"].replace("-", "-1"), irq_files[f"{proc}/node"][0])
        low, high = (int(re.search(r"unhandled (\d+)", " ".join(spurious[w][f"{proc}/spurious"]))[1])
                     for w in ("before", "after"))
        irqs.between(f"{n} UNHANDLED", low, int(row["UNHANDLED"]), high)
        irqs.equal(f"{n} chip_name", row["CHIP"], irq_files[f"{sysfs}/chip_name"][0])
        irqs.equal(f"{n} hwirq", row["HWIRQ"], irq_files[f"{sysfs}/hwirq"][0])
        irqs.equal(f"{n} type", row["TRIGGER"].split("-")[0] or "-", irq_files[f"{sysfs}/type"][0])
        irqs.equal(f"{n} wakeup", "wakeup" in row["STATE"].split(","),
                   irq_files[f"{sysfs}/wakeup"][0] == "enabled")
        for pid in re.findall(r"\[(\d+)\]", row["ACTIONS"]):
            comm = comms.get(f"/proc/{pid}/comm", [""])[0]
            irqs.equal(f"{n} thread {pid}", comm.startswith(f"irq/{n}-"), True)
    irqs.done()

    devs = Check("interrupts: DEVICE and DRIVER of MSI and PNP interrupts", 6)
    for path, lines in files.items():
        m = re.match(r"/sys/bus/pci/devices/(.*)/msi_irqs/(\d+)$", path)
        if m and m[2] in rows:
            devs.equal(f"{m[2]} DEVICE", rows[m[2]]["DEVICE"], f"pci:{m[1]}")
            devs.equal(f"{m[2]} DRIVER", rows[m[2]]["DRIVER"], driver_of[f"pci:{m[1]}"])
        m = re.match(r"/sys/bus/pnp/devices/(.*)/resources$", path)
        for line in lines if m else ():
            r = re.match(r"irq (\d+)", line)
            if r and r[1] in rows:
                devs.equal(f"{r[1]} DEVICE", f"pnp:{m[1]}" in rows[r[1]]["DEVICE"].split(","), True)
    for n, row in rows.items():
        for dev, driver in zip(row["DEVICE"].split(","), row["DRIVER"].split(",")):
            if dev != "-":
                devs.equal(f"{n} {dev} DRIVER", driver, driver_of.get(dev, "no such device"))
    devs.done()


def cpu_set(text):
    out = set()
    for part in re.split(r"[,+]", text):
        first, _, last = part.partition("-")
        out |= set(range(int(first), int(last or first) + 1))
    return out


def check_cpus(d):
    rows = {int(r["CPU"]): r for r in view(d / "cpus")}
    files = tagged(d / "cpufiles")
    base = "/sys/devices/system/cpu"
    info = [dict((k.strip(), v.strip()) for k, _, v in (l.partition(":") for l in block.splitlines()))
            for block in (d / "cpuinfo").read_text().strip().split("\n\n")]
    topo = Check("cpus: topology, caches, model, frequency", 20)
    topo.equal("possible", set(rows), cpu_set(files[f"{base}/possible"][0]))
    nodes = dict(re.findall(r"/cpu(\d+)/node(\d+)", (d / "cpunodes").read_text()))
    online = cpu_set(files[f"{base}/online"][0])
    for cpu, row in rows.items():
        at = f"{base}/cpu{cpu}"
        topo.equal(f"{cpu} STATE", row["STATE"], "online" if cpu in online else "offline")
        topo.equal(f"{cpu} NODE", row["NODE"], nodes[str(cpu)])
        for column, name in (("PACKAGE", "physical_package_id"), ("DIE", "die_id"),
                             ("CORE", "core_id"), ("SIBLINGS", "thread_siblings_list")):
            topo.equal(f"{cpu} {column}", row[column], files[f"{at}/topology/{name}"][0])
        for i, cache in enumerate(row["CACHES"].split(",")):
            m = re.match(r"L(\d)([di]?)=(\d+)([KMG])@(.*)$", cache)
            c = f"{at}/cache/index{i}"
            topo.equal(f"{cpu} cache {i}", m[1] + m[2], files[f"{c}/level"][0] +
                       {"Data": "d", "Instruction": "i", "Unified": ""}[files[f"{c}/type"][0]])
            kb = int(m[3]) * {"K": 1, "M": 1024, "G": 1 << 20}[m[4]]
            topo.equal(f"{cpu} cache {i} size", f"{kb}K", files[f"{c}/size"][0])
            topo.equal(f"{cpu} cache {i} CPUs", cpu_set(m[5]), cpu_set(files[f"{c}/shared_cpu_list"][0]))
        topo.equal(f"{cpu} has all caches", f"{at}/cache/index{i + 1}/level" in files, False)
        mine = next(b for b in info if b["processor"] == str(cpu))
        topo.equal(f"{cpu} MODEL", row["MODEL"], mine["model name"])
        topo.equal(f"{cpu} MHZ", row["MHZ"], mine["cpu MHz"])
    topo.done()

    times = Check("cpus: accounting as in /proc/stat, bracketed", 16)
    stat = {w: [l.split() for l in (d / w / "stat").read_text().splitlines()] for w in ("before", "after")}
    columns = ("USER", "NICE", "SYSTEM", "IDLE", "IOWAIT", "IRQ", "SOFTIRQ", "STEAL")
    per_cpu = {w: {l[0]: l[1:] for l in stat[w]} for w in stat}
    for cpu, row in rows.items():
        for i, column in enumerate(columns):
            # /proc/stat counts in hundredths of a second, cut off.
            times.between(f"{cpu} {column}", 10 * int(per_cpu["before"][f"cpu{cpu}"][i]),
                          int(row[column]), 10 * int(per_cpu["after"][f"cpu{cpu}"][i]) + 10)
    times.done()

    totals = Check("cpus: interrupt and softirq totals, bracketed", 6)
    irqs = {w: proc_interrupts(d / w / "interrupts") for w in ("before", "after")}
    private = {w: sum(sum(irqs[w][l][0].values()) for l in ("MCE", "MCP") if l in irqs[w])
               for w in irqs}
    errors = {w: int(irqs[w].get("ERR", ({}, "0"))[1] or 0) for w in irqs}
    known = not any(r["TOTAL"] == "-" for r in view(d / "interrupts"))
    lost = {w: 0 if known else private[w] + errors[w] for w in irqs}
    totals.between("INTERRUPTS of all CPUs and intr of /proc/stat",
                   int(per_cpu["before"]["intr"][0]) - lost["before"],
                   sum(int(r["INTERRUPTS"]) for r in rows.values()),
                   int(per_cpu["after"]["intr"][0]) - lost["after"])
    soft = {w: {} for w in ("before", "after")}
    for w in soft:
        lines = (d / w / "softirqs").read_text().splitlines()
        cpus = [int(c[3:]) for c in lines[0].split()]
        for line in lines[1:]:
            for cpu, n in zip(cpus, line.split()[1:]):
                soft[w][cpu] = soft[w].get(cpu, 0) + int(n)
    for cpu, row in rows.items():
        totals.between(f"{cpu} SOFTIRQS", soft["before"][cpu], int(row["SOFTIRQS"]), soft["after"][cpu])
        # Interrupts whose descriptor is gone still count, as in /proc/stat;
        # so the column is a lower bound of each CPU, and the sum is exact.
        low = sum(c.get(cpu, 0) for l, (c, _) in irqs["before"].items()
                  if l not in ("ERR", "MIS") and (known or l not in PRIVATE))
        totals.between(f"{cpu} INTERRUPTS and the column of /proc/interrupts", low,
                       int(row["INTERRUPTS"]), int(per_cpu["after"]["intr"][0]))
    totals.done()


def main():
    global LABEL
    d, LABEL = Path(sys.argv[1]), sys.argv[2]
    files, irq_files = tagged(d / "devices"), tagged(d / "irqs")
    driver_of = drivers(d)
    check_resources(d, "iomem", False, files, driver_of)
    check_resources(d, "ioports", True, files, driver_of)
    check_interrupts(d, irq_files, files, driver_of, (d / "release").read_text())
    check_cpus(d)
    return failed


sys.exit(main())
