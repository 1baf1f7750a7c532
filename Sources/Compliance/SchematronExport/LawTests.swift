import Catalogue
import Source

/// The state of texts on the as-of date, resolved when the catalogue is exported. Only a transition
/// rule is left open: it asks when the plan was approved, which the schema reads from the plan.
struct LawTests {
  let catalogue: Catalogue
  let asOf: CalendarDate

  /// The text was in force once and is no longer.
  func isOver(_ id: String) -> XPathTest {
    guard let state = catalogue.state(of: id, on: asOf), state.isOver else { return .no }
    return !isKept(id)
  }

  /// A plan may rest on the text.
  func isInForce(_ id: String) -> XPathTest {
    guard let state = catalogue.state(of: id, on: asOf) else { return .no }
    return state.isInForce ? .yes : state.isOver ? isKept(id) : .no
  }

  /// The text came into being or into force after the plan's own date; nil where nothing of its
  /// dates is known.
  func startsAfterOwnDate(_ id: String) -> XPathTest? {
    guard let life = catalogue.life(of: id) else { return nil }
    if let start = [life.issued, life.effectiveFrom].compactMap({ $0 }).max() {
      return .expression("$own-date < \(start.number)")
    }
    return life.year.map { .expression("floor($own-date div 10000) < \($0)") }
  }

  /// A transition rule keeps the text for this plan.
  private func isKept(_ id: String) -> XPathTest {
    let rules = (catalogue.life(of: id)?.transitions ?? []).filter { $0.approvedBefore <= asOf }
    return .any(rules.map { .expression("$approved < \($0.approvedBefore.number)") })
  }
}

extension CalendarDate {
  /// The day as XPath 1.0 can compare it: 20261231.
  var number: Int { year * 10000 + month * 100 + day }
}
