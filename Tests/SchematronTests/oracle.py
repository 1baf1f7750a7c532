"""Judges the cases of a JSON file with other processors and prints their findings as JSON.

lxml is libxslt under the ISO skeleton; Saxon runs the same skeleton's stylesheet as XSLT 1.0 in
another engine, so two XPath engines that share no code look at each case."""
import json
import sys

from lxml import etree, isoschematron

try:
    import saxonche
    PROCESSOR = saxonche.PySaxonProcessor(license=False)
except ImportError:
    PROCESSOR = None

SVRL = "{http://purl.oclc.org/dsdl/svrl}"


def findings(report):
    kinds = (SVRL + "failed-assert", SVRL + "successful-report")
    return [" ".join("".join(e.find(SVRL + "text").itertext()).split()) for e in report.iter(*kinds)]


def judge(case):
    schema = isoschematron.Schematron(
        etree.fromstring(case["schema"].encode()), store_report=True, store_xslt=True,
        phase=case.get("phase") or None, error_finder=isoschematron.Schematron.ASSERTS_AND_REPORTS)
    document = etree.fromstring(case["document"].encode())
    valid = schema.validate(document)
    result = {"valid": valid, "lxml": findings(schema.validation_report)}
    if PROCESSOR is not None:
        compiler = PROCESSOR.new_xslt30_processor()
        stylesheet = compiler.compile_stylesheet(stylesheet_text=etree.tostring(schema.validator_xslt).decode())
        text = stylesheet.transform_to_string(xdm_node=PROCESSOR.parse_xml(xml_text=case["document"]))
        result["saxon"] = findings(etree.fromstring(text.encode()))
    return result


out = []
for case in json.load(open(sys.argv[1])):
    try:
        out.append(judge(case))
    except Exception as error:  # noqa: BLE001 - the case is reported, the others go on
        out.append({"error": str(error)[:300]})
json.dump(out, sys.stdout)
