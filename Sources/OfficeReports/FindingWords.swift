import Catalogue
import Compliance
import Languages
import Phrasing
import Source

/// What sheets and letters say of one finding, short enough for a cell.
struct FindingWords {
  private let finding: Finding
  private let phrasing: Phrasing
  private var language: Language { phrasing.language }

  init(_ finding: Finding, _ phrasing: Phrasing) {
    (self.finding, self.phrasing) = (finding, phrasing)
  }

  /// What is missing or wrong, a part a line.
  var missing: [String] {
    let failing = finding.parts.filter { $0.state == .fails }
    let parts = failing.isEmpty ? finding.parts.filter { $0.state == .unknown } : failing
    guard !parts.isEmpty else { return [SafeText.of(phrasing.reason(of: finding), limit: 400)] }
    return parts.map { part in
      switch part.reason {
      case .absent, .notTranscribed, .oneOf: SafeText.of(phrasing.name(of: part.requirement), limit: 400)
      default:
        SafeText.of("\(phrasing.name(of: part.requirement)) – \(phrasing.reason(of: part))", limit: 400)
      }
    }
  }

  /// What is wrong, where it is more than that something is absent; short.
  var fault: String? {
    let parts = finding.parts.filter { $0.state == .fails }
    if finding.verdict == .partial {
      let names = parts.map { phrasing.name(of: $0.requirement) }.joined(separator: "; ")
      return SafeText.of(names, limit: 140)
    }
    for part in parts {
      switch part.reason {
      case .absent, .notTranscribed, .oneOf: continue
      default: return SafeText.of(phrasing.reason(of: part), limit: 140)
      }
    }
    return nil
  }

  /// The bases that give it its force, up to three.
  var bases: [String] {
    if finding.criterion.ownRule != nil { return [language(.ownRule)] }
    return finding.bindingBases.prefix(3).map { phrasing.briefName(of: $0.basis) }
  }

  /// The first place that shows it, or the section where it belongs.
  var place: String {
    if let shown = finding.evidence.first(where: { $0.role == .shows }) {
      return phrasing.location(of: shown)
    }
    guard let section else { return "" }
    return language(Phrase("answers.belongs-in", ["section": .text(phrasing.title(of: section))]))
  }

  /// Who is to do it, where the plan names a body at the place.
  var lead: String? { finding.evidence.lazy.compactMap(\.lead).first.map { SafeText.of($0, limit: 120) } }

  var deadline: String { finding.criterion.phase.deadline.map { language($0) } ?? "" }

  var remedy: String { finding.criterion.remedy.map { language($0.advice) } ?? "" }

  /// The section of a plan that should say it.
  var section: String? {
    let parts = finding.parts.filter { $0.state == .fails || $0.state == .unknown }
    if let section = parts.sectionThatLacks { return section }
    return finding.evidence.first { $0.role == .belongsHere }?.section ?? finding.evidence.first?.section
  }
}
