import Catalogue
import XML

/// Units and directions of indicators that their own names or values deny.
struct IndicatorDeniedByName: FileRule {
  let card = RuleCard(
    "K163", "indicator-denied-by-name", .warning, .requirements,
    vi:
      "Tên chỉ số nói một đơn vị khác (Tỷ lệ là %, Số … là số lượng của thứ đứng sau), hoặc chiều tốt hơn không khớp: "
      + "giá trị tăng theo năm mà thấp hơn lại tốt hơn, hay thấp hơn tốt hơn mà tên không nói điều gì cần giảm.",
    en:
      "The name of the indicator says another unit (a share is %, a number counts what follows), or the direction does "
      + "not fit: values that rise over the years where lower is better, or lower is better and the name says nothing "
      + "that ought to fall.",
    accepts: .programme(),
    rejects: .programme(indicator: "unit=\"‸khu\" direction=\"higher-is-better\""))

  /// Words of names of which less is better.
  private static let losses: Set<String> = [
    "giảm", "thất", "thoát", "hao", "mất", "tổn", "thời", "chi", "tai", "rủi", "nguy", "phát", "thải", "tiêu",
    "thụ",
    "ùn", "tắc", "ô", "nhiễm", "ngập", "nghèo", "lỗi", "sai", "sót", "tồn", "đọng", "quá", "hạn", "trễ",
    "chậm",
    "bệnh", "vong", "khiếu", "nại", "gián", "đoạn", "tội", "cháy", "không", "chưa", "ồn",
  ]

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    for entry in contents.entries where entry.kind == .indicator {
      let names = entry.element.children("name")
      guard let name = names.first(where: { $0.attribute("lang") == "vi" }) else { continue }
      let words = PrintedWords.all(in: name.text)
      if let unit = entry.element.attribute("unit"), !Self.fits(unit, words) {
        report.add(
          .value(entry.element, "unit", scalar: 0), vi: "tên “\(name.text)” không có đơn vị \(unit)",
          en: "“\(name.text)” is no number of \(unit)")
      }
      if let direction = entry.element.attribute("direction"),
        Self.denies(direction, entry.element.children("target"), words)
      {
        report.add(
          .value(entry.element, "direction", scalar: 0),
          vi: "\(direction) không khớp với tên hoặc các giá trị",
          en: "\(direction) does not fit the name or the values")
      }
    }
  }

  private static func fits(_ unit: String, _ words: [String]) -> Bool {
    if words.starts(with: ["tỷ", "lệ"]) || words.starts(with: ["tỉ", "lệ"]) { return unit == "%" }
    let counts = words.first == "số" && words.dropFirst().first != "hóa"
    if unit == "%" { return !counts }
    let unitWords = PrintedWords.all(in: unit)
    if counts {
      return words.dropFirst().starts(with: unitWords) || words.dropFirst(2).starts(with: unitWords)
    }
    return words.indices.contains { words[$0...].starts(with: unitWords) }
  }

  private static func denies(_ direction: String, _ values: [Element], _ words: [String]) -> Bool {
    let isLower = direction == "lower-is-better"
    let points = values.compactMap { element -> (year: Int, value: Double)? in
      guard let year = element.attribute("year").flatMap(Int.init),
        let value = element.attribute("value").flatMap(Double.init)
      else { return nil }
      return (year, value)
    }.sorted { $0.year < $1.year }
    if let first = points.first, let last = points.last, first.value != last.value {
      return isLower == (first.value < last.value)
    }
    return isLower && losses.isDisjoint(with: words)
  }
}
