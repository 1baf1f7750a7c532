"""Two Schematron processors that the project did not write judge the same plans as `khung check`.

The exported catalogue runs through lxml.isoschematron (libxslt) and through SaxonC-HE with the same ISO
skeleton, the one that lxml ships. Every verdict of every plan must be the same three times.

Prints one line with the figures, and every difference; ends with 1 if there is one.
"""

import argparse
import copy
import json
import multiprocessing
import os
import pathlib
import shutil
import subprocess
import sys
import time

from lxml import etree, isoschematron

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAN = "{urn:khung:master-plan:1}"
CATALOGUE = "{urn:khung:catalogue:1}"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
# Days on which the law differs: before the laws of 2026-07-01, after them, after QCVN 01:2026/BXD, and
# a day long ago.
DAYS = ["2026-11-23", "2026-06-30", "2027-01-15", "2019-06-01"]
SKELETON = pathlib.Path(isoschematron.__file__).parent / "resources/xsl/iso-schematron-xslt1"
STEPS = ["iso_dsdl_include.xsl", "iso_abstract_expand.xsl", "iso_svrl_for_xslt1.xsl"]


def fired(report_elements):
    """Criterion and verdict of each report that fired; every criterion must report exactly once."""
    verdicts = {}
    for identifier, role in report_elements:
        criterion = identifier.rsplit(".", 1)[0]
        verdicts[criterion] = role if criterion not in verdicts else verdicts[criterion] + "+" + role
    return verdicts


def checked(khung, catalogue, day, plans, size=100):
    """The program's own verdicts, a few calls with many plans each."""
    results = {}
    for start in range(0, len(plans), size):
        batch = plans[start : start + size]
        run = subprocess.run(
            [khung, "check", "--as-of", day, "--format", "json", "--fail-on", "none",
             *(["--catalogue", catalogue] if catalogue else []), *batch],
            capture_output=True, check=False)
        if run.returncode not in (0, 1, 3):
            sys.exit(f"khung check ended with {run.returncode}: {run.stderr.decode()[:2000]}")
        output = json.loads(run.stdout)
        reports = output["reports"] if "reports" in output else [output]
        if len(reports) != len(batch):
            sys.exit(f"khung check gave {len(reports)} reports for {len(batch)} plans")
        for path, report in zip(batch, reports):
            results[path] = {f["criterion"]: f["verdict"] for f in report["findings"]}
    return results


def with_lxml(schema, plans):
    schematron = isoschematron.Schematron(etree.parse(schema), store_report=True)
    results = {}
    for path in plans:
        schematron.validate(etree.parse(path))
        reports = schematron.validation_report.iter(SVRL + "successful-report")
        results[path] = fired((r.get("id"), r.get("role")) for r in reports)
    return results


def with_saxon(schema, plans):
    from saxonche import PySaxonProcessor

    results = {}
    with PySaxonProcessor(license=False) as processor:
        compiler = processor.new_xslt30_processor()
        text = processor.parse_xml(xml_file_name=schema)
        for step in STEPS:
            sheet = compiler.compile_stylesheet(stylesheet_file=str(SKELETON / step))
            output = sheet.transform_to_string(xdm_node=text)
            text = processor.parse_xml(xml_text=output)
        compiled = compiler.compile_stylesheet(stylesheet_text=output)
        for path in plans:
            plan = processor.parse_xml(xml_file_name=path)
            report = etree.fromstring(compiled.transform_to_string(xdm_node=plan).encode())
            reports = report.iter(SVRL + "successful-report")
            results[path] = fired((r.get("id"), r.get("role")) for r in reports)
    return results


def timed(work):
    function, *arguments = work
    start = time.monotonic()
    return function(*arguments), time.monotonic() - start


def comparing_names(catalogue):
    """Criteria that compare the names of two things, which XPath 1.0 cannot: there the export may say unknown."""
    found = set()
    for path in (pathlib.Path(catalogue or ROOT / "Standards") / "criteria").glob("*.xml"):
        for criterion in etree.parse(str(path)).getroot().iter(CATALOGUE + "criterion"):
            if any(facet.get("item") == "system" for facet in criterion.iter(CATALOGUE + "gives")):
                found.add(criterion.get("id"))
    return found


def compare(name, day, expected, found, unsaid, out):
    """Differences, the number of verdicts compared, and how many the export leaves out as beyond XPath 1.0."""
    verdicts = differences = beyond = 0
    for path, answers in found.items():
        for criterion, verdict in sorted(expected[path].items()):
            said = answers.get(criterion)
            if said == "beyond-xpath" or (criterion in unsaid and said == "unknown" != verdict):
                beyond += 1
                continue
            verdicts += 1
            if answers.get(criterion) != verdict:
                differences += 1
                print(
                    f"{name} {day} {os.path.basename(path)} {criterion}: khung {verdict}, "
                    f"{name} {answers.get(criterion)}", file=out)
        for criterion in sorted(answers.keys() - expected[path].keys()):
            differences += 1
            print(f"{name} {day} {os.path.basename(path)} {criterion}: khung nothing", file=out)
    return verdicts, differences, beyond


