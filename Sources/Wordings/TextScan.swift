/// Words, phrases and sentences of one text, found in one pass over its bytes. Kept from text to text, so that its
/// memory is asked for once.
struct TextScan {
  /// A phrase and the words that it stands in.
  struct Hit {
    let phrase: Int32
    let start: Int32
    let end: Int32
  }

  /// A sentence, or a part of one that stands between semicolons or is an item of a list.
  struct Segment {
    let words: Range<Int>
    let hits: Range<Int>
    let sentence: Int32
    /// Whether it begins on a line of its own.
    let beginsLine: Bool
  }

  private(set) var words: [Word] = []
  private(set) var hits: [Hit] = []
  private(set) var segments: [Segment] = []
  /// Letters and digits of all words.
  private(set) var letters = 0
  /// Whether signs were met that a form leaves behind where nobody filled it in.
  private(set) var mayHoldBlanks = false
  /// Letters and signs of Latin-1 inside words that Vietnamese does not have, and letters that were lost.
  private(set) var foreignLetters = 0

  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, lines: LineBreaks, vocabulary: Vocabulary, abbreviations: [Bool],
    automaton: PhraseAutomaton
  ) {
    words.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    letters = 0
    mayHoldBlanks = false
    foreignLetters = 0
    guard let start = text.baseAddress else { return }
    _ = LetterTable.shared.withTables { small, vietnamese in
      vocabulary.withLookUp { lookUp in
        automaton.withTables { tables in
          abbreviations.withUnsafeBufferPointer { abbreviations in
            var scanner = Scanner(
              bytes: start, count: text.count, small: small, vietnamese: vietnamese, lookUp: lookUp,
              tables: tables, automaton: automaton, abbreviations: abbreviations, lines: lines)
            scanner.run(&words, &hits, &segments)
            letters = scanner.letters
            mayHoldBlanks = scanner.mayHoldBlanks
            foreignLetters = scanner.foreignLetters
          }
        }
      }
    }
  }
}

/// What the end of a line means.
public enum LineBreaks: Sendable {
  /// An item of its own begins, unless the line goes on in lower case: a manuscript.
  case cut
  /// Nothing: an XML file is wrapped where its writer liked.
  case join
}

/// The pass itself.
private struct Scanner {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  let small: UnsafePointer<UInt32>
  let vietnamese: UnsafePointer<UInt32>
  let lookUp: Vocabulary.LookUp
  let tables: PhraseAutomaton.Tables
  let automaton: PhraseAutomaton
  let abbreviations: UnsafeBufferPointer<Bool>
  let lines: LineBreaks

  var letters = 0
  var mayHoldBlanks = false
  var foreignLetters = 0

  private var folder = WordFolder()
  private var wordStart = 0
  private var wordEnd = 0
  private var isNumber = false
  private var isJoining = false
  private var traits: Word.Traits = []
  private var lettersOfWord = 0
  private var gap: Gap = []
  private var wordGap: Gap = []
  private var state: Int32 = 0
  private var firstWord = 0
  private var firstHit = 0
  private var sentence: Int32 = 0
  private var beginsLine = true
  private var isInList = false

  init(
    bytes: UnsafePointer<UInt8>, count: Int, small: UnsafePointer<UInt32>,
    vietnamese: UnsafePointer<UInt32>,
    lookUp: Vocabulary.LookUp, tables: PhraseAutomaton.Tables, automaton: PhraseAutomaton,
    abbreviations: UnsafeBufferPointer<Bool>, lines: LineBreaks
  ) {
    self.bytes = bytes
    self.count = count
    self.small = small
    self.vietnamese = vietnamese
    self.lookUp = lookUp
    self.tables = tables
    self.automaton = automaton
    self.abbreviations = abbreviations
    self.lines = lines
  }

  mutating func run(
    _ words: inout [Word], _ hits: inout [TextScan.Hit], _ segments: inout [TextScan.Segment]
  ) {
    var index = 0
    while index < count {
      let (entry, width, scalar) = letter(at: index)
      switch entry >> 24 & 0xF {
      case UInt32(Letter.Kind.letter.rawValue):
        if isNumber { finishWord(&words, &hits) }
        if folder.isEmpty { beginWord(at: index, entry, &words, &hits, &segments) }
        isJoining = false
        folder.append(base: entry & 0x1F_FFFF, tone: entry >> 21 & 7)
        lettersOfWord += 1
        if entry >> 28 != 0 { traits.insert(.endsInCapital) } else { traits.remove(.endsInCapital) }
        if width == 2, scalar < 0x100, isForeign(scalar) { foreignLetters += 1 }
        wordEnd = index + width
      case UInt32(Letter.Kind.digit.rawValue):
        if !isNumber, !folder.isEmpty { finishWord(&words, &hits) }
        if folder.isEmpty {
          beginWord(at: index, entry, &words, &hits, &segments)
          isNumber = true
        }
        folder.append(base: entry & 0x1F_FFFF, tone: 0)
        lettersOfWord += 1
        wordEnd = index + width
      case UInt32(Letter.Kind.mark.rawValue):
        if !folder.isEmpty {
          folder.mark(base: entry & 0x1F_FFFF, tone: entry >> 21 & 7)
          wordEnd = index + width
        }
      case UInt32(Letter.Kind.hidden.rawValue):
        if scalar == 0xAD, !folder.isEmpty { foreignLetters += 1 }
      case UInt32(Letter.Kind.ampersand.rawValue) where !folder.isEmpty && !isNumber:
        folder.append(base: 0x26, tone: 0)
        isJoining = true
      default:
        separate(scalar, at: index, width: width, &words, &hits)
      }
      index += width
    }
    if !folder.isEmpty { finishWord(&words, &hits) }
    closeSegment(words.count, hits.count, &segments)
  }

