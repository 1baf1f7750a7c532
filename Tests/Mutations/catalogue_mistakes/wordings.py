"""Mistakes in the ways in which documents say a thing."""

import re

from .writing import Mistake, at, choose, kind, typo, value

# Findings at wordings name no entry.
NOBODY = {""}


def wordings(c, *lists):
    return [w for w in c.named("wording") if not lists or w.get("list") in lists]


def mistake(element, start, end, new, *spots):
    return Mistake([(element.file, start, end, new)], list(spots) or at(element), set(NOBODY))


def phrases(c, say):
    return list(re.finditer(r"[^|\s][^|\n]*[^|\s]", c.text(say)))


def marked(word):
    return any(ord(letter) >= 0x80 for letter in word)


def parts(c, rng):
    return choose(rng, [(s, m) for w in wordings(c) for x in w.all("way") for s in x.all("say") for m in phrases(c, s)])


@kind("token of a wording mistyped", "wordings", "K090", part="entries")
def token(c, rng):
    one = choose(rng, wordings(c))
    made = value(one, "token", typo(rng, one.get("token")))
    made.entries = set(NOBODY)
    return made


@kind("list of a wording mistyped", "wordings", "K002", part="entries")
def list_name(c, rng):
    one = choose(rng, wordings(c))
    made = value(one, "list", typo(rng, one.get("list")))
    made.entries = set(NOBODY)
    return made


@kind("syllable of a phrase mistyped", "wordings", "K078", "K095", "K093", part="entries")
def syllable(c, rng):
    say, m = parts(c, rng)
    words = [w for w in re.finditer(r"\S+", m[0]) if marked(w[0]) and len(w[0]) > 3]
    if not words:
        return None
    w = choose(rng, words)
    # A letter in the middle doubled, or another one put in: a slip that no syllable survives.
    i = rng.randrange(1, len(w[0]) - 1)
    slip = w[0][:i] + rng.choice(["x", "q", "w", w[0][i] * 2]) + w[0][i:]
    start = say.open_end + m.start() + w.start()
    return mistake(say, start, start + len(w[0]), slip, *at(say, say.parent.parent),
                   *at(*say.parent.parent.all("accepts")))


@kind("phrase of a wording twice", "wordings", "K091", part="entries")
def phrase_twice(c, rng):
    say, m = parts(c, rng)
    at_end = say.open_end + m.end()
    again = m[0].capitalize() if rng.random() < 0.5 else m[0]
    return mistake(say, at_end, at_end, "|" + again)


@kind("part of a wording that stands in no example", "wordings", "K093", part="entries")
def part_of_nothing(c, rng):
    one = choose(rng, [w for w in wordings(c) if len(w.all("way")) == 1])
    say = choose(rng, one.first("way").all("say"))
    return mistake(say, say.open_end, say.close, rng.choice(["bến cảng thông minh ngoài khơi", "trạm vũ trụ", "đàn voi"]),
                   *at(one))


@kind("accepted sentence among the refused ones", "wordings", "K095", part="entries")
def accepted_as_refused(c, rng):
    one = choose(rng, [w for w in wordings(c) if len(w.all("accepts")) > 3])
    moved = one.all("accepts")[-1]
    return mistake(moved, moved.start, moved.end, f"<rejects>{c.text(moved)}</rejects>")


@kind("refused sentence among the accepted ones", "wordings", "K095", part="entries")
def refused_as_accepted(c, rng):
    one = choose(rng, [w for w in wordings(c) if len(w.all("rejects")) > 3])
    moved = one.all("rejects")[0]
    return mistake(moved, moved.start, moved.end, f"<accepts>{c.text(moved)}</accepts>")


@kind("what makes it another thing swallows an example", "wordings", "K095", "K093", part="entries")
def greedy_unless(c, rng):
    one = choose(rng, [w for w in wordings(c) if w.first("unless")])
    example = choose(rng, one.all("accepts"))
    words = re.findall(r"\w+", c.text(example))
    if len(words) < 4:
        return None
    unless = one.first("unless")
    return mistake(unless, unless.close, unless.close, "|" + " ".join(words[:3]), *at(*one.all("accepts"), one))


@kind("example of a wording twice", "wordings", "K096", part="entries")
def example_twice(c, rng):
    one = choose(rng, wordings(c))
    example = choose(rng, one.all(rng.choice(["accepts", "rejects"])))
    written = c.source(example)
    return mistake(example, example.end, example.end, "\n      " + written, (example.file, example.end, 7))


@kind("refused sentences that have nothing to do with it", "wordings", "K092", part="entries")
def distant(c, rng):
    one = choose(rng, wordings(c))
    far = ["Cây xanh ven hồ.", "Lịch thi đấu bóng chuyền.", "Giá vé xem phim."]
    edits = [(e.file, e.open_end, e.close, f"{far[i % 3]} {i}") for i, e in enumerate(one.all("rejects"))]
    return Mistake(edits, at(one), set(NOBODY))


@kind("wording pasted under another token", "wordings", "K094", part="entries")
def pasted(c, rng):
    one = choose(rng, wordings(c, "topic"))
    other = choose(rng, [w for w in wordings(c, "topic") if w.file == one.file and w is not one])
    if other is None:
        return None
    first, second = sorted((one, other), key=lambda e: e.start)
    return Mistake([(other.file, other.open_end, other.close, c.texts[one.file][one.open_end:one.close])],
                   at(second, first), set(NOBODY))


@kind("mark of where a wording was seen mistyped", "wordings", "K002", part="entries")
def seen_mark(c, rng):
    one = choose(rng, [s for w in wordings(c) for s in w.all("seen")])
    made = value(one, "mark", rng.choice(["verifed", "Verified", "seen", "from memory"]))
    made.entries = set(NOBODY)
    return made
