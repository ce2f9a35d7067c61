#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0
"""Stands in for BitBake, which Debian does not package: reads the layer in DIRECTORY
by as much of the recipe grammar as it uses, reports what it cannot parse, and
which variables have no value; then fetches, unpacks, compiles and installs.

usage: bitbake.py DIRECTORY RECIPE WORKDIR VARIABLE=VALUE...
"""
import glob
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

ASSIGN = re.compile(r'''(export\s+)?([A-Za-z0-9_.:${}/+-]+?)(\[[a-z0-9]+\])?
                        \s*(\?\?=|\?=|:=|\+=|=\+|\.=|=\.|=)\s*(["'])(.*)\5\s*$''', re.X | re.S)
FUNCTION = re.compile(r'([a-z_]+(?::append|:prepend)?)\(\)\s*\{$')
REFERENCE = re.compile(r'\$\{([A-Za-z0-9_-]+)\}')

# What OpenEmbedded-Core's class `module` sets.
MODULE = {
    "do_compile": "unset CFLAGS CPPFLAGS CXXFLAGS LDFLAGS\n"
                  "oe_runmake KERNEL_PATH=${STAGING_KERNEL_DIR} KERNEL_VERSION=${KERNEL_VERSION} "
                  "O=${STAGING_KERNEL_BUILDDIR} ${MAKE_TARGETS}\n",
    "do_install": "unset CFLAGS CPPFLAGS CXXFLAGS LDFLAGS\n"
                  "oe_runmake DEPMOD=echo MODLIB=${D}${nonarch_base_libdir}/modules/${KERNEL_VERSION} "
                  "O=${STAGING_KERNEL_BUILDDIR} ${MODULES_INSTALL_TARGET}\n",
}


class Broken(Exception):
    pass


def lines(path):
    """Numbered lines; one that ends in a backslash is joined with the next."""
    joined, first = "", 0
    for number, line in enumerate(path.read_text().split("\n"), 1):
        first = first or number
        if line.endswith("\\") and not line.startswith("#"):
            joined += line[:-1]
            continue
        yield first, joined + line
        joined, first = "", 0
    if joined:
        raise Broken(f"{path}:{first}: goes on after the end of the file")


