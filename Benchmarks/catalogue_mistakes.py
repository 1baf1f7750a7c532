"""Single mistakes as editors of a catalogue make them, each with the rule that ought to notice it.

What is expected was written from what the mistake does to people, not from what the rules look for.
"""

import dataclasses
import re
import unicodedata

from catalogue_text import is_in_sample

KINDS = []


@dataclasses.dataclass
class Mistake:
    """Edits of a catalogue, and where a finding of one of the rules is right."""

    edits: list
    """(file, start, end, replacement); offsets of the text before."""
    spots: list
    """(file, offset before, characters into what replaces the text there); any of them will do."""
    entries: set
    rules: set = dataclasses.field(default_factory=set)
    says: str = ""
    """What the message must hold where there is no place, such as the id of what is gone."""
    moved: tuple = ()
    """(old name, new name) of a file."""


@dataclasses.dataclass
class Kind:
    name: str
    category: str
    rules: set
    base: str
    is_listed: bool
    make: object


def kind(name, category, *rules, base="plain", listed=True):
    def register(make):
        KINDS.append(Kind(name, category, set(rules), base, listed, make))
        return make
    return register


# How mistakes are written down

def value(element, attribute, new, *, spots=(), entries=(), rules=()):
    place = element.attributes[attribute]
    return Mistake(
        [(element.file, place.value_start, place.value_end, new)],
        list(spots) or [(element.file, place.start, 0)], {element.entry_id, *entries}, set(rules))


def at(*elements):
    return [(e.file, e.start, 0) for e in elements]


def remove_attribute(element, attribute, text, **more):
    place = element.attributes[attribute]
    start = place.start
    while text[start - 1].isspace():
        start -= 1
    return Mistake([(element.file, start, place.end, "")], at(element), {element.entry_id}, **more)


def add_attribute(element, written, entries=(), spots=()):
    offset = element.start + 1 + len(element.name)
    return Mistake([(element.file, offset, offset, " " + written)], list(spots) or at(element),
                   {element.entry_id, *entries})


def remove(c, element, spots, entries=()):
    start, end = c.whole_line(element)
    return Mistake([(element.file, start, end, "")], spots, {element.entry_id, *entries})


def typo(rng, word, first=1):
    """One slip of the hand: a letter doubled, left out, swapped with its neighbour or another one."""
    places = [i for i in range(first, len(word)) if word[i].isalnum()]
    while places:
        i = rng.choice(places)
        letter = word[i]
        near = rng.choice("0123456789" if letter.isdigit() else "abcdefghijklmnopqrstuvwxyz")
        near = near.upper() if letter.isupper() else near
        swapped = word[:i] + word[i + 1:i + 2] + letter + word[i + 2:]
        slip = rng.choice([word[:i] + word[i + 1:], word[:i] + letter + word[i:], swapped, word[:i] + near + word[i + 1:]])
        if slip != word and slip:
            return slip
    return word + "x"


def new_id(c, rng, word):
    while True:
        slip = typo(rng, word)
        if slip not in c.entries and re.fullmatch(r"[A-Z][A-Za-z0-9.-]*", slip):
            return slip


def with_id(c, *names):
    return [e for e in c.named(*names) if e.get("id") in c.entries and c.entries[e.get("id")] is e]


def texts(c):
    return with_id(c, "instrument", "standard")


def bases(c, *forces):
    return [b for b in c.named("basis") if b.parent.name == "criterion" and (not forces or b.get("force") in forces)]


def facets(c, *names):
    return [f for f in c.elements if f.name in names and f.above("requirement") is not None
            and not is_in_sample(f)]


def requirement(c, entry):
    found = entry.first("requirement")
    return found


def edges(c):
    return c.named("replaces", "replaced-by", "amends", "repeals-in-part", "guides")


def provisions(c):
    return {p.get("id"): p for p in c.named("provision")}


def choose(rng, options):
    options = list(options)
    return rng.choice(options) if options else None


def shifted(day, by):
    import datetime
    return (datetime.date.fromisoformat(day) + datetime.timedelta(by)).isoformat()


def start_of(c, text):
    return text.get("effective-from") or text.get("issued")


# Identity

@kind("id of another entry typed again", "identity", "K010")
def repeated_id(c, rng):
    one = choose(rng, with_id(c, "instrument", "standard", "framework", "indicator", "target", "criterion"))
    other = choose(rng, [e for e in c.entries.values() if e.name == one.name and e is not one])
    return other and value(one, "id", other.get("id"), spots=[
        (e.file, e.attributes["id"].start, 0) for e in (one, other)], entries=[other.get("id")])


@kind("entry pasted twice", "identity", "K010")
def pasted_twice(c, rng):
    one = choose(rng, with_id(c, "instrument", "standard", "indicator", "target", "criterion"))
    start, end = c.whole_line(one)
    copy = c.texts[one.file][start:end]
    return Mistake([(one.file, end, end, copy)], [(one.file, end, copy.index("<"))], {one.get("id")})


@kind("id of a provision or layer repeated", "identity", "K010")
def repeated_part(c, rng):
    one = choose(rng, [p for p in c.named("provision", "layer") if len(p.parent.all(p.name)) > 1])
    other = choose(rng, [p for p in one.parent.all(one.name) if p is not one])
    return value(one, "id", other.get("id"), spots=[
        (e.file, e.attributes["id"].start, 0) for e in (one, other)])


@kind("malformed id", "identity", "K011")
def malformed_id(c, rng):
    one = choose(rng, with_id(c, "instrument", "standard", "criterion"))
    old = one.get("id")
    head, _, rest = old.partition("-")
    made = rng.choice({
        "criterion": [rest, "C" + rest, old.replace("-", "_"), old.lower(), "K-" + rest, old.replace("-", "", 1)],
        "standard": [rest, typo(rng, head) + "-" + rest, old.replace("-", " ", 1), head.lower() + "-" + rest,
                     old.replace("-", "/", 1)],
        "instrument": [old.lower(), old.replace("-", "_"), old.replace("-", "/", 1), old.replace("D", "Đ", 1),
                       old[:-1] + old[-1].lower(), old + " "],
    }[one.name])
    if made == old or made in c.entries or not made:
        return None
    is_name = re.fullmatch(r"[A-Z][A-Za-z0-9.-]*", made.strip()) is not None
    return value(one, "id", made, entries=[made], rules=["K011"] if is_name else ["K011", "K002"])


@kind("id of a provision without that of its instrument", "identity", "K011")
def foreign_provision_id(c, rng):
    one = choose(rng, c.named("provision"))
    owner = one.parent.get("id")
    tail = one.get("id")[len(owner):]
    return value(one, "id", rng.choice([typo(rng, owner) + tail, tail.lstrip("."), owner + "-" + tail.lstrip(".")]))


@kind("kind that the number denies", "identity", "K012")
def other_kind(c, rng):
    one = choose(rng, [e for e in texts(c) if re.search(r"NQ|NĐ|QĐ|TT|QH|TB|KH|VN", e.get("number") or "")])
    kinds = ["TCVN", "QCVN", "international"] if one.name == "standard" else [
        "law", "resolution", "decree", "decision", "circular", "dispatch", "directive", "conclusion", "announcement"]
    other = rng.choice([k for k in kinds if k != one.get("kind")])
    # Resolutions and laws of the National Assembly print the same symbol.
    if {other, one.get("kind")} == {"law", "resolution"} and "QH" in one.get("number"):
        return None
    return value(one, "kind", other, spots=[(one.file, one.attributes["number"].start, 0), *at(one)])


