import Foundation
import Source
import TestSupport
import Testing
import XML

@testable import Catalogue
@testable import Compliance
@testable import MasterPlan

/// What people decide: waivers, answers, stages and a province's profile.
@Suite struct HumanDecisionTests {
  private let today = day("2026-11-23")

  private func schema(_ name: String, _ namespace: String) throws -> Schema {
    try Schema(Repository.source("Schemas/\(name).xsd"), root: name, namespace: namespace)
  }

  private func waivers(_ content: String) throws -> Waivers {
    let text = "<waivers xmlns=\"urn:khung:waivers:1\">\(content)</waivers>"
    return try Waivers(
      SourceText(name: "waivers.xml", stored: Array(text.utf8)), schema: schema("waivers", Waivers.namespace),
      catalogue: Repository.catalogue.get(), signature: signature(), today: today)
  }

  private func answers(_ content: String) throws -> Answers {
    let text = "<answers xmlns=\"urn:khung:answers:1\">\(content)</answers>"
    return try Answers(
      SourceText(name: "answers.xml", stored: Array(text.utf8)), schema: schema("answers", Answers.namespace),
      catalogue: Repository.catalogue.get(), signature: signature(), today: today)
  }

  private func signature() throws -> Signature {
    try Signature(Repository.source("Sources/BuiltIn/Data/placeholders.tsv"))
  }

  /// Whom the decisions of these tests are for.
  private static let draft =
    "place=\"thành phố Bình Lam\" title=\"Đề án phát triển đô thị thông minh thành phố Bình Lam giai đoạn 2025 – 2030, tầm nhìn đến năm 2045 (dự thảo lần 2)\""
  private static let traVinh = "place=\"tỉnh Trà Vinh\" plan=\"2043/QĐ-UBND\""

  private func waiver(_ criterion: String, expires: String = "2027-12-31", plan: String = draft) -> String {
    "<waiver criterion=\"\(criterion)\" \(plan) authority=\"UBND\" decision=\"1/QĐ-UBND\" expires=\"\(expires)\"><reason>gia hạn do chờ nền tảng</reason></waiver>"
  }

  private func answer(
    _ criterion: String, _ verdict: String, date: String = "2026-11-20", role: String = "chuyên viên",
    plan: String = draft
  ) -> String {
    "<answer criterion=\"\(criterion)\" verdict=\"\(verdict)\" date=\"\(date)\" role=\"\(role)\" \(plan)><evidence>trang 12</evidence></answer>"
  }

  private func report(
    _ plan: String, answers: Answers = .none, waivers: Waivers = .none, stage: Stage? = nil,
    profile: Profile? = nil, call: HumanDecisions.Call = .manyPlans, asOf: CalendarDate? = nil
  ) throws -> GapReport {
    let catalogue = try profile.map(loaded) ?? Repository.catalogue.get()
    return try Check(catalogue, profile: profile, vocabulary: Repository.vocabulary.get()).report(
      on: Repository.plan(plan), asOf: AsOf(date: asOf ?? today, why: .named), stage: stage,
      decisions: HumanDecisions(answers: answers, waivers: waivers), call: call)
  }

  private func finding(_ id: String, in report: GapReport) throws -> Finding {
    try #require(report.findings.first { $0.criterion.id == id })
  }

  @Test func `a waiver turns a gap into waived and shows what it was`() throws {
    let report = try report("binh-lam-draft", waivers: waivers(waiver("C-INT-04")))
    let finding = try finding("C-INT-04", in: report)
    #expect(finding.verdict == .waived && finding.verdictBeforeWaivers == .gap)
    #expect(finding.waiver?.decision == "1/QĐ-UBND")
    #expect(report.countBeforeWaivers(of: .gap) == report.count(of: .gap) + 1)
  }

  @Test func `waivers for every mandatory gap make a plan conforming, and the conclusion counts them`() throws
  {
    let plain = try report("binh-lam-draft")
    let gaps = plain.findings.filter { $0.force == .mandatory && $0.verdict.isGap }.map(\.criterion.id)
    let waived = try report("binh-lam-draft", waivers: waivers(gaps.map { waiver($0) }.joined()))
    #expect(plain.conformity.outcome == .nonConforming)
    #expect(waived.conformity.outcome == .conforming)
    #expect(waived.conformity.tally.waived == gaps.count && waived.conformity.tally.gaps == 0)
    #expect(waived.conformity.tally.metByMachine == plain.conformity.tally.metByMachine)
    for report in [plain, waived] {
      let tally = report.conformity.tally
      let sum =
        tally.metByMachine + tally.metByPeople + tally.waived + tally.gaps + tally.undecided
        + tally.notInForce + tally.notApplying
      #expect(sum == report.findings.count { $0.force == .mandatory })
    }
  }

