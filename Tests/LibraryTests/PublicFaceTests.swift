import Compliance
import Foundation
import KhungLibrary
import Reporting
import TestSupport
import Testing

/// The public face of the library: the same verdicts and bytes as the program's, and refusals that tell.
@Suite struct PublicFaceTests {
  private let day = KhungLibrary.CalendarDate(year: 2026, month: 11, day: 23)!

  private func rules() throws -> RuleBook { try RuleBook(asOf: day, today: day) }

  private func example(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: Repository.root.appending(path: "Examples/\(name).xml")))
  }

  @Test(arguments: [KhungLibrary.ReportFormat.markdown, .html, .json], ["binh-lam-complete", "bac-giang"])
  func `a report is the one that the program records`(
    format: KhungLibrary.ReportFormat, name: String
  ) throws {
    let rules = try rules()
    let report = try Judge(rules).report(on: example(name), named: "Examples/\(name).xml")
    let text = try KhungLibrary.Renderer(rules, language: .vietnamese).render([report], as: format)
    let file = Repository.root.appending(path: "Examples/reports/\(name).\(format.fileExtension)")
    #expect(try text == String(contentsOf: file, encoding: .utf8))
  }

  @Test func `a report says what was judged, by which law and what came of it`() throws {
    let rules = try rules()
    let report = try Judge(rules).report(on: example("binh-lam-draft"), named: "plan.xml")
    #expect(report.plan.source == "plan.xml" && report.plan.digest.count == 64)
    #expect(report.asOf == day && report.asOfReason == "named")
    #expect(report.stage == .draft)
    #expect(report.conformity == .nonConforming)
    #expect(report.findings.count { $0.verdict.isGap } == report.gaps.count)
    #expect(
      KhungLibrary.Verdict.allCases.map { report.count(of: $0) }.reduce(0, +) == report.findings.count)
    let gap = try #require(report.gaps.first { !$0.bases.isEmpty && $0.places.contains(where: \.shows) })
    #expect(gap.force == .mandatory)
    for language in ReportLanguage.allCases {
      #expect(!gap.reason(in: language).isEmpty)
      #expect(gap.remedy(in: language)?.isEmpty == false)
      #expect(gap.bases.allSatisfy { !$0.text(in: language).isEmpty })
      #expect(gap.parts.allSatisfy { !$0.name(in: language).isEmpty && !$0.reason(in: language).isEmpty })
    }
  }

  @Test func `a plan that is refused tells its place, its cause and what to do, in both languages`() throws {
    let judge = try Judge(rules())
    do throws(KhungLibrary.Refusal) {
      _ = try judge.report(on: Array("<a>\n  <b>x</b>\n".utf8), named: "cut.xml")
      Issue.record("no refusal")
    } catch {
      #expect(error.source == "cut.xml" && error.line == 3 && error.column == 1)
      #expect(error.key == "refusals.unfinished-element")
      #expect(error.message(in: .english).hasPrefix("cut.xml:3:1: "))
      #expect(error.message(in: .english) != error.message(in: .vietnamese))
    }
  }

  @Test func `each way to be refused has a key of its own`() throws {
    func key(_ body: () throws -> some Any) -> String? {
      do {
        _ = try body()
        return nil
      } catch { return (error as? KhungLibrary.Refusal)?.key }
    }
    let judge = try Judge(rules())
    #expect(key { try judge.report(onFile: "/no/such/file") } == "refusals.missing")
    #expect(key { try judge.report(onFile: "-") } == "refusals.missing")
    #expect(key { try judge.report(on: [], named: "a") } == "refusals.empty")
    let root = Array("<master-plan xmlns='urn:khung:master-plan:1'/>".utf8)
    #expect(key { try judge.report(on: root, named: "a") }?.hasPrefix("refusals.violation") == true)
    var sources = RuleBook.Sources()
    sources.catalogue = "/no/such/folder"
    #expect(key { try RuleBook(sources, today: day) } == "refusals.not-a-catalogue")
  }

  @Test func `refused inputs stand in the formats that count them`() throws {
    let rules = try rules()
    let renderer = try KhungLibrary.Renderer(rules, language: .english)
    do throws(KhungLibrary.Refusal) {
      _ = try Judge(rules).report(on: [], named: "empty.xml")
      Issue.record("no refusal")
    } catch {
      for format in KhungLibrary.ReportFormat.allCases {
        #expect(try renderer.render([], refusals: [error], as: format).contains("empty.xml"), "\(format)")
      }
    }
  }

  @Test func `many tasks judge by one rule book and get the same bytes`() async throws {
    let rules = try rules()
    let (judge, renderer) = (Judge(rules), try KhungLibrary.Renderer(rules, language: .english))
    let plan = try example("hue")
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<8 {
        group.addTask { try renderer.render([judge.report(on: plan, named: "hue.xml")], as: .json) }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(texts.count == 1)
  }

  @Test func `a day that does not exist is no day`() {
    #expect(KhungLibrary.CalendarDate(year: 2026, month: 2, day: 30) == nil)
    #expect(KhungLibrary.CalendarDate("2026-11-23") == day)
    #expect(KhungLibrary.CalendarDate.today() > day || KhungLibrary.CalendarDate.today() <= day)
  }

  @Test func `names of values are those of reports`() {
    #expect(KhungLibrary.Verdict.allCases.map(\.rawValue) == Compliance.Verdict.allCases.map(\.rawValue))
    #expect(
      KhungLibrary.ReportFormat.allCases.map(\.rawValue) == Reporting.ReportFormat.allCases.map(\.rawValue))
    #expect(
      KhungLibrary.ReportFormat.allCases.map(\.fileExtension)
        == Reporting.ReportFormat.allCases.map(\.fileExtension))
  }
}
