import Catalogue
import Source
import XML

/// Days of a standard that the decision which issued it denies.
struct DecisionSaysOtherwise: CatalogueRule {
  let card = RuleCard(
    "K029", "decision-says-otherwise", .error, .references,
    vi:
      "Ngày ban hành hoặc ngày có hiệu lực của tiêu chuẩn khác với ngày in ở dòng quyết định của chính nó, hoặc khác "
      + "với văn bản ban hành nó trong danh mục.",
    en:
      "The day on which a standard was issued or starts is not the one that its own decision line prints, or not "
      + "that of the text of the catalogue which issued it.",
    accepts: .issued(on: "2025-01-02"),
    rejects: .issued(on: "‸2025-02-01"))

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    var texts: [String: Instrument] = [:]
    for (_, instrument) in source.instruments {
      if let number = instrument.number { texts[number] = instrument }
    }
    for (entry, standard) in source.standards {
      // What amended it came later.
      guard
        let line = entry.element.children("decision").map(\.text).first(where: {
          !$0.utf8.starts(with: "SĐ".utf8)
        })
      else { continue }
      let words = line.utf8.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }.map { String(Substring($0)) }
      let decision = words.lazy.compactMap { texts[$0] }.first
      let printed = words.lazy.compactMap { CalendarDate($0) }.first
      if let issued = standard.life.issued, let day = printed ?? decision?.life.issued, day != issued {
        add(entry, "issued", issued, day, line, &report)
      }
      if let start = standard.life.effectiveFrom, let day = decision?.life.effectiveFrom, day != start {
        add(entry, "effective-from", start, day, line, &report)
      }
    }
  }

  private func add(
    _ entry: Entry, _ attribute: String, _ found: CalendarDate, _ day: CalendarDate, _ line: String,
    _ report: inout RuleReport
  ) {
    report.add(
      .value(entry.element, attribute, scalar: 0), vi: "\(found) ở đây, còn “\(line)” là \(day)",
      en: "\(found) here, and “\(line)” says \(day)")
  }
}

extension RuleExample {
  /// A standard that the law of the examples issued.
  fileprivate static func issued(on day: String) -> RuleExample {
    RuleExample(
      """
      <standards>
        <standard id="QCVN-02-2025-BXD" kind="QCVN" number="QCVN 02:2025/BXD" year="2025" issuer="BXD" issued="\(day)">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <decision>Luật 01/2025/QH15, 2025-01-02</decision>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)
  }
}
