"""Drives the dashboard of a review in headless Chromium and holds everything that it shows against numbers
worked out here from reports.ndjson: counts, gaps, coverage, tiles, targets, the matrix cell by cell, sorting,
filters, refused files, links; and that nothing in a plan became part of the page.

usage: dashboard.py REVIEW-FOLDER [--pictures FOLDER]

Needs the PyPI package selenium, and Debian's chromium and chromium-driver; without them it says "skipped:" and
exits 0.
"""

import collections
import importlib.util
import json
import os
import pathlib
import re
import shutil
import sys
import time
import unicodedata
import xml.etree.ElementTree as ET


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(0)


BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
if not BROWSER or not DRIVER:
    skip("chromium or chromium-driver is not on this machine")
if not importlib.util.find_spec("selenium"):
    skip("the Python package selenium is not here")

from selenium import webdriver

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOGUE = "{urn:khung:catalogue:1}"
XSD = "{http://www.w3.org/2001/XMLSchema}"
LETTERS = {
    "met": "m", "partial": "p", "gap": "g", "unknown": "u", "not-applicable": "x", "not-assessed": "n", "waived": "w"}
SIGNS = {"m": "✓", "p": "◐", "g": "✗", "u": "?", "x": "·", "n": "–", "w": "w"}
failures = 0
checks = 0


def expect(found, wanted, what):
    global failures, checks
    checks += 1
    if found != wanted:
        failures += 1
        print(f"{what}: found {str(found)[:400]}\n    wanted {str(wanted)[:400]}")


def harmless(text):
    """Control characters and invisible formatting are shown as U+FFFD."""
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf") else c for c in text)


def percent(part, whole):
    rounded = (part * 100 + whole // 2) // whole
    return rounded if part in (0, whole) else min(99, max(1, rounded))


class Rows:
    """What the rows of the review say."""

    def __init__(self, folder):
        rows = [json.loads(line) for line in open(folder / "reports.ndjson", encoding="utf-8")]
        self.all = len(rows)
        self.refused = [row for row in rows if "refused" in row]
        self.plans = [row for row in rows if "refused" not in row]
        self.outcomes = collections.Counter(row["conformity"]["outcome"] for row in self.plans)
        self.criteria = [f["criterion"] for f in self.plans[0]["findings"]]

    def verdicts(self, row):
        return "".join(LETTERS[f["verdict"]] for f in row["findings"])

    def mandatory(self, row):
        return sum(f["force"] == "mandatory" and f["verdict"] in ("gap", "partial") for f in row["findings"])

    def gaps(self):
        missed, assessed = collections.Counter(), collections.Counter()
        for row in self.plans:
            for finding in row["findings"]:
                if finding["verdict"] in ("met", "partial", "gap"):
                    assessed[finding["criterion"]] += 1
                    missed[finding["criterion"]] += finding["verdict"] != "met"
        ranked = sorted((c for c in missed if missed[c]), key=lambda c: (-missed[c], c))[:25]
        return [[c, str(missed[c]), str(assessed[c]), str(percent(missed[c], assessed[c]))] for c in ranked]

    def share(self, key):
        """Met and assessed findings by what `key` says of a row, or of a row and a finding."""
        met, assessed = collections.Counter(), collections.Counter()
        for row in self.plans:
            for finding in row["findings"]:
                if finding["verdict"] in ("met", "partial", "gap"):
                    place = key(row, finding)
                    if place is not False:
                        assessed[place] += 1
                        met[place] += finding["verdict"] == "met"
        return sorted([met[p], assessed[p], percent(met[p], assessed[p])] for p in assessed)

    def layers(self):
        met, assessed = collections.Counter(), collections.Counter()
        for row in self.plans:
            for layer in row["layers"]:
                if layer["state"] in ("holds", "fails"):
                    assessed[layer["layer"]] += 1
                    met[layer["layer"]] += layer["state"] == "holds"
        return sorted([met[p], assessed[p], percent(met[p], assessed[p])] for p in assessed)


def phases():
    """The last year of the phase of each criterion that goes with a target of the scheme."""
    last = {
        t.get("id"): t.get("to") for t in ET.parse(ROOT / "Standards/programme-950.xml").getroot().iter(CATALOGUE + "target")}
    return {
        c.get("id"): last.get(c.get("scheme-target"))
        for path in (ROOT / "Standards/criteria").glob("*.xml")
        for c in ET.parse(path).getroot().iter(CATALOGUE + "criterion")}


def tiles(rows):
    """Conforming and all plans by province of today; the places are those of the table."""
    def place(name):
        name = re.sub(r"^(thành phố|tỉnh|tp\.?|đặc khu|thị xã) ?", "", " ".join(name.split()).lower())
        return "hồ chí minh" if name == "hcm" else name

    table = (ROOT / "Sources/BuiltIn/Data/provinces.tsv").read_text(encoding="utf-8")
    home = {}
    for line in table.splitlines():
        if not line.startswith("#"):
            cells = line.split("\t")
            for name in [cells[0]] + [n for n in cells[3].split(";") if n]:
                home[place(name)] = cells[0]
    count, good, elsewhere = collections.Counter(), collections.Counter(), 0
    for row in rows.plans:
        tile = home.get(place(row["plan"]["province"] or row["plan"]["city"]))
        if tile is None:
            elsewhere += 1
            continue
        count[tile] += 1
        good[tile] += row["conformity"]["outcome"] == "conforming"
    names = set(home.values())
    return {n: f"{good[n]} ✓ / {count[n]}" if count[n] else "–" for n in names}, elsewhere


class Page:
    def __init__(self, folder):
        options = webdriver.ChromeOptions()
        options.binary_location = BROWSER
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
        self.folder = folder

    def open(self, width, height, mobile=False, scheme="light"):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile})
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        start = time.monotonic()
        self.driver.get((self.folder / "index.html").resolve().as_uri())
        return time.monotonic() - start

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def texts(self, selector):
        return self.run(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())", selector)

    def table(self, selector, columns):
        return self.run(
            "return [...document.querySelectorAll(arguments[0])].map(r => arguments[1].map(c => r.cells[c].textContent.trim()))",
            selector, columns)

    def matrix(self):
        """Every row of the matrix, page by page: name, mandatory gaps, signs, link."""
        return self.run("""
            const rows = [];
            while (true) {
              for (const row of document.querySelectorAll("#matrix tbody tr")) {
                const link = row.cells[0].querySelector("a");
                rows.push([row.cells[0].textContent, row.cells[1].textContent,
                  [...row.cells].slice(2).map(c => c.textContent).join(""), link ? link.getAttribute("href") : null]);
              }
              if (document.getElementById("next").disabled) break;
              document.getElementById("next").click();
            }
            while (!document.getElementById("previous").disabled) document.getElementById("previous").click();
            return rows;""")

    def choose(self, name, value):
        """Sets a control the way its user does, and waits for nothing: the page answers at once."""
        self.run(
            "const e = document.getElementById(arguments[0]); e.value = arguments[1];"
            "e.dispatchEvent(new Event('input', {bubbles: true}))", name, value)


