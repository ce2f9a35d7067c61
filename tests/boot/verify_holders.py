# SPDX-License-Identifier: GPL-2.0
"""holders against two walks of /proc/PID/{fd,cwd,root,exe,maps}, and fuser -vm."""
import re

from common import Check, view
from verify_processes import Numbers, Walk, escaped

COLUMNS = {"fd": "FILES", "cwd": "CWD", "root": "ROOT", "exe": "EXE", "maps": "MAPS"}


def walked(d):
    """What /proc showed: {(pid, major, minor): {column: count}}."""
    out = {}
    for line in (d / "dev").read_text().splitlines():
        m = re.match(r"/proc/(\d+)/(\w+)(?:/\d+)? (?:(\w+):(\w+)|(\w+))$", line)
        if not m:
            continue
        if m[5]:
            # As the kernel encodes it for user space.
            number = int(m[5], 16)
            major = number >> 8 & 0xfff
            minor = number & 0xff | number >> 12 & 0xfff00
        else:
            major, minor = int(m[3], 16), int(m[4], 16)
        if not major:
            continue
        row = out.setdefault((int(m[1]), major, minor), dict.fromkeys(COLUMNS.values(), 0))
        row[COLUMNS[m[2]]] += 1
    return out


def fused(path):
    """What fuser -vm says: {pid: its letters}."""
    return {int(pid): letters for pid, letters in
            re.findall(r"\s(\d+) ([fF.][r.][c.][e.][m.]) ", path.read_text())}


def letters(row):
    """The same for a row; a running program is mapped, too."""
    return "".join(c if row[name] != "0" else "." for c, name in
                   zip("frce", ("FILES", "ROOT", "CWD", "EXE"))) + (
                       "m" if row["MAPS"] != "0" and row["EXE"] == "0" else ".")


def check(d):
    rows = view(d / "holders")
    before, after = walked(d / "walk.before"), walked(d / "walk.after")
    names, numbers = Walk(d / "walk.before").status, Numbers(d)

    which = Check("holders are those with something on a block device", 11)
    which.equal("processes and devices", sorted((int(r["PID"]), r["DEVICE"]) for r in rows),
                sorted((pid, f"block:{numbers.path[major, minor, 'b'].rsplit('/', 1)[1]}")
                       for pid, major, minor in before))
    for row in rows:
        which.equal(f"{row['PID']} COMM", row["COMM"], escaped(names[int(row["PID"])]["Name"]))
    which.done()

    values = Check("holders: files, directory, root, program and mappings as in /proc/PID", 50)
    by_key = {(int(r["PID"]), r["DEVICE"]): r for r in rows}
    for key, kernel in before.items():
        row = by_key.get((key[0], f"block:{numbers.path[key[1], key[2], 'b'].rsplit('/', 1)[1]}"), {})
        for column, count in kernel.items():
            low, high = sorted((count, after.get(key, kernel)[column]))
            values.between(f"{key} {column}", low, int(row.get(column, "-1")), high)
    by_name = {r["COMM"]: r for r in rows if r["DEVICE"] == "block:sda1"}
    for comm, column, count in (("files", "FILES", "600"), ("maps", "MAPS", "1200"),
                                ("ro\\040ot", "ROOT", "1"), ("exe", "EXE", "1"), ("deleted", "FILES", "1")):
        values.equal(f"{comm} {column}", by_name.get(comm, {}).get(column), count)
    on_loop = {r["COMM"]: r for r in rows if r["DEVICE"].startswith("block:loop")}
    for comm, column, count in (("files", "FILES", "600"), ("paths", "FILES", "1"), ("cwd", "CWD", "1")):
        values.equal(f"{comm} {column} on a loop device", on_loop.get(comm, {}).get(column), count)
    values.done()

    other = Check("holders: as fuser -vm answers", 10)
    for name, device in (("part", "block:sda1"), ("loop", "block:loop0")):
        other.equal(name, {int(r["PID"]): letters(r) for r in rows if r["DEVICE"] == device},
                    {pid: text.replace("F", "f") for pid, text in fused(d / f"fuser.{name}").items()})
        for pid in fused(d / f"fuser.{name}"):
            other.equal(f"{name} {pid}", any(int(r["PID"]) == pid for r in rows), True)
    other.done()
