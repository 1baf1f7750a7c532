/// Words with Vietnamese letters that no Vietnamese syllable looks like: `độnxg`, `giám sáxt`.
///
/// A syllable is an onset, vowels with at most one tone, and a coda. Words that begin with a capital are passed over:
/// names of places keep the spelling of other languages of the country. So are words without a vowel: abbreviations.
struct ImpossibleSyllables: Sequence {
  private let found: [String]

  init(_ text: String) {
    found = Array(text.unicodeScalars).split { !$0.properties.isAlphabetic }.compactMap { word in
      guard let first = word.first, !first.properties.isUppercase, word.contains(where: { $0.value >= 0x80 }),
        word.contains(where: { Self.bare.contains(Self.plain[$0] ?? $0) }),
        !Self.isSyllable(word)
      else { return nil }
      return String(String.UnicodeScalarView(word))
    }
  }

  func makeIterator() -> IndexingIterator<[String]> { found.makeIterator() }

  private static let onsets: Set<String> = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
    "ph", "q", "r",
    "s", "t", "th", "tr", "v", "x",
  ]
  private static let codas: Set<String> = ["", "c", "ch", "k", "m", "n", "ng", "nh", "p", "t"]
  /// Vowels as they may stand together, without their tone; `q` keeps its `u`.
  private static let vowels: Set<String> = [
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây", "eo",
    "êu", "ia",
    "iê", "iu", "oa", "oă", "oe", "oi", "oo", "ôi", "ơi", "ua", "uâ", "ue", "uê", "ui", "uô", "uơ", "uy",
    "ưa", "ưi", "ươ",
    "ưu", "yê", "iêu", "yêu", "oai", "oao", "oay", "oeo", "uai", "uao", "uay", "uây", "uôi", "uya", "uyê",
    "uyu", "ươi",
    "ươu", "uă", "uyêu", "uau", "uêu", "uăn",
  ]
  /// Each letter with a tone, and the one without it.
  private static let plain: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(Unicode.Scalar, String)] = [
      ("a", "áàảãạ"), ("ă", "ắằẳẵặ"), ("â", "ấầẩẫậ"), ("e", "éèẻẽẹ"), ("ê", "ếềểễệ"), ("i", "íìỉĩị"),
      ("o", "óòỏõọ"),
      ("ô", "ốồổỗộ"), ("ơ", "ớờởỡợ"), ("u", "úùủũụ"), ("ư", "ứừửữự"), ("y", "ýỳỷỹỵ"),
    ]
    return Dictionary(
      rows.flatMap { base, toned in toned.unicodeScalars.map { ($0, base) } }
    ) { first, _ in first }
  }()
  private static let bare: Set<Unicode.Scalar> = Set("aăâeêioôơuưy".unicodeScalars)

  private static func isSyllable(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    var tones = 0
    let letters = word.map { letter -> Unicode.Scalar in
      guard let plain = plain[letter] else { return letter }
      tones += 1
      return plain
    }
    guard tones <= 1, let first = letters.firstIndex(where: bare.contains),
      let last = letters.lastIndex(where: bare.contains)
    else { return false }
    func text(_ part: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(part)) }
    let (onset, middle, coda) = (
      text(letters[..<first]), text(letters[first...last]), text(letters[(last + 1)...])
    )
    guard onsets.contains(onset), codas.contains(coda) else { return false }
    if onset == "q" {
      let rest = letters[(first + 1)...last]
      return letters[first] == "u" && (rest.isEmpty ? false : isNucleus(text(rest), onset))
    }
    return isNucleus(middle, onset)
  }

  private static func isNucleus(_ vowels: String, _ onset: String) -> Bool {
    if Self.vowels.contains(vowels) { return true }
    // In giá and giờ the i belongs to the onset.
    return onset == "g" && vowels.unicodeScalars.first == "i"
      && Self.vowels.contains(String(vowels.unicodeScalars.dropFirst()))
  }
}
