"""Runs Khung and its peers on the same plans, interleaved, and prints medians, ratios and their spread.

Every peer must name the same failed criteria for every plan, or the run fails: a quick wrong answer is
worth nothing. The peers believe the labels of a plan, Khung reads its words: where the two part, Khung's row must say
so (words without a label, a label without its words), and they are counted. Times of Khung and of the C programs are of the whole process, start to end; SaxonC-HE,
isoschematron and Saxon-HE on Java are timed inside, warm, without their start and without compiling the
rules. A figure is the median of the rounds; a ratio is that of two medians of one run. The table of all
figures can be written into README, between two marks, so that it is always what one run printed.

usage: run.py --khung PROGRAM [--plans 1000] [--rounds 5] [--quick] [--plot FILE] [--write FILE] [--readme FILE]
"""

import argparse
import json
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
WORK = ROOT / ".build-bench"
PEERS = ROOT / "Benchmarks/peers"
XSD = str(ROOT / "Schemas/master-plan.xsd")
SAXON = "/usr/share/java/Saxon-HE.jar"


def build():
    """Compiles the peers; those whose parts are not installed are left out, and said to be."""
    flags = subprocess.run(["xml2-config", "--cflags", "--libs"], capture_output=True, text=True, check=True).stdout.split()
    for name in ("floor", "whole"):
        subprocess.run(["gcc", "-O3", "-march=native", "-o", str(WORK / name), str(PEERS / f"{name}.c"), *flags], check=True)
    if shutil.which("javac") and os.path.exists(SAXON):
        subprocess.run(["javac", "-cp", SAXON, "-d", str(WORK), str(PEERS / "SaxonPeer.java")], check=True)


FIGURES = []


def figure(what, wanted, measured):
    """One line of the table that README carries."""
    FIGURES.append(f"| {what} | {wanted} | {measured} |")


def ratio_of(upper, lower):
    """The ratio of two medians, and how it ran from round to round."""
    each = sorted(a / b for a, b in zip(upper, lower))
    return f"{statistics.median(upper) / statistics.median(lower):.2f} ({each[0]:.2f} to {each[-1]:.2f})"


class Run:
    def __init__(self, command, paths=None, inside=False):
        """Seconds, peak memory in KB and the rows of one process."""
        with open(WORK / "rows", "wb") as output, open(WORK / "errors", "wb") as errors:
            start = time.monotonic()
            process = subprocess.Popen(
                [str(c) for c in command], stdin=subprocess.PIPE if paths else subprocess.DEVNULL, stdout=output, stderr=errors)
            if paths:
                process.stdin.write("".join(p + "\n" for p in paths).encode())
                process.stdin.close()
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds = time.monotonic() - start
        self.status = os.waitstatus_to_exitcode(status)
        self.memory = usage.ru_maxrss
        said = (WORK / "errors").read_text()
        if self.status not in (0, 1, 3):
            sys.exit(f"{command[0]} ended with {self.status}: {said[-2000:]}")
        if inside:
            self.seconds = float(said.split()[-1])

    def failed(self):
        """Failed criteria by plan; and those that words without a label meet, or labels without words leave open."""
        result = {}
        self.by_words, self.only_labels = {}, {}
        for line in open(WORK / "rows", encoding="utf-8"):
            row = json.loads(line)
            if "failed" in row:
                criteria = row["failed"]
            else:
                criteria = [f["criterion"] for f in row["findings"] if f["verdict"] in ("gap", "partial")]
                name = os.path.basename(row["plan"]["file"])
                self.by_words[name] = {f["criterion"] for f in row["findings"] if f["verdict"] == "met" and all(
                    e.get("unlabelled") for e in f.get("evidence", []) if isinstance(e, dict) and e["role"] == "shows")}
                self.only_labels[name] = {f["criterion"] for f in row["findings"] if f["verdict"] == "unknown"}
            result[os.path.basename(row["plan"]["file"])] = sorted(criteria)
        self.failures = result
        return result

    def parted(self, peer):
        """How many criteria a peer fails that words without a label meet, how many it passes that are only claimed."""
        met = open_ = 0
        for name, criteria in self.failures.items():
            ours, theirs = set(criteria), set(peer[name])
            if not ours <= theirs or not theirs - ours <= self.by_words[name] or theirs & self.only_labels[name]:
                return None
            met += len(theirs - ours)
            open_ += len(self.only_labels[name])
        return met, open_


