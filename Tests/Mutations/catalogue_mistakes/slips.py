"""Single slips of a tired editor, for which it is only asked whether anybody says anything new.

Each maker gives a list of edits of one entry, or nothing where the catalogue has no place for it. What is
expected was written from the issue: the day, the number or the word that is wrong, not the rule.
"""

import re

from catalogue_text import is_in_sample

from .writing import bases, choose, facets, provisions, texts, with_id

SLIPS = []


def slip(name, part):
    def register(make):
        SLIPS.append((part, name, make))
        return make
    return register


def edit(element, attribute, new):
    place = element.attributes[attribute]
    return [(element.file, place.value_start, place.value_end, new)]


def body(c, element, new):
    return [(element.file, element.open_end, element.close, new)]


def having(c, rng, names, attribute, keep=lambda v: True):
    found = [e for e in c.elements if e.name in names and e.get(attribute) and not is_in_sample(e) and keep(e.get(attribute))]
    return choose(rng, found)


def other(rng, values, than):
    return choose(rng, sorted({v for v in values if v and v != than}))


def values_of(c, names, attribute):
    return [e.get(attribute) for e in c.elements if e.name in names and not is_in_sample(e)]


def digit(rng, text, places=None):
    spots = [i for i, l in enumerate(text) if l.isdigit() and (places is None or i in places)]
    if not spots:
        return None
    i = rng.choice(spots)
    return text[:i] + rng.choice([d for d in "123456789" if d != text[i]]) + text[i + 1:]


def year_off(rng, text):
    return re.sub(r"\d{4}", lambda m: str(int(m[0]) + rng.choice([-1, 1, 10])), text, count=1)


def attribute_slip(name, part, names, attribute, change, keep=lambda v: True):
    @slip(name, part)
    def make(c, rng):
        one = having(c, rng, names, attribute, keep)
        new = one and change(c, rng, one)
        return new and edit(one, attribute, new)


def swapped_day(c, rng, one, attribute):
    year, month, day = one.get(attribute).split("-")
    return f"{year}-{day}-{month}" if int(day) <= 12 and day != month else None


def another(names, attribute):
    return lambda c, rng, one: other(rng, values_of(c, names, attribute), one.get(attribute))


def pasted(name, part, names, child, lang):
    @slip(name, part)
    def make(c, rng):
        found = [x for e in c.named(*names) for x in e.all(child) if lang is None or x.get("lang") == lang]
        one = choose(rng, found)
        new = one and other(rng, [c.text(x) for x in found if x.parent is not one.parent], c.text(one))
        return new and body(c, one, new)


for kind_, names_ in (("instruments", ("instrument",)), ("standards", ("standard",))):
    attribute_slip("day and month of issue swapped", kind_, names_, "issued", lambda c, rng, e: swapped_day(c, rng, e, "issued"))
    attribute_slip("year of issue off", kind_, names_, "issued", lambda c, rng, e: year_off(rng, e.get("issued")))
    attribute_slip("year of the start off", kind_, names_, "effective-from", lambda c, rng, e: year_off(rng, e.get("effective-from")))
    attribute_slip("digit of the number", kind_, names_, "number", lambda c, rng, e: digit(rng, e.get("number")))
    attribute_slip("year off", kind_, names_, "year", lambda c, rng, e: year_off(rng, e.get("year")))
    pasted("title of another entry", kind_, names_, "title", "vi")
    pasted("English title of another entry", kind_, names_, "title", "en")
attribute_slip("issuer of another text", "instruments", ("instrument",), "issuer", another(("instrument",), "issuer"))
attribute_slip("kind of another text", "instruments", ("instrument",), "kind", another(("instrument",), "kind"))
pasted("alias of another text", "instruments", ("instrument",), "alias", None)
attribute_slip("article of a provision", "instruments", ("provision",), "article", lambda c, rng, e: digit(rng, e.get("article")))
attribute_slip("clause of a provision", "instruments", ("provision",), "clause", lambda c, rng, e: digit(rng, e.get("clause")))
attribute_slip("point of a provision", "instruments", ("provision",), "point", another(("provision",), "point"))


