import Catalogue
import XML

/// Criteria that rest on a text that was not issued.
struct CriterionOnDraftText: CriterionRule {
  let card = RuleCard(
    "K042", "criterion-on-draft-text", .error, .force,
    vi: "Căn cứ là một dự thảo hoặc văn bản chưa ban hành vào ngày xét: chưa đòi hỏi được gì ở ai.",
    en: "The basis is a draft, or not issued on the day looked at: it asks nothing of anybody yet.",
    accepts: .criterion(
      basis: "<basis instrument=\"ND-05-2026\" provision=\"ND-05-2026.D1\" force=\"mandatory\"/>",
      after: """
        <instruments>
          <instrument id="ND-05-2026" kind="decree" number="05/2026/NĐ-CP" year="2026" issued="2026-05-02" binding="binding">
            <title lang="vi">Nghị định đang soạn thảo</title>
            <title lang="en">Decree in preparation</title>
            <provision id="ND-05-2026.D1" article="1">
              <subject lang="vi">Phạm vi</subject>
              <subject lang="en">Scope</subject>
              <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/6" read="2026-11-23"/>
            </provision>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/6" read="2026-11-23"/>
          </instrument>
        </instruments>
        """),
    rejects: .criterion(
      basis: "<basis instrument=\"‸ND-05-2026\" provision=\"ND-05-2026.D1\" force=\"mandatory\"/>",
      after: """
        <instruments>
          <instrument id="ND-05-2026" kind="decree" number="05/2026/NĐ-CP" year="2026" issued="2026-12-02" binding="binding">
            <title lang="vi">Nghị định đang soạn thảo</title>
            <title lang="en">Decree in preparation</title>
            <provision id="ND-05-2026.D1" article="1">
              <subject lang="vi">Phạm vi</subject>
              <subject lang="en">Scope</subject>
              <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/6" read="2026-11-23"/>
            </provision>
            <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/6" read="2026-11-23"/>
          </instrument>
        </instruments>
        """))

  func check(
    _ criterion: Criterion, _ entry: Entry, _ source: CatalogueSource, _ report: inout RuleReport
  ) {
    for (index, basis) in criterion.bases.enumerated() {
      guard let instrument = source.catalogue.instrument(basis.instrument) else { continue }
      let isDraft = [instrument.title.vietnamese ?? "", instrument.number ?? ""].contains {
        $0.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "d") && $0.lowercased().hasPrefix("dự thảo")
      }
      switch source.state(of: basis.instrument) {
      case .notIssued(let day):
        add(entry.basis(index), instrument, "ban hành ngày \(day)", "issued on \(day)", &report)
      case .notBefore(let year):
        add(entry.basis(index), instrument, "chỉ có từ năm \(year)", "not there before \(year)", &report)
      default:
        if isDraft { add(entry.basis(index), instrument, "là dự thảo", "a draft", &report) }
      }
    }
  }

  private func add(
    _ element: Element, _ instrument: Instrument, _ vi: String, _ en: String, _ report: inout RuleReport
  ) {
    report.add(
      .value(element, "instrument", scalar: 0), vi: "\(instrument.id) chưa ban hành vào ngày xét: \(vi)",
      en: "\(instrument.id) was not issued on the day looked at: \(en)")
  }
}