def khung(program, plans, criteria, jobs=1):
    return [program, "review", plans, "--catalogue", WORK / f"catalogue-{criteria}", "--jobs", jobs, "--progress", "never",
            "--as-of", "2026-11-23", "--fail-on", "none"]


def peers(program, plans, paths, criteria):
    """Name, command, whether it reads paths, whether it times itself."""
    sheet = WORK / f"rules-{criteria}.xsl"
    found = [
        ("khung, one job", khung(program, plans, criteria), None, False),
        ("khung, two jobs", khung(program, plans, criteria, jobs=2), None, False),
        ("parse and validate in C (floor)", [WORK / "floor", XSD], paths, False),
        ("whole job in C", [WORK / "whole", XSD, WORK / f"rules-{criteria}.tsv"], paths, False),
    ]
    python = sys.executable
    rules = WORK / f"rules-{criteria}.sch"
    try:
        import saxonche  # noqa: F401

        subprocess.run([python, PEERS / "saxonc_peer.py", XSD, rules, "0", sheet], input=b"", check=True)
        found.append(("SaxonC-HE", [python, PEERS / "saxonc_peer.py", XSD, rules, "2"], paths, True))
    except ImportError:
        print("left out: SaxonC-HE (PyPI saxonche)")
    if sheet.exists() and (WORK / "SaxonPeer.class").exists():
        path = f"{SAXON}:{WORK}"
        found.append(("Saxon-HE on Java, warm", ["java", "-cp", path, "SaxonPeer", XSD, sheet, "2"], paths, True))
    else:
        print("left out: Saxon-HE on Java (Debian libsaxonhe-java)")
    found.append(("isoschematron", [python, PEERS / "isoschematron_peer.py", XSD, rules, "2"], paths, True))
    return found


def spread(values):
    return f"{min(values):.3f}–{max(values):.3f}"


def compare(program, plans, count, rounds):
    """The table of peers on one set of plans."""
    paths = sorted(str(p) for p in plans.glob("*.xml"))[:count]
    chosen = WORK / "chosen"
    shutil.rmtree(chosen, ignore_errors=True)
    chosen.mkdir()
    for path in paths:
        os.link(path, chosen / os.path.basename(path))
    contenders = peers(program, str(chosen), paths, 150)
    times = {name: [] for name, *_ in contenders}
    read, by_labels = None, None
    for number in range(rounds):
        for name, command, given, inside in contenders:
            run = Run(command, given, inside)
            times[name].append(run.seconds)
            if number == 0 and not name.startswith("parse"):
                failed = run.failed()
                if read is None:
                    read = run
                    print(f"{len(failed)} plans, {sum(map(len, failed.values()))} failed criteria by khung")
                elif name.startswith("khung"):
                    if failed != read.failures:
                        sys.exit(f"{name} names other failed criteria than one job")
                elif by_labels is None:
                    by_labels = failed
                    parted = read.parted(failed)
                    if parted is None:
                        sys.exit(f"{name} names other failed criteria than khung, and no words explain it")
                    print(f"the words of the plans meet {parted[0]} more than their labels, and leave {parted[1]} labels open")
                elif failed != by_labels:
                    different = [p for p in by_labels if failed.get(p) != by_labels[p]]
                    sys.exit(f"{name} names other failed criteria than its peers: {len(different)} plans, such as {different[:3]}")
    medians = {name: statistics.median(values) for name, values in times.items()}
    base = medians["khung, one job"]
    print(f"\n| {len(paths)} plans to NDJSON, {rounds} rounds | ms a plan | spread of a round, s | plans a second against khung, one job |")
    print("|---|---|---|---|")
    for name, values in times.items():
        print(f"| {name} | {medians[name] / len(paths) * 1000:.2f} | {spread(values)} | {base / medians[name]:.2f} |")
    whole, floor = medians["whole job in C"], medians["parse and validate in C (floor)"]
    print(f"\nkhung, one job: {whole / base:.2f} times the plans per second of the whole job in C, {floor / base:.2f} of the floor")
    print(f"two jobs: {base / medians['khung, two jobs']:.2f} times one job")
    ours = times["khung, one job"]
    for name, wanted in (
        ("whole job in C", "1.3"), ("parse and validate in C (floor)", "1, as an aim"), ("Saxon-HE on Java, warm", "2"),
        ("SaxonC-HE", "5"), ("isoschematron", "6"),
    ):
        if name in times:
            figure(f"plans a second, one job, against: {name}", f"at least {wanted}", ratio_of(times[name], ours))
    figure("two jobs against one job", "at least 1.8", ratio_of(ours, times["khung, two jobs"]))
    return medians


