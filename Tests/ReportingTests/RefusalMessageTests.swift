import Foundation
import Languages
import MasterPlan
import Source
import TestSupport
import Testing
import XML

/// What a refusal says to people: what is wrong and what to do, in their language, and nothing of a library's.
@Suite struct RefusalMessageTests {
  /// Words of libxml2's sentences, none of which stands in our words or in the examples.
  private static let ofLibraries = [
    "libxml2", "Element '", "This element", "is not a valid value", "facet", "parser error",
    "schemas validity",
    "atomic type", "Opening and ending", "not allowed", "EntityRef", "key-sequence", "{urn:", "xmlParse",
    "Premature", "Specification mandates", "StartTag", "Start tag expected",
  ]

  private func refusal(_ bytes: [UInt8]) throws -> Refusal? {
    let schema = try Repository.planSchema.get()
    do throws(Refusal) {
      _ = try schema.table(of: SourceText(name: "plan.xml", stored: bytes))
      return nil
    } catch {
      return error
    }
  }

  private func plan(_ body: String, _ attributes: String = "coverage=\"complete\"") -> String {
    """
    <master-plan xmlns="urn:khung:master-plan:1" \(attributes)>
      <identity coverage="complete" kind="scheme" stage="draft"><title>Đề án</title></identity>
      <city coverage="complete" level="province"><name>A</name></city>
      \(body)
    </master-plan>
    """
  }

  @Test func `all mistakes of a file are named in one run, each with its place`() throws {
    let text = plan(
      """
      <phases coverage="nothing"><phase from="năm 2026"><task>x</task></phase></phases>
      <security/>
      """, "coverage=\"some\"")
    let refused = try #require(try refusal(Array(text.utf8)))
    let said = Language.vietnamese.explanation(refused)
    for words in [
      "plan.xml:1:1: ", "\n  4:3: ", "\n  4:30: ", "\n  5:1: ", "“some”", "“nothing”", "“năm 2026”", "<task>",
    ] {
      #expect(said.contains(words), "\(words) in \(said)")
    }
  }

  @Test(arguments: [
    ("<title>A & B</title>", "write &amp;"), ("<title>a]]>b</title>", "]]&gt;"),
    ("<title>a <b>b</b></title>", "holds words only"), ("<!-- a -- b -->", "two hyphens"),
    ("<title a=\"<\"/>", "write &lt;"), ("<title>a&nbsp;b</title>", "&nbsp;"),
  ])
  func `a common slip is named, with what to do`(slip: String, words: String) throws {
    let text = plan("").replacing("<title>Đề án</title>", with: slip)
    let refused = try #require(try refusal(Array(text.utf8)))
    #expect(Language.english.message(refused).contains(words), "\(Language.english.message(refused))")
  }

  @Test(arguments: [
    (" \n<?xml version=\"1.0\"?><a/>", "very first thing"),
    ("<?xml encoding=\"UTF-8\"?><a/>", "write <?xml version"),
    ("<?xml version=\"1.0\" standalone=\"yes\" encoding=\"UTF-8\"?><a/>", "write <?xml version"),
    ("<a><b>", "the file ends here"), ("%PDF-1.7 x", "a PDF file"), ("{\\rtf1 x}", "an RTF file"),
    ("Rar!\u{1A}\u{7}", "a RAR archive"), ("PK\u{3}\u{4} word/document.xml", "a Word file"),
    ("PK\u{3}\u{4} xl/workbook.xml", "a spreadsheet"),
  ])
  func `what is no plan at all is named as what it is`(text: String, words: String) throws {
    do throws(Refusal) {
      _ = try Document(SourceText(name: "plan.xml", stored: Array(text.utf8)))
      Issue.record("\(text) was read")
    } catch {
      #expect(Language.english.message(error).contains(words), "\(Language.english.message(error))")
    }
  }

  @Test func `of ten thousand mutated plans no message has words of a library, or is long`() throws {
    let examples = try ["hue", "tra-vinh", "pleiku"].map {
      try Repository.source("Examples/\($0).xml").stored
    }
    var state: UInt64 = 7
    func roll(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, count)))
    }
    let pieces = [
      "<", ">", "&", "\"", "'", "--", "]]>", "<b>", "</b>", "<?xml?>", "<!--", "&x;", "&#0;", " a='1'", "x:y",
      "xmlns=''", "]", "/", "=", "\u{0}", "<![CDATA[", "é", " id='a'", " kind='It''s'", "This element",
    ]
    var refusals = 0
    for number in 0..<10_000 {
      var bytes = examples[number % examples.count]
      for _ in 0...roll(2) {
        let place = roll(bytes.count)
        switch roll(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(contentsOf: Array(pieces[roll(pieces.count)].utf8), at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + roll(40)))
        default: bytes[place] = UInt8(0x20 + roll(0x5F))
        }
      }
      guard let refused = try refusal(bytes) else { continue }
      refusals += 1
      for language in Language.allCases {
        let said = language.explanation(refused)
        #expect(said.count <= 2_000, "\(number): \(said.prefix(200))")
        for words in Self.ofLibraries where said.contains(words) && words != "This element" {
          Issue.record("\(number): “\(words)” in \(said)")
        }
      }
    }
    #expect(refusals > 5_000)
  }

  @Test func `a message is bounded, whatever the names and values that it quotes`() throws {
    let long = String(repeating: "p", count: 1_000_000)
    for text in [
      "<a xmlns=\"\(long)\"/>", "<\(long)/>", plan("<\(long)/>"), plan("", "coverage=\"\(long)\""),
      "<a>&\(long);</a>",
      "<a \(long)=\"\" \(long)=\"\"/>", "<\(long)></a>",
    ] {
      let refused = try #require(try refusal(Array(text.utf8)))
      for language in Language.allCases { #expect(language.explanation(refused).count <= 2_000) }
    }
  }
}
