"""lxml's isoschematron with lxml's XSD. usage: isoschematron_peer.py XSD RULES.sch WARM-UP-ROUNDS < list of paths

Prints a line of JSON a plan; the last line of standard error is the seconds of the round that counts.
"""

import json
import sys
import time

from lxml import etree, isoschematron

SVRL = "{http://purl.oclc.org/dsdl/svrl}"


def main():
    paths = sys.stdin.read().split("\n")[:-1]
    schema = etree.XMLSchema(etree.parse(sys.argv[1]))
    rules = isoschematron.Schematron(etree.parse(sys.argv[2]), store_report=True)
    parser = etree.XMLParser(huge_tree=True)

    def judge(path):
        plan = etree.parse(path, parser)
        if not schema.validate(plan):
            return {"plan": {"file": path}, "refused": True}
        rules.validate(plan)
        failed = [e.get("id") for e in rules.validation_report.iter(SVRL + "failed-assert")]
        return {"plan": {"file": path}, "failed": failed}

    for _ in range(int(sys.argv[3])):
        for path in paths[:100]:
            judge(path)
    start = time.monotonic()
    for path in paths:
        print(json.dumps(judge(path)))
    sys.stdout.flush()
    print(time.monotonic() - start, file=sys.stderr)


main()
