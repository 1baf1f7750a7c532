import Foundation
import Testing

@testable import MasterPlan

/// The quick look at bytes counts letters and digits as characters do, or gives up.
@Suite struct TextShapeTests {
  private func counts(_ text: String) -> [Int]? {
    TextShape(text, enough: Int.max).map { [$0.letters, $0.digits] }
  }

  @Test(arguments: ["", "Đề án 950/QĐ-TTg", "×÷", "“Nước” – 2027 …", "ưỡng", "a\u{A0}b"])
  func `Vietnamese words, numbers and signs are counted as characters are`(text: String) {
    for form in [text, text.decomposedStringWithCanonicalMapping] {
      #expect(counts(form) == [text.count(where: \.isLetter), text.count(where: \.isNumber)], "\(form)")
    }
  }

  @Test(arguments: ["Ω", "東京", "½", "\u{200B}a", "a\u{20DD}", "Việt 𝟚"])
  func `other scripts and hidden marks are left to whoever counts by the book`(text: String) {
    #expect(counts(text) == nil)
  }

  @Test func `it stops when it has seen enough, once two letters are among it`() throws {
    let shape = try #require(TextShape("12345 ab cd Ω", enough: 2))
    #expect(shape.digits == 5 && shape.letters == 2)
  }

  @Test func `composed and decomposed letters look the same among the first eight`() throws {
    let (one, other) = (
      try #require(TextShape("đã có", enough: 100)),
      try #require(TextShape("đã có".decomposedStringWithCanonicalMapping, enough: 100))
    )
    for place in 0..<TextShape.places { #expect(one.letter(at: place) == other.letter(at: place)) }
    #expect(one.letter(at: 2) == UInt8(ascii: "c") && one.letter(at: 3) == 0)
  }
}
