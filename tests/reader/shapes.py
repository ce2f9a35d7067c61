# SPDX-License-Identifier: GPL-2.0
"""Each capture in each form and shape, compared with the oracle.

usage: shapes.py READER CAPTURE...
"""
import csv
import io
import json
import subprocess
import sys
import unicodedata

import oracle

FAILED = False


def check(name, what, *arguments):
    global FAILED
    try:
        what(*arguments)
        print(f"ok - reader: {name}")
    except Exception as error:  # whatever it is, the test failed
        FAILED = True
        print(f"not ok - reader: {name}")
        for line in f"{type(error).__name__}: {error}".splitlines()[:20]:
            print(f"# {line}")


class Reader:
    def __init__(self, binary, path):
        self.command = [binary, "--file", path]

    def run(self, *arguments):
        return subprocess.run([*self.command, *arguments], check=True,
                              capture_output=True).stdout

    def rows(self, *arguments):
        """Rows of cells, as the table form prints them."""
        text = self.run(*arguments)
        head, names, *lines = text.splitlines()
        assert head.startswith(b"# hwinsight 1 "), head
        assert names.startswith(b"# "), names
        # The output is a view again.
        again = oracle.View.parse(text)
        assert again.attributes["rows"] == str(len(lines)), head
        assert len(again.types) == len(again.columns), head
        n = len(names.split()) - 1
        return [line.split(None, n - 1) for line in lines]


def same(got, want, what=""):
    assert got == want, f"{what}\n got {got}\nwant {want}"


def as_it_is(reader, view):
    """It is validated, and then printed byte for byte."""
    got = reader.run(view.name)
    want = "".join(printable(line) + "\n" for line in view.text.splitlines())
    same(got.decode(), want)
    same(reader.run("--no-header", view.name),
         got.split(b"\n", 2)[2], "--no-header")


def printable(line):
    """Control characters and invalid UTF-8 become octal escapes."""
    text = line.decode("utf-8", "surrogateescape")
    return "".join(c if c.isprintable() or c == " " else
                   f"\\{c.encode('utf-8', 'surrogateescape')[0]:03o}"
                   for c in text)


def as_json(reader, view):
    got = json.loads(reader.run("--json", view.name))
    same((got["view"], got["version"], got["release"], got["arch"]),
         (view.name, 1, view.attributes["release"], view.attributes["arch"]))
    same(got["taken"], float(view.attributes["taken"]))
    want = [{c: oracle.typed(k, cell) for k, c, cell in view.pairs(row)}
            for row in view.rows]
    same(got["rows"], want)
    for have in got["rows"]:
        same(list(have), view.columns)
    for form in ("--json", "--csv"):
        text = reader.run(form, view.name).decode()
        assert not [c for c in text if unicodedata.category(c) == "Cc" and
                    c not in "\r\n\t"], form
    lines = reader.run("--json", "--no-header", view.name).splitlines()
    same([json.loads(line) for line in lines], want, "--no-header")
    lines = reader.run("--ndjson", view.name).splitlines()
    same([json.loads(line) for line in lines], want, "--ndjson")
    both = json.loads(reader.run("--json", view.name, view.name))
    same(both, [got, got], "two views are an array")
    lines = reader.run("--ndjson", view.name, view.name).splitlines()
    same([json.loads(line) for line in lines],
         [{"view": view.name} | row for row in want + want], "--ndjson of two")


def as_csv(reader, view):
    def field(kind, cell):
        if cell == b"-":
            return ""
        if cell == b"*":
            return "*"
        if kind == "z":
            return str(oracle.size(cell))
        # Nothing may control the terminal.
        return "".join("\ufffd" if unicodedata.category(c) == "Cc" and
                       c not in "\n\t" else c for c in oracle.unescape(cell))
    text = reader.run("--csv", view.name)
    same(text.count(b"\r\n"), len(view.rows) + 1, "line ends")
    got = list(csv.reader(io.StringIO(text.decode(), newline=""), strict=True))
    same(got[0], view.columns)
    same(got[1:], [[field(k, c) for k, _, c in view.pairs(row)]
                   for row in view.rows])


def sorted_(reader, view):
    for column in view.columns:
        for way in ("", ":asc", ":desc"):
            want = oracle.sort(view, column, way == ":desc")
            same(reader.rows(view.name, "--sort", column + way), want,
                 column + way)


def chosen(reader, view):
    for i, column in enumerate(view.columns):
        names = [column, view.columns[i - 1]] if i else [column]
        lines = reader.run(view.name, "--columns", ",".join(names))
        got = reader.rows(view.name, "--columns=" + ",".join(names).lower())
        # Free text keeps its spaces only as the last column.
        want = [[row[i].replace(b" ", b"\\040"), row[i - 1]] if i else [row[i]]
                for row in view.rows]
        same(got, want, names)
        # The header names just these columns.
        same(lines.splitlines()[1].split()[1:], [n.encode() for n in names])


def wanted(reader, view):
    for i, (kind, column) in enumerate(zip(view.types, view.columns)):
        values = sorted({row[i] for row in view.rows})
        operators = ["=", "!=", "~", "!~"]
        if kind in "uixzd":
            operators += ["<", ">", "<=", ">="]
        for value in values[:: max(1, len(values) // 4)]:
            for operator in operators:
                if value in (b"-", b"*") and operator[0] in "<>":
                    continue
                test = column.encode() + operator.encode() + value
                want = [r for r in view.rows
                        if oracle.holds(kind, r[i], operator, value)]
                same(reader.rows(view.name, "--where", test), want, test)


def combined(reader, view):
    """All options at once, on the first column."""
    column = view.columns[0]
    want = [r for r in oracle.sort(view, column, True) if r[-1] != b"-"]
    got = json.loads(reader.run(
        view.name, "--json", "--sort", column + ":desc", "--columns", column,
        "--where", view.columns[-1] + "!=-"))
    same(got["rows"], [{column: oracle.typed(view.types[0], r[0])}
                       for r in want])
    got = reader.run(view.name, "--csv", "--no-header", "--columns", column,
                     "--where", f"{column}!=-", "--where", f"{column}=-")
    same(got, b"", "nothing is both")


def main(binary, *paths):
    for path in paths:
        view, reader = oracle.View(path), Reader(binary, path)
        name = path.rsplit("/", 1)[1].removesuffix(".txt")
        # Control characters never reach the terminal.
        if printable(view.text.replace(b"\n", b" ")) == \
                view.text.replace(b"\n", b" ").decode("utf-8", "replace"):
            for what in (sorted_, chosen, wanted):
                check(f"{name}: rows and columns are {what.__name__.strip('_')}",
                      what, reader, view)
        check(f"{name}: is printed as it is", as_it_is, reader, view)
        check(f"{name}: JSON has every row and column", as_json, reader, view)
        check(f"{name}: CSV has every row and column", as_csv, reader, view)
        check(f"{name}: shapes combine", combined, reader, view)
    return FAILED


sys.exit(main(*sys.argv[1:]))
