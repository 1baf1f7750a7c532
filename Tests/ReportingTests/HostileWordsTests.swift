import Foundation
import Rounds
import Source
import TestSupport
import Testing
import Writing
import XML

@testable import Compliance
@testable import Reporting

/// A plan whose words attack each format: they stay words, and the report stays readable.
@Suite struct HostileWordsTests {
  @Test(arguments: ReportFormat.allCases)
  func `nothing in a report steers a terminal or turns the writing`(format: ReportFormat) throws {
    let text = try Sample.rendered([Sample.hostile()], as: format)
    let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    let harmful = body.unicodeScalars.filter { scalar in
      guard scalar != "\n", !(format == .csv && scalar == "\r") else { return false }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: return true
      default: return false
      }
    }
    #expect(harmful.isEmpty, "\(harmful.map { String($0.value, radix: 16) }.prefix(5))")
    #expect(body.contains("C-INT-01") && body.contains("Nghị định"), "the report stays readable")
    #expect(text.utf8.count < 2_000_000, "a long title is shown once, not in every finding")
  }

  @Test(arguments: [ReportFormat.json, .sarif, .oscalResults, .oscalPlanOfAction])
  func `data in JSON parses`(format: ReportFormat) throws {
    let text = try Sample.rendered([Sample.hostile()], as: format)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
  }

  @Test(arguments: [ReportFormat.xml, .junit, .svrl])
  func `data in XML is well-formed, with no section of character data closed`(format: ReportFormat) throws {
    let text = try Sample.rendered([Sample.hostile()], as: format)
    #expect(!text.contains("]]>"))
    if let verdict = try ForeignJudge.run(["xmllint", "--noout"], on: text, named: "report.xml") {
      #expect(verdict.status == 0, "\(verdict.said.suffix(600))")
    }
  }

  @Test func `no word of a plan becomes markup, template or style of the page`() throws {
    let text = try Sample.rendered([Sample.hostile()], as: .html)
    #expect(!text.contains("<script>alert"))
    #expect(text.contains("{{title}}"), "braces of a plan are shown, not filled in")
    let style = text.components(separatedBy: "style>")
    #expect(style.count == 3 && !style[1].contains("HYPERLINK(") && !style[1].contains("<script"))
  }

  @Test(arguments: [ReportFormat.html, .markdown])
  func `a sign joined to a letter or a mark is escaped like any other`(format: ReportFormat) throws {
    let text = try Sample.rendered([Sample.hostile()], as: format)
    // Bytes: as characters these would not even be found.
    func count(_ piece: String) -> Int { Data(text.utf8).ranges(of: Data(piece.utf8)).count }
    #expect(count("img src=x onerror") > 0, "the words are shown")
    #expect(count("<img") == 0 && count("\u{111C2}<") == 0 && count("\u{D4E}<") == 0)
    #expect(count("\u{D4E}&lt;img src=x") > 0 && count("\u{D4E}&amp;lt;") > 0)
    switch format {
    case .html: #expect(count("\"\u{301}") == 0 && count("&quot;\u{301} onfocus") > 0)
    default: #expect(count("\u{D4E}|") == 0 && count("\u{D4E}`") == 0 && count("\u{D4E}[") == 0)
    }
  }

  @Test(
    "A cell of CSV is one cell, and never a formula",
    arguments: [
      "a", "a,b", "\u{D4E},\u{301}", "\"\u{301}", "\u{D4E}\"x", "=\u{301}1+1", "-1", "＝1", "\"", "",
    ])
  func cells(_ words: String) throws {
    let line = Array("\(CSVCell.text(words)),end".utf8)
    var (cells, isQuoted) = ([[UInt8]()], false)
    for byte in line {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: cells.append([])
      default: cells[cells.count - 1].append(byte)
      }
    }
    #expect(cells.count == 2 && !isQuoted && cells[1] == Array("end".utf8))
    #expect(
      !"=+-@＝＋－＠".unicodeScalars.contains(
        String(decoding: cells[0], as: UTF8.self).unicodeScalars.first ?? "a"))
  }

  @Test(arguments: ["difference", "gap-report", "review"])
  func `a page runs its own script alone, and that is the same in every page`(name: String) throws {
    let text = try Sample.page(name)
    let script = text.components(separatedBy: "<script>").dropFirst().first?.components(
      separatedBy: "</script>")[0]
    #expect(!(script ?? "").contains("{{"), "what is filled in would have another digest")
    let page = try PageTemplate(text).filled(with: [:])
    let policy = try #require(page.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)).1
    let source = script.map { "'sha256-\(ContentDigest.sha256Base64(Array($0.utf8)))'" } ?? "'none'"
    #expect(policy.hasPrefix("default-src 'none'; ") && policy.contains("script-src \(source);"))
    #expect(page.contains("<script>\(script ?? "")") || script == nil, "filled in, it is still itself")
    #expect(ContentDigest.sha256Base64([]) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }

  @Test func `no words become a link in a message of SARIF`() {
    let message = String(decoding: SARIFLog.message("[a](http://x) \\ [").line(), as: UTF8.self)
    #expect(message == #"{"text":"\\[a\\](http://x) \\\\ \\["}"#)
  }

  @Test func `a saved report with hostile or broken text is refused or harmless`() throws {
    let hostile = try Sample.hostile()
    let round = RoundDifference(
      old: [try Sample.saved(Sample.reports()[0])], new: [try Sample.saved(hostile)])
    for format in DifferenceFormat.allCases {
      let text = try round.rendered(
        as: format, Sample.phrasing(), width: 100, style: .plain, page: Sample.page("difference"))
      if format == .html { #expect(!text.contains("<script>alert")) }
      #expect(
        !text.unicodeScalars.contains {
          $0 != "\n"
            && ($0.properties.generalCategory == .control || $0.properties.generalCategory == .format)
        }, "\(format)")
    }
    let text = try Sample.rendered([hostile], as: .json)
    for broken in [
      text.replacing("\"title\": \"=", with: "\"title\": \"\\ud800"), String(text.dropLast(400)), "[]", "{}",
      "", text.replacing("\"verdict\": \"gap\"", with: "\"verdict\": \"fine\""),
    ] {
      #expect(throws: (any Error).self) {
        try SavedReport.read(.init(name: "broken.json", stored: Array(broken.utf8)))
      }
    }
  }
}
