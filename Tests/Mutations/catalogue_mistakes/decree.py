"""Mistakes in the points of a decree and in what criteria rest on them."""

import re

from .writing import Mistake, at, bases, choose, kind, provisions, typo, value


def points(c):
    return [p for p in c.named("provision") if p.get("point") and (p.get("article") or "").isdigit() and (p.get("clause") or "").isdigit()]


@kind("point of a provision", "points", "K110", part="entries")
def point(c, rng):
    one = choose(rng, points(c))
    return value(one, "point", choose(rng, [p for p in "abcdđeghik" if p != one.get("point")]))


@kind("clause of a point", "points", "K110", part="entries")
def clause(c, rng):
    one = choose(rng, points(c))
    return value(one, "clause", str(int(one.get("clause")) + rng.choice([1, 2, 10])))


@kind("article of a point", "points", "K110", part="entries")
def article(c, rng):
    one = choose(rng, points(c))
    return value(one, "article", str(int(one.get("article")) + rng.choice([1, 2, 10, 30])))


@kind("id of a point twice", "points", "K010", part="entries")
def twice(c, rng):
    one = choose(rng, points(c))
    other = choose(rng, [p for p in one.parent.all("provision") if p is not one])
    return value(one, "id", other.get("id"), spots=[(e.file, e.attributes["id"].start, 0) for e in (one, other)] + at(one, other))


@kind("subject of a neighbouring point", "points", "K111", "K076", "K077", part="entries")
def subject(c, rng):
    one = choose(rng, [s for p in points(c) for s in p.all("subject")])
    near = [s for p in one.parent.parent.all("provision") if p is not one.parent for s in p.all("subject")
            if s.get("lang") == one.get("lang")]
    other = choose(rng, near)
    return Mistake([(one.file, one.open_end, one.close, c.text(other))], at(one, other), {one.entry_id})


@kind("point in the source text", "points", "K026", part="entries")
def cited_point(c, rng):
    spots = [(e, m) for e in c.named("source-text") for m in re.finditer(r"Đ\.6 k\.2 ([a-zđ])(?![\w–])", c.text(e))]
    one, m = choose(rng, spots)
    new = choose(rng, [p for p in "abcdđeghi" if p != m[1] and f" {p}," not in c.text(one) and not re.search(rf"k\.2 [a-zđ], {p}\b", c.text(one))])
    mine = {p.rsplit(".", 1)[-1] for b in one.parent.all("basis") for p in [b.get("provision") or ""] if ".D6.K2." in p}
    letters = {"DD" if new == "đ" else new.upper()}
    if any(re.sub(r"\d", "", x) in letters for x in mine):
        return None
    return Mistake([(one.file, one.open_end + m.start(1), one.open_end + m.end(1), new)], at(one), {one.entry_id})


@kind("basis on another article than the source text", "points", "K026", part="entries")
def other_article(c, rng):
    one = choose(rng, [b for b in bases(c, "mandatory") if re.search(r"\.D\d+", b.get("provision") or "") and b.parent.first("source-text")
                       and re.search(r"NĐ-CP Đ\.", c.text(b.parent.first("source-text")))])
    text = c.text(one.parent.first("source-text"))
    owner = c.entries[one.get("instrument")]
    number = owner.get("number") or "–"
    if f"{number} Đ." not in text:
        return None
    cited = {int(n) for a, b in re.findall(r"Đ\.(\d+)(?:–(\d+))?", text) for n in range(int(a), int(b or a) + 1)}
    pool = [p.get("id") for p in owner.all("provision") if re.search(r"\.D(\d+)", p.get("id"))
            and re.fullmatch(r"\d+", p.get("article") or "") and int(p.get("article")) not in cited]
    new = choose(rng, pool)
    return new and value(one, "provision", new, spots=at(one, one.parent.first("source-text")))


@kind("basis on a point that is not there", "points", "K020", part="entries")
def missing_point(c, rng):
    one = choose(rng, [b for b in bases(c) if re.search(r"\.K\d+\.[A-Z]", b.get("provision") or "")])
    owner = one.get("instrument") + "."
    slip = owner + typo(rng, one.get("provision")[len(owner):], 0)
    return None if slip in provisions(c) else value(one, "provision", slip)


@kind("basis on a point of another text", "points", "K021", part="entries")
def foreign_point(c, rng):
    one = choose(rng, [b for b in bases(c) if b.get("provision")])
    other = choose(rng, sorted(p for p in provisions(c) if not p.startswith(one.get("instrument") + ".")))
    return value(one, "provision", other)


@kind("force of one basis of a point lowered", "points", "K043", part="entries")
def lowered(c, rng):
    one = choose(rng, [k for k in c.named("criterion") if k.get("force") == "mandatory"
                       and len([b for b in k.all("basis") if b.get("force") == "mandatory"]) == 1])
    basis = next(b for b in one.all("basis") if b.get("force") == "mandatory")
    return value(basis, "force", "recommended", spots=[(one.file, one.attributes["force"].start, 0)] + at(one, basis))
