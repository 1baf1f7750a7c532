import Source

// What several facets are written with.

extension FacetsAsXPath {
  /// Items of a section that somebody filled in.
  func items(_ element: String, in section: String, _ conditions: String...) -> String {
    XPath.section(section) + "/p:\(element)[\(XPath.filledIn)]" + conditions.map { "[\($0)]" }.joined()
  }

  /// All these sections were transcribed in full; absence of a section is told by the whole file.
  func areComplete(_ sections: [String]) -> XPathTest {
    .all(sections.map { .expression("$complete-\($0)") })
  }

  /// Holds if one node is there and, where a limit is given, in time; fails only in complete sections.
  func found(_ nodes: String, by limit: CalendarDate? = nil, in sections: [String]) -> PartAsXPath {
    var nodes = nodes
    if let limit {
      let inTime = "\(XPath.day("@by"))<=\(limit.number)"
      nodes = "(\(nodes))[(\(inTime) and \(Self.canBeDue)) or normalize-space(@status)='existing']"
    }
    let holds = XPathTest.expression("boolean(\(nodes))")
    return PartAsXPath(holds: holds, fails: !holds && areComplete(sections))
  }

  /// What does not exist yet is due in a year of the plan or after it, if the plan says when it is; never before 1990.
  private static let canBeDue: String = {
    let due = "number(substring(normalize-space(@by),1,4))"
    let from = "number(normalize-space(\(XPath.section("identity"))/p:period[1]/@from))"
    let dated = "number(substring(normalize-space(\(XPath.section("identity"))/p:date[1]),1,4))"
    // What is not a number is no less than itself either.
    return "(\(due)>=1990 and \(due)<=2100 and (\(due)>=\(from) or \(due)>=\(dated) or "
      + "not(\(from)=\(from) or \(dated)=\(dated))))"
  }()

  /// At least so many of these node sets are not empty.
  func count(of sets: [String], atLeast minimum: Int) -> XPathTest {
    if sets.isEmpty { return .constant(minimum <= 0) }
    if minimum == 1 { return .expression("boolean(\(sets.joined(separator: "|")))") }
    return .expression("\(sets.map { "number(boolean(\($0)))" }.joined(separator: "+"))>=\(minimum)")
  }
}

// Texts that a plan prints.
extension FacetsAsXPath {
  /// What a plan must not rest on counts as it is printed; what it is asked to show has to be filled in.
  static let filledIn = "[\(XPath.given("."))]"
  static let printedBases = "[self::p:legal-basis][not(normalize-space(@role)='background')]"
  static let bases = printedBases + filledIn
  static let printedStandards = "[self::p:standard]"
  static let standards = printedStandards + filledIn
  static let textSections = ["legal-bases", "standards-applied", "architecture"]

  /// Every text of the catalogue that may be cited.
  var texts: [String] { catalogue.instruments.map(\.id) + catalogue.standards.map(\.id) }

  /// The text is cited in such a place.
  func cited(_ id: String, _ place: String, in section: String) -> PartAsXPath {
    let cites = XPathTest.expression("boolean($is-\(id)\(place))")
    let mayCite = XPathTest.expression("boolean($may-\(id)\(place))")
    return PartAsXPath(
      asked: law.isInForce(id), holds: cites,
      fails: .all([!cites, !mayCite, !.expression("boolean($unreadable\(place))"), areComplete([section])]))
  }
}

// What sections say.
extension FacetsAsXPath {
  /// Items of any depth that carry the topic and that somebody filled in.
  func items(about topic: String, in sections: [String]) -> String {
    sections.map { XPath.section($0) + "//*[\(XPath.isAbout(topic))][\(XPath.filledIn)]" }
      .joined(separator: "|")
  }
}
