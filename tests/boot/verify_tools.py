# SPDX-License-Identifier: GPL-2.0
"""pci, usb, dimms and firmware against what lspci, lsusb and dmidecode answer."""
import re

from common import Check, size_text, view


def number(text):
    return f"{float(text):g}"


def link(speed, width):
    return f"{number(speed)}GT/s,x{width}" if int(width) else "-"


def shown_link(cell):
    m = re.fullmatch(r"([\d.]+)(GT/s,x\d+)", cell)
    return number(m[1]) + m[2] if m else cell


def lspci(path):
    """{address: the text of that function}"""
    out = {}
    for text in path.read_text().split("\n\n"):
        address, _, rest = text.strip().partition(" ")
        if address:
            out[address] = rest
    return out


def first(pattern, text, none="-"):
    m = re.search(pattern, text, re.M)
    return m[1] if m else none


def express(text):
    """The part of the text that is about PCI Express."""
    return first(r"(Capabilities: \[\w+\] Express (?:.*\n\t\t)*.*)", text, "")


def aspm(words):
    return {"Disabled": "off", "L0s Enabled": "L0s", "L1 Enabled": "L1",
            "L0s L1 Enabled": "L0s,L1"}[words.strip()]


def messages(text):
    """the most vectors: of MSI-X, or of MSI if that is enabled or the only one"""
    msi = re.search(r"\] MSI: Enable([+-]) Count=(\d+)/(\d+)", text)
    msix = re.search(r"\] MSI-X: Enable([+-]) Count=(\d+)", text)
    if msix and not (msi and msi[1] == "+"):
        return msix[2]
    return msi[3] if msi else "-"


def check_links(rows, told):
    check = Check("pci: links, ASPM and slots, as lspci says", 60)
    up = {}
    for row in rows:
        text = express(told[row["ADDRESS"]])
        cap = re.search(r"LnkCap:.*Speed ([\d.]+)GT/s.*Width x(\d+)", text)
        if not cap:
            for column in ("LINK", "LINK_MAX", "ASPM"):
                check.equal(f"{row['ADDRESS']} {column}", row[column], "-")
            continue
        now = re.search(r"LnkSta:.*Speed ([\d.]+)GT/s.*Width x(\d+)", text)
        up[row["ADDRESS"]] = link(cap[1], cap[2])
        check.equal(f"{row['ADDRESS']} LINK_MAX", shown_link(row["LINK_MAX"]),
                    up[row["ADDRESS"]])
        check.equal(f"{row['ADDRESS']} LINK", shown_link(row["LINK"]), link(now[1], now[2]))
        check.equal(f"{row['ADDRESS']} ASPM", row["ASPM"],
                    aspm(first(r"LnkCtl:\s+ASPM ([\w ]+);", text)))
    for row in rows:
        check.equal(f"{row['ADDRESS']} SLOT", row["SLOT"].split("-")[0] or "-",
                    first(r"^\tPhysical Slot: (\S+)", told[row["ADDRESS"]]).split("-")[0] or "-")
    check.done()


def check_pci(d):
    rows, told = view(d / "tools.pci"), lspci(d / "lspci")
    check = Check("pci: who a function is and what it has, as lspci says", 200)
    check.equal("functions", sorted(r["ADDRESS"] for r in rows), sorted(told))
    rows = [r for r in rows if r["ADDRESS"] in told]
    for row in rows:
        text = told[row["ADDRESS"]]
        who = re.match(r"(\w{4}): (\w{4}:\w{4})(?: \(rev (\w+)\))?(?: \(prog-if (\w+))?", text)
        wants = {
            "CLASS": f"0x{who[1]}{who[4] or '00'}",
            "ID": who[2],
            "REV": f"0x{who[3] or '00'}",
            "DRIVER": word(first(r"^\tKernel driver in use: (.*)", text)),
            "IOMMU": first(r"^\tIOMMU group: (\d+)", text),
            "NODE": first(r"^\tNUMA node: (\d+)", text),
            "SUBSYS": first(r"^\tSubsystem: (\w{4}:\w{4})", text),
            "MSI_MAX": messages(text),
        }
        for column, want in wants.items():
            check.equal(f"{row['ADDRESS']} {column}", row[column], want)
        # Enabled ones have some vectors, others have none.
        check.equal(f"{row['ADDRESS']} MSI", row["MSI"] != "0",
                    bool(re.search(r"\] MSI(-X)?: Enable\+", text)))
        check.equal(f"{row['ADDRESS']} AER", row["AER_COR"] != "-",
                    "Advanced Error Reporting" in text)
        check.equal(f"{row['ADDRESS']} VFS_MAX", row["VFS_MAX"],
                    first(r"Initial VFs: \d+, Total VFs: (\d+)", text))
        check.equal(f"{row['ADDRESS']} VFS", row["VFS"], first(r"Number of VFs: (\d+)", text))
        sizes = re.findall(r"^\tRegion (\d): .*\[size=(\w+)\]", text, re.M)
        check.equal(f"{row['ADDRESS']} BARS",
                    [tuple(re.match(r"(\d)=(\w+)", b).groups()) for b in row["BARS"].split(",")
                     if b[0].isdigit()], sizes)
    check.done()
    check_links(rows, told)


def usb_paths(d):
    """{(bus, device): the name in sysfs}"""
    numbers = {}
    for line in (d / "usb.numbers").read_text().splitlines():
        m = re.match(r".*/([^/]+)/(busnum|devnum):(\d+)", line)
        numbers.setdefault(m[1], {})[m[2]] = int(m[3])
    return {(n["busnum"], n["devnum"]): name for name, n in numbers.items()}


