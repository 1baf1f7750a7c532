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
    "Ð": "Đ", "Ɖ": "Đ", "ı": "i", "Ѵ": "V", "Ԛ": "Q", "ԛ": "q", "Ԝ": "W", "ԝ": "w", "Ӏ": "I", "ӏ": "l",
    "Ϲ": "C", "ϲ": "c", "Ϳ": "J", "ϳ": "j", "ρ": "p", "γ": "y", "ι": "i", "Ү": "Y", "ү": "y", "Ғ": "F",
  ]
  /// The first bytes of those code points in UTF-8.
  /// Which code points below U+0800, whose UTF-8 has two bytes, are twins.
  private static let isTwin: [Bool] = (0..<0x800).map { value in
    Unicode.Scalar(value as UInt32).map { twins[$0] != nil } ?? false
  }

  /// Where twins begin, and which they are; all of them have two bytes.
  private static func places(in bytes: [UInt8]) -> [(index: Int, scalar: Unicode.Scalar)] {
    bytes.withUnsafeBufferPointer { bytes in
      isTwin.withUnsafeBufferPointer { isTwin in
        var result: [(Int, Unicode.Scalar)] = []
        guard bytes.count > 1 else { return [] }
        for index in 0..<bytes.count - 1 where bytes[index] > 0xC2 && bytes[index] < 0xE0 {
          let value = Int(bytes[index] & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)
          if isTwin[value], let scalar = Unicode.Scalar(UInt32(value)) { result.append((index, scalar)) }
        }
        return result
      }
    }
  }

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    let file = contents.file
    for (index, scalar) in Self.places(in: file.file.text.bytes) {
      guard let meant = Self.twins[scalar] else { continue }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: 4 - digits.count) + digits
      report.add(
        .byte(index, file), vi: "U+\(code) trông như “\(meant)” nhưng là chữ khác",
        en: "U+\(code) looks like “\(meant)” and is another letter")
    }
  }
}