def facet_catalogue(folder):
    """The national catalogue with one criterion for each requirement of Examples/facets, and those plans.

    Every plan is judged by every requirement, so that each facet is compared with all its parameters.
    Returns the plans by their as-of date.
    """
    target = folder / "facet-catalogue"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "Standards", target)
    criteria = etree.parse(str(ROOT / "Standards/criteria/drafting.xml"))
    for path in (target / "criteria").glob("*.xml"):
        path.unlink()
    pattern = next(criteria.getroot().iter(CATALOGUE + "criterion"))
    parent = pattern.getparent()
    for criterion in parent.findall(CATALOGUE + "criterion"):
        parent.remove(criterion)
    for child in ("remedy", "applies-when"):
        for element in pattern.findall(CATALOGUE + child):
            pattern.remove(element)
    plans, requirements = {}, {}
    (folder / "facet-plans").mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "Examples/facets").glob("*/*.xml")):
        example = etree.parse(str(path)).getroot()
        requirement = example.find(CATALOGUE + "requirement")
        # A schema inside a criterion is not exported (Documentation/schematron-export.md).
        if requirement.find(CATALOGUE + "schematron") is None:
            requirements.setdefault(b"".join(etree.tostring(requirement).split()), requirement)
        plan = folder / "facet-plans" / f"{path.parent.name}-{path.name}"
        etree.ElementTree(example.find(PLAN + "master-plan")).write(str(plan), encoding="UTF-8")
        plans.setdefault(example.get("as-of"), []).append(str(plan))
    for number, (_, requirement) in enumerate(sorted(requirements.items()), start=1):
        criterion = copy.deepcopy(pattern)
        criterion.set("id", f"C-DRF-{number:02d}")
        criterion.replace(criterion.find(CATALOGUE + "requirement"), requirement)
        parent.append(criterion)
    criteria.write(str(target / "criteria/facets.xml"), encoding="UTF-8")
    return str(target), plans


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--khung", required=True, help="the program under test")
    parser.add_argument("--work", required=True, help="a folder for schemas and generated plans")
    parser.add_argument("--plans", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--saxon", type=int, default=0, help="generated plans for Saxon; 0: all")
    options = parser.parse_args()
    work = pathlib.Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    generated = []
    if options.plans:
        folder = work / "plans"
        subprocess.run(
            [sys.executable, str(ROOT / "Benchmarks/generate_plans.py"), "--count", str(options.plans),
             "--seed", str(options.seed), "--output", str(folder)], check=True)
        generated = sorted(str(p) for p in folder.glob("plan-*.xml"))[: options.plans]
    examples = sorted(str(p) for p in (ROOT / "Examples").glob("*.xml"))
    # Every example on every day; the generated plans are dealt out to the days.
    cases = [
        (None, day, examples + generated[index :: len(DAYS)]) for index, day in enumerate(DAYS)]
    facets, facet_plans = facet_catalogue(work)
    cases += [(facets, day, plans) for day, plans in sorted(facet_plans.items())]
    schemas = []
    for number, (catalogue, day, _) in enumerate(cases):
        schemas.append(str(work / f"case-{number}.sch"))
        subprocess.run(
            [options.khung, "export", "schematron", "--as-of", day, "--output", schemas[-1]]
            + (["--catalogue", catalogue] if catalogue else []), check=True)
    sample = set(generated[: options.saxon] if options.saxon else generated)
    jobs = []
    for schema, (catalogue, day, plans) in zip(schemas, cases):
        jobs.append((checked, options.khung, catalogue, day, plans))
        jobs.append((with_lxml, schema, plans))
        jobs.append((with_saxon, schema, [p for p in plans if p not in generated or p in sample]))
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        answers = pool.map(timed, jobs, chunksize=1)
    totals = {"lxml": [0, 0, 0], "SaxonC-HE": [0, 0, 0]}
    for index, (catalogue, day, _) in enumerate(cases):
        ours, by_lxml, by_saxon = answers[3 * index : 3 * index + 3]
        for name, found in (("lxml", by_lxml), ("SaxonC-HE", by_saxon)):
            for place, figure in enumerate(compare(
                    name, day, ours[0], found[0], comparing_names(catalogue), sys.stdout)):
                totals[name][place] += figure
    seconds = [sum(t for _, t in answers[part::3]) for part in range(3)]
    differences = sum(total[1] for total in totals.values())
    print(
        f"oracle: {len(generated)} generated plans, {len(examples)} example plans on {len(DAYS)} days and "
        f"{sum(map(len, facet_plans.values()))} facet examples compared; {totals['lxml'][0]} verdicts with "
        f"lxml, {totals['SaxonC-HE'][0]} with SaxonC-HE, {differences} differences; beyond XPath 1.0: "
        f"{totals['lxml'][2]} and {totals['SaxonC-HE'][2]}; seconds: khung "
        f"{seconds[0]:.0f}, lxml {seconds[1]:.0f}, SaxonC-HE {seconds[2]:.0f}")
    # A run that compared nothing proves nothing.
    sys.exit(1 if differences or not all(total[0] for total in totals.values()) else 0)


if __name__ == "__main__":
    main()
