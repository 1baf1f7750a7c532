import Catalogue

/// Mandatory criteria without a provision that binds and was read.
struct MandatoryWithoutProvision: CriterionRule {
  let card = RuleCard(
    "K040", "mandatory-without-provision", .error, .force,
    vi: "“Bắt buộc” luôn là bắt buộc theo một điều khoản đã đọc và kiểm chứng của một văn bản ràng buộc. "
      + "Thiếu điều khoản đó thì chỉ là “có thể bắt buộc” (presumed) hoặc khuyến nghị.",
    en: "“Mandatory” is always mandatory by a provision, read and verified, of an instrument that binds. "
      + "Without it the criterion is presumed or recommended.",
    accepts: .criterion(),
    rejects: .criterion(basis: "‸<basis instrument=\"L-01-2025-QH15\" force=\"mandatory\"/>"))

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    for (index, basis) in criterion.bases.enumerated()
    where basis.force == .mandatory {
      guard let instrument = source.catalogue.instrument(basis.instrument) else { continue }
      let provision = basis.provision.flatMap { source.catalogue.provision($0) }
      let wrong: (vi: String, en: String)? =
        if instrument.binding != "binding" && instrument.binding != "local" {
          (
            "\(instrument.id) không có tính bắt buộc (\(instrument.binding))",
            "\(instrument.id) does not bind (\(instrument.binding))"
          )
        } else if basis.provision == nil {
          ("không nêu điều khoản nào", "no provision is named")
        } else if let provision, provision.provenance.mark != .verified {
          (
            "điều khoản \(provision.id) chưa được kiểm chứng",
            "the provision \(provision.id) was not verified"
          )
        } else {
          nil
        }
      if let wrong {
        report.add(
          .element(entry.basis(index)), vi: "bắt buộc mà không có điều khoản ràng buộc đã đọc: \(wrong.vi)",
          en: "mandatory without a binding provision that was read: \(wrong.en)")
      }
    }
  }
}
