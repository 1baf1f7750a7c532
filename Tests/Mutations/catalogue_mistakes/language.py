"""Mistakes in how texts are written."""

import re
import unicodedata

from catalogue_text import is_in_sample

from .writing import Mistake, at, choose, kind, remove, texts


def prose(c):
    found = []
    for e in c.elements:
        if not e.children and not e.is_empty and not is_in_sample(e) and e.close > e.open_end:
            found.append((e, e.open_end, e.close))
    return found


@kind("letters decomposed", "language", "K070")
def decomposed(c, rng):
    letters = [(e, i) for e, a, b in prose(c) for i in range(a, b) if len(unicodedata.normalize("NFD", c.texts[e.file][i])) > 1]
    if rng.random() < 0.2:
        letters = [(e, i) for e in c.elements for a in e.attributes.values() if not is_in_sample(e) for i in range(a.value_start, a.value_end)
                   if len(unicodedata.normalize("NFD", c.texts[e.file][i])) > 1]
    one, i = choose(rng, letters)
    split = unicodedata.normalize("NFD", c.texts[one.file][i])
    half = unicodedata.normalize("NFC", split[:2]) + split[2:] if len(split) > 2 and rng.random() < 0.5 else split
    return Mistake([(one.file, i, i + 1, half)], [(one.file, i, 0)], {one.entry_id, unicodedata.normalize("NFC", one.entry_id)})


TONES = {}
for plain, toned in (("a", "áàảãạ"), ("e", "éèẻẽẹ"), ("o", "óòỏõọ"), ("u", "úùủũụ"), ("y", "ýỳỷỹỵ")):
    for number, letter in enumerate(toned):
        TONES[letter] = (plain, number, toned)
BY_PLAIN = {plain: toned for plain, _, toned in TONES.values()}


def moved_tone(word):
    """The same syllable with its tone on the other vowel, or nothing."""
    first, second = word[-2].lower(), word[-1].lower()
    if first in TONES and TONES[first][0] + second in ("oa", "oe", "uy"):
        made = TONES[first][0] + BY_PLAIN[second][TONES[first][1]]
    elif second in TONES and first + TONES[second][0] in ("oa", "oe", "uy"):
        made = BY_PLAIN[first][TONES[second][1]] + TONES[second][0]
    else:
        return None
    made = "".join(m.upper() if w.isupper() else m for m, w in zip(made, word[-2:]))
    return None if word[:-2].lower().endswith("q") else word[:-2] + made


@kind("tone mark of one word moved", "language", "K071")
def mixed_tone(c, rng):
    found = {}
    for e, a, b in prose(c):
        for m in re.finditer(r"[^\W\d_]+", c.texts[e.file][a:b]):
            if len(m.group()) > 1 and moved_tone(m.group()):
                found.setdefault((e.file, m.group().lower()), []).append((e, a + m.start(), m.group()))
    words = choose(rng, [v for v in found.values() if len(v) > 1])
    one, start, word = rng.choice(words)
    return Mistake([(one.file, start, start + len(word), moved_tone(word))],
                   [(e.file, s, 0) for e, s, _ in words], {e.entry_id for e, _, _ in words})


TWINS = {"a": "аα", "e": "е", "o": "оο", "p": "р", "c": "с", "x": "х", "i": "і", "A": "АΑ", "B": "ВΒ", "C": "С", "E": "ЕΕ",
         "H": "Н", "K": "КΚ", "M": "МΜ", "N": "Ν", "O": "ОΟ", "P": "РΡ", "T": "ТΤ", "X": "ХΧ", "Đ": "Ð", "đ": "ð", "y": "у", "v": "ν", "u": "υ",
         "Y": "ΥУ", "I": "ІΙ", "V": "Ѵ", "d": "ԁ", "g": "ɡ", "Z": "Ζ", "h": "һ"}


@kind("look-alike letter", "language", "K072")
def look_alike(c, rng):
    places = [(e, i) for e, a, b in prose(c) for i in range(a, b) if c.texts[e.file][i] in TWINS]
    if rng.random() < 0.4:
        places = [(e, i) for e in texts(c) + c.named("basis", "cites", "component", "states") for a in e.attributes.values()
                  if a.name in ("number", "issuer", "id", "instrument", "topic", "type") for i in range(a.value_start, a.value_end)
                  if c.texts[e.file][i] in TWINS]
    one, i = choose(rng, places)
    twin = rng.choice(TWINS[c.texts[one.file][i]])
    made = Mistake([(one.file, i, i + 1, twin)], [(one.file, i, 0)], {one.entry_id})
    for a in one.attributes.values():
        if a.name in ("id", "instrument", "ref") and a.value_start <= i < a.value_end:
            made.entries.add(a.value[:i - a.value_start] + twin + a.value[i - a.value_start + 1:])
    return made


@kind("two spaces in a row", "language", "K073")
def two_spaces(c, rng):
    places = [(e, i) for e, a, b in prose(c) for i in range(a, b) if c.texts[e.file][i] == " "]
    if rng.random() < 0.2:
        places = [(e, i) for e in c.elements for a in e.attributes.values() if a.name in ("number", "issuer", "standards", "values")
                  and not is_in_sample(e) for i in range(a.value_start, a.value_end) if c.texts[e.file][i] == " "]
    one, i = choose(rng, places)
    return Mistake([(one.file, i, i, " " * rng.choice([1, 1, 2]))], [(one.file, i, 0)], {one.entry_id})


@kind("translation dropped", "language", "K074")
def dropped_translation(c, rng):
    one = choose(rng, [e for e in c.elements if e.get("lang") and not is_in_sample(e)
                       and e.name in ("subject", "plan-statement", "advice", "rule", "name", "reason", "text")
                       and len({s.get("lang") for s in e.parent.all(e.name)}) == 2])
    made = remove(c, one, at(one.parent, *one.parent.all(one.name)))
    # The schema asks for both languages of these itself.
    made.rules = {"K074", "K002"} if one.name in ("plan-statement", "advice", "reason") else (
        {"K074", "K014"} if one.parent.name == "indicator" else set())
    return made


@kind("translation of a note dropped", "language", "K074")
def dropped_note(c, rng):
    one = choose(rng, [e for e in c.named("note") if sorted(s.get("lang") or "" for s in e.parent.all("note")) == ["en", "vi"]])
    return remove(c, one, at(one.parent, *one.parent.all("note")))


@kind("translation copied", "language", "K075")
def copied(c, rng):
    one = choose(rng, [e for e in c.elements if e.get("lang") and not is_in_sample(e) and not e.children
                       and len(e.parent.all(e.name)) == 2 and {s.get("lang") for s in e.parent.all(e.name)} == {"vi", "en"}
                       and len(c.text(e).split()) > 2])
    other = next(e for e in one.parent.all(one.name) if e is not one)
    if c.text(one) == c.text(other):
        return None
    return Mistake([(one.file, one.open_end, one.close, c.text(other))], at(one, other), {one.entry_id})
