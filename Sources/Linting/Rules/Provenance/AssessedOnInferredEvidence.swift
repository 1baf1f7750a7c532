import Catalogue

/// Criteria that are judged although their evidence was inferred.
struct AssessedOnInferredEvidence: CriterionRule {
  let card = RuleCard(
    "K052", "assessed-on-inferred-evidence", .warning, .provenance,
    vi: "Tiêu chí được đánh giá (dấu “đã kiểm chứng”) nhưng điều khoản làm căn cứ chỉ là suy ra. Hãy đọc "
      + "điều khoản, hoặc hạ dấu của tiêu chí để nó thành “chưa đánh giá”.",
    en: "The criterion is judged (marked as verified) while the provision it rests on was only inferred. "
      + "Read the provision, or mark the criterion down so that it is not assessed.",
    accepts: .criterion(
      force: "recommended",
      basis: "<basis instrument=\"ND-05-2025\" provision=\"ND-05-2025.D1\" force=\"recommended\"/>",
      after: RuleExample.decree(
        provision: #"mark="verified" tier="A" source="https://vanban.chinhphu.vn/6" read="2026-11-23""#)),
    rejects: .criterion(
      force: "recommended",
      basis: "<basis instrument=\"ND-05-2025\" provision=\"‸ND-05-2025.D1\" force=\"recommended\"/>",
      after: RuleExample.decree(provision: #"mark="inferred" tier="none" read="2026-11-23""#)))

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    guard criterion.provenance.mark == .verified && criterion.requirement != nil else { return }
    for (index, basis) in criterion.bases.enumerated()
    where basis.force != .mandatory {
      if let id = basis.provision {
        guard source.catalogue.provision(id)?.provenance.mark == .inferred else { continue }
        add(.value(entry.basis(index), "provision", scalar: 0), id, &report)
      } else if source.catalogue.instrument(basis.instrument)?.provenance.mark == .inferred {
        add(.value(entry.basis(index), "instrument", scalar: 0), basis.instrument, &report)
      }
    }
  }

  private func add(_ place: RuleTarget, _ id: String, _ report: inout RuleReport) {
    report.add(
      place, vi: "\(id) chỉ là suy ra, mà tiêu chí được đánh giá",
      en: "\(id) was inferred, and the criterion is assessed")
  }
}
