import Glibc
import Phrasing
import Source
import Writing

/// Writes rows to standard output as they come.
package final class StreamSink: RowSink {
  package enum Format: String, Sendable, CaseIterable {
    case ndjson, csv, text
  }

  private let format: Format
  private let language: Language
  private let descriptor: Int32

  init(_ format: Format, _ language: Language, descriptor: Int32 = STDOUT_FILENO) throws {
    self.format = format
    self.language = language
    self.descriptor = descriptor
    if format == .csv { try write(SummaryTable.header) }
  }

  func take(_ row: ReviewRow) throws {
    switch format {
    case .ndjson: try check(OutputFile.writeLine(row.line, to: descriptor))
    case .csv: try write(SummaryTable.row(row.summary))
    case .text: try write(SummaryLine.text(row.summary, language) + "\n")
    }
  }

  private func write(_ text: String) throws {
    try check(OutputFile.writeAll(Array(text.utf8), to: descriptor))
  }

  private func check(_ isWritten: Bool) throws {
    guard isWritten else { throw OutputFailure(path: "stdout", code: errno) }
  }
}

/// One plan on one line of a terminal.
enum SummaryLine {
  static func text(_ plan: PlanSummary, _ language: Language) -> String {
    if plan.isRefused { return "! \(language(.review(.refused)))  \(plan.reason)" }
    let (sign, name): (String, Phrase) =
      switch plan.outcome {
      case "conforming": ("✓", .conforming)
      case "non-conforming": ("✗", .nonConforming)
      default: ("–", .incomplete)
      }
    return SafeText.harmless("\(sign) \(language(name))  \(plan.city)  \(plan.name)  (\(plan.reason))")
  }
}