@kind("symbol of the number misspelt", "identity", "K012")
def misspelt_symbol(c, rng):
    one = choose(rng, [e for e in texts(c) if e.get("number")])
    number = one.get("number")
    options = []
    for symbol, others in {"NĐ": ["ND", "QĐ", "NQ"], "QĐ": ["QD", "NĐ"], "TT": ["TTT", "NQ"], "NQ": ["NĐ", "QN"],
                           "QH": ["HQ"], "TCVN": ["TCNV", "QCVN", "TCXDVN"], "QCVN": ["QCNV", "TCVN"],
                           "TB": ["BT"], "KH": ["HK"]}.items():
        found = re.search(rf"(?<![^\W\d]){symbol}(?=\d|\b)", number)
        if found:
            options += [number[:found.start()] + other + number[found.end():] for other in others]
    made = choose(rng, options)
    return made and value(one, "number", made)


@kind("year that the number denies", "identity", "K012")
def other_year(c, rng):
    one = choose(rng, [e for e in texts(c) if e.get("year") and e.get("year") in (e.get("number") or "")])
    year = str(int(one.get("year")) + rng.choice([-10, -1, 1]))
    return value(one, "year", year, spots=[(one.file, one.attributes["number"].start, 0), *at(one)])


@kind("year that the day of issue denies", "identity", "K012")
def year_against_issue(c, rng):
    one = choose(rng, [e for e in texts(c) if e.get("year") and (e.get("issued") or "").startswith(e.get("year"))
                       and e.get("year") not in (e.get("number") or "")])
    return one and value(one, "year", str(int(one.get("year")) + rng.choice([-1, 1])), spots=at(one))


@kind("digits of the number swapped", "identity", "K012", "K015")
def swapped_digits(c, rng):
    one = choose(rng, [e for e in texts(c) if re.search(r"\d\d", e.get("number") or "")])
    number = one.get("number")
    pairs = [m.start() for m in re.finditer(r"(?=\d\d)", number) if number[m.start()] != number[m.start() + 1]]
    i = choose(rng, pairs)
    return None if i is None else value(one, "number", number[:i] + number[i + 1] + number[i] + number[i + 2:])


@kind("issuer that the number denies", "identity", "K012")
def other_issuer(c, rng):
    one = choose(rng, [e for e in texts(c) if e.get("issuer") and e.get("number")])
    other = choose(rng, sorted({e.get("issuer") for e in texts(c) if e.name == one.name and e.get("issuer")
                                and e.get("issuer") not in (one.get("number"), one.get("issuer"))}))
    # Two issuers of one symbol, such as ministries that were merged, deny nothing.
    symbol = lambda e: re.sub(r"^[\d/]*", "", e.get("number"))
    if other is None or any(e.get("issuer") == other and symbol(e) == symbol(one) for e in texts(c) if e.get("number")):
        return None
    return value(one, "issuer", other, spots=[(one.file, one.attributes["number"].start, 0), *at(one)])


@kind("second entry for a document", "identity", "K013")
def second_entry(c, rng):
    one = choose(rng, [e for e in texts(c) if e.get("number") and e.get("year")])
    head = c.texts[one.file][one.start:one.open_end]
    again = one.get("id") + "-2"
    head = head.replace(f'id="{one.get("id")}"', f'id="{again}"')
    number = one.get("number")
    made = rng.choice([number, number.replace(" ", "  ", 1), number.replace("Đ", "đ"), number.replace("/", " / ", 1),
                       number.replace(" ", "-", 1), number])
    head = head.replace(f'number="{number}"', f'number="{made}"')
    # Committees of several provinces give one number; without the issuer nothing tells them apart.
    if rng.random() < 0.3 and "UBND" not in number:
        head = re.sub(r' issuer="[^"]*"', "", head)
    parts = [c.source(p) for p in one.children if p.name in ("title", "provenance")]
    copy = "\n    " + head + "".join("\n      " + p for p in parts) + f"\n    </{one.name}>"
    return Mistake([(one.file, one.end, one.end, copy)], [(one.file, one.end, copy.index("<")), *at(one)],
                   {one.get("id"), again})


@kind("title dropped", "identity", "K014")
def dropped_title(c, rng):
    one = choose(rng, [t for t in c.named("title", "name") if t.parent.name in (
        "instrument", "standard", "framework", "indicator", "target", "edition", "criterion", "group")
        and len({s.get("lang") for s in t.parent.all(t.name)}) == 2])
    made = remove(c, one, at(one.parent))
    made.rules = {"K014", "K002"} if one.parent.name in ("criterion", "group") else set()
    return made


@kind("language of a title mistyped", "identity", "K014")
def title_in_other_language(c, rng):
    one = choose(rng, [t for t in c.named("title", "name") if t.parent.name in (
        "instrument", "standard", "framework", "indicator", "target", "criterion", "group")
        and len({s.get("lang") for s in t.parent.all(t.name)}) == 2])
    return value(one, "lang", "vi" if one.get("lang") == "en" else "en", spots=at(one.parent))


@kind("id renamed everywhere, the number the same", "identity", "K015")
def renamed_id(c, rng):
    one = choose(rng, [e for e in texts(c) if e.get("number")])
    old = one.get("id")
    parts = old.split("-")
    made = rng.choice([old + "-V2", "-".join(parts[:-1]) or old + "-X", "-".join([parts[0], "0" + parts[1], *parts[2:]])])
    if made in c.entries or made == old or (one.name == "standard" and not made.startswith(parts[0] + "-")):
        return None
    edits = [(name, m.start(), m.end(), made) for name, text in c.texts.items() if name.endswith(".xml")
             for m in re.finditer(rf'(?<=["\s]){re.escape(old)}(?=["\s.])', text)]
    return Mistake(edits, [(one.file, one.attributes["id"].start, 0)], {old, made})


@kind("id misspelt, the number the same", "identity", "K015")
def misspelt_id(c, rng):
    one = choose(rng, [e for e in texts(c) if e.get("number")])
    made = new_id(c, rng, one.get("id"))
    return value(one, "id", made, entries=[made])


@kind("id of a criterion misspelt", "identity", "K016")
def misspelt_criterion(c, rng):
    one = choose(rng, with_id(c, "criterion"))
    made = new_id(c, rng, one.get("id"))
    return Mistake(value(one, "id", made).edits, [], set(), says=one.get("id"))


@kind("entry deleted", "identity", "K016")
def vanished(c, rng):
    one = choose(rng, [e for e in with_id(c, "instrument", "standard", "criterion") if len(e.parent.all(e.name)) > 1])
    made = remove(c, one, [])
    made.says = one.get("id")
    return made


@kind("what a criterion asks changed", "identity", "K017")
def changed_meaning(c, rng):
    one = choose(rng, [f for f in c.named("criterion") if f.first("requirement")])
    options = []
    for facet in one.first("requirement").walk():
        if facet.parent.name == "all" and len(facet.parent.children) > 1:
            options.append(remove(c, facet, at(one)))
        for name in ("minimum", "share", "by", "with-reason", "with-decision"):
            if name in facet.attributes:
                options.append(remove_attribute(facet, name, c.texts[facet.file]))
        for name in ("section", "values", "details", "types", "fields", "standards"):
            words = (facet.get(name) or "").split()
            if len(words) > 1:
                options.append(value(facet, name, " ".join(words[1:])))
    for condition in (one.first("applies-when").children if one.first("applies-when") else []):
        options.append(remove(c, condition, at(one)))
    made = choose(rng, options)
    if made:
        made.spots = at(one)
    return made


# References

def dangling(name, find):
    @kind(f"dangling: {name}", "references", "K020")
    def make(c, rng):
        found = choose(rng, find(c))
        if found is None:
            return None
        element, attribute = found
        words = element.get(attribute).split()
        i = rng.randrange(len(words))
        words[i] = new_id(c, rng, words[i]) if attribute != "group" else typo(rng, words[i])
        if words[i] in provisions(c):
            return None
        return value(element, attribute, " ".join(words))
    return make


dangling("edge between texts", lambda c: [(e, "ref") for e in edges(c)])
dangling("successor of a transition", lambda c: [(e, "successor") for e in c.named("transition")])
dangling("who cites a standard", lambda c: [(e, "instrument") for e in c.named("cited-by")])
dangling("instrument of a framework, indicator or target", lambda c: [
    (e, "instrument") for e in with_id(c, "framework", "indicator", "target") if e.get("instrument")])
