#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0
"""ktap.py PREFIX LOG SUITE...: a kernel log's KTAP as one TAP line a case.

A KUnit module loads even if its tests fail, so the result is decided here: each
SUITE must be in the log, with at least one case and all that it planned, and
must report ok itself. Exits 1 otherwise.
"""
import re
import sys

prefix, log, expected = sys.argv[1], sys.argv[2], sys.argv[3:]
STAMP = re.compile(r"^(?:<\d+>)?\[ *\d+\.\d+\](?:\[ *[TC]\d+\])? ?")
SUBTEST = re.compile(r"^    # Subtest: (\S+)$")
PLAN = re.compile(r"^    1\.\.(\d+)$")
# 6.2 and later omit the dash.
CASE = re.compile(r"^    (ok|not ok) (\d+) (?:- )?(\S+)(?:\s+# (SKIP)\b\s*(.*))?$")
SUITE = re.compile(r"^(ok|not ok) \d+ (?:- )?(\S+)")

failed = False
seen = {}


def say(good, text):
    global failed
    failed |= not good
    print(f"{'ok' if good else 'not ok'} - {prefix}: {text}")


suite, plan, cases, notes = None, None, 0, []
for line in open(log, errors="replace"):
    line = STAMP.sub("", line.rstrip("\n"))
    if m := SUBTEST.match(line):
        suite, plan, cases, notes = m[1], None, 0, []
    elif suite is None:
        continue
    elif m := PLAN.match(line):
        plan = int(m[1])
    elif m := CASE.match(line):
        cases += 1
        if m[4]:
            print(f"ok - {prefix}: {suite}: {m[3]} # SKIP {m[5]}")
        else:
            say(m[1] == "ok", f"{suite}: {m[3]}")
        if m[1] != "ok":
            print("\n".join(f"# {note}" for note in notes[-40:]))
        notes = []
    elif (m := SUITE.match(line)) and m[2] == suite:
        seen[suite] = True
        say(m[1] == "ok" and cases and cases == plan,
            f"{suite}: all of its {plan} cases, ran {cases}")
        suite = None
    else:
        notes.append(line)
for name in expected:
    if name not in seen:
        say(False, f"{name}: it ran to its end")
sys.exit(failed)
