import Phrasing
import Source
import TestSupport
import Testing
import Writing
import XML

@testable import Catalogue
@testable import Compliance
@testable import MasterPlan
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
    let shown = SafeText.harmless(hostile)
    #expect(
      !shown.unicodeScalars.contains {
        $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
      })
    #expect(shown == "a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f")
    #expect(
      SafeText.harmlessExceptStyle("\u{1B}[1mtiêu đề\u{1B}[0m \u{1B}]0;x")
        == "\u{1B}[1mtiêu đề\u{1B}[0m \u{FFFD}]0;x")
  }

  @Test func `XML to copy stands at the margin`() throws {
    #expect(SafeText.snippet("<a>\n        <b/>\n      </a>") == "<a>\n  <b/>\n</a>")
    for criterion in try Repository.catalogue.get().criteria {
      guard let snippet = criterion.remedy?.snippet.map(SafeText.snippet) else { continue }
      #expect(snippet.hasPrefix("<") && !(snippet.split(separator: "\n").last?.hasPrefix(" ") ?? true))
    }
  }

  @Test func `a line is never wider than the terminal, in any Unicode form`() {
    let text = "Đề án phát triển đô thị thông minh thành phố Bình Lam"
    for form in [text, String(text.unicodeScalars.map(String.init).joined())] {
      for line in Wrapping.lines(form, width: 20, indent: 2, first: 0) {
        #expect(Wrapping.columns(line) <= 20)
      }
    }
  }

  /// English words that no Vietnamese sentence has. What stands in quotation marks is the plan's own.
  private static var english: Regex<(Substring, Substring)> {
    /(?i)\b(the|of|and|is|was|are|not|with|which|from|missing|because|than|only|every|this)\b/
  }

  @Test(arguments: [
    "binh-lam-draft", "binh-lam-complete", "bac-giang", "hue", "phu-quoc", "da-lat", "tra-vinh",
  ])
  func `no English sentence shows in a Vietnamese report`(plan: String) throws {
    let report = try Repository.check().report(
      on: Repository.plan(plan), asOf: AsOf(date: day("2026-11-23"), why: .named))
    let english = Self.english
    for format in [ReportFormat.text, .markdown, .html, .junit, .svrl] {
      var text = try Sample.rendered([report], as: format)
      if format == .html {
        let start = try #require(text.firstRange(of: "<div class=\"report\" lang=\"vi\"")).upperBound
        let end = try #require(text.firstRange(of: "<div class=\"report\" lang=\"en\"")).lowerBound
        text = String(text[start..<end])
      }
      // Markup, XML to copy, addresses, names of attributes and the plan's own words are no sentences of ours.
      for own in [
        /(?s)<pre.*?<\/pre>/, /(?s)```xml.*?```/, /<[^>]*>/, /https?:\S+/, /“[^”]*”/, /\([a-z-]+\)/,
      ] as [Regex<Substring>] {
        text = text.replacing(own, with: " ")
      }
      let lines = text.split(separator: "\n").filter { $0.contains(english) }
      #expect(lines.isEmpty, "\(format): \(lines.prefix(3).map { $0.prefix(200) })")
    }
  }

  @Test func `everything that a report quotes from the catalogue is in both languages`() throws {
    let catalogue = try Repository.catalogue.get()
    var labels: [(String, Label)] = catalogue.criteria.flatMap { criterion in
      [
        criterion.title, criterion.planStatement, criterion.remedy?.advice, criterion.personJudges,
        criterion.ownRule,
      ]
      .compactMap { $0 }.map { (criterion.id, $0) }
    }
    labels += catalogue.groups.map { ($0.id, $0.title) } + catalogue.programme.map { ($0.id, $0.title) }
    labels += catalogue.frameworks.flatMap(\.layers).map { ($0.id, $0.name) }
    labels += catalogue.instruments.flatMap(\.provisions).map { ($0.id, $0.subject) }
    let missing = labels.filter { $0.1.vietnamese == nil || $0.1.english == nil }.map(\.0)
    #expect(missing.isEmpty, "\(missing)")
    for list in ["topic", "platform", "component-type", "stage", "plan-kind", "body-role", "audience"] {
      for token in try Repository.vocabulary.get().values(of: list) {
        let term = try #require(Repository.vocabulary.get().term(token, in: list))
        #expect(!term.vietnamese.isEmpty && !term.english.isEmpty, "\(list): \(token)")
      }
    }
  }
}
