# SPDX-License-Identifier: GPL-2.0
"""interrupts against /proc/interrupts, /proc/irq and /sys/kernel/irq."""
import re

from common import Check, counts_of, drivers, proc_interrupts, tagged, view


# Counters that 6.1 does not export: shown as "-".
PRIVATE = {"MCE", "MCP", "ERR", "MIS"}


def check_rows(d):
    """All rows of /proc/interrupts, and no other counters of the architecture."""
    shown = [r["IRQ"] for r in view(d / "interrupts")]
    before, after = (proc_interrupts(d / w / "interrupts") for w in ("before", "after"))
    present = Check("interrupts has every row of /proc/interrupts", 20)
    for label in before:
        present.equal(label, label in shown, True)
    present.done()
    others = Check("interrupts: the architecture's counters are those of /proc/interrupts", 12)
    # 7.x lists an unlikely counter once it is not 0, maybe after our reading.
    for label in shown:
        if not label.isdigit():
            others.equal(f"{label} is in /proc/interrupts", label in after, True)
    others.done()


def check(d):
    check_rows(d)
    files, irq_files = tagged(d / "devices.files"), tagged(d / "irqs")
    driver_of, release = drivers(d), (d / "release").read_text()
    rows = {r["IRQ"]: r for r in view(d / "interrupts")}
    before, after = (proc_interrupts(d / w / "interrupts") for w in ("before", "after"))
    counts = Check("interrupts: counts of each CPU, bracketed", 60)
    text = Check("interrupts: CHIP, HWIRQ and ACTIONS as in /proc/interrupts", 20)
    for label, (low, rest) in before.items():
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
    for c in (counts, text):
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