dangling("basis", lambda c: [(b, "instrument") for b in bases(c)])
dangling("provision of a basis", lambda c: [(b, "provision") for b in bases(c) if b.get("provision")])
dangling("group", lambda c: [(e, "group") for e in c.named("criterion")])
dangling("target of the scheme", lambda c: [(e, "scheme-target") for e in c.named("criterion") if e.get("scheme-target")])
dangling("text in a requirement", lambda c: [
    (f, name) for f in facets(c, "cites", "cites-no-longer", "bases-architecture-on", "applies-standards", "covers-layers")
    for name in ("instrument", "standards", "framework") if f.get(name)])


@kind("id of a provision misspelt", "references", "K020")
def misspelt_provision(c, rng):
    used = {b.get("provision"): b for b in bases(c) if b.get("provision")}
    one = choose(rng, [p for p in c.named("provision") if p.get("id") in used])
    owner = one.parent.get("id") + "."
    tail = typo(rng, one.get("id")[len(owner):], 0)
    if owner + tail in provisions(c):
        return None
    users = [b for b in bases(c) if b.get("provision") == one.get("id")]
    return value(one, "id", owner + tail, spots=at(*users), entries=[b.entry_id for b in users])


def wrong_kind(name, find):
    @kind(f"wrong kind: {name}", "references", "K021")
    def make(c, rng):
        found = choose(rng, find(c))
        if found is None:
            return None
        element, attribute, kinds = found
        pool = [i for i, e in c.entries.items() if e.name in kinds] + (list(provisions(c)) if "provision" in kinds else [])
        other = choose(rng, sorted(pool))
        words = element.get(attribute).split()
        words[rng.randrange(len(words))] = other
        return value(element, attribute, " ".join(words))
    return make


wrong_kind("edge between texts", lambda c: [(e, "ref", ("criterion", "framework", "target", "provision")) for e in edges(c)])
wrong_kind("basis", lambda c: [(b, "instrument", ("standard", "framework", "criterion")) for b in bases(c)])
wrong_kind("instrument of a framework, indicator or target", lambda c: [
    (e, "instrument", ("standard", "criterion")) for e in with_id(c, "framework", "indicator", "target") if e.get("instrument")])
wrong_kind("text in a requirement", lambda c: [
    (f, a, k) for f in facets(c, "cites", "cites-no-longer", "bases-architecture-on", "applies-standards", "covers-layers")
    for a, k in (("instrument", ("standard", "criterion")), ("standards", ("instrument",)), ("framework", ("instrument", "target")))
    if f.get(a)])
wrong_kind("target of the scheme", lambda c: [
    (e, "scheme-target", ("indicator", "criterion")) for e in c.named("criterion") if e.get("scheme-target")])


@kind("provision of another instrument", "references", "K021")
def foreign_provision(c, rng):
    one = choose(rng, [b for b in bases(c) if b.get("provision")])
    other = choose(rng, [p for p in provisions(c) if not p.startswith(one.get("instrument") + ".")])
    return value(one, "provision", other)


@kind("reference to itself", "references", "K022")
def self_reference(c, rng):
    if rng.random() < 0.1:
        one = choose(rng, c.named("crosswalk"))
        words = one.get("to").split()
        words[rng.randrange(len(words))] = one.get("from")
        return value(one, "to", " ".join(words))
    one = choose(rng, edges(c) + c.named("transition"))
    return value(one, "ref" if "ref" in one.attributes else "successor", one.entry_id)


@kind("circle closed by an added edge", "references", "K023")
def circle(c, rng):
    one = choose(rng, c.named("replaces", "replaced-by", "amends"))
    other = c.entries.get(one.get("ref"))
    if other is None:
        return None
    order = ["title", "alias", "provision", "field", "adopts", "decision", "committee", "status-seen",
             "references-seen", "replaces", "replaced-by", "amends"]
    passed = order[:order.index(one.name) + 1]
    nxt = next(e for e in other.children if e.name not in passed)
    written = f'<{one.name} ref="{one.entry_id}"/>'
    edit = (other.file, nxt.start, nxt.start, written + "\n      ")
    return Mistake([edit], [(other.file, nxt.start, 0), *at(one)] + [
        s for t in (one.entry, other) for s in at(*t.all(one.name))], {one.entry_id, other.get("id")})


@kind("one side of a replacement dropped", "references", "K024")
def one_side(c, rng):
    one = choose(rng, c.named("replaces", "replaced-by"))
    other = c.entries[one.get("ref")]
    rest = [e for e in other.all("replaces", "replaced-by") if e.get("ref") == one.entry_id]
    return rest and remove(c, one, at(*rest), [other.get("id")])


@kind("one side of a replacement added", "references", "K024")
def added_side(c, rng):
    one = choose(rng, [e for e in texts(c) if not e.all("replaces", "replaced-by")])
    other = choose(rng, [e for e in texts(c) if e.name == one.name and e is not one and e.get("kind") == one.get("kind")
                         and (start_of(c, e) or e.get("year") or "9") < (start_of(c, one) or one.get("year") or "0")])
    if other is None:
        return None
    nxt = next(e for e in one.children if e.name in ("amends", "repeals-in-part", "guides", "cited-by", "transition", "note", "provenance"))
    return Mistake([(one.file, nxt.start, nxt.start, f'<replaces ref="{other.get("id")}"/>\n      ')],
                   [(one.file, nxt.start, 0)], {one.get("id")})


@kind("crosswalk to a missing layer", "references", "K025")
def missing_layer(c, rng):
    one = choose(rng, c.named("crosswalk"))
    name = rng.choice(["from", "to", "to"])
    words = one.get(name).split()
    i = rng.randrange(len(words))
    words[i] = typo(rng, words[i])
    return value(one, name, " ".join(words))


# Time

@kind("interval inverted", "time", "K030")
def inverted(c, rng):
    pairs = [(e, a, b) for e in c.elements if not is_in_sample(e) for a, b in (
        ("effective-from", "effective-to"), ("period-from", "period-to"), ("from", "to"))
        if e.get(a) and e.get(b) and e.get(a) != e.get(b) and e.name != "crosswalk"]
    single = [e for e in texts(c) if e.get("effective-from") and not e.get("effective-to")]
    if rng.random() < 0.4:
        one = choose(rng, single)
        return add_attribute(one, f'effective-to="{shifted(one.get("effective-from"), -rng.randrange(2, 900))}"')
    one, first, last = choose(rng, pairs)
    a, b = one.attributes[first], one.attributes[last]
    return Mistake([(one.file, a.value_start, a.value_end, b.value), (one.file, b.value_start, b.value_end, a.value)],
                   at(one), {one.entry_id})


def succession(c):
    found = []
    for edge in c.named("replaced-by"):
        old, new = edge.entry, c.entries.get(edge.get("ref"))
        start = edge.get("on") or (new and start_of(c, new))
        if start and not old.first("transition") and old.get("effective-to") is None:
            found.append((old, start))
    return found


def ending(c, rng, days):
    found = choose(rng, [(o, s) for o, s in succession(c) if not start_of(c, o) or start_of(c, o) < shifted(s, days)])
    return found and add_attribute(found[0], f'effective-to="{shifted(found[1], days)}"')


@kind("old text and successor both in force", "time", "K031")
def overlapping(c, rng):
    return ending(c, rng, rng.choice([0, 30, 365]))


@kind("gap before the successor", "time", "K033")
def gap(c, rng):
    return ending(c, rng, -rng.choice([2, 30, 365]))


@kind("in force before it was issued", "time", "K032")
def early(c, rng):
    one = choose(rng, [e for e in texts(c) if e.get("issued")])
    day = shifted(one.get("issued"), -rng.choice([1, 31, 365]))
    if "effective-from" in one.attributes:
        return value(one, "effective-from", day)
    return add_attribute(one, f'effective-from="{day}"')


