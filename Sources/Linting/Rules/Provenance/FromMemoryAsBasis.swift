import Catalogue

/// Criteria that rest on what nobody has seen.
struct FromMemoryAsBasis: CriterionRule {
  let card = RuleCard(
    "K054", "from-memory-as-basis", .error, .provenance,
    vi: "Căn cứ là văn bản hoặc điều khoản chỉ ghi theo trí nhớ (from-memory). Điều nhớ được là gợi ý cho "
      + "người, không bao giờ là quy tắc.",
    en: "The basis is an instrument or provision that is only remembered (from-memory). What is remembered "
      + "is a hint for people and never a rule.",
    accepts: .criterion(
      force: "recommended",
      basis: "<basis instrument=\"L-01-2025-QH15\" force=\"recommended\"/>",
      after: RuleExample.decree(provision: #"mark="inferred" tier="none" read="2026-11-23""#)),
    rejects: .criterion(
      force: "recommended",
      basis: "<basis instrument=\"ND-05-2025\" provision=\"‸ND-05-2025.D1\" force=\"recommended\"/>",
      after: RuleExample.decree(provision: #"mark="from-memory" tier="none" read="2026-11-23""#)))

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    guard criterion.provenance.mark == .verified else { return }
    for (index, basis) in criterion.bases.enumerated() {
      if let id = basis.provision, source.catalogue.provision(id)?.provenance.mark == .fromMemory {
        add(.value(entry.basis(index), "provision", scalar: 0), id, &report)
      } else if source.catalogue.instrument(basis.instrument)?.provenance.mark == .fromMemory {
        add(.value(entry.basis(index), "instrument", scalar: 0), basis.instrument, &report)
      }
    }
  }

  private func add(_ place: RuleTarget, _ id: String, _ report: inout RuleReport) {
    report.add(
      place, vi: "\(id) chỉ ghi theo trí nhớ, không thể làm căn cứ",
      en: "\(id) is from memory and cannot be a basis")
  }
}
