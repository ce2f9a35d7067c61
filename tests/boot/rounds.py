# SPDX-License-Identifier: GPL-2.0
"""What tests/guest/between collected: a view between two readings of files."""
from collections import defaultdict

from common import view


class Round:
    """The files of one round, by path, and the view's rows."""

    def __init__(self, at):
        self.before = self.files(at / "before")
        self.after = self.files(at / "after")
        self.rows = view(at / "view")

    @staticmethod
    def files(at):
        return {p.name.replace("@", "/"): p.read_text() for p in at.iterdir()}


def rounds(d):
    return [Round(p) for p in sorted(d.iterdir())]


class Gauges:
    """Values that go up and down, so two readings do not bracket them.

    A value agrees if it is the kernel's in each round in which the kernel's two
    readings are equal, and there is such a round. One round in five may differ:
    the value may have changed and changed back.
    """

    def __init__(self, check):
        self.check = check
        self.steady = defaultdict(list)

    def note(self, what, before, shown, after):
        seen = self.steady[what]
        if before == after:
            seen.append((shown, before))

    def done(self):
        for what, seen in self.steady.items():
            wrong = [f"{shown}, kernel {kernel}" for shown, kernel in seen if shown != kernel]
            good = seen and len(wrong) * 5 <= len(seen)
            self.check.equal(what, "good" if good else wrong[:3] or "never steady", "good")

    def values(self, pattern):
        """Every steady value of the gauges whose name ends with pattern."""
        return {kernel for what, seen in self.steady.items()
                if what.endswith(pattern) for _, kernel in seen}
