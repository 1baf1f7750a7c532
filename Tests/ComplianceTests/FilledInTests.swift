import Foundation
import MasterPlan
import Testing

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

  @Test func `words beside them, other scripts and numbers are something; signs alone are not`() {
    for words in ["Sở Xây dựng", "không gian số", "nonesuch", "đang lập, xong 2027", "Ω", "東京", "2027", "½"] {
      for form in forms(of: words) { #expect(form.isFilledIn, "\(form)") }
    }
    for signs in ["", "–", "…", "×÷", "\u{301}", "[số]", "[số]/QĐ-UBND", "“ ”"] {
      #expect(!signs.isFilledIn, "\(signs)")
    }
  }
}
