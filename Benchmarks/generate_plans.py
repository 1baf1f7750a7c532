"""Seeded plans with random gaps, each valid against Schemas/master-plan.xsd.

Derived from Examples/binh-lam-complete.xml: sections and items are dropped, coverage is toggled, dates,
levels, shares, sums, statuses, citations, the kind and stage of the plan and the city change. The same
seed and count give the same plans. Changes after which the plan is not valid any more are taken
back, three at a time.
"""

import argparse
import copy
import datetime
import multiprocessing
import pathlib
import random
import unicodedata

from lxml import etree

ROOT = pathlib.Path(__file__).resolve().parents[1]
PLAN = "{urn:khung:master-plan:1}"
CATALOGUE = "{urn:khung:catalogue:1}"
SECTIONS_THAT_MUST_STAND = {"identity", "city"}
KINDS = {
    "law": "Luật", "resolution": "Nghị quyết", "decree": "Nghị định", "decision": "Quyết định",
    "circular": "Thông tư", "dispatch": "Công văn", "announcement": "Thông báo", "plan": "Kế hoạch",
}
SHORT = {"resolution": "NQ", "decree": "NĐ", "decision": "QĐ", "circular": "TT", "dispatch": "CV"}
# Values of attributes that criteria ask about.
VALUES = {
    "status": ["existing", "in-progress", "planned"], "claim": ["self-assessed", "recognised"],
    "level": ["1", "3", "5"], "share": ["0", "49.99", "50", "70.5", "99.99", "100"],
    "unit": ["billion-VND", "million-VND", "VND"], "role": ["basis", "background"],
    "coordinate-system": ["WGS 84", "VN2000", "hệ VN–2000", "vn 2000", "[hệ tọa độ]"],
    "year": ["2025", "2026", "2027", "2028", "2029", "2030", "2031"],
}


class Texts:
    """Instruments and standards of the catalogue, to be cited in a handful of printed forms."""

    def __init__(self, folder):
        self.instruments, self.standards = [], []
        for path in sorted(folder.glob("*/*.xml")):
            for entry in etree.parse(str(path)).getroot().iter(CATALOGUE + "instrument", CATALOGUE + "standard"):
                if entry.get("id") is None:
                    continue
                aliases = [alias.text for alias in entry.findall(CATALOGUE + "alias")]
                record = dict(entry.attrib, aliases=aliases)
                (self.standards if entry.tag.endswith("standard") else self.instruments).append(record)

    def citation(self, random):
        """A legal basis: an instrument of the catalogue, rarely something else."""
        choice = random.random()
        if choice < 0.05:
            return random.choice([
                "Quyết định số 12/QĐ-UBND ngày 5/1/2026 của Ủy ban nhân dân thành phố", "Luật Xây dựng",
                "Luật An ninh mạng", "Luật ANM", "Luật CNTT", "Nghị quyết số 17/NQ-HĐND",
                "Quyết định số 634/QĐ-UBND", "Quyết định số [số]/QĐ-TTg ngày [ngày]",
                "[Luật Dữ liệu]", "Luật Dữ liệu số [số]/2024/QH15"])
        if choice < 0.1:
            return self.standard(random)
        # A text that has neither number nor name cannot be printed.
        text = random.choice([each for each in self.instruments if each.get("number") or each["aliases"]])
        number, kind = text.get("number"), text["kind"]
        forms = list(text["aliases"]) if number is None else [number]
        if number is not None:
            forms += [f"{KINDS.get(kind, '')} số {number}".strip()] * 2
            date = text.get("issued")
            if date:
                day = datetime.date.fromisoformat(date)
                printed = f"{day.day}/{day.month}/{day.year}"
                padded = f"{day.day:02d}/{day.month:02d}/{day.year}"
                words = f"{day.day} tháng {day.month} năm {day.year}"
                name = f"{KINDS.get(kind, '')} số {number} ngày"
                forms += [f"{name} {printed} của cơ quan ban hành", f"{name} {padded}", f"{name} {words}"]
                forms.append(f"{name} {day.day}/{day.month}/{day.year + 1}")
            if kind in SHORT:
                forms.append(f"{SHORT[kind]} {number}")
            forms += text["aliases"]
        # A law by its name with a year after it, its own or another law's.
        if kind == "law" and text.get("year") and text["aliases"]:
            name, year = random.choice(text["aliases"]), int(text["year"]) + random.choice([0, 0, -5])
            forms += [f"{name} năm {year}", f"{name} ngày {random.randint(1, 28)}/{random.randint(1, 12)}/{year}"]
        return self.distorted(random, random.choice(forms))

    def standard(self, random):
        text = random.choice(self.standards)
        number = text["number"]
        forms = [number, number + " (tiêu chuẩn áp dụng)", number + " Yêu cầu chung", number.split(":")[0]]
        forms.append(number.replace(":2", ":1", 1))
        return self.distorted(random, random.choice(forms))

    @staticmethod
    def distorted(random, text):
        """Dashes, spaces, capitals and Unicode forms as word processors leave them."""
        choice = random.random()
        if choice < 0.08:
            return text.replace("-", "–")
        if choice < 0.16:
            return unicodedata.normalize("NFD", text)
        if choice < 0.22:
            return text.upper()
        if choice < 0.28:
            return text.replace(" ", "\u00a0")
        if choice < 0.34:
            return text.replace("-", " – ").replace("/", " / ").replace(":", " : ")
        return text


