import Catalogue
import Source

/// Whether a criterion applies, as XPath: the test that all its conditions hold, and the test that one
/// of them is false. What is neither is undecided.
struct ConditionsAsXPath {
  let applies: XPathTest
  let doesNotApply: XPathTest
  /// XPath 1.0 cannot tell one of them, and none of the others decides.
  let beyond: XPathTest

  init(_ asked: Applicability, asOf: CalendarDate, _ facets: FacetsAsXPath) {
    var conditions: [(holds: XPathTest, fails: XPathTest)] = []
    func listed(_ values: [String], _ attribute: String) {
      guard !values.isEmpty else { return }
      let given = XPathTest.expression("boolean(\(attribute)[normalize-space()!='unknown'])")
      let holds = XPathTest.expression(XPath.isOneOf(attribute, values))
      conditions.append((holds, given && !holds))
    }
    listed(asked.planKinds, XPath.section("identity") + "/@kind")
    // A kind beside a title that names another one takes no criterion away.
    if let first = conditions.first { conditions[0].fails = first.fails && !Self.isTitled(asked.planKinds) }
    listed(asked.cityLevels, XPath.section("city") + "/@level")
    listed(asked.urbanClasses, XPath.section("city") + "/@urban-class")
    if !asked.urbanClasses.isEmpty, let last = conditions.popLast() {
      let city = XPath.section("city")
      let isProvince = XPathTest.expression(
        "(normalize-space(\(city)/@level)='province' and not(\(city)/@urban-class))")
      conditions.append((last.holds, last.fails || isProvince))
    }
    listed(asked.stages, XPath.section("identity") + "/@stage")
    listed(asked.regions, XPath.section("city") + "/@region")
    if let years = asked.periodOverlaps { conditions.append(Self.overlaps(years)) }
    if let dates = asked.asOf {
      let holds = XPathTest.constant(dates.contains(asOf))
      conditions.append((holds, !holds))
    }
    var untold: [XPathTest] = []
    for presence in asked.presences {
      let part = Self.isPresent(presence, facets)
      conditions.append((part.holds, part.fails))
      untold.append(part.beyond)
    }
    if let level = asked.aimsAtLevel {
      let nodes = "/p:master-plan/p:maturity/p:target-level[\(XPath.filledIn)]"
      let aims = XPathTest.expression("boolean(\(nodes)[normalize-space(@level)='\(level)'])")
      conditions.append((aims, !aims && .expression("$complete-maturity")))
    }
    applies = .all(conditions.map(\.holds))
    doesNotApply = .any(conditions.map(\.fails))
    beyond = .any(untold)
  }

  /// The period of the plan and that of the criterion have a year in common. Where one end of the plan's is not
  /// known the other may decide; else it is undecided.
  private static func overlaps(_ years: ClosedRange<Int>) -> (holds: XPathTest, fails: XPathTest) {
    let (first, last) = ("$first-year", "$last-year")
    // The ends of a period may be printed the wrong way round.
    let low = "(\(first)<=\(years.upperBound) or \(last)<=\(years.upperBound))"
    let high = "(\(first)>=\(years.lowerBound) or \(last)>=\(years.lowerBound))"
    func isKnown(_ end: String) -> XPathTest { .expression("\(end)=\(end)") }
    func isAmong(_ end: String) -> XPathTest {
      .expression("(\(end)>=\(years.lowerBound) and \(end)<=\(years.upperBound))")
    }
    let both = isKnown(first) && isKnown(last)
    let onlyFirst = isKnown(first) && !isKnown(last)
    let onlyLast = isKnown(last) && !isKnown(first)
    let meet = XPathTest.all([.expression(low), .expression(high)])
    return (
      .any([both && meet, onlyFirst && isAmong(first), onlyLast && isAmong(last)]),
      .any([
        both && !meet, onlyFirst && .expression("\(first)>\(years.upperBound)"),
        onlyLast && .expression("\(last)<\(years.lowerBound)"),
      ])
    )
  }

  /// The title begins with the name of one of these kinds.
  private static func isTitled(_ kinds: [String]) -> XPathTest {
    let title = XPath.section("identity") + "/p:title[1]"
    return .any(
      KindInTitle.words.filter { kinds.contains($0.kind) }.map { $0.words }.flatMap { [$0, "dự thảo " + $0] }
        .map {
          .expression(
            "boolean(\(title)[starts-with(\(PrintXPath.words),\(XPath.quoted(" \(PrintFolding.fold($0)) ")))])"
          )
        })
  }

  private static func isPresent(_ presence: Applicability.Presence, _ facets: FacetsAsXPath) -> PartAsXPath {
    guard presence.topics.isEmpty else {
      // One of the topics is enough.
      let parts = presence.topics.map { topic in
        facets.spoken(
          WordingKey(list: WordingKey.topics, token: topic),
          labelled: facets.labelled(topic, in: presence.sections),
          others: facets.texts(in: presence.sections), in: presence.sections)
      }
      let holds = XPathTest.any(parts.map(\.holds))
      return PartAsXPath(
        holds: holds, fails: .all(parts.map(\.fails)), beyond: !holds && .any(parts.map(\.beyond)))
    }
    let nodes = presence.sections.map { XPath.section($0) + "/*[\(XPath.filledIn)]" }
    let holds = XPathTest.expression("boolean(\(nodes.joined(separator: "|")))")
    let complete = XPathTest.all(presence.sections.map { .expression("$complete-\($0)") })
    return PartAsXPath(holds: holds, fails: !holds && complete)
  }
}
