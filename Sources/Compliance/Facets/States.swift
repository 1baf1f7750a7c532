import Catalogue
import MasterPlan
import Source

// Facets about statements: `states`, `avoids`, `links-to`, `states-coordinate-system`.
extension Facts {
  func states(_ sections: [String], _ topic: String?, _ by: CalendarDate?, _ requirement: Requirement) -> Part
  {
    guard let topic else { return hasContent(sections, by, requirement) }
    let found = items(about: topic, in: sections)
    return dated(found, by: by, in: sections, requirement)
  }

  /// Items of any depth that carry the topic and that somebody filled in.
  private func items(about topic: String, in sections: [String]) -> [Item] {
    plan.items(with: topic, of: "topic") { $0.isFilledIn && sections.contains($0.section) }
  }

  /// A section has content if an item of it is filled in, or if it carries figures of its own, as
  /// finance does with its total.
  private func hasContent(_ sections: [String], _ by: CalendarDate?, _ requirement: Requirement) -> Part {
    let held = sections.compactMap { plan.section($0) }
    let items = held.flatMap(\.items).filter(\.isFilledIn)
    let descriptive: Set<String> = ["coverage", "clause", "note"]
    if items.isEmpty, by == nil,
      let section = held.first(where: { !$0.attributes.keys.allSatisfy(descriptive.contains) })
    {
      return Part(requirement, .holds, .stated, [Evidence(section, role: .shows)])
    }
    return dated(items, by: by, in: sections, requirement)
  }

  func avoids(_ sections: [String], _ topic: String, _ requirement: Requirement) -> Part {
    let found = items(about: topic, in: sections)
    if !found.isEmpty { return Part(requirement, .fails, .contradicted, found.map { Evidence($0) }) }
    return silence(of: requirement, in: sections)
  }

  func linksTo(_ platform: String, _ by: CalendarDate?, _ requirement: Requirement) -> Part {
    let found = items("link", in: "integration", with: platform, of: "platform")
    return dated(found, by: by, in: ["integration"], requirement)
  }

  func statesCoordinateSystem(_ name: String, _ requirement: Requirement) -> Part {
    func bare(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let named = items("spatial-data", in: "data").filter { $0.given("coordinate-system") != nil }
    if let found = named.first(where: { bare($0.given("coordinate-system") ?? "").namesSystem(bare(name)) }) {
      return Part(requirement, .holds, .stated, [Evidence(found)])
    }
    return absence(of: requirement, in: ["data"], evidence: named.map { Evidence($0) })
  }
}

extension String {
  /// Whether the print names the system, and does not say that it is not used. Both sides are bare.
  fileprivate func namesSystem(_ name: String) -> Bool {
    contains(name) && !contains("không") && !contains("chưa")
  }
}
