import Catalogue
import Languages
import Linting
import Phrasing
import Source

/// The documentation that is written from the catalogue and from the rules: pages in Markdown, for each
/// language, by their path below `Documentation/`.
package struct Handbook {
  let phrasing: Phrasing
  var language: Language { phrasing.language }
  var catalogue: Catalogue { phrasing.catalogue }

  package init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  package struct Page: Sendable {
    package let path: String
    package let text: String
  }

  package func pages() -> [Page] {
    [
      Page(path: "\(language.rawValue)/rules.md", text: rules()),
      Page(path: "\(language.rawValue)/criteria.md", text: criteria()),
      Page(path: "\(language.rawValue)/texts.md", text: texts()),
      Page(path: "\(language.rawValue)/coverage.md", text: coverage()),
    ]
  }

  // MARK: Rules

  private func rules() -> String {
    let cards = Rules.all.map(\.card)
    let rows = cards.map { card in
      [
        "[\(card.id)](#\(card.id.lowercased())-\(card.name))", card.name,
        language(EditorPhrase.severity(card.severity)), language(EditorPhrase.category(card.category)),
        card.isFixable ? "`--fix`" : "",
      ]
    }
    let header = [
      EditorPhrase.entryID, .ruleName, .ruleSeverity, .ruleCategory, .ruleRepair,
    ].map { language($0) }
    let sections = cards.flatMap { card in
      [
        "## \(card.id) \(card.name)", "", language(card.explanation), "",
        language(EditorPhrase.rejectingExample) + ":", "", "```xml", card.rejects.text, "```", "",
        language(EditorPhrase.acceptingExample) + ":", "", "```xml", card.accepts.text, "```", "",
      ]
    }
    let lines = ["# \(language(EditorPhrase.rulesTitle))", ""] + table(header, rows) + [""] + sections
    return page(lines)
  }

  // MARK: Criteria

  private func criteria() -> String {
    var lines = ["# \(escaped(language(EditorPhrase.criteriaTitle(catalogue.edition.number))))", ""]
    for group in catalogue.groups {
      let members = catalogue.criteria.filter { $0.group == group.id }
      guard !members.isEmpty else { continue }
      lines += ["## \(escaped(language(group.title)))", ""]
      lines += members.flatMap(section)
    }
    return page(lines)
  }

  private func section(_ criterion: Criterion) -> [String] {
    var lines = [
      "### \(criterion.id) \(escaped(language(criterion.title)))", "",
      "\(escaped(language(criterion.planStatement)))", "",
      "- \(language(EditorPhrase.ruleForce)): \(phrasing.name(of: criterion.force))",
    ]
    lines += criterion.bases.map { "- \(escaped(basis($0)))" }
    if let reason = criterion.ownRule { lines.append("- \(escaped(language(reason)))") }
    let conditions = criterion.applicability.notation
    if !conditions.isEmpty { lines.append("- \(language(EditorPhrase.appliesWhen)): `\(conditions)`") }
    if let requirement = criterion.requirement {
      lines.append("- \(language(EditorPhrase.asksFor)): \(escaped(phrasing.name(of: requirement)))")
    } else if let reason = criterion.personJudges {
      lines.append("- \(language(EditorPhrase.judgedByPerson)): \(escaped(language(reason)))")
    } else {
      lines.append("- \(language(EditorPhrase.hasNoRequirement))")
    }
    if !criterion.isAssessable { lines.append("- \(language(EditorPhrase.evidenceNotVerified))") }
    if let remedy = criterion.remedy {
      lines.append("- \(language(EditorPhrase.toClose)): \(escaped(language(remedy.advice)))")
    }
    let provenance = criterion.provenance
    let source = provenance.source.map { ", \(link($0))" } ?? ""
    lines.append(
      "- \(language(EditorPhrase.evidence)): \(provenance.mark.rawValue), \(provenance.tier)\(source)")
    return lines + [""]
  }

  /// A source as a link, where it is a page of the web and nothing else.
  private func link(_ source: String) -> String {
    let isPage = ["https://", "http://"].contains { source.lowercased().hasPrefix($0) }
    return isPage && !source.holds(anyOf: "<> ") ? "<\(source)>" : escaped(source)
  }

  /// The basis without its state, which depends on the day.
  private func basis(_ basis: Basis) -> String {
    let provision = basis.provision.flatMap { catalogue.provision($0) }.map { ": \(language($0.subject))" }
    return "\(phrasing.shortName(basis.instrument))\(provision ?? "") [\(phrasing.name(of: basis.force))]"
  }

  // MARK: Texts

  private func texts() -> String {
    let header = [
      EditorPhrase.entryID, .entryNumber, .entryTitle, .lifeIssued, .lifeFrom, .lifeTo, .lifeReplacedBy,
      .ruleEvidence,
    ].map { language($0) }
    func row(_ id: String, _ number: String, _ title: Label, _ life: Life, _ provenance: Provenance)
      -> [String]
    {
      [
        id, escaped(number), escaped(language(title)), life.issued?.description ?? "",
        life.effectiveFrom?.description ?? "",
        life.effectiveTo?.description ?? "", life.replacedBy.map(\.id).joined(separator: ", "),
        "\(provenance.mark.rawValue) \(provenance.tier)",
      ]
    }
    let instruments = catalogue.instruments.sorted { $0.id < $1.id }
      .map { row($0.id, $0.number ?? "", $0.title, $0.life, $0.provenance) }
    let standards = catalogue.standards.sorted { $0.id < $1.id }
      .map { row($0.id, $0.number, $0.title, $0.life, $0.provenance) }
    let lines =
      ["# \(escaped(language(EditorPhrase.textsTitle(catalogue.edition.number))))", ""]
      + ["## \(language(EditorPhrase.instrumentsTitle))", ""] + table(header, instruments) + [""]
      + ["## \(language(EditorPhrase.standardsTitle))", ""] + table(header, standards)
    return page(lines)
  }

  // MARK: Markdown

  func page(_ lines: [String]) -> String {
    var lines = lines
    lines.insert(contentsOf: ["", "*\(language(EditorPhrase.writtenByMakeDocs))*"], at: 1)
    return lines.map(SafeText.harmlessLines).joined(separator: "\n") + "\n"
  }

  func table(_ header: [String], _ rows: [[String]]) -> [String] {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.withBackslash(before: "|") }.joined(separator: " | ") + " |"
    }
    return [line(header), "|" + header.map { _ in "---|" }.joined()] + rows.map(line)
  }

  /// Text of the catalogue is text: what Markdown would read as markup is escaped.
  func escaped(_ text: String) -> String { text.withBackslash(before: "\\`*_[]<>#") }
}
