import Source

/// Folds a print, sign by sign. What it makes of signs is told by tables that are made once.
struct PrintFolder {
  static let capital: UInt8 = 1
  static let space: UInt8 = 2
  static let newLine: UInt8 = 4
  /// Grave, acute, hook above, tilde, dot below.
  static let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]

  private(set) var letters: [Unicode.Scalar] = []
  private(set) var places: [Int] = []
  private(set) var marks: [UInt8] = []
  private let hidden: FoldedText.HiddenSigns
  /// Where the word begins that is being folded, and its tones so far with their places.
  private var wordStart = 0
  private var wordTones: [(Unicode.Scalar, Int)] = []
  private var pending: UInt8 = 0

  init(hidden: FoldedText.HiddenSigns) {
    self.hidden = hidden
  }

  /// What becomes of a sign.
  private enum Sign: Sendable {
    case letter(Unicode.Scalar, tone: Unicode.Scalar?, isCapital: Bool)
    case separator(Unicode.Scalar)
    case other(Unicode.Scalar)
    case mark(Unicode.Scalar)
    case space, newLine, hidden, footnote
  }

  mutating func fold(_ printed: some StringProtocol) {
    let signs = Array(printed.unicodeScalars)
    letters.reserveCapacity(signs.count + 8)
    places.reserveCapacity(signs.count + 9)
    marks.reserveCapacity(signs.count + 8)
    var index = 0
    var place = 0
    while index < signs.count {
      let label = Self.label(signs, at: index)
      if label > 0 {
        endWord()
        pending |= Self.space
      } else {
        take(Self.sign(signs[index]), at: place)
      }
      for sign in signs[index..<(index + max(label, 1))] { place += UTF8.width(sign) }
      index += max(label, 1)
    }
    endWord()
    places.append(place)
  }

  private mutating func take(_ sign: Sign, at place: Int) {
    switch sign {
    case .letter(let letter, let tone, let isCapital):
      append(letter, at: place, isCapital: isCapital)
      if let tone { wordTones.append((tone, place)) }
    case .mark(let mark): combine(mark, at: place)
    case .separator(let sign), .other(let sign):
      endWord()
      append(sign, at: place, isCapital: false)
      wordStart = letters.count
    case .space:
      endWord()
      pending |= Self.space
    case .newLine:
      endWord()
      pending |= Self.newLine
    case .hidden where hidden == .spaces:
      endWord()
      pending |= Self.space
    case .hidden, .footnote: break
    }
  }

  private mutating func append(_ letter: Unicode.Scalar, at place: Int, isCapital: Bool) {
    if pending != 0 {
      let separates = Self.isSeparator(letter) || letters.last.map(Self.isSeparator) ?? true
      if !separates {
        letters.append(" ")
        places.append(place)
        marks.append(0)
      }
      wordStart = letters.count
    }
    letters.append(letter)
    places.append(place)
    marks.append((isCapital ? Self.capital : 0) | pending)
    pending = 0
  }

  /// A mark written apart from its letter: a tone of the word, or a part of the letter, in any order.
  private mutating func combine(_ mark: Unicode.Scalar, at place: Int) {
    guard pending == 0, let last = letters.last, last.isWordPart, letters.count > wordStart else { return }
    if Self.tones.contains(mark) { return wordTones.append((mark, place)) }
    if let whole = Self.shapes[ShapedLetter(last, mark)] { letters[letters.count - 1] = whole }
  }

  /// The tone at the end, and y as i there.
  private mutating func endWord() {
    defer {
      wordTones.removeAll(keepingCapacity: true)
      wordStart = letters.count
    }
    let count = letters.count - wordStart
    if count >= 2, letters[letters.count - 1] == "y" {
      let before = letters[letters.count - 2]
      let isQu = before == "u" && count >= 3 && letters[letters.count - 3] == "q"
      if isQu || before.isLetter && !Self.vowels.contains(before) { letters[letters.count - 1] = "i" }
    }
    for (tone, place) in wordTones {
      letters.append(tone)
      places.append(place)
      marks.append(0)
    }
  }

  /// How many signs a footnote or a number in a list takes up, "[1]" or "(12)"; 0 where there is none.
  private static func label(_ signs: [Unicode.Scalar], at index: Int) -> Int {
    guard signs[index] == "[" || signs[index] == "(" else { return 0 }
    let digits = signs[(index + 1)...].prefix(3).prefix { $0.isDecimalDigit }.count
    let close = index + digits + 1
    guard digits == 1 || digits == 2, close < signs.count, signs[close] == (signs[index] == "[" ? "]" : ")")
    else { return 0 }
    return digits + 2
  }

  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "/" || scalar == "-" || scalar == ":"
  }
}

// Tables.
extension PrintFolder {
  private static let vowels: Set<Unicode.Scalar> = Set("aăâeêioôơuưy".unicodeScalars)

  private struct ShapedLetter: Hashable {
    let letter: Unicode.Scalar
    let mark: Unicode.Scalar

    init(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) {
      self.letter = letter
      self.mark = mark
    }
  }

