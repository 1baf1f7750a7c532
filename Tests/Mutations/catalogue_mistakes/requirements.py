"""Mistakes in what a criterion asks for."""

import re

from catalogue_text import is_in_sample

from .writing import (
    Mistake, add_attribute, at, choose, facets, kind, remove, shifted, start_of, texts, typo, value,
)

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
