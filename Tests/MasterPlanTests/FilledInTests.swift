import Foundation
import TestSupport
import Testing
import XML

@testable import MasterPlan

/// What counts as said, whichever way it is written: the quick look at bytes never decides otherwise than the
/// rule about characters.
@Suite struct FilledInTests {
  private func forms(of text: String) -> [String] {
    [
      text, text.decomposedStringWithCanonicalMapping, text.uppercased(), text.capitalized, "— \(text)…",
      "(\(text))", "\u{A0}\(text) ", text.replacing(" ", with: "  "), text.replacing(" ", with: "\u{3000}"),
    ]
  }

  @Test func `words for nothing are nothing in every form`() {
    for words in String.wordsForNothing {
      for form in forms(of: words) { #expect(!form.isFilledIn, "\(form)") }
    }
  }

  /// Code points that no reader sees, and a circle around a letter.
  private static let hidden = [
    "\u{34F}", "\u{200D}", "\u{FE0F}", "\u{3164}", "\u{20DD}", "\u{E0100}", "\u{AD}",
  ]

  @Test func `no hidden code point makes words of a placeholder or of words for nothing`() {
    for mark in Self.hidden {
      for words in ["[điền nội dung]", "［điền nội dung］", "chưa có", "đang bổ sung", "[số]/QĐ-UBND"] {
        let places = words.unicodeScalars.indices.map { $0 } + [words.unicodeScalars.endIndex]
        for place in places {
          var scalars = words.unicodeScalars
          scalars.insert(contentsOf: mark.unicodeScalars, at: place)
          let text = String(scalars)
          #expect(!text.isFilledIn && !FilledIn.isWorded(Array(text.utf8)), "\(Array(text.unicodeScalars))")
        }
      }
      #expect(!FilledIn.isWorded(Array(String(repeating: mark, count: 3).utf8)))
      let name = "Sở Xây d\(mark)ựng thành phố"
      #expect(name.isFilledIn && FilledIn.isWorded(Array(name.utf8)))
    }
    // A letter that joins what follows it hides no bracket.
    for text in ["\u{D4E}[điền nội dung]", "\u{111C2}[điền]\u{301} nội dung"] {
      #expect(!text.isFilledIn && !FilledIn.isWorded(Array(text.utf8)))
    }
  }

  /// The rule about characters, slow and by the book.
  private func isWorded(_ text: String) -> Bool {
    guard text.count(where: \.isLetter) >= 2 else { return false }
    let brackets = text.matches(of: /\[([^\]]*)\]/).map { String($0.1) }
    let isEditorial = { (inside: String) in
      inside.lowercased() == "sic" || inside.allSatisfy { $0.isNumber || "…. ".contains($0) }
    }
    if !brackets.allSatisfy(isEditorial) { return false }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return !String.wordsForNothing.contains(words)
  }

  @Test func `the quick look decides about every text of the examples as the rule does, whole or in part`()
    throws
  {
    var (filled, empty) = (0, 0)
    func look(_ text: String) {
      let expected = isWorded(text)
      #expect(FilledIn.isWorded(Array(text.utf8)) == expected, "\(text)")
      if expected { filled += 1 } else { empty += 1 }
    }
    for path in Repository.files(below: "Examples", withExtension: "xml") {
      let words = String(decoding: try Repository.source(path).bytes, as: UTF8.self)
        .split { $0.isWhitespace || "<>=\"".contains($0) }.map(String.init)
      for count in 1...6 {
        for start in stride(from: 0, to: words.count - count, by: 17) {
          look(words[start..<start + count].joined(separator: " "))
        }
      }
    }
    // Around the words for nothing: a letter more, a letter less, and other letters at either end.
    for words in String.wordsForNothing {
      for form in forms(of: words) {
        for text in [
          form, form + "x", "x" + form, String(form.dropLast()), String(form.dropFirst()), form + "Ω",
        ] {
          look(text)
        }
      }
    }
    #expect(filled > 1_000 && empty > 200)
  }

  @Test func `words beside them, other scripts and numbers are something; signs alone are not`() {
    for words in ["Sở Xây dựng", "không gian số", "nonesuch", "đang lập, xong 2027", "Ω", "東京", "2027", "½"] {
      for form in forms(of: words) { #expect(form.isFilledIn, "\(form)") }
    }
    for signs in ["", "–", "…", "×÷", "\u{301}", "[số]", "[số]/QĐ-UBND", "“ ”"] {
      #expect(!signs.isFilledIn, "\(signs)")
    }
  }
}

extension FilledIn {
  fileprivate static func isWorded(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { isWorded($0) }
  }
}
