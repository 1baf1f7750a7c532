"""How single mistakes are written down: edits, the places where a finding is right, the list of kinds."""

import dataclasses
import re

from catalogue_text import is_in_sample

KINDS = []


@dataclasses.dataclass
class Mistake:
    """Edits of a catalogue, and where a finding of one of the rules is right."""

    edits: list
    """(file, start, end, replacement); offsets of the text before."""
    spots: list
    """(file, offset before, characters into what replaces the text there); any of them will do."""
    entries: set
    rules: set = dataclasses.field(default_factory=set)
    says: str = ""
    """What the message must hold where there is no place, such as the id of what is gone."""
    moved: tuple = ()
    """(old name, new name) of a file."""


@dataclasses.dataclass
class Kind:
    name: str
    category: str
    rules: set
    base: str
    part: str
    """Of which set: `listed` by issue 4, `beyond` it, or in the `entries` that came later."""
    make: object


def kind(name, category, *rules, base="plain", part="listed"):
    def register(make):
        KINDS.append(Kind(name, category, set(rules), base, part, make))
        return make
    return register


# How mistakes are written down

def value(element, attribute, new, *, spots=(), entries=(), rules=()):
    place = element.attributes[attribute]
    return Mistake(
        [(element.file, place.value_start, place.value_end, new)],
        list(spots) or [(element.file, place.start, 0)], {element.entry_id, *entries}, set(rules))


def at(*elements):
    return [(e.file, e.start, 0) for e in elements]


def remove_attribute(element, attribute, text, **more):
    place = element.attributes[attribute]
    start = place.start
    while text[start - 1].isspace():
        start -= 1
    return Mistake([(element.file, start, place.end, "")], at(element), {element.entry_id}, **more)


def add_attribute(element, written, entries=(), spots=()):
    offset = element.start + 1 + len(element.name)
    return Mistake([(element.file, offset, offset, " " + written)], list(spots) or at(element),
                   {element.entry_id, *entries})


def remove(c, element, spots, entries=()):
    start, end = c.whole_line(element)
    return Mistake([(element.file, start, end, "")], spots, {element.entry_id, *entries})


def typo(rng, word, first=1):
    """One slip of the hand: a letter doubled, left out, swapped with its neighbour or another one."""
    places = [i for i in range(first, len(word)) if word[i].isalnum()]
    while places:
        i = rng.choice(places)
        letter = word[i]
        near = rng.choice("0123456789" if letter.isdigit() else "abcdefghijklmnopqrstuvwxyz")
        near = near.upper() if letter.isupper() else near
        swapped = word[:i] + word[i + 1:i + 2] + letter + word[i + 2:]
        slip = rng.choice([word[:i] + word[i + 1:], word[:i] + letter + word[i:], swapped, word[:i] + near + word[i + 1:]])
        if slip != word and slip:
            return slip
    return word + "x"


def new_id(c, rng, word):
    while True:
        slip = typo(rng, word)
        if slip not in c.entries and re.fullmatch(r"[A-Z][A-Za-z0-9.-]*", slip):
            return slip


def with_id(c, *names):
    return [e for e in c.named(*names) if e.get("id") in c.entries and c.entries[e.get("id")] is e]


def texts(c):
    return with_id(c, "instrument", "standard")


def bases(c, *forces):
    return [b for b in c.named("basis") if b.parent.name == "criterion" and (not forces or b.get("force") in forces)]


def facets(c, *names):
    return [f for f in c.elements if f.name in names and f.above("requirement") is not None
            and not is_in_sample(f)]


def requirement(c, entry):
    found = entry.first("requirement")
    return found


def edges(c):
    return c.named("replaces", "replaced-by", "amends", "repeals-in-part", "guides")


def provisions(c):
    return {p.get("id"): p for p in c.named("provision")}


def choose(rng, options):
    options = list(options)
    return rng.choice(options) if options else None


def shifted(day, by):
    import datetime
    return (datetime.date.fromisoformat(day) + datetime.timedelta(by)).isoformat()


def start_of(c, text):
    return text.get("effective-from") or text.get("issued")
