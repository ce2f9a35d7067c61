# SPDX-License-Identifier: GPL-2.0
"""firmware and dimms against sysfs, and the DMI table as dmidecode reads it."""
from common import Check, size_text, view

TYPES = {0x07: "RAM", 0x18: "DDR3", 0x1a: "DDR4", 0x22: "DDR5"}


def structures(table):
    """(type, formatted area, strings) of each structure, SMBIOS 6.1"""
    at = 0
    while at + 4 <= len(table):
        length = table[at + 1]
        end = table.find(b"\0\0", at + length)
        if length < 4 or end < 0:
            return
        strings = table[at + length:end].split(b"\0")
        yield table[at], table[at:at + length], [s.decode("latin-1") for s in strings]
        at = end + 2


def string(strings, number):
    return strings[number - 1] if number else ""


def unescape(text):
    return text.replace("\\040", " ") if text != "-" else ""


def slots(d, rows):
    check = Check("dimms: each slot of the DMI table", 2)
    mine = [(area, strings) for kind, area, strings in
            structures((d / "dmi.table").read_bytes()) if kind == 17]
    check.equal("rows", len(rows), len(mine))
    for row, (area, strings) in zip(rows, mine):
        def word(at):
            return int.from_bytes(area[at:at + 2], "little")
        mib = int.from_bytes(area[0x1c:0x20], "little") if word(0x0c) == 0x7fff else word(0x0c)
        check.equal("LOCATOR", unescape(row["LOCATOR"]), string(strings, area[0x10]).strip())
        check.equal("BANK", unescape(row["BANK"]), string(strings, area[0x11]).strip())
        check.equal("SIZE", row["SIZE"], size_text(mib << 20))
        check.equal("TYPE", row["TYPE"], TYPES[area[0x12]])
        check.equal("MAKER", unescape(row["MAKER"]), string(strings, area[0x17]).strip())
        check.equal("PART", unescape(row["PART"]), string(strings, area[0x1a]).strip())
        check.equal("MT_S", row["MT_S"], str(word(0x20) or word(0x15) or "-"))
    check.done()


def check(d):
    rows = {r["KEY"]: r["VALUE"] for r in view(d / "firmware")}
    facts = Check("firmware: DMI, ACPI tables and vulnerabilities, none left out", 20)
    want = {}
    for line in (d / "dmi.id").read_text().splitlines():
        name, _, value = line.partition("=")
        if name not in ("modalias", "uevent"):
            want[f"dmi/{name}"] = value.strip() or "-"
    for line in (d / "vulnerabilities").read_text().splitlines():
        path, _, value = line.partition(":")
        want[f"vulnerability/{path.rsplit('/', 1)[1]}"] = value
    for line in (d / "acpi.tables").read_text().splitlines():
        fields = line.split()
        want[f"acpi/{fields[-1].rsplit('/', 1)[1]}"] = f"{fields[4]} bytes"
    shown = {k: v.split(",")[0] if k.startswith("acpi/") else v for k, v in rows.items()
             if not k.startswith("slot/")}
    facts.equal("keys", sorted(shown), sorted(want))
    for key, value in want.items():
        facts.equal(key, shown.get(key), value)
    facts.done()
    slots(d, view(d / "dimms"))
