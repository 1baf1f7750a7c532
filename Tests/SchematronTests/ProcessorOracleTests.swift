import Compliance
import Foundation
import Schematron
import Source
import TestSupport
import Testing

/// Other processors on our cases: lxml (the ISO skeleton on libxslt) and, where it is installed,
/// Saxon. `KHUNG_PYTHON` names a Python that has lxml and perhaps saxonche; else `python3`.
@Suite("Other processors")
struct ProcessorOracleTests {
  private struct Verdict: Decodable {
    let valid: Bool?
    let lxml: [String]?
    let saxon: [String]?
    let error: String?
  }

  private static let python = ProcessInfo.processInfo.environment["KHUNG_PYTHON"] ?? "python3"

  private static let isThere: Bool = run(["-c", "from lxml import isoschematron"])?.status == 0

  private static func run(_ arguments: [String]) -> Launch.Run? { try? Launch.run([python] + arguments) }

  @Test(
    "lxml and Saxon give our verdicts and messages on every case",
    .enabled(if: isThere, "no Python with lxml here (KHUNG_PYTHON): other processors were not asked"))
  func agreement() throws {
    let schemas = OracleCase.all.map { SmallSchema.schema($0.schema, attributes: "queryBinding='xslt'") }
    let input = zip(OracleCase.all, schemas).map { item, schema in
      ["schema": schema, "document": item.document, "phase": item.phase]
    }
    let folder = try Folder(["cases.json": String(decoding: JSONEncoder().encode(input), as: UTF8.self)])
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "oracle.py").path()
    let answer = try #require(Self.run([script, "\(folder.path)/cases.json"]))
    let verdicts = try JSONDecoder().decode([Verdict].self, from: answer.output)
    #expect(verdicts.count == OracleCase.all.count)
    var table = ""
    for (item, verdict) in zip(OracleCase.all, verdicts) {
      let ours = try SmallSchema.messages(
        item.schema, on: item.document, phase: item.phase.isEmpty ? .byDefault : .init(item.phase))
      table +=
        "\(verdict.lxml == ours ? "=" : "≠") lxml  \(verdict.saxon == ours ? "=" : "≠") saxon  \(item.claim)\n"
      if let reason = item.knownError {
        // When a processor mends its error, this tells us to drop the note.
        withKnownIssue(Comment(rawValue: reason)) { #expect(verdict.lxml == ours, "\(item.claim)") }
      } else {
        #expect(verdict.error == nil, "\(item.claim)")
        #expect(verdict.lxml == ours, "\(item.claim)")
        #expect(verdict.valid == ours.isEmpty, "\(item.claim)")
        if let saxon = verdict.saxon { #expect(saxon == ours, "\(item.claim)") }
      }
    }
    if ProcessInfo.processInfo.environment["KHUNG_TABLE"] != nil { print(table) }
  }
}
