import Catalogue
import XML

/// Years of targets that their decision, or their neighbours, deny.
struct TargetOutsideItsDecision: CatalogueRule {
  let card = RuleCard(
    "K131", "target-outside-its-decision", .warning, .time,
    vi:
      "Năm của mục tiêu không khớp: trước khi quyết định ban hành, hoặc khác giai đoạn của các mục tiêu cùng "
      + "quyết định (các giai đoạn phải trùng nhau hoặc tách hẳn nhau).",
    en:
      "The years of a target do not fit: before its decision was issued, or across the periods of the other "
      + "targets of the decision, which are the same or apart.",
    accepts: .programme(),
    rejects: .programme(second: "from=\"‸2018\" to=\"2019\""))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    let targets = source.catalogue.programme
    var ends: [String: Set<Int>] = [:]
    for target in targets {
      guard let years = target.years, let element = source.entry(target.id)?.element else { continue }
      ends[target.instrument, default: []].insert(years.upperBound)
      let others = targets.filter { $0.instrument == target.instrument }.compactMap(\.years)
      // The rarer period is the slip; of two that are as rare, the later one.
      let alike = others.count { $0 == years }
      let before = others.firstIndex(of: years) ?? 0
      let across = others.first { other in
        let known = others.count { $0 == other }
        return other != years && other.overlaps(years)
          && (known > alike || known == alike && others.firstIndex(of: other) ?? 0 < before)
      }
      if let decided = source.catalogue.life(of: target.instrument)?.year, years.lowerBound < decided {
        add(element, "from", "\(years.lowerBound)", "\(target.instrument) (\(decided))", &report)
      } else if let across {
        add(
          element, element.attribute("from") == nil ? "to" : "from",
          "\(years.lowerBound)–\(years.upperBound)", "\(across.lowerBound)–\(across.upperBound)", &report)
      }
    }
    for indicator in source.entries where indicator.kind == .indicator {
      guard let instrument = indicator.element.attribute("instrument") else { continue }
      let decided = source.catalogue.life(of: instrument)?.year
      for value in indicator.element.children("target") {
        guard let year = value.attribute("year").flatMap(Int.init) else { continue }
        if let decided, year < decided {
          add(value, "year", "\(year)", "\(instrument) (\(decided))", &report)
        } else if let known = ends[instrument], !known.contains(year) {
          add(value, "year", "\(year)", known.sorted().map(String.init).joined(separator: ", "), &report)
        }
      }
    }
  }

  private func add(
    _ element: Element, _ attribute: String, _ found: String, _ other: String, _ report: inout RuleReport
  ) {
    report.add(
      element.hasValue(attribute) ? .value(element, attribute, scalar: 0) : .element(element),
      vi: "\(found) không khớp với \(other)", en: "\(found) does not fit \(other)")
  }
}

extension Element {
  fileprivate func hasValue(_ attribute: String) -> Bool { self.attribute(attribute) != nil }
}
