"""What issue 4 does not list by name, made only when asked for."""

import re

from catalogue_text import is_in_sample

from .writing import Mistake, add_attribute, at, choose, kind, texts, value, with_id


@kind("invisible or no-break space", "language", "K072", "K073", "K070", part="beyond")
def invisible(c, rng):
    one = choose(rng, [e for e in texts(c) if " " in (e.get("number") or "")])
    i = one.attributes["number"].value_start + one.get("number").index(" ")
    return Mistake([(one.file, i, i + rng.choice([0, 1]), rng.choice("\u00a0\u200b\u2009\u00ad\u2060"))], [(one.file, i, 0)], {one.entry_id})


@kind("languages of a pair swapped", "language", "K075", "K074", part="beyond")
def swapped_languages(c, rng):
    one = choose(rng, [e for e in c.elements if e.get("lang") == "vi" and not is_in_sample(e) and len(e.parent.all(e.name)) == 2])
    other = next(e for e in one.parent.all(one.name) if e is not one)
    made = value(one, "lang", "en", spots=at(one, other))
    made.edits += value(other, "lang", "vi").edits
    return made


@kind("order of layers repeated", "references", "K010", "K025", part="beyond")
def repeated_order(c, rng):
    one = choose(rng, [l for l in c.named("layer") if l.get("order") != "1"])
    return value(one, "order", str(int(one.get("order")) - 1))


@kind("days of the two sides differ", "references", "K024", "K031", part="beyond")
def differing_days(c, rng):
    one = choose(rng, [e for e in c.named("replaces", "replaced-by")])
    other = c.entries[one.get("ref")]
    sides = [e for e in other.all("replaces", "replaced-by") if e.get("ref") == one.entry_id]
    return add_attribute(one, 'on="2001-01-01"', entries=[other.get("id")], spots=at(one, *sides))


@kind("successor of a transition that replaces nothing", "references", "K024", part="beyond")
def odd_successor(c, rng):
    one = choose(rng, c.named("transition"))
    return value(one, "successor", choose(rng, [e.get("id") for e in with_id(c, "standard") if e.get("id") != one.get("successor")]))


@kind("id of a target, indicator or layer renamed everywhere", "identity", "K016", part="beyond")
def renamed_target(c, rng):
    one = choose(rng, with_id(c, "target", "indicator") + c.named("layer"))
    old = one.get("id")
    edits = [(n, m.start(), m.end(), old + "X") for n, t in c.texts.items() if n.endswith(".xml")
             for m in re.finditer(rf'(?<=["\s]){re.escape(old)}(?=["\s])', t)]
    return Mistake(edits, [], set(), says=old)


@kind("years of the plan outside those of the criterion", "requirements", "K065", "K030", part="beyond")
def other_years(c, rng):
    one = choose(rng, [k for k in c.named("criterion") if k.first("applies-when") and k.first("phase").get("to")
                       and k.first("applies-when").first("plan-period") is not None])
    period = one.first("applies-when").first("plan-period")
    after = int(one.first("phase").get("to")) + 5
    made = value(period, "from", str(after))
    made.edits += value(period, "to", str(after + 4)).edits if "to" in period.attributes else []
    return made
