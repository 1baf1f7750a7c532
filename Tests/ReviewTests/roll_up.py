"""Recomputes programme.json from reports.ndjson and the catalogue's XML, with none of Khung's code.

usage: roll_up.py reports.ndjson Standards/programme-950.xml Standards/criteria Schemas/master-plan.xsd AS-OF
Prints one line a target: id, state, cities, regions, plans, undecided, against.
"""

import json
import pathlib
import sys
import xml.etree.ElementTree as ET

CATALOGUE = "{urn:khung:catalogue:1}"
XSD = "{http://www.w3.org/2001/XMLSchema}"
KINDS = ["thành phố trực thuộc trung ương ", "thành phố ", "tỉnh ", "tp. ", "tp.", "tp ", "đặc khu ", "thị xã "]
TONES = dict(zip(["oà", "oá", "oả", "oã", "oạ"], ["òa", "óa", "ỏa", "õa", "ọa"]))


def place(name):
    name = " ".join(name.split()).lower()
    for kind in KINDS:
        if name.startswith(kind):
            name = name[len(kind):]
            break
    for new, old in TONES.items():
        name = name.replace(new, old)
    return name


def regions(schema):
    for kind in ET.parse(schema).getroot().iter(XSD + "simpleType"):
        if kind.get("name") == "region":
            return {
                value.get("value"): value.find(f"{XSD}annotation/{XSD}documentation").text.lower()
                for value in kind.iter(XSD + "enumeration")
            }


def vote(plan, verdicts, target, criterion, region, cores, as_of):
    own = plan["region"]
    if region and own and own != region:
        return None
    if cores and place(plan["city"]) not in cores:
        return None
    unsure = bool(region) and not own
    if target.get("from"):
        first, last = int(target.get("from")), int(target.get("to"))
        if plan["date"]:
            if int(plan["date"][:4]) > last or plan["date"] > as_of:
                return None
        else:
            unsure = True
        if plan["years"]:
            if plan["years"]["from"] > last or plan["years"]["to"] < first:
                return None
        else:
            unsure = True
    if target.get("minimum") and plan["level"] == "province":
        unsure = True
    if criterion is None:
        if plan["kind"] != "scheme":
            return None
    else:
        verdict = verdicts[criterion]
        if verdict == "not-applicable":
            return None
        if verdict in ("unknown", "not-assessed"):
            return "unknown"
        if verdict != "met":
            return "no"
    return "unknown" if unsure else "yes"


def state(target, region, cores, yes, maybe, no):
    places = {place(p["city"]) for p in yes}
    both = yes + maybe
    if cores:
        if cores <= places:
            return "reached"
        return "unknown" if cores <= {place(p["city"]) for p in both} else "not-reached"
    if target.get("minimum"):
        if not (target.get("unit") or "").lower().startswith("đô thị"):
            return "unknown"
        minimum, spread = int(target.get("minimum")), int(target.get("regions") or 0)
        if len(places) >= minimum and len({p["region"] for p in yes if p["region"]}) >= spread:
            return "reached"
        possible = len({p["region"] for p in both if p["region"]}) + sum(1 for p in both if not p["region"])
        enough = len({place(p["city"]) for p in both}) >= minimum and possible >= spread
        return "unknown" if enough else "not-reached"
    if target.get("share"):
        if no:
            return "not-reached"
        return "reached" if yes and not maybe else "unknown"
    if region:
        return "reached" if yes else "unknown" if maybe else "not-reached"
    return "unknown"


def main():
    rows_file, programme, criteria, schema, as_of = sys.argv[1:]
    names = regions(schema)
    criterion_of = {}
    for path in sorted(pathlib.Path(criteria).glob("*.xml")):
        for element in ET.parse(path).getroot().iter(CATALOGUE + "criterion"):
            if element.get("scheme-target"):
                criterion_of.setdefault(element.get("scheme-target"), element.get("id"))
    rows = [json.loads(line) for line in open(rows_file, encoding="utf-8")]
    for target in ET.parse(programme).getroot().iter(CATALOGUE + "target"):
        if "programme" not in target.get("scope").split():
            continue
        cores = {place(name) for name in (target.get("cores") or "").split(",") if name.strip()}
        title = target.find(CATALOGUE + "title").text.lower()
        region = None if cores else next((key for key in sorted(names) if names[key] in title), None)
        votes = {"yes": [], "unknown": [], "no": []}
        countable = cores or not target.get("minimum") or (target.get("unit") or "").lower().startswith("đô thị")
        for row in rows if countable else []:
            if "refused" in row or row["plan"]["stage"] != "approved":
                continue
            verdicts = {f["criterion"]: f["verdict"] for f in row["findings"]}
            result = vote(row["plan"], verdicts, target, criterion_of.get(target.get("id")), region, cores, as_of)
            if result:
                votes[result].append(row["plan"])
        yes, maybe, no = votes["yes"], votes["unknown"], votes["no"]
        print(
            target.get("id"), state(target, region, cores, yes, maybe, no), len({place(p["city"]) for p in yes}),
            len({p["region"] for p in yes if p["region"]}), len(yes), len(maybe), len(no))


main()
