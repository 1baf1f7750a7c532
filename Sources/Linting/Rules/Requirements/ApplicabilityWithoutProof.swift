import Catalogue
import XML

/// Conditions of applicability that no example shows from both sides.
struct ApplicabilityWithoutProof: CatalogueRule {
  let card = RuleCard(
    "K069", "applicability-without-proof", .warning, .requirements,
    vi:
      "Điều kiện áp dụng cần ví dụ ở cả hai phía, như mọi phần của yêu cầu: mỗi giá trị một đề án nằm trong, và "
      + "một đề án nằm ngoài. Thiếu chúng thì bỏ nhầm một loại đề án không ai hay. Chỉ xét danh mục có ví dụ.",
    en:
      "A condition of applicability needs examples on both sides, as each part of a requirement does: one plan "
      + "inside for every value, and one outside. Without them nobody notices a kind of plan that fell out. Only "
      + "catalogues with examples are looked at.",
    accepts: .reach(inside: "plan-kind=\"scheme\"", outside: "plan-kind=\"action-plan\""),
    rejects: .reach(inside: "plan-kind=\"scheme\"", outside: nil))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    let examples = Dictionary(grouping: source.entries.filter { $0.kind == .example }.map(\.element)) {
      $0.attribute("criterion") ?? ""
    }
    // A catalogue without examples is not proved at all, and says so elsewhere.
    guard !examples.isEmpty else { return }
    for (entry, _) in source.criteria {
      // What only a person judges has no example.
      guard entry.element.child("requirement") != nil, let conditions = entry.element.child("applies-when")
      else { continue }
      let (inside, outside) = Self.sides(examples[entry.id] ?? [])
      for condition in conditions.children {
        let missing =
          condition.isNamed("plan-period")
          ? Self.periods(condition, inside, outside) : Self.values(condition, inside, outside)
        guard !missing.isEmpty else { continue }
        let list = missing.joined(separator: ", ")
        report.add(
          .element(condition), vi: "không ví dụ nào cho thấy: \(list)", en: "no example shows: \(list)")
      }
    }
  }

  private static func sides(_ examples: [Element]) -> (inside: [Element], outside: [Element]) {
    (
      examples.filter { $0.attribute("expect") != "not-applicable" },
      examples.filter { $0.attribute("expect") == "not-applicable" }
    )
  }

  /// A condition on one of several values: each value inside, and one that is not listed outside.
  private static func values(
    _ condition: Element, _ inside: [Element], _ outside: [Element]
  ) -> [String] {
    let name = condition.name
    let values = condition.words("values")
    guard !values.isEmpty else { return [] }
    var missing = values.filter { value in !inside.contains { $0.attribute(name) == value } }
      .map { "\(name)=\($0)" }
    let isShownOutside = outside.contains { $0.attribute(name).map { !values.contains($0) } ?? false }
    if !isShownOutside { missing.append("\(name)≠\(values.joined(separator: "|"))") }
    return missing
  }

  /// A period: plans that just touch it, and plans that just miss it.
  private static func periods(_ condition: Element, _ inside: [Element], _ outside: [Element]) -> [String] {
    var missing: [String] = []
    if let first = condition.attribute("from").flatMap({ Int($0) }) {
      if !inside.contains(where: { $0.attribute("to") == "\(first)" }) { missing.append("to=\(first)") }
      if !outside.contains(where: { $0.attribute("to") == "\(first - 1)" }) {
        missing.append("to=\(first - 1)")
      }
    }
    if let last = condition.attribute("to").flatMap({ Int($0) }) {
      if !inside.contains(where: { $0.attribute("from") == "\(last)" }) { missing.append("from=\(last)") }
      if !outside.contains(where: { $0.attribute("from") == "\(last + 1)" }) {
        missing.append("from=\(last + 1)")
      }
    }
    return missing
  }
}