class Generator:
    def __init__(self, seed):
        self.seed = seed
        self.schema = etree.XMLSchema(etree.parse(str(ROOT / "Schemas/master-plan.xsd")))
        cleaner = etree.XMLParser(remove_comments=True, remove_blank_text=True)
        self.template = etree.parse(str(ROOT / "Examples/binh-lam-complete.xml"), cleaner).getroot()
        self.texts = Texts(ROOT / "Standards")

    def write(self, number, folder):
        """Plan `number` of the seed; the same however many are written, and in whatever order."""
        self.random = random.Random(f"{self.seed}-{number}")
        root = self.plan()
        self.schema.assertValid(root)
        path = pathlib.Path(folder) / f"plan-{number:05d}.xml"
        etree.ElementTree(root).write(
            str(path), encoding="UTF-8", xml_declaration=True, pretty_print=True)

    def plan(self):
        """One plan: few or many gaps."""
        root = copy.deepcopy(self.template)
        changes = self.random.choice([0, 9, 30, 60, 120, 240])
        steps = [
            (self.drop_item, 6), (self.drop_attribute, 3), (self.drop_section, 1), (self.coverage, 2),
            (self.change_value, 4), (self.change_date, 3), (self.change_sum, 2), (self.cite, 5),
            (self.cite_standard, 2), (self.placeholder, 2), (self.base, 1), (self.identity, 1),
            (self.city, 1), (self.topic, 2), (self.thin_out, 2),
        ]
        actions = [step for step, weight in steps for _ in range(weight)]
        if self.random.random() < 0.5:
            self.identity(root)
            self.city(root)
        # Three changes at a time: validation is the greater part of the cost.
        for _ in range(changes // 3):
            before = copy.deepcopy(root)
            for _ in range(3):
                self.random.choice(actions)(root)
            if not self.schema.validate(root):
                root = before
        return root

    def pick(self, elements):
        elements = list(elements)
        return self.random.choice(elements) if elements else None

    def elements(self, root):
        return [e for e in root.iter() if isinstance(e.tag, str)]

    def items(self, root):
        """Items of any depth, from a section chosen first, so that small sections change as often."""
        section = self.pick(e for e in root if isinstance(e.tag, str))
        return section, [e for e in section.iter() if isinstance(e.tag, str) and e is not section]

    def remove(self, element):
        element.getparent().remove(element)

    def drop_item(self, root):
        item = self.pick(self.items(root)[1])
        if item is not None:
            self.remove(item)

    def thin_out(self, root):
        """Most of a section goes."""
        section = self.pick(e for e in root if isinstance(e.tag, str))
        share = self.random.choice([0.3, 0.7, 1.0])
        for item in [e for e in section if isinstance(e.tag, str)]:
            if self.random.random() < share:
                section.remove(item)

    def drop_section(self, root):
        sections = [e for e in root if isinstance(e.tag, str)]
        section = self.pick(
            e for e in sections if etree.QName(e).localname not in SECTIONS_THAT_MUST_STAND)
        if section is not None:
            self.remove(section)

    def drop_attribute(self, root):
        item = self.pick(e for e in self.items(root)[1] if e.attrib)
        if item is not None:
            del item.attrib[self.random.choice(sorted(item.attrib))]

    def coverage(self, root):
        choice = self.random.random()
        element = root if choice < 0.2 else self.pick(e for e in root if isinstance(e.tag, str))
        element.set("coverage", self.random.choice(["complete", "partial"]))
        if choice > 0.95:
            for section in [e for e in root if isinstance(e.tag, str)]:
                section.set("coverage", "partial")

    def change_value(self, root):
        section, items = self.items(root)
        item = self.pick(e for e in items + [section] if set(e.attrib) & set(VALUES))
        if item is not None:
            name = self.random.choice(sorted(set(item.attrib) & set(VALUES)))
            item.set(name, self.random.choice(VALUES[name]))

    def change_date(self, root):
        names = {"by", "date"}
        item = self.pick(e for e in self.elements(root) if names & set(e.attrib))
        if item is not None:
            day = self.random.choice([
                "2025-06-30", "2026-12-30", "2026-12-31", "2027-01-01", "2028-12-31", "2030-12-30",
                "2030-12-31", "2031-01-01"])
            item.set(self.random.choice(sorted(names & set(item.attrib))), day)

    def change_sum(self, root):
        item = self.pick(root.iter(PLAN + "project", PLAN + "finance", PLAN + "budget"))
        if item is None:
            return
        name = "amount" if item.tag == PLAN + "budget" else "total"
        value = item.get(name)
        if value is not None:
            changed = self.random.choice([-1, 1]) * self.random.choice([0.01, 0.1, 5]) + float(value)
            item.set(name, f"{max(changed, 0):.2f}")

    def cite(self, root):
        bases = root.find(PLAN + "legal-bases")
        if bases is None:
            return
        basis = etree.Element(PLAN + "legal-basis")
        basis.text = self.texts.citation(self.random)
        if self.random.random() < 0.15:
            basis.set("role", "background")
        own = bases.findall(PLAN + "legal-basis")
        if own and self.random.random() < 0.5:
            bases.replace(self.pick(own), basis)
        else:
            bases.insert(0, basis)

    def cite_standard(self, root):
        place = self.pick(root.iter(PLAN + "standard"))
        if place is not None:
            place.text = self.texts.standard(self.random)
        section = root.find(PLAN + "standards-applied")
        if section is not None and self.random.random() < 0.5:
            standard = etree.Element(PLAN + "standard")
            standard.text = self.texts.standard(self.random)
            section.insert(0, standard)

    def base(self, root):
        """The text that the ICT architecture is built on."""
        place = self.pick(root.iter(PLAN + "based-on"))
        if place is not None:
            place.text = self.texts.citation(self.random)

    def placeholder(self, root):
        """Words or an attribute left from a template."""
        item = self.pick(self.items(root)[1])
        if item is None:
            return
        if item.attrib and self.random.random() < 0.4:
            item.set(self.random.choice(sorted(item.attrib)), "[số]/QĐ-UBND")
        elif len(item) == 0 and item.text:
            item.text = self.random.choice(["[nội dung]", "Tên [điền vào]", "[chưa đóng ngoặc"])

    def topic(self, root):
        """A topic moves to another statement, or one that must not be said appears."""
        statement = self.pick(root.iter(PLAN + "statement"))
        other = self.pick(e for e in self.elements(root) if e.get("topic"))
        if statement is None or other is None:
            return
        topics = other.get("topic") if self.random.random() < 0.8 else "single-supplier open-data"
        statement.set("topic", topics)

    def identity(self, root):
        identity = root.find(PLAN + "identity")
        identity.set("kind", self.random.choice(["scheme", "scheme", "action-plan", "architecture", "strategy"]))
        identity.set("stage", self.random.choice(["draft", "submitted", "approved"]))
        date = identity.find(PLAN + "date")
        if date is not None:
            if self.random.random() < 0.2:
                identity.remove(date)
            else:
                date.text = self.random.choice(["2019-03-05", "2026-09-15", "2026-12-31", "2027-01-01"])
        period = identity.find(PLAN + "period")
        if period is not None:
            if self.random.random() < 0.15:
                identity.remove(period)
                return
            period.attrib.clear()
            for name, years in (("from", [2016, 2019, 2024, 2026, 2031]), ("to", [2018, 2025, 2026, 2030]),
                                ("vision", [2030, 2045])):
                if self.random.random() < 0.7:
                    period.set(name, str(self.random.choice(years)))

    def city(self, root):
        city = root.find(PLAN + "city")
        city.set("level", self.random.choice(
            ["centrally-run-city", "province", "provincial-city", "special-zone", "urban-area"]))
        for name, values in (
            ("urban-class", ["special", "I", "II", "III", "IV", "V"]),
            ("region", ["red-river-delta", "north-central-and-central-coast", "mekong-delta"]),
        ):
            if self.random.random() < 0.25:
                city.attrib.pop(name, None)
            else:
                city.set(name, self.random.choice(values))


def write_share(share):
    seed, numbers, folder = share
    generator = Generator(seed)
    for number in numbers:
        generator.write(number, folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--output", required=True, help="folder for plan-00001.xml and so on")
    options = parser.parse_args()
    folder = pathlib.Path(options.output)
    folder.mkdir(parents=True, exist_ok=True)
    # One share of the numbers for each of two processes.
    shares = [(options.seed, range(start, options.count + 1, 2), str(folder)) for start in (1, 2)]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(write_share, shares)


if __name__ == "__main__":
    main()
