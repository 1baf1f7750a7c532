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
  /// Where signs stand that a form leaves behind where nobody filled it in.
  private(set) var signs: [Int] = []
  /// Letters and signs of Latin-1 inside words that Vietnamese does not have, and letters that were lost.
  private(set) var foreignLetters = 0
  private var memory = WordMemory()

  /// Words are known again that were read before, until another vocabulary is read with.
  mutating func remember() { memory = WordMemory(isKept: true) }

  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, lines: LineBreaks, vocabulary: Vocabulary, abbreviations: [Bool],
    automaton: PhraseAutomaton
  ) {
    words.removeAll(keepingCapacity: true)
    hits.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    signs.removeAll(keepingCapacity: true)
    letters = 0
    foreignLetters = 0
    guard let start = text.baseAddress else { return }
    _ = LetterTable.shared.withTables { small, vietnamese, runs in
      vocabulary.withLookUp { lookUp in
        automaton.withTables { tables in
          abbreviations.withUnsafeBufferPointer { abbreviations in
            memory.withEntries { memory in
              var scanner = Scanner(
                bytes: start, count: text.count, small: small, vietnamese: vietnamese, runs: runs,
                lookUp: lookUp, tables: tables, abbreviations: abbreviations, lines: lines, memory: memory)
              scanner.run(&words, &hits, &segments)
              letters = scanner.letters
              signs = scanner.signs
              foreignLetters = scanner.foreignLetters
            }
          }
        }
      }
    }
  }
}

