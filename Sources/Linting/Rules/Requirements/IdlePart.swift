import Catalogue
import XML

/// Parts of a requirement that decide nothing, because another part of it says the same or more.
struct IdlePart: CriterionRule {
  let card = RuleCard(
    "K165", "idle-part", .warning, .requirements,
    vi:
      "Một phần của yêu cầu không bao giờ quyết định được gì: nó đứng hai lần; hoặc trong any, phần khác nhận hết những "
      + "gì phần này nhận; hoặc trong Schematron, quy tắc đứng trước trong cùng pattern đã lấy "
      + "hết các nút (ISO/IEC 19757-3, 6.5), nên quy tắc sau không bao giờ chạy.",
    en:
      "A part of the requirement can never decide anything: it stands twice; or within any, another part accepts all "
      + "that this one accepts; or in Schematron, a rule before it in the same pattern takes "
      + "all its nodes (ISO/IEC 19757-3, 6.5), so that it never fires.",
    accepts: .criterion(
      requirement: """
        <all>
          <states section="security"/>
          <states section="security" topic="zero-trust"/>
        </all>
        """),
    rejects: .criterion(
      requirement: """
        <any>
          ‸<states section="security" topic="zero-trust"/>
          <states section="security"/>
        </any>
        """))

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    guard let requirement = entry.element.child("requirement") else { return }
    for facet in requirement.facets {
      if facet.isNamed("all") || facet.isNamed("any") { parts(of: facet, &report) }
      if facet.isNamed("schematron") { facet.children.forEach { rules(of: $0, &report) } }
    }
  }

  private func parts(of group: Element, _ report: inout RuleReport) {
    let parts = Array(group.children).filter {
      !$0.isNamed("all") && !$0.isNamed("any") && !$0.isNamed("schematron")
    }
    for (number, part) in parts.enumerated() {
      let other = parts.indices.first { index in
        guard index != number else { return false }
        let isSame = Self.follows(part, from: parts[index]) && Self.follows(parts[index], from: part)
        // Of two that say the same the second one is idle. Within all, the weaker of two still tells a plan that has
        // half of what is asked from one that has nothing.
        if isSame { return index < number }
        return group.isNamed("any") && Self.follows(parts[index], from: part)
      }
      guard let other else { continue }
      let line = parts[other].name
      report.add(
        .element(part), vi: "phần <\(line)> khác trong nhóm đã quyết định điều này",
        en: "another <\(line)> of the group decides this already")
    }
  }

  /// Whether whatever meets the second part meets the first one too: the same facet, in no more sections, with all
  /// that the first one asks for.
  private static func follows(_ first: Element, from second: Element) -> Bool {
    guard first.name == second.name, first.children.first(where: { _ in true }) == nil,
      second.children.first(where: { _ in true }) == nil
    else { return false }
    return first.attributes.allSatisfy { attribute in
      if attribute.name == "section" {
        let narrow = Set(second.words("section"))
        return !narrow.isEmpty && narrow.isSubset(of: first.words("section"))
      }
      return second.attribute(attribute.name) == attribute.value
    }
  }

  private func rules(of schema: Element, _ report: inout RuleReport) {
    for pattern in schema.children("pattern") {
      let rules = pattern.children("rule").filter { $0.attribute("context") != nil }
      for (number, rule) in rules.enumerated() {
        let context = rule.attribute("context") ?? ""
        guard
          let first = rules[..<number].first(where: {
            Self.takes($0.attribute("context") ?? "", allOf: context)
          })
        else { continue }
        report.add(
          .attribute(rule, "context"),
          vi: "quy tắc “\(first.attribute("context") ?? "")” ở trên đã lấy hết các nút",
          en: "the rule “\(first.attribute("context") ?? "")” above takes all its nodes")
      }
    }
  }

  /// Whether a context matches every node that the other one matches, as far as their steps tell.
  private static func takes(_ first: String, allOf second: String) -> Bool {
    let (wide, narrow) = (first.collapsingWhitespace(), second.collapsingWhitespace())
    if wide == narrow { return true }
    let alternatives = wide.utf8.split(separator: UInt8(ascii: "|")).map {
      String(Substring($0)).collapsingWhitespace()
    }
    guard !narrow.utf8.contains(UInt8(ascii: "|")) else { return false }
    return alternatives.contains { path in
      // A path with conditions, or from the root, matches less than its steps say.
      guard !path.utf8.contains(UInt8(ascii: "[")), path.utf8.first != UInt8(ascii: "/")
      else { return false }
      let (own, others) = (steps(path), steps(narrow))
      guard !own.isEmpty, own.count <= others.count else { return false }
      return zip(own.reversed(), others.reversed()).allSatisfy { own, other in
        own == other
          || own == "*" && other.utf8.first != UInt8(ascii: "@") && !other.utf8.contains(UInt8(ascii: "("))
      }
    }
  }

  /// The steps of a path without their conditions; nothing where it skips levels.
  private static func steps(_ path: String) -> [String] {
    var steps: [String] = []
    var step: [UInt8] = []
    var depth = 0
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "/") where depth == 0:
        steps.append(String(decoding: step, as: UTF8.self))
        step = []
      default: if depth == 0 { step.append(byte) }
      }
    }
    steps.append(String(decoding: step, as: UTF8.self))
    // After `//` only the last steps are sure.
    return steps.lastIndex(of: "").map { Array(steps[($0 + 1)...]) } ?? steps
  }
}
