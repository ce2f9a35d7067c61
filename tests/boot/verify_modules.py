# SPDX-License-Identifier: GPL-2.0
"""modules against /proc/modules and /sys/module."""
import re
from collections import defaultdict

from common import Check, size_text, view
from verify_devices import Sys


def proc_modules(path):
    """{name: (size, refs, state, taints)}"""
    out = {}
    for line in path.read_text().splitlines():
        f = line.split()
        out[f[0]] = (f[1], f[2], f[4], f[6].strip("()") if len(f) > 6 else "")
    return out


def files(path):
    out = {}
    for line in path.read_text().splitlines():
        m = re.match(r"/sys/module/([^/]+)/([^:]+):(.*)$", line)
        out[m[1], m[2]] = m[3]
    return out


def bound(d):
    """{module: devices that its drivers are bound to}"""
    sysfs, out = Sys(d), defaultdict(set)
    for path in sysfs.paths:
        driver = sysfs.links.get(f"{path}/driver")
        bus = sysfs.links.get(f"{path}/subsystem", "")
        if not driver or "/bus/" not in bus:
            continue
        at = "/sys/bus/" + driver.split("/bus/", 1)[1]
        if at in sysfs.module:
            out[sysfs.module[at]].add(sysfs.name(path).replace(" ", "\\040"))
    return out


def check(d):
    rows = {r["MODULE"]: r for r in view(d / "modules")}
    before, after = (proc_modules(d / f"k.modules{w}") for w in ("", ".after"))
    known = {p.split("/")[3] for p in (d / "sys.module").read_text().split()}
    sysfs, devices = files(d / "sys.module.files"), bound(d)
    names = Check("modules is /proc/modules and /sys/module", 60)
    names.equal("loaded", sorted(n for n, r in rows.items() if r["STATE"] != "builtin"),
                sorted(before))
    names.equal("built in", sorted(n for n, r in rows.items() if r["STATE"] == "builtin"),
                sorted(known - set(before)))
    for name in known:
        names.equal(name, name in rows, True)
    names.done()

    values = Check("modules: size, refs, state, taint, version", 60)
    owned = Check("modules: the devices bound", 15)
    for name, row in rows.items():
        owned.equal(f"{name} DEVICES", set(row["DEVICES"].split(",")), devices[name] or {"none"})
        if row["STATE"] == "builtin":
            values.equal(name, [row[c] for c in ("SIZE", "REFS", "TAINT", "VERSION")], ["-"] * 4)
            continue
        size, refs, state, taints = before[name]
        values.equal(f"{name} SIZE", row["SIZE"], size_text(int(size)))
        values.between(f"{name} REFS", int(refs), int(row["REFS"]), int(after[name][1]))
        values.equal(f"{name} STATE", row["STATE"], state.lower())
        values.equal(f"{name} initstate", row["STATE"], sysfs[name, "initstate"])
        values.equal(f"{name} TAINT", row["TAINT"], taints or "-")
        values.equal(f"{name} VERSION", row["VERSION"], sysfs.get((name, "version"), "-"))
    values.done()
    owned.done()
    some = Check("modules: some have devices, a version, a taint", 3)
    some.equal("devices", rows["nvme"]["DEVICES"].startswith("pci:"), True)
    some.equal("a version", any(r["VERSION"] != "-" for r in rows.values()), True)
    some.equal("a taint", rows["hwinsight"]["TAINT"], "OE")
    some.done()
