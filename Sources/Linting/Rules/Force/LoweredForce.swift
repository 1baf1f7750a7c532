import Catalogue

/// Criteria that only recommend what binds elsewhere.
struct LoweredForce: CatalogueRule {
  let card = RuleCard(
    "K044", "lowered-force", .warning, .force,
    vi:
      "Mọi điều khoản làm căn cứ ở đây đều là căn cứ bắt buộc của tiêu chí khác, mà ở đây chỉ khuyến nghị: hiệu "
      + "lực có lẽ bị hạ nhầm.",
    en:
      "Every provision that this criterion rests on is a mandatory basis elsewhere, and here it only recommends: "
      + "the force was probably lowered by mistake.",
    accepts: .twoCriteria(second: "mandatory"),
    rejects: .twoCriteria(second: "recommended", mark: "‸"))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    var binding: [String: String] = [:]
    for (_, criterion) in source.criteria {
      for basis in criterion.bases where basis.force == .mandatory {
        if let provision = basis.provision, binding[provision] == nil { binding[provision] = criterion.id }
      }
    }
    for (entry, criterion) in source.criteria
    where criterion.ownRule == nil && criterion.force == .recommended && !criterion.bases.isEmpty {
      let others = criterion.bases.compactMap { basis in
        basis.force < .presumed ? basis.provision.flatMap { binding[$0] } : nil
      }
      guard others.count == criterion.bases.count, let other = others.first else { continue }
      report.add(
        .value(entry.element, "force", scalar: 0), vi: "điều khoản này là căn cứ bắt buộc của \(other)",
        en: "the provision is a mandatory basis of \(other)")
    }
  }
}
