import Glibc

// What counts as said. A template that was not filled in, a dash or "not yet" shows nothing, and must
// never turn a criterion green.

extension String {
  /// Whether a person filled in an attribute: something that can be read, no placeholder, and not a
  /// word that says that there is nothing.
  package var isFilledIn: Bool { isValue && !saysNothing }

  /// Whether it can be read as a value, which may be that there is nothing yet: a baseline in words.
  package var isValue: Bool {
    let isReadable =
      TextShape(self, enough: 1).map { $0.letters + $0.digits > 0 }
      ?? contains { $0.isLetter || $0.isNumber }
    return isReadable && !hasPlaceholder
  }

  /// Whether a person wrote words: at least two letters besides.
  var isWorded: Bool {
    let hasLetters = TextShape(self, enough: 2).map { $0.letters >= 2 } ?? (count(where: \.isLetter) >= 2)
    return hasLetters && isFilledIn
  }

  /// A placeholder in square brackets left from a template, as in `[số]/QĐ-UBND`. The number of a
  /// footnote, an ellipsis and [sic] are none.
  private var hasPlaceholder: Bool {
    let hasBracket = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, Int32(UInt8(ascii: "[")), bytes.count) != nil } ?? false
    }
    guard hasBracket ?? true else { return false }
    var rest = self[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let inside = rest[rest.index(after: open)..<close]
      let isEditorial = inside.allSatisfy { $0.isNumber || $0 == "…" || $0 == "." || $0 == " " }
      if !isEditorial, inside.lowercased() != "sic" { return true }
      rest = rest[close...].dropFirst()
    }
    return false
  }

  private var saysNothing: Bool {
    if let shape = TextShape(self, enough: Self.longestWordForNothing) {
      if !shape.mayBeWordForNothing { return false }
    }
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return Self.wordsForNothing.contains(words)
  }

  fileprivate static let longestWordForNothing = wordsForNothing.map(\.count).max() ?? 0

  /// How the words for nothing begin and how many letters they have: most texts differ in that already.
  fileprivate static let shapesForNothing = wordsForNothing.compactMap {
    TextShape($0, enough: longestWordForNothing)
  }

  package static let wordsForNothing: Set<String> = [
    "chưa có", "chưa ban hành", "chưa phê duyệt", "chưa thành lập", "chưa xác định", "chưa rõ", "không",
    "không có",
    "đang cập nhật", "đang bổ sung", "sẽ bổ sung", "cập nhật sau", "bổ sung sau", "none", "no", "n a", "na",
    "nil",
    "tbd", "tba", "todo", "to do", "xxx", "unknown", "not yet", "pending",
    "chưa được phê duyệt", "chưa được ban hành", "chưa được thành lập", "đang trình", "đang trình phê duyệt",
    "đang chờ phê duyệt", "chờ phê duyệt", "sẽ phê duyệt", "sẽ phê duyệt sau", "sẽ ban hành",
    "sẽ ban hành sau",
    "đang xây dựng", "đang soạn thảo", "đang lập", "đang lập hồ sơ", "đang lập hồ sơ đề xuất cấp độ",
    "đang hoàn thiện", "đang triển khai", "dự kiến", "to be approved", "to be determined", "not approved",
    "not yet approved", "awaiting approval", "in preparation",
  ]
}

extension TextShape {
  /// Whether one of the words for nothing begins like this and has as many letters.
  fileprivate var mayBeWordForNothing: Bool {
    let count = letters + digits
    guard count <= String.longestWordForNothing else { return false }
    return String.shapesForNothing.contains { $0.letters + $0.digits == count && mayBegin(like: $0) }
  }
}

/// The same question about the bytes of a text: nearly every item of a plan is asked.
enum FilledIn {
  /// Whether a person wrote words, as `String.isWorded` has it.
  static func isWorded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let enough = String.longestWordForNothing
    guard let start = text.baseAddress, memchr(start, Int32(UInt8(ascii: "[")), text.count) == nil else {
      return String(decoding: text, as: UTF8.self).isWorded
    }
    // Most texts are longer than any word for nothing by their plain letters alone.
    if plainLetters(in: text) > enough { return true }
    guard let shape = TextShape(text, enough: enough), !shape.mayBeWordForNothing else {
      return String(decoding: text, as: UTF8.self).isWorded
    }
    return shape.letters >= 2
  }

  /// ASCII letters among the first bytes.
  private static func plainLetters(in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let bytes = text.baseAddress else { return 0 }
    // Eight bytes at once: the high bit of each byte says whether it is a letter.
    let high: UInt64 = 0x8080_8080_8080_8080
    var count = 0
    var index = 0
    while index &+ 8 <= min(text.count, 128) {
      let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
      let lower = (word | 0x2020_2020_2020_2020) & ~high
      let fromA = lower &+ 0x1F1F_1F1F_1F1F_1F1F
      let afterZ = lower &+ 0x0505_0505_0505_0505
      count &+= (fromA & ~afterZ & ~word & high).nonzeroBitCount
      index &+= 8
    }
    return count
  }
}

extension Item {
  /// The attribute, unless it is empty, a placeholder or says that there is nothing.
  package func given(_ name: String) -> String? {
    attribute(name).flatMap { $0.isFilledIn ? $0 : nil }
  }
}
