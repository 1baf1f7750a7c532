/// A print without its accidents, each sign with its place in the print: letter case, kinds of dashes, slashes and
/// spaces, spaces around separators, composed or decomposed letters, the vowel that carries the tone, y or i at the end,
/// wide and look-alike letters, footnote figures. Signs are compared as code points.
struct FoldedText: Sendable {
  /// The tone of a word stands at its end, whichever vowel carries it.
  let letters: [Unicode.Scalar]
  /// For each letter its first byte in the print; one more for the end.
  let places: [Int]
  private let marks: [UInt8]

  /// What becomes of signs that no reader sees: nothing, or the space that they may stand for.
  enum HiddenSigns { case dropped, spaces }

  init(_ printed: some StringProtocol, hidden: HiddenSigns = .dropped) {
    var folder = PrintFolder(hidden: hidden)
    folder.fold(printed)
    letters = folder.letters
    places = folder.places
    marks = folder.marks
  }

  private init(_ letters: ArraySlice<Unicode.Scalar>, _ places: ArraySlice<Int>, _ marks: ArraySlice<UInt8>) {
    self.letters = Array(letters)
    self.places = Array(places)
    self.marks = Array(marks)
  }

  /// A text made of folded ones, whose places tell nothing.
  init(folded: [Unicode.Scalar]) {
    letters = folded
    places = Array(0...folded.count)
    marks = Array(repeating: 0, count: folded.count)
  }

  /// A part of the text.
  subscript(range: Range<Int>) -> FoldedText {
    FoldedText(
      letters[range], places[range.lowerBound...range.upperBound], marks[range])
  }

  func isCapital(_ index: Int) -> Bool { marks[index] & PrintFolder.capital != 0 }

  /// Whether a blank or a new line stood before the letter in the print, even where a separator hides it.
  func followsSpace(_ index: Int) -> Bool { marks[index] & (PrintFolder.space | PrintFolder.newLine) != 0 }
  func followsNewLine(_ index: Int) -> Bool { marks[index] & PrintFolder.newLine != 0 }

  /// Words: runs of letters and digits, with their places.
  var words: [FoldedWord] {
    var result: [FoldedWord] = []
    var index = 0
    while index < letters.count {
      guard letters[index].isWordPart else {
        index += 1
        continue
      }
      let start = index
      while index < letters.count, letters[index].isWordPart { index += 1 }
      result.append(FoldedWord(text: letters[start..<index].text, start: start, end: index))
    }
    return result
  }

  /// The word that it begins with; empty where it begins with something else.
  var firstWord: String { letters.prefix { $0.isWordPart }.text }

  /// Where `phrase` ends that stands on its own, not inside a longer word, the first time.
  func end(of phrase: FoldedText) -> Int? {
    let needle = phrase.letters
    guard let first = needle.first, needle.count <= letters.count else { return nil }
    for start in 0...(letters.count - needle.count)
    where letters[start] == first && letters[start..<(start + needle.count)].elementsEqual(needle) {
      let before = start == 0 || !letters[start - 1].isWordPart
      let end = start + needle.count
      if before, end == letters.count || !letters[end].isWordPart { return end }
    }
    return nil
  }

  /// The year printed just after a name, bare, as "năm 2015" or at the end of a date: a year further on may be
  /// another's.
  func year(after name: FoldedText) -> Int? {
    guard let end = end(of: name) else { return nil }
    let words = self[end..<letters.count].words.prefix(6)
    guard let first = words.first else { return nil }
    if let year = first.year { return year }
    if first.text == PrintWords.year { return words.dropFirst().first?.year }
    return PrintedDate(words, at: 0)?.year
  }
}

/// A word of a folded print.
struct FoldedWord: Sendable {
  let text: String
  let start: Int
  let end: Int

  /// A number of at most so many digits.
  func number(digits: Int) -> Int? {
    text.utf8.count <= digits && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(text) : nil
  }

  /// A number of four digits that can be a year.
  var year: Int? {
    text.utf8.count == 4 ? number(digits: 4).flatMap { (1900...2100).contains($0) ? $0 : nil } : nil
  }
}

extension Unicode.Scalar {
  var isWordPart: Bool {
    if isASCII { return isDecimalDigit || value | 0x20 >= 0x61 && value | 0x20 <= 0x7A }
    // The blocks of Vietnamese letters hold nothing else but two signs of arithmetic.
    if (0xC0...0x24F).contains(value) || (0x1E00...0x1EFF).contains(value) {
      return value != 0xD7 && value != 0xF7
    }
    return properties.isAlphabetic || properties.numericType != nil || isTone
  }
  var isDecimalDigit: Bool { value >= 0x30 && value <= 0x39 }
  var isLetter: Bool { isWordPart && !isDecimalDigit && !isTone }
  /// A tone at the end of a folded word.
  var isTone: Bool { PrintFolder.tones.contains(self) }
}

extension Sequence where Element == Unicode.Scalar {
  var text: String {
    var bytes: [UInt8] = []
    for scalar in self { bytes.append(contentsOf: scalar.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
