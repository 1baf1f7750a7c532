"""`khung lint` beside `xmllint --schema` on one generated catalogue, as a ratio.

The catalogue has the proportions, sizes and words of Standards/: its entries are copied with ids and
numbers of their own until there are enough. The same seed gives the same files. Both programs read the
same files in turn, after a warm-up; medians, spreads and the ratio of the medians are printed. Ends with
1 when the ratio is above --most.
"""

import argparse
import os
import pathlib
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
# The text of a catalogue, entry by entry, as the linter's mutations know it.
sys.path.insert(0, str(ROOT / "Tests/Mutations"))
from catalogue_text import Catalogue  # noqa: E402

DAY = "2026-11-23"


class Copy:
    """One more copy of every entry: ids, numbers and what names them get a mark of their own."""

    def __init__(self, ids, numbers, mark):
        self.mark = mark
        longest = "|".join(map(re.escape, sorted(ids, key=len, reverse=True)))
        self.ids = re.compile(rf'(?<=[" ])({longest})(?=[" .])')
        numbers = "|".join(map(re.escape, sorted(numbers, key=len, reverse=True)))
        self.numbers = re.compile(rf"(?<![\w.-])({numbers})(?![\w-])|(?<=<alias>)[^<]+")

    def __call__(self, text):
        return self.numbers.sub(lambda m: self.marked(m[0]), self.ids.sub(lambda m: f"{m[0]}-X{self.mark}", text))

    def marked(self, number):
        """269/2025/NĐ-CP becomes 269007/2025/NĐ-CP, and TCVN 6909:2001 becomes TCVN 6909007:2001."""
        return re.sub(r"\d+", lambda m: f"{m[0]}{self.mark:03}", number, count=1)


def generated(standards, entries, per_file, seed, folder):
    """Writes the catalogue; each file holds `per_file` copies of one of the originals."""
    c = Catalogue.of(standards)
    rng = random.Random(seed)
    kinds = ("instrument", "standard", "framework", "indicator", "target", "criterion")
    parts = {name: root.children[0] for name, root in c.roots.items()
             if name != "edition.xml" and not name.startswith("examples/")}
    count = sum(len(part.all(*kinds)) for part in parts.values())
    ids = set(c.entries) | {e.get("id") for e in c.named("layer")}
    numbers = {e.get("number") for e in c.named("instrument", "standard") if e.get("number")}
    copies = [Copy(ids, numbers, mark) for mark in range(1, -(-entries // count) + 1)]
    words = sorted({w for e in c.named("title", "note") for w in re.findall(r"\w{4,}", c.text(e))})
    pathlib.Path(folder, "edition.xml").write_text(c.texts["edition.xml"])
    made = 0
    for first in range(0, len(copies), per_file):
        for name, part in parts.items():
            text, mine = c.texts[name], part.all(*kinds)
            if not mine:
                # Wordings: the copies go by those of the originals.
                if first == 0:
                    target = pathlib.Path(folder, name)
                    target.parent.mkdir(exist_ok=True)
                    target.write_text(text)
                continue
            # All of an entry's copies stand together, so that the order of ids holds.
            written = []
            for entry in mine:
                start, end = c.whole_line(entry)
                for copy in copies[first:first + per_file]:
                    # Texts differ from copy to copy, so that nothing profits from being met before.
                    written.append(re.sub("(</note>)", lambda m: f" ({rng.choice(words)} {rng.randrange(10 ** 6)})" + m[1],
                                          copy(text[start:end])))
            made += len(written)
            path = pathlib.Path(folder, name.replace(".xml", f"-{first // per_file + 1:03}.xml"))
            path.parent.mkdir(exist_ok=True)
            path.write_text(text[:c.whole_line(mine[0])[0]] + "".join(written) + text[mine[-1].end:])
    return made


def timed(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--khung", default=os.environ.get("KHUNG", str(ROOT / ".build/release/khung")))
    arguments.add_argument("--standards", default=str(ROOT / "Standards"))
    arguments.add_argument("--entries", type=int, default=20_000)
    arguments.add_argument("--per-file", type=int, default=8, help="copies of an original file in one file")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--seed", type=int, default=4)
    arguments.add_argument("--most", type=float, default=0, help="the ratio above which the run fails; 0 for none")
    arguments.add_argument("--keep", help="write the catalogue into this folder and leave it there")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or scratch
        os.makedirs(folder, exist_ok=True)
        count = generated(options.standards, options.entries, options.per_file, options.seed, folder)
        files = sorted(map(str, pathlib.Path(folder).rglob("*.xml")))
        size = sum(os.path.getsize(f) for f in files)
        print(f"{count} entries in {len(files)} files, {size / 1e6:.1f} MB (seed {options.seed})")
        commands = {
            "khung lint": [options.khung, "lint", folder, "--as-of", DAY, "--lang", "en"],
            "xmllint --schema": ["xmllint", "--noout", "--schema", str(ROOT / "Schemas/catalogue.xsd"), *files],
        }
        walls, work = {n: [] for n in commands}, {n: [] for n in commands}
        for turn in range(options.rounds + 1):
            for name, command in commands.items():
                wall, cpu, done = timed(command)
                if turn == 0:
                    # A program that stopped early would be fast for nothing.
                    if name.startswith("xmllint") and done.returncode != 0:
                        wrong = [l for l in done.stderr.decode().splitlines() if not l.endswith(" validates")]
                        sys.exit("The catalogue is not valid: " + "\n".join(wrong[:5]))
                    if name.startswith("khung"):
                        if done.returncode not in (0, 1):
                            sys.exit(f"khung lint ended with {done.returncode}: {done.stderr.decode()[:500]}")
                        print("khung lint:", done.stdout.decode().strip().splitlines()[-1])
                    continue
                walls[name].append(wall)
                work[name].append(cpu)
    for name in commands:
        print(f"{name:18} median {statistics.median(walls[name]):7.3f} s  (from {min(walls[name]):.3f} to {max(walls[name]):.3f}; "
              f"processor {statistics.median(work[name]):.3f} s)")
    ratio = statistics.median(walls["khung lint"]) / statistics.median(walls["xmllint --schema"])
    each = sorted(a / b for a, b in zip(walls["khung lint"], walls["xmllint --schema"]))
    print(f"ratio {ratio:.2f} (round by round from {each[0]:.2f} to {each[-1]:.2f}; {options.rounds} rounds in turn after a warm-up)")
    sys.exit(1 if options.most and ratio > options.most else 0)


if __name__ == "__main__":
    main()