@kind("day that does not exist", "time", "K036")
def no_such_day(c, rng):
    names = ("issued", "effective-from", "effective-to", "on", "approved-before", "read", "by", "date", "from", "to")
    one, name = choose(rng, [(e, n) for e in c.elements if not is_in_sample(e) for n in names
                             if re.fullmatch(r"\d{4}-\d\d-\d\d", e.get(n) or "")])
    year, month, day = one.get(name).split("-")
    return value(one, name, rng.choice([
        f"{year}-02-30", f"{year}-13-{day}", f"{year}-{month}-32", f"{year}-{month}-00", f"{day}/{month}/{year}",
        f"{year}-{int(month)}-{int(day)}", f"{year}-04-31", f"{year}{month}{day}", f"{year}-{month}-{day}T00:00:00",
        f"{int(year) | 1}-02-29", f"{year}-{month}-{day}Z"]))


@kind("source read in the future", "time", "K038")
def read_in_future(c, rng):
    one = choose(rng, [p for p in c.named("provenance") if p.get("read")])
    return value(one, "read", rng.choice(["2026-11-24", "2027-11-23", "2062-11-23", "2026-12-23"]))


@kind("interval about to end", "time", "K037")
def ends_soon(c, rng):
    one = choose(rng, [e for e in texts(c) if not e.get("effective-to") and not e.first("replaced-by")
                       and (start_of(c, e) or "9") < "2026-11-23"])
    return add_attribute(one, f'effective-to="{rng.choice(["2026-11-23", "2026-12-31", "2027-03-01"])}"')


@kind("every basis of a criterion has ended", "time", "K034")
def basis_ended(c, rng):
    one = choose(rng, [k for k in c.named("criterion") if len({b.get("instrument") for b in k.all("basis")}) == 1
                       and k.first("requirement")])
    text = c.entries[one.first("basis").get("instrument")]
    if text.get("effective-to") or text.first("replaced-by"):
        return None
    made = add_attribute(text, f'effective-to="{rng.choice(["2026-11-22", "2026-06-30", "2026-11-01"])}"')
    if (start_of(c, text) or "0") > "2026-06-29":
        return None
    users = [b for b in bases(c) if b.get("instrument") == text.get("id")
             and {x.get("instrument") for x in b.parent.all("basis")} == {text.get("id")}]
    made.spots, made.entries = at(*users), {b.entry_id for b in users}
    return made


@kind("requirement for a replaced standard", "time", "K035")
def replaced_standard(c, rng):
    old = choose(rng, [e for e in with_id(c, "standard") if e.first("replaced-by")
                       and e.get("id") != "QCVN-01-2021-BXD"])
    one = choose(rng, [f for f in facets(c, "applies-standards") if f.get("standards")])
    words = one.get("standards").split()
    words[rng.randrange(len(words))] = old.get("id")
    return value(one, "standards", " ".join(words))


# Force

@kind("force raised without a provision", "force", "K040")
def raised(c, rng):
    one = choose(rng, [b for b in bases(c, "recommended", "presumed") if len(b.parent.all("basis")) == 1
                       and (b.get("provision") is None or c.entries[b.get("instrument")].get("binding") not in ("binding", "local"))])
    made = value(one, "force", "mandatory")
    made.edits += value(one.parent, "force", "mandatory").edits
    return made


@kind("provision of a mandatory basis dropped", "force", "K040")
def no_provision(c, rng):
    one = choose(rng, [b for b in bases(c, "mandatory") if b.get("provision")])
    return remove_attribute(one, "provision", c.texts[one.file])


@kind("instrument of a mandatory basis does not bind", "force", "K040")
def unbinding(c, rng):
    one = c.entries[choose(rng, sorted({b.get("instrument") for b in bases(c, "mandatory")}))]
    users = [b for b in bases(c, "mandatory") if b.get("instrument") == one.get("id")]
    return value(one, "binding", rng.choice(["guidance", "unknown", "party"]), spots=at(*users), entries=[b.entry_id for b in users])


@kind("provision of a mandatory basis only inferred", "force", "K040", "K054")
def unread_provision(c, rng):
    mark = rng.choice(["inferred", "from-memory"])
    one = provisions(c)[choose(rng, sorted({b.get("provision") for b in bases(c, "mandatory") if b.get("provision")}))]
    users = [b for b in bases(c, "mandatory") if b.get("provision") == one.get("id")]
    return value(one.first("provenance"), "mark", mark, spots=at(*users), entries=[b.entry_id for b in users])


@kind("force of the criterion only", "force", "K043")
def force_alone(c, rng):
    one = choose(rng, [k for k in c.named("criterion") if k.first("basis")])
    return value(one, "force", rng.choice([f for f in ("mandatory", "presumed", "recommended", "drafting") if f != one.get("force")]))


@kind("force of the basis only", "force", "K043")
def basis_alone(c, rng):
    one = choose(rng, [b for b in bases(c) if len(b.parent.all("basis")) == 1])
    other = rng.choice([f for f in ("mandatory", "presumed", "recommended") if f != one.get("force")])
    return value(one, "force", other, spots=[(one.file, one.parent.start, 0)])


@kind("rule of our own made mandatory", "force", "K043", "K040")
def own_rule(c, rng):
    one = choose(rng, [k for k in c.named("criterion") if k.first("own-rule")])
    return one and value(one, "force", rng.choice(["mandatory", "recommended"]))


@kind("voluntary standard in a mandatory criterion", "force", "K041")
def voluntary(c, rng):
    one = choose(rng, [k for k in c.named("criterion") if k.get("force") == "mandatory" and k.first("requirement")])
    asked = one.first("requirement")
    free = [e for e in with_id(c, "standard") if e.get("kind") != "QCVN" and not e.first("cited-by") and not e.first("replaced-by")]
    inner = asked.children[0]
    written = f'<applies-standards standards="{rng.choice(free).get("id")}"/>'
    start, end = inner.start, inner.end
    is_group = inner.name == "all"
    edits = [(one.file, inner.children[0].start, inner.children[0].start, written + "\n          ")] if is_group else [
        (one.file, start, start, f"<all>{written}"), (one.file, end, end, "</all>")]
    return Mistake(edits, [(one.file, edits[0][1], 0)], {one.get("id")})


@kind("basis on a text that is not issued", "force", "K042")
def not_issued(c, rng):
    one = choose(rng, [c.entries[b.get("instrument")] for b in bases(c)])
    users = [b for b in bases(c) if b.get("instrument") == one.get("id")]
    title = next((t for t in one.all("title") if t.get("lang") == "vi"), None)
    if title and rng.random() < 0.4:
        word = rng.choice(["Dự thảo ", "dự thảo ", "Dự Thảo "])
        made = Mistake([(one.file, title.open_end, title.open_end, word)], [], set())
    elif one.get("issued"):
        made = value(one, "issued", "2027-01-15")
        if one.get("effective-from"):
            made.edits += value(one, "effective-from", "2027-03-01").edits
    else:
        made = add_attribute(one, 'issued="2027-01-15"')
    made.spots, made.entries = at(*users), {b.entry_id for b in users}
    return made


# Provenance

@kind("mark, tier or day of reading dropped", "provenance", "K050")
def incomplete(c, rng):
    one = choose(rng, c.named("provenance"))
    return remove_attribute(one, rng.choice(["mark", "tier", "read"]), c.texts[one.file])


@kind("provenance dropped", "provenance", "K050")
def no_provenance(c, rng):
    one = choose(rng, [p for p in c.named("provenance") if p.parent.parent.parent is not None
                       and p.parent.parent.parent.name == "catalogue"])
    return remove(c, one, at(one.parent))


@kind("source of what is verified dropped", "provenance", "K051")
def no_source(c, rng):
    one = choose(rng, [p for p in c.named("provenance") if p.get("mark") == "verified" and p.get("source")])
    return remove_attribute(one, "source", c.texts[one.file])


