import Catalogue
import XML

/// Phases of criteria that their target or their condition denies.
struct PhaseOfAnotherPeriod: CriterionRule {
  let card = RuleCard(
    "K132", "phase-of-another-period", .warning, .time,
    vi:
      "Giai đoạn của tiêu chí khác với giai đoạn của mục tiêu quốc gia mà nó theo, hoặc khác với thời kỳ của đề "
      + "án nêu ở điều kiện áp dụng.",
    en:
      "The phase of the criterion is not that of the national target which it follows, or not the period of "
      + "plans that its condition names.",
    accepts: .programme(),
    rejects: .programme(phase: "from=\"‸2018\" to=\"2021\""))

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    guard let phase = entry.element.child("phase") else { return }
    let period = entry.element.child("applies-when")?.child("plan-period")
    let target = criterion.schemeTarget.flatMap { source.entry($0) }.flatMap {
      $0.kind == .target ? $0.element : nil
    }
    for other in [period, target].compactMap({ $0 }) {
      for end in ["from", "to"] {
        guard let wanted = other.attribute(end), let found = phase.attribute(end), wanted != found else {
          continue
        }
        report.add(
          .value(phase, "from", scalar: 0), vi: "giai đoạn ghi \(end) \(found), nơi kia ghi \(wanted)",
          en: "the phase says \(end) \(found), the other place \(wanted)")
        return
      }
    }
  }
}
