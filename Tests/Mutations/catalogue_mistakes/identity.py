"""Mistakes in who an entry is: ids, numbers, titles."""

import re

from .writing import Mistake, at, choose, kind, new_id, remove, remove_attribute, texts, typo, value, with_id


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
