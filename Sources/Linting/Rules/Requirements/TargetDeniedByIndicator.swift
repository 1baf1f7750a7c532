import Catalogue
import XML

/// Numbers of a national target that the indicators of the same decision, or a criterion on it, deny.
struct TargetDeniedByIndicator: CatalogueRule {
  let card = RuleCard(
    "K161", "target-denied-by-indicator", .warning, .requirements,
    vi:
      "Tỷ lệ hoặc số lượng của mục tiêu khác với chỉ tiêu của cùng quyết định, cùng năm, cùng đơn vị, hoặc khác "
      + "với điều tiêu chí đòi hỏi.",
    en:
      "The share or number of the target is not that of the indicators of the same decision, year and unit, or "
      + "not what its criterion asks for.",
    accepts: .programme(),
    rejects: .programme(first: "from=\"2018\" to=\"2020\" share=\"‸5\""))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    var values: [String: Set<String>] = [:]
    var units: [String: Set<String>] = [:]
    for entry in source.entries where entry.kind == .indicator {
      guard let unit = entry.element.attribute("unit"), let instrument = entry.element.attribute("instrument")
      else { continue }
      for target in entry.element.children("target") {
        guard let value = target.attribute("value"), let year = target.attribute("year") else { continue }
        values["\(instrument) \(year) \(unit)", default: []].insert(value)
        if unit != "%" { units["\(instrument) \(year) \(value)", default: []].insert(unit) }
      }
    }
    for entry in source.entries where entry.kind == .target {
      guard let instrument = entry.element.attribute("instrument"), let year = entry.element.attribute("to")
      else {
        continue
      }
      if let unit = entry.element.attribute("unit"), let minimum = entry.element.attribute("minimum"),
        let known = units["\(instrument) \(year) \(minimum)"], !known.contains(unit)
      {
        add(entry.element, "unit", unit, known.sorted().joined(separator: ", "), &report)
      }
      if let unit = entry.element.attribute("unit"), let title = Self.unit(in: entry.element, known: units),
        title != unit
      {
        add(entry.element, "unit", unit, title, &report)
      }
      for (attribute, unit) in [("share", "%"), ("minimum", entry.element.attribute("unit") ?? "")] {
        guard let value = entry.element.attribute(attribute),
          let known = values["\(instrument) \(year) \(unit)"], !known.contains(value)
        else { continue }
        add(entry.element, attribute, value, known.sorted().joined(separator: ", "), &report)
      }
    }
    for (entry, criterion) in source.criteria {
      guard let target = criterion.schemeTarget.flatMap({ source.entry($0) }), target.kind == .target,
        let share = target.element.attribute("share")
      else { continue }
      for facet in entry.element.child("requirement")?.facets ?? [] {
        if let asked = facet.attribute("share"), asked != share { add(facet, "share", asked, share, &report) }
      }
    }
  }

  /// The longest of the known units with which the title begins.
  private static func unit(in target: Element, known: [String: Set<String>]) -> String? {
    guard let title = target.children("title").first(where: { $0.attribute("lang") == "vi" }) else {
      return nil
    }
    let words = PrintedWords.all(in: title.text)
    let units = Set(known.values.flatMap { $0 })
    return units.filter { words.starts(with: PrintedWords.all(in: $0)) }.max { $0.utf8.count < $1.utf8.count }
  }

  private func add(
    _ element: Element, _ attribute: String, _ found: String, _ known: String, _ report: inout RuleReport
  ) {
    report.add(
      .value(element, attribute, scalar: 0), vi: "\(found), nơi khác của cùng quyết định ghi \(known)",
      en: "\(found); elsewhere the same decision says \(known)")
  }
}
