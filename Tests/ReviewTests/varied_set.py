"""Writes a set of plans in which all that a review counts by varies: places and their provinces, regions, urban
classes, kinds, stages, dates, years, gaps, sections shown in part. One file in twenty is broken, and a few have
names that no page, table or terminal may trip over. The same count gives the same files.

usage: varied_set.py FOLDER COUNT      (Python's own library is enough)
"""

import os
import pathlib
import random
import sys
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAN = "{urn:khung:master-plan:1}"
REGIONS = [
    "northern-midlands-and-mountains", "red-river-delta", "north-central-and-central-coast", "central-highlands",
    "south-east", "mekong-delta"]
CORES = ["Hà Nội", "TP.HCM", "Đà Nẵng", "thành phố Cần Thơ"]
DATES = [None, "2017-04-07", "2018-11-02", "2019-03-05", "2020-12-31", "2021-05-04", "2025-09-15", "2026-09-15"]
NASTY = [b"<script>alert(1)<\\script>", b"two\nlines", b"caf\xe9", b"<img src=x onerror=alert(1)>\n\xff", b"=1+1,\"x\"", b"&amp; '\t"]
DROPPED = {"statement", "legal-basis", "project", "indicator", "component", "link", "objective", "task", "training-target"}


def provinces():
    table = (ROOT / "Sources/BuiltIn/Data/provinces.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return [row[0] for row in rows] + [name for row in rows for name in row[3].split(";") if name]


def vary(root, number, choose, names):
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag.removeprefix(PLAN) in DROPPED and choose.random() < 0.3:
                parent.remove(child)
    for section in root:
        if section.get("coverage") and choose.random() < 0.05:
            section.set("coverage", "partial")
    identity, city = root.find(PLAN + "identity"), root.find(PLAN + "city")
    identity.set("kind", choose.choice(["scheme", "scheme", "scheme", "action-plan", "strategy"]))
    identity.set("stage", choose.choice(["draft", "submitted", "approved", "approved", "approved"]))
    date, period = identity.find(PLAN + "date"), identity.find(PLAN + "period")
    chosen = choose.choice(DATES)
    if chosen:
        date.text = chosen
    else:
        identity.remove(date)
    if choose.random() < 0.05:
        identity.remove(period)
    else:
        first = choose.choice([2017, 2019, 2021, 2025])
        period.attrib.clear()
        period.set("from", str(first))
        period.set("to", str(first + choose.choice([2, 5, 10])))
    name = city.find(PLAN + "name")
    level = choose.choice(["centrally-run-city", "province", "provincial-city", "provincial-city", "special-zone", "urban-area"])
    city.set("level", level)
    if number % 25 == 1:
        name.text = CORES[number // 25 % 4]
        city.set("level", "centrally-run-city")
    elif level in ("province", "centrally-run-city"):
        name.text = choose.choice(names)
    else:
        name.text = f"thành phố {choose.choice(['An', 'Bình', 'Châu', 'Đông', 'Hòa'])} {choose.choice(['Lam', 'Thủy', 'Sơn'])} {number % 150}"
        province = ET.Element(PLAN + "province")
        province.text = choose.choice(names)
        city.insert(1, province)
    for attribute, values in (("region", REGIONS), ("urban-class", ["special", "I", "II", "III", "IV", "V"])):
        city.attrib.pop(attribute, None)
        if choose.random() < 0.9:
            city.set(attribute, choose.choice(values))
    identity.find(PLAN + "title").text = f"Đề án {number} của {name.text} </script><b>&'\""


def main():
    folder, count = os.fsencode(sys.argv[1]), int(sys.argv[2])
    os.makedirs(folder, exist_ok=True)
    ET.register_namespace("", PLAN[1:-1])
    text = (ROOT / "Examples/binh-lam-complete.xml").read_text(encoding="utf-8")
    choose, names = random.Random(f"khung-{count}"), provinces()
    for number in range(count):
        root = ET.fromstring(text)
        vary(root, number, choose, names)
        plan = ET.tostring(root, encoding="utf-8", xml_declaration=True)
        name = b"plan-%05d.xml" % number
        if number % 20 == 3:
            plan = plan[:-200]
        if number % 40 < len(NASTY):
            name = b"%s-%05d.xml" % (NASTY[number % 40], number)
        with open(os.path.join(folder, name), "wb") as file:
            file.write(plan)


main()