/// What the end of a line means.
package enum LineBreaks: Sendable {
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
  let runs: UnsafePointer<UInt8>
  let lookUp: Vocabulary.LookUp
  let tables: PhraseAutomaton.Tables
  let abbreviations: UnsafeBufferPointer<Bool>
  let lines: LineBreaks
  let memory: UnsafeMutablePointer<WordMemory.Entry>?

  var letters = 0
  var signs: [Int] = []
  var foreignLetters = 0

  private var gap: Gap = []
  private var state = PhraseAutomaton.Target.start
  private var firstWord = 0
  private var firstHit = 0
  private var sentence: Int32 = 0
  private var beginsLine = true
  private var isInList = false
  /// Whether the next word begins with a capital.
  private var isCapital = false
  /// Whether the word before the last begins with a capital, or there is none.
  private var isBehindCapital = true

  init(
    bytes: UnsafePointer<UInt8>, count: Int, small: UnsafePointer<UInt32>,
    vietnamese: UnsafePointer<UInt32>, runs: UnsafePointer<UInt8>,
    lookUp: Vocabulary.LookUp, tables: PhraseAutomaton.Tables, abbreviations: UnsafeBufferPointer<Bool>,
    lines: LineBreaks, memory: UnsafeMutablePointer<WordMemory.Entry>?
  ) {
    self.bytes = bytes
    self.count = count
    self.small = small
    self.vietnamese = vietnamese
    self.runs = runs
    self.memory = memory
    self.lookUp = lookUp
    self.tables = tables
    self.abbreviations = abbreviations
    self.lines = lines
  }

  mutating func run(
    _ words: inout [Word], _ hits: inout [TextScan.Hit], _ segments: inout [TextScan.Segment]
  ) {
    var index = 0
    while index < count {
      if runs[Int(bytes[index])] != 0, let known = knownWord(at: &index) {
        if gap.rawValue & Gap.end.rawValue != 0, let last = words.last {
          isCapital = known.traits.contains(.capital)
          isBehindCapital = words.count < 2 || words[words.count &- 2].traits.contains(.capital)
          cut(after: last, beforeDigit: false, words.count, hits.count, &segments)
        }
        add(known, &words, &hits)
        // Most words have one space behind them.
        if index < count, bytes[index] == 0x20 {
          gap = .space
          index &+= 1
        }
        continue
      }
      let (entry, width, scalar) = letter(at: index)
      let kind = entry >> 24 & 0xF
      if kind == Self.letterKind || kind == Self.digitKind {
        if gap.rawValue & Gap.end.rawValue != 0, let last = words.last {
          isCapital = entry & Letter.upper != 0
          isBehindCapital = words.count < 2 || words[words.count &- 2].traits.contains(.capital)
          cut(after: last, beforeDigit: kind == Self.digitKind, words.count, hits.count, &segments)
        }
        let word =
          kind == Self.digitKind
          ? word(at: &index, entry, width, isNumber: true) : newWord(at: &index, entry, width)
        add(word, &words, &hits)
        continue
      }
      if scalar == 0x20 {
        noteSpace()
      } else if kind == 0 {
        if scalar >= 0xA1, scalar <= 0xF7 || scalar == 0xFFFD, isBeforeLetter(index + width, scalar) {
          foreignLetters += 1
        }
        note(scalar, at: index, isFirst: words.isEmpty)
      }
      index += width
    }
    closeSegment(words.count, hits.count, &segments)
  }

  private static let letterKind = UInt32(Letter.Kind.letter.rawValue)
  private static let digitKind = UInt32(Letter.Kind.digit.rawValue)
  private static let markKind = UInt32(Letter.Kind.mark.rawValue)
  private static let hiddenKind = UInt32(Letter.Kind.hidden.rawValue)
  private static let ampersandKind = UInt32(Letter.Kind.ampersand.rawValue)

  @inline(__always) private mutating func add(
    _ word: Word, _ words: inout [Word], _ hits: inout [TextScan.Hit]
  ) {
    gap = []
    words.append(word)
    state = tables.next(state, word.id)
    tables.collect(at: state, end: Int32(truncatingIfNeeded: words.count), into: &hits)
  }

  /// A word that was read before; `index` moves behind it.
  @inline(__always) private mutating func knownWord(at index: inout Int) -> Word? {
    guard let memory, let run = WordMemory.Run(bytes, index, count, runs) else { return nil }
    let entry = memory + run.slot
    guard entry.pointee.low == run.low, entry.pointee.high == run.high else { return nil }
    letters &+= Int(entry.pointee.letters)
    let start = index
    index = run.end
    return Word(
      hash: entry.pointee.hash, start: Int32(truncatingIfNeeded: start),
      end: Int32(truncatingIfNeeded: run.end), id: entry.pointee.id, gap: gap, traits: entry.pointee.traits)
  }

  /// A word of letters, kept for the next time; `index` moves behind it.
  private mutating func newWord(at index: inout Int, _ first: UInt32, _ firstWidth: Int) -> Word {
    guard let memory, let run = WordMemory.Run(bytes, index, count, runs) else {
      return word(at: &index, first, firstWidth, isNumber: false)
    }
    let lettersBefore = letters
    let foreignBefore = foreignLetters
    let word = word(at: &index, first, firstWidth, isNumber: false)
    // What is not the run alone hangs on what stands behind it.
    if index == run.end, Int(word.end) == run.end, foreignLetters == foreignBefore {
      memory[run.slot] = WordMemory.Entry(
        low: run.low, high: run.high, hash: word.hash, id: word.id,
        letters: UInt16(truncatingIfNeeded: letters - lettersBefore), traits: word.traits)
    }
    return word
  }

  /// The word that begins here; `index` moves behind it.
  private mutating func word(
    at index: inout Int, _ first: UInt32, _ firstWidth: Int, isNumber: Bool
  ) -> Word {
    let start = index
    var folder = WordFolder()
    folder.append(first)
    var lastStart = start
    var next = index &+ firstWidth
    var end = next
    var letters = 1
    var foreign = first & Letter.foreignLetter
    let own = isNumber ? Self.digitKind : Self.letterKind
    while next < count {
      if bytes[next] < 0x80 {
        let entry = small[Int(bytes[next])]
        if entry >> 24 & 0xF == own {
          folder.append(entry)
          letters &+= 1
          lastStart = next
          next &+= 1
          end = next
          continue
        }
        guard !isNumber, let after = ampersand(from: next) else { break }
        folder.append(0x26)
        next = after
        continue
      }
      let (entry, width, scalar) = letter(at: next)
      let kind = entry >> 24 & 0xF
      if kind == own {
        folder.append(entry)
        letters &+= 1
        foreign |= entry & Letter.foreignLetter
        lastStart = next
        next &+= width
        end = next
      } else if kind == Self.markKind {
        folder.mark(entry)
        next &+= width
        end = next
      } else if kind == Self.hiddenKind {
        if scalar == 0xAD { foreignLetters += 1 }
        next &+= width
      } else {
        if scalar <= 0xF7 && scalar >= 0xA1 || scalar == 0xFFFD { foreignLetters += 1 }
        break
      }
    }
    if foreign != 0 { foreignLetters += 1 }
    self.letters &+= letters
    index = next
    var traits: Word.Traits = []
    if first & Letter.upper != 0 { traits.insert(.capital) }
    if folder.endsInCapital { traits.insert(.endsInCapital) }
    if isNumber { traits.insert(.digits) } else if letters == 1 { traits.insert(.oneLetter) }
    let hash = folder.finished(isOpen: folder.endsInY && hasNoVowel(start..<lastStart))
    return Word(
      hash: hash, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      id: lookUp(hash), gap: gap, traits: traits)
  }

  /// Whether consonants only stand here; the u of qu- is one: quí, quý.
  private func hasNoVowel(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var isAfterQ = false
    while index < range.upperBound {
      let (entry, width, _) = letter(at: index)
      if entry & Letter.vowel != 0, !(isAfterQ && entry & 0x1F_FFFF == 0x75) { return false }
      isAfterQ = entry & 0x1F_FFFF == 0x71
      index += width
    }
    return true
  }

  /// The letter behind an ampersand that joins two words, with or without spaces: KH&CN, KH & CN.
  @inline(__always) private func ampersand(from index: Int) -> Int? {
    guard bytes[index] == 0x20 || bytes[index] == 0x26 else { return nil }
    if index &+ 1 < count, bytes[index] == 0x20, bytes[index &+ 1] != 0x20, bytes[index &+ 1] != 0x26 {
      return nil
    }
    var next = index
    while next < count, bytes[next] == 0x20 { next += 1 }
    guard next < count, bytes[next] == 0x26 else { return nil }
    next += 1
    while next < count, bytes[next] == 0x20 { next += 1 }
    guard next < count, letter(at: next).entry >> 24 & 0xF == Self.letterKind else { return nil }
    return next
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
      let scalar =
        (first & 0xF) << 12 | (UInt32(bytes[index + 1]) & 0x3F) << 6 | UInt32(bytes[index + 2]) & 0x3F
      if scalar >> 8 == 0x1E { return (vietnamese[Int(scalar & 0xFF)], 3, scalar) }
      return (LetterTable.letter(beyondTables: scalar), 3, scalar)
    }
    guard index + 3 < count else { return (0, 1, first) }
    let high = (first & 0x7) << 18 | (UInt32(bytes[index + 1]) & 0x3F) << 12
    let scalar = high | (UInt32(bytes[index + 2]) & 0x3F) << 6 | UInt32(bytes[index + 3]) & 0x3F
    return (LetterTable.letter(beyondTables: scalar), 4, scalar)
  }

  /// Ends the sentence or its part, where what stands before the next word says so.
  private mutating func cut(
    after last: Word, beforeDigit: Bool, _ words: Int, _ hits: Int, _ segments: inout [TextScan.Segment]
  ) {
    let endsLine = gap.contains(.newline) && lines == .cut
    let isItem = gap.contains(.bullet)
    let endsInSign =
      gap.contains(.semicolon) || endsSentence(after: last, beforeDigit: beforeDigit)
    let goesOn = !isItem && !gap.contains(.blankLine) && !endsInSign && !isCapital
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
    state = .start
  }

  private func endsSentence(after last: Word, beforeDigit: Bool) -> Bool {
    let isAbbreviation = last.id != 0 && abbreviations[Int(last.id)]
    if gap.contains(.exclamation) { return !isAbbreviation }
    if gap.contains(.ellipsis) { return gap.contains(.spaceAfterStop) && isCapital }
    guard gap.contains(.stop) else { return false }
    // A bracket or quotation mark may have closed behind the stop, none stands before it.
    // "Nguyễn Văn A.", "a. Mục tiêu"; but "góp ý.", "hãng X.", "4G/5G." end in a word.
    let isInitial =
      last.traits.contains(.oneLetter) && last.end - last.start == 1 && isBehindCapital
      && (last.gap.contains(.space) || last.start == 0)
    if isAbbreviation || isInitial { return false }
    if gap.contains(.spaceAfterStop) { return !(last.traits.contains(.digits) && beforeDigit) }
    return isCapital && !last.traits.contains(.endsInCapital)
      && !last.traits.contains(.digits)
  }

  private mutating func closeSegment(_ words: Int, _ hits: Int, _ segments: inout [TextScan.Segment]) {
    guard words > firstWord else { return }
    segments.append(
      TextScan.Segment(
        words: firstWord..<words, hits: firstHit..<hits, sentence: sentence, beginsLine: beginsLine))
  }

  /// Whether a sign stands where the first letter of a word should.
  private func isBeforeLetter(_ next: Int, _ scalar: UInt32) -> Bool {
    if scalar == 0xFFFD { return true }
    guard next < count else { return false }
    return bytes[next] | 0x20 >= 0x61 && bytes[next] | 0x20 <= 0x7A
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
        signs.append(index)
      }
      gap.insert(.stop)
    case 0x2026:
      gap.insert(.ellipsis)
      signs.append(index)
    case 0x3B: gap.insert(.semicolon)
    case 0x21, 0x3F: gap.insert(.exclamation)
    case 0x2C: gap.insert(.comma)
    case 0x3A: gap.insert(.colon)
    case 0x28, 0x5B, 0x7B, 0xAB, 0x3C, 0xFF3B:
      gap.insert(.opening)
      signs.append(index)
    case 0x29, 0x5D, 0x7D, 0xBB, 0x3E, 0xFF3D: gap.insert(.closing)
    case 0x5F, 0x23, 0x24: signs.append(index)
    // An empty box of a form.
    case 0x2610:
      gap.insert(.bullet)
      signs.append(index)
    case 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2212: noteDash(at: index, scalar, isFirst: isFirst)
    case 0x2014, 0x2015: gap.insert(.dash)
    case 0x2B, 0x2A: if gap.contains(.newline) || isFirst { gap.insert(.bullet) }
    case 0x7C: gap.insert(.cell)
    case 0x2022, 0x2023, 0x2043, 0x25A0...0x25FF, 0x2713...0x2718, 0xE000...0xF8FF: gap.insert(.bullet)
    default: break
    }
  }

  @inline(__always) private mutating func noteSpace() {
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
