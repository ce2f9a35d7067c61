#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0
"""Check an SVG as a viewer would.

usage: look.py SVG LEAST

It is XML; everything is inside the picture; texts do not overlap each other
and stay in the rectangle that they begin in, except labels outside of
all; there are LEAST rectangles or more, none too small to be seen; fills differ
in luma, so that they differ in grey, too; text contrasts with what is below it.
"""
import re
import sys
import xml.etree.ElementTree as ET

NS = "{http://www.w3.org/2000/svg}"
# The widest monospace font, and its ascent and descent.
ADVANCE, ASCENT, DESCENT = 6.7, 9, 3


def luma(color):
    color = color.lstrip("#")
    color = "".join(c * 2 for c in color) if len(color) == 3 else color
    r, g, b = (int(color[i:i + 2], 16) for i in (0, 2, 4))
    return 0.299 * r + 0.587 * g + 0.114 * b


def main():
    svg = ET.parse(sys.argv[1]).getroot()
    width, height = float(svg.get("width")), float(svg.get("height"))
    style = svg.find(f"{NS}style").text
    fill = dict(re.findall(r"\.(\w+)\{[^}]*?fill:(#\w+)", style))
    ends = set(re.findall(r"\.(\w+)\{[^}]*?text-anchor:end", style))
    middles = set(re.findall(r"\.(\w+)\{[^}]*?text-anchor:middle", style))
    rects = [(tuple(float(r.get(k)) for k in ("x", "y", "width", "height")), r.get("class"))
             for r in svg.iter(f"{NS}rect") if r.get("class")]
    bad = []
    if len(rects) < int(sys.argv[2]):
        bad.append(f"only {len(rects)} rectangles")
    for (x, y, w, h), name in rects:
        if w < 3 or h < 10:
            bad.append(f"too small to see: {name} {w}x{h}")
        if x < 0 or y < 0 or x + w > width or y + h > height:
            bad.append(f"outside: {name} at {x},{y}")
    boxes = []
    for t in svg.iter(f"{NS}text"):
        x, y, name = float(t.get("x")), float(t.get("y")), t.get("class")
        length = len(t.text) * ADVANCE
        x -= length if name in ends else length / 2 if name in middles else 0
        box = (x, y - ASCENT, length, ASCENT + DESCENT)
        if x < 0 or y - ASCENT < 0 or x + length > width or y + DESCENT > height:
            bad.append(f"text outside: {t.text!r}")
        boxes.append((box, t.text))
        on = [(r, c) for r, c in rects if r[0] <= x <= r[0] + r[2] and r[1] <= y <= r[1] + r[3]]
        if on:
            r, c = min(on, key=lambda rc: rc[0][2] * rc[0][3])
            if x + length > r[0] + r[2]:
                bad.append(f"text leaves its rectangle: {t.text!r}")
            contrast = abs(luma(fill.get(name, "#000")) - luma(fill.get(c, "#fff")))
            if contrast < 90:
                bad.append(f"little contrast, {contrast:.0f}: {t.text!r}")
    boxes.sort(key=lambda b: b[0][1])
    for i, ((x, y, w, h), text) in enumerate(boxes):
        for (x2, y2, w2, h2), other in boxes[i + 1:]:
            if y2 >= y + h:
                break
            if x < x2 + w2 and x2 < x + w:
                bad.append(f"texts overlap: {text!r} and {other!r}")
    kinds = sorted({c for _, c in rects})
    lumas = sorted((luma(fill[c]), c) for c in kinds if c in fill)
    for (a, x), (b, y) in zip(lumas, lumas[1:]):
        if b - a < 20:
            bad.append(f"grey does not tell {x} from {y}: {a:.0f} and {b:.0f}")
    if len(lumas) < 3:
        bad.append(f"only {len(lumas)} fills")
    for line in bad[:20]:
        print(line)
    print(f"{len(rects)} rectangles, {len(boxes)} texts")
    return bool(bad)


sys.exit(main())
