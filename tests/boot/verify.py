#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0
"""Compare the views of a booted kernel with the kernel's own files.

usage: verify.py DIR LABEL [AREA]...

DIR is what tests/boot/guest.sh collected. Prints TAP: one line for each kind
of value, with the number of values compared; if there are none it fails.
Counters must lie between a reading before the view and one after it.
A view is compared by the module verify_<area>, which has check(DIR), or the
function named after a dot.
"""
import importlib
import sys
from pathlib import Path

import common

AREAS = (
    "resources",
    "interrupts",
    "cpus",
    "devices",
    "memory.check_busy",
    "disks",
    "netdevs",
    "summary",
    "firmware",
    "modules",
    "processes",
    "holders",
    "tools",
)


def main():
    d, common.label = Path(sys.argv[1]), sys.argv[2]
    for area in sys.argv[3:] or AREAS:
        module, _, function = area.partition(".")
        getattr(importlib.import_module(f"verify_{module}"), function or "check")(d)
    return common.failed


sys.exit(main())
