"""The corpus of the benchmark: seeded plans, a catalogue of simple criteria, and the same criteria in the
best spelling of each peer.

Plans are made from Examples/binh-lam-complete.xml: items are dropped, so that each plan has gaps of its own
and is about 50 KB; larger ones repeat indicators, projects, components and legal bases under new ids. Every
plan is valid against master-plan.xsd and every section is complete, so that a peer that knows only true and
false comes to the same verdicts.

Criteria ask for one topic, component, platform, body or participant each. In the peers they are look-ups
through a key (XSLT) or an index (C), never a scan.
"""

import argparse
import copy
import pathlib
import random
import re
import shutil

from lxml import etree

ROOT = pathlib.Path(__file__).resolve().parents[1]
PLAN = "{urn:khung:master-plan:1}"
CATALOGUE = "{urn:khung:catalogue:1}"
XSD = "{http://www.w3.org/2001/XMLSchema}"
DROPPED = {
    "statement", "legal-basis", "project", "indicator", "component", "link", "risk", "standard", "fact",
    "participant", "system", "objective", "pilot", "partner", "task",
}


def schema_lists():
    root = etree.parse(str(ROOT / "Schemas/master-plan.xsd")).getroot()
    lists = {t.get("name"): [e.get("value") for e in t.iter(XSD + "enumeration")] for t in root.iter(XSD + "simpleType")}
    plan = next(t for t in root.iter(XSD + "complexType") if t.get("name") == "master-plan")
    sections = [e.get("name") for e in plan.iter(XSD + "element") if e.get("name")]
    return lists, sections


class Rule:
    """One criterion: as a facet, as a test on a node set found by a key, and in words."""

    def __init__(self, number, facet, key, value, places, words):
        self.id = f"C-DRF-{number:03d}"
        self.facet, self.key, self.value, self.places, self.words = facet, key, value, places, words

    def test(self, function):
        where = " or ".join(self.places)
        return f"{function}('{self.key}','{self.value}')[{where}]"


def rules(count):
    lists, sections = schema_lists()
    everywhere = [s for s in sections if s not in ("identity", "city", "confirmations")]
    template = etree.parse(str(ROOT / "Examples/binh-lam-complete.xml")).getroot()
    homes = {}
    for section in template.iterchildren(etree.Element):
        for item in section.iter(etree.Element):
            for topic in (item.get("topic") or "").split():
                homes.setdefault(topic, set()).add(etree.QName(section).localname)
    found = []
    while len(found) < count:
        # The sections in which a plan speaks of the topic, and two more; further rounds ask it of others too.
        round_number = len(found) // 155
        for index, topic in enumerate(lists["topic"]):
            also = {everywhere[(index + step + 2 * round_number) % len(everywhere)] for step in (0, 1)}
            chosen = [s for s in everywhere if s in homes.get(topic, set()) | also]
            found.append((
                f'<states section="{" ".join(chosen)}" topic="{topic}"/>', "topic", topic,
                [f"ancestor::p:{s}" for s in chosen], f"topic {topic}"))
        for kind in lists["component-type"]:
            found.append((
                f'<has-component types="{kind}"/>', "component", kind, ["parent::p:architecture"], f"component {kind}"))
        for platform in lists["platform"]:
            found.append((
                f'<links-to platform="{platform}"/>', "link", platform, ["parent::p:integration"], f"link {platform}"))
        for role in lists["body-role"]:
            found.append((
                f'<names-body role="{role}"/>', "body", role, ["parent::p:governance", "parent::p:identity"], f"body {role}"))
        for kind in lists["participant-type"]:
            found.append((
                f'<names-participants types="{kind}"/>', "participant", kind, ["parent::p:participation"], f"participant {kind}"))
    return [Rule(number, *rest) for number, rest in enumerate(found[:count], start=1)]


KEYS = [
    ("topic", "*", "@topic"), ("component", "p:architecture/p:component", "@type"),
    ("link", "p:integration/p:link", "@platform"), ("body", "p:governance/p:body|p:identity/p:body", "@role"),
    ("participant", "p:participation/p:participant", "@type"),
]


