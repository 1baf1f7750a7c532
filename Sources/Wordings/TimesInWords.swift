import Source

/// The years by which a text says that something will be done or is done: "trong năm 2027", "trước ngày 31/12/2027",
/// "quý I/2027", "giai đoạn 2026 – 2030". The year of a law, of a figure it is compared with, or inside the number of a
/// document is none of them.
package struct TimesInWords: Sendable {
  package struct Year: Sendable, Hashable {
    package let year: Int
    /// In the bytes of the text.
    package let range: Range<Int>
    /// Whether it is a bound: before the first day of a year is in the year before.
    package let isBound: Bool
    /// The day that is printed, or the last of the year.
    package let latest: CalendarDate
  }

  package let years: [Year]

  package init(_ text: String) {
    let folded = FoldedWords(text)
    let bytes = Array(text.utf8)
    var years: [Year] = []
    for index in folded.words.indices {
      let range = folded.ranges[index]
      guard let year = Self.year(bytes[range]), !Self.isInNumber(range, bytes) else { continue }
      guard Self.isTime(index, folded, bytes), !Self.isCited(index, folded, bytes) else { continue }
      years.append(
        Year(
          year: year, range: range, isBound: Self.isBound(index, folded),
          latest: Self.day(index, year, folded, bytes) ?? CalendarDate(year: year, month: 12, day: 31)
            ?? .last))
    }
    self.years = years
  }

  /// From the first of the years to the last; nil where none is said.
  package var span: ClosedRange<Int>? {
    guard let first = years.map({ $0.isBound ? $0.year - 1 : $0.year }).min(),
      let last = years.map(\.year).max()
    else { return nil }
    return first...last
  }

  private static func year(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count == 4, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let year = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (1900...2199).contains(year) ? year : nil
  }

  /// "24/2018/QH14", "TCVN 37122:2025", "1.2027".
  private static func isInNumber(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    if range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: "/") { return true }
    guard range.lowerBound > 0 else { return false }
    return [UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ".")].contains(bytes[range.lowerBound - 1])
  }

  /// Whether a word for a time stands before it, or it is the end of a date or of a span.
  private static func isTime(_ index: Int, _ folded: FoldedWords, _ bytes: [UInt8]) -> Bool {
    guard index > 0 else { return false }
    let before = folded.ranges[index - 1]
    let between = bytes[before.upperBound..<folded.ranges[index].lowerBound]
    if between.elementsEqual([UInt8(ascii: "/")]) || between.elementsEqual([UInt8(ascii: "-")]) {
      // "31/12/2027", "6/2027", "III/2027", "2026-2030".
      return true
    }
    let word = folded.words[index - 1]
    if year(bytes[before]) != nil { return isTime(index - 1, folded, bytes) }
    guard word == Cue.year || word == Cue.term else { return false }
    return index < 2 || !Cue.compared.contains(folded.words[index - 2])
  }

  /// Whether "trước" stands a few words before it.
  private static func isBound(_ index: Int, _ folded: FoldedWords) -> Bool {
    folded.words[max(0, index - 6)..<index].contains(Cue.before)
  }

  /// "31/12/2027", "31-12-2027", "31.12.2027".
  private static func day(_ index: Int, _ year: Int, _ folded: FoldedWords, _ bytes: [UInt8]) -> CalendarDate?
  {
    guard index >= 2 else { return nil }
    func number(_ place: Int) -> Int? {
      let digits = bytes[folded.ranges[place]]
      let end = folded.ranges[place].upperBound
      guard digits.count <= 2, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), end < bytes.count,
        folded.ranges[place + 1].lowerBound == end + 1, bytes[end] == 0x2F || bytes[end] == 0x2D
      else { return nil }
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard let month = number(index - 1), let day = number(index - 2) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Whether it is the year of a text: its kind stands before it, and nothing that ends its name between.
  private static func isCited(_ index: Int, _ folded: FoldedWords, _ bytes: [UInt8]) -> Bool {
    var place = index
    while place > 0, index - place < 24 {
      let gap = bytes[folded.ranges[place - 1].upperBound..<folded.ranges[place].lowerBound]
      if gap.contains(UInt8(ascii: ";")) || (gap.contains(UInt8(ascii: ".")) && gap.contains(0x20)) {
        return false
      }
      place -= 1
      if Cue.done.contains(folded.words[place]) { return false }
      if Cue.texts.contains(where: { $0.stands(at: place, in: folded) }) { return true }
    }
    return false
  }

  private enum Cue {
    static let year = FoldedWords.word("năm")
    static let term = FoldedWords.word("đoạn")
    static let before = FoldedWords.word("trước")
    /// The year is that of another figure.
    static let compared = Set(["với", "từ", "liệu", "của", "trạng", "thuộc", "hơn"].map(FoldedWords.word))
    /// Behind these the text that was cited is done with.
    static let done = Set(
      ["trong", "trước", "đến", "hết", "quý", "vào", "cuối", "đầu", "thành"].map(FoldedWords.word))
    static let texts = [
      "luật", "nghị định", "nghị quyết", "quyết định", "thông tư", "chỉ thị", "công văn", "kế hoạch số",
      "bộ luật",
      "pháp lệnh", "kết luận", "thông báo", "tcvn", "qcvn",
    ].map(FoldedWords.init)
  }
}

/// The shares that a text names: "100 %", "50%", "37,5 phần trăm".
package struct SharesInWords: Sendable {
  package let shares: [DecimalNumber]

  package init(_ text: String) {
    var shares: [DecimalNumber] = []
    let bytes = Array(text.utf8)
    let folded = FoldedWords(text)
    for (index, range) in folded.ranges.enumerated() {
      guard let number = Self.number(endingAt: range.upperBound, bytes) else { continue }
      var next = range.upperBound
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0xC2 || bytes[next] == 0xA0 {
        next += 1
      }
      let isSign = next < bytes.count && bytes[next] == UInt8(ascii: "%")
      let isWord =
        index + 2 < folded.words.count && folded.words[index + 1] == Self.part
        && folded.words[index + 2] == Self.hundred
      if isSign || isWord { shares.append(number) }
    }
    self.shares = shares
  }

  private static let part = FoldedWords.word("phần")
  private static let hundred = FoldedWords.word("trăm")

  /// The number whose last digit stands before `end`, with a comma or a point for its fraction.
  private static func number(endingAt end: Int, _ bytes: [UInt8]) -> DecimalNumber? {
    var start = end
    func isDigit(_ index: Int) -> Bool { index >= 0 && bytes[index] >= 0x30 && bytes[index] <= 0x39 }
    while isDigit(start - 1)
      || (start < end && start >= 2 && (bytes[start - 1] == 0x2C || bytes[start - 1] == 0x2E)
        && isDigit(start - 2))
    {
      start -= 1
    }
    guard start < end else { return nil }
    return DecimalNumber(
      String(decoding: bytes[start..<end].map { $0 == 0x2C ? 0x2E : $0 }, as: UTF8.self))
  }
}

extension FoldedWords {
  /// One word, as every way of writing it comes out.
  static func word(_ text: String) -> Word { FoldedWords(text).words.first ?? Word(identity: 0) }

  /// Whether these words stand in others from a place on.
  func stands(at place: Int, in other: FoldedWords) -> Bool {
    place + words.count <= other.words.count
      && words.elementsEqual(other.words[place..<(place + words.count)])
  }
}
