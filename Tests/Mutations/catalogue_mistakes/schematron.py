"""Mistakes in Schematron that stands in a criterion, in the place of its requirement; see lint_mutations.prepared."""

import re

from .writing import at, choose, kind, typo, value


def rules_of(c, *names):
    return [e for e in c.elements if e.above("schematron") is not None and e.name in names]


def test_typed(name, rules, make):
    @kind(f"Schematron: {name}", "requirements", *rules, base="schematron")
    def mistake(c, rng):
        one = choose(rng, rules_of(c, "assert", "report"))
        made = make(one.get("test"), rng, one)
        return made and made != one.get("test") and value(one, "test", made.replace("<", "&lt;"))


@kind("Schematron: misspelt element in a context", "requirements", "K060", base="schematron")
def misspelt_context(c, rng):
    one = choose(rng, rules_of(c, "rule"))
    names = list(re.finditer(r"p:([\w-]+)", one.get("context")))
    found = rng.choice(names)
    made = rng.choice([typo(rng, found.group(1)), found.group(1) + "s", found.group(1).rstrip("s") + "", found.group(1).replace("-", "")])
    if made == found.group(1) or not made or made[0].isdigit():
        return None
    return value(one, "context", one.get("context")[:found.start(1)] + made + one.get("context")[found.end(1):])


@kind("Schematron: element in the wrong place", "requirements", "K060", base="schematron")
def wrong_place(c, rng):
    one = choose(rng, rules_of(c, "rule"))
    parts = one.get("context").split("/")
    if len(parts) < 2 or "//" in one.get("context"):
        return None
    made = rng.choice(["/".join(reversed(parts)), "p:master-plan/" + parts[-1], "p:finance/" + parts[-1]])
    return None if made == one.get("context") else value(one, "context", made)


@kind("Schematron: prefix forgotten", "requirements", "K060", base="schematron")
def no_prefix(c, rng):
    one, name = choose(rng, [(e, a) for e in rules_of(c, "rule", "assert", "report", "let") for a in ("context", "test", "value")
                             if "p:" in (e.get(a) or "")])
    places = [m.start() for m in re.finditer("p:", one.get(name))]
    i = rng.choice(places)
    return value(one, name, one.get(name)[:i] + one.get(name)[i + 2:])


@kind("Schematron: namespace misspelt", "requirements", "K060", base="schematron")
def misspelt_namespace(c, rng):
    one = choose(rng, rules_of(c, "ns"))
    schema = one.parent
    return value(one, "uri", rng.choice(["urn:khung:masterplan:1", "urn:khung:master-plan:2", "urn:khung:master-plan", "urn:khung:catalogue:1"]),
                 spots=at(one, *[e for e in schema.walk() if e.name in ("rule", "assert", "report", "let", "ns")]))


@kind("Schematron: prefix not declared", "requirements", "K060", "K061", base="schematron")
def unknown_prefix(c, rng):
    one, name = choose(rng, [(e, a) for e in rules_of(c, "rule", "assert", "report") for a in ("context", "test")
                             if "p:" in (e.get(a) or "")])
    return value(one, name, one.get(name).replace("p:", rng.choice(["mp:", "plan:", "P:", "k:"]), 1))


def swap_name(text, rng, one):
    names = list(re.finditer(r"(?:p:|@)([a-z][\w-]+)", text))
    if not names:
        return None
    found = rng.choice(names)
    return text[:found.start(1)] + typo(rng, found.group(1)) + text[found.end(1):]


test_typed("misspelt element or attribute in a test", ["K060"], swap_name)
test_typed("syntax", ["K061"], lambda t, rng, e: rng.choice([
    t + ")", "(" + t, t.replace("@", "@@", 1) if "@" in t else t + " and", t + " and", t.replace("'", "", 1) if "'" in t else t + " = ", t + " ="]))
test_typed("error of type or function", ["K061"], lambda t, rng, e: rng.choice([
    "count(1)", f"counts({t})", "string-length(@id, 2)", "sum('a')", "not()", "starts-with(@id)", "count(@id) | 3", "contain(., 'x')",
    "matches(., 'x')", "'a'/p:name", "lower-case(.) = 'x'"]))
test_typed("always true or false", ["K062"], lambda t, rng, e: rng.choice([
    "true()", "false()", "1 = 1", "'@id'", "not(true())", "count(p:*) >= 0", "'yes'", "string-length(.) >= 0", "1", "@id or not(@id)",
    "count(*) < 0", "0 <= count(*)", "position() > 0", "'a' = 'b'", ". = ."]))
test_typed("value that no plan can have", ["K062", "K060", "K064"], lambda t, rng, e:
           re.sub(r"(@(?:status|platform|role|type|source) ?!?= ?')([^']+)(')", lambda m: m.group(1) + typo(rng, m.group(2)) + m.group(3), t))
test_typed("leading //", ["K063"], lambda t, rng, e: ("//" + t if t.startswith("p:") else re.sub(r"(?<=\()(p:)", "//p:", t, count=1))
           if "p:" in t else None)
