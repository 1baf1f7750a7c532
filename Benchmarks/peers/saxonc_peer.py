"""SaxonC-HE with the ISO skeleton, and lxml's XSD: SaxonC-HE validates against no schema.

usage: saxonc_peer.py XSD RULES.sch WARM-UP-ROUNDS < list of paths
"""

import json
import re
import pathlib
import sys
import time

from lxml import etree, isoschematron
from saxonche import PySaxonProcessor

SKELETON = pathlib.Path(isoschematron.__file__).parent / "resources/xsl/iso-schematron-xslt1"
STEPS = ["iso_dsdl_include.xsl", "iso_abstract_expand.xsl", "iso_svrl_for_xslt1.xsl"]
FAILED = re.compile(r'<svrl:failed-assert [^>]*?id="([^"]*)"')


def main():
    paths = sys.stdin.read().split("\n")[:-1]
    schema = etree.XMLSchema(etree.parse(sys.argv[1]))
    parser = etree.XMLParser(huge_tree=True)
    with PySaxonProcessor(license=False) as processor:
        compiler = processor.new_xslt30_processor()
        text = processor.parse_xml(xml_file_name=str(pathlib.Path(sys.argv[2]).resolve()))
        for step in STEPS:
            sheet = compiler.compile_stylesheet(stylesheet_file=str(SKELETON / step))
            output = sheet.transform_to_string(xdm_node=text)
            text = processor.parse_xml(xml_text=output)
        if len(sys.argv) > 4:
            pathlib.Path(sys.argv[4]).write_text(output, encoding="utf-8")
            return
        compiled = compiler.compile_stylesheet(stylesheet_text=output)

        def judge(path):
            if not schema.validate(etree.parse(path, parser)):
                return {"plan": {"file": path}, "refused": True}
            plan = processor.parse_xml(xml_file_name=str(pathlib.Path(path).resolve()))
            report = compiled.transform_to_string(xdm_node=plan)
            return {"plan": {"file": path}, "failed": FAILED.findall(report)}

        for _ in range(int(sys.argv[3])):
            for path in paths[:100]:
                judge(path)
        start = time.monotonic()
        for path in paths:
            print(json.dumps(judge(path)))
        sys.stdout.flush()
        print(time.monotonic() - start, file=sys.stderr)


main()
