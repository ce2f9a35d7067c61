# SPDX-License-Identifier: GPL-2.0
"""processes against two walks of /proc/PID/{stat,status,fd}, before and after."""
import re

from common import Check, view
from verify_devices import Sys


class Walk:
    """What /proc showed of each process."""

    def __init__(self, d):
        self.stat, self.status, self.devices = {}, {}, {}
        for m in re.finditer(r"^(\d+) \((.*?)\) (\S) (-?\d+(?: -?\d+)+)$",
                             (d / "stat").read_text(), re.M | re.S):
            self.stat[int(m[1])] = (m[3], m[4].split())
        for line in (d / "status").read_text().splitlines():
            m = re.match(r"/proc/(\d+)/status:(\w+):\s*(.*)$", line)
            self.status.setdefault(int(m[1]), {})[m[2]] = m[3]
        for line in (d / "fd").read_text().splitlines():
            m = re.match(r"/proc/(\d+)/fd/\d+ (character|block) special file ([0-9a-f]+):([0-9a-f]+)$", line)
            if m:
                self.devices.setdefault(int(m[1]), []).append(
                    (int(m[3], 16), int(m[4], 16), "cb"[m[2] == "block"]))

    def irq(self, pid):
        """The interrupt that a kernel thread is named after."""
        status = self.status.get(pid, {})
        m = re.match(r"irq/(\d+)-", status.get("Name", ""))
        return m[1] if m and "VmRSS" not in status else "-"

    def kilobytes(self, pid, name):
        """A line of its status; -1 for a kernel thread."""
        return int(self.status[pid].get(name, "-1").split()[0])

    def switches(self, pid):
        """Its context switches: if unchanged later, it did not run."""
        return [v for k, v in self.status[pid].items() if k.endswith("ctxt_switches")]


class Numbers:
    """The kernel's devices, by number."""

    # Devices that stand for another one, which has the hardware.
    BETWEEN = {"scsi", "serial-base"}

    def __init__(self, d):
        self.sysfs, self.path, kind = Sys(d), {}, None
        for line in (d / "sys.numbers").read_text().splitlines():
            kind = {"/sys/dev/char:": "c", "/sys/dev/block:": "b"}.get(line, kind)
            m = re.search(r" (\d+):(\d+) -> (?:\.\./)+(devices/.*)$", line)
            if m:
                self.path[int(m[1]), int(m[2]), kind] = f"/sys/{m[3]}"

    def hardware(self, path):
        """The device of a bus, with a driver, at or above a path."""
        found, first = None, True
        while path.count("/") > 3:
            bus = self.sysfs.links.get(f"{path}/subsystem", "")
            if "/bus/" in bus and f"{path}/driver" in self.sysfs.links:
                found = found or path
                if first or bus.rsplit("/", 1)[1] not in self.BETWEEN:
                    return self.sysfs.name(path)
            path, first = path.rsplit("/", 1)[0], False
        return self.sysfs.name(found) if found else None

    def text(self, number):
        out = f"{number[2]}{number[0]}:{number[1]}"
        path = self.path.get(number)
        if path:
            out += "=" + path.rsplit("/", 1)[1]
            hw = self.hardware(path)
            out += f"@{hw}" if hw else ""
        return out.replace(" ", "\\040")

    def list(self, numbers):
        """The lowest 64 devices, and how many descriptors of others there are."""
        order = sorted(set(numbers), key=lambda n: (n[0], n[1], n[2] == "b"))
        more = sum(1 for n in numbers if n in order[64:])
        return ",".join([self.text(n) for n in order[:64]] + ([f"+{more}"] if more else [])) or "none"


def escaped(name):
    """COMM for a name in /proc/PID/status, which has 15 bytes of it."""
    name = name.replace("\\n", "\n").replace("\\\\", "\\")[:15]
    return "".join(f"\\{ord(c):03o}" if c <= " " or c == "\\" else c for c in name)


def check(d):
    rows = {int(r["PID"]): r for r in view(d / "processes")}
    before, after = Walk(d / "walk.before"), Walk(d / "walk.after")
    reader = int((d / "walk.reader").read_text())
    numbers = Numbers(d)
    lasting = set(before.stat) & set(after.stat)

    which = Check("processes are those with devices, and IRQ threads", 12)
    which.equal("who reads it", rows.pop(reader, {}).get("COMM"), "cat")
    for pid in lasting:
        which.equal(f"{pid} {before.status[pid]['Name']}", pid in rows,
                    pid in before.devices or before.irq(pid) != "-")
    for pid in rows:
        which.equal(f"{pid} is in /proc", pid in lasting, True)
    which.done()

    values = Check("processes: state, CPU, threads, RSS, IRQ, name", 60)
    devices = Check("processes: devices, by name and hardware", 12)
    for pid, row in rows.items():
        status = before.status[pid]
        # A process that ran meanwhile may have grown, shrunk and moved in
        # between; its VmHWM is no upper bound, since the counters behind it are
        # inexact.
        if before.switches(pid) == after.switches(pid):
            values.equal(f"{pid} STATE", row["STATE"], before.stat[pid][0])
            # The CPU is field 39 of stat; this list begins with field 4.
            values.equal(f"{pid} CPU", row["CPU"], before.stat[pid][1][35])
            least, most = (w.kilobytes(pid, "VmRSS") for w in (before, after))
        else:
            least, most = min(0, after.kilobytes(pid, "VmPeak")), after.kilobytes(pid, "VmPeak")
        values.between(f"{pid} RSS_KB", least, int(row["RSS_KB"].replace("-", "-1")), most)
        values.equal(f"{pid} THREADS", row["THREADS"], status["Threads"])
        values.equal(f"{pid} IRQ", row["IRQ"], before.irq(pid))
        values.equal(f"{pid} COMM", row["COMM"], escaped(status["Name"]))
        devices.equal(f"{pid} DEVICES", row["DEVICES"], numbers.list(before.devices.get(pid, ())))
    values.done()
    devices.done()

    some = Check("processes: hardware, threads and odd names are among them", 5)
    text = " ".join(r["DEVICES"] for r in rows.values())
    by_name = {r["COMM"]: r for r in rows.values()}
    some.equal("NVMe", "=nvme0n1@pci:" in text, True)
    some.equal("SATA", bool(re.search("=sda@pci:", text)), True)
    some.equal("serial", bool(re.search("=ttyS0@pnp:", text)), True)
    some.equal("threads", by_name.get("a\\011b\\012c", {}).get("THREADS"), "5")
    some.equal("a backslash", "odd\\040\\134\\040name" in by_name, True)
    some.done()
