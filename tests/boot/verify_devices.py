# SPDX-License-Identifier: GPL-2.0
"""devices against everything below /sys/devices."""
import re

from common import Check, cpu_set, tagged, view


def links(path):
    """`ls -l` of symbolic links: {link: target}"""
    out = {}
    for line in path.read_text().splitlines():
        m = re.search(r" (/sys/.+?) -> (.*)$", line)
        if m:
            out[m[1]] = m[2]
    return out


class Sys:
    """The devices of sysfs, by path."""

    def __init__(self, d):
        self.files = {}
        for line in (d / "sys.files").read_text().splitlines():
            m = re.match(r"(/sys/devices/.*?/[A-Za-z_0-9]+):(.*)$", line)
            # PCI addresses contain colons, so take the longest file name.
            m = re.match(r"(/sys/devices/.*/(?:dev|numa_node|vendor|device|class|idVendor|idProduct|hid|id|modalias)):(.*)$", line) or m
            self.files.setdefault(m[1], m[2])
        self.links = links(d / "sys.links")
        self.paths = [p[:-len("/uevent")] for p in (d / "sys.uevents").read_text().split()]
        self.known = set(self.paths)
        modules = links(d / "sys.modules")
        self.module = {k[:-len("/module")]: v.rsplit("/", 1)[1] for k, v in modules.items()}

    def subsystem(self, path):
        return self.links.get(f"{path}/subsystem", "").rsplit("/", 1)[-1]

    def name(self, path):
        name = path.rsplit("/", 1)[1].replace("!", "/")
        sub = self.subsystem(path)
        return f"{sub}:{name}" if sub else name

    def parent(self, path):
        while path.count("/") > 3:
            path = path.rsplit("/", 1)[0]
            # A directory that subsys_*_register() creates for its devices,
            # which have no parent.
            if re.match(r"/sys/devices/(system|virtual)/[^/]*$", path):
                return None
            if path in self.known:
                return path
        return None

    def driver(self, path):
        return self.links.get(f"{path}/driver", "-").rsplit("/", 1)[-1]

    def file(self, path, name):
        return self.files.get(f"{path}/{name}")


def escape(text):
    return re.sub(r"[\s\\]", lambda m: f"\\{ord(m[0]):03o}", text)


def check_rows(sys, rows):
    every = Check("devices is every device of sysfs that has a bus or a class", 100)
    fields = Check("devices: driver, module, number, node and parent as in sysfs", 500)
    by_name = {r["DEVICE"]: r for r in rows}
    every.equal("names are unique", len(by_name), len(rows))
    wanted = {escape(sys.name(p)): p for p in sys.paths if sys.subsystem(p)}
    every.equal("not shown", sorted(set(wanted) - set(by_name)), [])
    every.equal("not in sysfs", sorted(set(by_name) - set(wanted)), [])
    for name in by_name:
        every.equal(name, name in wanted, True)
    for name, row in by_name.items():
        path = wanted.get(name)
        if not path:
            continue
        target = sys.links[f"{path}/subsystem"]
        kind = "CLASS" if "/class/" in target else "BUS"
        fields.equal(f"{name} {kind}", row[kind], escape(sys.subsystem(path)))
        fields.equal(f"{name} DRIVER", row["DRIVER"], escape(sys.driver(path)))
        module = sys.module.get(f"/sys/bus/{sys.subsystem(path)}/drivers/{sys.driver(path)}")
        if module:
            fields.equal(f"{name} MODULE", row["MODULE"].replace("-", "_"), module)
        number = sys.file(path, "dev")
        kind = "b" if sys.subsystem(path) == "block" else "c"
        fields.equal(f"{name} DEV", row["DEV"], f"{kind}{number}" if number else "-")
        node = sys.file(path, "numa_node")
        if node:
            fields.equal(f"{name} NODE", row["NODE"], node.replace("-1", "-"))
        parent = sys.parent(path)
        fields.equal(f"{name} PARENT", row["PARENT"], escape(sys.name(parent)) if parent else "-")
    seen, late = set(), []
    for row in rows:
        if row["PARENT"] in by_name and row["PARENT"] not in seen:
            late.append(row["DEVICE"])
        seen.add(row["DEVICE"])
    every.equal("parents come before children, but for", late, [])
    every.done()
    fields.done()
    return wanted


