# SPDX-License-Identifier: GPL-2.0
"""Reorder the columns of each view in a capture.

usage: order.py CAPTURE >OTHER

The row's name stays first, and free text last; those between are reversed,
as another version of the module might have them.
"""
import re
import sys

text = open(sys.argv[1], encoding="utf-8").read()
for part in re.split(r"^(?=# hwinsight )", text, flags=re.M)[1:]:
    head, names, *lines = part.splitlines()
    names = names.split()[1:]
    order = [0, *range(len(names) - 2, 0, -1), len(names) - 1]
    head = re.sub(r" types=(\S+)", lambda m: " types=" + "".join(m[1][i] for i in order), head)
    print(head)
    print("# " + " ".join(names[i] for i in order))
    for line in lines:
        cells = line.split(None, len(names) - 1)
        print(" ".join(cells[i] for i in order))
