#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0
"""Judge what tests/bench counted.

report.py agree PERCENT COUNT COUNT: two boots, each region within PERCENT.
report.py table KERNEL SLACK TARGETS OUT...: a table as TAP comments, and a
test for each budget, which fails past SLACK times the budget. OUT is what a
boot brought back: OUT.count, OUT/sizes and OUT/memory.
report.py region TARGETS NAME: the number of NAME@PHASE.
"""
import os
import sys

PAGE = 4096


def rows_of(path):
    return [line.split() for line in open(path)
            if line.strip() and not line.startswith("#")]


def counts(path):
    """Region -> (times, least, most, least held, interrupts)."""
    return {row[0]: [int(n) for n in row[1:]] for row in rows_of(path)}


def regions(targets):
    """NAME@PHASE -> region, the number of its `read` line."""
    reads = [row for row in rows_of(targets) if row[0] == "read"]
    return {f"{row[1]}@{row[2]}": str(nr) for nr, row in enumerate(reads, 1)}


def agree(percent, one, two):
    one, two = counts(one), counts(two)
    if not one or set(one) != set(two):
        print(f"regions {sorted(one)} and {sorted(two)}")
        return 1
    apart = [r for r in one
             if abs(one[r][1] - two[r][1]) * 100 > float(percent) * one[r][1]]
    for region in apart:
        print(f"region {region}: {one[region][1]} and {two[region][1]}")
    return bool(apart)


def budget_of(row, kernel):
    text = row[0] if float(kernel.split("-")[0]) < 7 else row[1]
    return None if text == "-" else float(text)


class Judge:
    """Prints the tables, and then their tests."""

    def __init__(self, kernel, slack, targets, outs):
        self.kernel = kernel
        self.slack = float(slack)
        self.tests = []
        self.targets = targets
        self.regions = regions(targets)
        self.count, self.size, self.memory = {}, {}, {}
        for out in outs:
            self.count.update(counts(out + ".count"))
            self.size.update({row[0]: [int(n) for n in row[1:]]
                              for row in rows_of(out + "/sizes")})
            if os.path.exists(out + "/memory"):
                self.memory.update({row[0]: [int(n) for n in row[1:]]
                                    for row in rows_of(out + "/memory")})

    def reads(self):
        print(f"# kernel {self.kernel}: instructions of open + read + close")
        print(f"# {'read':22} {'instructions':>12} {'bytes':>8} {'lines':>6}")
        for name, region in self.regions.items():
            if region in self.count:
                size = self.size[region]
                print(f"# {name:22} {self.count[region][1]:12} {size[0]:8} {size[1]:6}")
            else:
                self.tests.append(
                    f"not ok - bench: {self.kernel}: {name} was not measured")

    def judge(self, what, value, budget):
        """value: None if it was not measured, which another test reports."""
        if value is None:
            return
        if budget is None:
            print(f"# {what:45} {value:10.3f}")
            return
        met = value <= budget
        form = ".0f" if budget > 1000 else ".3f"
        print(f"# {what:45} {value:10{form}} {budget:10{form}} {'yes' if met else 'NO'}")
        verdict = "ok" if value <= budget * self.slack else "not ok"
        self.tests.append(f"{verdict} - bench: {self.kernel}: {what}: {value:{form}}, "
                          f"budget {budget:{form}}" + ("" if met else ", which is not met"))

    def least(self, name, which=1):
        """name: must be on a `read` line; otherwise targets has a mistake."""
        row = self.count.get(self.regions[name])
        return row and row[which]

    def ratio(self, read, base, *budget):
        ours, theirs = self.least(read), self.least(base)
        self.judge(f"{read} / {base}", ours and theirs and ours / theirs,
                   budget_of(budget, self.kernel))

    def most(self, read, *budget):
        self.judge(f"instructions of {read}", self.least(read),
                   budget_of(budget, self.kernel))

    def held(self, read, *budget):
        held = self.least(read, 3)
        lines = held and self.size[self.regions[read]][1] - 2
        self.judge(f"lock held, a row of {read}", held and held / lines,
                   budget_of(budget, self.kernel))
        if held == 0:
            self.tests.append(f"not ok - bench: {self.kernel}: the lock's section was not met")

    def memory_of(self, file, *budget):
        if file not in self.memory:
            self.tests.append(f"not ok - bench: {self.kernel}: memory of {file} was not measured")
            return
        text, held = self.memory[file]
        most = -(-text // PAGE) * PAGE + 2 * PAGE
        print(f"# {file}: {text} bytes of text, {held} bytes held")
        self.judge(f"memory of {file}", held / most, budget_of(budget, self.kernel))

    def all(self):
        kinds = {"ratio": self.ratio, "most": self.most, "held": self.held,
                 "memory": self.memory_of}
        self.reads()
        print(f"# {'budget':45} {'reached':>10} {'budget':>10} met")
        for kind, *row in rows_of(self.targets):
            if kind != "read":
                kinds[kind](*row)
        print("\n".join(self.tests))
        return any(test.startswith("not") for test in self.tests)


def table(kernel, slack, targets, *outs):
    return Judge(kernel, slack, targets, outs).all()


def region(targets, name):
    print(regions(targets)[name])
    return 0


def main():
    commands = {"agree": agree, "table": table, "region": region}
    return int(commands[sys.argv[1]](*sys.argv[2:]))


if __name__ == "__main__":
    sys.exit(main())
