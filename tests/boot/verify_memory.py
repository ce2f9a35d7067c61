# SPDX-License-Identifier: GPL-2.0
"""memory against /proc/meminfo, /proc/zoneinfo and the nodes' meminfo."""
import re

from common import Check
from rounds import Gauges, rounds

PAGE_KB = 4
SUMS = {"PRESENT": "present", "MIN": "min", "LOW": "low", "HIGH": "high"}
# Columns and the lines of a meminfo that add up to them.
MEMINFO = {"MANAGED": ["MemTotal"], "FREE": ["MemFree"], "ANON": ["AnonPages"],
           "SLAB": ["Slab"], "DIRTY": ["Dirty"], "WRITEBACK": ["Writeback"]}
SYSTEM = {**MEMINFO, "AVAILABLE": ["MemAvailable"],
          "SWAP_FREE": ["SwapFree"], "SWAP_CACHED": ["SwapCached"],
          "FILE": ["Cached", "Buffers", "SwapCached"]}
NODE = {**MEMINFO, "FILE": ["FilePages"], "SWAP_CACHED": ["SwapCached"]}


def meminfo(text):
    return {k: int(v) for k, v in re.findall(r"(\S+): +(\d+) kB", text)}


def zoneinfo(text):
    """{(node, zone): {name: pages}} of populated zones, in order"""
    out = {}
    for block in re.split(r"^(?=Node )", text, flags=re.M)[1:]:
        node, zone = re.match(r"Node (\d+), zone +(\S+)", block).groups()
        # Up to the per-CPU page sets, which also have a "high".
        block = re.sub(r"^  pagesets.*^(?=  node_unreclaimable)", "", block, flags=re.M | re.S)
        values = dict(re.findall(r"^ +(?:pages )?(\w+):? +(\d+)$", block, re.M))
        if int(values["present"]):
            out[int(node), zone] = {k: int(v) for k, v in values.items()}
    return out


def buddyinfo(text):
    """{(node, zone): a list as FREE_ORDERS has it}"""
    return {(int(node), zone): ",".join(orders.split()) for node, zone, orders in
            re.findall(r"^Node (\d+), zone +(\S+) (.*)$", text, re.M)}


def wanted(files):
    """{scope: {column: value}} as the kernel's files have it, in order"""
    zones = zoneinfo(files["/proc/zoneinfo"])
    orders = buddyinfo(files["/proc/buddyinfo"])
    info = meminfo(files["/proc/meminfo"])
    out = {"system": {c: sum(info[n] for n in names) for c, names in SYSTEM.items()}}
    for c, name in SUMS.items():
        out["system"][c] = PAGE_KB * sum(z[name] for z in zones.values())
    nodes = sorted(int(re.search(r"node(\d+)/", p)[1]) for p in files if "/node/" in p)
    for node in nodes:
        info = meminfo(files[f"/sys/devices/system/node/node{node}/meminfo"])
        mine = {z: v for (n, z), v in zones.items() if n == node}
        out[f"node{node}"] = {c: sum(info[n] for n in names) for c, names in NODE.items()}
        for c, name in SUMS.items():
            out[f"node{node}"][c] = PAGE_KB * sum(z[name] for z in mine.values())
        if mine:
            out[f"node{node}"]["START"] = 4096 * min(z["start_pfn"] for z in mine.values())
        for name, values in mine.items():
            zone = {c: PAGE_KB * values[n] for c, n in SUMS.items()}
            zone["MANAGED"] = PAGE_KB * values["managed"]
            zone["FREE"] = PAGE_KB * values["free"]
            zone["START"] = 4096 * values["start_pfn"]
            zone["FREE_ORDERS"] = orders[node, name]
            out[f"node{node}/{name}"] = zone
    return out


def orders_differ(row, before, after):
    """Blocks split and merge all the time: compare only if none did."""
    if "/" not in row["SCOPE"]:
        return row["FREE_ORDERS"] != "-"
    kernel = [w[row["SCOPE"]]["FREE_ORDERS"] for w in (before, after)]
    shown = row["FREE_ORDERS"]
    return shown != kernel[0] if kernel[0] == kernel[1] and row["SCOPE"].endswith("/DMA") else \
        shown.count(",") != kernel[0].count(",")


def check(d):
    all_rounds = rounds(d / "memory.rounds")
    scopes = Check("memory has a row for the system, each node and each populated zone", 3)
    figures = Check("memory: every figure as in meminfo and zoneinfo", 20)
    orders = Check("memory: free blocks of each order as in buddyinfo", 3)
    gauges = Gauges(figures)
    for r in all_rounds:
        before, after = wanted(r.before), wanted(r.after)
        scopes.equal("rows", [row["SCOPE"] for row in r.rows], list(before))
        for row in r.rows:
            scope = row["SCOPE"]
            if scope in before:
                orders.equal(f"{scope} FREE_ORDERS", orders_differ(row, before, after), False)
            for column, cell in row.items():
                if column in ("SCOPE", "FREE_ORDERS") or scope not in before:
                    continue
                if column not in before[scope]:
                    scopes.equal(f"{scope} {column}, which the kernel does not count", cell, "-")
                    continue
                shown = int(cell, 16 if column == "START" else 10)
                gauges.note(f"{scope} {column}", before[scope][column], shown,
                            after[scope][column])
    gauges.done()
    scopes.done()
    figures.done()
    orders.done()
    return gauges


def check_busy(d):
    gauges = check(d)
    busy = Check("memory: there was something dirty and something being written", 2)
    busy.equal("two nodes", any("node1/" in k for k in gauges.steady), True)
    for column in ("DIRTY", "WRITEBACK"):
        busy.equal(f"system {column}", max(gauges.values(f"system {column}"), default=0) > 0, True)
    busy.done()
