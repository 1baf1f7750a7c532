import Catalogue
import Compliance
import Languages
import OfficeWriting
import Phrasing
import Source

/// The findings of one or several plans as a workbook: gaps, all criteria, what is known of the plans.
package struct GapWorkbook {
  private let phrasing: Phrasing
  private var language: Language { phrasing.language }

  package init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  /// - Throws: `OfficeFault` when the workbook cannot be made.
  package func bytes(_ reports: [GapReport], refusals: [String]) throws(OfficeFault) -> [UInt8] {
    guard let workbook = Workbook(title: language(Phrase("answers.summary-title"))) else { throw .noRoom }
    try gaps(reports, workbook)
    try criteria(reports, workbook)
    try plans(reports, workbook)
    if !refusals.isEmpty {
      let sheet = try sheet(
        workbook, Phrase("answers.sheet-refused"), [(Phrase("answers.column-reason"), 120)])
      for refusal in refusals { sheet.add([.text(refusal)]) }
      sheet.finish()
    }
    guard let bytes = workbook.finished() else { throw .noRoom }
    return bytes
  }

  private func sheet(
    _ workbook: Workbook, _ name: Phrase, _ columns: [(Phrase, Double)], frozen: Int = 1
  ) throws(OfficeFault) -> Workbook.Sheet {
    guard
      let sheet = workbook.sheet(
        language(name), columns: columns.map { .init(language($0.0), width: $0.1) }, frozen: frozen)
    else { throw .noRoom }
    return sheet
  }

  /// One row a gap.
  private func gaps(_ reports: [GapReport], _ workbook: Workbook) throws(OfficeFault) {
    let sheet = try sheet(
      workbook, Phrase("answers.sheet-gaps"),
      [
        (.place, 18), (.criterionColumn, 12), (Phrase("answers.column-title"), 40),
        (.force, 12), (Phrase("answers.column-verdict"), 12), (Phrase("answers.column-missing"), 50),
        (Phrase("answers.column-basis"), 40), (Phrase("answers.column-place"), 30),
        (Phrase("answers.column-lead"), 22), (Phrase("answers.column-deadline"), 12), (.toWrite, 60),
      ], frozen: 3)
    for report in reports {
      for finding in report.gaps {
        let words = FindingWords(finding, phrasing)
        sheet.add(
          head(report, finding) + [
            .text(words.missing.joined(separator: "; ")), .text(words.bases.joined(separator: "; ")),
            .text(words.place), .text(words.lead ?? ""), .text(words.deadline), .text(words.remedy),
          ])
      }
    }
    sheet.finish()
  }

  /// One row a criterion, whatever came of it.
  private func criteria(_ reports: [GapReport], _ workbook: Workbook) throws(OfficeFault) {
    let sheet = try sheet(
      workbook, Phrase("answers.sheet-criteria"),
      [
        (.place, 18), (.criterionColumn, 12), (Phrase("answers.column-title"), 40),
        (.force, 12), (Phrase("answers.column-verdict"), 14), (Phrase("answers.column-reason"), 60),
        (Phrase("answers.column-basis"), 40), (Phrase("answers.column-place"), 30),
        (Phrase("answers.column-code"), 14),
      ], frozen: 3)
    for report in reports {
      for finding in report.findings {
        let words = FindingWords(finding, phrasing)
        sheet.add(
          head(report, finding) + [
            .text(phrasing.reason(of: finding)), .text(words.bases.joined(separator: "; ")),
            .text(words.place), .text(finding.verdict.rawValue),
          ])
      }
    }
    sheet.finish()
  }

  private func head(_ report: GapReport, _ finding: Finding) -> [Workbook.Cell] {
    [
      .text(report.plan.city.name), .text(finding.criterion.id), .text(language(finding.criterion.title)),
      .text(phrasing.name(of: finding.force)),
      .text(phrasing.name(of: finding.verdict), finding.verdict.look),
    ]
  }

  private func plans(_ reports: [GapReport], _ workbook: Workbook) throws(OfficeFault) {
    let sheet = try sheet(
      workbook, Phrase("answers.sheet-plans"),
      [
        (.place, 18), (.plan, 50), (.file, 30), (.asOf, 14), (.stage, 14), (.conclusion, 24),
        (Phrase("answers.column-reason"), 60), (.gap, 8), (.partial, 8), (.unknown, 8), (.met, 8),
        (.catalogue, 16),
      ])
    for report in reports {
      let conclusion = phrasing.conclusion(report.conformity)
      sheet.add([
        .text(report.plan.city.name), .text(report.plan.identity.title), .text(report.plan.source.name),
        .text(language(report.asOf.date)), .text(phrasing.term(report.stage.stage.rawValue, "stage")),
        .text(conclusion.outcome, report.conformity.outcome.look), .text(conclusion.why),
        .number(report.count(of: .gap)), .number(report.count(of: .partial)),
        .number(report.count(of: .unknown)), .number(report.count(of: .met)),
        .text(report.catalogue.edition.number),
      ])
    }
    sheet.finish()
  }
}

extension Verdict {
  /// The colour of the word in a sheet.
  package var look: Workbook.Look {
    switch self {
    case .met: .good
    case .gap: .bad
    case .partial: .half
    case .unknown, .notAssessed: .open
    case .notApplicable, .waived: .out
    }
  }
}

extension Conformity.Outcome {
  package var look: Workbook.Look {
    switch self {
    case .conforming: .good
    case .nonConforming: .bad
    case .incomplete: .open
    }
  }
}

extension Phrase {
  package static var criterionColumn: Phrase { Phrase("answers.column-criterion") }
}
