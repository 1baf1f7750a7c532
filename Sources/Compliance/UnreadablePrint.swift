/// A line in an encoding from before Unicode that was taken for Latin-1. What cannot be read is neither cited nor absent.
enum UnreadablePrint {
  /// Whether at least two words, and a third of them all, hold signs beside letters that no Vietnamese word has.
  static func isUnreadable(_ text: String) -> Bool {
    // Such signs are code points of two bytes that begin with C2 or C3.
    guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xC3 }) else { return false }
    let words = text.split { $0.isWhitespace }
    let strange = words.count { word in
      let signs = word.unicodeScalars.count { Self.signs.contains($0) }
      let letters = word.unicodeScalars.contains { $0.properties.isAlphabetic && $0.isASCII }
      return signs > 0 && letters
    }
    return strange >= 2 && strange * 3 >= words.count
  }

  private static let signs = Set(
    "¡¢£¤¥¦§¨©ª¬\u{AD}®¯±´µ¶·¸º»¼½¾ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ".unicodeScalars)
}
