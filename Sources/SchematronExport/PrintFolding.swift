/// Prints of citations made comparable by the means that XPath 1.0 has: `translate` and
/// `normalize-space`. Letters lose case and accents (so that composed and decomposed Unicode agree),
/// everything that is neither letter nor digit becomes a space. `đ` stays, it is a letter of its own.
///
/// This is another way than that of the program's resolver, on purpose: the oracle must not repeat its
/// mistakes.
enum PrintFolding {
  private static let vowels: [(Character, String)] = [
    ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"),
    ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"),
  ]
  /// Spaces and invisible characters that word processors leave, dashes, punctuation.
  private static let separators =
    "\u{A0}\u{2002}\u{2003}\u{2009}\u{200A}\u{202F}\u{3000}\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{AD}"
    + "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{FE63}\u{FF0D}"
    + "-/:.,;()[]{}\"“”‘’«»…*+=&?!_%|\u{2022}"
  private static let combiningMarks = "\u{300}\u{301}\u{303}\u{309}\u{323}\u{302}\u{306}\u{31B}"

  private static let pairs: [(UnicodeScalar, UnicodeScalar)] = {
    var result: [(UnicodeScalar, UnicodeScalar)] = []
    func add(_ from: String, _ to: Character) {
      for source in from.unicodeScalars {
        for target in to.unicodeScalars { result.append((source, target)) }
      }
    }
    // What stays as it is comes first: processors look a character up from the head of the list.
    for plain in " nhtcgiaumopbdsqylrvekx0123456789đ" { add(String(plain), plain) }
    for letter in "abcdefghijklmnopqrstuvwxyz" { add(letter.uppercased(), letter) }
    for (letter, accented) in vowels {
      add(accented, letter)
      add(accented.uppercased(), letter)
    }
    add("\u{110}\u{D0}\u{189}", "đ")
    add(separators, " ")
    return result
  }()

  /// The second argument of `translate`: what is folded, and at its end what is dropped.
  static let from = String(String.UnicodeScalarView(pairs.map(\.0))) + combiningMarks
  /// The third argument of `translate`.
  static let to = String(String.UnicodeScalarView(pairs.map(\.1)))
  /// As `to`, with slashes and dashes kept, as slashes.
  static let toWithSlash = String(
    String.UnicodeScalarView(pairs.map { isSlash($0.0) ? "/" : $0.1 }))
  private static func isSlash(_ scalar: UnicodeScalar) -> Bool {
    scalar == "/" || scalar == "-" || (0x2010...0x2015).contains(scalar.value)
      || [0x2212, 0xFE63, 0xFF0D].contains(scalar.value)
  }

  /// Signs that no Vietnamese word has, and words of old encodings have.
  static let oldSigns =
    "¡¢£¤¥¦§¨©ª¬\u{AD}®¯±´µ¶·¸º»¼½¾ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ"

  /// Folded letters and digits, and their classes: `a` and `0`; spaces are dropped.
  static let letters = "abcdefghijklmnopqrstuvwxyzđ0123456789 "
  static let classes = String(letters.dropLast().map { $0.isNumber ? "0" : "a" })
  /// The same, with letters as spaces.
  static let blanks = String(letters.map { $0.isNumber ? "0" : " " })

  private static let table = Dictionary(pairs) { first, _ in first }
  private static let dropped = Set(combiningMarks.unicodeScalars)

  /// What the schema makes of a text, for the texts of the catalogue.
  static func fold(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { !dropped.contains($0) }.map { table[$0] ?? $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The words of a text of the catalogue, as they stand in a folded print.
  static func words(_ text: String) -> [String] {
    fold(text).split { $0.isWhitespace }.map(String.init)
  }
}

/// XPath on the folded print of the context node.
enum PrintXPath {
  /// The words of the print, each between two spaces.
  static let words = "concat(' ',normalize-space(translate(.,$from,$to)),' ')"
  /// The same with slashes kept.
  static let slashed = "concat(' ',normalize-space(translate(.,$from,$to-with-slash)),' ')"

  /// Every digit as 0, so that forms of numbers can be looked for.
  static func shape(_ text: String) -> String { "translate(\(text),'123456789','000000000')" }

  static func has(_ words: [String], in text: String = words) -> XPathTest {
    .expression("contains(\(text),\(XPath.quoted(spaced(words))))")
  }

  static func spaced(_ words: [String]) -> String { " " + words.joined(separator: " ") + " " }

  /// What stands in the slashed print before the first of these words, whichever is printed.
  static func before(_ words: [String]) -> String {
    let parts = words.map { "substring-before(\(slashed),' \($0)')" }
    return parts.count == 1 ? parts[0] : "concat(\(parts.joined(separator: ",")))"
  }

  /// What stands after the first of these words.
  static func after(_ words: [String]) -> String {
    "concat(\(words.map { "substring-after(\(Self.words),' \($0) ')" }.joined(separator: ",")))"
  }

  /// The slashed text holds the number of an instrument with its symbol: digit, slash or dash, letter.
  static func hasNumber(_ text: String) -> XPathTest {
    .expression("contains(translate(\(text),$letters,$classes),'0/a')")
  }

  /// The text names a Vietnamese standard or regulation.
  static func namesStandard(_ text: String) -> XPathTest { .expression("contains(\(text),'cvn ')") }

  /// The numbers of a text, every digit as 0, one space between two of them.
  static func numbers(_ text: String) -> String {
    "normalize-space(translate(\(text),$letters,$blanks))"
  }
}