def inferred_users(c, mark, find):
    def make(c, rng):
        found = choose(rng, find(c))
        if found is None:
            return None
        element, users = found
        return value(element.first("provenance"), "mark", mark, spots=at(*users), entries=[u.entry_id for u in users])
    return make


def assessed(c, of_provision, only_assessed):
    users = [b for b in bases(c) if (not only_assessed or (b.get("force") != "mandatory" and b.parent.first("requirement")
             and b.parent.first("provenance").get("mark") == "verified"))]
    groups = {}
    for b in users:
        if of_provision and b.get("provision"):
            groups.setdefault(b.get("provision"), []).append(b)
        elif not of_provision and (not only_assessed or not b.get("provision")):
            groups.setdefault(b.get("instrument"), []).append(b)
    pool = provisions(c) if of_provision else c.entries
    return [(pool[i], g) for i, g in groups.items() if pool[i].first("provenance").get("mark") == "verified"]


kind("assessed on an inferred provision", "provenance", "K052")(inferred_users(None, "inferred", lambda c: assessed(c, True, True)))
kind("assessed on an inferred instrument", "provenance", "K052")(inferred_users(None, "inferred", lambda c: assessed(c, False, True)))
kind("basis on a provision from memory", "provenance", "K054")(inferred_users(None, "from-memory", lambda c: assessed(c, True, False)))
kind("basis on an instrument from memory", "provenance", "K054")(inferred_users(None, "from-memory", lambda c: assessed(c, False, False)))


@kind("dead address", "provenance", "K053")
def dead_address(c, rng):
    one = choose(rng, [p for p in c.named("provenance") if (p.get("source") or "").startswith("http")])
    source = one.get("source")
    scheme, rest = source.split("://", 1)
    host, _, path = rest.partition("/")
    return value(one, "source", rng.choice([
        rest, "htp://" + rest, f"{scheme}:/{rest}", scheme + ":" + rest, f"{scheme}//{rest}", f"{scheme}://{host.split('.')[0]}/{path}",
        source[:len(scheme) + len(host) + 8] + "…", scheme + "://" + rest.replace(".", ",", 1), scheme + "://" + scheme + "://" + rest,
        source + " " + source, scheme + "://", f"{scheme}://{host} /{path}", f"{scheme}://.{rest}", f"{scheme}://localhost/{path}",
        f"{scheme}://{host.rsplit('.', 1)[0]}./{path}", f"{scheme};//{rest}", "file:///home/" + path, scheme + "://" + host + "..vn/" + path]))


# Requirements

TOKENS = {
    "covers-fields": ["fields"], "has-component": ["types", "status"], "states": ["section", "topic"],
    "avoids": ["section", "topic"], "names-body": ["role"], "names-participants": ["types"], "gives": ["item", "details"],
    "links-to": ["platform"], "trains": ["audience"], "plan-kind": ["values"], "city-level": ["values"],
    "urban-class": ["values"], "plan-has": ["section", "topic"], "aims-at-level": ["level"], "component": ["type"],
}


def unknown_token(name, elements):
    @kind(f"unknown value: {name}", "requirements", "K064")
    def make(c, rng):
        found = choose(rng, [(e, a) for e in c.elements if e.name in elements and not is_in_sample(e)
                             for a in TOKENS[e.name] if e.get(a)
                             and (e.above("criterion") is not None or e.name == "component")])
        if found is None:
            return None
        element, attribute = found
        words = element.get(attribute).split()
        i = rng.randrange(len(words))
        made = rng.choice([typo(rng, words[i], 0), typo(rng, words[i], 0), words[i] + "s", words[i].rstrip("s") + "",
                           words[i].replace("-", "_"), words[i].capitalize()])
        known = {w for e in c.elements for a in TOKENS.get(e.name, []) for w in (e.get(a) or "").split()}
        if made in known or not re.fullmatch(r"[\w.-]+", made) or made.isdigit():
            return None
        words[i] = made
        return value(element, attribute, " ".join(words))
    return make


unknown_token("sections and topics", ("states", "avoids", "plan-has"))
unknown_token("fields, components, items and details", ("covers-fields", "has-component", "gives"))
unknown_token("bodies, participants, platforms, audiences", ("names-body", "names-participants", "links-to", "trains"))
unknown_token("conditions of the city and plan", ("plan-kind", "city-level", "urban-class", "aims-at-level"))
unknown_token("components of a framework", ("component",))

def add_condition(c, one, written, order):
    """Puts a condition where the schema wants it."""
    names = ["plan-kind", "city-level", "urban-class", "region", "plan-period", "as-of", "stage", "plan-has", "aims-at-level"]
    rank = names.index(order)
    holder = one.first("applies-when")
    if holder is None:
        before = one.first("requirement") or one.first("person-judges") or one.first("remedy") or one.first("provenance")
        return (one.file, before.start, before.start, f"<applies-when>{written}</applies-when>\n      ")
    nxt = next((e for e in holder.children if names.index(e.name) > rank), None)
    offset = nxt.start if nxt else holder.close
    return (one.file, offset, offset, written)


@kind("unreachable: days outside the life of the basis", "requirements", "K065")
def unreachable_days(c, rng):
    one = choose(rng, [k for k in c.named("criterion") if k.first("basis") and k.first("requirement")
                       and not (k.first("applies-when") and k.first("applies-when").first("as-of"))])
    starts = [start_of(c, c.entries[b.get("instrument")]) for b in one.all("basis")]
    if not all(starts):
        return None
    edit = add_condition(c, one, f'<as-of to="{shifted(min(starts), -1)}"/>', "as-of")
    return Mistake([edit], [(one.file, edit[1], 0)] + (at(one.first("applies-when")) if one.first("applies-when") else []), {one.get("id")})


@kind("unreachable: days after the basis has ended", "requirements", "K065")
def unreachable_after(c, rng):
    ended = {e.get("id"): c.entries[e.first("replaced-by").get("ref")] for e in texts(c) if e.first("replaced-by")}
    one = choose(rng, [k for k in c.named("criterion") if k.first("requirement") and k.first("basis") and not (
        k.first("applies-when") and k.first("applies-when").first("as-of"))
        and all(b.get("instrument") in ended and start_of(c, ended[b.get("instrument")]) for b in k.all("basis"))])
    if one is None:
        return None
    last = max(start_of(c, ended[b.get("instrument")]) for b in one.all("basis"))
    edit = add_condition(c, one, f'<as-of from="{shifted(last, rng.choice([0, 30, 400]))}"/>', "as-of")
    return Mistake([edit], [(one.file, edit[1], 0)] + (at(one.first("applies-when")) if one.first("applies-when") else []), {one.get("id")})


@kind("criterion forbids what another asks for", "requirements", "K066")
def contradiction(c, rng):
    def insert(one, written, other):
        inner = one.first("requirement").children[0]
        edits = [(one.file, inner.children[0].start, inner.children[0].start, written + "\n          ")] if inner.name == "all" else [
            (one.file, inner.start, inner.start, f"<all>{written}"), (one.file, inner.end, inner.end, "</all>")]
        return Mistake(edits, [(one.file, edits[0][1], 0), *at(other)], {one.get("id"), other.entry_id})
    always = [k for k in c.named("criterion") if k.first("requirement") and k.first("requirement").children[0].name != "any"]
    one = choose(rng, always)
    other = choose(rng, [f for f in facets(c, "states", "cites", "links-to") if f.above("any") is None and f.entry is not one.entry
                         and (f.name != "states" or f.get("topic")) and same_plans(one, f.entry)])
    if other is None or other.name == "links-to":
        return None
    if other.name == "cites":
        text = c.entries[other.get("instrument")]
        return None if text.first("replaced-by") or text.get("effective-to") else insert(
            one, f'<cites-no-longer instrument="{other.get("instrument")}"/>', other)
    return insert(one, f'<avoids section="{other.get("section")}" topic="{other.get("topic")}"/>', other)


