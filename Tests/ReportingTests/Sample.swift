import Foundation
import Languages
import Phrasing
import Rounds
import TestSupport

@testable import Compliance
@testable import Reporting

/// Reports that every format has to cope with.
enum Sample {
  static let refusal = "none.xml: không có tệp này <]]>"

  static func reports() throws -> [GapReport] {
    let check = try Repository.check()
    return try ["binh-lam-draft", "bac-giang", "hue"].map {
      check.report(on: try Repository.plan($0), asOf: AsOf(date: day("2026-11-23"), why: .named))
    } + [hostile()]
  }

  /// A plan whose words try to be markup, formulas, escapes and marks of direction, with 100,000 letters in
  /// its title. XML itself keeps lone surrogates and most control characters out.
  static func hostile() throws -> GapReport {
    let words =
      "&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; =HYPERLINK(\"http://x\") \u{85}\u{9B}31m \u{202E}x\u{2066} "
      + "\u{200B}\u{FEFF} {{title}} {{{title}}} \\ \" ' , ; | ` * _ # ![a](http://x) &amp;lt; \u{2028}"
      + disguised
    let long = String(repeating: "ă", count: 100_000)
    let plan = try Repository.plan(
      text: """
        <master-plan xmlns="urn:khung:master-plan:1" coverage="complete">
          <identity coverage="complete" kind="scheme" stage="draft"><title>=\(words) \(long)</title></identity>
          <city coverage="complete" level="province"><name>@Bình Lam \(words)</name></city>
          <legal-bases coverage="complete"><legal-basis>\(words) Nghị định 47/2024/NĐ-CP</legal-basis></legal-bases>
          <principles coverage="complete"><statement topic="single-supplier">-\(words)</statement></principles>
          <sandbox coverage="complete"><trial>+\(words)</trial></sandbox>
        </master-plan>
        """, named: "-plan <&\"'> \u{202E}ế.xml")
    return try Repository.check().report(on: plan, asOf: AsOf(date: day("2026-11-23"), why: .named))
  }

  /// Signs joined to a letter before them or a mark after them: to Swift one character, and another.
  static let disguised =
    " \u{D4E}&lt;img src=x onerror=alert(1)> \u{111C2}&lt;/script> \"\u{301} onfocus=alert(2) \u{D4E}\"\u{301},"
    + "\u{301}\u{D4E}` \u{D4E}| \u{D4E}[a](http://x) \u{D4E}&amp;lt; "

  static func phrasing(_ language: Language = .vietnamese) throws -> Phrasing {
    try Phrasing(language, catalogue: Repository.catalogue.get(), vocabulary: Repository.vocabulary.get())
  }

  static func page(_ name: String) throws -> String {
    let template = try Repository.source("Sources/BuiltIn/Pages/\(name).html")
    return String(decoding: template.bytes, as: UTF8.self)
  }

  static func rendered(
    _ reports: [GapReport], as format: ReportFormat, _ language: Language = .vietnamese,
    refusals: [String] = []
  ) throws -> String {
    try Renderer(phrasing(language), width: 100, style: .plain, page: page("gap-report"))
      .render(reports, refusals: refusals, as: format)
  }

  /// A report as it is read again from its JSON.
  static func saved(_ report: GapReport, _ language: Language = .vietnamese) throws -> SavedReport {
    let text = try rendered([report], as: .json, language)
    return try SavedReport.read(.init(name: "saved.json", stored: Array(text.utf8)))[0]
  }
}