def tree(path):
    """{(bus, device): (Mb/s, {interface: driver})} of `lsusb -t`"""
    out, bus = {}, 0
    for line in path.read_text().splitlines():
        m = re.search(r"Bus (\d+)", line)
        bus = int(m[1]) if m else bus
        m = re.search(r"Dev (\d+)(?:, If (\d+))?, Class=.*, Driver=([^/,]*)(?:/\d+p)?, ([\d.]+)M",
                      line)
        if m:
            speed, drivers = out.setdefault((bus, int(m[1])), (m[4], {}))
            drivers[int(m[2] or 0)] = m[3]
    return out


def word(text):
    return text.strip().replace(" ", "\\040") or "-"


def lsusb(path):
    """(bus, device), text of each device of `lsusb -v`"""
    for text in re.split(r"^(?=Bus \d+ Device \d+:)", path.read_text(), flags=re.M):
        m = re.match(r"Bus (\d+) Device (\d+): ID (\w{4}:\w{4})", text)
        if m:
            yield (int(m[1]), int(m[2])), m[3], text


def check_usb(d):
    rows = {r["PATH"]: r for r in view(d / "tools.usb")}
    paths, speeds = usb_paths(d), tree(d / "lsusb.tree")
    check = Check("usb: as lsusb says", 40)
    seen = []
    for at, which, text in lsusb(d / "lsusb"):
        path = paths[at]
        row = rows.get(path)
        seen.append(path)
        if not row:
            continue
        check.equal(f"{path} ID", row["ID"], which)
        check.equal(f"{path} MA", row["MA"], first(r"^\s+MaxPower\s+(\d+)mA", text))
        check.equal(f"{path} SERIAL", row["SERIAL"], word(first(r"^\s+iSerial +\d+ ?(.*)", text)))
        check.equal(f"{path} PRODUCT", row["PRODUCT"], word(first(r"^\s+iProduct +\d+ ?(.*)", text)))
        check.equal(f"{path} MAKER", row["MAKER"],
                    word(first(r"^\s+iManufacturer +\d+ ?(.*)", text)))
        speed, drivers = speeds[at]
        check.equal(f"{path} SPEED", row["SPEED"], speed)
        interfaces = {}
        for part in re.split(r"^ +Interface Descriptor:", text, flags=re.M)[1:]:
            n = int(first(r"bInterfaceNumber\s+(\d+)", part))
            interfaces[n] = "%02x" % int(first(r"bInterfaceClass +(\d+)", part))
        configuration = first(r"bConfigurationValue\s+(\d+)", text)
        want = []
        for n, kind in sorted(interfaces.items()):
            driver = drivers.get(n, drivers.get(0, ""))
            # A root hub is listed with its controller's driver.
            driver = "hub" if at[1] == 1 else driver
            want.append(f"{configuration}.{n}={kind}" + (f"/{driver}" if driver not in
                                                         ("", "[none]") else ""))
        check.equal(f"{path} INTERFACES", row["INTERFACES"], ",".join(want))
    check.equal("devices", sorted(rows), sorted(seen))
    check.done()


def dmidecode(path):
    """(type, {name: value}) of each structure"""
    for text in path.read_text().split("\n\n"):
        m = re.search(r"^Handle \w+, DMI type (\d+)", text, re.M)
        if m:
            yield int(m[1]), dict(re.findall(r"^\t([^\t:]+): (.*)$", text, re.M))


def told(value):
    """the words that dmidecode prints for an empty string"""
    return "-" if value in ("Not Specified", "Unknown", "None", None) else value.strip()


def check_dmi(d):
    check = Check("dimms and firmware: as dmidecode says", 20)
    parts = list(dmidecode(d / "dmidecode"))
    slots = [fields for kind, fields in parts if kind == 17]
    rows = view(d / "dimms")
    check.equal("slots", len(rows), len(slots))
    for row, fields in zip(rows, slots):
        size = re.match(r"(\d+) ([KMGT])B", fields["Size"])
        bytes_ = int(size[1]) << 10 * ("KMGT".index(size[2]) + 1) if size else 0
        wants = {
            "LOCATOR": word(told(fields["Locator"])), "BANK": word(told(fields["Bank Locator"])),
            "SIZE": size_text(bytes_), "TYPE": told(fields["Type"]),
            "MAKER": word(told(fields["Manufacturer"])),
            "PART": word(told(fields["Part Number"])),
            "MT_S": told(fields.get("Configured Memory Speed", fields["Speed"])).split(" ")[0],
        }
        for column, want in wants.items():
            check.equal(f"{row['LOCATOR']} {column}", row[column], want)
    facts = {r["KEY"]: r["VALUE"] for r in view(d / "firmware")}
    names = {
        (0, "Vendor"): "bios_vendor", (0, "Version"): "bios_version",
        (0, "Release Date"): "bios_date",
        (1, "Manufacturer"): "sys_vendor", (1, "Product Name"): "product_name",
        (1, "Version"): "product_version", (1, "Serial Number"): "product_serial",
        (1, "UUID"): "product_uuid", (1, "SKU Number"): "product_sku",
        (1, "Family"): "product_family",
        (3, "Manufacturer"): "chassis_vendor", (3, "Version"): "chassis_version",
        (3, "Serial Number"): "chassis_serial", (3, "Asset Tag"): "chassis_asset_tag",
    }
    for kind, fields in parts:
        for name, value in fields.items():
            key = "dmi/" + names.get((kind, name), "")
            if key in facts:
                check.equal(key, facts[key], told(value))
    check.done()


def check(d):
    check_pci(d)
    check_usb(d)
    check_dmi(d)