class Recipe:
    """Variables and functions from the files that it is told to read."""

    def __init__(self, values):
        self.values = dict(values)
        self.weak, self.functions, self.inherited = {}, {}, []

    def read(self, path):
        self.values["THISDIR"] = str(path.parent)
        function = None
        for number, line in lines(path):
            if function:
                # Lines of shell code, unchanged.
                if line == "}":
                    function = None
                else:
                    self.functions[function] += line + "\n"
            elif match := FUNCTION.match(line):
                function = match[1]
                self.functions[function] = ""
            elif line.strip() and not line.startswith("#"):
                self.statement(path, number, line)
        if function:
            raise Broken(f"{path}: {function}() has no end")

    def statement(self, path, number, line):
        word, *rest = line.split()
        if word in ("require", "include") and len(rest) == 1:
            other = path.parent / self.expand(rest[0])
            if not other.exists():
                raise Broken(f"{path}:{number}: there is no {other}")
            self.read(other)
        elif word == "inherit" and rest:
            self.inherited += rest
        elif match := ASSIGN.match(line):
            self.assign(self.expand(match[2]), match[4], match[6])
        else:
            raise Broken(f"{path}:{number}: is no statement: {line}")

    def assign(self, name, operator, value):
        name, *overrides = name.split(":")
        if operator == ":=":
            value = self.expand(value)
        old = self.values.get(name, "")
        overrides = [word for word in overrides if word != self.values.get("PN")]
        if overrides not in ([], ["append"], ["prepend"]):
            raise Broken(f"{name}: does not know the override {':'.join(overrides)}")
        if overrides == ["append"]:
            operator = ".="
        elif overrides == ["prepend"]:
            operator = "=."
        if operator == "?=":
            self.values.setdefault(name, value)
        elif operator == "??=":
            self.weak[name] = value
        else:
            self.values[name] = {"=": value, ":=": value, "+=": f"{old} {value}",
                                 "=+": f"{value} {old}", ".=": old + value,
                                 "=.": value + old}[operator]

    def expand(self, text, depth=0):
        if depth > 20:
            raise Broken(f"{text}: expands for ever")

        def value(match):
            found = self.values.get(match[1], self.weak.get(match[1]))
            if found is None:
                raise Broken(f"${{{match[1]}}} has no value")
            return self.expand(found, depth + 1)
        return REFERENCE.sub(value, text)

    def __getitem__(self, name):
        return self.expand("${" + name + "}")

    def unpack(self):
        for uri in self["SRC_URI"].split():
            if not uri.startswith("file://"):
                raise Broken(f"{uri}: is not local")
            for directory in self["FILESEXTRAPATHS"].split(":"):
                archive = Path(directory or ".") / uri[len("file://"):]
                if directory and archive.exists():
                    break
            else:
                raise Broken(f"{uri}: is in none of {self['FILESEXTRAPATHS']}")
            os.makedirs(self["UNPACKDIR"], exist_ok=True)
            subprocess.run(["tar", "xzf", archive, "-C", self["UNPACKDIR"]], check=True)
        for checksum in self["LIC_FILES_CHKSUM"].split():
            file, md5 = re.fullmatch(r"file://([^;]+);md5=([0-9a-f]{32})", checksum).groups()
            text = (Path(self["S"]) / file).read_bytes()
            if hashlib.md5(text).hexdigest() != md5:
                raise Broken(f"{checksum}: is another {file}")

    def run(self, task, *options):
        functions = {**(MODULE if "module" in self.inherited else {}), **self.functions}
        if task not in functions:
            raise Broken(f"has no {task}()")
        script = f'''oe_runmake() {{ make {" ".join(options)} {self["EXTRA_OEMAKE"]} "$@"; }}
cd "{self["S"]}"
{self.expand(functions[task])}'''
        subprocess.run(["sh", "-euc", script], check=True)


def main(layer, name, work, *given):
    layer, work = Path(layer).resolve(), Path(work).resolve()
    options = [word for word in given if word.startswith("-")]
    values = {"WORKDIR": str(work), "D": f"{work}/image", "LAYERDIR": str(layer), "BBPATH": "",
              "BBFILES": "", "FILESEXTRAPATHS": "", "BBFILE_COLLECTIONS": "", "CC": "cc",
              "CFLAGS": "-Os", "LDFLAGS": "", "EXTRA_OEMAKE": "", "bindir": "/usr/bin",
              "nonarch_base_libdir": "/lib", "MODULES_INSTALL_TARGET": "modules_install"}
    values.update(word.split("=", 1) for word in given if not word.startswith("-"))
    conf = Recipe(values)
    conf.read(layer / "conf" / "layer.conf")
    found = [path for pattern in conf["BBFILES"].split() for path in map(Path, glob.glob(pattern))
             if path.stem.startswith(f"{name}_")]
    if len(found) != 1:
        raise Broken(f"{conf['BBFILES']} finds {len(found)} recipes of this name")
    # Since 5.3 no S may begin with WORKDIR.
    recipe = Recipe({"UNPACKDIR": "${WORKDIR}", "BPN": name, "BP": "${BPN}-${PV}",
                     "S": "${UNPACKDIR}/${BP}", **values,
                     "PN": name, "PV": found[0].stem[len(name) + 1:]})
    recipe.read(found[0])
    for variable in ("SUMMARY", "LICENSE"):
        recipe[variable]
    if not recipe["S"].startswith(recipe["UNPACKDIR"]):
        raise Broken(f"S is {recipe['S']}, not below {recipe['UNPACKDIR']}")
    os.makedirs(recipe["D"], exist_ok=True)
    recipe.unpack()
    recipe.run("do_compile", *options)
    recipe.run("do_install", *options)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (Broken, OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"{sys.argv[2]}: {error}")
