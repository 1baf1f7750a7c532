import Catalogue

/// Texts of plans made comparable with the phrases of wordings by what XPath 1.0 has. Capitals become small, signs
/// between words become spaces; tones stay, for they make other words. What cannot be folded so is not looked at: see
/// `SpokenXPath.plain`.
enum TextFolding {
  private static let small =
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
  private static let capitals =
    "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ"
  /// Signs that part words and end no sentence, and the full stop at the end of the only one.
  private static let signs = ",%-–()\"“”.:"

  /// The second argument of `translate`.
  static let from = capitals + signs
  /// The third.
  static let to = small + String(repeating: " ", count: signs.unicodeScalars.count)
  /// What a text that is looked at may hold.
  static let allowed = " 0123456789" + small + capitals + ",%-–:."
  static let upper = capitals
  /// Letters and signs of Latin-1 that Vietnamese has not, and what stands for lost ones: an old encoding shows them.
  static let foreign: String = {
    var scalars = String.UnicodeScalarView()
    let own = Set((small + capitals).unicodeScalars)
    for value in 0xA1...0xFF as ClosedRange<UInt32> {
      if let scalar = UnicodeScalar(value), !own.contains(scalar) { scalars.append(scalar) }
    }
    if let lost = UnicodeScalar(0xFFFD as UInt32) { scalars.append(lost) }
    return String(scalars)
  }()

  /// A phrase in every way of writing that XPath 1.0 cannot fold: the tone on one vowel or the other, y or i.
  static func forms(of phrase: String) -> [String] {
    let base = folded(phrase)
    var forms = [base]
    for pairs in [tones, tones.map { ($0.1, $0.0) }, endings, endings.map { ($0.1, $0.0) }] {
      for form in forms {
        let other = replaced(form, pairs)
        if !forms.contains(other) { forms.append(other) }
      }
    }
    return forms
  }

  private static func folded(_ text: String) -> String {
    let table = Dictionary(zip(from.unicodeScalars, to.unicodeScalars)) { first, _ in first }
    let scalars = text.unicodeScalars.map { table[$0] ?? $0 }
    return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
  }

  /// The old place of a tone and the new one.
  private static let tones: [(String, String)] = [
    ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("òe", "oè"), ("óe", "oé"),
    ("ỏe", "oẻ"),
    ("õe", "oẽ"), ("ọe", "oẹ"), ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
  ]
  private static let endings: [(String, String)] = ["h", "k", "l", "m", "s", "t", "v"].flatMap { onset in
    zip("yỳýỷỹỵ".unicodeScalars, "iìíỉĩị".unicodeScalars).map { ("\(onset)\($0)", "\(onset)\($1)") }
  }

  /// The words of a form with what is one of the pairs put in another way; only where it ends the word.
  private static func replaced(_ form: String, _ pairs: [(String, String)]) -> String {
    form.split(separator: " ").map { word -> String in
      for (old, new) in pairs where Array(word.utf8).suffix(old.utf8.count) == Array(old.utf8)[...] {
        // "y" and "i" are the same only where no other vowel stands before them.
        if old.utf8.count < 5, old.unicodeScalars.count == 2, !isOpen(word, old) { continue }
        return String(word.dropLast(old.count)) + new
      }
      return String(word)
    }.joined(separator: " ")
  }

  private static func isOpen(_ word: Substring, _ ending: String) -> Bool {
    if tones.contains(where: { $0.0 == ending || $0.1 == ending }) { return true }
    return !word.dropLast(ending.count).unicodeScalars.contains { "aăâeêioôơuưy".unicodeScalars.contains($0) }
  }
}