def shown_once(page, rows):
    """What stands on the page without a click."""
    expect(
        page.texts(".counts b"),
        [str(n) for n in (
            rows.all, rows.outcomes["conforming"], rows.outcomes["non-conforming"], rows.outcomes["incomplete"],
            len(rows.refused))], "counts")
    expect(page.table("section[aria-labelledby=h-commonest] tbody tr", [0, 3, 4, 5]), rows.gaps(), "commonest gaps")
    phase = phases()
    coverage = page.run(
        "return [...document.querySelectorAll('.columns table')].map(t => [...t.tBodies[0].rows].map("
        "r => [1, 2, 3].map(c => Number(r.cells[c].textContent))))")
    for found, wanted, what in zip(coverage, [
        rows.layers(), rows.share(lambda row, _: row["plan"]["region"]),
        rows.share(lambda row, _: row["plan"]["urbanClass"]),
        rows.share(lambda _, f: phase[f["criterion"]] or False),
    ], ["layers", "regions", "urban classes", "phases"]):
        expect(sorted(found), wanted, f"coverage by {what}")
    wanted, elsewhere = tiles(rows)
    expect(
        dict(page.run("return [...document.querySelectorAll('svg g')].map(g => [...g.querySelectorAll('text')].map(t => t.textContent))")),
        wanted, "tiles")
    expect(page.run("return document.querySelector('#h-map + p').textContent").endswith(f": {elsewhere}."), True, "other places")
    states = {t["target"]: t["state"] for t in json.load(open(page.folder / "programme.json", encoding="utf-8"))["targets"]}
    signs = {"✓": "reached", "✗": "not-reached", "?": "unknown"}
    expect({t: signs[s[0]] for t, s in page.table("#programme tbody tr", [0, 2])}, states, "targets")
    expect(
        page.table("#refused tbody tr", [0, 1]),
        [[harmless(r["plan"]["file"]).strip(), r["refused"]["message"].strip()] for r in rows.refused], "refused files")


