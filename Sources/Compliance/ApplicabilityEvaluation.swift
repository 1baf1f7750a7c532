import Catalogue
import MasterPlan

extension Applicability {
  /// Whether a criterion applies to a plan.
  enum Answer {
    case applies
    case doesNotApply(Condition)
    /// The plan file does not say what the condition asks.
    case undecided(Condition)
  }
}

extension Facts {
  /// All conditions must hold; a false one decides even where another is unknown.
  func outcome(of applicability: Applicability) -> Applicability.Answer {
    var undecided: Condition?
    for (condition, holds) in conditions(applicability) {
      switch holds {
      case true?: continue
      case false?: return .doesNotApply(condition)
      case nil: undecided = undecided ?? condition
      }
    }
    return undecided.map { .undecided($0) } ?? .applies
  }

  /// The level of `master-plan.xsd` whose places are many.
  private static let province = "province"

  private func conditions(_ asked: Applicability) -> [(Condition, Bool?)] {
    var result: [(Condition, Bool?)] = []
    func listed(_ values: [String], _ found: String?, _ condition: (String?) -> Condition) {
      guard !values.isEmpty else { return }
      let known = found == Identity.unknown ? nil : found
      result.append((condition(found), known.map(values.contains)))
    }
    listed(asked.planKinds, plan.identity.kind) { .planKind(asked: asked.planKinds, found: $0 ?? "") }
    // A kind beside a title that names another one takes no criterion away.
    if let first = result.first, first.1 == false, let titled = KindInTitle.kind(of: plan.identity.title),
      asked.planKinds.contains(titled)
    {
      result[0].1 = nil
    }
    listed(asked.cityLevels, plan.city.level) { .cityLevel(asked: asked.cityLevels, found: $0 ?? "") }
    // A province has no class of its own; where the plan gives one, it is that of the cities that it names.
    if plan.city.level == Self.province, plan.city.urbanClass == nil, !asked.urbanClasses.isEmpty {
      result.append((.provinceHasNoClass(asked: asked.urbanClasses), false))
    } else {
      listed(asked.urbanClasses, plan.city.urbanClass) { .urbanClass(asked: asked.urbanClasses, found: $0) }
    }
    listed(asked.regions, plan.city.region) { .region(asked: asked.regions, found: $0) }
    listed(asked.stages, stage.rawValue) { .stage(asked: asked.stages, found: $0 ?? "") }
    if let years = asked.periodOverlaps {
      result.append((.period(asked: years, found: plan.identity.years), plan.identity.overlaps(years)))
    }
    if let dates = asked.asOf { result.append((.asOf(asked: dates), dates.contains(asOf))) }
    for presence in asked.presences {
      result.append((.presence(sections: presence.sections, topics: presence.topics), isPresent(presence)))
    }
    if let level = asked.aimsAtLevel {
      let aims = items("target-level", in: "maturity").contains { $0.attribute("level") == level }
      result.append((.aimsAtLevel(level), aims ? true : areComplete(["maturity"]) ? false : nil))
    }
    return result
  }

  private func isPresent(_ presence: Applicability.Presence) -> Bool? {
    guard !presence.topics.isEmpty else {
      let items = presence.sections.lazy.compactMap { plan.section($0) }.flatMap(\.items)
      return items.contains(where: words.isSaid) ? true : areComplete(presence.sections) ? false : nil
    }
    let keys = presence.topics.map { WordingKey(list: WordingKey.topics, token: $0) }
    let claimed = claimed(
      keys.flatMap { key in items(about: key.token, in: presence.sections).map { ($0, key) } })
    guard claimed.shown.isEmpty else { return true }
    guard keys.allSatisfy({ spoken($0, in: presence.sections, besides: claimed).isEmpty }) else {
      return true
    }
    // A label alone proves neither that the condition holds nor that it does not.
    guard claimed.open.isEmpty else { return nil }
    return areComplete(presence.sections) ? false : nil
  }
}

extension Identity {
  /// A period without a first year begins in the year of the plan's decision, before which it is not carried out.
  private var firstYear: Int? { from ?? date?.year }

  /// The years of the plan's period, as far as they are known; the year of a vision is no part of it. Nil where the
  /// plan prints neither end.
  package var years: ClosedRange<Int>? {
    guard from != nil || to != nil, let lower = firstYear ?? to, let upper = to ?? from else { return nil }
    return min(lower, upper)...max(lower, upper)
  }

  /// Whether the period has a year in common with others; nil where an end that is not known decides.
  func overlaps(_ years: ClosedRange<Int>) -> Bool? {
    switch (firstYear, to) {
    case (let first?, let last?): (min(first, last)...max(first, last)).overlaps(years)
    case (let first?, nil): years.contains(first) ? true : first > years.upperBound ? false : nil
    case (nil, let last?): years.contains(last) ? true : last < years.lowerBound ? false : nil
    case (nil, nil): nil
    }
  }
}