def write_catalogue(rules, folder):
    """The national catalogue with these criteria instead of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "Standards", folder, ignore=shutil.ignore_patterns("criteria"))
    criteria = "".join(
        f'<criterion id="{r.id}" force="drafting" group="drafting"><title lang="vi">Nêu {r.words}</title>'
        f'<title lang="en">States {r.words}</title><own-rule><reason lang="vi">Đo tốc độ.</reason>'
        f'<reason lang="en">For the benchmark.</reason></own-rule><duty-subject>plan</duty-subject>'
        f'<plan-statement lang="vi">Đề án nêu {r.words}.</plan-statement><plan-statement lang="en">The plan states '
        f'{r.words}.</plan-statement><phase/><requirement>{r.facet}</requirement><remedy><advice lang="vi">Bổ sung '
        f'{r.words}.</advice><advice lang="en">Add {r.words}.</advice></remedy>'
        f'<provenance mark="inferred" tier="none" read="2026-11-23"/></criterion>\n'
        for r in rules)
    target = folder / "criteria"
    target.mkdir()
    (target / "benchmark.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<catalogue xmlns="urn:khung:catalogue:1"><criteria>'
        '<group id="drafting"><title lang="vi">Đo tốc độ</title><title lang="en">Benchmark</title></group>\n'
        f"{criteria}</criteria></catalogue>\n", encoding="utf-8")


def write_schematron(rules, path):
    keys = "".join(f'<xsl:key name="{n}" match="{m}" use="{u}"/>\n' for n, m, u in KEYS)
    asserts = "".join(
        f'<sch:assert id="{r.id}" test="{r.test("key")}">Bổ sung {r.words}.</sch:assert>\n' for r in rules)
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" '
        'xmlns:xsl="http://www.w3.org/1999/XSL/Transform" queryBinding="xslt"><sch:ns prefix="p" '
        f'uri="urn:khung:master-plan:1"/>\n{keys}<sch:pattern><sch:rule context="/p:master-plan">\n{asserts}'
        "</sch:rule></sch:pattern></sch:schema>\n", encoding="utf-8")


def write_table(rules, path):
    """For C: id, test, title, advice."""
    path.write_text(
        "".join(f"{r.id}\t{r.test('k:find')}\tNêu {r.words}\tBổ sung {r.words}.\n" for r in rules), encoding="utf-8")


class Plans:
    def __init__(self):
        cleaner = etree.XMLParser(remove_comments=True, remove_blank_text=True)
        self.template = etree.parse(str(ROOT / "Examples/binh-lam-complete.xml"), cleaner).getroot()
        for element in self.template.iter():
            if element.get("topic"):
                # Keys of XSLT 1.0 take a value whole.
                element.set("topic", element.get("topic").split()[0])
            if element.get("coverage"):
                element.set("coverage", "complete")
        self.schema = etree.XMLSchema(etree.parse(str(ROOT / "Schemas/master-plan.xsd")))

    def small(self, seed):
        """About 50 KB; half of the items are not there."""
        choose = random.Random(f"khung-{seed}")
        root = copy.deepcopy(self.template)
        for element in list(root.iter()):
            name = etree.QName(element).localname
            if name in DROPPED and element.getparent() is not None and choose.random() < 0.5:
                element.getparent().remove(element)
        root.find(PLAN + "city/" + PLAN + "name").text = f"thành phố Bình Lam {seed}"
        # No two cities write the same sentence: what was read in one plan helps with no other.
        for item in root.iter(PLAN + "statement", PLAN + "objective", PLAN + "project", PLAN + "task", PLAN + "risk"):
            for element in (item, *item.iterchildren(PLAN + "name", PLAN + "text")):
                if element.text and len(element.text.split()) > 3:
                    element.text = f"{element.text.rstrip().rstrip('.;')}, theo phụ lục {seed + 1}."
        return etree.tostring(root, encoding="unicode", pretty_print=True)

    def large(self, seed, size):
        """Repeats items of four sections until the plan has `size` bytes."""
        text = self.small(seed)
        pools = {}
        for section, item in (
            ("indicators", "indicator"), ("projects", "project"), ("architecture", "component"),
            ("legal-bases", "legal-basis"),
        ):
            found = re.findall(rf"(?s)^    <{item}[ >].*?</{item}>\n|^    <{item} [^>]*/>\n", text, flags=re.M)
            # An item keeps its topic, so that repeating it changes no verdict but its number.
            pools[section] = (item, found)
        missing = size - len(text.encode())
        share = {section: missing * len("".join(f)) // sum(len("".join(g)) for _, g in pools.values())
                 for section, (_, f) in pools.items()}
        for section, (item, found) in pools.items():
            if not found:
                continue
            pieces, written, number = [], 0, 0
            while written < share[section]:
                piece = re.sub(r' id="([^"]*)"', lambda m: f' id="{m[1]}-{number}"', found[number % len(found)])
                pieces.append(piece)
                written += len(piece.encode())
                number += 1
            last = text.rindex(found[-1]) + len(found[-1])
            text = text[:last] + "".join(pieces) + text[last:]
        return text

    def check(self, text):
        self.schema.assertValid(etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", required=True)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--criteria", type=int, nargs="+", default=[150, 300, 600])
    options = parser.parse_args()
    folder = pathlib.Path(options.output)
    (folder / "plans").mkdir(parents=True, exist_ok=True)
    plans = Plans()
    for number in range(options.count):
        text = plans.small(number)
        if number % 50 == 0:
            plans.check(text)
        (folder / f"plans/plan-{number:05d}.xml").write_text(
            '<?xml version="1.0" encoding="UTF-8"?>\n' + text, encoding="utf-8")
    for name, size in (("1MB", 1_250_000), ("50MB", 50_000_000)):
        text = plans.large(7, size)
        plans.check(text)
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "plan.xml").write_text(
            '<?xml version="1.0" encoding="UTF-8"?>\n' + text, encoding="utf-8")
    for count in options.criteria:
        chosen = rules(count)
        write_catalogue(chosen, folder / f"catalogue-{count}")
        write_schematron(chosen, folder / f"rules-{count}.sch")
        write_table(chosen, folder / f"rules-{count}.tsv")


if __name__ == "__main__":
    main()
