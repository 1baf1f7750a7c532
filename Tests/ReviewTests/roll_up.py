"""Recomputes programme.json from reports.ndjson and the catalogue's XML, with none of Khung's code.

usage: roll_up.py reports.ndjson Standards/programme-950.xml Standards/criteria Standards/instruments AS-OF
Prints one line a target: id, state, cities, regions, plans, undecided, against, and for each chain its core
city, state and number of other cities. The rules are those of Documentation/programme.md.
"""

import json
import pathlib
import sys
import unicodedata
import xml.etree.ElementTree as ET

CATALOGUE = "{urn:khung:catalogue:1}"
KINDS = ["thành phố trực thuộc trung ương ", "thành phố ", "tỉnh ", "tp. ", "tp.", "tp ", "đặc khu ", "thị xã "]
# The tone on the second vowel, and the same on the first.
TONES = dict(zip(
    ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
    ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]))


def place(name):
    name = unicodedata.normalize("NFC", " ".join(name.split()).lower())
    for dash in "–—‑‐":
        name = name.replace(dash, "-")
    name = name.replace(" - ", "-")
    for kind in KINDS:
        if name.startswith(kind):
            name = name[len(kind):]
            break
    for new, old in TONES.items():
        name = name.replace(new, old)
    return "hồ chí minh" if name in ("hcm", "tphcm") else name


def place_of(plan):
    """The place of a plan: a province and a city in it may share a name."""
    return place(plan["city"]) + (" (province)" if plan["level"] == "province" else "")


def is_city(plan):
    if plan["level"] == "special-zone":
        return plan["urbanClass"] is not None
    return plan["level"] in ("centrally-run-city", "provincial-city", "urban-area")


def vote(plan, verdicts, target, criterion, issued, as_of):
    """yes, no, unknown, or nothing where the target does not concern the plan."""
    unsure = False
    if target.get("region"):
        if plan["region"] is None:
            unsure = True
        elif plan["region"] != target.get("region"):
            return None
    if target.get("from"):
        first, last = int(target.get("from")), int(target.get("to"))
        if plan["date"] is None:
            unsure = True
        elif int(plan["date"][:4]) > last or plan["date"] > as_of:
            return None
        if plan["years"] is None:
            unsure = True
        elif plan["years"]["from"] > last or plan["years"]["to"] < first:
            return None
    if criterion is None or target.get("plan-kind") == "scheme":
        if plan["kind"] == "action-plan":
            unsure = True
        elif plan["kind"] != "scheme":
            return None
        if issued and plan["date"] and plan["date"] < issued:
            unsure = True
    if (target.get("minimum") or target.get("cores")) and not is_city(plan):
        unsure = True
    verdict = "met" if criterion is None else verdicts.get(criterion, "unknown")
    share = float(target.get("share") or 0)
    if verdict == "not-applicable":
        return None
    if verdict in ("unknown", "not-assessed", "waived") or verdict == "partial" and 0 < share < 100:
        return "unknown"
    if verdict in ("gap", "partial"):
        return "unknown" if unsure and share else "no"
    return "unknown" if unsure else "yes"


def chain(core, cores, yes, maybe, refused):
    """State of one chain and the number of cities beside its core."""
    own = [p for p in yes if place_of(p) == core]
    home = {p["region"] for p in own if p["region"]}
    elsewhere = {p["region"] for p in yes + maybe if place_of(p) in cores - {core} and p["region"]}
    others = {place_of(p) for p in yes if place_of(p) not in cores and p["region"] in home}
    if own and others:
        return "reached", len(others)
    core_possible = own or refused or any(place_of(p) == core for p in maybe)
    strangers = [p for p in yes + maybe if place_of(p) not in cores]
    other_possible = refused or any(
        not home or p["region"] is None or p["region"] in home or p["region"] not in elsewhere for p in strangers)
    return "unknown" if core_possible and other_possible else "not-reached", len(others)


def state(target, chains, yes, maybe, no, refused):
    many = any(row["plan"]["sha256"] is None for row in refused)
    places = {place_of(p) for p in yes}
    both = yes + maybe
    if target.find(CATALOGUE + "provenance").get("mark") != "verified":
        return "unknown"
    if chains:
        states = {found for found, _ in chains}
        return next((s for s in ("not-reached", "unknown") if s in states), "reached")
    if target.get("minimum"):
        if not (target.get("unit") or "").lower().startswith("đô thị"):
            return "unknown"
        minimum, spread = int(target.get("minimum")), int(target.get("regions") or 0)
        if len(places) >= minimum and len({p["region"] for p in yes if p["region"]}) >= spread:
            return "reached"
        possible_places = {(place_of(p), p["province"] and place(p["province"])) for p in both}
        possible_regions = {p["region"] or index for index, p in enumerate(both)}
        enough = len(possible_places) + len(refused) >= minimum and len(possible_regions) + len(refused) >= spread
        return "unknown" if many or enough else "not-reached"
    if target.get("share"):
        sure = not maybe and not refused
        if no:
            return "not-reached" if float(target.get("share")) >= 100 or not yes and sure else "unknown"
        return "reached" if yes and sure else "unknown"
    if target.get("region"):
        return "reached" if yes else "unknown" if maybe or refused else "not-reached"
    return "unknown"


def main():
    rows_file, programme, criteria, instruments, as_of = sys.argv[1:]
    criterion_of = {}
    for path in sorted(pathlib.Path(criteria).glob("*.xml")):
        for element in ET.parse(path).getroot().iter(CATALOGUE + "criterion"):
            if element.get("scheme-target"):
                criterion_of.setdefault(element.get("scheme-target"), element.get("id"))
    issued_of = {
        element.get("id"): element.get("issued")
        for path in pathlib.Path(instruments).glob("*.xml")
        for element in ET.parse(path).getroot().iter(CATALOGUE + "instrument")
    }
    rows = [json.loads(line) for line in open(rows_file, encoding="utf-8")]
    refused = [row for row in rows if "refused" in row]
    for target in ET.parse(programme).getroot().iter(CATALOGUE + "target"):
        if "programme" not in target.get("scope").split():
            continue
        votes = {"yes": [], "unknown": [], "no": []}
        cores = [place(name) for name in (target.get("cores") or "").split(",") if name.strip()]
        countable = cores or not target.get("minimum") or (target.get("unit") or "").lower().startswith("đô thị")
        for row in rows if countable else []:
            if "refused" in row or row["plan"]["stage"] != "approved":
                continue
            verdicts = {f["criterion"]: f["verdict"] for f in row["findings"]}
            result = vote(
                row["plan"], verdicts, target, criterion_of.get(target.get("id")),
                issued_of.get(target.get("instrument")), as_of)
            if result:
                votes[result].append(row["plan"])
        yes, maybe, no = votes["yes"], votes["unknown"], votes["no"]
        chains = [chain(core, set(cores), yes, maybe, refused) for core in cores]
        print(
            target.get("id"), state(target, chains, yes, maybe, no, refused), len({place_of(p) for p in yes}),
            len({p["region"] for p in yes if p["region"]}), len(yes), len(maybe), len(no),
            *(f"{core.replace(' ', '_')}:{found}:{others}" for core, (found, others) in zip(cores, chains)))


main()
