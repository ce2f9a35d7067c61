# SPDX-License-Identifier: GPL-2.0
"""A second parser of the format, as a reference for the reader."""
import functools
import re
from decimal import Decimal

GUESSES = "uixzcp"


def unescape(cell):
    """Undo octal escapes; each invalid byte of UTF-8 becomes U+FFFD."""
    raw = re.sub(rb"\\([0-3][0-7]{2})", lambda m: bytes([int(m[1], 8)]), cell)
    out, i = "", 0
    while i < len(raw):
        for n in (1, 2, 3, 4):
            try:
                out += raw[i:i + n].decode()
                break
            except UnicodeDecodeError:
                continue
        else:
            out, n = out + "\ufffd", 1
        i += n
    return out


def size(cell):
    unit = b"KMGTPE".find(cell[-1:]) + 1
    return int(cell[:-1] if unit else cell) << 10 * unit


def number(kind, cell):
    """A cell's numeric value, or None."""
    if cell in (b"-", b"*") or kind not in "uixzd":
        return None
    if kind == "x":
        return int(cell, 16)
    return size(cell) if kind == "z" else Decimal(cell.decode())


def fits(kind, cell):
    if kind == "u":
        return re.fullmatch(rb"\d+", cell) and int(cell) < 1 << 64
    if kind == "i":
        return re.fullmatch(rb"-?\d+", cell)
    if kind == "x":
        return re.fullmatch(rb"0x[0-9a-f]{1,16}", cell)
    if kind == "z":
        return re.fullmatch(rb"\d+[KMGTPE]?", cell) and size(cell) < 1 << 64
    if kind == "c":
        return re.fullmatch(rb"none|\d+(-\d+)?(,\d+(-\d+)?)*", cell)
    return re.fullmatch(rb"none|\d+:\d+(,\d+:\d+)*", cell)


def guess(cells):
    cells = [c for c in cells if c not in (b"-", b"*")]
    if any(re.match(rb"0\d", c) for c in cells):
        return "s"
    return next((k for k in GUESSES if all(fits(k, c) for c in cells)), "s")


class View:
    def __init__(self, path):
        self.read(open(path, "rb").read())

    @classmethod
    def parse(cls, text):
        view = cls.__new__(cls)
        view.read(text)
        return view

    def read(self, text):
        self.text = text
        head, names, *lines = self.text.rstrip(b"\n").split(b"\n")
        words = head.split()
        self.name = words[3].decode()
        self.attributes = dict(w.decode().split("=") for w in words[4:])
        self.columns = names.decode().split()[1:]
        self.rows = [line.split(None, len(self.columns) - 1) for line in lines]
        cells = list(zip(*self.rows))
        self.types = self.attributes.get("types") or "".join(
            guess(c) for c in cells[:-1]) + "s"

    def pairs(self, row):
        return zip(self.types, self.columns, row)


def cpus(cell):
    ranges = [r.split(b"-") for r in cell.split(b",")]
    return [c for r in ranges for c in range(int(r[0]), int(r[-1]) + 1)]


def typed(kind, cell):
    """A cell's JSON value, as a Python object."""
    if cell == b"-":
        return None
    if cell == b"*":
        return {"hidden": True}
    if kind in "uiz":
        return int(number(kind, cell))
    if kind == "d":
        return float(cell)
    if kind in "cpw" and cell == b"none":
        return {} if kind == "p" else []
    if kind == "c":
        return cpus(cell)
    if kind == "p":
        pairs = (p.split(b":") for p in cell.split(b","))
        return {str(int(a)): int(b) for a, b in pairs}
    if kind == "w":
        return [typed("s", w) for w in cell.split(b",")]
    return unescape(cell)


def text_order(a, b):
    """Compares runs of digits as numbers, and the rest byte by byte."""
    split = re.compile(rb"\d+|[^\d]")
    for x, y in zip(split.findall(a), split.findall(b)):
        if x.isdigit() and y.isdigit():
            x, y = int(x), int(y)
        if x != y:
            return -1 if x < y else 1
    return len(split.findall(a)) - len(split.findall(b))


def sort(view, column, descending):
    """Stable in both directions; "-" and then "*" come last in both."""
    i = view.columns.index(column)
    kind = view.types[i]

    def order(left, right):
        a, b = left[i], right[i]
        rank = [(c == b"-") + 2 * (c == b"*") for c in (a, b)]
        if rank[0] != rank[1]:
            return rank[0] - rank[1]
        x, y = number(kind, a), number(kind, b)
        way = text_order(a, b) if x is None else (x > y) - (x < y)
        return -way if descending else way
    return sorted(view.rows, key=functools.cmp_to_key(order))


def holds(kind, cell, operator, value):
    """Whether --where COLUMN<operator><value> holds for a cell."""
    if operator in ("!=", "!~"):
        return not holds(kind, cell, operator[-1], value)
    if operator in ("=", "~") and kind not in "cp" and b"," in value:
        return any(holds_one(kind, cell, operator, v)
                   for v in [value, *value.split(b",")])
    return holds_one(kind, cell, operator, value)


def holds_one(kind, cell, operator, value):
    if operator == "~":
        return value in cell
    a, b = number(kind, cell), number(kind, value)
    if b is None:
        return cell == value
    if a is None:
        return False
    return {"=": a == b, "<": a < b, ">": a > b,
            "<=": a <= b, ">=": a >= b}[operator]
