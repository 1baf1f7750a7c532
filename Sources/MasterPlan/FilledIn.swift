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
      ?? withoutHiddenMarks.contains { $0.isLetter || $0.isNumber }
    return isReadable && !hasPlaceholder
  }

  /// Whether a person wrote words: at least two letters besides.
  var isWorded: Bool {
    let hasLetters =
      TextShape(self, enough: 2).map { $0.letters >= 2 }
      ?? (withoutHiddenMarks.count(where: \.isLetter) >= 2)
    return hasLetters && isFilledIn
  }

  /// A placeholder in square brackets left from a template, as in `[số]/QĐ-UBND`. The number of a
  /// footnote, an ellipsis and [sic] are none.
  private var hasPlaceholder: Bool {
    let mayHaveBrackets = utf8.contains { $0 == UInt8(ascii: "[") || $0 == 0xEF }
    guard mayHaveBrackets else { return false }
    // Code points: as a character, a bracket with a mark that is joined to it is another one.
    var rest = withoutHiddenMarks.unicodeScalars[...]
    while let open = rest.firstIndex(where: { $0 == "[" || $0 == "［" }),
      let close = rest[open...].firstIndex(where: { $0 == "]" || $0 == "］" })
    {
      let inside = String(rest[rest.index(after: open)..<close])
      let isEditorial = inside.allSatisfy { $0.isNumber || $0 == "…" || $0 == "." || $0 == " " }
      if !isEditorial, inside.lowercased() != "sic" { return true }
      rest = rest[rest.index(after: close)...]
    }
    return false
  }

  /// The words outside square brackets.
  fileprivate var withoutBrackets: String {
    var depth = 0
    var outside = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "[" || scalar == "［" { depth += 1 }
      if depth == 0 { outside.append(scalar) }
      if depth > 0, scalar == "]" || scalar == "］" { depth -= 1 }
    }
    return String(outside)
  }

  private var saysNothing: Bool {
    if let shape = TextShape(self, enough: WordsForNothing.longest), !WordsForNothing.mayHold(shape) {
      return false
    }
    let words = withoutHiddenMarks.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return Self.wordsForNothing.contains(words)
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

/// How the words for nothing begin and how many letters they have: most texts differ in that already.
private enum WordsForNothing {
  /// Letters and digits that the longest of them has at most.
  static let longest = String.wordsForNothing.map(\.count).max() ?? 0

  private static let shapes = String.wordsForNothing.compactMap { TextShape($0, enough: longest) }

  /// Whether one of them may begin like this and has as many letters and digits.
  static func mayHold(_ shape: TextShape) -> Bool {
    let count = shape.letters + shape.digits
    return count <= longest && words(beginningLike: shape) & lengths[count] != 0
  }

  /// Whether one of them may begin like this.
  static func mayBegin(_ shape: TextShape) -> Bool { words(beginningLike: shape) != 0 }

  /// Those that may begin with the letters that the shape knows, a bit each; more than sixty-four would share bits.
  private static func words(beginningLike shape: TextShape) -> UInt64 {
    var words = ~UInt64(0)
    for place in 0..<TextShape.places { words &= beginnings[place << 8 | Int(shape.letter(at: place))] }
    return words
  }

  /// For each number of letters and digits: the words that have as many.
  private static let lengths: [UInt64] = {
    var result = [UInt64](repeating: 0, count: longest + 1)
    for (number, shape) in shapes.enumerated() {
      result[shape.letters + shape.digits] |= 1 << UInt64(number % 64)
    }
    return result
  }()

  /// For each of the first places and each letter as a shape notes it: the words that may have it there.
  private static let beginnings: [UInt64] = {
    var result = [UInt64](repeating: 0, count: TextShape.places << 8)
    for (number, shape) in shapes.enumerated() {
      let bit: UInt64 = 1 << UInt64(number % 64)
      for place in 0..<TextShape.places {
        let letter = shape.letter(at: place)
        // What is not known may be any.
        for other in 0..<256 where letter == 0 || other == 0 || other == Int(letter) {
          result[place << 8 | other] |= bit
        }
      }
    }
    return result
  }()
}

/// The same question about the bytes of a text: nearly every item of a plan is asked.
enum FilledIn {
  /// Whether a person wrote words, as `String.isWorded` has it.
  static func isWorded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = text.baseAddress, memchr(start, Int32(UInt8(ascii: "[")), text.count) == nil,
      // Wide brackets, and marks that nobody sees.
      memchr(start, 0xEF, text.count) == nil
    else {
      return String(decoding: text, as: UTF8.self).isWorded
    }
    // Most texts begin like no word for nothing.
    if let beginning = TextShape(text, enough: 8), !WordsForNothing.mayBegin(beginning) {
      return beginning.letters >= 2
    }
    guard let shape = TextShape(text, enough: WordsForNothing.longest), !WordsForNothing.mayHold(shape) else {
      return String(decoding: text, as: UTF8.self).isWorded
    }
    return shape.letters >= 2
  }
}

extension Item {
  /// Whether it says something, if only beside a remark or a blank in brackets. For what a plan must not say: brackets
  /// take nothing back.
  package var isWritten: Bool { isFilledIn || text.withoutBrackets.isWorded }

  /// The attribute, unless it is empty, a placeholder or says that there is nothing.
  package func given(_ name: String) -> String? {
    attribute(name).flatMap { $0.isFilledIn ? $0 : nil }
  }
}
