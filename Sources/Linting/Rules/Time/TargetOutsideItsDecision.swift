import Catalogue
import XML

/// Years of targets that their decision, or their neighbours, deny.
struct TargetOutsideItsDecision: CatalogueRule {
  let card = RuleCard(
    "K131", "target-outside-its-decision", .warning, .time,
    vi:
      "Năm của mục tiêu không khớp: trước khi quyết định ban hành, hoặc khác giai đoạn của các mục tiêu cùng "
      + "quyết định (các giai đoạn phải trùng nhau hoặc tách hẳn nhau), hoặc riêng một chỉ tiêu có năm khác; hoặc "
      + "riêng một mục tiêu nêu quyết định khác với các mục tiêu cùng dãy mã.",
    en:
      "The years of a target do not fit: before its decision was issued, or across the periods of the other "
      + "targets of the decision, which are the same or apart, or only one value has another year; or one target alone "
      + "names another decision than those whose ids begin alike.",
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
    strayTargets(targets, source, &report)
    var years: [String: [Int]] = [:]
    for entry in source.entries where entry.kind == .indicator {
      let own = entry.element.children("target").compactMap { $0.attribute("year").flatMap(Int.init) }
      entry.element.attribute("instrument").map { years[$0, default: []] += own }
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
        } else if let usual = Self.usual(among: years[instrument] ?? [], besides: year) {
          add(value, "year", "\(year)", "\(usual)", &report)
        }
      }
    }
  }

  /// The one year of all other values of a decision, where they are several and agree.
  private static func usual(among years: [Int], besides year: Int) -> Int? {
    let others = years.filter { $0 != year }
    guard years.count - others.count == 1, others.count > 2, Set(others).count == 1 else { return nil }
    return others.first
  }

  /// Targets whose ids begin like those of several others and that name another decision.
  private func strayTargets(
    _ targets: [ProgrammeTarget], _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    for (_, alike) in Dictionary(grouping: targets, by: { Self.letters($0.id) }) where alike.count > 2 {
      let counts = Dictionary(grouping: alike, by: \.instrument).mapValues(\.count)
      guard let usual = counts.max(by: { $0.value < $1.value }), usual.value > alike.count / 2 else {
        continue
      }
      for target in alike where target.instrument != usual.key && counts[target.instrument] == 1 {
        guard let element = source.entry(target.id)?.element else { continue }
        add(element, "instrument", target.instrument, usual.key, &report)
      }
    }
  }

  private static func letters(_ id: String) -> String {
    String(decoding: id.utf8.prefix { !(0x30...0x39).contains($0) }, as: UTF8.self)
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
