import Source

/// A number or sign that somebody typed in front of a paragraph, or that a word processor put there.
struct TypedLabel: Equatable {
  /// The kinds from the outside in, as documents nest them; numbers themselves are often wrong and say nothing.
  enum Kind: Int, Comparable {
    case annex, part, chapter, section, article, capital, roman, one, two, three, four, letter, bracketed,
      dash, plus

    static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }

    /// Whether it can stand in front of a heading.
    var mayHead: Bool { self < .bracketed }
  }

  let kind: Kind
  /// Without white space around it.
  let text: String
  /// How much of the paragraph it takes, with white space around it, in bytes.
  let bytes: Int
  /// Whether it can be read as the other of a Roman number and a capital letter: I, V, X, C, D, L, M.
  var isAmbiguous = false

  init?(_ paragraph: String, form: DocumentForm) {
    let scalars = Array(paragraph.unicodeScalars.prefix(60))
    var start = 0
    while start < scalars.count, scalars[start].properties.isWhitespace { start += 1 }
    guard start < scalars.count else { return nil }
    guard
      let found = Self.sign(scalars, start) ?? Self.named(scalars, start, form) ?? Self.number(scalars, start)
    else { return nil }
    var end = found.end
    text = Self.string(scalars[start..<end])
    while end < scalars.count, scalars[end].properties.isWhitespace { end += 1 }
    bytes = Self.string(scalars[..<end]).utf8.count
    kind = found.kind
    isAmbiguous = found.isAmbiguous
  }

  private typealias Found = (kind: Kind, end: Int, isAmbiguous: Bool)

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// A dash, a plus or a dot of a list, with white space or a letter behind it.
  private static func sign(_ scalars: [Unicode.Scalar], _ start: Int) -> Found? {
    let next = start + 1 < scalars.count ? scalars[start + 1] : " "
    let signs: Set<Unicode.Scalar> = ["-", "–", "—", "•", "▪", "■", "●", "➢", "❖", "✓", "*", "·", "o"]
    if next.properties.isWhitespace, signs.contains(scalars[start]) { return (.dash, start + 1, false) }
    switch scalars[start] {
    // "-Đẩy mạnh": the blank is often missing; "-5" is a number.
    case "-" where next.properties.isAlphabetic: return (.dash, start + 1, false)
    case "+" where next.properties.isWhitespace || next.properties.isAlphabetic:
      return (.plus, start + 1, false)
    default: return nil
    }
  }

  /// A word and a number: `Điều 1.`, `Chương II`, `Phần thứ nhất`, `Phụ lục 01`.
  private static func named(_ scalars: [Unicode.Scalar], _ start: Int, _ form: DocumentForm) -> Found? {
    guard scalars[start].properties.isUppercase else { return nil }
    let uses: [(DocumentForm.Use, Kind)] = [
      (.annex, .annex), (.part, .part), (.chapter, .chapter), (.section, .section), (.article, .article),
    ]
    var words: [(range: Range<Int>, plain: [UInt8])] = []
    var index = start
    while index < scalars.count, words.count < 4 {
      let end = scalars[index...].firstIndex { $0.properties.isWhitespace } ?? scalars.count
      words.append((index..<end, PlainLetters.words(string(scalars[index..<end]))))
      // Nearly all paragraphs end here.
      if words.count == 1, !form.mayBeginPart(Array(words[0].plain.prefix { $0 != 0x20 })) { return nil }
      index = scalars[end...].firstIndex { !$0.properties.isWhitespace } ?? scalars.count
    }
    for (use, kind) in uses {
      for count in [2, 1] where words.count >= count {
        let head = Array(words[..<count].map(\.plain).joined(separator: [0x20]))
        guard form.isOne(head, of: use) else { continue }
        guard words.count > count else {
          return kind == .annex ? (kind, words[count - 1].range.upperBound, false) : nil
        }
        let number = words[count]
        if isNumber(number.plain) || count == 2 && form.isOne(number.plain, of: .nth) {
          var end = number.range.upperBound
          // `Điều 1.Phê duyệt`: what follows the full stop is no part of the number.
          if let stop = scalars[number.range].firstIndex(where: { $0 == "." || $0 == ":" }), stop + 1 < end {
            end = stop + 1
          }
          return (kind, end, false)
        }
        return kind == .annex ? (kind, words[count - 1].range.upperBound, false) : nil
      }
    }
    return nil
  }

  private static func isNumber(_ plain: [UInt8]) -> Bool {
    let head = plain.prefix { $0 != 0x20 }
    guard !head.isEmpty else { return false }
    return head.allSatisfy { (0x30...0x39).contains($0) } || head.allSatisfy { "ivxlcdm".utf8.contains($0) }
      || head.count == 1 || head.dropLast().allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `I.`, `A.`, `1.`, `1.2.`, `1.2.3`, `a)`, `đ.`, `(1)`.
  private static func number(_ scalars: [Unicode.Scalar], _ start: Int) -> Found? {
    func at(_ index: Int) -> Unicode.Scalar { index < scalars.count ? scalars[index] : " " }
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    if at(start) == "(" {
      let end = scalars[(start + 1)...].prefix(5).firstIndex(of: ")")
      guard let end, end > start + 1, PlainLetters.words(string(scalars[(start + 1)..<end])).count <= 3 else {
        return nil
      }
      let inside = scalars[(start + 1)..<end]
      return inside.allSatisfy(isDigit) || inside.count == 1 || isRoman(inside)
        ? (.bracketed, end + 1, false) : nil
    }
    if isDigit(at(start)) {
      var (index, parts) = (start, 0)
      while isDigit(at(index)) {
        var end = index
        while isDigit(at(end)) { end += 1 }
        // Years, amounts and grouped digits are no numbers of paragraphs.
        guard end - index <= 2 else { return nil }
        parts += 1
        index = end
        guard at(index) == ".", isDigit(at(index + 1)) else { break }
        index += 1
      }
      let isClosed = at(index) == "." || at(index) == ")" || at(index) == "/"
      // `5 năm`: a single number without a sign behind it counts things.
      guard isClosed || parts > 1, parts <= 4 else { return nil }
      if isClosed { index += 1 }
      // `1.674 tỷ`, `10.000`: the last part would have three digits; `3.5` alone may be an amount.
      guard at(index).properties.isWhitespace || isClosed && at(index).properties.isAlphabetic else {
        return nil
      }
      if !isClosed, parts == 2, !at(index + 1).properties.isUppercase { return nil }
      return ([Kind.one, .two, .three, .four][parts - 1], index, false)
    }
    guard at(start).properties.isAlphabetic else { return nil }
    let end =
      scalars[start...].firstIndex { $0 == "." || $0 == ")" || $0.properties.isWhitespace } ?? scalars.count
    // A letter with its mark apart is one letter.
    let letters = scalars[start..<end].filter { !PlainLetters.isMark($0.value) }
    let isClosed = at(end) == "." || at(end) == ")"
    guard isClosed,
      at(end + 1).properties.isWhitespace || at(end + 1).properties.isAlphabetic && at(end) == ")"
        || at(end + 1).properties.isUppercase
    else {
      // `II MỤC TIÊU`: the full stop is missing.
      return letters.count > 1 && isRoman(letters[...]) && at(end + 1).properties.isUppercase
        ? (.roman, end, false) : nil
    }
    if isRoman(letters[...]) { return (.roman, end + 1, letters.count == 1) }
    guard letters.count == 1, let letter = letters.first else { return nil }
    if letter.properties.isUppercase { return (.capital, end + 1, false) }
    return letter.properties.isLowercase ? (.letter, end + 1, false) : nil
  }

  private static func isRoman(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    !scalars.isEmpty && scalars.count <= 6
      && scalars.allSatisfy { ["I", "V", "X", "L", "C", "D", "M"].contains($0) }
  }
}
