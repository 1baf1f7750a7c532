import Catalogue
import Source

/// What one part of a requirement comes to, as XPath. Unknown is what is asked and neither holds nor
/// fails.
struct PartTests {
  var asked: XPathTest = .yes
  let holds: XPathTest
  let fails: XPathTest
}

/// Writes facets as XPath 1.0, by their pages in `Documentation/facets/` and without a look at the
/// evaluator: what both agree on was said twice.
struct FacetTests {
  let catalogue: Catalogue
  let law: LawTests

  /// The parts of a requirement, in the order of the catalogue.
  func parts(of requirement: Requirement) -> [PartTests] {
    switch requirement {
    case .all(let members): members.flatMap(parts)
    case .coversLayers(let framework, let kind):
      (catalogue.framework(framework)?.layers ?? []).filter { $0.kind == kind }.map { covers($0.id) }
    case .any(let members): [oneOf(members.map(asOnePart))]
    default: [part(of: requirement)]
    }
  }

  /// A requirement that counts as one part, as every member of an `any` does.
  private func asOnePart(_ requirement: Requirement) -> PartTests {
    let parts = parts(of: requirement)
    guard parts.count != 1 else { return parts[0] }
    let fails = XPathTest.any(parts.map { $0.asked && $0.fails })
    return PartTests(
      asked: .any(parts.map(\.asked)), holds: .all(parts.map { !$0.asked || $0.holds }), fails: fails)
  }

  private func oneOf(_ parts: [PartTests]) -> PartTests {
    PartTests(
      asked: .any(parts.map(\.asked)), holds: .any(parts.map { $0.asked && $0.holds }),
      fails: .all(parts.map { !$0.asked || $0.fails }))
  }

  private func part(of requirement: Requirement) -> PartTests {
    switch requirement {
    case .cites(let id): cites(id)
    case .citesNoLonger(let id): citesNoLonger(id)
    case .basesArchitectureOn(let id): basesArchitectureOn(id)
    case .restsOnTextsInForce: restsOnTextsInForce()
    case .citesNoFutureText: citesNoFutureText()
    case .appliesStandards(let ids, let minimum): appliesStandards(ids, minimum)
    case .coversFields(let fields, let minimum, let withReason): coversFields(fields, minimum, withReason)
    case .hasComponent(let types, let layer, let statuses, let by):
      found(components(types, layer, statuses), by: by, in: ["architecture"])
    case .states(let sections, let topic, let by): states(sections, topic, by)
    case .avoids(let sections, let topic): avoids(sections, topic)
    case .namesBody(let role, let withDecision): namesBody(role, withDecision)
    case .namesParticipant(let type):
      found(
        items("participant", in: "participation", "normalize-space(@type)='\(type)'"), in: ["participation"])
    case .gives(let item, let detail): gives(item, detail)
    case .linksTo(let platform, let by):
      found(
        items("link", in: "integration", "normalize-space(@platform)='\(platform)'"), by: by,
        in: ["integration"])
    case .trains(let audience, let share, let by): trains(audience, share, by)
    case .plansYear(let year):
      found(
        items("phase", in: "phases") + "/p:task[\(XPath.filledIn)][number(@year)=\(year)]", in: ["phases"])
    case .budgetsAddUp: budgetsAddUp()
    case .selfAssessesMaturity: selfAssessesMaturity()
    case .statesCoordinateSystem(let name): statesCoordinateSystem(name)
    // A schema inside a criterion cannot stand inside a rule of this one: the export says unknown.
    case .schematron: PartTests(holds: .no, fails: .no)
    case .all, .any, .coversLayers: PartTests(holds: .no, fails: .no)
    }
  }
}

// What several facets share.
extension FacetTests {
  /// Items of a section that somebody filled in.
  func items(_ element: String, in section: String, _ conditions: String...) -> String {
    XPath.section(section) + "/p:\(element)[\(XPath.filledIn)]" + conditions.map { "[\($0)]" }.joined()
  }

  /// All these sections were transcribed in full; absence of a section is told by the whole file.
  func areComplete(_ sections: [String]) -> XPathTest {
    .all(sections.map { .expression("$complete-\($0)") })
  }

  /// Holds if one node is there and, where a limit is given, in time; fails only in complete sections.
  func found(_ nodes: String, by limit: CalendarDate? = nil, in sections: [String]) -> PartTests {
    var nodes = nodes
    if let limit {
      let inTime = "\(XPath.day("@by"))<=\(limit.number)"
      nodes = "(\(nodes))[\(inTime) or normalize-space(@status)='existing']"
    }
    let holds = XPathTest.expression("boolean(\(nodes))")
    return PartTests(holds: holds, fails: !holds && areComplete(sections))
  }

  /// At least so many of these node sets are not empty.
  func count(of sets: [String], atLeast minimum: Int) -> XPathTest {
    if sets.isEmpty { return .constant(minimum <= 0) }
    if minimum == 1 { return .expression("boolean(\(sets.joined(separator: "|")))") }
    return .expression("\(sets.map { "number(boolean(\($0)))" }.joined(separator: "+"))>=\(minimum)")
  }
}