  /// What the scalar at a place is; bytes that are none count as signs.
  @inline(__always) private func letter(at index: Int) -> (entry: UInt32, width: Int, scalar: UInt32) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (small[Int(first)], 1, first) }
    if first < 0xE0 {
      guard index + 1 < count, first >= 0xC2 else { return (0, 1, first) }
      let scalar = (first & 0x1F) << 6 | UInt32(bytes[index + 1]) & 0x3F
      return (small[Int(scalar)], 2, scalar)
    }
    if first < 0xF0 {
      guard index + 2 < count else { return (0, 1, first) }
      let scalar = (first & 0xF) << 12 | (UInt32(bytes[index + 1]) & 0x3F) << 6 | UInt32(bytes[index + 2]) & 0x3F
      if scalar >> 8 == 0x1E { return (vietnamese[Int(scalar & 0xFF)], 3, scalar) }
      return (LetterTable.letter(beyondTables: scalar), 3, scalar)
    }
    guard index + 3 < count else { return (0, 1, first) }
    let high = (first & 0x7) << 18 | (UInt32(bytes[index + 1]) & 0x3F) << 12
    let scalar = high | (UInt32(bytes[index + 2]) & 0x3F) << 6 | UInt32(bytes[index + 3]) & 0x3F
    return (LetterTable.letter(beyondTables: scalar), 4, scalar)
  }

  /// Letters of Latin-1 that no Vietnamese word has: ä, å, ñ, ö, ø, ü …
  private func isForeign(_ scalar: UInt32) -> Bool {
    switch scalar & 0xDF {
    case 0xC4...0xC7, 0xCB, 0xCE, 0xCF, 0xD1, 0xD6...0xD8, 0xDB, 0xDC, 0xDE: scalar >= 0xC0
    default: scalar == 0xDF
    }
  }

  private mutating func beginWord(
    at index: Int, _ entry: UInt32, _ words: inout [Word], _ hits: inout [TextScan.Hit],
    _ segments: inout [TextScan.Segment]
  ) {
    wordStart = index
    traits = entry >> 28 != 0 ? .capital : []
    isNumber = false
    if let last = words.last, gap.rawValue & Gap.end.rawValue != 0 {
      cut(after: last, beforeDigit: entry >> 24 & 0xF == 2, words.count, hits.count, &segments)
    }
    wordGap = gap
    gap = []
  }

  /// Ends the sentence or its part, where what stands before the next word says so.
  private mutating func cut(
    after last: Word, beforeDigit: Bool, _ words: Int, _ hits: Int, _ segments: inout [TextScan.Segment]
  ) {
    let endsLine = gap.contains(.newline) && lines == .cut
    let isItem = gap.contains(.bullet)
    let endsInSign =
      gap.contains(.semicolon) || endsSentence(after: last, beforeDigit: beforeDigit)
      || gap.contains(.cell)
    let goesOn = !isItem && !gap.contains(.blankLine) && !endsInSign && !traits.contains(.capital)
    let cutsLine = endsLine && (!goesOn || gap.contains(.colon))
    guard endsInSign || isItem || cutsLine else { return }
    if endsLine, gap.contains(.colon) { isInList = true }
    let staysInList = isInList && (isItem || gap.contains(.colon) || gap.contains(.semicolon))
    if !staysInList, endsLine { isInList = false }
    let isPart =
      gap.contains(.semicolon) || staysInList
      || isItem && !endsLine && !endsSentence(after: last, beforeDigit: beforeDigit)
    closeSegment(words, hits, &segments)
    beginsLine = endsLine
    if !isPart { sentence += 1 }
    firstWord = words
    firstHit = hits
    state = 0
  }

  private func endsSentence(after last: Word, beforeDigit: Bool) -> Bool {
    let isAbbreviation = last.id != 0 && abbreviations[Int(last.id)]
    if gap.contains(.exclamation) { return !isAbbreviation }
    if gap.contains(.ellipsis) { return gap.contains(.spaceAfterStop) && traits.contains(.capital) }
    guard gap.contains(.stop) else { return false }
    // A bracket or quotation mark may have closed behind the stop, none stands before it.
    if isAbbreviation || last.traits.contains(.oneLetter) { return false }
    if gap.contains(.spaceAfterStop) { return !(last.traits.contains(.digits) && beforeDigit) }
    return traits.contains(.capital) && !last.traits.contains(.endsInCapital)
      && !last.traits.contains(.digits)
  }

  private mutating func closeSegment(_ words: Int, _ hits: Int, _ segments: inout [TextScan.Segment]) {
    guard words > firstWord else { return }
    segments.append(
      TextScan.Segment(
        words: firstWord..<words, hits: firstHit..<hits, sentence: sentence, beginsLine: beginsLine))
  }

  @inline(__always) private mutating func finishWord(_ words: inout [Word], _ hits: inout [TextScan.Hit]) {
    let hash = folder.finish()
    let id = lookUp(hash)
    if isNumber { traits.insert(.digits) }
    if lettersOfWord == 1, !isNumber { traits.insert(.oneLetter) }
    letters += lettersOfWord
    lettersOfWord = 0
    isNumber = false
    isJoining = false
    words.append(
      Word(
        hash: hash, start: Int32(wordStart), end: Int32(wordEnd), id: id, gap: wordGap, traits: traits))
    state = tables.next(state, id)
    if tables.endings[Int(state)] != 0 {
      let end = Int32(words.count)
      automaton.forEachEnding(at: state) { phrase, length in
        hits.append(TextScan.Hit(phrase: phrase, start: end - length, end: end))
      }
    }
  }

  private mutating func separate(
    _ scalar: UInt32, at index: Int, width: Int, _ words: inout [Word], _ hits: inout [TextScan.Hit]
  ) {
    if scalar == 0x20 || scalar == 0xA0, !folder.isEmpty {
      // KH & CN is KH&CN.
      if isJoining { return }
      var next = index + width
      while next < count, bytes[next] == 0x20 { next += 1 }
      if next < count, bytes[next] == 0x26, !isNumber { return }
    }
    if scalar >= 0xA1, scalar <= 0xF7 || scalar == 0xFFFD, isInsideWord(scalar, at: index, width: width) {
      foreignLetters += 1
    }
    if !folder.isEmpty { finishWord(&words, &hits) }
    note(scalar, at: index, isFirst: words.isEmpty)
  }

  /// Whether a sign stands where a letter should.
  private func isInsideWord(_ scalar: UInt32, at index: Int, width: Int) -> Bool {
    if scalar == 0xFFFD || !folder.isEmpty { return true }
    guard index + width < count else { return false }
    return bytes[index + width] | 0x20 >= 0x61 && bytes[index + width] | 0x20 <= 0x7A
  }

  private mutating func note(_ scalar: UInt32, at index: Int, isFirst: Bool) {
    switch scalar {
    case 0x20, 0x09, 0xA0, 0x3000, 0x2000...0x200A, 0x202F, 0x205F: noteSpace()
    case 0x0A, 0x0B, 0x0C, 0x85, 0x2028, 0x2029:
      if gap.contains(.newline) { gap.insert(.blankLine) }
      gap.insert(.newline)
      noteSpace()
    case 0x2E:
      if index > 0, bytes[index - 1] == 0x2E {
        gap.insert(.ellipsis)
        mayHoldBlanks = true
      }
      gap.insert(.stop)
    case 0x2026:
      gap.insert(.ellipsis)
      mayHoldBlanks = true
    case 0x3B: gap.insert(.semicolon)
    case 0x21, 0x3F: gap.insert(.exclamation)
    case 0x2C: gap.insert(.comma)
    case 0x3A: gap.insert(.colon)
    case 0x28, 0x5B, 0x7B, 0xAB, 0x3C, 0xFF3B:
      gap.insert(.opening)
      mayHoldBlanks = true
    case 0x29, 0x5D, 0x7D, 0xBB, 0x3E, 0xFF3D: gap.insert(.closing)
    case 0x5F, 0x23, 0x24: mayHoldBlanks = true
    case 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2212: noteDash(at: index, scalar, isFirst: isFirst)
    case 0x2014, 0x2015: gap.insert(.dash)
    case 0x2B, 0x2A: if gap.contains(.newline) || isFirst { gap.insert(.bullet) }
    case 0x7C: gap.insert(.cell)
    case 0x2022, 0x2023, 0x2043, 0x25A0...0x25FF, 0x2713...0x2718, 0xE000...0xF8FF: gap.insert(.bullet)
    default: break
    }
  }

  private mutating func noteSpace() {
    gap.insert(.space)
    if !gap.isDisjoint(with: [.stop, .ellipsis]) { gap.insert(.spaceAfterStop) }
  }

  /// A hyphen joins words; a dash between spaces is a pause; at the beginning of a line it begins an item.
  private mutating func noteDash(at index: Int, _ scalar: UInt32, isFirst: Bool) {
    if gap.contains(.newline) || isFirst {
      gap.insert(.bullet)
      return
    }
    let next = index + (scalar < 0x80 ? 1 : 3)
    if gap.contains(.space), next < count, bytes[next] == 0x20 || bytes[next] == 0xC2 { gap.insert(.dash) }
  }
}
