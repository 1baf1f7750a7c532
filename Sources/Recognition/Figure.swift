import Source
import Wordings

/// A figure with its unit as documents print it: `tối thiểu 30%`, `10 - 13%/năm`, `≥ 1.674.400 người`.
struct Figure {
  /// Bytes of the figure, from the first digit to the unit.
  let range: Range<Int>
  /// As `xs:decimal`.
  let first: String
  let second: String?
  let unit: String?
  /// Words of comparison before it, in bytes.
  let leadStart: Int
  let isLeast: Bool
  let isMost: Bool

  var attributes: [(String, String)] {
    if let second { return [("minimum", first), ("maximum", second)] }
    if isLeast { return [("minimum", first)] }
    if isMost { return [("maximum", first)] }
    return [("value", first)]
  }

  /// The figures of a text, in its order: those with a percent sign or a unit.
  static func all(in read: ReadText, _ rules: RecognitionRules) -> [Figure] {
    let bytes = Array(read.text.utf8)
    var figures: [Figure] = []
    var place = 0
    while place < bytes.count {
      guard isDigit(bytes[place]), place == 0 || !isPartOfWord(bytes[place - 1]) else {
        place += 1
        continue
      }
      let end = numberEnd(bytes, place)
      if let figure = figure(read, bytes, place..<end, rules) {
        figures.append(figure)
        place = max(figure.range.upperBound, end)
      } else {
        place = end
      }
    }
    return figures
  }

  private static func figure(
    _ read: ReadText, _ bytes: [UInt8], _ number: Range<Int>, _ rules: RecognitionRules
  ) -> Figure? {
    guard let first = decimal(bytes[number]) else { return nil }
    var end = number.upperBound
    var second: String?
    let dash = skipBlanks(bytes, end)
    if let width = dashWidth(bytes, dash) {
      let next = skipBlanks(bytes, dash + width)
      if next < bytes.count, isDigit(bytes[next]) {
        let nextEnd = numberEnd(bytes, next)
        second = decimal(bytes[next..<nextEnd])
        end = nextEnd
      }
    }
    if end < bytes.count, isPartOfWord(bytes[end]) || bytes[end] == UInt8(ascii: "/") { return nil }
    var after = skipBlanks(bytes, end)
    var unit: String?
    if after < bytes.count, bytes[after] == UInt8(ascii: "%") {
      after += 1
      unit = "%"
      end = after
    } else if let word = read.folded.ranges.firstIndex(where: { $0.lowerBound >= end }),
      skipBlanks(bytes, end) == read.folded.ranges[word].lowerBound,
      let match = rules[.unit].match(at: word, in: read.folded)
    {
      unit = read.string(match.range)
      end = read.bytes(match.range).upperBound
    }
    if let rank = rank(read, number, rules) { return rank }
    guard let unit else { return nil }
    // What stands before: words of comparison.
    let before = read.folded.ranges.lastIndex { $0.upperBound <= number.lowerBound }
    var leadStart = number.lowerBound
    var (isLeast, isMost) = (false, false)
    if let sign = sign(bytes, number.lowerBound) {
      leadStart = sign.start
      (isLeast, isMost) = (sign.isLeast, !sign.isLeast)
    }
    if let before {
      if rules[.otherNumber].isEnd(of: read.folded, before: before + 1) != nil { return nil }
      if let match = rules[.least].isEnd(of: read.folded, before: before + 1) {
        isLeast = true
        leadStart = min(leadStart, read.bytes(match.range).lowerBound)
      } else if let match = rules[.most].isEnd(of: read.folded, before: before + 1) {
        isMost = true
        leadStart = min(leadStart, read.bytes(match.range).lowerBound)
      }
    }
    return Figure(
      range: number.lowerBound..<end, first: first, second: second, unit: unit, leadStart: leadStart,
      isLeast: isLeast,
      isMost: isMost)
  }

  /// `thuộc nhóm 4 nước dẫn đầu`: the place of that number, or a better one.
  private static func rank(_ read: ReadText, _ number: Range<Int>, _ rules: RecognitionRules) -> Figure? {
    guard let word = read.folded.ranges.firstIndex(where: { $0.lowerBound == number.lowerBound }), word > 0,
      let match = rules[.rank].isEnd(of: read.folded, before: word),
      rules[.rankGroup].match(at: word + 1, in: read.folded) != nil,
      let value = decimal(Array(read.text.utf8)[number])
    else { return nil }
    return Figure(
      range: number, first: value, second: nil, unit: nil,
      leadStart: read.bytes(match.range).lowerBound, isLeast: false, isMost: true)
  }

  private static func sign(_ bytes: [UInt8], _ start: Int) -> (start: Int, isLeast: Bool)? {
    var place = start
    while place > 0, bytes[place - 1] == 0x20 { place -= 1 }
    if place > 0, bytes[place - 1] == UInt8(ascii: ">") { return (place - 1, true) }
    if place > 0, bytes[place - 1] == UInt8(ascii: "<") { return (place - 1, false) }
    guard place >= 3 else { return nil }
    switch Array(bytes[(place - 3)..<place]) {
    case Array("≥".utf8): return (place - 3, true)
    case Array("≤".utf8): return (place - 3, false)
    default: return nil
    }
  }

  private static func numberEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if isDigit(bytes[end]) {
        end += 1
      } else if bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ","), end + 1 < bytes.count,
        isDigit(bytes[end + 1])
      {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// A comma for decimals, dots between thousands.
  static func decimal(_ bytes: some Collection<UInt8>) -> String? {
    let parts = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    let groups = whole.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      // `58.5`: a point where a comma belongs.
      guard parts.count == 1, groups.count == 2, groups[1].count < 3 else { return nil }
      return String(decoding: whole, as: UTF8.self)
    }
    let digits = String(decoding: groups.joined(), as: UTF8.self).drop { $0 == "0" }
    let text = digits.isEmpty ? "0" : String(digits)
    guard parts.count == 2, !parts[1].isEmpty else { return text }
    return text + "." + String(decoding: parts[1], as: UTF8.self)
  }

  private static func skipBlanks(_ bytes: [UInt8], _ start: Int) -> Int {
    var place = start
    while place < bytes.count {
      if bytes[place] == 0x20 || bytes[place] == 0x0A || bytes[place] == 0x09 {
        place += 1
      } else if bytes[place] == 0xC2, place + 1 < bytes.count, bytes[place + 1] == 0xA0 {
        place += 2
      } else {
        break
      }
    }
    return place
  }

  private static func dashWidth(_ bytes: [UInt8], _ place: Int) -> Int? {
    guard place < bytes.count else { return nil }
    if bytes[place] == UInt8(ascii: "-") { return 1 }
    return place + 2 < bytes.count && bytes[place] == 0xE2 && bytes[place + 1] == 0x80
      && (bytes[place + 2] == 0x93 || bytes[place + 2] == 0x94) ? 3 : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A letter in front of a digit makes it a name: `5G` behind, `G20` before, `12/QĐ`.
  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 && byte != 0xA0
      || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }
}
