"""Mistakes in provinces and cities, and in the decisions that they issued."""

import re

from .writing import Mistake, at, choose, kind, typo, value, with_id

LOCAL = re.compile(r"^(UBND|HĐND) ")


def local(c):
    return [e for e in with_id(c, "instrument") if LOCAL.match(e.get("issuer") or "")]


@kind("place of an issuer mistyped", "places", "K112", part="entries")
def place(c, rng):
    one = choose(rng, local(c))
    head, name = one.get("issuer").split(" ", 1)
    slip = typo(rng, name)
    return None if slip == name or slip.lower() == name.lower() else value(one, "issuer", f"{head} {slip}")


@kind("issuer of another place", "places", "K112", part="entries")
def another_place(c, rng):
    one = choose(rng, [e for e in local(c) if not e.get("id").endswith("HCMC")])
    other = choose(rng, sorted({e.get("issuer") for e in local(c)} - {one.get("issuer")}))
    return value(one, "issuer", other)


@kind("decision of a province that was no more", "places", "K112", part="entries")
def ended_place(c, rng):
    one = choose(rng, [e for e in local(c) if e.get("id").split("-")[-1] in ("HAGIANG", "KONTUM", "BINHDINH") and e.get("issued")])
    year = one.attributes.get("year")
    made = value(one, "issued", rng.choice(["2025-07-01", "2025-08-19", "2025-12-31"]), spots=[(one.file, one.attributes["issuer"].start, 0)])
    if year:
        made.edits.append((one.file, year.value_start, year.value_end, "2025"))
    # The number of the year stands in the id too, and another rule tells of that.
    return made


@kind("core city of a target mistyped", "places", "K112", part="entries")
def core(c, rng):
    one = choose(rng, [t for t in c.named("target") if t.get("cores")])
    names = one.get("cores").split(", ")
    i = rng.randrange(len(names))
    slip = typo(rng, names[i])
    if slip.lower() == names[i].lower():
        return None
    names[i] = slip
    return value(one, "cores", ", ".join(names))


@kind("place in one language only", "places", "K079", part="entries")
def place_in_one_language(c, rng):
    names = ["Hà Nội", "Nghệ An", "Gia Lai", "Đà Nẵng", "Quảng Ngãi", "Tuyên Quang", "Cần Thơ", "Bắc Ninh", "Phú Thọ"]
    found = [(e, n) for e in c.elements if e.get("lang") == "vi" and e.parent.name in ("instrument", "provision", "target")
             and len(e.parent.all(e.name)) == 2 for n in names if n in c.text(e)]
    one, name = choose(rng, found)
    start = one.open_end + c.text(one).index(name)
    english = next(e for e in one.parent.all(one.name) if e is not one)
    return Mistake([(one.file, start, start + len(name), rng.choice([n for n in names if n not in c.text(one)]))],
                   at(english), {one.entry_id})


@kind("binding of a text turned", "places", "K046", part="entries")
def binding(c, rng):
    one = choose(rng, [e for e in with_id(c, "instrument") if e.get("binding") in ("binding", "local", "party")
                       and (e.get("binding") != "binding" or e.get("kind") in ("law", "decree", "circular"))])
    return value(one, "binding", rng.choice([b for b in ("binding", "guidance", "local", "party") if b != one.get("binding")]))


@kind("digit of the number of a decision", "decisions", "K110", "K012", part="entries")
def digit(c, rng):
    one = choose(rng, [e for e in with_id(c, "instrument") if e.get("kind") == "decision" and re.match(r"\d", e.get("number") or "")
                       and e.get("number").split("/")[0] in e.get("id").split("-")])
    number, rest = one.get("number").split("/", 1)
    i = rng.randrange(len(number))
    slip = number[:i] + rng.choice([d for d in "123456789" if d != number[i]]) + number[i + 1:]
    place = one.attributes["number"]
    return value(one, "number", f"{slip}/{rest}", spots=[(one.file, place.start, 0), (one.file, one.attributes["id"].start, 0)])


@kind("two decisions with one number", "decisions", "K013", "K110", part="entries")
def one_number(c, rng):
    pool = [e for e in with_id(c, "instrument") if e.get("kind") == "decision" and e.get("number")]
    one = choose(rng, pool)
    other = choose(rng, [e for e in pool if e is not one and e.get("issuer") == one.get("issuer") and e.get("year") == one.get("year")])
    if other is None:
        return None
    return value(one, "number", other.get("number"), spots=at(one, other) + [
        (e.file, e.attributes[a].start, 0) for e in (one, other) for a in ("number", "id")], entries=[other.get("id")])


@kind("kind of a text that its number denies", "decisions", "K012", part="entries")
def denied_kind(c, rng):
    one = choose(rng, [e for e in with_id(c, "instrument") if e.get("kind") in ("decision", "decree", "circular", "resolution", "law")
                       and re.search(r"[A-ZĐ]", e.get("number") or "")])
    others = [k for k in ("decision", "decree", "circular", "directive", "announcement") if k != one.get("kind")]
    place = one.attributes["number"]
    return value(one, "kind", rng.choice(others), spots=[(one.file, place.start, 0)])


@kind("kind of a text mistyped", "decisions", "K002", part="entries")
def mistyped_kind(c, rng):
    one = choose(rng, with_id(c, "instrument"))
    return value(one, "kind", typo(rng, one.get("kind")))


@kind("decision issued in another year", "decisions", "K012", "K039", part="entries")
def other_year(c, rng):
    one = choose(rng, [e for e in with_id(c, "instrument") if e.get("kind") in ("decision", "plan") and e.get("issued")
                       and e.get("year") and e.get("number")])
    issued = one.get("issued")
    made = value(one, "issued", f"{int(issued[:4]) + rng.choice([-1, 1, 10])}{issued[4:]}")
    made.spots += [(one.file, one.attributes["number"].start, 0)]
    return made


@kind("alias that another decision has", "decisions", "K019", part="entries")
def alias(c, rng):
    pool = [a for e in with_id(c, "instrument") for a in e.all("alias")]
    one = choose(rng, pool)
    other = choose(rng, [a for a in pool if a.parent is not one.parent and c.text(a) != c.text(one)])
    return Mistake([(one.file, one.open_end, one.close, c.text(other))], at(one, other), {one.entry_id, other.entry_id})
