#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0
"""Write the kernel's files that match given views.

usage: tree.py ROOT

ROOT/proc/hwinsight holds views of a machine; the other files of ROOT are
made from their values, in the kernel's own formats, so that verify
finds no difference until one side is changed.
"""
import re
import sys
from pathlib import Path

ROOT = Path(sys.argv[1])


def view(name):
    lines = (ROOT / "proc/hwinsight" / name).read_text().splitlines()
    names = lines[1][1:].split()
    return [dict(zip(names, line.split(None, len(names) - 1))) for line in lines[2:]]


def write(path, text):
    path = ROOT / path.lstrip("/")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n" if text else "\n")


def link(path, target):
    path = ROOT / path.lstrip("/")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def unescape(text):
    return re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), text)


def resources(name):
    lines = []
    for row in view(name):
        start, end = (row[c][2:].zfill(8 if name == "iomem" else 4) for c in ("START", "END"))
        lines.append("  " * min(int(row["LVL"]), 5) + f"{start}-{end} : {row['NAME']}")
    write(f"/proc/{name}", "\n".join(lines))
    bars = {}
    for row in view(name):
        dev, driver = row["DEVICE"], row["DRIVER"]
        if dev == "-":
            continue
        bus, _, dev = dev.partition(":")
        at = ROOT / f"sys/bus/{bus}/devices/{dev}"
        at.mkdir(parents=True, exist_ok=True)
        if driver != "-" and not (at / "driver").is_symlink():
            (at / "driver").symlink_to(f"../../drivers/{unescape(driver)}")
        if bus == "pci" and row["NAME"] == dev:
            words = set(row["FLAGS"].split(","))
            flags = sum(bit for bit, word in ((0x100, "io"), (0x200, "mem"), (0x2000, "prefetch"),
                                              (0x4000, "readonly"), (0x100000, "64bit"),
                                              (0x200000, "window")) if word in words)
            bars.setdefault(at, []).append(f"0x{int(row['START'], 16):016x} "
                                           f"0x{int(row['END'], 16):016x} 0x{flags:016x}")
    for at, lines in bars.items():
        with open(at / "resource", "a") as f:
            f.write("\n".join(lines + ["0x" + "0" * 16] * 0) + "\n")


def interrupts():
    cpus = [r["CPU"] for r in view("cpus")]
    lines = [" " * 11 + " ".join(f"CPU{c:<8}" for c in cpus)]
    for row in view("interrupts"):
        irq = row["IRQ"]
        counts = dict(p.split(":") for p in row["PERCPU"].split(",")) \
            if ":" in row["PERCPU"] else {}
        actions = re.sub(r"\[\d+(,\d+)?\]", "", row["ACTIONS"])
        if irq in ("ERR", "MIS"):
            lines.append(f"{irq}: {row['TOTAL'].replace('-', '0'):>10}")
            continue
        line = f"{irq:>3}:" + "".join(f"{counts.get(c, 0):>11}" for c in cpus)
        if irq.isdigit():
            line += f"  {row['CHIP']}  {row['HWIRQ']:>3}-edge      {'' if actions == '-' else actions}"
            proc, sysfs = f"/proc/irq/{irq}", f"/sys/kernel/irq/{irq}"
            write(f"{proc}/smp_affinity_list", row["AFFINITY"])
            write(f"{proc}/effective_affinity_list", row["EFFECTIVE"].replace("none", ""))
            write(f"{proc}/node", row["NODE"].replace("-", "-1"))
            write(f"{proc}/spurious", f"count {row['TOTAL']}\nunhandled {row['UNHANDLED']}\n"
                                      "last_unhandled 0 ms")
            write(f"{sysfs}/chip_name", row["CHIP"])
            write(f"{sysfs}/hwirq", row["HWIRQ"])
            write(f"{sysfs}/type", row["TRIGGER"].split("-")[0])
            write(f"{sysfs}/wakeup", "enabled" if "wakeup" in row["STATE"] else "disabled")
            dev = row["DEVICE"]
            if dev.startswith("pci:") and "MSI" in row["CHIP"]:
                write(f"/sys/bus/pci/devices/{dev[4:]}/msi_irqs/{irq}", "msix")
        else:
            line += f"   {actions}"
        lines.append(line)
    write("/proc/interrupts", "\n".join(lines))


def cpus():
    base, rows = "/sys/devices/system/cpu", view("cpus")
    times = ("USER", "NICE", "SYSTEM", "IDLE", "IOWAIT", "IRQ", "SOFTIRQ", "STEAL")
    stat, info = [], []
    for row in rows:
        n = row["CPU"]
        at = f"{base}/cpu{n}"
        for column, name in (("PACKAGE", "physical_package_id"), ("DIE", "die_id"),
                             ("CORE", "core_id"), ("SIBLINGS", "thread_siblings_list")):
            write(f"{at}/topology/{name}", row[column])
        write(f"{at}/node{row['NODE']}/cpulist", n)
        for i, cache in enumerate(row["CACHES"].split(",")):
            m = re.match(r"L(\d)([di]?)=(\d+)([KM])@(.*)$", cache)
            c = f"{at}/cache/index{i}"
            write(f"{c}/level", m[1])
            write(f"{c}/type", {"d": "Data", "i": "Instruction", "": "Unified"}[m[2]])
            write(f"{c}/size", f"{int(m[3]) * (1024 if m[4] == 'M' else 1)}K")
            write(f"{c}/shared_cpu_list", m[5].replace("+", ","))
        stat.append(f"cpu{n} " + " ".join(str(int(row[t]) // 10) for t in times) + " 0 0")
        info.append(f"processor\t: {n}\nmodel name\t: {row['MODEL']}\ncpu MHz\t\t: {row['MHZ']}\n")
    write(f"{base}/online", f"0-{len(rows) - 1}")
    write(f"{base}/possible", f"0-{len(rows) - 1}")
    write("/proc/stat", "cpu 1 1 1 1\n" + "\n".join(stat) + "\nintr 5 0\n")
    write("/proc/cpuinfo", "\n".join(info))
    half = [(int(r["SOFTIRQS"]) // 2, (int(r["SOFTIRQS"]) + 1) // 2) for r in rows]
    write("/proc/softirqs", " " * 20 + "".join(f"CPU{r['CPU']:<8}" for r in rows) +
          "\n" + f"{'HI:':>12}" + "".join(f"{a:>11}" for a, _ in half) +
          "\n" + f"{'TIMER:':>12}" + "".join(f"{b:>11}" for _, b in half))


resources("iomem")
resources("ioports")
interrupts()
cpus()
