import Source

/// Text that is not in Unicode NFC.
struct NotComposed: FileRule {
  let card = RuleCard(
    "K070", "not-composed", .warning, .language, fixable: true,
    vi: "Chữ viết bằng dấu rời (không ở dạng NFC). Mắt không thấy khác, nhưng tìm kiếm, so sánh và sắp xếp "
      + "ở chương trình khác sẽ sai.",
    en: "Letters written with separate marks (not in normalization form C). The eye sees no difference; "
      + "searching, comparing and sorting elsewhere go wrong.",
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
          <title lang="vi">‸\u{65}\u{300} đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    let file = contents.file
    guard file.document != nil else { return }
    let bytes = file.file.text.bytes
    var index = 0
    while let mark = file.file.text.combiningMark(from: index) {
      // What is well-formed begins with a bracket: there is always a byte before.
      var start = max(mark - 1, 0)
      while start > 0, bytes[start] & 0xC0 == 0x80 || Self.isMark(bytes, start) { start -= 1 }
      var end = mark
      while end < bytes.count, Self.isMark(bytes, end) { end += 2 }
      let written = String(decoding: bytes[start..<end], as: UTF8.self)
      if let letter = Self.composed(written) {
        report.add(
          .byte(start, file), vi: "“\(letter)” viết bằng \(written.unicodeScalars.count) ký hiệu rời",
          en: "“\(letter)” is written as \(written.unicodeScalars.count) separate code points",
          fix: Fix(file: file, range: start..<end, replacement: letter))
      }
      index = end
    }
  }

  /// A combining mark: U+0300 to U+036F.
  private static func isMark(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == 0xCC && index + 1 < bytes.count && bytes[index + 1] & 0xC0 == 0x80
      || bytes[index] == 0xCD && index + 1 < bytes.count && bytes[index + 1] < 0xB0
  }

  /// The single code point that is canonically the same, if there is one.
  private static func composed(_ written: String) -> String? {
    guard written.count == 1, let character = written.first, let scalar = letters[character] else {
      return nil
    }
    return String(Character(scalar))
  }

  /// Every composed Latin letter; characters compare and hash by canonical equivalence (Unicode 3.7).
  private static let letters: [Character: Unicode.Scalar] = {
    let ranges = [0xC0...0x24F, 0x1E00...0x1EFF]
    let scalars = ranges.flatMap { $0 }.compactMap { Unicode.Scalar($0) }
    return Dictionary(scalars.map { (Character($0), $0) }) { first, _ in first }
  }()
}

extension SourceText {
  /// The first combining mark of the block U+0300 to U+036F at or after an offset.
  fileprivate func combiningMark(from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        if byte == 0xCC || byte == 0xCD && index + 1 < bytes.count && bytes[index + 1] < 0xB0 { return index }
        index += 1
      }
      return nil
    }
  }
}
