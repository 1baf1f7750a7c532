import Compliance
import Phrasing
import Source
import Writing

/// The gap report as XML (gap-report.xsd): the same things as the JSON report under the same names,
/// made from it, so that the two cannot part.
struct XMLReport {
  static let namespace = "urn:khung:gap-report:1"

  private let phrasing: Phrasing

  init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  func text(_ reports: [GapReport], refusals: [String]) -> String {
    let body = JSONReport(phrasing).tree(reports, refusals: refusals)
    var result = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let root = reports.count == 1 && refusals.isEmpty ? "gap-report" : "gap-reports"
    write(body, named: root, attributes: " xmlns=\"\(Self.namespace)\"", indent: "", to: &result)
    return result
  }

  /// What one element of a list is called.
  private static let itemNames = [
    "reports": "report", "refused": "message", "findings": "finding", "decisionsToLookAt": "decision",
    "notices": "notice", "criteria": "criterion", "pointTables": "pointTable", "rows": "row",
    "layers": "layer", "citations": "citation", "bases": "basis", "parts": "part", "evidence": "place",
    "entries": "entry", "failures": "failure", "faults": "fault",
  ]

  /// Null is absent, a list is an element with one child for each of its elements.
  private func write(
    _ value: JSON, named name: String, attributes: String = "", indent: String, to result: inout String
  ) {
    let open = "\(indent)<\(name)\(attributes)"
    func leaf(_ text: String) { result += "\(open)>\(text)</\(name)>\n" }
    func branch(_ members: [(String, JSON)]) {
      guard !members.isEmpty else {
        result += open + "/>\n"
        return
      }
      result += open + ">\n"
      for (key, member) in members { write(member, named: key, indent: indent + "  ", to: &result) }
      result += "\(indent)</\(name)>\n"
    }
    switch value {
    case .null: break
    case .string(let text): leaf(XMLText.escaped(SafeText.harmlessLines(text)))
    case .integer(let number): leaf(String(number))
    case .boolean(let flag): leaf(flag ? "true" : "false")
    case .object(let members): branch(members)
    case .array(let elements): branch(elements.map { (Self.itemNames[name] ?? "item", $0) })
    }
  }
}
