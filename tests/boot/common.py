# SPDX-License-Identifier: GPL-2.0
"""What every comparison needs: counting agreements, reading what was collected."""
import re
from collections import defaultdict

label = ""
failed = False


class Check:
    """A kind of value: counts agreements, and remembers differences."""

    def __init__(self, name, least=1):
        self.name, self.least = name, least
        self.agree, self.differ = 0, []

    def equal(self, what, shown, kernel):
        if shown == kernel:
            self.agree += 1
        else:
            self.differ.append(f"{what}: shown {shown!r}, kernel {kernel!r}")

    def between(self, what, before, shown, after):
        if before <= shown <= after:
            self.agree += 1
        else:
            self.differ.append(f"{what}: shown {shown}, kernel {before} to {after}")

    def done(self):
        global failed
        good = not self.differ and self.agree >= self.least
        failed |= not good
        print(f"{'ok' if good else 'not ok'} - {label}: {self.name} "
              f"({self.agree} values)")
        if self.agree < self.least:
            print(f"# expected to compare at least {self.least}")
        for line in self.differ[:20]:
            print(f"# {line}")


def view(path):
    lines = path.read_text().splitlines()
    names = lines[1].lstrip("# ").split()
    rows = [dict(zip(names, line.split(None, len(names) - 1)))
            for line in lines[2:]]
    if f" rows={len(rows)} " not in lines[0]:
        raise SystemExit(f"{path}: rows= does not match {len(rows)} rows")
    return rows


def tagged(path):
    """grep -H output: {file: [lines]}"""
    out = defaultdict(list)
    for line in path.read_text().splitlines():
        # Paths hold colons, too (PCI addresses). Values of one-line files are
        # split at the first colon after the last slash's first dot-free part,
        # which the known file names make unambiguous.
        m = re.match(r"(/(?:proc|sys)/.*?/[A-Za-z_0-9]+):(?![0-9a-f]{2}[.:/])(.*)$", line)
        if m:
            out[m.group(1)].append(m.group(2))
    return out


def size_text(n):
    for unit in ("", "K", "M", "G", "T", "P", "E"):
        if n % 1024 or n == 0 or unit == "E":
            return f"{n}{unit}"
        n //= 1024


def drivers(d):
    out = {}
    for line in (d / "drivers").read_text().splitlines():
        path, _, driver = line.partition(" ")
        parts = path.split("/")
        out[f"{parts[3]}:{parts[5]}"] = driver.replace(" ", "\\040") or "-"
    return out


def proc_interrupts(path):
    """{label: (counts, rest)}"""
    out, cpus = {}, []
    for line in path.read_text().splitlines():
        if not cpus:
            cpus = [int(c[3:]) for c in line.split()]
            continue
        label, _, rest = line.strip().partition(":")
        fields = rest.split(None, len(cpus))
        counts = []
        for f in fields[:len(cpus)]:
            if not f.isdigit():
                break
            counts.append(int(f))
        text = rest.strip() if len(counts) < len(cpus) else \
            (fields[len(cpus)] if len(fields) > len(cpus) else "")
        out[label] = (dict(zip(cpus, counts)), text.strip())
    return out


def counts_of(cell):
    if cell in ("none", "-"):
        return {}
    return {int(c): int(n) for c, n in (p.split(":") for p in cell.split(","))}


def cpu_set(text):
    out = set()
    for part in re.split(r"[,+]", text):
        first, _, last = part.partition("-")
        out |= set(range(int(first), int(last or first) + 1))
    return out
