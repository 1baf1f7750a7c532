import Catalogue
import Source
import XML

/// Successors that are older than what they replace, and amendments of what was not there yet.
struct SuccessorOlderThanText: CatalogueRule {
  let card = RuleCard(
    "K028", "successor-older-than-text", .error, .references,
    vi: "Văn bản thay thế, sửa đổi, bãi bỏ hoặc hướng dẫn phải ra đời sau văn bản kia; ở đây nó cũ hơn.",
    en: "A text that replaces, amends, repeals or guides another comes after it; this one is older.",
    accepts: .standard(saying: "<replaces ref=\"TCVN-00002-2014\"/>", before: 2014),
    rejects: .standard(saying: "<replaces ref=\"‸TCVN-00002-2034\"/>", before: 2034))

  private static let later = ["replaces", "amends", "repeals-in-part", "guides"]

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    for (entry, _) in source.texts {
      for edge in entry.element.children {
        let name = edge.name
        guard Self.later.contains(name), let id = edge.attribute("ref"), id != entry.id,
          let own = birth(of: entry.id, source), let other = birth(of: id, source), own.isBefore(other)
        else { continue }
        report.add(
          .value(edge, "ref", scalar: 0), vi: "\(entry.id) cũ hơn \(id) mà nó \(name)",
          en: "\(entry.id) is older than \(id), which it \(name)")
      }
    }
  }

  private func birth(of id: String, _ source: CatalogueSource) -> Birth? {
    source.catalogue.life(of: id).flatMap { life in
      (life.issued?.year ?? life.year).map { Birth(year: $0, day: life.issued) }
    }
  }

  private struct Birth {
    let year: Int
    let day: CalendarDate?

    func isBefore(_ other: Birth) -> Bool {
      if let day, let second = other.day { return day < second }
      return year < other.year
    }
  }
}
