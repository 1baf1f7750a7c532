"""Mistakes in what an entry names."""

from .writing import (
    Mistake, at, bases, choose, edges, facets, kind, new_id, provisions, remove, start_of, texts, typo,
    value, with_id,
)


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