@slip("id of a provision renamed everywhere", "instruments")
def renamed_provision(c, rng):
    one = choose(rng, [p for p in c.named("provision") if re.search(r"\.D\d+", p.get("id"))])
    old = one.get("id")
    new = re.sub(r"\.D(\d+)", lambda m: ".D" + str(int(m[1]) + 30), old)
    return [(n, m.start(), m.end(), new) for n, t in c.texts.items() if n.endswith(".xml")
            for m in re.finditer(rf'(?<="){re.escape(old)}(?=")', t)]


@slip("subject of a neighbour", "instruments")
def pasted_subject(c, rng):
    one = choose(rng, [s for s in c.named("subject") if s.get("lang") == "vi" and len(s.parent.parent.all("provision")) > 1])
    near = [x for p in one.parent.parent.all("provision") if p is not one.parent for x in p.all("subject") if x.get("lang") == "vi"]
    return body(c, one, other(rng, [c.text(x) for x in near], c.text(one)))


attribute_slip("successor older than its text", "references", ("replaces",), "ref",
               lambda c, rng, e: other(rng, [t.get("id") for t in texts(c) if (t.get("year") or "0") > (e.entry.get("year") or "9")], e.get("ref")))
attribute_slip("successor of another text", "references", ("replaced-by",), "ref", another(("standard", "instrument"), "id"))
attribute_slip("year of a transition", "references", ("transition",), "approved-before", lambda c, rng, e: year_off(rng, e.get("approved-before")))
attribute_slip("month of a transition", "references", ("transition",), "approved-before",
               lambda c, rng, e: e.get("approved-before")[:5] + rng.choice(["02", "03", "10"]) + e.get("approved-before")[7:])
attribute_slip("adopted text younger than the standard", "standards", ("adopts",), "reference",
               lambda c, rng, e: re.sub(r":(\d{4})", lambda m: ":" + str(int(m[1]) + 10), e.get("reference")), lambda v: re.search(r":\d{4}", v))
attribute_slip("number of the adopted text", "standards", ("adopts",), "reference",
               lambda c, rng, e: digit(rng, e.get("reference"), range(e.get("reference").find(":"))) if ":" in e.get("reference") else None)

# Frameworks
attribute_slip("framework of another decision", "frameworks", ("framework",), "instrument", another(("instrument",), "id"))
attribute_slip("order of a layer", "frameworks", ("layer",), "order", lambda c, rng, e: str(int(e.get("order")) + rng.choice([-1, 1])))
attribute_slip("kind of a layer", "frameworks", ("layer",), "kind", another(("layer",), "kind"))
pasted("name of another layer", "frameworks", ("layer",), "name", "vi")
attribute_slip("other layer in a crosswalk", "frameworks", ("crosswalk",), "to", another(("layer",), "id"))

# Indicators and targets
attribute_slip("value times ten", "indicators", ("target",), "value", lambda c, rng, e: e.get("value") + "0")
attribute_slip("digit of a value", "indicators", ("target",), "value", lambda c, rng, e: digit(rng, e.get("value")))
attribute_slip("year of a value", "indicators", ("target",), "year", lambda c, rng, e: year_off(rng, e.get("year")))
attribute_slip("unit of another indicator", "indicators", ("indicator",), "unit", another(("indicator",), "unit"))
attribute_slip("direction turned", "indicators", ("indicator",), "direction",
               lambda c, rng, e: "lower-is-better" if e.get("direction") == "higher-is-better" else "higher-is-better")
pasted("name of another indicator", "indicators", ("indicator",), "name", "vi")
attribute_slip("share of a target", "targets", ("target",), "share", lambda c, rng, e: e.get("share")[:-1] or "5")
attribute_slip("minimum of a target", "targets", ("target",), "minimum", lambda c, rng, e: digit(rng, e.get("minimum")))
attribute_slip("first year of a target", "targets", ("target",), "from", lambda c, rng, e: year_off(rng, e.get("from")))
attribute_slip("last year of a target", "targets", ("target",), "to", lambda c, rng, e: year_off(rng, e.get("to")))
attribute_slip("unit of another target", "targets", ("target",), "unit", another(("target",), "unit"))
attribute_slip("decision of another target", "targets", ("target",), "instrument", another(("instrument",), "id"))
pasted("title of another target", "targets", ("target",), "title", "vi")


