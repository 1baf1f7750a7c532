import Catalogue
import Compliance
import Languages
import Linting
import Phrasing
import Source
import Writing

/// A criterion, a rule, a verdict, a force or an exit status in words.
package struct Explanation {
  private let phrasing: Phrasing
  private var language: Language { phrasing.language }

  package init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  /// What `word` means; nil where it is none of them.
  package func text(for word: String, on date: CalendarDate) -> String? {
    if let rule = Rules.named(word) { return RuleCardText(language).text(rule.card) }
    if let criterion = phrasing.catalogue.criterion(word.uppercased()) { return text(criterion, on: date) }
    if let verdict = Verdict.allCases.first(where: { isMeant($0.rawValue, { $0.name(of: $1) }, $0, by: word) }
    ) {
      return paragraph(phrasing.name(of: verdict), language(EditorPhrase.meaning(verdict)))
    }
    if let force = Force.allCases.first(where: { isMeant($0.rawValue, { $0.name(of: $1) }, $0, by: word) }) {
      return paragraph(phrasing.name(of: force), language(EditorPhrase.meaningOfForce(force)))
    }
    if let outcome = Conformity.Outcome.allCases.first(where: {
      isMeant($0.rawValue, { $0.name(of: $1) }, $0, by: word)
    }) {
      return paragraph(phrasing.name(of: outcome), language(.meaning(outcome)))
    }
    if let (name, meaning) = Phrase.wordsOfReports.first(where: { name, _ in
      Language.allCases.contains { folded($0(name)) == folded(word) }
    }) {
      return paragraph(language(name), language(meaning))
    }
    if let status = Int(word), let meaning = EditorPhrase.exitStatus(status) {
      return paragraph("\(status)", language(meaning))
    }
    return EntryCard(phrasing).text(for: word, on: date)
  }

  /// Whether a word is the token of something or its name in one of the languages, whatever its case.
  private func isMeant<Subject>(
    _ token: String, _ name: (Phrasing, Subject) -> String, _ subject: Subject, by word: String
  ) -> Bool {
    ([token] + Language.allCases.map { name(phrasing.in($0), subject) }).contains {
      folded($0) == folded(word)
    }
  }

  private func folded(_ word: String) -> String {
    word.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func paragraph(_ head: String, _ text: String) -> String {
    Wrapping.lines("\(head): \(text)", width: 100, indent: 0, first: 0).joined(separator: "\n") + "\n"
  }

  private func text(_ criterion: Criterion, on date: CalendarDate) -> String {
    var lines = [EntryCard(phrasing).text(for: criterion.id, on: date) ?? criterion.id]
    let conditions = criterion.applicability.notation
    if !conditions.isEmpty { lines += [language(EditorPhrase.appliesWhen) + ": " + conditions, ""] }
    if let requirement = criterion.requirement {
      lines += [language(EditorPhrase.asksFor) + ":"] + parts(of: requirement, depth: 1) + [""]
    } else if let reason = criterion.personJudges {
      lines += [language(EditorPhrase.judgedByPerson) + ": " + language(reason), ""]
    }
    if let remedy = criterion.remedy {
      lines += Wrapping.lines(
        language(EditorPhrase.toClose) + ": " + language(remedy.advice), width: 100, indent: 2, first: 0)
      if let snippet = remedy.snippet { lines += ["", SafeText.harmlessLines(snippet)] }
      lines.append("")
    }
    let provenance = criterion.provenance
    lines.append(
      "\(language(EditorPhrase.evidence)): \(provenance.mark.rawValue), \(provenance.tier)"
        + (provenance.source.map { ", \($0)" } ?? ""))
    return lines.joined(separator: "\n") + "\n"
  }

  private func parts(of requirement: Requirement, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    switch requirement {
    case .all(let members):
      return [indent + language(EditorPhrase.allOf)] + members.flatMap { parts(of: $0, depth: depth + 1) }
    case .any(let members):
      return [indent + language(EditorPhrase.oneOf)] + members.flatMap { parts(of: $0, depth: depth + 1) }
    default:
      return [indent + phrasing.name(of: requirement)]
    }
  }
}

extension Phrase {
  fileprivate static func meaning(_ outcome: Conformity.Outcome) -> Phrase {
    switch outcome {
    case .conforming: Phrase("editing.meaning-conforming")
    case .nonConforming: Phrase("editing.meaning-non-conforming")
    case .incomplete: Phrase("editing.meaning-incomplete")
    }
  }

  /// Words that stand in the head of a report, with what they mean.
  fileprivate static var wordsOfReports: [(name: Phrase, meaning: Phrase)] {
    [
      (.asOf, Phrase("editing.meaning-as-of")), (.stage, Phrase("editing.meaning-stage")),
      (.profile, Phrase("editing.meaning-profile")), (.baseline, Phrase("editing.meaning-baseline")),
      (.coverage, Phrase("editing.meaning-coverage")), (.catalogue, Phrase("editing.meaning-catalogue")),
    ]
  }
}
