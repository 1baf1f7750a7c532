"""Puts single mistakes into copies of Standards/ and sees whether `khung lint` notices each.

A mistake counts as noticed when the right rule reports something that it did not report before, in the
right file and entry, and on the right line where the mistake has one. The same seed and count give the
same mistakes. Ends with 1 when a smaller share than --least is noticed.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import catalogue_mistakes
import recorded_slips
from catalogue_text import Catalogue

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAY = "2026-11-23"

# Rules as an editor would embed them; they stand in for requirements, because Standards/ has none.
SCHEMATA = [
    ("projects", [("p:projects/p:project", ["assert", "@from &lt;= @to"]), ("p:projects/p:project", ["assert", "p:lead"])]),
    ("projects", [("p:project/p:budget", ["assert", "number(@amount) &gt; 0"]), ("p:projects", ["assert", "count(p:project) &gt; 1"])]),
    ("data", [("p:data/p:spatial-data", ["assert", "@coordinate-system = 'VN-2000'"]), ("p:data", ["assert", "p:spatial-data"])]),
    ("architecture", [("p:architecture", ["assert", "count(p:layer) &gt;= 4"]), ("p:architecture/p:layer", ["assert", "@reference"])]),
    ("integration", [("p:integration/p:link", ["assert", "@status = 'existing' or @by"]), ("p:integration", ["report", "p:link[@status = 'planned']"])]),
    ("indicators", [("p:indicators/p:indicator", ["assert", "p:baseline and p:target"]), ("p:indicator/p:target", ["assert", "@year &gt;= 2026"])]),
    ("security", [("p:security/p:system", ["assert", "@level &gt;= 3"]), ("p:security", ["assert", "p:system/p:name"])]),
    ("sandbox", [("p:sandbox/p:trial", ["assert", "@area and @authority and @from"]), ("p:trial", ["assert", "string-length(@area) &gt; 3"])]),
    ("governance", [("p:governance", ["assert", "p:body[@role = 'standing-office']"]), ("p:governance/p:body", ["assert", "@decision"])]),
    ("operations-centre", [("p:operations-centre", ["assert", "p:owner and p:scope"]), ("p:operations-centre", ["assert", "@status = 'existing' or @by"])]),
]


def prepared(c):
    """The catalogue with an embedded schema in the place of some requirements, and without their samples."""
    texts = dict(c.texts)
    entries = [e for e in c.named("criterion") if e.first("requirement") and e.get("force") != "mandatory"]
    edits = []
    for entry, (section, rules) in zip(entries[::4], SCHEMATA):
        lines = [f'<schematron section="{section}">', '  <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt">',
                 '    <ns prefix="p" uri="urn:khung:master-plan:1"/>']
        for context, (name, test) in rules:
            lines += ["    <pattern>", f'      <rule context="{context}">', f'        <{name} test="{test}">Thiếu nội dung.</{name}>',
                      "      </rule>", "    </pattern>"]
        lines += ["  </schema>", "</schematron>"]
        inner = entry.first("requirement").children[0]
        edits.append((entry.file, inner.start, inner.end, "\n        ".join(lines)))
        sample = entry.first("remedy") and entry.first("remedy").first("snippet")
        if sample:
            edits.append((entry.file, *c.whole_line(sample), ""))
    return Catalogue(applied(texts, edits))


def applied(texts, edits):
    texts = dict(texts)
    for file, start, end, new in sorted(edits, key=lambda e: (e[0], e[1]), reverse=True):
        texts[file] = texts[file][:start] + new + texts[file][end:]
    return texts


def line_after(edits, texts, spot):
    """The line of a place once the edits are made, or nothing where only the file is known."""
    file, offset, inside = spot
    if offset is None:
        return None
    moved = sum(len(new) - (end - start) for f, start, end, new in edits if f == file and end <= offset and start < offset)
    return texts[file].count("\n", 0, offset + moved + inside) + 1


def write(folder, texts, old=None):
    for name, text in texts.items():
        if old is None or old.get(name) != text:
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    for name in set(old or {}) - set(texts):
        pathlib.Path(folder, name).unlink()


def lint(khung, folder):
    done = subprocess.run([khung, "lint", folder, "--format", "json", "--as-of", DAY], capture_output=True, timeout=120)
    if done.returncode not in (0, 1):
        return [{"rule": f"exit {done.returncode}", "file": "", "line": 0, "entry": "", "fingerprint": "", "message": done.stderr.decode()[:300]}]
    findings = json.loads(done.stdout)["findings"]
    for finding in findings:
        finding["file"] = os.path.relpath(finding["file"], folder)
    return findings


class Trial:
    """One mistake, and what came of it."""

    def __init__(self, kind, mistake, c):
        self.kind, self.mistake = kind, mistake
        self.texts = applied(c.texts, mistake.edits)
        if mistake.moved:
            self.texts[mistake.moved[1]] = self.texts.pop(mistake.moved[0])
        renamed = dict([mistake.moved]) if mistake.moved else {}
        self.spots = {(renamed.get(s[0], s[0]), line_after(mistake.edits, self.texts if not renamed else c.texts, s))
                      for s in mistake.spots}
        self.rules = mistake.rules or kind.rules
        self.findings, self.outcome = [], ""

    def judge(self, findings, known):
        left = collections.Counter(known)
        self.findings = []
        for finding in findings:
            if left[finding["fingerprint"]] > 0:
                left[finding["fingerprint"]] -= 1
            else:
                self.findings.append(finding)
        right = [f for f in self.findings if f["rule"] in self.rules and self.is_right(f)]
        self.outcome = "noticed" if right else "elsewhere" if any(f["rule"] in self.rules for f in self.findings) \
            else "another rule" if self.findings else "missed"
        return self

    def is_right(self, finding):
        if self.mistake.says:
            return self.mistake.says in finding["message"]
        files = {s[0] for s in self.spots}
        lines = {s for s in self.spots if s[1] is not None}
        if finding["file"] not in files or (lines and (finding["file"], finding["line"]) not in lines):
            return False
        return finding["rule"] in ("K001", "K083") or finding["entry"] in self.mistake.entries

    def told(self, c):
        out = []
        for file, start, end, new in self.mistake.edits[:2]:
            text = c.texts[file]
            a, b = max(0, start - 30, text.rfind("\n", 0, start) + 1), min(len(text), end + 20)
            before, after = text[a:b], text[a:start] + new + text[end:b]
            out.append(f"{file}:{text.count(chr(10), 0, start) + 1}: {clipped(before)} → {clipped(after)}")
        if self.mistake.moved:
            out.append(" → ".join(self.mistake.moved))
        found = ", ".join(sorted({f"{f['rule']} {f['file']}:{f['line']}" for f in self.findings})[:4])
        return f"{self.kind.name} ({'/'.join(sorted(self.rules))}; {self.outcome}{': ' + found if found else ''})\n    " + "\n    ".join(out)


def clipped(text):
    text = " ".join(text.split())
    return text if len(text) <= 180 else text[:110] + " … " + text[-60:]


def trials(catalogues, count, rng, names, part):
    kinds = [k for k in catalogue_mistakes.KINDS if k.part == part and (not names or any(n in k.name for n in names))]
    made, seen, turns = [], set(), 0
    while len(made) < count and turns < 50 * count:
        # Every kind in turn, so that rare ones are there too.
        kind, turns = kinds[turns % len(kinds)], turns + 1
        c = catalogues[kind.base]
        for _ in range(30):
            mistake = kind.make(c, rng)
            # The same mistake twice would say nothing new.
            key = mistake and (tuple(map(tuple, mistake.edits)), mistake.moved)
            changes = mistake and (mistake.moved or any(c.texts[f][a:b] != new for f, a, b, new in mistake.edits))
            if changes and key not in seen:
                seen.add(key)
                made.append(Trial(kind, mistake, c))
                break
    return made


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--khung", default=os.environ.get("KHUNG", str(ROOT / ".build/debug/khung")))
    arguments.add_argument("--standards", default=str(ROOT / "Standards"))
    arguments.add_argument("--seed", type=int, default=4)
    arguments.add_argument("--count", type=int, default=500)
    arguments.add_argument("--kind", action="append", default=[], help="only kinds with these words in their name")
    arguments.add_argument("--beyond", action="store_true", help="mistakes that issue 4 does not list, instead")
    arguments.add_argument("--entries", type=int, default=150,
                           help="so many mistakes in wordings, places, edges, days, points of the decree and decisions too")
    arguments.add_argument("--least", type=float, default=0, help="the share in percent below which the run fails")
    arguments.add_argument("--slips", type=int, default=0, help="so many single slips too, before and after recording")
    arguments.add_argument("--show-all", action="store_true", help="list every mistake, not only those that were missed")
    options = arguments.parse_args()
    rng = random.Random(options.seed)

    plain = Catalogue.of(options.standards)
    with tempfile.TemporaryDirectory() as scratch:
        folders = [os.path.join(scratch, name) for name in ("one", "two")]
        known, catalogues = {}, {}
        plain.faulty_remedies = set()
        for name, make in (("plain", lambda: plain), ("schematron", lambda: prepared(plain))):
            c = catalogues[name] = make()
            folder = os.path.join(scratch, name)
            write(folder, c.texts)
            findings = lint(options.khung, folder)
            c.faulty_remedies = {f["entry"] for f in findings if f["rule"] == "K067"}
            known[name] = collections.Counter(f["fingerprint"] for f in findings)
            wrong = [f for f in findings if f["rule"] in ("K060", "K061", "K062", "K063") or f["rule"].startswith("exit")]
            if wrong:
                sys.exit(f"The catalogue without mistakes is not clean: {wrong}")

        slip_shares = recorded_slips.measure(options.khung, plain, known["plain"], options.slips, rng, applied, write, lint) \
            if options.slips else None
        runs = {"beyond" if options.beyond else "listed": options.count, "entries": options.entries}
        # Each set has dice of its own, so that one more mistake of one set changes none of another.
        run = [t for part, count in runs.items()
               for t in trials(catalogues, count, random.Random(f"{options.seed} {part}") if part == "entries" else rng,
                               options.kind, part)]

        def worker(share):
            folder = folders[share]
            at = {}
            for trial in run[share::2]:
                write(folder, trial.texts, at)
                at = trial.texts
                trial.judge(lint(options.khung, folder), known[trial.kind.base])

        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            list(pool.map(worker, range(2)))

    order = ["noticed", "elsewhere", "another rule", "missed"]
    print(f"{'kind of mistake':58}{'made':>6}{'noticed':>9}{'elsewhere':>11}{'other rule':>12}{'missed':>8}")
    category = None
    for kind in catalogue_mistakes.KINDS:
        mine = [t for t in run if t.kind is kind]
        if not mine:
            continue
        if kind.category != category:
            category = kind.category
            print(category)
        counts = [sum(t.outcome == o for t in mine) for o in order]
        print(f"  {kind.name:56}{len(mine):6}{counts[0]:9}{counts[1]:11}{counts[2]:12}{counts[3]:8}")
    rest = [t for t in run if t.outcome != "noticed" or options.show_all]
    if rest:
        print("\nnoticed at another place, by another rule, or missed:")
    for trial in rest:
        print("- " + trial.told(catalogues[trial.kind.base]))
    print()
    shares = []
    for part, title in (("listed", "mistakes"), ("beyond", "further mistakes"), ("entries", "mistakes in the later kinds of entries")):
        mine = [t for t in run if t.kind.part == part]
        if not mine:
            continue
        noticed = sum(t.outcome == "noticed" for t in mine)
        shares.append(100 * noticed / len(mine))
        print(f"{noticed} of {len(mine)} {title} noticed by the right rule at the right place: {shares[-1]:.1f} % "
              f"(seed {options.seed}, {len({t.kind.name for t in mine})} kinds)")
    for code in sorted({f["rule"] for t in run for f in t.findings if f["rule"].startswith("exit")}):
        print(f"khung lint ended with {code} at least once")
    # Single slips: at least 90 % before recording, 85 % after it.
    slipped = slip_shares is not None and (slip_shares[0] < 90 or slip_shares[1] < 85)
    sys.exit(1 if min(shares, default=100) < options.least or slipped or not (run or options.slips) else 0)


if __name__ == "__main__":
    main()
