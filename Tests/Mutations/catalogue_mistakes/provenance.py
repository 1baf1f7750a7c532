"""Mistakes in where a fact comes from."""

from .writing import at, bases, choose, kind, provisions, remove, remove_attribute, value


@kind("mark, tier or day of reading dropped", "provenance", "K050")
def incomplete(c, rng):
    one = choose(rng, c.named("provenance"))
    return remove_attribute(one, rng.choice(["mark", "tier", "read"]), c.texts[one.file])


@kind("provenance dropped", "provenance", "K050")
def no_provenance(c, rng):
    one = choose(rng, [p for p in c.named("provenance") if p.parent.parent.parent is not None
                       and p.parent.parent.parent.name == "catalogue"])
    return remove(c, one, at(one.parent))


@kind("source of what is verified dropped", "provenance", "K051")
def no_source(c, rng):
    one = choose(rng, [p for p in c.named("provenance") if p.get("mark") == "verified" and p.get("source")])
    return remove_attribute(one, "source", c.texts[one.file])


def inferred_users(c, mark, find):
    def make(c, rng):
        found = choose(rng, find(c))
        if found is None:
            return None
        element, users = found
        return value(element.first("provenance"), "mark", mark, spots=at(*users), entries=[u.entry_id for u in users])
    return make


def assessed(c, of_provision, only_assessed):
    users = [b for b in bases(c) if (not only_assessed or (b.get("force") != "mandatory" and b.parent.first("requirement")
             and b.parent.first("provenance").get("mark") == "verified"))]
    groups = {}
    for b in users:
        if of_provision and b.get("provision"):
            groups.setdefault(b.get("provision"), []).append(b)
        elif not of_provision and (not only_assessed or not b.get("provision")):
            groups.setdefault(b.get("instrument"), []).append(b)
    pool = provisions(c) if of_provision else c.entries
    return [(pool[i], g) for i, g in groups.items() if pool[i].first("provenance").get("mark") == "verified"]


kind("assessed on an inferred provision", "provenance", "K052")(inferred_users(None, "inferred", lambda c: assessed(c, True, True)))
kind("assessed on an inferred instrument", "provenance", "K052")(inferred_users(None, "inferred", lambda c: assessed(c, False, True)))
kind("basis on a provision from memory", "provenance", "K054")(inferred_users(None, "from-memory", lambda c: assessed(c, True, False)))
kind("basis on an instrument from memory", "provenance", "K054")(inferred_users(None, "from-memory", lambda c: assessed(c, False, False)))


@kind("dead address", "provenance", "K053")
def dead_address(c, rng):
    one = choose(rng, [p for p in c.named("provenance") if (p.get("source") or "").startswith("http")])
    source = one.get("source")
    scheme, rest = source.split("://", 1)
    host, _, path = rest.partition("/")
    return value(one, "source", rng.choice([
        rest, "htp://" + rest, f"{scheme}:/{rest}", scheme + ":" + rest, f"{scheme}//{rest}", f"{scheme}://{host.split('.')[0]}/{path}",
        source[:len(scheme) + len(host) + 8] + "…", scheme + "://" + rest.replace(".", ",", 1), scheme + "://" + scheme + "://" + rest,
        source + " " + source, scheme + "://", f"{scheme}://{host} /{path}", f"{scheme}://.{rest}", f"{scheme}://localhost/{path}",
        f"{scheme}://{host.rsplit('.', 1)[0]}./{path}", f"{scheme};//{rest}", "file:///home/" + path, scheme + "://" + host + "..vn/" + path]))