# Criteria
def source_text(name, pattern, change):
    @slip(name, "criteria")
    def make(c, rng):
        spots = [(e, m) for e in c.named("source-text") for m in re.finditer(pattern, c.text(e))]
        if not spots:
            return None
        one, m = rng.choice(spots)
        return [(one.file, one.open_end + m.start(1), one.open_end + m.end(1), change(rng, m[1]))]


source_text("article of the source text", r"Đ\.(\d+)(?!\d|–)", lambda rng, t: t[::-1] if t != t[::-1] and t[-1] != "0" else str(int(t) + 1))
source_text("clause of the source text", r"Đ\.\d+ k\.(\d+)", lambda rng, t: str(int(t) + 3))
source_text("number of the source text", r"(\d{2,4})/(?:20\d\d/)?(?:NĐ|QĐ|TT)-", digit)


def forced(name, before, after):
    @slip(name, "criteria")
    def make(c, rng):
        one = choose(rng, [k for k in c.named("criterion") if k.get("force") == before and not k.first("own-rule")])
        return edit(one, "force", after) + [x for b in one.all("basis") if b.get("force") == before for x in edit(b, "force", after)]


forced("force lowered everywhere", "mandatory", "recommended")
forced("force raised everywhere", "recommended", "mandatory")


@slip("basis on another provision of its text", "criteria")
def other_provision(c, rng):
    one = choose(rng, [b for b in bases(c) if b.get("provision") and b.parent.first("source-text")])
    return (new := other(rng, [p for p in provisions(c) if p.startswith(one.get("instrument") + ".")], one.get("provision"))) and edit(one, "provision", new)


@slip("law in force a year later", "criteria")
def late_law(c, rng):
    one = choose(rng, [e for e in with_id(c, "instrument") if e.get("effective-from") and e.get("effective-from") > "2025-11-23"
                       and any(b.get("instrument") == e.get("id") and b.get("force") == "mandatory" for b in bases(c))])
    return one and edit(one, "effective-from", str(int(one.get("effective-from")[:4]) + 1) + one.get("effective-from")[4:])


@slip("value of a condition dropped", "criteria")
def dropped_condition(c, rng):
    one = choose(rng, [e for e in c.elements if e.above("applies-when") and " " in (e.get("values") or "")])
    values = one.get("values").split()
    values.remove(rng.choice(values))
    return edit(one, "values", " ".join(values))


@slip("value of a condition added", "criteria")
def added_condition(c, rng):
    one = choose(rng, [e for e in c.elements if e.name == "plan-kind" and e.above("applies-when") and "architecture" not in e.get("values")])
    return edit(one, "values", one.get("values") + (" architecture" if "action-plan" in one.get("values") else " action-plan"))


@slip("condition left out", "criteria")
def condition_left_out(c, rng):
    one = choose(rng, [e for e in c.elements if e.parent is not None and e.parent.name == "applies-when"])
    return [(one.file, *c.whole_line(one), "")]


attribute_slip("years of a condition", "criteria", ("plan-period",), "from", lambda c, rng, e: year_off(rng, e.get("from")))
attribute_slip("last year of a condition", "criteria", ("plan-period",), "to", lambda c, rng, e: year_off(rng, e.get("to")))
attribute_slip("first year of a phase", "criteria", ("phase",), "from", lambda c, rng, e: year_off(rng, e.get("from")))
attribute_slip("last year of a phase", "criteria", ("phase",), "to", lambda c, rng, e: year_off(rng, e.get("to")))
attribute_slip("deadline of a phase", "criteria", ("phase",), "deadline", lambda c, rng, e: year_off(rng, e.get("deadline")))
attribute_slip("maturity of a phase", "criteria", ("phase",), "maturity", another(("phase",), "maturity"))
attribute_slip("target of another criterion", "criteria", ("criterion",), "scheme-target", another(("criterion",), "scheme-target"))


def facet_slip(name, attribute, change):
    @slip(name, "criteria")
    def make(c, rng):
        one = choose(rng, [f for f in c.elements if f.above("requirement") and f.get(attribute) and not is_in_sample(f)])
        return (new := change(c, rng, one)) and edit(one, attribute, new)


