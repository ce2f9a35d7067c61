# SPDX-License-Identifier: GPL-2.0
"""summary against the other views, the firmware's strings and /proc."""
import re

from common import Check, view


def kib(text):
    """A size as the summary shows it, and how exact that is."""
    m = re.match(r"([\d.]+) ([KMGTP])iB", text)
    unit = 1 << 10 * "KMGTP".index(m[2])
    return float(m[1]) * unit, unit / 10 if m[2] != "K" else 1


def check(d):
    rows = {r["KEY"]: r["VALUE"] for r in view(d / "summary")}
    machine = Check("summary: machine, firmware, kernel, CPUs, memory", 8)
    lines = Check("summary: its figures are those of the other views", 10)
    dmi = dict(line.split(":", 1) for line in (d / "dmi").read_text().splitlines())
    machine.equal("machine", rows["machine"], f"{dmi['sys_vendor']} {dmi['product_name']}")
    machine.equal("firmware", rows["firmware"],
                  f"{dmi['bios_vendor']} {dmi['bios_version']}, {dmi['bios_date']}")
    machine.equal("kernel", rows["kernel"].split(" ")[0], (d / "release").read_text().strip())
    now, _, all_of_them = (d / "clocksource").read_text().strip().partition("\n")
    machine.equal("clocksource", rows["clocksource"], f"{now} (available: {all_of_them.strip()})")
    machine.equal("at most a screen", len(rows) <= 25, True)
    cpus = view(d / "cpus")
    online = [c for c in cpus if c["STATE"] == "online"]
    machine.equal("cpus", rows["cpus"],
                  f"{len(online)} of {len(cpus)} online, "
                  f"{len({c['PACKAGE'] for c in online})} packages, "
                  f"{len({(c['PACKAGE'], c['DIE'], c['CORE']) for c in online})} cores, "
                  f"{online[0]['MODEL']}")
    memory = {r["SCOPE"]: r for r in view(d / "memory")}
    for key, scope in [("memory", "system")] + [(f"memory.{s}", s) for s in memory
                                               if re.match(r"node\d+$", s)]:
        size, exact = kib(rows[key])
        machine.between(key, size - exact, int(memory[scope]["MANAGED"]), size + exact)
    machine.done()

    devices = view(d / "devices")
    lines.equal("devices", rows["devices"],
                f"{len(devices)}, "
                f"{sum(1 for r in devices if r['DRIVER'] != '-' and r['BUS'] != '-')} with a driver")
    for key, value in rows.items():
        kind, _, name = key.partition(".")
        if kind == "devices" and name:
            on = [r for r in devices if r["BUS"] == name]
            bound = sum(1 for r in on if r["DRIVER"] != "-")
            lines.equal(key, value, f"{bound} with a driver, {len(on) - bound} without")
        elif kind == "interrupts" and name:
            irq = next(r for r in view(d / "interrupts") if r["IRQ"] == name)
            lines.equal(key, irq["ACTIONS"].split(",")[0] in value, True)
            lines.equal(f"{key} DEVICE", irq["DEVICE"] in ("-", value.split(" of ")[-1]) or
                        "," in irq["DEVICE"], True)
            lines.between(f"{key} TOTAL", int(irq["TOTAL"]), int(value.split(",")[0]), 1 << 40)
        elif kind in ("disks", "netdevs") and name:
            row = next(r for r in view(d / kind) if r[kind.upper()[:-1]] == name)
            lines.equal(key, f", {row['DEVICE']} ({row['DRIVER']}), " in value, True)
    found = view(d / "findings")
    count = {s: sum(1 for r in found if r["SEVERITY"] == s) for s in ("error", "warn", "info")}
    lines.equal("findings", [int(n) for n in re.findall(r"(\d+) [a-z]", rows["findings"])],
                [count["error"], count["warn"], count["info"]])
    lines.done()
