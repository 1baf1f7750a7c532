/// Decides whether a piece of text is written in an old letter set, by what is written. The name of its font is a
/// hint and never a proof: most files that name such a font are in Unicode.
package enum OldLetters {
  package enum Reading: Equatable {
    /// It stays as it is.
    case unicode
    /// It is proved to be in an old set; its text in Unicode.
    case old(OldLetterSet, String)
    /// Some words seem to be in an old set, too few to change a letter.
    case doubtful(OldLetterSet)
  }

  /// The set that a font belongs to, by its name.
  private static func set(of font: String) -> OldLetterSet? {
    let name = Array(font.utf8.prefix(4).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    if name.starts(with: ".vn".utf8) { return .tcvn3 }
    return name.elementsEqual("vni-".utf8) ? .vni : nil
  }

  /// Whether any sign of a text (UTF-8) is none of Vietnamese but of Latin-1: nothing else can be old.
  package static func mayBeOld(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      var index = 0
      while index &+ 1 < text.count {
        switch text[index] {
        case 0xC2 where text[index &+ 1] > 0xA0: return true
        case 0xC3 where foreign[Int(text[index &+ 1] & 0x3F)]: return true
        default: break
        }
        index &+= 1
      }
      return false
    }
  }

  /// Of U+00C0 to U+00FF, those that Vietnamese does not write.
  private static let foreign: [Bool] = {
    let native = Set("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý".unicodeScalars.map(\.value))
    return (0xC0...0xFF).map { !native.contains($0) }
  }()

  /// - Parameter font: the font of the whole piece.
  package static func reading(of text: String, font: String) -> Reading {
    guard !text.unicodeScalars.contains(where: isNative) else { return .unicode }
    let words = words(of: text).filter { $0.contains { $0.value > 0x7F } }
    guard !words.isEmpty else { return .unicode }
    let ofFont = set(of: font)
    var best: (set: OldLetterSet, evidence: Int, against: Int)?
    // Words that make sense as they stand: in an old set they would be others.
    let sensible = words.count { VietnameseSyllable.isOne($0) }
    for set in OldLetterSet.allCases {
      var (evidence, against) = (0, 0)
      for word in words {
        let isOld = VietnameseSyllable.isOne(set.decoded(word).unicodeScalars)
        if !isOld { against += 1 }
        if isOld, !VietnameseSyllable.isOne(word), isTelling(word) { evidence += 1 }
      }
      if evidence > (best?.evidence ?? 0) { best = (set, evidence, against) }
    }
    guard let best else { return .unicode }
    // One word is enough where the font says the same; else it may be foreign, or stand beside Unicode.
    let isProved =
      ofFont == best.set
      ? best.evidence >= 1 && sensible <= 3 * best.evidence
      : best.evidence >= 2 && sensible * 3 <= best.evidence * 2 - 2
    guard isProved, best.against * 4 <= best.evidence else {
      return best.evidence > best.against ? .doubtful(best.set) : .unicode
    }
    let decoded = best.set.decoded(text.unicodeScalars)
    // Fonts whose names end in H show small letters as capitals.
    let isCapital = best.set == .tcvn3 && font.utf8.last.map { $0 | 0x20 == UInt8(ascii: "h") } == true
    return .old(best.set, isCapital ? decoded.uppercased() : decoded)
  }

  /// Runs of letters, and of the signs of Latin-1 that old sets have for letters.
  private static func words(of text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.split { scalar in
      !((0x41...0x5A).contains(scalar.value & 0xDF) && scalar.value < 0x80
        || (0xA1...0xFF).contains(scalar.value))
    }.map(Array.init)
  }

  /// A lone sign is a quotation mark or a footnote's digit, and `µm` is a unit.
  private static func isTelling(_ word: [Unicode.Scalar]) -> Bool {
    guard word.count >= 2 else { return false }
    return !(word.count == 2 && word[0] == "µ")
  }

  /// A letter that only Vietnamese has, in Unicode.
  private static func isNative(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x300...0x31B, 0x323, 0x1EA0...0x1EF9: true
    default: false
    }
  }
}
