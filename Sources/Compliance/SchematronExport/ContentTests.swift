import Source

// Facets about what sections say and hold.
extension FacetTests {
  func covers(_ layer: String) -> PartTests {
    found(items("layer", in: "architecture", "normalize-space(@reference)='\(layer)'"), in: ["architecture"])
  }

  func coversFields(_ fields: [String], _ minimum: Int, _ withReason: Bool) -> PartTests {
    let sets = Set(fields).sorted().map { field in
      items("field", in: "architecture", "normalize-space(@type)='\(field)'")
        + (withReason ? "[\(XPath.given("@reason"))]" : "")
    }
    let holds = count(of: sets, atLeast: minimum)
    return PartTests(holds: holds, fails: !holds && areComplete(["architecture"]))
  }

  func components(_ types: [String], _ layer: String?, _ statuses: [String]) -> String {
    var nodes = items("component", in: "architecture", XPath.isOneOf("@type", types))
    if let layer {
      let layers = items("layer", in: "architecture", "normalize-space(@reference)='\(layer)'")
      nodes += "[@layer=\(layers)/@id]"
    }
    if !statuses.isEmpty { nodes += "[\(XPath.isOneOf("@status", statuses))]" }
    return nodes
  }

  func states(_ sections: [String], _ topic: String?, _ by: CalendarDate?) -> PartTests {
    guard let topic else { return hasContent(sections, by) }
    let nodes = sections.map { XPath.section($0) + "//*[\(XPath.isAbout(topic))][\(XPath.filledIn)]" }
    return found(nodes.joined(separator: "|"), by: by, in: sections)
  }

  /// An item that is filled in, or a figure of the section's own, such as the total of `finance`.
  private func hasContent(_ sections: [String], _ by: CalendarDate?) -> PartTests {
    let items = sections.map { XPath.section($0) + "/*[\(XPath.filledIn)]" }
    guard by == nil else { return found(items.joined(separator: "|"), by: by, in: sections) }
    let figures = sections.map { section in
      XPath.section(section) + "/@*[namespace-uri()='' and local-name()!='coverage' and "
        + "local-name()!='clause' and local-name()!='note']"
    }
    return found((items + figures).joined(separator: "|"), in: sections)
  }

  func avoids(_ sections: [String], _ topic: String) -> PartTests {
    let stated = states(sections, topic, nil)
    return PartTests(holds: stated.fails, fails: stated.holds)
  }

  func namesBody(_ role: String, _ withDecision: Bool) -> PartTests {
    let sections = ["governance", "identity"]
    let bodies = sections.map { section in
      items("body", in: section, "normalize-space(@role)='\(role)'")
        + (withDecision
          ? "[\(XPath.given("@decision"))][translate(@decision,'0123456789','')!=@decision]" : "")
    }
    return found(bodies.joined(separator: "|"), in: sections)
  }

  func statesCoordinateSystem(_ name: String) -> PartTests {
    let print = "translate(translate(@coordinate-system,$from,$to),' ','')"
    let bare = PrintFolding.fold(name).filter { $0.isLetter || $0.isNumber }
    return found(
      items("spatial-data", in: "data", XPath.given("@coordinate-system"))
        + "[contains(\(print),'\(bare)')][not(contains(\(print),'khong'))][not(contains(\(print),'chua'))]",
      in: ["data"])
  }

  func selfAssessesMaturity() -> PartTests {
    let levels = items("present-level", in: "maturity")
    let claimed = XPathTest.expression("boolean(\(levels)[normalize-space(@claim)='recognised'])")
    let silent = XPathTest.expression("boolean(\(levels))") || areComplete(["maturity"])
    return PartTests(holds: !claimed && silent, fails: claimed)
  }

  /// Every item of the kind carries the detail, and there is one.
  func gives(_ kind: String, _ detail: String) -> PartTests {
    let section = Self.sectionOfGiven[kind] ?? kind
    let items =
      kind == section
      ? XPath.section(section) + "[* or @status]" : items(kind, in: section)
    let value =
      "@*[namespace-uri()='' and local-name()!='id' and local-name()!='topic' and "
      + "local-name()!='clause' and local-name()!='year' and local-name()!='source'][\(XPath.isValue("."))]"
    let text = "normalize-space(self::*[not(*)]|p:name[1])"
    // A decision without a number is none.
    let numbered = detail == "decision" ? " and translate(@decision,'0123456789','')!=@decision" : ""
    let carries =
      "(@\(detail) and \(XPath.given("@\(detail)"))\(numbered)) or "
      + "(not(@\(detail)) and p:\(detail)[(\(text)!='' and \(XPath.filledIn)) or (\(text)='' and \(value))])"
    let all = XPathTest.expression("boolean(\(items))") && .expression("not(\(items)[not(\(carries))])")
    let complete = areComplete([section])
    // Of a list read in part the unread items may lack the detail; a single item is no list.
    let isSingle = kind == section || kind == "ict-architecture"
    return PartTests(holds: isSingle ? all : all && complete, fails: !all && complete)
  }

  private static let sectionOfGiven = [
    "indicator": "indicators", "system": "security", "trial": "sandbox", "project": "projects",
    "training-target": "training", "ict-architecture": "architecture",
  ]
}

// Facets that count.
extension FacetTests {
  func trains(_ audience: String, _ share: DecimalNumber, _ by: CalendarDate?) -> PartTests {
    found(
      items("training-target", in: "training", "normalize-space(@audience)='\(audience)'")
        + "[number(translate(@share,'+',''))>=\(share)]",
      by: by, in: ["training"])
  }

  /// Sums in whole millionths: doubles hold those exactly up to nine digits before the point.
  func budgetsAddUp() -> PartTests {
    let projects = items("project", in: "projects")
    let finance = XPath.section("finance")
    let sources = "round(sum(p:budget/@amount)*1000000)"
    let total = "round(@total*1000000)"
    let sum = "round(sum(\(projects)/@total)*1000000)"
    let stated = "round(\(finance)/@total*1000000)"
    func differing(_ comparison: String) -> XPathTest {
      .expression("boolean(\(projects)[@total][p:budget][\(sources)\(comparison)\(total)])")
    }
    func unit(_ element: String) -> String {
      "concat(normalize-space(\(element)@unit),substring('billion-VND',1,11*number(not(\(element)@unit))))"
    }
    let hasBoth =
      XPathTest.expression("boolean(\(projects)/@total)")
      && .expression("boolean(\(finance)/@total)")
    let mixed = XPathTest.expression("boolean(\(projects)[\(unit(""))!=\(unit(finance + "/"))])")
    let listed = areComplete(["projects"])
    let lacking = XPathTest.expression("boolean(\(projects)[not(@total)])")
    let isWhole = listed && !lacking
    let tooLarge = XPathTest.expression("\(sum)>\(stated)")
    let differs = XPathTest.expression("\(sum)!=\(stated)")
    let sourcesDiffer = differing(">") || (listed && differing("!="))
    let countable = hasBoth && !mixed
    let complete = areComplete(["projects", "finance"])
    return PartTests(
      holds: !sourcesDiffer && countable && isWhole && !differs,
      fails: .any([
        sourcesDiffer, countable && tooLarge, countable && isWhole && differs, !hasBoth && complete,
        countable && lacking && complete,
      ]))
  }
}
