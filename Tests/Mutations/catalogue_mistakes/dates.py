"""Mistakes in dates and intervals."""

import re

from catalogue_text import is_in_sample

from .writing import (
    Mistake, add_attribute, at, bases, choose, facets, kind, shifted, start_of, texts, value, with_id,
)


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
