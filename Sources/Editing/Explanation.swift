import Catalogue
import Compliance
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
    if let verdict = Verdict(rawValue: word.lowercased()) {
      return paragraph(phrasing.name(of: verdict), language(EditorPhrase.meaning(verdict)))
    }
    if let force = Force(rawValue: word.lowercased()) {
      return paragraph(phrasing.name(of: force), language(EditorPhrase.meaningOfForce(force)))
    }
    if let status = Int(word), let meaning = EditorPhrase.exitStatus(status) {
      return paragraph("\(status)", language(meaning))
    }
    return EntryCard(phrasing).text(for: word, on: date)
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
