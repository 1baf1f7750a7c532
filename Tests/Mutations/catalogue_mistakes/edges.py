"""Mistakes in the days on which law starts and ends, and in what one text does to another."""

import re

from .writing import Mistake, add_attribute, at, choose, kind, new_id, remove, shifted, start_of, texts, value, with_id


@kind("start in another year", "days", "K134", "K032", "K045", "K029", "K031", "K033", "K028", part="entries")
def start_year(c, rng):
    one = choose(rng, [e for e in texts(c) if e.get("effective-from") and (e.get("issued") or e.get("year"))])
    day = one.get("effective-from")
    made = value(one, "effective-from", f"{int(day[:4]) + rng.choice([-10, -2, 2, 10])}{day[4:]}")
    # A mandatory criterion that rests on it may be what tells.
    users = [b for b in c.named("basis") if b.get("instrument") == one.get("id")]
    made.spots += at(*users)
    made.entries |= {b.entry_id for b in users}
    return made


@kind("start before the issue", "days", "K032", part="entries")
def early(c, rng):
    one = choose(rng, [e for e in texts(c) if e.get("issued") and e.get("effective-from")])
    return value(one, "effective-from", shifted(one.get("issued"), -rng.choice([1, 7, 30])))


@kind("end before the start", "days", "K030", part="entries")
def inverted(c, rng):
    one = choose(rng, [e for e in texts(c) if e.get("effective-from") and not e.get("effective-to")])
    return add_attribute(one, f'effective-to="{shifted(one.get("effective-from"), -rng.choice([1, 31, 366]))}"')


@kind("day in another form", "days", "K036", "K002", part="entries")
def form(c, rng):
    names = ("issued", "effective-from", "effective-to", "on", "approved-before", "read")
    one, name = choose(rng, [(e, n) for e in c.named("instrument", "standard", "transition", "replaced-by", "provenance")
                             for n in names if re.fullmatch(r"\d{4}-\d\d-\d\d", e.get(n) or "")])
    year, month, day = one.get(name).split("-")
    return value(one, name, rng.choice([f"{day}/{month}/{year}", f"{day}.{month}.{year}", f"{year}/{month}/{day}",
                                        f"{year}-{month}", f"{year}-{month}-{day} ", f"{year}-{month}-99"]).replace(" ", "x"))


@kind("mandatory criteria whose text is said to end", "days", "K034", part="entries")
def end_of_a_basis(c, rng):
    def binds(k):
        forced = [b.get("instrument") for b in k.all("basis") if b.get("force") == "mandatory"]
        return set(forced) if k.get("force") == "mandatory" else set()
    users = {}
    for k in c.named("criterion"):
        forced = binds(k)
        if len(forced) == 1:
            users.setdefault(forced.pop(), []).append(k)
    one = choose(rng, [c.entries[i] for i in sorted(users) if i in c.entries and not c.entries[i].get("effective-to")
                       and not c.entries[i].first("replaced-by") and (start_of(c, c.entries[i]) or "9") < "2026-11-01"])
    if one is None:
        return None
    made = add_attribute(one, f'effective-to="{rng.choice(["2026-11-20", "2027-02-28", "2028-12-31"])}"')
    rest = [b for k in users[one.get("id")] for b in k.all("basis") if b.get("instrument") == one.get("id")]
    made.spots, made.entries = at(*rest), {b.entry_id for b in rest}
    return made


@kind("transition after the start of the successor", "days", "K133", "K036", part="entries")
def late_transition(c, rng):
    one = choose(rng, c.named("transition"))
    day = one.get("approved-before")
    return value(one, "approved-before", f"{int(day[:4]) + rng.choice([1, 2, 10])}{day[4:]}")


@kind("successor of a transition that replaces nothing", "edges", "K024", "K020", "K021", "K133", part="entries")
def odd_successor(c, rng):
    one = choose(rng, c.named("transition"))
    return value(one, "successor", choose(rng, [e.get("id") for e in with_id(c, one.entry.name) if e.get("id") != one.get("successor")]))


@kind("edge to a text that is not there", "edges", "K020", part="entries")
def dangling(c, rng):
    one = choose(rng, c.named("replaces", "replaced-by", "amends", "repeals-in-part", "guides"))
    return value(one, "ref", new_id(c, rng, one.get("ref")))


@kind("edge to a younger text", "edges", "K028", part="entries")
def younger(c, rng):
    one = choose(rng, c.named("replaces", "amends", "repeals-in-part", "guides"))
    own = start_of(c, one.entry) or one.entry.get("year")
    other = choose(rng, [e for e in with_id(c, "instrument", "standard") if e.name == one.entry.name and e.get("year")
                         and own and int(e.get("year")) > int(own[:4])])
    return other and value(one, "ref", other.get("id"))


@kind("edge to the text itself", "edges", "K022", part="entries")
def itself(c, rng):
    one = choose(rng, c.named("replaces", "replaced-by", "amends", "repeals-in-part", "guides"))
    return value(one, "ref", one.entry_id)


@kind("edge to something that is no text", "edges", "K021", part="entries")
def no_text(c, rng):
    one = choose(rng, c.named("replaces", "replaced-by", "amends", "repeals-in-part", "guides"))
    pool = [e.get("id") for e in c.named("criterion", "framework")] + [p.get("id") for p in c.named("provision")]
    return value(one, "ref", choose(rng, sorted(pool)))


@kind("the same edge twice", "edges", "K097", part="entries")
def twice(c, rng):
    one = choose(rng, [e for e in c.named("replaces", "replaced-by", "amends", "repeals-in-part", "guides") if e.is_empty])
    return Mistake([(one.file, one.end, one.end, "\n      " + c.source(one))], [(one.file, one.end, 7)], {one.entry_id})


@kind("one side of a replacement lost", "edges", "K024", part="entries")
def one_side(c, rng):
    one = choose(rng, c.named("replaces", "replaced-by"))
    other = c.entries[one.get("ref")]
    rest = [e for e in other.all("replaces", "replaced-by") if e.get("ref") == one.entry_id]
    return rest and remove(c, one, at(*rest), [other.get("id")])


@kind("replaced where amended was meant", "edges", "K024", part="entries")
def replaced_not_amended(c, rng):
    one = choose(rng, [e for e in c.named("amends") if e.is_empty])
    return Mistake([(one.file, one.start, one.end, c.source(one).replace("amends", "replaces"))], at(one), {one.entry_id})
