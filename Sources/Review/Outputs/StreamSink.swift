import Glibc
import Languages
import Source
import Writing

/// Writes rows to standard output as they come.
package final class StreamSink: RowSink {
  package enum Format: String, Sendable, CaseIterable {
    case ndjson, csv, text
  }

  private let format: Format
  private let language: Language
  private let output: Descriptor

  init(_ format: Format, _ language: Language, output: Descriptor = .standardOutput) throws {
    self.format = format
    self.language = language
    self.output = output
    if format == .csv { try output.write(SummaryTable.header) }
  }

  func take(_ row: ReviewRow) throws {
    switch format {
    case .ndjson: try output.writeLine(row.line)
    case .csv: try output.write(SummaryTable.row(row.summary))
    case .text: try output.write(SummaryLine.text(row.summary, language) + "\n")
    }
  }
}

/// One plan on one line of a terminal.
enum SummaryLine {
  static func text(_ plan: PlanSummary, _ language: Language) -> String {
    let (sign, name): (String, Phrase)
    switch plan.outcome {
    case .refused: return "! \(language(ReviewPhrase.refused))  \(plan.reason)"
    case .judged(.conforming): (sign, name) = ("✓", .conforming)
    case .judged(.nonConforming): (sign, name) = ("✗", .nonConforming)
    case .judged(.incomplete): (sign, name) = ("–", .incomplete)
    }
    return SafeText.harmless("\(sign) \(language(name))  \(plan.city)  \(plan.name)  (\(plan.reason))")
  }
}
