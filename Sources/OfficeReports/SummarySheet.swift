import Archives
import Catalogue
import Compliance
import Languages
import OfficeWriting
import Phrasing
import Source

/// The sheet that is read first: what the law asks for and the plan lacks, then what nobody could see and who has to
/// answer; one or two pages in the form of an administrative document.
package struct SummarySheet {
  private let phrasing: Phrasing
  private var language: Language { phrasing.language }

  package init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  /// - Parameter refusals: messages of the inputs that could not be judged: none of them may be overlooked.
  /// - Throws: `OfficeFault` where there is no memory left.
  package func bytes(_ reports: [GapReport], refusals: [String]) throws(OfficeFault) -> [UInt8] {
    var blocks: [WordDocument.Block] = []
    for (number, report) in reports.enumerated() {
      if number > 0 { blocks.append(.pageBreak) }
      blocks += self.blocks(report)
    }
    if !refusals.isEmpty {
      blocks.append(heading(Phrase("answers.sheet-refused")))
      blocks += refusals.map { .paragraph(.init("– " + SafeText.of($0, limit: 1_000))) }
    }
    do throws(ContainerFault) {
      return try WordDocument(
        blocks, title: language(Phrase("answers.summary-title")), isLandscape: true
      ).bytes()
    } catch { throw .noRoom }
  }

  private func blocks(_ report: GapReport) -> [WordDocument.Block] {
    let conclusion = phrasing.conclusion(report.conformity)
    let gaps = report.gaps.filter { $0.force == .mandatory }
    let others = report.gaps.count - gaps.count
    let open = report.findings.filter {
      $0.force == .mandatory && ($0.verdict == .unknown || $0.verdict == .notAssessed)
    }
    var blocks = AdministrativeForm(language).head(day: language(report.asOf.date))
    blocks += [
      .paragraph(.init(language(Phrase("answers.summary-title")).uppercased(), isBold: true, .center)),
      .paragraph(
        .init(
          language(
            Phrase(
              "answers.summary-subtitle",
              ["title": .text(SafeText.of(report.plan.identity.title, limit: 400))])),
          isBold: true, .center)),
      line(
        Phrase("answers.summary-file"),
        "\(report.plan.source.name) (SHA-256 \(report.plan.digest.prefix(16))…)"),
      line(.asOf, "\(language(report.asOf.date)) (\(phrasing.why(report.asOf)))"),
      line(.conclusion, "\(conclusion.outcome) – \(conclusion.why)"),
      heading(Phrase("answers.summary-gaps", ["count": .number(gaps.count)])),
    ]
    blocks.append(
      gaps.isEmpty
        ? .paragraph(.init(language(Phrase("answers.summary-no-gaps")))) : .table(gapTable(gaps)))
    if others > 0 {
      blocks.append(.paragraph(.init(language(Phrase("answers.summary-others", ["count": .number(others)])))))
    }
    guard !open.isEmpty else { return blocks }
    blocks.append(heading(Phrase("answers.summary-open", ["count": .number(open.count)])))
    blocks.append(.table(openTable(open)))
    return blocks
  }

  private func line(_ label: Phrase, _ value: String) -> WordDocument.Block {
    .paragraph(.init([.init(language(label) + ": ", isBold: true), .init(SafeText.of(value, limit: 1_000))]))
  }

  private func heading(_ phrase: Phrase) -> WordDocument.Block {
    .paragraph(.init([.init(language(phrase), isBold: true)], isHeading: true))
  }

  private func head(_ keys: [Phrase]) -> [[WordDocument.Paragraph]] {
    keys.map { [.init(language($0), isBold: true, .center)] }
  }

  /// TT, what is missing, basis, place, lead, by when, note.
  private func gapTable(_ gaps: [Finding]) -> WordDocument.Table {
    var rows = [
      head([
        Phrase("answers.column-number"), Phrase("answers.column-missing"), Phrase("answers.column-basis"),
        Phrase("answers.column-place"), Phrase("answers.column-lead"), Phrase("answers.column-deadline"),
        Phrase("answers.column-note"),
      ])
    ]
    for (number, finding) in gaps.enumerated() {
      let words = FindingWords(finding, phrasing)
      rows.append([
        [.init(String(number + 1), .center)],
        [
          .init(
            [.init(language(finding.criterion.title), isBold: true)]
              + (words.fault.map { [.init(": " + $0)] } ?? []))
        ], words.bases.prefix(1).map { .init($0) }, [.init(words.place)], [.init(words.lead ?? "")],
        [.init(words.deadline, .center)],
        [.init(finding.criterion.id + ", " + phrasing.name(of: finding.verdict))],
      ])
    }
    return .init(widths: [4, 38, 23, 18, 11, 12, 13], rows: rows)
  }

  /// A row a section: what could not be seen there, and who has to say it.
  private func openTable(_ open: [Finding]) -> WordDocument.Table {
    var order: [String] = []
    var bySection: [String: [Finding]] = [:]
    for finding in open {
      let section = FindingWords(finding, phrasing).section ?? ""
      if bySection[section] == nil { order.append(section) }
      bySection[section, default: []].append(finding)
    }
    let sections = phrasing.vocabulary.sections
    order.sort {
      (sections.firstIndex(of: $0) ?? sections.count) < (sections.firstIndex(of: $1) ?? sections.count)
    }
    var rows = [
      head([
        Phrase("answers.column-number"), Phrase("answers.column-part"), Phrase("answers.column-open"),
        Phrase("answers.column-answers"),
      ])
    ]
    for (number, section) in order.enumerated() {
      let findings = bySection[section] ?? []
      let isForPeople = findings.allSatisfy { $0.verdict == .notAssessed }
      rows.append([
        [.init(String(number + 1), .center)],
        [
          .init(section.isEmpty ? language(Phrase("answers.whole-plan")) : phrasing.title(of: section))
        ],
        [
          .init(
            findings.map { "\(language($0.criterion.title)) (\($0.criterion.id))" }.joined(separator: "; ")
              + ".")
        ], [.init(language(isForPeople ? Phrase("answers.by-reviewer") : Phrase("answers.by-author")))],
      ])
    }
    return .init(widths: [5, 22, 68, 20], rows: rows)
  }
}