  @Test func `a waiver holds within its dates on the day whose law counts, whatever the clock says`() throws {
    let ended = try waivers(waiver("C-INT-04", expires: "2026-11-22"))
    let then = try report("binh-lam-draft", waivers: ended, asOf: day("2026-11-22"))
    #expect(try finding("C-INT-04", in: then).verdict == .waived)
    let now = try report("binh-lam-draft", waivers: ended)
    #expect(try finding("C-INT-04", in: now).verdict == .gap)
    #expect(
      now.unusedDecisions.map(\.why) == [
        .outsideItsDates(from: nil, until: day("2026-11-22"), today)
      ])
    #expect(throws: Refusal.self) { try waivers(waiver("C-NONE-1")) }
  }

  @Test(arguments: [
    "authority=\"…\"", "authority=\"[tên cơ quan]\"", "authority=\"Ủy ban nhân dân ……\"", "authority=\"Tên\"",
    "decision=\"[số]/QĐ-UBND\"", "decision=\"…/QĐ-UBND\"", "decision=\"Dự thảo lần 2\"",
    "decision=\"Tờ trình 12/TTr-UBND\"", "decision=\"chưa có\"", "date=\"2026-11-24\"", "date=\"2027-12-31\"",
  ])
  func `what nobody decided waives nothing and is refused with its line`(attribute: String) throws {
    var attributes = ["authority": "authority=\"UBND\"", "decision": "decision=\"1/QĐ-UBND\""]
    attributes[String(attribute.prefix { $0 != "=" })] = attribute
    let text =
      "<waiver criterion=\"C-INT-04\" \(Self.draft) \(attributes.values.sorted().joined(separator: " ")) expires=\"2027-12-30\"><reason>gia hạn</reason></waiver>"
    #expect { try waivers(text) } throws: { ($0 as? Refusal)?.line == 1 }
  }

  @Test func `an answer by nobody, of a day to come, or against another is refused with its place`() throws {
    for text in [
      answer("C-SEC-01", "met", role: "[vai trò]"), answer("C-SEC-01", "met", role: "…"),
      answer("C-SEC-01", "met", date: "2026-11-24"),
      answer("C-SEC-01", "met") + answer("C-SEC-01", "gap", date: "2026-11-21"),
    ] {
      #expect(throws: Refusal.self, "\(text)") { try answers(text) }
    }
  }

  @Test func `a waiver that is not needed is pointed out`() throws {
    let report = try report("binh-lam-draft", waivers: waivers(waiver("C-GOV-02")))
    #expect(report.unusedDecisions.map(\.why) == [.changedNothing(.met)])
    #expect(report.unusedDecisions.allSatisfy { !$0.isGrave })
  }

  @Test func `a number alone, a place alone and nothing at all name no plan`() throws {
    for (plan, lack) in [
      ("plan=\"2043/QĐ-UBND\"", Addressee.Lack.place), ("place=\"tỉnh Trà Vinh\"", .plan), ("", .everything),
    ] {
      let report = try report("tra-vinh", answers: answers(answer("C-SEC-01", "gap", plan: plan)))
      #expect(try finding("C-SEC-01", in: report).verdict == .unknown, "\(plan)")
      #expect(report.unusedDecisions.map(\.why) == [.namesNobody(lack)], "\(plan)")
    }
  }

  @Test
  func `a decision without place and plan knows the one plan of its call, and never makes it conforming`()
    throws
  {
    let plain = try report("binh-lam-draft")
    let gaps = plain.findings.filter { $0.force == .mandatory && $0.verdict.isGap }.map(\.criterion.id)
    let waived = try report(
      "binh-lam-draft", waivers: waivers(gaps.map { waiver($0, plan: "") }.joined()), call: .onePlan)
    #expect(waived.conformity.outcome == .incomplete && waived.conformity.tally.waived == gaps.count)
  }

  @Test func `a decision fits by place and number, or by place, title and round`() throws {
    func fit(_ attributes: String, _ plan: PlanName) throws -> Addressee.Fit {
      try answers(answer("C-SEC-01", "met", plan: attributes)).list[0].addressee.fit(plan)
    }
    let approved = PlanName(city: "Trà Vinh", number: "2043/QĐ-UBND", title: "Đề án A", round: nil)
    let second = PlanName(city: "TP. Bình Lam", number: nil, title: "Đề án  A – B", round: 2)
    #expect(try fit("place=\"tỉnh Trà Vinh\" plan=\"2043/qđ-ubnd\"", approved) == .thisPlan)
    #expect(try fit("place=\"tỉnh Vĩnh Long\" plan=\"2043/QĐ-UBND\"", approved) == .anotherPlan)
    #expect(try fit("place=\"tỉnh Trà Vinh\" plan=\"2044/QĐ-UBND\"", approved) == .anotherPlan)
    #expect(
      try fit("place=\"thành phố Bình Lam\" title=\"đề án A - B\" round=\"2\"", second) == .thisPlan)
    #expect(try fit("place=\"tỉnh Bình Lam\" title=\"Đề án A – B\" round=\"2\"", second) == .anotherPlan)
    for round in ["", "round=\"1\"", "round=\"3\""] {
      #expect(try fit("place=\"Bình Lam\" title=\"Đề án A – B\" \(round)", second) == .anotherRound)
    }
  }

  @Test func `a decision that fits no plan of the run is named and makes the plan incomplete`() throws {
    let decisions = HumanDecisions(
      answers: try answers(answer("C-SEC-01", "met", plan: "place=\"tỉnh Trà Vinh\" plan=\"9999/QĐ-UBND\"")),
      waivers: try waivers(waiver("C-INT-04")))
    let plan = try Repository.plan("tra-vinh")
    var strays = Strays(decisions, profile: nil)
    strays.see(plan)
    #expect(strays.list.map(\.name) == ["decision-fits-no-plan", "decision-fits-no-plan"])
    strays.see(try Repository.plan("binh-lam-draft"))
    #expect(strays.list.count == 1)
    let complete = try report("binh-lam-complete")
    #expect(complete.conformity.outcome == .conforming)
    let doubted = complete.adding(strays: strays.list)
    #expect(doubted.conformity.outcome == .incomplete && doubted.holdsWhatWasNotJudged)
  }

  @Test func `an answer decides what the file leaves open and is marked`() throws {
    let report = try report("tra-vinh", answers: answers(answer("C-SEC-01", "gap", plan: Self.traVinh)))
    let finding = try finding("C-SEC-01", in: report)
    #expect(finding.verdict == .gap && finding.machineVerdict == .unknown)
    #expect(finding.answer?.role == "chuyên viên")
    #expect(report.conformity.outcome == .nonConforming)
  }

  @Test func `an answer given before the plan was decided is not on that plan`() throws {
    let report = try report(
      "tra-vinh", answers: answers(answer("C-SEC-01", "met", date: "2020-01-01", plan: Self.traVinh)))
    #expect(try finding("C-SEC-01", in: report).verdict == .unknown)
    #expect(report.unusedDecisions.count == 1)
  }

  /// DESIGN.md, "People's decisions have a place and a person". An answer could judge neither until then.
  @Test func `a person overrules the machine in either direction and judges what is not assessed`() throws {
    let report = try report(
      "binh-lam-draft",
      answers: answers(answer("C-INT-04", "met") + answer("C-GOV-02", "gap") + answer("C-LEG-08", "met")))
    let (raised, lowered) = try (finding("C-INT-04", in: report), finding("C-GOV-02", in: report))
    #expect(raised.verdict == .met && raised.machineVerdict == .gap && raised.isMetByPerson)
    #expect(lowered.verdict == .gap && lowered.machineVerdict == .met && !lowered.isMetByPerson)
    #expect(try finding("C-LEG-08", in: report).verdict == .met)
    #expect(report.unusedDecisions.isEmpty)
    #expect(report.conformity.tally.metByPeople >= 1)
  }

  @Test func `answers that contradict each other on one plan by two names are none`() throws {
    let names = try answers(
      answer("C-SEC-01", "met", plan: Self.traVinh)
        + answer("C-SEC-01", "gap", plan: "place=\"Trà Vinh\" plan=\"2043/QĐ-UBND\""))
    let report = try report("tra-vinh", answers: names)
    #expect(try finding("C-SEC-01", in: report).verdict == .unknown)
    #expect(report.unusedDecisions.map(\.isGrave) == [true])
  }

  @Test func `a criterion binds in the stages that it names`() throws {
    var asked = Applicability()
    asked.stages = ["submitted", "approved"]
    let plan = try Repository.plan("binh-lam-draft")
    func applies(_ stage: Stage?) throws -> Bool {
      let facts = try Facts(plan: plan, catalogue: Repository.catalogue.get(), asOf: today, stage: stage)
      if case .applies = facts.outcome(of: asked) { return true }
      return false
    }
    #expect(try !applies(nil))
    #expect(try applies(.submitted))
    #expect(
      try report("binh-lam-draft", stage: .submitted).stage == StageUsed(stage: .submitted, isNamed: true))
  }

  // MARK: Profiles

  private func profile(_ content: String) throws -> Profile {
    let text =
      "<profile xmlns=\"urn:khung:profile:1\" id=\"P-TEST\" authority=\"UBND\"><title lang=\"vi\">T</title><title lang=\"en\">T</title>\(content)</profile>"
    return try Profile(
      SourceText(name: "profile.xml", stored: Array(text.utf8)), schema: schema("profile", Profile.namespace))
  }

  private func loaded(_ profile: Profile) throws -> Catalogue {
    let national = try Repository.catalogueFiles()
    let additions = try profile.additions.map {
      Catalogue.File(name: "profile/\($0)", text: try Repository.source("Examples/profiles/\($0)"))
    }
    return try Catalogue.load(national + additions, schema: Repository.catalogueSchema.get())
  }

  @Test func `the profile of a province adds, tightens and leaves out`() throws {
    let profile = try Profile(
      Repository.source("Examples/profiles/nghe-an.xml"), schema: schema("profile", Profile.namespace))
    let elsewhere = try report("binh-lam-complete", profile: profile)
    #expect(try finding("C-NGHEAN-01", in: elsewhere).verdict == .notApplicable)
    #expect(try finding("C-950-P25-6", in: elsewhere).reason != .notTranscribed)
    #expect(elsewhere.notices.contains(.profileOfAnotherPlace(profile: "P-NGHEAN", place: "tỉnh Nghệ An")))
    let text = String(decoding: try Repository.source("Examples/binh-lam-complete.xml").bytes, as: UTF8.self)
      .replacing("<name>thành phố Bình Lam</name>", with: "<name>tỉnh Nghệ An</name>")
    let report = try Check(loaded(profile), profile: profile, vocabulary: Repository.vocabulary.get()).report(
      on: Repository.plan(text: text), asOf: AsOf(date: today, why: .named))
    #expect(try finding("C-NGHEAN-01", in: report).verdict == .gap)
    #expect(try finding("C-NGHEAN-02", in: report).verdict == .met)
    #expect(try finding("C-ARC-07", in: report).force == .mandatory)
    // A report is a ledger: what the profile leaves out stands there with the reason.
    let omitted = try finding("C-950-P25-6", in: report)
    guard case .leftOut = omitted.reason else { return #expect(Bool(false), "\(omitted.reason)") }
    #expect(omitted.verdict == .notApplicable)
    #expect(report.notices.contains(.leavesOut(profile: "P-NGHEAN", criteria: ["C-950-P25-6"])))
    #expect(report.conformity.outcome == .nonConforming)
  }

  private func reasons(_ text: String) -> String {
    "<reason lang=\"vi\">\(text)</reason><reason lang=\"en\">\(text)</reason>"
  }

  @Test func `a profile never loosens a mandatory criterion`() throws {
    let loosening = try profile("<omits criterion=\"C-SEC-03\">\(reasons("x"))</omits>")
    #expect(throws: Refusal.self) { try Repository.catalogue.get().applying(loosening) }
  }

  @Test func `a profile that tightens nothing or points at nothing is a fault`() throws {
    let catalogue = try Repository.catalogue.get()
    for content in [
      "<tightens criterion=\"C-SEC-03\" force=\"recommended\" instrument=\"QD-634-2024-NGHEAN\"/>",
      "<tightens criterion=\"C-NONE\" force=\"mandatory\" instrument=\"QD-634-2024-NGHEAN\"/>",
      "<tightens criterion=\"C-ARC-07\" force=\"mandatory\" instrument=\"QD-9\"/>",
      "<omits criterion=\"C-NONE\">\(reasons("x"))</omits>",
    ] {
      let broken = try profile(content)
      #expect(throws: Refusal.self, "\(content)") { try catalogue.applying(broken) }
    }
  }

  @Test func `an addition cannot leave the profile's folder`() {
    for path in ["../x.xml", "/etc/passwd", "a/../../x.xml"] {
      #expect(throws: Refusal.self, "\(path)") { try profile("<adds href=\"\(path)\"/>") }
    }
  }
}
