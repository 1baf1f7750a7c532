"""Runs the cases of the public conformance suite for ISO Schematron through `khung schematron`.

A case is one XML file: schemas, documents (the first is the one to validate), the expected outcome and
statements about the SVRL. The statements are asked of lxml, which we did not write. Prints one JSON object:
how many cases there were, and what is wrong with those that came out otherwise.

Usage: suite.py KHUNG FOLDER
"""

import json
import pathlib
import subprocess
import sys
import tempfile

from lxml import etree

NAMES = {
    "t": "https://doi.org/10.5281/zenodo.5679629#",
    "sch": "http://purl.oclc.org/dsdl/schematron",
    "svrl": "http://purl.oclc.org/dsdl/svrl",
}
OUTCOMES = {0: "valid", 1: "invalid", 2: "error"}
BINDINGS = ("xslt", "xslt1", "xpath", None)


def faults(khung, case, schema):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "schema.sch").write_bytes(etree.tostring(schema, with_tail=False))
        documents = case.findall("t:documents/t:document", NAMES)
        for document in documents:
            (folder / document.get("filename")).write_bytes(etree.tostring(document[0], with_tail=False))
        run = subprocess.run(
            [khung, "schematron", folder / "schema.sch", folder / documents[0].get("filename"), "--format", "svrl"],
            capture_output=True, timeout=60)
    outcome = OUTCOMES.get(run.returncode, f"status {run.returncode}")
    out = [] if outcome == case.get("expect") else [f"{outcome}, expected {case.get('expect')}"]
    if run.returncode in (0, 1):
        report = etree.fromstring(run.stdout).getroottree()
        out += [a.get("assert") for a in case.findall("t:assertions/t:assertion", NAMES)
                if not report.xpath(f"boolean({a.get('assert')})", namespaces=NAMES)]
    return out


def main(khung, folder):
    cases, wrong = 0, []
    for path in sorted(pathlib.Path(folder).rglob("*.xml")):
        case = etree.parse(str(path)).getroot()
        if case.tag != f"{{{NAMES['t']}}}testcase":
            continue
        # Of several schemas each is for a binding; the last one that fits is for ours.
        ours = [s for s in case.findall("t:schemas//sch:schema", NAMES) if s.get("queryBinding") in BINDINGS]
        if not ours:
            continue
        cases += 1
        wrong += [f"{path.stem}: {fault}" for fault in faults(khung, case, ours[-1])]
    print(json.dumps({"cases": cases, "wrong": wrong}))


if __name__ == "__main__":
    main(*sys.argv[1:])
