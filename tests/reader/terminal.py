# SPDX-License-Identifier: GPL-2.0
"""What a person sees: the reader on terminals of many sizes.

usage: terminal.py READER CAPTURE
"""
import fcntl
import os
import pty
import re
import struct
import sys
import tempfile
import termios
import unicodedata

READER, CAPTURE = sys.argv[1:]
FAILED = False
VIEWS = ("iomem ioports interrupts cpus memory devices modules disks netdevs "
         "processes findings").split()


def run(width, height, *words, capture=CAPTURE, **environment):
    """The bytes that the reader writes to a terminal, and its exit status."""
    pid, fd = pty.fork()
    if not pid:
        os.environ.clear()
        os.environ.update({"PATH": "/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8",
                           "PAGER": "cat", **environment})
        # Set the size before the program starts.
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        os.execv(READER, [READER, "--file", capture, *words])
    data = b""
    while True:
        try:
            part = os.read(fd, 65536)
        except OSError:
            break
        if not part:
            break
        data += part
    os.close(fd)
    status = os.waitpid(pid, 0)[1]
    return data.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)


def plain(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def check(name, good, text=""):
    global FAILED
    print(("ok" if good else "not ok") + f" - reader: at a terminal: {name}")
    if not good:
        FAILED = True
        for line in text.splitlines()[:30]:
            print("# " + line)


def columns(line):
    """The width on a terminal, by Python's Unicode tables."""
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
               for c in line)


def wide_characters():
    """Names with characters two columns wide, and zero."""
    with open(CAPTURE, encoding="utf-8") as f:
        text = f.read()
    for name in "内核代码" * 20, "e\u0301" * 20, "カーネル" * 20:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as f:
            f.write(text.replace("Kernel code", name).replace("no driver is bound", name))
            f.flush()
            for width in (80, 81, 120):
                shown = ""
                for view in ("iomem", "findings"):
                    shown += plain(run(width, 24, view, capture=f.name)[0])
                lines = [l for l in shown.splitlines() if name[:2] in l]
                check(f"{width} columns: {name[:2]} is as wide as a terminal shows it",
                      len(lines) > 1 and max(map(columns, shown.splitlines())) <= width and
                      max(map(columns, lines)) >= min(width, columns(name)) - 1, shown)


def main():
    for width in (40, 80, 132, 250):
        wide, names = [], set()
        for view in VIEWS:
            text, code = run(width, 24, view)
            lines = plain(text).splitlines()
            wide += [l for l in lines if len(l) > width]
            names.add(lines[0].split()[0])
            if code:
                wide.append(f"{view}: exit status {code}")
        check(f"tables fit {width} columns", not wide, "\n".join(wide))
    text, _ = run(80, 24, "interrupts")
    text = plain(text)
    check("what is left out is named", "# --wide also has: " in text and "DOMAIN" in text, text)
    for width in (80, 120):
        text, _ = run(width, 24, "interrupts")
        check(f"{width} columns: what names a device is whole, other columns give way",
              " pci:0000:01:00.0 " in plain(text), text)
    text, _ = run(80, 24, "disks")
    notes = re.search(r"^# --wide also has: (.*(?:\n#   .*)*)", plain(text), re.M)[1]
    shown = plain(text).split("\n")[0].split()
    head = re.search(r"^# hwinsight 1 disks .*\n# (.*)", open(CAPTURE, encoding="utf-8").read(), re.M)[1]
    check("... by its whole name", set(notes.replace("#", "").split()) | set(shown) >= set(head.split()), text)
    text, _ = run(20, 24)
    check("alone: what is cut says so, too", "…" in plain(text).splitlines()[0], text)
    text, _ = run(80, 24, "interrupts")
    check("what is cut says so", "…" in text, text)
    check("names are as they are, not escaped", "i8042 kbd" in text and "\\040" not in text, text)
    text, _ = run(80, 24, "interrupts", LANG="C")
    check("without UTF-8 all is ASCII", plain(text).isascii() and "~" in text, text)
    text, _ = run(300, 24, "disks")
    check("sizes are rounded", " 7.9M " in plain(text), text)
    text, _ = run(300, 24, "disks", "--bytes")
    check("--bytes: sizes are exact", " 8356352 " in plain(text), text)
    text, _ = run(80, 24, "memory")
    check("so is memory", "MANAGED" in text and re.search(r"^system +\d+\.\dM", plain(text), re.M), text)
    text, _ = run(80, 24, "netdevs", "findings")
    check("states and severities have colours", "\x1b[32mup\x1b[m" in text and
          "\x1b[31merror\x1b[m" in text and "\x1b[33mwarn\x1b[m" in text, text)
    check("of several views each is named", "netdevs: 3 rows" in plain(text) and
          "findings: 11 rows" in plain(text), text)
    for words, environment in ((["--color=never"], {}), ([], {"NO_COLOR": "1"}),
                               ([], {"TERM": "dumb"})):
        text, _ = run(80, 24, "netdevs", *words, **environment)
        check(f"no colours with {words or environment}", "\x1b" not in text, text)
    text, _ = run(80, 24, "netdevs", "--color", "always", NO_COLOR="1")
    check("--color=always wins over NO_COLOR", "\x1b[32mup" in text, text)
    text, _ = run(80, 24, "netdevs", "--wide")
    want = re.search(r"^# hwinsight 1 netdevs .*?(?=^# hwinsight|\Z)",
                     open(CAPTURE, encoding="utf-8").read(), re.M | re.S)[0]
    check("--wide is what the module printed", text == want, text)
    text, _ = run(80, 24, "interrupts", "--where", "DRIVER=nvme", "--sort", "TOTAL:desc")
    rows = [l.split()[0] for l in plain(text).splitlines()[1:6]]
    check("--where and --sort work there, too", rows[:2] == ["25", "29"], text)
    text, _ = run(80, 24, "interrupts", "--columns", "ACTIONS,IRQ")
    check("chosen columns stay in their order", plain(text).split()[:2] == ["ACTIONS", "IRQ"], text)
    text, _ = run(80, 24, "--match", "nvme", "disks", PAGER="sed s/^/paged:/")
    check("$PAGER has it", text.startswith("paged:") and text.count("paged:") >= 2, text)
    text, code = run(80, 24, "devices", PAGER="head -n 2")
    check("a pager may be left early", len(text.splitlines()) == 2 and not code, text)
    text, code = run(80, 24)
    check("alone: the summary, findings above notes, and what else there is",
          "kernel" in text and "\x1b[31merror" in text and "\x1b[2minfo" not in text and
          "hwinsight findings" in text and "Commands: " in text, text)
    check("... which fits", all(len(l) <= 80 for l in plain(text).splitlines()), text)
    wide_characters()
    return FAILED


sys.exit(main())