  private static let shapes: [ShapedLetter: Unicode.Scalar] = [
    ShapedLetter("a", "\u{302}"): "â", ShapedLetter("a", "\u{306}"): "ă", ShapedLetter("e", "\u{302}"): "ê",
    ShapedLetter("o", "\u{302}"): "ô", ShapedLetter("o", "\u{31B}"): "ơ", ShapedLetter("u", "\u{31B}"): "ư",
  ]

  /// Every letter with its five tones, in the order of `tones`.
  private static let toned: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = {
    let rows = [
      ("a", "àáảãạ"), ("ă", "ằắẳẵặ"), ("â", "ầấẩẫậ"), ("e", "èéẻẽẹ"), ("ê", "ềếểễệ"), ("i", "ìíỉĩị"),
      ("o", "òóỏõọ"), ("ô", "ồốổỗộ"), ("ơ", "ờớởỡợ"), ("u", "ùúủũụ"), ("ư", "ừứửữự"), ("y", "ỳýỷỹỵ"),
    ]
    var result: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = [:]
    for (base, letters) in rows {
      guard let base = base.unicodeScalars.first else { continue }
      for (letter, tone) in zip(letters.unicodeScalars, tones) { result[letter] = (base, tone) }
    }
    return result
  }()

  /// Cyrillic and Greek letters that look like Latin ones.
  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    zip(
      "АВСЕНІЈКМОРЅТХУаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο".unicodeScalars,
      "abcehijkmopstxyaeopcyxijsabezhikmnoptyxo".unicodeScalars), uniquingKeysWith: { first, _ in first })

  private static let latin: [Sign] = (0..<0x250).map { slowSign(Unicode.Scalar($0 as UInt32) ?? " ") }
  private static let vietnamese: [Sign] = (0x1E00..<0x1F00).map {
    slowSign(Unicode.Scalar($0 as UInt32) ?? " ")
  }

  private static func sign(_ scalar: Unicode.Scalar) -> Sign {
    switch scalar.value {
    case 0..<0x250: latin[Int(scalar.value)]
    case 0x1E00..<0x1F00: vietnamese[Int(scalar.value - 0x1E00)]
    default: slowSign(scalar)
    }
  }

  private static func slowSign(_ scalar: Unicode.Scalar) -> Sign {
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return .newLine
    // Raised figures and figures in circles number footnotes.
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079, 0x2460...0x2473: return .footnote
    case 0x2010...0x2015, 0x2043, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return .separator("-")
    case 0x2044, 0x2215, 0x29F8, 0xFF0F: return .separator("/")
    case 0x2236, 0xFE55, 0xFF1A: return .separator(":")
    case 0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323: return .mark(scalar)
    case 0x340: return .mark("\u{300}")
    case 0x341: return .mark("\u{301}")
    case 0xFF01...0xFF5E: return slowSign(Unicode.Scalar(scalar.value - 0xFEE0) ?? " ")
    default: break
    }
    if scalar.properties.isWhitespace { return .space }
    if scalar.properties.isDefaultIgnorableCodePoint { return .hidden }
    if isSeparator(scalar) { return .separator(scalar) }
    // The eth and the African D look like Đ and are typed for it.
    if scalar == "\u{D0}" || scalar == "\u{189}" || scalar == "\u{F0}" {
      return .letter("đ", tone: nil, isCapital: scalar != "\u{F0}")
    }
    if let latin = lookAlikes[scalar] {
      return .letter(latin, tone: nil, isCapital: scalar.properties.isUppercase)
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .hidden
    default: break
    }
    let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    let isCapital = scalar.properties.isUppercase
    if let (base, tone) = toned[small] { return .letter(base, tone: tone, isCapital: isCapital) }
    return small.isWordPart ? .letter(small, tone: nil, isCapital: isCapital) : .other(small)
  }
}

/// Words that stand around numbers of documents, folded as prints are.
enum PrintWords {
  static func folded(_ word: String) -> String { FoldedText(word).letters.text }

  static let year = folded("năm")
  static let month = folded("tháng")
  static let day = folded("ngày")
  static let number = folded("số")
}

/// A date as documents print it: `01/8/2018`, `1-8-2018`, `01.8.2018` or `01 tháng 8 năm 2018`, with or without "ngày".
struct PrintedDate {
  let date: CalendarDate?
  let year: Int
  /// How many words it takes up.
  let length: Int

  init?(_ words: some RandomAccessCollection<FoldedWord>, at offset: Int) {
    let rest = Array(words.dropFirst(offset).prefix(6))
    let start = rest.first?.text == PrintWords.day ? 1 : 0
    guard rest.count >= start + 3, let day = rest[start].number(digits: 2) else { return nil }
    if let month = rest[start + 1].number(digits: 2), let year = rest[start + 2].year {
      self.init(day, month, year, start + 3)
    } else if rest.count >= start + 5, rest[start + 1].text == PrintWords.month,
      let month = rest[start + 2].number(digits: 2), rest[start + 3].text == PrintWords.year,
      let year = rest[start + 4].year
    {
      self.init(day, month, year, start + 5)
    } else {
      return nil
    }
  }

  private init(_ day: Int, _ month: Int, _ year: Int, _ length: Int) {
    date = CalendarDate(year: year, month: month, day: day)
    self.year = year
    self.length = length
  }
}