def check_numbers(d, rows):
    numbers = Check("devices: every number of /sys/dev, and the majors of /proc/devices", 20)
    shown = {r["DEV"] for r in rows} - {"-"}
    there = {kind[0] + n for kind in ("char", "block")
             for n in (d / f"sys.{kind}").read_text().split()}
    numbers.equal("not shown", sorted(there - shown), [])
    numbers.equal("not in /sys/dev", sorted(shown - there), [])
    kind, live = "c", {n.split(":")[0] for n in there}
    for line in (d / "k.devices").read_text().splitlines():
        kind = "b" if line.startswith("Block") else kind
        m = re.match(r" *(\d+) ", line)
        if m and f"{kind}{m[1]}" in live:
            numbers.equal(line, any(s.startswith(f"{kind}{m[1]}:") for s in shown), True)
    numbers.done()


def check_irqs(d, rows):
    irqs = Check("devices: IRQS are msi_irqs, and PNP's", 4)
    by_name = {r["DEVICE"]: r for r in rows}
    msi, pnp = {}, {}
    for path, lines in tagged(d / "devices.files").items():
        m = re.match(r"/sys/bus/pci/devices/(.*)/msi_irqs/(\d+)$", path)
        if m:
            msi.setdefault(f"pci:{m[1]}", set()).add(int(m[2]))
        m = re.match(r"/sys/bus/pnp/devices/(.*)/resources$", path)
        for line in lines if m else ():
            r = re.match(r"irq (\d+)", line)
            if r:
                pnp.setdefault(f"pnp:{m[1]}", set()).add(int(r[1]))
    for device, want in list(msi.items()) + list(pnp.items()):
        cell = by_name[device]["IRQS"]
        # The kernel may change those of a PNP device without a driver.
        if device.startswith("pnp:") and by_name[device]["DRIVER"] == "-":
            irqs.equal(device, cell, "-")
            continue
        irqs.equal(device, cpu_set(cell) if cell[0].isdigit() else cell, want)
    # INTx: /proc/interrupts shows the handler's name, which its driver chooses.
    for row in (r for r in view(d / "interrupts") if r["DEVICE"] != "-"):
        for device in row["DEVICE"].split(","):
            irqs.equal(f"{device} has {row['IRQ']}",
                       int(row["IRQ"]) in cpu_set(by_name[device]["IRQS"]), True)
    irqs.done()


def check_ids(sys, rows, wanted):
    ids = Check("devices: ID as the bus has it", 60)
    for row in rows:
        path = wanted.get(row["DEVICE"])
        if not path:
            continue
        file = {n: sys.file(path, n) for n in
                ("vendor", "device", "class", "idVendor", "idProduct", "hid", "id", "modalias")}
        bus, shown = row["BUS"], row["ID"]
        if bus in ("pci", "virtio") and file["vendor"]:
            text = f"{bus}:{file['vendor'][2:].zfill(4)}:{file['device'][2:].zfill(4)}"
            text += f" class={file['class']}" if bus == "pci" else ""
            ids.equal(f"{row['DEVICE']} ID", shown, text)
        elif bus == "usb" and file["idVendor"]:
            ids.equal(f"{row['DEVICE']} ID", shown.split(" ")[0],
                      f"usb:{file['idVendor']}:{file['idProduct']}")
        elif bus == "acpi" and file["hid"]:
            ids.equal(f"{row['DEVICE']} ID", shown, f"acpi:{file['hid']}")
        elif bus == "pnp":
            ids.equal(f"{row['DEVICE']} ID", shown, f"pnp:{file['id']}")
        elif bus == "platform" and (file["modalias"] or "").startswith("platform:"):
            ids.equal(f"{row['DEVICE']} ID", shown, file["modalias"])
        elif not bus or bus == "-":
            ids.equal(f"{row['DEVICE']} ID", shown, "-")
    ids.done()


def check(d):
    sys, rows = Sys(d), view(d / "devices")
    wanted = check_rows(sys, rows)
    check_numbers(d, rows)
    check_irqs(d, rows)
    check_ids(sys, rows, wanted)