def same_plans(one, other):
    """Whether both criteria ask the same of all plans that the second is about."""
    written = lambda e: [(x.name, sorted(x.attributes)) for x in (e.first("applies-when").children if e.first("applies-when") else [])]
    first, second = one.first("applies-when"), other.first("applies-when")
    plain = lambda e: e is None or all(x.name == "plan-kind" and "scheme" in x.get("values") for x in e.children)
    return plain(first) and plain(second)


@kind("sample of a remedy no longer fits", "requirements", "K067")
def broken_sample(c, rng):
    one = choose(rng, [s for s in c.elements if s.name == "snippet" and s.entry_id not in c.faulty_remedies])
    if one is None:
        return None
    inside = [e for root in one.children for e in root.walk()]
    asked = [f.name for f in one.entry.first("requirement").walk()]
    options = []
    for e in inside:
        if e.parent.parent is one and "any" not in asked and e.name in ("layer", "legal-basis", "link", "training-target", "trial",
                                              "participant", "body", "ict-architecture", "spatial-data"):
            if not any(f in asked for f in ("applies-standards", "covers-fields")) and all(
                    f in ("requirement", "all", "cites", "covers-layers", "links-to", "trains", "names-body", "names-participants",
                          "gives", "bases-architecture-on", "states-coordinate-system") for f in asked):
                options.append(remove(c, e, at(one)))
        # A misspelt name or value makes the sample no plan.
        edits = [(e.file, e.start + 1, e.start + 1 + len(e.name), typo(rng, e.name))]
        if not e.is_empty:
            edits.append((e.file, e.close + 2, e.close + 2 + len(e.name), edits[0][3]))
        options.append(Mistake(edits, at(one, e), {one.entry_id}))
        for name in ("topic", "platform", "audience", "role", "coverage", "status", "type", "reference"):
            if e.get(name) and "any" not in asked:
                options.append(value(e, name, typo(rng, e.get(name)), spots=at(one, e)))
    return choose(rng, options)


@kind("requirement changed, the sample forgotten", "requirements", "K067")
def forgotten_sample(c, rng):
    one = choose(rng, [f for f in facets(c, "states", "links-to", "trains", "names-body") if f.above("any") is None
                       and f.entry.first("remedy") and f.entry.first("remedy").first("snippet")
                       and f.entry_id not in c.faulty_remedies and (f.name != "states" or f.get("topic"))])
    name = {"states": "topic", "links-to": "platform", "trains": "audience", "names-body": "role"}[one.name]
    other = choose(rng, sorted({f.get(name) for f in facets(c, one.name) if f.get(name) and f.get(name) not in
                                [g.get(name) for g in one.entry.walk()]}))
    return other and value(one, name, other, spots=at(one.entry.first("remedy").first("snippet")))


@kind("more asked for than there is", "requirements", "K068")
def impossible(c, rng):
    name = rng.choice(["applies-standards", "covers-fields", "trains", "covers-layers"])
    one = choose(rng, [f for f in facets(c, name) if name != "applies-standards" or f.get("standards")])
    if name == "trains":
        return value(one, "share", rng.choice(["101", "150", "500", "0", "1000"]))
    if name == "covers-layers":
        there = {layer.get("kind") for layer in c.entries[one.get("framework")].all("layer")}
        other = choose(rng, [k for k in ("horizontal", "vertical", "centre", "governance") if k not in there])
        return other and value(one, "kind", other)
    number = str(len((one.get("standards") or one.get("fields")).split()) + rng.choice([1, 2, 10]))
    return value(one, "minimum", number) if one.get("minimum") else add_attribute(one, f'minimum="{number}"')


# Embedded Schematron: the requirement of a criterion is one already; see lint_mutations.prepared.

def rules_of(c, *names):
    return [e for e in c.elements if e.above("schematron") is not None and e.name in names]


def test_typed(name, rules, make):
    @kind(f"Schematron: {name}", "requirements", *rules, base="schematron")
    def mistake(c, rng):
        one = choose(rng, rules_of(c, "assert", "report"))
        made = make(one.get("test"), rng, one)
        return made and made != one.get("test") and value(one, "test", made.replace("<", "&lt;"))


@kind("Schematron: misspelt element in a context", "requirements", "K060", base="schematron")
def misspelt_context(c, rng):
    one = choose(rng, rules_of(c, "rule"))
    names = list(re.finditer(r"p:([\w-]+)", one.get("context")))
    found = rng.choice(names)
    made = rng.choice([typo(rng, found.group(1)), found.group(1) + "s", found.group(1).rstrip("s") + "", found.group(1).replace("-", "")])
    if made == found.group(1) or not made or made[0].isdigit():
        return None
    return value(one, "context", one.get("context")[:found.start(1)] + made + one.get("context")[found.end(1):])


@kind("Schematron: element in the wrong place", "requirements", "K060", base="schematron")
def wrong_place(c, rng):
    one = choose(rng, rules_of(c, "rule"))
    parts = one.get("context").split("/")
    if len(parts) < 2 or "//" in one.get("context"):
        return None
    made = rng.choice(["/".join(reversed(parts)), "p:master-plan/" + parts[-1], "p:finance/" + parts[-1]])
    return None if made == one.get("context") else value(one, "context", made)


@kind("Schematron: prefix forgotten", "requirements", "K060", base="schematron")
def no_prefix(c, rng):
    one, name = choose(rng, [(e, a) for e in rules_of(c, "rule", "assert", "report", "let") for a in ("context", "test", "value")
                             if "p:" in (e.get(a) or "")])
    places = [m.start() for m in re.finditer("p:", one.get(name))]
    i = rng.choice(places)
    return value(one, name, one.get(name)[:i] + one.get(name)[i + 2:])


@kind("Schematron: namespace misspelt", "requirements", "K060", base="schematron")
def misspelt_namespace(c, rng):
    one = choose(rng, rules_of(c, "ns"))
    schema = one.parent
    return value(one, "uri", rng.choice(["urn:khung:masterplan:1", "urn:khung:master-plan:2", "urn:khung:master-plan", "urn:khung:catalogue:1"]),
                 spots=at(one, *[e for e in schema.walk() if e.name in ("rule", "assert", "report", "let", "ns")]))


@kind("Schematron: prefix not declared", "requirements", "K060", "K061", base="schematron")
def unknown_prefix(c, rng):
    one, name = choose(rng, [(e, a) for e in rules_of(c, "rule", "assert", "report") for a in ("context", "test")
                             if "p:" in (e.get(a) or "")])
    return value(one, name, one.get(name).replace("p:", rng.choice(["mp:", "plan:", "P:", "k:"]), 1))


def swap_name(text, rng, one):
    names = list(re.finditer(r"(?:p:|@)([a-z][\w-]+)", text))
    if not names:
        return None
    found = rng.choice(names)
    return text[:found.start(1)] + typo(rng, found.group(1)) + text[found.end(1):]


test_typed("misspelt element or attribute in a test", ["K060"], swap_name)
test_typed("syntax", ["K061"], lambda t, rng, e: rng.choice([
    t + ")", "(" + t, t.replace("@", "@@", 1) if "@" in t else t + " and", t + " and", t.replace("'", "", 1) if "'" in t else t + " = ", t + " ="]))
test_typed("error of type or function", ["K061"], lambda t, rng, e: rng.choice([
    "count(1)", f"counts({t})", "string-length(@id, 2)", "sum('a')", "not()", "starts-with(@id)", "count(@id) | 3", "contain(., 'x')",
    "matches(., 'x')", "'a'/p:name", "lower-case(.) = 'x'"]))
test_typed("always true or false", ["K062"], lambda t, rng, e: rng.choice([
    "true()", "false()", "1 = 1", "'@id'", "not(true())", "count(p:*) >= 0", "'yes'", "string-length(.) >= 0", "1", "@id or not(@id)",
    "count(*) < 0", "0 <= count(*)", "position() > 0", "'a' = 'b'", ". = ."]))
