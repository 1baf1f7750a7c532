"""Mistakes in how strongly a criterion binds."""

from .writing import (
    Mistake, add_attribute, at, bases, choose, kind, provisions, remove_attribute, value, with_id,
)


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
