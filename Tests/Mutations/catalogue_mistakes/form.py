"""Mistakes in the form of a file."""

from catalogue_text import is_in_sample

from .writing import Mistake, add_attribute, at, choose, kind, typo, value, with_id


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
