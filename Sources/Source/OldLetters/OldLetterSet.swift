/// A letter set from before Unicode, in which a font gave the codes of Latin-1 to letters of Vietnamese.
package enum OldLetterSet: String, Sendable, CaseIterable {
  /// TCVN 5712:1993, the fonts .VnTime and its family.
  case tcvn3
  /// The fonts VNI-Times and their family.
  case vni

  /// A text of this set, in Unicode. What is no letter of the set stays as it is.
  package func decoded(_ text: some Sequence<Unicode.Scalar>) -> String {
    switch self {
    case .tcvn3:
      var result = String.UnicodeScalarView()
      for scalar in text { result.append(Self.tcvn3Letters[scalar] ?? scalar) }
      return String(result)
    case .vni: return Self.decodedVNI(Array(text))
    }
  }

  private static let tcvn3Letters: [Unicode.Scalar: Unicode.Scalar] = {
    let latin =
      "¡¢£¤¥¦§¨©ª«¬\u{AD}®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
    let vietnamese =
      "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    return Dictionary(zip(latin.unicodeScalars, vietnamese.unicodeScalars)) { first, _ in first }
  }()

  // MARK: VNI writes the mark of a vowel as a letter behind it.

  private static let vniSingles: [Unicode.Scalar: Unicode.Scalar] = {
    let (from, to) = ("ñôöæóòîÑÔÖÆÓÒÎ", "đơưỉĩịỵĐƠƯỈĨỊỴ")
    return Dictionary(zip(from.unicodeScalars, to.unicodeScalars)) { first, _ in first }
  }()

  /// By vowel and mark, both small.
  private static let vniPairs: [[Unicode.Scalar]: Unicode.Scalar] = {
    var pairs: [[Unicode.Scalar]: Unicode.Scalar] = [:]
    /// - Parameter marks: of the tones none, grave, hook, tilde, acute, dot below; a blank for none.
    func add(_ written: String, _ letter: Unicode.Scalar, _ marks: String) {
      guard let row = VietnameseSyllable.tones.first(where: { $0[0] == letter }) else { return }
      for (tone, mark) in marks.unicodeScalars.enumerated() where mark != " " {
        for first in written.unicodeScalars { pairs[[first, mark]] = row[tone] }
      }
    }
    for vowel in "aeouy".unicodeScalars { add(String(Character(vowel)), vowel, " øûõùï") }
    add("ô", "ơ", " øûõùï")
    add("ö", "ư", " øûõùï")
    add("a", "ă", "êèúüéë")
    for (written, letter) in [("a", "â"), ("e", "ê"), ("o", "ô")] as [(String, Unicode.Scalar)] {
      add(written, letter, "âàåãáä")
    }
    return pairs
  }()

  private static func decodedVNI(_ text: [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    var index = 0
    while index < text.count {
      let scalar = text[index]
      if index + 1 < text.count,
        let first = scalar.properties.lowercaseMapping.unicodeScalars.first,
        let mark = text[index + 1].properties.lowercaseMapping.unicodeScalars.first,
        let letter = vniPairs[[first, mark]]
      {
        result.append(
          contentsOf: scalar == first ? [letter] : Array(letter.properties.uppercaseMapping.unicodeScalars))
        index += 2
      } else {
        result.append(vniSingles[scalar] ?? scalar)
        index += 1
      }
    }
    return String(result)
  }
}
