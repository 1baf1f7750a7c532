import Glibc
import XML

/// Runs of two or more spaces inside a text or the value of an attribute; never indentation.
struct SpaceRuns: Sequence {
  private let runs: [Range<Int>]

  init(_ bytes: [UInt8]) {
    runs = bytes.withUnsafeBufferPointer { Self.mayHold($0) ? Self.runs(in: $0) : [] }
  }

  /// A quick look: two spaces that are no indentation stand in few files, and most of those have none in
  /// their text.
  private static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress.map(UnsafeRawPointer.init) else { return false }
    var start = 0
    while start < bytes.count {
      while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
      let end =
        memchr(base + start, 0x0A, bytes.count - start).map { UnsafeRawPointer($0) - base } ?? bytes.count
      if mayHoldPair(base, start, end),
        (start + 1..<Swift.max(start + 1, end - 1)).contains(where: {
          bytes[$0] == 0x20 && bytes[$0 + 1] == 0x20 && bytes[$0 - 1] != 0x20 && !isEdge(bytes[$0 - 1])
        })
      {
        return true
      }
      start = end
    }
    return false
  }

  /// Whether two spaces may stand side by side, eight bytes at a time; never wrong when it says no.
  private static func mayHoldPair(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = start
    while place + 9 <= end {
      // A byte of both words is zero where a space and the byte after it are spaces.
      let pair =
        (base.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ ones << 5)
        | (base.loadUnaligned(fromByteOffset: place + 1, as: UInt64.self) ^ ones << 5)
      if (pair &- ones) & ~pair & ones << 7 != 0 { return true }
      place += 8
    }
    return place < end
  }

  private static func runs(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var quote: UInt8 = 0
    var isInTag = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "<"):
        if bytes[index...].starts(with: "<!--".utf8) {
          index = Self.end(of: "-->", in: bytes, from: index)
          continue
        }
        if bytes[index...].starts(with: "<?".utf8) {
          index = Self.end(of: "?>", in: bytes, from: index)
          continue
        }
        if bytes[index...].starts(with: "<![CDATA[".utf8) {
          index += 9
          continue
        }
        isInTag = true
      case UInt8(ascii: ">") where quote == 0: isInTag = false
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isInTag { quote = quote == byte ? 0 : quote == 0 ? byte : quote }
      case UInt8(ascii: " ") where !isInTag || quote != 0:
        var end = index
        while end < bytes.count, bytes[end] == byte { end += 1 }
        if end - index > 1, index > 0, end < bytes.count, !Self.isEdge(bytes[index - 1]),
          !Self.isEdge(bytes[end])
        {
          runs.append(index..<end)
        }
        index = end
        continue
      default: break
      }
      index += 1
    }
    return runs
  }

  func makeIterator() -> IndexingIterator<[Range<Int>]> { runs.makeIterator() }

  /// Beside a bracket or a line break spaces are indentation.
  private static func isEdge(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<")
  }

  private static func end(
    of mark: String, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    let wanted = Array(mark.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
        return index + wanted.count
      }
      index += 1
    }
    return bytes.count
  }
}

/// Vietnamese syllables that end in oa, oe or uy and carry a tone: it stands on the first of the two
/// vowels (hòa) or on the second (hoà).
struct TonedSyllables: Sequence {
  struct Syllable {
    let written: String
    /// The same for both placements.
    let key: String
    let isOldStyle: Bool
  }

  private let found: [(Int, Syllable)]

  init(_ bytes: [UInt8]) {
    found = bytes.withUnsafeBufferPointer { bytes in
      var found: [(Int, Syllable)] = []
      var index = 0
      while index < bytes.count {
        while index < bytes.count, !Self.isLetter(bytes[index]) { index += 1 }
        let start = index
        while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
        if Self.mayBeToned(word), let syllable = Self.syllable(String(decoding: word, as: UTF8.self)) {
          found.append((start, syllable))
        }
      }
      return found
    }
  }

  private static let tones: [Character: (base: Character, tone: Character)] = {
    let rows: [(Character, String)] = [
      ("a", "áàảãạ"), ("e", "éèẻẽẹ"), ("o", "óòỏõọ"), ("u", "úùủũụ"), ("y", "ýỳỷỹỵ"),
    ]
    let names = Array("12345")
    return Dictionary(
      rows.flatMap { base, toned in zip(toned, names).map { ($0, (base, $1)) } }
    ) { first, _ in first }
  }()
  /// The letters of `tones` and their capitals, as code points.
  private static let toned: Set<UInt32> = Set(
    tones.keys.flatMap { [String($0), $0.uppercased()] }.flatMap { $0.unicodeScalars.map(\.value) })