def memory(program):
    """Peak memory for a tenfold set, each plan under several names."""
    sizes = {}
    paths = sorted((WORK / "plans").glob("*.xml"))
    many = {}
    for count in (1000, 10000):
        folder = WORK / f"many-{count}"
        if not folder.exists():
            folder.mkdir()
            for number in range(count):
                os.link(paths[number % len(paths)], folder / f"plan-{number:05d}.xml")
        sizes[count] = Run(khung(program, folder, 150)).memory
        many[count] = Run(khung(program, folder, 300)).memory
    print(f"\npeak memory: {sizes[1000] / 1024:.1f} MB for 1,000 plans, {sizes[10000] / 1024:.1f} MB for 10,000 "
          f"({sizes[10000] / sizes[1000] - 1:+.1%})")
    print(f"three million findings (10,000 plans, 300 criteria): {many[10000] / 1024:.1f} MB, "
          f"a tenth of them {many[1000] / 1024:.1f} MB ({many[10000] / many[1000] - 1:+.1%})")
    figure("peak memory for 10,000 plans", "under 40 MB, at most 5 % over that for 1,000",
           f"{sizes[10000] / 1024:.1f} MB, {sizes[10000] / sizes[1000] - 1:+.1%}")
    figure("peak memory for three million findings, against a tenth of them", "flat", f"{many[10000] / many[1000] - 1:+.1%}")


def growth(program, rounds, plot):
    """Cost against criteria and against size."""
    small = WORK / "chosen"
    count = len(list(small.glob("*.xml")))
    print("\n| criteria | ms a plan | µs a plan for each criterion more |")
    print("|---|---|---|")
    points, before = [], None
    for criteria in (150, 300, 600):
        value = statistics.median(Run(khung(program, small, criteria)).seconds for _ in range(rounds)) / count
        more = "" if before is None else f"{(value - before[1]) / (criteria - before[0]) * 1e6:.2f}"
        print(f"| {criteria} | {value * 1000:.2f} | {more} |")
        if before is not None:
            figure(f"one more criterion, from {before[0]} to {criteria}", "at most 4 µs a plan",
                   f"{(value - before[1]) / (criteria - before[0]) * 1e6:.1f} µs")
        before = (criteria, value)
        points.append(("criteria", criteria, value))
    print("\n| size of the plan | khung, s | whole job in C, s | khung, ns a byte |")
    print("|---|---|---|---|")
    first = min(small.glob("*.xml"))
    for path in (first, WORK / "1MB/plan.xml", WORK / "50MB/plan.xml"):
        size = path.stat().st_size
        ours = statistics.median(Run(khung(program, path, 150)).seconds for _ in range(rounds))
        theirs = statistics.median(
            Run([WORK / "whole", XSD, WORK / "rules-150.tsv"], [str(path)]).seconds for _ in range(rounds))
        print(f"| {size / 1e6:.2f} MB | {ours:.3f} | {theirs:.3f} | {ours / size * 1e9:.0f} |")
        if size > 10e6:
            figure(f"a plan of {size / 1e6:.0f} MB against the whole job in C", "at most 1 of its time", f"{ours / theirs:.2f}")
        points.append(("size", size, ours))
    if plot:
        draw(points, plot)


def draw(points, path):
    """Both growths as one SVG, each against a straight line through its first point."""
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" font-family="sans-serif" font-size="12">']
    for index, kind in enumerate(("criteria", "size")):
        chosen = [(x, y) for k, x, y in points if k == kind]
        width, height, left = 260, 220, 40 + index * 320
        most_x, most_y = max(x for x, _ in chosen), max(max(y for _, y in chosen), chosen[0][1] * chosen[-1][0] / chosen[0][0])
        at = lambda x, y: f"{left + width * x / most_x:.1f},{250 - height * y / most_y:.1f}"
        line = " ".join(at(x, y) for x, y in chosen)
        straight = " ".join(at(x, chosen[0][1] * x / chosen[0][0]) for x in (chosen[0][0], most_x))
        parts.append(f'<polyline points="{straight}" fill="none" stroke="#999" stroke-dasharray="4"/>')
        parts.append(f'<polyline points="{line}" fill="none" stroke="#0b57a4" stroke-width="2"/>')
        parts += [f'<circle cx="{at(x, y).split(",")[0]}" cy="{at(x, y).split(",")[1]}" r="3" fill="#0b57a4"/>' for x, y in chosen]
        label = "criteria" if kind == "criteria" else "bytes of the plan"
        parts.append(f'<text x="{left}" y="285">{label}, up to {most_x:,}; seconds, up to {most_y:.3f}; dashed: linear</text>')
    pathlib.Path(path).write_text("\n".join(parts) + "\n</svg>\n")


