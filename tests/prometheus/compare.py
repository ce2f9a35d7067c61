# SPDX-License-Identifier: GPL-2.0
"""Compare Prometheus's answers with the views, as the oracle reads them.

usage: compare.py URL CAPTURE [--per-cpu]
"""
import json
import re
import sys
import time
import urllib.parse
import urllib.request
from decimal import Decimal

import oracle

VIEWS = "interrupts cpus softirqs memory dimms disks netdevs pci findings".split()
SECONDS = Decimal("0.001")
MODES = "USER NICE SYSTEM IDLE IOWAIT IRQ SOFTIRQ STEAL".split()
MEMORY = {"PRESENT": "present", "MANAGED": "managed", "FREE": "free",
          "AVAILABLE": "available", "ANON": "anonymous", "FILE": "file",
          "SLAB": "slab", "DIRTY": "dirty", "WRITEBACK": "writeback"}
DISKS = {"SIZE": ("size_bytes", 1), "RO": ("read_only", 1),
         "READS": ("reads_completed_total", 1),
         "READ_SECTORS": ("read_bytes_total", 512),
         "READ_MS": ("read_time_seconds_total", SECONDS),
         "WRITES": ("writes_completed_total", 1),
         "WRITE_SECTORS": ("written_bytes_total", 512),
         "WRITE_MS": ("write_time_seconds_total", SECONDS),
         "INFLIGHT": ("requests_inflight", 1)}
NETDEVS = {"MTU": ("mtu_bytes", 1), "SPEED": ("speed_bytes", 125000)}
for way, name in (("RX", "receive"), ("TX", "transmit")):
    for what in ("BYTES", "PACKETS", "ERRORS", "DROPPED"):
        NETDEVS[f"{way}_{what}"] = (f"{name}_{what.lower()}_total", 1)


def split(path):
    """The views of a capture, by name."""
    text = open(path, "rb").read()
    parts = re.split(rb"^(?=# hwinsight )", text, flags=re.M)[1:]
    return {v.name: v for v in map(oracle.View.parse, parts)}


class Expected:
    def __init__(self):
        self.series = {}

    def add(self, name, value, **labels):
        if value is None:
            return
        key = frozenset({"__name__": "hwinsight_" + name,
                         **{k: v for k, v in labels.items() if v}}.items())
        assert key not in self.series, key
        self.series[key] = float(value)


def rows(view):
    for row in view.rows:
        cells = {c: None if cell in (b"-", b"*") else
                 oracle.number(k, cell) if k in "uzd" else
                 oracle.unescape(cell) for k, c, cell in view.pairs(row)}
        yield cells


def times(value, factor):
    return None if value is None else value * factor


def interrupts(expected, view, per_cpu):
    for row in rows(view):
        labels = {k.lower(): row[k] for k in ("IRQ", "DEVICE", "DRIVER")}
        labels["actions"] = row["ACTIONS"] and re.sub(
            r"\[[0-9,]+\]", "", row["ACTIONS"])
        expected.add("interrupts_unhandled", row["UNHANDLED"], **labels)
        if not per_cpu or row["PERCPU"] is None:
            expected.add("interrupts_total", row["TOTAL"], **labels)
        elif row["PERCPU"] != "none":
            for pair in row["PERCPU"].split(","):
                cpu, n = pair.split(":")
                expected.add("interrupts_total", int(n), cpu=cpu, **labels)


def cpus(expected, view, per_cpu):
    columns = [("cpu_seconds_total", m, SECONDS, {"mode": m.lower()})
               for m in MODES]
    columns += [("cpu_interrupts_total", "INTERRUPTS", 1, {}),
                ("cpu_softirqs_total", "SOFTIRQS", 1, {}),
                ("cpu_frequency_hertz", "MHZ", 1000000, {})]
    for name, column, factor, labels in columns:
        known = [r for r in rows(view) if r[column] is not None]
        if per_cpu:
            for r in known:
                expected.add(name, r[column] * factor, cpu=str(r["CPU"]),
                             **labels)
        elif known:
            total = sum(r[column] for r in known) * factor
            expected.add(name, total / len(known) if column == "MHZ" else
                         total, **labels)
    for state in ("online", "offline"):
        expected.add("cpus", sum(r["STATE"] == state for r in rows(view)),
                     state=state)


