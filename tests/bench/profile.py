#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0
"""profile.py KALLSYMS HIST COUNT: instructions of one read, by function.

COUNT, of the same boot, says how often its one region was measured.
"""
import bisect
import collections
import sys

symbols = []
for line in open(sys.argv[1]):
    address, kind, *name = line.split()
    if kind in "tTwW":
        symbols.append((int(address, 16), " ".join(name)))
symbols.sort()
starts = [address for address, _ in symbols]
total = collections.Counter()
for line in open(sys.argv[2]):
    address, instructions = int(line.split()[0], 16), int(line.split()[1])
    at = bisect.bisect_right(starts, address) - 1
    # User space is the lower half.
    name = symbols[at][1] if address >> 63 else "(user)"
    total[name] += instructions
times = int(open(sys.argv[3]).readline().split()[1])
print(f"{sum(total.values()) // times:9} total")
for name, instructions in total.most_common(50):
    print(f"{instructions // times:9} {name}")
