#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0
"""Plays the user at a machine's serial console: reads, answers, and reports what it
saw as TAP.

usage: console.py STAGE IMPORT-OWN IMPORT-DKMS LOG QEMU ARGUMENT...
"""
import re
import selectors
import subprocess
import sys
import time

ESCAPE = re.compile(rb"\x1b(\[[0-9;?=]*[A-Za-z]|[()][A-Z0-9]|[=>78])")
DOWN, ENTER = b"\x1b[B", b"\r"
PASSWORD = b"bluescreen\r"


def stages(own, dkms):
    """For each boot: what appears, what that proves, and what to type then."""
    own, dkms = own.encode() + b"\r", dkms.encode() + b"\r"
    return {
        "import": [
            ("SecureBoot enabled", "Secure Boot is on", b""),
            ("Key was rejected by service", "the module is refused before, in the README's words", b""),
            ("own: insmod ended with [1-9]", None, b""),
            ("dkms: insmod ended with [1-9]", "... and so is DKMS's", b"\r" + own),
            ("input password:", "mokutil --import asks for a password", PASSWORD),
            ("input password again:", "... twice", PASSWORD),
            ("# ", None, dkms),
            ("input password:", "... and for DKMS's key", PASSWORD),
            ("input password again:", "... twice", PASSWORD),
            ("# ", None, b"mokutil --list-new | grep Subject: | sort\r"),
            ("CN ?= ?DKMS module signing key", "DKMS's key waits to be enrolled", b""),
            ("CN ?= ?hwinsight", "... and so does the own one", b"exit\r"),
            ("the machine ends", None, b""),
        ],
        "enrol": [
            ("Press any key to perform MOK management", "the blue screen comes at the next boot", ENTER),
            ("Enroll MOK", "it has Enroll MOK", DOWN + ENTER),
            # Above it is a line to view each key.
            ("Continue", "... Continue", DOWN + DOWN + ENTER),
            ("Enroll the key", "... a question", b""),
            ("Yes", "... Yes", DOWN + ENTER),
            ("Password:", "... and wants the password", PASSWORD),
            ("Reboot", "... then it reboots", ENTER),
        ],
        "load": [
            ("SecureBoot enabled", "Secure Boot is still on", b""),
            ("own: insmod ended with 0", "the module is taken", b""),
            ("# hwinsight 1 cpus", "... and serves", b""),
            ("dkms: insmod ended with 0", "the one that DKMS built is taken", b""),
            ("# hwinsight 1 cpus", "... and serves", b""),
            ("CN ?= ?DKMS module signing key", "DKMS's key is among those enrolled", b""),
            ("CN ?= ?hwinsight", "... and so is the own one", b""),
            ("the machine ends", None, b""),
        ],
    }


class Console:
    def __init__(self, command, log):
        self.machine = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, bufsize=0)
        self.ready = selectors.DefaultSelector()
        self.ready.register(self.machine.stdout, selectors.EVENT_READ)
        self.log, self.seen = open(log, "wb"), b""

    def read(self, seconds):
        """Read what comes within that many seconds; False at the end."""
        if not self.ready.select(seconds):
            return True
        data = self.machine.stdout.read(4096)
        self.log.write(data)
        self.log.flush()
        self.seen += data
        return bool(data)

    def wait(self, pattern, seconds):
        """Skip past the wanted text; False if it does not come."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            text = ESCAPE.sub(b"", self.seen)
            if match := re.search(pattern.encode(), text):
                self.seen = text[match.end():]
                return True
            if not self.read(1):
                return False
        return False

    def type(self, keys):
        # A screen that was just drawn does not listen at once.
        for key in re.findall(rb"\x1b\[.|.", keys, re.S):
            time.sleep(0.5)
            self.machine.stdin.write(key)


def main(stage, own, dkms, log, *machine):
    console = Console(machine, log)
    failed = False
    try:
        for pattern, name, keys in stages(own, dkms)[stage]:
            if not console.wait(pattern, 600):
                print(f"not ok - {name or pattern}")
                tail = ESCAPE.sub(b"", open(log, "rb").read())[-3000:].decode(errors="replace")
                print(re.sub(r"(?m)^", "# ", tail.replace("\r", "")))
                failed = True
                break
            if name:
                print(f"ok - {name}", flush=True)
            console.type(keys)
        else:
            while console.read(60) and console.machine.poll() is None:
                pass
    finally:
        console.machine.kill()
    sys.exit(failed)


if __name__ == "__main__":
    main(*sys.argv[1:])