def start(program, rounds):
    """One plan, process start to end."""
    path = str(min((WORK / "chosen").glob("*.xml")))
    check = [program, "check", path, "--catalogue", WORK / "catalogue-150", "--format", "json", "--as-of", "2026-11-23"]
    built_in = [program, "check", path, "--format", "json", "--as-of", "2026-11-23"]
    times = {"khung": [], "khung, built-in catalogue": [], "whole": []}
    for _ in range(rounds * 4):
        times["khung"].append(Run(check).seconds)
        times["khung, built-in catalogue"].append(Run(built_in).seconds)
        times["whole"].append(Run([WORK / "whole", XSD, WORK / "rules-150.tsv"], [path]).seconds)
    medians = {name: statistics.median(values) for name, values in times.items()}
    print(f"\ncheck of one plan, start to end: khung {medians['khung'] * 1000:.1f} ms with the benchmark's catalogue from a folder, "
          f"{medians['khung, built-in catalogue'] * 1000:.1f} ms with its own, whole job in C {medians['whole'] * 1000:.1f} ms: "
          f"{medians['khung, built-in catalogue'] / medians['whole']:.2f} times")
    figure("`khung check` of one plan, process start to end, against the whole job in C", "at most 1.5 of its time",
           ratio_of(times["khung, built-in catalogue"], times["whole"]))


def lint(program, rounds):
    """The linter beside xmllint, by its own benchmark."""
    done = subprocess.run(
        [sys.executable, ROOT / "Benchmarks/lint_bench.py", "--khung", program, "--rounds", str(rounds)],
        capture_output=True, text=True, check=True)
    print("\n" + done.stdout.strip().replace("\n", "\n\n"))
    ratio, low, high = re.search(r"ratio ([\d.]+) \(round by round from ([\d.]+) to ([\d.]+)", done.stdout).groups()
    figure("`khung lint` of 20,000 entries against `xmllint --schema`", "at most 3 of its time", f"{ratio} ({low} to {high})")


def summary(readme):
    """All figures in one table; in README between its marks, if it is named."""
    table = "\n".join(["| figure | wanted | measured (from round to round) |", "|---|---|---|", *FIGURES])
    print("\n" + table)
    if readme:
        path = pathlib.Path(readme)
        text = path.read_text(encoding="utf-8")
        before, rest = text.split("<!-- make bench -->\n", 1)
        after = rest.split("<!-- /make bench -->", 1)[1]
        path.write_text(f"{before}<!-- make bench -->\n{table}\n<!-- /make bench -->{after}", encoding="utf-8")


class Both:
    """Standard output and a file at once."""

    def __init__(self, path):
        self.file, self.terminal = open(path, "w", encoding="utf-8"), sys.stdout
        self.file.write("# Measured by `make bench`\n\nOne run, everything interleaved; another machine gives other times and like ratios.\n\n")

    def write(self, text):
        self.terminal.write(text)
        self.file.write(text)

    def flush(self):
        self.terminal.flush()
        self.file.flush()


def keep(path):
    sys.stdout = Both(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--khung", required=True)
    parser.add_argument("--plans", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="the table of peers only")
    parser.add_argument("--plot")
    parser.add_argument("--write", help="a file for everything that is printed, as Markdown")
    parser.add_argument("--readme", help="the file whose table of figures is written anew")
    options = parser.parse_args()
    if options.write:
        keep(options.write)
    stamp = WORK / f"corpus-{options.plans}"
    if not stamp.exists():
        shutil.rmtree(WORK, ignore_errors=True)
        subprocess.run([sys.executable, ROOT / "Benchmarks/generate_corpus.py", "--output", WORK, "--count", str(options.plans)], check=True)
        stamp.touch()
    build()
    compare(options.khung, WORK / "plans", options.plans, options.rounds)
    if not options.quick:
        start(options.khung, options.rounds)
        memory(options.khung)
        growth(options.khung, options.rounds, options.plot)
        lint(options.khung, options.rounds)
        summary(options.readme)


if __name__ == "__main__":
    main()
