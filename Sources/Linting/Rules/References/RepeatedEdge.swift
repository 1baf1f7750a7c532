import Catalogue
import XML

/// The same edge or basis twice in one entry.
struct RepeatedEdge: FileRule {
  let card = RuleCard(
    "K097", "repeated-edge", .warning, .references,
    vi:
      "Một mục nêu hai lần cùng một quan hệ với cùng một văn bản, hoặc cùng một căn cứ: có lẽ dòng thứ hai định nêu văn "
      + "bản khác.",
    en:
      "An entry names the same edge to the same text, or the same basis, twice: the second one was probably meant for "
      + "another text.",
    accepts: .standard(saying: "<replaces ref=\"TCVN-00002-2014\"/>", before: 2014),
    rejects: .standard(
      saying: "<replaces ref=\"TCVN-00002-2014\"/>\n    ‸<replaces ref=\"TCVN-00002-2014\"/>", before: 2014))

  private static let edges: Set<String> = [
    "replaces", "replaced-by", "amends", "repeals-in-part", "guides", "basis", "cited-by",
  ]

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for entry in contents.entries {
      var seen: Set<[String]> = []
      for child in entry.element.children where Self.edges.contains(child.name) {
        let target = child.attribute("ref") ?? child.attribute("instrument") ?? ""
        let key = [child.name, target, child.attribute("provision") ?? ""]
        guard !target.isEmpty, !seen.insert(key).inserted else { continue }
        report.add(
          .element(child), vi: "đã có <\(child.name)> tới \(target) ở trên",
          en: "<\(child.name)> to \(target) stands above already")
      }
    }
  }
}