def softirqs(expected, view, per_cpu):
    for row in rows(view):
        if not per_cpu:
            expected.add("softirqs_total", row["TOTAL"], softirq=row["SOFTIRQ"])
        elif row["PERCPU"] != "none":
            for pair in row["PERCPU"].split(","):
                cpu, n = pair.split(":")
                expected.add("softirqs_total", int(n), cpu=cpu, softirq=row["SOFTIRQ"])


def others(expected, views):
    for row in rows(views["dimms"]):
        labels = {k.lower(): row[k] for k in ("LOCATOR", "BANK", "EDAC")}
        for column, name in (("SIZE", "size_bytes"), ("CE", "correctable_errors_total"),
                             ("UE", "uncorrectable_errors_total")):
            expected.add("dimm_" + name, row[column], **labels)
    for row in rows(views["memory"]):
        for column, name in MEMORY.items():
            expected.add(f"memory_{name}_bytes", times(row[column], 1024),
                         scope=row["SCOPE"])
    for row in rows(views["disks"]):
        labels = {k.lower(): row[k]
                  for k in ("DISK", "PARENT", "DEVICE", "DRIVER")}
        for column, (name, factor) in DISKS.items():
            expected.add("disk_" + name, times(row[column], factor), **labels)
    for row in rows(views["netdevs"]):
        labels = {k.lower(): row[k] for k in ("NETDEV", "DEVICE", "DRIVER")}
        expected.add("netdev_up", row["STATE"] == "up", **labels)
        for column, (name, factor) in NETDEVS.items():
            expected.add("netdev_" + name, times(row[column], factor),
                         **labels)
    for row in rows(views["pci"]):
        labels = {k.lower(): row[k] for k in ("DEVICE", "DRIVER")}
        for column, name in (("LINK", ""), ("LINK_MAX", "_max")):
            link = re.fullmatch(r"([0-9.]+)GT/s,x([0-9]+)", row[column] or "")
            if link:
                expected.add(f"pcie_link_speed{name}_transfers_per_second",
                             Decimal(link[1]) * 10**9, **labels)
                expected.add(f"pcie_link_width{name}_lanes", int(link[2]), **labels)
        for column, severity in (("AER_COR", "corrected"), ("AER_NONFATAL", "nonfatal"),
                                 ("AER_FATAL", "fatal")):
            expected.add("pcie_aer_errors_total", row[column], severity=severity, **labels)
    for severity in ("info", "warn", "error"):
        expected.add("findings", sum(r["SEVERITY"] == severity
                                     for r in rows(views["findings"])),
                     severity=severity)


def expect(views, per_cpu):
    expected = Expected()
    for name in VIEWS:
        expected.add("view_up", 1, view=name)
        expected.add("view_rows", len(views[name].rows), view=name)
    about = views["interrupts"].attributes
    expected.add("kernel_info", 1, release=about["release"],
                 arch=about["arch"])
    interrupts(expected, views["interrupts"], per_cpu)
    cpus(expected, views["cpus"], per_cpu)
    softirqs(expected, views["softirqs"], per_cpu)
    others(expected, views)
    return expected.series


def query(url, text):
    address = f"{url}/api/v1/query?" + urllib.parse.urlencode({"query": text})
    with urllib.request.urlopen(address, timeout=10) as answer:
        body = json.load(answer)
    assert body["status"] == "success", body
    return body["data"]["result"]


def answered(url):
    series = {}
    for sample in query(url, '{__name__=~"hwinsight_.+"}'):
        labels = {k: v for k, v in sample["metric"].items()
                  if k not in ("instance", "job")}
        series[frozenset(labels.items())] = float(sample["value"][1])
    return series


def close(a, b):
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b))


def differences(got, want):
    for key in sorted(got.keys() | want.keys(), key=sorted):
        if key not in got or key not in want or not close(got[key], want[key]):
            yield dict(key), got.get(key), want.get(key)


def main(url, path, *options):
    want = expect(split(path), "--per-cpu" in options)
    got, wrong = {}, True
    # It was started a moment ago, and is one scrape behind.
    for _ in range(60):
        try:
            got = answered(url)
        except OSError:
            pass
        wrong = list(differences(got, want))
        if not wrong:
            break
        time.sleep(2)
    for key, have, should in wrong[:20]:
        print(f"{key}: {have}, expected {should}")
    print(f"{len(got)} series, {len(want)} expected, {len(wrong)} differ")
    error = query(url, "node_textfile_scrape_error")
    assert [float(s["value"][1]) for s in error] == [0], error
    return bool(wrong) or len(want) < 100


sys.exit(main(*sys.argv[1:]))
