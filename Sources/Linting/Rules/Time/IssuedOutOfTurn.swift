import Catalogue
import Source
import XML

/// Days of issue that contradict the order of the numbers.
struct IssuedOutOfTurn: CatalogueRule {
  let card = RuleCard(
    "K130", "issued-out-of-turn", .warning, .time,
    vi:
      "Một cơ quan đánh số văn bản theo thứ tự ban hành trong năm. Số lớn hơn mà ngày sớm hơn thì có lẽ ngày "
      + "và tháng bị đổi chỗ, hoặc số bị gõ nhầm.",
    en:
      "A body numbers its texts in the order of the year. A higher number with an earlier day: day and month "
      + "were probably swapped, or the number mistyped.",
    accepts: .decrees(),
    rejects: .decrees(later: "issued=\"‸2025-01-03\" effective-from=\"2025-07-01\""))

  private struct Text {
    let entry: Entry
    let number: Int
    let issued: CalendarDate
  }

  func check(_ source: CatalogueSource, _ report: inout RuleReport) {
    var series: [String: [Text]] = [:]
    for (entry, instrument) in source.instruments {
      guard let number = instrument.number, let issued = instrument.life.issued,
        let issuer = instrument.issuer
      else { continue }
      let digits = number.utf8.prefix { (0x30...0x39).contains($0) }
      guard let first = Int(String(decoding: digits, as: UTF8.self)) else { continue }
      // Texts with and without the year in their number are two series; so are those of two units.
      let rest = number.utf8.dropFirst(digits.count).map { (0x30...0x39).contains($0) ? 0x30 : $0 }
      let key =
        "\(instrument.kind.rawValue) \(issuer) \(issued.year) \(String(decoding: rest, as: UTF8.self))"
      series[key, default: []].append(Text(entry: entry, number: first, issued: issued))
    }
    for texts in series.values.map({ $0.sorted { $0.number < $1.number } }) {
      for text in outOfTurn(texts) {
        report.add(
          .value(text.entry.element, "issued", scalar: 0),
          vi: "ngày \(text.issued) không theo thứ tự số hiệu của các văn bản cùng loại",
          en: "\(text.issued) does not follow the order of the numbers of its kind")
      }
    }
  }

  /// The fewest texts without which the days follow the numbers.
  private func outOfTurn(_ texts: [Text]) -> [Text] {
    var left = texts
    var wrong: [Text] = []
    while true {
      let clashes = left.indices.map { index in
        left.indices.count { other in
          other < index && left[other].issued > left[index].issued
            || other > index && left[other].issued < left[index].issued
        }
      }
      guard let most = clashes.max(), most > 0, let index = clashes.lastIndex(of: most) else { return wrong }
      wrong.append(left.remove(at: index))
    }
  }
}