  func makeIterator() -> IndexingIterator<[(Int, Syllable)]> { found.makeIterator() }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  /// A cheap look at the last two letters: an ASCII vowel after a letter with a tone, or the other way
  /// round. A letter whose marks are written apart is looked at in earnest.
  private static func mayBeToned(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 3 else { return false }
    let last = word[word.count - 1] | 0x20
    if word[word.count - 1] >= 0x80 {
      var lead = word.count - 1
      while lead > 0, word[lead] & 0xC0 == 0x80 { lead -= 1 }
      guard lead > 0 else { return false }
      let before = word[lead - 1] | 0x20
      if word[lead] == 0xCC || word[lead] == 0xCD { return true }
      return (before == UInt8(ascii: "o") || before == UInt8(ascii: "u"))
        && toned.contains(scalar(word, lead, word.count))
    }
    guard last == UInt8(ascii: "a") || last == UInt8(ascii: "e") || last == UInt8(ascii: "y") else {
      return false
    }
    var lead = word.count - 2
    while lead > 0, word[lead] & 0xC0 == 0x80 { lead -= 1 }
    guard word[lead] >= 0xC0 else { return false }
    return word[lead] == 0xCC || word[lead] == 0xCD || toned.contains(scalar(word, lead, word.count - 1))
  }

  /// The code point of two or three bytes.
  private static func scalar(_ word: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    word[start..<end].dropFirst().reduce(UInt32(word[start]) & (end - start == 2 ? 0x1F : 0x0F)) {
      $0 << 6 | UInt32($1 & 0x3F)
    }
  }

  private static func syllable(_ written: String) -> Syllable? {
    let letters = Array(written.lowercased())
    guard letters.count >= 2 else { return nil }
    let (first, second) = (letters[letters.count - 2], letters[letters.count - 1])
    let isOld = tones[first] != nil
    guard let toned = tones[isOld ? first : second] else { return nil }
    let pair = isOld ? [toned.base, second] : [first, toned.base]
    guard pair == ["o", "a"] || pair == ["o", "e"] || pair == ["u", "y"] else { return nil }
    let stem = letters.dropLast(2)
    // In quý the u belongs to the consonant: there is one placement only.
    if pair == ["u", "y"], stem.last == "q" { return nil }
    return Syllable(
      written: written, key: String(stem) + String(pair) + String(toned.tone), isOldStyle: isOld)
  }
}

/// Tags that begin a line and are not indented by two spaces for each element around them.
struct IndentationScan: Sequence {
  struct Wrong {
    /// The offset of the tag.
    let tag: Int
    /// The white space to replace.
    let space: Range<Int>
    let replacement: String
    let found: Int
    let expected: Int
  }

  private let wrong: [Wrong]

  init(_ text: SourceText) {
    var wrong: [Wrong] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var scanner = MarkupScanner(bytes)
      var depth = 0
      // Text beside elements is content: its white space belongs to it.
      var rulesDepth: Int?
      var gap: Range<Int>?
      var lastWasStart = false
      func look(at tag: Int, _ expected: Int) {
        guard let gap, rulesDepth == nil else { return }
        if let found = Self.wrong(bytes, gap, tag, expected) { wrong.append(found) }
      }
      while true {
        let start = scanner.offset
        guard let token = scanner.next() else { return }
        switch token {
        case .text:
          let isSpace = bytes[start..<scanner.offset].allSatisfy {
            $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09
          }
          gap = isSpace ? start..<scanner.offset : nil
          continue
        case .startTag(_, _, _, let isEmpty):
          if depth > 0 { look(at: start, depth * 2) }
          if rulesDepth == nil, bytes[start...].starts(with: "<schematron".utf8) { rulesDepth = depth }
          if !isEmpty { depth += 1 }
          lastWasStart = !isEmpty
        case .endTag:
          depth -= 1
          if rulesDepth == depth { rulesDepth = nil }
          if !lastWasStart { look(at: start, depth * 2) }
          lastWasStart = false
        case .comment, .other:
          if depth > 0 { look(at: start, depth * 2) }
          lastWasStart = false
        case .documentType: return
        }
        gap = scanner.offset..<scanner.offset
      }
    }
    self.wrong = wrong
  }

  private static func wrong(
    _ bytes: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>, _ tag: Int, _ expected: Int
  ) -> Wrong? {
    let space = String(repeating: " ", count: expected)
    guard let newline = bytes[gap].lastIndex(of: 0x0A) else {
      let lineBreak = bytes.contains(0x0D) ? "\r\n" : "\n"
      return Wrong(tag: tag, space: gap, replacement: lineBreak + space, found: 0, expected: expected)
    }
    let indent = newline + 1..<gap.upperBound
    guard bytes[indent].count != expected || bytes[indent].contains(where: { $0 != 0x20 }) else { return nil }
    return Wrong(tag: tag, space: indent, replacement: space, found: indent.count, expected: expected)
  }

  func makeIterator() -> IndexingIterator<[Wrong]> { wrong.makeIterator() }
}
