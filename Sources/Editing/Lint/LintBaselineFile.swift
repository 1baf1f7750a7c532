import Compliance
import FoundationEssentials
import Linting
import Source
import Writing

/// A linter's baseline as a JSON file.
package enum LintBaselineFile {
  static let format = "urn:khung:lint-baseline:1"

  package static func text(_ baseline: LintBaseline) -> String {
    JSON.object([("format", .string(format)), ("findings", .array(baseline.entries.map(json)))]).text()
  }

  /// - Throws: `Refusal` when the text is no baseline.
  package static func read(_ source: SourceText) throws(Refusal) -> LintBaseline {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(source.stored)), file.format == format
    else { throw Refusal(source: source.name, cause: ReportFault.notAReport) }
    return LintBaseline(
      entries: file.findings.map {
        LintBaseline.Entry(fingerprint: $0.fingerprint, rule: $0.rule, entry: $0.entry)
      })
  }

  static func json(_ entry: LintBaseline.Entry) -> JSON {
    .object([
      ("rule", .string(entry.rule)), ("entry", .string(entry.entry)),
      ("fingerprint", .string(entry.fingerprint)),
    ])
  }

  private struct File: Decodable {
    struct Finding: Decodable {
      let rule: String
      let entry: String
      let fingerprint: String
    }
    let format: String
    let findings: [Finding]
  }
}
