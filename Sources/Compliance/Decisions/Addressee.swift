import Catalogue
import MasterPlan
import XML

/// Whom a person's decision is for: a place, and one plan of it, by number, or by title and round where a draft has no
/// number. A number alone names no plan: every province has a decision of that number.
package struct Addressee: Sendable, Hashable {
  package let place: String?
  /// Number of the plan.
  package let plan: String?
  package let title: String?
  /// The round in which the plan was submitted, from 1.
  package let round: Int?

  init(_ element: Element) {
    place = element.attribute("place")
    plan = element.attribute("plan")
    title = element.attribute("title")
    round = element.attribute("round").flatMap { Int($0) }
  }

  /// What is not said, so that nobody knows whose plan is meant.
  package enum Lack: Sendable, Hashable {
    /// Neither a place nor a plan.
    case everything
    /// A plan, but not of which place.
    case place
    /// A place, but not which of its plans.
    case plan
  }

  package var lack: Lack? {
    let hasPlan = plan != nil || title != nil
    return switch (place != nil, hasPlan) {
    case (true, true): nil
    case (true, false): .plan
    case (false, true): .place
    case (false, false): .everything
    }
  }

  package enum Fit: Sendable {
    case thisPlan
    /// The plan, in another round than that of the decision.
    case anotherRound
    case anotherPlan
  }

  /// Whether the plan is meant. What is not said fits nothing.
  package func fit(_ candidate: PlanName) -> Fit {
    guard lack == nil, let place, PlaceName(place).fits(candidate.place) else { return .anotherPlan }
    if let plan, let number = candidate.number {
      return PlanName.folded(plan) == number ? .thisPlan : .anotherPlan
    }
    guard let title, PlanName.folded(title) == candidate.title else { return .anotherPlan }
    return round == candidate.round ? .thisPlan : .anotherRound
  }
}

/// What tells one plan from others.
package struct PlanName: Sendable {
  let place: PlaceName
  let number: String?
  let title: String
  let round: Int?

  package init(city: String, number: String?, title: String, round: Int?) {
    place = PlaceName(city)
    self.number = number.map(Self.folded)
    self.title = Self.folded(title)
    self.round = round
  }

  package init(_ plan: MasterPlan) {
    self.init(
      city: plan.city.name, number: plan.identity.number, title: plan.identity.title,
      round: plan.identity.round)
  }

  /// Case, white space and the kind of a dash tell no two numbers or titles apart.
  static func folded(_ text: String) -> String {
    var folded = text.lowercased()
    for dash in ["–", "—", "‑", "‐"] { folded = folded.replacing(dash, with: "-") }
    return folded.split { $0.isWhitespace }.joined(separator: " ").replacing(" - ", with: "-")
  }
}
