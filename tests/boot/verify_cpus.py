# SPDX-License-Identifier: GPL-2.0
"""cpus against /sys/devices/system/cpu, /proc/cpuinfo and /proc/stat."""
import re

from common import Check, cpu_set, proc_interrupts, tagged, view
from verify_interrupts import PRIVATE


def check(d):
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
    columns = ("USER", "NICE", "SYSTEM", "IDLE", "IOWAIT", "IRQ", "SOFTIRQ", "STEAL", "GUEST")
    per_cpu = {w: {l[0]: l[1:] for l in stat[w]} for w in stat}
    for cpu, row in rows.items():
        for i, column in enumerate(columns):
            # /proc/stat counts in hundredths of a second, rounded down.
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
        # Interrupts whose descriptor is gone still count, as in /proc/stat; so
        # the column is a lower bound for each CPU, and the sum is exact.
        low = sum(c.get(cpu, 0) for l, (c, _) in irqs["before"].items()
                  if l not in ("ERR", "MIS") and (known or l not in PRIVATE))
        totals.between(f"{cpu} INTERRUPTS and the column of /proc/interrupts", low,
                       int(row["INTERRUPTS"]), int(per_cpu["after"]["intr"][0]))
    totals.done()
