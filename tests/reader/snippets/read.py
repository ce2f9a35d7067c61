# SPDX-License-Identifier: GPL-2.0
def read(path):
    """The rows of any view by its header and types: dicts, "-" is None."""
    head, names, *lines = open(path).read().splitlines()
    names, types = names.split()[1:], head.split(" types=")[1].split()[0]
    sizes = lambda s: int(s[:-1]) << 10 * ("KMGTPE".index(s[-1]) + 1) if s[-1] in "KMGTPE" else int(s)
    convert = {"u": int, "i": int, "d": float, "z": sizes}
    for line in lines:
        cells = zip(names, types, line.split(None, len(names) - 1))
        yield {n: None if c == "-" else c if c == "*" else convert.get(t, str)(c) for n, t, c in cells}