test_typed("value that no plan can have", ["K062", "K060", "K064"], lambda t, rng, e:
           re.sub(r"(@(?:status|platform|role|type|source) ?!?= ?')([^']+)(')", lambda m: m.group(1) + typo(rng, m.group(2)) + m.group(3), t))
test_typed("leading //", ["K063"], lambda t, rng, e: ("//" + t if t.startswith("p:") else re.sub(r"(?<=\()(p:)", "//p:", t, count=1))
           if "p:" in t else None)


# Language

def prose(c):
    found = []
    for e in c.elements:
        if not e.children and not e.is_empty and not is_in_sample(e) and e.close > e.open_end:
            found.append((e, e.open_end, e.close))
    return found


@kind("letters decomposed", "language", "K070")
def decomposed(c, rng):
    letters = [(e, i) for e, a, b in prose(c) for i in range(a, b) if len(unicodedata.normalize("NFD", c.texts[e.file][i])) > 1]
    if rng.random() < 0.2:
        letters = [(e, i) for e in c.elements for a in e.attributes.values() if not is_in_sample(e) for i in range(a.value_start, a.value_end)
                   if len(unicodedata.normalize("NFD", c.texts[e.file][i])) > 1]
    one, i = choose(rng, letters)
    split = unicodedata.normalize("NFD", c.texts[one.file][i])
    half = unicodedata.normalize("NFC", split[:2]) + split[2:] if len(split) > 2 and rng.random() < 0.5 else split
    return Mistake([(one.file, i, i + 1, half)], [(one.file, i, 0)], {one.entry_id, unicodedata.normalize("NFC", one.entry_id)})


TONES = {}
for plain, toned in (("a", "áàảãạ"), ("e", "éèẻẽẹ"), ("o", "óòỏõọ"), ("u", "úùủũụ"), ("y", "ýỳỷỹỵ")):
    for number, letter in enumerate(toned):
        TONES[letter] = (plain, number, toned)
BY_PLAIN = {plain: toned for plain, _, toned in TONES.values()}


def moved_tone(word):
    """The same syllable with its tone on the other vowel, or nothing."""
    first, second = word[-2].lower(), word[-1].lower()
    if first in TONES and TONES[first][0] + second in ("oa", "oe", "uy"):
        made = TONES[first][0] + BY_PLAIN[second][TONES[first][1]]
    elif second in TONES and first + TONES[second][0] in ("oa", "oe", "uy"):
        made = BY_PLAIN[first][TONES[second][1]] + TONES[second][0]
    else:
        return None
    made = "".join(m.upper() if w.isupper() else m for m, w in zip(made, word[-2:]))
    return None if word[:-2].lower().endswith("q") else word[:-2] + made


@kind("tone mark of one word moved", "language", "K071")
def mixed_tone(c, rng):
    found = {}
    for e, a, b in prose(c):
        for m in re.finditer(r"[^\W\d_]+", c.texts[e.file][a:b]):
            if len(m.group()) > 1 and moved_tone(m.group()):
                found.setdefault((e.file, m.group().lower()), []).append((e, a + m.start(), m.group()))
    words = choose(rng, [v for v in found.values() if len(v) > 1])
    one, start, word = rng.choice(words)
    return Mistake([(one.file, start, start + len(word), moved_tone(word))],
                   [(e.file, s, 0) for e, s, _ in words], {e.entry_id for e, _, _ in words})


TWINS = {"a": "аα", "e": "е", "o": "оο", "p": "р", "c": "с", "x": "х", "i": "і", "A": "АΑ", "B": "ВΒ", "C": "С", "E": "ЕΕ",
         "H": "Н", "K": "КΚ", "M": "МΜ", "N": "Ν", "O": "ОΟ", "P": "РΡ", "T": "ТΤ", "X": "ХΧ", "Đ": "Ð", "đ": "ð", "y": "у", "v": "ν", "u": "υ",
         "Y": "ΥУ", "I": "ІΙ", "V": "Ѵ", "d": "ԁ", "g": "ɡ", "Z": "Ζ", "h": "һ"}


@kind("look-alike letter", "language", "K072")
def look_alike(c, rng):
    places = [(e, i) for e, a, b in prose(c) for i in range(a, b) if c.texts[e.file][i] in TWINS]
    if rng.random() < 0.4:
        places = [(e, i) for e in texts(c) + c.named("basis", "cites", "component", "states") for a in e.attributes.values()
                  if a.name in ("number", "issuer", "id", "instrument", "topic", "type") for i in range(a.value_start, a.value_end)
                  if c.texts[e.file][i] in TWINS]
    one, i = choose(rng, places)
    twin = rng.choice(TWINS[c.texts[one.file][i]])
    made = Mistake([(one.file, i, i + 1, twin)], [(one.file, i, 0)], {one.entry_id})
    for a in one.attributes.values():
        if a.name in ("id", "instrument", "ref") and a.value_start <= i < a.value_end:
            made.entries.add(a.value[:i - a.value_start] + twin + a.value[i - a.value_start + 1:])
    return made


@kind("two spaces in a row", "language", "K073")
def two_spaces(c, rng):
    places = [(e, i) for e, a, b in prose(c) for i in range(a, b) if c.texts[e.file][i] == " "]
    if rng.random() < 0.2:
        places = [(e, i) for e in c.elements for a in e.attributes.values() if a.name in ("number", "issuer", "standards", "values")
                  and not is_in_sample(e) for i in range(a.value_start, a.value_end) if c.texts[e.file][i] == " "]
    one, i = choose(rng, places)
    return Mistake([(one.file, i, i, " " * rng.choice([1, 1, 2]))], [(one.file, i, 0)], {one.entry_id})


@kind("translation dropped", "language", "K074")
def dropped_translation(c, rng):
    one = choose(rng, [e for e in c.elements if e.get("lang") and not is_in_sample(e)
                       and e.name in ("subject", "plan-statement", "advice", "rule", "name", "reason", "text")
                       and len({s.get("lang") for s in e.parent.all(e.name)}) == 2])
    made = remove(c, one, at(one.parent, *one.parent.all(one.name)))
    # The schema asks for both languages of these itself.
    made.rules = {"K074", "K002"} if one.name in ("plan-statement", "advice", "reason") else (
        {"K074", "K014"} if one.parent.name == "indicator" else set())
    return made


@kind("translation of a note dropped", "language", "K074")
def dropped_note(c, rng):
    one = choose(rng, [e for e in c.named("note") if sorted(s.get("lang") or "" for s in e.parent.all("note")) == ["en", "vi"]])
    return remove(c, one, at(one.parent, *one.parent.all("note")))


@kind("translation copied", "language", "K075")
def copied(c, rng):
    one = choose(rng, [e for e in c.elements if e.get("lang") and not is_in_sample(e) and not e.children
                       and len(e.parent.all(e.name)) == 2 and {s.get("lang") for s in e.parent.all(e.name)} == {"vi", "en"}
                       and len(c.text(e).split()) > 2])
    other = next(e for e in one.parent.all(one.name) if e is not one)
    if c.text(one) == c.text(other):
        return None
    return Mistake([(one.file, one.open_end, one.close, c.text(other))], at(one, other), {one.entry_id})


# Form

@kind("criteria swapped", "form", "K080")
def swapped(c, rng):
    one, other = choose(rng, [(a, b) for part in c.named("criteria") for a, b in zip(part.all("criterion"), part.all("criterion")[1:])])
    first, second = c.source(one), c.source(other)
    return Mistake([(one.file, one.start, one.end, second), (other.file, other.start, other.end, first)],
                   at(one, other), {one.get("id"), other.get("id")})


