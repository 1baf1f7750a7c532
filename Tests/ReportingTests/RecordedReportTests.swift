import Foundation
import Phrasing
import TestSupport
import Testing

@testable import Catalogue
@testable import Compliance
@testable import Reporting

/// The reports kept in `Examples/reports/` are the program's own; `make record` writes them anew.
@Suite struct RecordedReportTests {
  @Test(
    arguments: ["binh-lam-complete", "binh-lam-draft", "bac-giang"], [ReportFormat.markdown, .html, .json])
  func `a recorded report is what the program writes`(name: String, format: ReportFormat) throws {
    let source = try Repository.source("Examples/\(name).xml")
    let plan = try Repository.plan(
      text: String(decoding: source.bytes, as: UTF8.self), named: "Examples/\(name).xml")
    let report = try Repository.check().report(on: plan, asOf: AsOf(date: day("2026-11-23"), why: .named))
    let phrasing = try Phrasing(
      .vietnamese, catalogue: Repository.catalogue.get(), vocabulary: Repository.vocabulary.get())
    let template = try Repository.source("Sources/BuiltIn/Pages/gap-report.html")
    let page = String(decoding: template.bytes, as: UTF8.self)
    let text = try Renderer(phrasing, width: 100, style: .plain, page: page)
      .render([report], refusals: [], as: format)

    let file = Repository.root.appending(path: "Examples/reports/\(name).\(format.fileExtension)")
    if ProcessInfo.processInfo.environment["KHUNG_RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(
        try text == String(contentsOf: file, encoding: .utf8), "run make record and look at the difference")
    }
  }
}
