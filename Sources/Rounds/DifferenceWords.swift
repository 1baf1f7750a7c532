import Compliance
import Phrasing
import Source

/// Puts a difference into words. What the reports say themselves is quoted as they say it.
struct DifferenceWords {
  let phrasing: Phrasing
  var language: Language { phrasing.language }

  /// The sections in which changes are shown: what needs a reader first.
  static let order: [Change] = [.new, .changed, .closed, .stillOpen]

  func title(of change: CriterionChange) -> String { SafeText.of(change.finding.title, limit: 300) }

  /// From what to what the outcome moved.
  func move(of change: CriterionChange) -> String {
    let names = [change.old, change.new].map { finding in
      finding.map { phrasing.name(of: $0.standing.verdict) } ?? language(.absentCriterion)
    }
    return names[0] == names[1] ? names[0] : names.joined(separator: " → ")
  }

  func force(of change: CriterionChange) -> String {
    let names = [change.old, change.new].compactMap { $0.map { phrasing.name(of: $0.standing.force) } }
    return names.count == 2 && names[0] != names[1] ? names.joined(separator: " → ") : names.last ?? ""
  }

  func outcome(of difference: ReportDifference) -> String {
    let names = [difference.old, difference.new].map { phrasing.name(of: $0.outcome) }
    return names[0] == names[1] ? names[0] : names.joined(separator: " → ")
  }

  /// What a reader needs to act on a change.
  func details(of change: CriterionChange) -> [(name: String, text: String)] {
    let finding = change.finding
    var details: [(Phrase, String)] = []
    func parts(_ name: Phrase, _ parts: [SavedFinding.Part], withReason: Bool = true) {
      details += parts.map { (name, withReason ? "\($0.name) – \($0.reason)" : $0.name) }
    }
    let isGap = finding.standing.verdict.isGap && change.new != nil
    if isGap { details += finding.bases.map { (.basis, $0) } }
    parts(.newlyMissing, change.newParts)
    parts(.noLongerMissing, change.closedParts, withReason: false)
    if change.change != .new { parts(.stillMissing, change.openParts) }
    if !isGap, change.change != .closed { details.append((.reason, finding.reason)) }
    if isGap, let line = finding.line {
      details.append((.inPlan, language(.atLine(line, section: finding.section ?? ""))))
    }
    if isGap, let advice = finding.advice { details.append((.toWrite, advice)) }
    return details.map { (language($0.0), SafeText.of($0.1, limit: 2_000)) }
  }

  func words(_ circumstance: ReportDifference.Circumstance) -> String {
    let phrase: Phrase =
      switch circumstance {
      case .samePlan: .samePlan
      case .otherCity(let old, let new): .otherCity(old: SafeText.of(old), new: SafeText.of(new))
      case .catalogue(let old, let new): .otherCatalogue(old: SafeText.of(old), new: SafeText.of(new))
      case .asOf(let old, let new): .otherDay(old: language(old), new: language(new))
      case .stage(let old, let new):
        .otherStage(
          old: phrasing.term(old.rawValue, "stage"), new: phrasing.term(new.rawValue, "stage"))
      case .profile: .otherProfile
      case .rulesInOneRound: .rulesInOneRound
      }
    return language(phrase)
  }

  func name(of report: SavedReport) -> String {
    SafeText.of("\(report.city): \(report.title) (\(report.file))", limit: 400)
  }

  /// Whether any report speaks another language than the one asked for.
  func quotesAnother(_ round: RoundDifference) -> Bool {
    round.plans.contains { $0.new.language != language || $0.old.language != language }
  }

  func verdict(on round: RoundDifference) -> String {
    let phrase: Phrase =
      round.plans.isEmpty ? .nothingCompared : round.isWorse ? .gotWorse : .nothingWorse
    return round.isWorse ? language(phrase).uppercased() : language(phrase)
  }
}