@kind("indentation broken", "form", "K081")
def indentation(c, rng):
    one = choose(rng, [e for e in c.elements if e.parent is not None and not e.above("schematron")
                       and c.texts[e.file][c.whole_line(e)[0]] == "\n"])
    start = c.whole_line(one)[0] + 1
    made = rng.choice([" " * (one.start - start + rng.choice([1, 2, 4])), " " * (one.start - start - rng.choice([1, 2])),
                       "\t" * ((one.start - start) // 2), ""])
    if rng.random() < 0.15:
        return Mistake([(one.file, start - 1, one.start, "")], [(one.file, start - 1, 0)], {one.entry_id})
    return Mistake([(one.file, start, one.start, made)], [(one.file, start, 0)], {one.entry_id})


@kind("namespace declared in vain", "form", "K082")
def vain_namespace(c, rng):
    one = choose(rng, [e for e in c.elements if not is_in_sample(e)])
    return add_attribute(one, rng.choice([
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"', 'xmlns:p="urn:khung:master-plan:1"', 'xmlns:xs="http://www.w3.org/2001/XMLSchema"']))


@kind("file in the wrong folder", "form", "K083")
def wrong_folder(c, rng):
    old = choose(rng, [n for n in c.roots if "/" in n])
    folder, name = old.split("/")
    new = rng.choice([f for f in ("instruments", "standards", "criteria") if f != folder]) + "/moved-" + name
    part = c.roots[old].children[0]
    return Mistake([], [(old, part.start, 0)], {""}, moved=(old, new))


@kind("not well-formed", "form", "K001")
def not_well_formed(c, rng):
    one = choose(rng, [e for e in c.elements if not e.is_empty and not e.children])
    made = rng.choice(["ampersand", "end", "bracket", "quote", "case", "letter"])
    if made == "ampersand":
        edit = (one.file, one.close, one.close, " & more")
    elif made == "end":
        edit = (one.file, one.close, one.end, "")
    elif made == "bracket":
        edit = (one.file, one.open_end - 1, one.open_end, "")
    elif made == "quote" and one.attributes:
        last = max(one.attributes.values(), key=lambda a: a.end)
        edit = (one.file, last.end - 1, last.end, "")
    elif made == "case":
        edit = (one.file, one.close + 2, one.end - 1, one.name.capitalize())
    else:
        edit = (one.file, one.open_end, one.open_end, "a < b ")
    # A parser sees some of these only at the next tag or later: the file is right, the line may be below.
    return Mistake([edit], [(one.file, None, 0)], {""})


@kind("not valid", "form", "K002")
def not_valid(c, rng):
    one = choose(rng, [e for e in c.elements if not is_in_sample(e) and e.parent is not None and e.parent.parent is not None
                       and e.name not in ("provenance",)])
    made = rng.choice(["name", "attribute", "value", "order"])
    if made == "name":
        new = typo(rng, one.name)
        edits = [(one.file, one.start + 1, one.start + 1 + len(one.name), new)]
        if not one.is_empty:
            edits.append((one.file, one.close + 2, one.close + 2 + len(one.name), new))
        # What the schema misses because of it may stand at the element around or the one after.
        return Mistake(edits, at(one, one.parent, *one.parent.children), {one.entry_id, one.parent.entry_id})
    if made == "attribute" and one.attributes:
        a = rng.choice(list(one.attributes.values()))
        return Mistake([(one.file, a.start, a.start + len(a.name), typo(rng, a.name))], at(one), {one.entry_id, ""})
    if made == "value":
        for name in rng.sample(["binding", "kind", "direction", "scope", "force", "degree", "compulsory", "expect", "lang"], 9):
            if one.get(name):
                return value(one, name, typo(rng, one.get(name)), rules=["K002"])
        return None
    siblings = one.parent.children
    after = siblings[siblings.index(one) + 1:siblings.index(one) + 2]
    if not after or after[0].name == one.name or one.parent.name in ("all", "any", "applies-when"):
        return None
    other = after[0]
    return Mistake([(one.file, one.start, one.end, c.source(other)), (one.file, other.start, other.end, c.source(one))],
                   at(one, other, one.parent), {one.entry_id, other.entry_id, one.parent.entry_id})


@kind("suppression without a reason", "form", "K084")
def suppression(c, rng):
    one = choose(rng, with_id(c, "instrument", "standard", "criterion"))
    return Mistake([(one.file, one.start, one.start, rng.choice([
        '<?khung-lint allow="K037"?>', '<?khung-lint allow="K037" reason=""?>', '<?khung-lint allow="K037" reason=" "?>']) + "\n    ")],
        at(one), {one.get("id"), ""})


@kind("suppression of nothing", "form", "K085")
def vain_suppression(c, rng):
    one = choose(rng, with_id(c, "instrument", "standard", "criterion"))
    rule = rng.choice(["K030", "K036", "k037", "K999", "interval-ends-soon", "K037,K014"])
    return Mistake([(one.file, one.start, one.start, f'<?khung-lint allow="{rule}" reason="Văn bản kế tiếp đang được đọc."?>\n    ')],
                   at(one), {one.get("id"), ""})


# What issue 4 does not list by name, made only when asked for

@kind("invisible or no-break space", "language", "K072", "K073", "K070", listed=False)
def invisible(c, rng):
    one = choose(rng, [e for e in texts(c) if " " in (e.get("number") or "")])
    i = one.attributes["number"].value_start + one.get("number").index(" ")
    return Mistake([(one.file, i, i + rng.choice([0, 1]), rng.choice("\u00a0\u200b\u2009\u00ad\u2060"))], [(one.file, i, 0)], {one.entry_id})


@kind("languages of a pair swapped", "language", "K075", "K074", listed=False)
def swapped_languages(c, rng):
    one = choose(rng, [e for e in c.elements if e.get("lang") == "vi" and not is_in_sample(e) and len(e.parent.all(e.name)) == 2])
    other = next(e for e in one.parent.all(one.name) if e is not one)
    made = value(one, "lang", "en", spots=at(one, other))
    made.edits += value(other, "lang", "vi").edits
    return made


@kind("order of layers repeated", "references", "K010", "K025", listed=False)
def repeated_order(c, rng):
    one = choose(rng, [l for l in c.named("layer") if l.get("order") != "1"])
    return value(one, "order", str(int(one.get("order")) - 1))


@kind("days of the two sides differ", "references", "K024", "K031", listed=False)
def differing_days(c, rng):
    one = choose(rng, [e for e in c.named("replaces", "replaced-by")])
    other = c.entries[one.get("ref")]
    sides = [e for e in other.all("replaces", "replaced-by") if e.get("ref") == one.entry_id]
    return add_attribute(one, 'on="2001-01-01"', entries=[other.get("id")], spots=at(one, *sides))


@kind("successor of a transition that replaces nothing", "references", "K024", listed=False)
def odd_successor(c, rng):
    one = choose(rng, c.named("transition"))
    return value(one, "successor", choose(rng, [e.get("id") for e in with_id(c, "standard") if e.get("id") != one.get("successor")]))


@kind("id of a target, indicator or layer renamed everywhere", "identity", "K016", listed=False)
def renamed_target(c, rng):
    one = choose(rng, with_id(c, "target", "indicator") + c.named("layer"))
    old = one.get("id")
    edits = [(n, m.start(), m.end(), old + "X") for n, t in c.texts.items() if n.endswith(".xml")
             for m in re.finditer(rf'(?<=["\s]){re.escape(old)}(?=["\s])', t)]
    return Mistake(edits, [], set(), says=old)


@kind("years of the plan outside those of the criterion", "requirements", "K065", "K030", listed=False)
def other_years(c, rng):
    one = choose(rng, [k for k in c.named("criterion") if k.first("applies-when") and k.first("phase").get("to")
                       and k.first("applies-when").first("plan-period") is not None])
    period = one.first("applies-when").first("plan-period")
    after = int(one.first("phase").get("to")) + 5
    made = value(period, "from", str(after))
    made.edits += value(period, "to", str(after + 4)).edits if "to" in period.attributes else []
    return made
