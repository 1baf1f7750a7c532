import Catalogue
import Source

/// Whether a criterion applies, as XPath: the test that all its conditions hold, and the test that one
/// of them is false. What is neither is undecided.
struct ConditionsAsXPath {
  let applies: XPathTest
  let doesNotApply: XPathTest

  init(_ asked: Applicability, asOf: CalendarDate) {
    var conditions: [(holds: XPathTest, fails: XPathTest)] = []
    func listed(_ values: [String], _ attribute: String) {
      guard !values.isEmpty else { return }
      let given = XPathTest.expression("boolean(\(attribute))")
      let holds = XPathTest.expression(XPath.isOneOf(attribute, values))
      conditions.append((holds, given && !holds))
    }
    listed(asked.planKinds, XPath.section("identity") + "/@kind")
    // A kind beside a title that names another one takes no criterion away.
    if let first = conditions.first { conditions[0].fails = first.fails && !Self.isTitled(asked.planKinds) }
    listed(asked.cityLevels, XPath.section("city") + "/@level")
    listed(asked.urbanClasses, XPath.section("city") + "/@urban-class")
    listed(asked.stages, XPath.section("identity") + "/@stage")
    listed(asked.regions, XPath.section("city") + "/@region")
    if let years = asked.periodOverlaps { conditions.append(Self.overlaps(years)) }
    if let dates = asked.asOf {
      let holds = XPathTest.constant(dates.contains(asOf))
      conditions.append((holds, !holds))
    }
    for presence in asked.presences { conditions.append(Self.isPresent(presence)) }
    if let level = asked.aimsAtLevel {
      let nodes = "/p:master-plan/p:maturity/p:target-level[\(XPath.filledIn)]"
      let aims = XPathTest.expression("boolean(\(nodes)[normalize-space(@level)='\(level)'])")
      conditions.append((aims, !aims && .expression("$complete-maturity")))
    }
    applies = .all(conditions.map(\.holds))
    doesNotApply = .any(conditions.map(\.fails))
  }

  /// The years that the plan speaks of and those of the criterion have one in common. Undecided where
  /// the plan prints no years (NaN compares as false).
  private static func overlaps(_ years: ClosedRange<Int>) -> (holds: XPathTest, fails: XPathTest) {
    let (first, last) = ("$first-year", "$last-year")
    // The ends of a period may be printed the wrong way round.
    let low = "(\(first)<=\(years.upperBound) or \(last)<=\(years.upperBound))"
    let high = "(\(first)>=\(years.lowerBound) or \(last)>=\(years.lowerBound))"
    let known = XPathTest.expression("(\(first)=\(first) and \(last)=\(last))")
    let holds = XPathTest.all([known, .expression(low), .expression(high)])
    return (holds, known && !holds)
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

  private static func isPresent(_ presence: Applicability.Presence) -> (holds: XPathTest, fails: XPathTest) {
    let topics = presence.topics.map { XPathTest.expression(XPath.isAbout($0)) }
    let nodes = presence.sections.map { section in
      XPath.section(section) + "/*[\(XPath.filledIn)]"
        + (topics.isEmpty ? "" : "[\(XPathTest.any(topics).text)]")
    }
    let holds = XPathTest.expression("boolean(\(nodes.joined(separator: "|")))")
    let complete = XPathTest.all(presence.sections.map { .expression("$complete-\($0)") })
    return (holds, !holds && complete)
  }
}
