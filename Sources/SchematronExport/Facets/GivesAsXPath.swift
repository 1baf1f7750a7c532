import Catalogue

extension Gives: FacetAsXPath {
  /// Every item of the kind carries the detail, and there is one.
  func part(in export: FacetsAsXPath) -> PartAsXPath {
    let section = Self.sectionOfGiven[item] ?? item
    let items =
      item == section
      ? XPath.section(section) + "[* or @status]" : export.items(item, in: section)
    let value =
      "@*[namespace-uri()='' and local-name()!='id' and local-name()!='topic' and "
      + "local-name()!='clause' and local-name()!='year' and local-name()!='source'][\(XPath.isValue("."))]"
    let text = "normalize-space(self::*[not(*)]|p:name[1])"
    // A decision without a number is none, dates that cannot be are none.
    let numbered =
      switch detail {
      case "decision": " and \(XPath.namesDecision("@decision"))"
      case "approval": " and \(XPath.namesApproval("@approval"))"
      case "from", "to": " and \(XPath.isKept(detail))"
      default: ""
      }
    let carries =
      "(@\(detail) and \(XPath.given("@\(detail)"))\(numbered)) or "
      + "(not(@\(detail)) and p:\(detail)[(\(text)!='' and \(XPath.filledIn)) or (\(text)='' and \(value))])"
    let all = XPathTest.expression("boolean(\(items))") && .expression("not(\(items)[not(\(carries))])")
    let complete = export.areComplete([section])
    // Whether a platform of the architecture is one of the systems is a matter of names, which XPath 1.0 cannot
    // compare: beside such components nothing is said.
    if item == "system" {
      let named = XPathTest.expression("boolean(\(Self.componentsThatAreSystems))")
      let lists = XPathTest.expression("boolean(\(items))")
      return PartAsXPath(
        holds: .all([all, complete, !named]), fails: .all([!all, complete, !named || !lists]))
    }
    // Of a list read in part the unread items may lack the detail; a single item is no list.
    let isSingle = item == section || item == "ict-architecture"
    return PartAsXPath(
      holds: isSingle ? all : all && complete, fails: !all && complete,
      beyond: .expression("boolean(\(items)[\(unsettled)])"))
  }

  /// An item of which this export cannot tell whether the detail is given: words may put it off, or contradict it.
  private var unsettled: String {
    func holds(_ text: String, _ words: [String]) -> String {
      words.map { "contains(\(text),'\($0)')" }.joined(separator: " or ")
    }
    let postponing = ["hưa ", "ẽ ", "ự kiến", "ang ", "hông ", "heo quy định", "hư trên", "em "]
    let detail = "@\(detail)[\(holds(".", postponing))] or p:\(detail)[\(holds(".", postponing))]"
    let brackets = "descendant-or-self::*[not(*)][contains(.,'[')]"
    let contradicting: [String] =
      switch self.detail {
      case "by", "from", "to": ["20", "19", "21"]
      case "share": ["%", "phần trăm"]
      case "status": ["sẽ", "ự kiến", "đang", "chưa", "hấn đấu", "ế hoạch", "huẩn bị", "ự án", "mới"]
      default: []
      }
    let text = "self::*[not(*)]|p:name[1]"
    return "\(detail) or \(brackets)"
      + (contradicting.isEmpty ? "" : " or (\(text))[\(holds(".", contradicting))]")
  }

  private static let componentsThatAreSystems: String = {
    let types = [
      "integration-platform", "smart-city-platform", "data-warehouse", "database", "spatial-database",
      "gis-platform", "data-centre", "security-centre", "operations-centre",
    ]
    let isOne = types.map { "normalize-space(@type)='\($0)'" }.joined(separator: " or ")
    return XPath.section("architecture") + "/p:component[\(XPath.filledIn)][\(isOne)]"
  }()

  private static let sectionOfGiven = [
    "indicator": "indicators", "system": "security", "trial": "sandbox", "project": "projects",
    "training-target": "training", "ict-architecture": "architecture",
  ]
}
