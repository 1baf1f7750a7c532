/// Letters of another alphabet that look like Latin ones.
struct LookAlikeLetter: FileRule {
  let card = RuleCard(
    "K072", "look-alike-letter", .error, .language,
    vi: "Chữ Cyrillic, Hy Lạp hoặc chữ Ð (eth) trông như chữ Latinh hay chữ Đ. Số hiệu và từ chứa nó không "
      + "bao giờ khớp với chữ gõ bình thường.",
    en: "A Cyrillic or Greek letter, or an eth, that looks like a Latin letter or Đ. A number or word with "
      + "it never matches what people type.",
    accepts: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """,
    rejects: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street l‸\u{430}mps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  /// Code points that look like Latin letters, with what was probably meant.
  private static let twins: [Unicode.Scalar: Character] = [
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ѕ": "s", "ј": "j",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T",
    "Х": "X", "У": "Y", "І": "I", "Ѕ": "S", "Ј": "J", "ο": "o", "α": "a", "Α": "A", "Β": "B", "Ε": "E",
    "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y",
    "Χ": "X", "ν": "v", "υ": "u", "κ": "k", "ԁ": "d", "һ": "h", "ѵ": "v", "ɡ": "g", "ɑ": "a", "ð": "đ",
    "Ð": "Đ", "Ɖ": "Đ", "ı": "i",
  ]
  /// The first bytes of those code points in UTF-8.
  private static let leads: Set<UInt8> = Set(
    twins.keys.compactMap { Array(String(Character($0)).utf8).first })

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    let file = contents.file
    let bytes = file.file.text.bytes
    for index in bytes.indices where bytes[index] > 0xC2 && Self.leads.contains(bytes[index]) {
      guard index + 1 < bytes.count,
        let scalar = String(decoding: bytes[index...index + 1], as: UTF8.self).unicodeScalars.first,
        let meant = Self.twins[scalar]
      else { continue }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: 4 - digits.count) + digits
      report.add(
        .byte(index, file), vi: "U+\(code) trông như “\(meant)” nhưng là chữ khác",
        en: "U+\(code) looks like “\(meant)” and is another letter")
    }
  }
}
