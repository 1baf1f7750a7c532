"""Precision and recall of `khung read` by kind, against facts worked out by hand.

usage: measure.py KHUNG FACTS DOCUMENTS [NAME…]

FACTS holds a table NAME.tsv for each document DOCUMENTS/NAME.md: kind, line, text, value. A fact of the program and one of
the table are the same where their words agree (one holds the other) and they stand near each other; each counts once.
A body of the table has two forms, that of the document and that of its reader, who may write it shorter: either will do.
"""
import json, re, subprocess, sys, unicodedata
from pathlib import Path


def plain(text):
    text = unicodedata.normalize("NFC", text).lower()
    return " ".join(re.findall(r"\w+|%", re.sub(r"<br>", " ", text)))


def line(place):
    return place.get("line") or 0


def found(reading):
    facts = {k: [] for k in ("citation", "heading", "table-row", "indicator", "body", "component")}
    for c in reading["citations"]:
        facts["citation"].append((line(c["place"]), c["printed"]))
    lines = []
    for h in reading["headings"]:
        at = line(h["place"])
        if h["role"] in ("title", "annex") and lines and lines[-1][2] == h["role"] and at - lines[-1][3] <= 6:
            lines[-1] = (lines[-1][0], lines[-1][1] + " " + h["title"], h["role"], at)
        else:
            lines.append((at, h["title"], h["role"], at))
    facts["heading"] = [(a, t) for a, t, _, _ in lines]
    for table in reading["tables"]:
        for row in table["rows"]:
            words = " | ".join(c for c in row["cells"] if c)
            if row["kind"] == "data":
                facts["table-row"].append((line(row["place"]), words))
            if row["kind"] == "group":
                facts["heading"].append((line(row["place"]), words.replace(" | ", " ")))
    for f in reading["facts"]:
        if f["certainty"] == "ask":
            continue
        at = line(f["place"])
        if f["element"] == "indicator":
            for part in f["parts"]:
                if part["element"] == "target":
                    facts["indicator"].append((at, f["quotation"]))
        if f["element"] == "body":
            facts["body"].append((at, f["words"]))
        if f["element"] == "component":
            facts["component"].append((at, f["words"]))
    return facts


def truth(path):
    facts = {}
    for row in path.read_text().splitlines():
        cells = row.split("\t")
        if len(cells) < 3 or not cells[1].isdigit():
            continue
        kind, at, text = cells[0], int(cells[1]), cells[2]
        if kind == "body" and len(cells) > 3:
            text = cells[3].split(";")[0] + "\t" + text
        facts.setdefault(kind, []).append((at, text))
    return facts


def match(mine, theirs, near):
    """Pairs, the nearest first; each is used once."""
    pairs = []
    for i, (a, s) in enumerate(mine):
        p = plain(s)
        for j, (b, t) in enumerate(theirs):
            if abs(a - b) > near:
                continue
            for q in map(plain, t.split("\t")):
                if p and q and (p in q or q in p or (min(len(p), len(q)) > 40 and (p[:40] in q or q[:40] in p))):
                    pairs.append((abs(len(p) - len(q)) / max(len(p), len(q)) + abs(a - b) / 50, i, j))
    usedi, usedj = set(), set()
    for _, i, j in sorted(pairs):
        if i not in usedi and j not in usedj:
            usedi.add(i)
            usedj.add(j)
    return usedi, usedj


def main():
    khung, facts, documents, *names = sys.argv[1:]
    verbose = "-v" in names
    names = [n for n in names if n != "-v"]
    total = {}
    for path in sorted(Path(facts).glob("*.tsv")):
        if names and not any(n in path.stem for n in names):
            continue
        out = subprocess.run([khung, "read", "--format", "json", f"{documents}/{path.stem}.md"], capture_output=True)
        if out.returncode:
            print(path.stem, out.stderr.decode())
            continue
        mine, theirs = found(json.loads(out.stdout)), truth(path)
        print(path.stem)
        for kind in mine:
            near = 6 if kind in ("heading", "table-row") else 30
            a, b = mine[kind], theirs.get(kind, [])
            i, j = match(a, b, near)
            row = total.setdefault(kind, [0, 0, 0, 0])
            for k, v in enumerate((len(i), len(a), len(j), len(b))):
                row[k] += v
            print(f"  {kind:10} precision {len(i)}/{len(a)}  recall {len(j)}/{len(b)}")
            if verbose:
                for x, (at, s) in enumerate(a):
                    if x not in i:
                        print(f"      + {at}: {s[:150]}")
                for x, (at, s) in enumerate(b):
                    if x not in j:
                        print(f"      - {at}: {s[:150]}")
    print("all")
    for kind, (i, a, j, b) in total.items():
        print(f"  {kind:10} precision {i / max(1, a):.3f} ({i}/{a})  recall {j / max(1, b):.3f} ({j}/{b})")


main()
