import Catalogue
import Compliance
import Languages
import OfficeReports
import OfficeWriting
import Phrasing
import Source

/// The set as one Excel workbook: plans, gaps, plans by criteria, and what was refused. Rows go out as plans come in.
final class SetWorkbook {
  private let phrasing: Phrasing
  private let workbook: Workbook
  private let plans: Workbook.Sheet
  private let gaps: Workbook.Sheet
  private let matrix: Workbook.Sheet
  private let refused: Workbook.Sheet
  private let criteria: [Row]
  private var language: Language { phrasing.language }

  /// What the catalogue says of a criterion, in the words of the language: the same for every plan.
  private struct Row {
    let id: String
    let title: String
    let bases: String
    let deadline: String
    let remedy: String
  }

  /// - Throws: `OfficeFault` when there is no memory, or no room for temporary files.
  init(_ phrasing: Phrasing) throws(OfficeFault) {
    self.phrasing = phrasing
    let language = phrasing.language
    criteria = phrasing.catalogue.criteria.map { criterion in
      Row(
        id: criterion.id, title: language(criterion.title),
        bases: criterion.bases.filter { $0.force == criterion.force }.prefix(3)
          .map { phrasing.briefName(of: $0) }.joined(separator: "; "),
        deadline: criterion.phase.deadline.map { language($0) } ?? "",
        remedy: criterion.remedy.map { language($0.advice) } ?? "")
    }
    func columns(_ list: [(Phrase, Double)]) -> [Workbook.Column] {
      list.map { .init(language($0.0), width: $0.1) }
    }
    let plan = columns([(.place, 20), (.plan, 40)])
    guard let workbook = Workbook(title: language(Phrase("answers.summary-title"))),
      let plans = workbook.sheet(
        language(Phrase("answers.sheet-plans")),
        columns: plan
          + columns([
            (Phrase("answers.column-province"), 18), (Phrase("answers.column-region"), 18),
            (Phrase("answers.column-class"), 12), (Phrase("answers.column-kind"), 12), (.stage, 12),
            (Phrase("answers.column-day"), 12), (.conclusion, 22), (Phrase("answers.column-reason"), 60),
            (Phrase("answers.column-mandatory-gaps"), 10),
          ]) + Verdict.allCases.map { .init(phrasing.name(of: $0), width: 9) }
          + columns([(.file, 40), (Phrase("answers.column-code"), 16)]), frozen: 2),
      let gaps = workbook.sheet(
        language(Phrase("answers.sheet-gaps")),
        columns: plan
          + columns([
            (.criterionColumn, 12), (Phrase("answers.column-title"), 40), (.force, 12),
            (Phrase("answers.column-verdict"), 12), (Phrase("answers.column-basis"), 40),
            (Phrase("answers.column-deadline"), 12), (.toWrite, 60), (.file, 40),
          ]), frozen: 3),
      let matrix = workbook.sheet(
        language(Phrase("answers.sheet-matrix")),
        columns: plan + criteria.map { .init($0.id + "\n" + $0.title, width: 14) }, frozen: 2),
      let refused = workbook.sheet(
        language(Phrase("answers.sheet-refused")),
        columns: columns([(.file, 50), (Phrase("answers.column-reason"), 100)]))
    else { throw .noRoom }
    (self.workbook, self.plans, self.gaps, self.matrix, self.refused) = (
      workbook, plans, gaps, matrix, refused
    )
  }

  func add(_ plan: PlanSummary) {
    guard case .judged(let outcome) = plan.outcome else {
      return refused.add([.text(plan.name), .text(plan.reason)])
    }
    let name: [Workbook.Cell] = [.text(plan.city), .text(plan.title)]
    plans.add(
      name + [
        .text(plan.province ?? ""), term(plan.region, "region"), term(plan.urbanClass, "urban-class"),
        term(plan.kind, "plan-kind"), term(plan.stage, "stage"), .text(plan.date ?? ""),
        .text(phrasing.name(of: outcome), outcome.look), .text(plan.reason), .number(plan.mandatoryGaps),
      ] + Verdict.allCases.map { .number(plan.count(of: $0)) } + [.text(plan.name), .text(outcome.rawValue)])
    let forces = Array(plan.forces)
    var row = name
    for (number, verdict) in plan.verdicts.enumerated() {
      guard let verdict, number < criteria.count else {
        row.append(.empty)
        continue
      }
      let word = phrasing.name(of: verdict)
      row.append(.text(word, verdict.look))
      guard verdict.isGap else { continue }
      let criterion = criteria[number]
      let force = number < forces.count ? forces[number] : nil
      gaps.add(
        name + [
          .text(criterion.id), .text(criterion.title), .text(force.map { phrasing.name(of: $0) } ?? ""),
          .text(word, verdict.look), .text(criterion.bases), .text(criterion.deadline),
          .text(criterion.remedy), .text(plan.name),
        ])
    }
    matrix.add(row)
  }

  private func term(_ token: String?, _ list: String) -> Workbook.Cell {
    .text(token.map { phrasing.term($0, list) } ?? "")
  }

  /// - Throws: `OfficeFault` when the workbook cannot be made.
  func finished() throws(OfficeFault) -> [UInt8] {
    for sheet in [plans, gaps, matrix, refused] { sheet.finish() }
    guard let bytes = workbook.finished() else { throw .noRoom }
    return bytes
  }
}
