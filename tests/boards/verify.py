#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0
"""Compare the views for boards with sysfs.

usage: verify.py DIR LABEL

DIR is what tests/boards/guest.sh collected. Prints TAP, like tests/boot/verify.py.
"""
import re
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "boot"))
import common  # noqa: E402
from common import Check, view  # noqa: E402

LIMITS = ["min", "lcrit", "cap", "max", "crit", "emergency"]


def classes(path):
    """{class: {device: {file: first line}}}"""
    out = defaultdict(lambda: defaultdict(dict))
    for line in path.read_text().splitlines():
        m = re.match(r"/sys/class/(\w+)/([^/]+)/([^/:]+):(.*)$", line)
        if m:
            out[m[1]][m[2]].setdefault(m[3], m[4])
    return out


def text(value):
    return "-" if not value else value.replace(" ", "\\040")


def number(value):
    return value if re.fullmatch(r"-?\d+", value or "") else "-"


def check_hwmon(chips, rows):
    values = Check("sensors: inputs of hwmon as in sysfs", 10)
    limits = Check("sensors: their limits as in sysfs", 6)
    inputs = set()
    for device, files in chips.items():
        for file in files:
            m = re.fullmatch(r"([a-z]+\d+)_(input|average)", file)
            if m:
                inputs.add((device, m[1]))
    for device, name in inputs:
        files, row = chips[device], rows.get(f"{device}/{name}")
        values.equal(f"{device}/{name} is there", bool(row), True)
        if not row:
            continue
        value = files.get(f"{name}_input", files.get(f"{name}_average"))
        values.equal(f"{device}/{name} VALUE", row["VALUE"], number(value))
        values.equal(f"{device}/{name} LABEL", row["LABEL"], text(files.get(f"{name}_label")))
        values.equal(f"{device}/{name} CHIP", row["CHIP"], text(files.get("name")))
        there = [f"{limit}:{files[f'{name}_{limit}']}" for limit in LIMITS
                 if f"{name}_{limit}" in files]
        limits.equal(f"{device}/{name} LIMIT", row["LIMIT"], ",".join(there) or "-")
    values.done()
    limits.done()


def check_thermal(devices, rows):
    check = Check("sensors: thermal zones, trips and cooling devices as in sysfs", 6)
    for device, files in devices.items():
        row = rows.get(device, {})
        check.equal(f"{device} CHIP", row.get("CHIP"), text(files["type"]))
        value = files.get("temp") or files.get("cur_state")
        check.equal(f"{device} VALUE", row.get("VALUE"), number(value))
        for file, value in files.items():
            m = re.fullmatch(r"trip_point_(\d+)_temp", file)
            if m:
                trip = rows.get(f"{device}/trip{m[1]}", {})
                check.equal(f"{device} {file}", trip.get("VALUE"),
                            number(value) if int(value) > -274000 else "-")
                check.equal(f"{device} trip {m[1]} LABEL", trip.get("LABEL"),
                            files[f"trip_point_{m[1]}_type"])
    check.done()


def check_supplies(devices, rows):
    check = Check("supplies: as in sysfs", 10)
    check.equal("names", sorted(rows), sorted(devices))
    columns = {"CAPACITY": "capacity", "UV": "voltage_now", "UA": "current_now", "TEMP": "temp"}
    for name, row in rows.items():
        files = devices[name]
        check.equal(f"{name} TYPE", row["TYPE"], text(files["type"]))
        check.equal(f"{name} MODEL", row["MODEL"], files.get("model_name") or "-")
        if "status" in files:
            check.equal(f"{name} STATUS", row["STATUS"], text(files["status"]))
        for column, file in columns.items():
            check.equal(f"{name} {column}", row[column], number(files.get(file)))
    check.done()


def check_regulators(devices, rows):
    check = Check("regulators: as in sysfs", 10)
    check.equal("names", sorted(rows), sorted(text(f["name"]) for f in devices.values()))
    columns = {"USERS": "num_users", "UV": "microvolts", "MIN_UV": "min_microvolts",
               "MAX_UV": "max_microvolts"}
    for files in devices.values():
        row = rows.get(text(files["name"]), {})
        for column, file in columns.items():
            want = number(files.get(file))
            # sysfs only has the constraints where a voltage can be set.
            if column[0] == "M" and file not in files:
                continue
            check.equal(f"{files['name']} {column}", row.get(column),
                        "-" if column[0] == "M" and want == "0" else want)
        check.equal(f"{files['name']} STATE", row.get("STATE"), text(files.get("state")))
    check.done()


def check_gpios(path, rows):
    check = Check("gpios: lines in use as in debugfs", 2)
    kernel = []
    for line in path.read_text().splitlines():
        m = re.match(r" gpio-\d+ +\((.*?)\|(.*?)\) +(in|out) +(hi|lo)", line)
        if m:
            kernel.append((text(m[1].strip()), text(m[2].strip()), m[3], str(int(m[4] == "hi"))))
    shown = [(r["NAME"], r["CONSUMER"], r["DIRECTION"], r["VALUE"]) for r in rows
             if r["CONSUMER"] != "-"]
    for line in shown:
        check.equal("in use", line, line if line in kernel else sorted(kernel))
    check.equal("lines in use", len(shown), len([k for k in kernel if k[1] != "-"]))
    check.done()


def check_gpioinfo(d):
    """gpioinfo of libgpiod 2: a chip's name, then its lines."""
    check = Check("gpios: as gpioinfo says", 10)
    labels = dict(re.findall(r"^(gpiochip\d+) \[(.*)\] \(", (d / "gpiodetect").read_text(), re.M))
    want, label = {}, None
    for line in (d / "gpioinfo").read_text().splitlines():
        m = re.match(r"(gpiochip\d+) - \d+ lines:", line)
        label = text(labels[m[1]]) if m else label
        m = re.match(r'\s+line +(\d+):\s+(?:"(.*?)"|unnamed)\s+(input|output)(.*)', line)
        if not m:
            continue
        used = re.search(r'consumer=(?:"(.*?)"|(\S+))', m[4])
        if m[2] or used:
            want[label, m[1]] = (text(m[2]), text(used and (used[1] or used[2])),
                                 {"input": "in", "output": "out"}[m[3]])
    shown = {(r["CHIP"], r["LINE"]): r for r in view(d / "tools.gpios")}
    check.equal("lines", sorted(shown), sorted(want))
    for at, (name, consumer, direction) in want.items():
        row = shown.get(at, defaultdict(str))
        check.equal(f"{at} NAME", row["NAME"], name)
        check.equal(f"{at} CONSUMER", row["CONSUMER"], consumer)
        # Free lines are not asked for their level.
        check.equal(f"{at} DIRECTION", row["DIRECTION"], direction if consumer != "-" else "-")
    check.done()


def main():
    d, common.label = Path(sys.argv[1]), sys.argv[2]
    sysfs = classes(d / "sysfs")
    sensors = {row["SENSOR"]: row for row in view(d / "sensors")}
    check_hwmon(sysfs["hwmon"], sensors)
    check_thermal(sysfs["thermal"], sensors)
    check_supplies(sysfs["power_supply"], {row["NAME"]: row for row in view(d / "supplies")})
    check_regulators(sysfs["regulator"], {row["NAME"]: row for row in view(d / "regulators")})
    check_gpios(d / "debugfs.gpio", view(d / "gpios"))
    check_gpioinfo(d)
    return common.failed


sys.exit(main())