facet_slip("year of a due day", "by", lambda c, rng, e: year_off(rng, e.get("by")))
facet_slip("month of a due day", "by", lambda c, rng, e: e.get("by")[:5] + rng.choice(["03", "10"]) + e.get("by")[7:8] + "30")
facet_slip("share that is asked for", "share", lambda c, rng, e: digit(rng, e.get("share")))
facet_slip("topic that is asked for", "topic", lambda c, rng, e: other(rng, [f.get("topic") for f in facets(c, "states")], e.get("topic")))
facet_slip("section that is asked for", "section", lambda c, rng, e: other(rng, [f.get("section") for f in facets(c, "states")], e.get("section")))
facet_slip("least number that is asked for", "minimum", lambda c, rng, e: str(int(e.get("minimum")) + 1))
pasted("title of another criterion", "criteria", ("criterion",), "title", "vi")
pasted("statement of another criterion", "criteria", ("criterion",), "plan-statement", "vi")
pasted("advice of another criterion", "criteria", ("remedy",), "advice", "vi")
pasted("English advice of another criterion", "criteria", ("remedy",), "advice", "en")

# Words in two languages
LABELS = ("title", "name", "plan-statement", "advice", "subject", "note", "rule", "own-rule", "person-judges")


def paired(c, lang, pattern):
    return [(e, m) for e in c.named(*LABELS) if e.get("lang") == lang and len(e.parent.all(e.name)) == 2
            for m in re.finditer(pattern, c.text(e))]


def word_slip(name, lang, pattern, change):
    @slip(name, "words")
    def make(c, rng):
        spots = paired(c, lang, pattern)
        if not spots:
            return None
        one, m = rng.choice(spots)
        return [(one.file, one.open_end + m.start(), one.open_end + m.end(), change(rng, m[0]))]


word_slip("number in Vietnamese", "vi", r"\b\d{1,3}\b(?![/.-])", digit)
word_slip("number in English", "en", r"\b\d{1,3}\b(?![/.-])", digit)
word_slip("year in Vietnamese", "vi", r"\b20\d\d\b", year_off)
word_slip("year in English", "en", r"\b20\d\d\b", year_off)
word_slip("day and month swapped in one language", "vi", r"\b(?!(\d\d)/\1)(?:0[1-9]|1[0-2])/(?:0[1-9]|1[0-2])/20\d\d",
          lambda rng, t: t[3:5] + "/" + t[:2] + t[5:])
word_slip("“không” dropped", "vi", r"\bkhông (?!gian|khí|dây|quân|vận)", lambda rng, t: "")
word_slip("“not” dropped", "en", r"\b(?:not|without|never) ", lambda rng, t: "")
word_slip("“not” added", "en", r"\b(?:is|are) ", lambda rng, t: t + "not ")


@slip("year of the advice in both languages", "words")
def advice_year(c, rng):
    one = choose(rng, [k for k in c.named("criterion") if k.first("remedy") and any(f.get("by") for f in k.walk() if f.above("requirement"))])
    found = [(a, m) for a in one.first("remedy").all("advice") for m in re.finditer(r"20\d\d", c.text(a))]
    return [(a.file, a.open_end + m.start(), a.open_end + m.end(), str(int(m[0]) + 1)) for a, m in found] or None


# Wordings
@slip("phrase of a wording mistyped", "wordings")
def mistyped_phrase(c, rng):
    one = choose(rng, c.named("say"))
    text = c.text(one)
    spots = [m for m in re.finditer(r"[^|\s][^|\n]*", text)]
    m = rng.choice(spots)
    return [(one.file, one.open_end + m.start(), one.open_end + m.end(), m[0][:-1] + "x" + m[0][-1])]


@slip("accepted and refused sentence swapped", "wordings")
def swapped_sentence(c, rng):
    one = choose(rng, c.named("accepts"))
    return [(one.file, one.start, one.end, c.source(one).replace("accepts>", "rejects>"))]


attribute_slip("token of another wording", "wordings", ("wording",), "token", another(("wording",), "token"))
