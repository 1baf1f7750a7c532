import TestSupport
import Testing
import XML

@testable import Reporting

@Suite struct LanguageTests {
  @Test func `days and numbers follow the habit of the language`() throws {
    #expect(Language.vietnamese(day("2026-11-23")) == "23/11/2026")
    #expect(Language.vietnamese(day("2018-08-01")) == "01/8/2018")
    #expect(Language.english(day("2018-08-01")) == "1 August 2018")
    let number = try #require(DecimalNumber("1674400.5"))
    #expect(Language.vietnamese(number) == "1.674.400,5")
    #expect(Language.english(number) == "1,674,400.5")
  }

  @Test func `what could steer a terminal or turn the writing is made harmless`() {
    let hostile = "a\u{1B}[31mb\u{7}c\u{202E}d\u{200B}e\u{85}f"
    let shown = Excerpt.harmless(hostile)
    #expect(
      !shown.unicodeScalars.contains {
        $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
      })
    #expect(shown == "a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f")
    #expect(
      Excerpt.harmlessExceptStyle("\u{1B}[1mtiêu đề\u{1B}[0m \u{1B}]0;x")
        == "\u{1B}[1mtiêu đề\u{1B}[0m \u{FFFD}]0;x")
  }

  @Test func `a line is never wider than the terminal, in any Unicode form`() {
    let text = "Đề án phát triển đô thị thông minh thành phố Bình Lam"
    for form in [text, String(text.unicodeScalars.map(String.init).joined())] {
      for line in Wrapping.lines(form, width: 20, indent: 2, first: 0) {
        #expect(Wrapping.columns(line) <= 20)
      }
    }
  }
}
