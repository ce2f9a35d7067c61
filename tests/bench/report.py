#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0
"""Judge what tests/bench counted.

report.py agree COUNT COUNT: two boots, each region within 0.5 %.
report.py table KERNEL SLACK TARGETS COUNT SIZES: a table as TAP comments, and
a test for each budget, which fails past SLACK times the budget.
"""
import sys


def counts(path):
    """Region -> (times, least, most, least held, interrupts)."""
    rows = (line.split() for line in open(path))
    return {row[0]: [int(n) for n in row[1:]] for row in rows}


def agree(one, two):
    one, two = counts(one), counts(two)
    if not one or set(one) != set(two):
        print(f"regions {sorted(one)} and {sorted(two)}")
        return 1
    apart = {r: abs(one[r][1] - two[r][1]) / one[r][1] for r in one}
    for region, part in apart.items():
        if part > 0.005:
            print(f"region {region}: {one[region][1]} and {two[region][1]}")
    return any(part > 0.005 for part in apart.values())


class Judge:
    """Prints the lines of the table, and their tests after it."""

    def __init__(self, kernel, slack):
        self.kernel = kernel
        self.slack = float(slack)
        self.tests = []

    def line(self, name, phase, ours, theirs, size, ratio, budget):
        met = "" if budget is None else "yes" if ratio <= budget else "NO"
        shown = ["" if x is None else str(x) for x in (ours, theirs)]
        print(f"# {name:16} {phase:8} {shown[0]:>10} {shown[1]:>10} "
              f"{size[0]:>8} {size[1]:>6} "
              + (f"{ratio:8.3f} " if ratio is not None else " " * 9)
              + (f"{budget:8.2f} {met}" if budget is not None else ""))
        if budget is None:
            return
        verdict = "ok" if ratio <= budget * self.slack else "not ok"
        self.tests.append(f"{verdict} - bench: {self.kernel}: {name} ({phase}): "
                          f"{ratio:.3f}, budget {budget:.2f}"
                          + ("" if ratio <= budget else ", which is not met"))

    def header(self):
        print(f"# kernel {self.kernel}: instructions of open + read + close")
        print(f"# {'target':16} {'phase':8} {'module':>10} {'kernel':>10} "
              f"{'bytes':>8} {'lines':>6} {'ratio':>8} {'budget':>8} met")

    def end(self):
        print("\n".join(self.tests))
        return any(test.startswith("not") for test in self.tests)


def budget_of(row, kernel):
    text = row[0] if float(kernel.split("-")[0]) < 7 else row[1]
    return None if text == "-" else float(text)


def table(kernel, slack, targets, count, sizes):
    count = counts(count)
    sizes = {r[0]: (int(r[1]), int(r[2])) for r in map(str.split, open(sizes))}
    rows = [line.split() for line in open(targets)
            if line.strip() and not line.startswith("#")]
    judge = Judge(kernel, slack)
    judge.header()
    missing = []
    for row in rows:
        held = row[0] == "held"
        region, name, base = (row[1], row[2], None) if held else (row[0], row[3], row[4])
        if region not in count or (base not in (None, "-") and base not in count):
            missing.append(name)
            continue
        least = count[region][1]
        if held:
            lines = sizes[region][1] - 2
            judge.line(name, "a row", count[region][3], None, sizes[region],
                       count[region][3] / lines, budget_of(row[3:5], kernel))
        elif base == "-":
            judge.line(name, row[1], *((None, least) if name.startswith("k.") else (least, None)),
                       sizes[region], None, None)
        else:
            judge.line(name, row[1], least, count[base][1], sizes[region],
                       least / count[base][1], budget_of(row[5:7], kernel))
    for name in missing:
        judge.tests.append(f"not ok - bench: {kernel}: {name} was not measured")
    return judge.end()


def main():
    commands = {"agree": agree, "table": table}
    return int(commands[sys.argv[1]](*sys.argv[2:]))


if __name__ == "__main__":
    sys.exit(main())
