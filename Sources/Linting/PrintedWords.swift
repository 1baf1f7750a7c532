import XML

/// The words of a text in small letters, without what stands between them, and without addresses.
enum PrintedWords {
  static func all(in text: String) -> [String] {
    var words: [String] = []
    for part in text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      let piece = String(Substring(part))
      if piece.unicodeScalars.contains(":") && piece.utf8.contains(UInt8(ascii: "/")) { continue }
      var word = String.UnicodeScalarView()
      for scalar in piece.lowercased().unicodeScalars {
        if scalar.properties.isAlphabetic {
          word.append(scalar)
        } else if !word.isEmpty {
          words.append(String(word))
          word = String.UnicodeScalarView()
        }
      }
      if !word.isEmpty { words.append(String(word)) }
    }
    return words
  }
}

extension Writing.LabelGroup {
  /// Each Vietnamese text with its English one; where one has no partner, only those that stand together.
  var pairs: [(vietnamese: Element, english: Element)] {
    let vietnamese = elements.filter { $0.attribute("lang") == "vi" }
    let english = elements.filter { $0.attribute("lang") == "en" }
    if vietnamese.count == english.count { return Array(zip(vietnamese, english)) }
    return zip(elements, elements.dropFirst()).compactMap { first, second in
      first.attribute("lang") == "vi" && second.attribute("lang") == "en" ? (first, second) : nil
    }
  }
}
