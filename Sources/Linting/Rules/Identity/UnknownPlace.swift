import Catalogue
import Source

/// Places that are no province or centrally-run city, or no longer were one.
struct UnknownPlace: CatalogueRule {
  let card = RuleCard(
    "K112", "unknown-place", .error, .identity,
    vi:
      "Cơ quan ban hành văn bản địa phương, hoặc một đô thị hạt nhân, mang tên không phải tỉnh, thành phố trực thuộc "
      + "trung ương nào; hoặc tên đó đã hết dùng trước ngày ban hành; hoặc mã của văn bản nêu nơi khác.",
    en:
      "The issuer of a local text, or a core city, has a name of no province or centrally-run city; or the name had "
      + "ended before the text was issued; or the id of the text names another place.",
    accepts: .local(issuer: "UBND Nghệ An"),
    rejects: .local(issuer: "‸UBND Nghề An"))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    let places = source.places
    guard !places.all.isEmpty else { return }
    for (entry, instrument) in source.instruments {
      guard let issuer = instrument.issuer, let name = LocalIssuer.place(of: issuer) else { continue }
      guard let place = places[name] else {
        let near = Suggestion.nearest(to: name, among: places.all.map(\.name))
        report.add(
          .value(entry.element, "issuer", scalar: 0),
          vi: "không có tỉnh, thành phố “\(name)”\(near.map { "; có phải là \($0)?" } ?? "")",
          en: "there is no province or city “\(name)”\(near.map { "; did you mean \($0)?" } ?? "")")
        continue
      }
      if let until = place.until, let issued = instrument.life.issued, until <= issued {
        report.add(
          .value(entry.element, "issuer", scalar: 0), vi: "từ \(until) không còn \(place.name)",
          en: "there is no \(place.name) since \(until)")
      } else if let token = entry.id.utf8.split(separator: UInt8(ascii: "-")).last.map({
        String(Substring($0))
      }),
        token != place.letters, let other = places.all.first(where: { $0.letters == token })
      {
        report.add(
          .value(entry.element, "issuer", scalar: 0), vi: "mã \(entry.id) nêu \(other.name)",
          en: "the id \(entry.id) names \(other.name)")
      }
    }
    for target in source.catalogue.programme {
      guard let element = source.entry(target.id)?.element else { continue }
      for name in target.cores where places[name] == nil {
        report.add(
          .value(element, "cores", scalar: 0), vi: "không có tỉnh, thành phố “\(name)”",
          en: "there is no province or city “\(name)”")
      }
    }
  }
}

/// Who issues texts that bind in one province only.
enum LocalIssuer {
  private static let heads = [
    "UBND ", "HĐND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân ", "Hội đồng nhân dân ", "Tỉnh ủy ", "Thành ủy ",
  ]

  /// The place after the words for the body; nil for a body of the state.
  static func place(of issuer: String) -> String? {
    heads.first { issuer.utf8.starts(with: $0.utf8) }
      .map { String(decoding: issuer.utf8.dropFirst($0.utf8.count), as: UTF8.self) }
  }
}

extension RuleExample {
  /// A decision of a province.
  static func local(issuer: String, binding: String = "binding=\"local\"") -> RuleExample {
    RuleExample(
      """
      <instruments>
        <instrument id="QD-7-2024-NGHEAN" kind="decision" number="7/QĐ-UBND" year="2024" issuer="\(issuer)" issued="2024-03-22" \(binding)>
          <title lang="vi">Kiến trúc của tỉnh</title>
          <title lang="en">Architecture of the province</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </instrument>
      </instruments>
      """)
  }
}