def matrix(page, rows):
    signs = {"conforming": "✓", "non-conforming": "✗", "incomplete": "–"}

    names = [harmless(row["plan"]["file"]) for row in rows.plans]
    folder = re.sub("[^/]*$", "", os.path.commonprefix(names))

    def line(row):
        plan = row["plan"]
        name = f"{signs[row['conformity']['outcome']]} {harmless(plan['city'])} · {harmless(plan['file'])[len(folder):]}"
        return [name, str(rows.mandatory(row)), "".join(SIGNS[v] for v in rows.verdicts(row))]

    found = page.matrix()
    expect([f[:3] for f in found], [line(r) for r in rows.plans], "matrix, cell by cell")
    expect(page.texts("#matrix thead button"), rows.criteria, "heads of the matrix")
    links = [f[3] for f in found if f[3]]
    expect([l for l in links if not (page.folder / l).is_file()], [], "links that lead nowhere")
    expect(len(links) in (0, len(rows.plans)), True, "a link for each plan")

    def shown(wanted, what):
        expect(sorted(f[:3] for f in page.matrix()), sorted(line(r) for r in wanted), what)

    for outcome in ["conforming", "non-conforming", "incomplete", ""]:
        page.choose("outcome", outcome)
        shown([r for r in rows.plans if not outcome or r["conformity"]["outcome"] == outcome], f"outcome {outcome}")
    for name, key, value in [("region", "region", "mekong-delta"), ("class", "urbanClass", "II")]:
        page.choose(name, value)
        shown([r for r in rows.plans if r["plan"][key] == value], f"{name} {value}")
        page.choose(name, "")
    for words in ["hà nội", "CẦN THƠ", "00017", "không có gì như thế"]:
        page.choose("filter", words)
        shown([
            r for r in rows.plans
            if words.lower() in " ".join(
                harmless(r["plan"][k] or "") for k in ("file", "city", "province", "title")).lower()], f"filter {words}")
    page.choose("filter", "")
    page.choose("sort", "gaps")
    gaps = [int(f[1]) for f in page.matrix()]
    expect(gaps, sorted(gaps, reverse=True), "sorted by gaps")
    page.choose("sort", "order")
    column = rows.criteria.index(rows.gaps()[0][0])
    page.run("document.querySelectorAll('#matrix thead button')[arguments[0]].click()", column)
    ranks = ["✗◐?✓–w·".index(f[2][column]) for f in page.matrix()]
    expect(ranks, sorted(ranks), "sorted by a criterion")
    page.run("document.querySelectorAll('#matrix thead button')[arguments[0]].click()", column)
    page.run("document.getElementById('common').click()")
    common = [c for i, c in enumerate(rows.criteria) if any(rows.verdicts(r)[i] in "gp" for r in rows.plans)]
    expect(page.texts("#matrix thead button"), common, "only criteria with gaps")


def main():
    arguments = sys.argv[1:]
    pictures = None
    if "--pictures" in arguments:
        place = arguments.index("--pictures")
        pictures = pathlib.Path(arguments[place + 1])
        del arguments[place : place + 2]
    folder = pathlib.Path(arguments[0])
    rows, page = Rows(folder), Page(folder)
    try:
        seconds = page.open(1366, 900)
        expect(seconds < 5, True, f"it took {seconds:.1f} s to open")
        shown_once(page, rows)
        # What plans say stays text: no element, no request, no message of the browser comes of it.
        expect(page.run("return document.querySelectorAll('img, iframe, script:not([type]):not(:last-of-type)').length"), 0, "elements of plans")
        expect(page.run("return performance.getEntriesByType('resource').length"), 0, "requests")
        matrix(page, rows)
        expect([entry["message"] for entry in page.driver.get_log("browser")], [], "messages of the browser")
        for view, width, height, mobile in [("desktop", 1366, 900, False), ("phone", 390, 844, True)]:
            for scheme in ["light", "dark"]:
                page.open(width, height, mobile, scheme)
                wide = page.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
                expect(wide, 0, f"wider than the {view}")
                if pictures:
                    page.driver.save_screenshot(str(pictures / f"dashboard-{view}-{scheme}.png"))
                    page.run("document.getElementById('matrix-section').scrollIntoView()")
                    page.driver.save_screenshot(str(pictures / f"matrix-{view}-{scheme}.png"))
    finally:
        page.driver.quit()
    print(f"{len(rows.plans)} plans, {len(rows.refused)} refused: {checks} checks, {failures} failures, opened in {seconds:.1f} s")
    sys.exit(1 if failures else 0)


main()
