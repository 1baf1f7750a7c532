/// What a syllable of Vietnamese can look like: enough to tell words from what comes out when letters are read by the
/// wrong table. A word that passes need not exist; one that does not pass is none.
package enum VietnameseSyllable {
  /// Vowels with their tones: none, grave, hook, tilde, acute, dot below.
  static let tones: [[Unicode.Scalar]] = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
  ].map { Array($0.unicodeScalars) }

  private static let plain: [Unicode.Scalar: (letter: Unicode.Scalar, tone: Int)] = {
    var table: [Unicode.Scalar: (letter: Unicode.Scalar, tone: Int)] = [:]
    for row in tones { for (tone, letter) in row.enumerated() { table[letter] = (row[0], tone) } }
    return table
  }()

  private static let onsets = set(
    " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
  private static let rhymes: Set<[Unicode.Scalar]> = {
    let nuclei =
      "a ă â e ê i o ô ơ u ư y ia iê yê ua uô ưa ươ uy uya uyê oa oă oe oai oay oao oeo uâ uê uơ ui ưi oi ôi ơi ai ay"
      + " ây ao au âu eo êu iu ưu iêu yêu uôi ươi ươu uây uyu"
    var result: Set<[Unicode.Scalar]> = []
    for nucleus in set(nuclei) {
      for coda in set(" c ch m n ng nh p t") { result.insert(nucleus + coda) }
    }
    return result
  }()

  private static func set(_ words: String) -> Set<[Unicode.Scalar]> {
    Set(words.split(separator: " ", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) })
  }

  /// - Parameter word: composed, without anything but letters.
  package static func isOne(_ word: some Sequence<Unicode.Scalar>) -> Bool {
    var letters: [Unicode.Scalar] = []
    var marks = 0
    for scalar in word {
      guard letters.count < 8, let small = scalar.properties.lowercaseMapping.unicodeScalars.first else {
        return false
      }
      guard let (letter, tone) = plain[small] else {
        letters.append(small)
        continue
      }
      letters.append(letter)
      if tone > 0 { marks += 1 }
    }
    guard marks <= 1 else { return false }
    for count in stride(from: min(3, letters.count - 1), through: 0, by: -1)
    where onsets.contains(Array(letters[..<count])) && rhymes.contains(Array(letters[count...])) {
      return true
    }
    // "gì", "giếng": the vowel of the onset is that of the syllable.
    return letters.first == "g" && letters.count > 1 && letters[1] == "i"
      && rhymes.contains(Array(letters[1...]))
  }
}
