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
      catalogue: Repository.catalogue.get(), today: today)
  }

  private func answers(_ content: String) throws -> Answers {
    let text = "<answers xmlns=\"urn:khung:answers:1\">\(content)</answers>"
    return try Answers(
      SourceText(name: "answers.xml", stored: Array(text.utf8)), schema: schema("answers", Answers.namespace),
      catalogue: Repository.catalogue.get())
  }

  private func waiver(_ criterion: String, expires: String = "2027-12-31", plan: String = "") -> String {
    "<waiver criterion=\"\(criterion)\" \(plan) authority=\"UBND\" decision=\"1/QĐ-UBND\" expires=\"\(expires)\"><reason>lý do</reason></waiver>"
  }

  private func answer(_ criterion: String, _ verdict: String) -> String {
    "<answer criterion=\"\(criterion)\" verdict=\"\(verdict)\" date=\"2026-11-20\" role=\"chuyên viên\"><evidence>trang 12</evidence></answer>"
  }

  private func report(
    _ plan: String, answers: Answers = .none, waivers: Waivers = .none, stage: Stage? = nil,
    profile: Profile? = nil
  ) throws -> GapReport {
    let catalogue = try profile.map(loaded) ?? Repository.catalogue.get()
    return try Check(catalogue, profile: profile, vocabulary: Repository.vocabulary.get()).report(
      on: Repository.plan(plan), asOf: AsOf(date: today, why: .named), stage: stage,
      decisions: HumanDecisions(answers: answers, waivers: waivers))
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

  @Test func `waivers for every mandatory gap make a plan conforming`() throws {
    let plain = try report("binh-lam-draft")
    let gaps = plain.findings.filter { $0.force == .mandatory && $0.verdict.isGap }.map(\.criterion.id)
    let waived = try report("binh-lam-draft", waivers: waivers(gaps.map { waiver($0) }.joined()))
    #expect(plain.conformity.outcome == .nonConforming)
    #expect(waived.conformity.outcome == .conforming)
  }

  @Test func `an expired waiver and one for no criterion are errors that name it`() {
    #expect { try waivers(waiver("C-INT-04", expires: "2026-11-22")) } throws: { error in
      (error as? Refusal)?.isCaused(by: CatalogueFault.waiverExpired(day("2026-11-22"))) == true
    }
    #expect { try waivers(waiver("C-NONE-1")) } throws: { error in
      (error as? Refusal)?.entry == "C-NONE-1"
    }
  }

  @Test func `a waiver that is not needed or names no plan is pointed out`() throws {
    let report = try report("binh-lam-draft", waivers: waivers(waiver("C-GOV-02")))
    #expect(report.idleDecisions.count == 2)
    let other = try self.report("binh-lam-draft", waivers: waivers(waiver("C-INT-04", plan: "plan=\"9/QĐ\"")))
    #expect(try finding("C-INT-04", in: other).verdict == .gap)
  }

  @Test func `an answer decides what the file leaves open and is marked`() throws {
    let report = try report("tra-vinh", answers: answers(answer("C-SEC-01", "gap")))
    let finding = try finding("C-SEC-01", in: report)
    #expect(finding.verdict == .gap && finding.machineVerdict == .unknown)
    #expect(finding.answer?.role == "chuyên viên")
    #expect(report.conformity.outcome == .nonConforming)
  }

  @Test func `an answer never overrules the machine or judges on unverified evidence`() throws {
    let report = try report(
      "binh-lam-draft", answers: answers(answer("C-INT-04", "met") + answer("C-LEG-01", "met")))
    #expect(try finding("C-INT-04", in: report).verdict == .gap)
    #expect(try finding("C-LEG-01", in: report).verdict == .notAssessed)
    #expect(report.idleDecisions.count == 2)
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
    let report = try report("binh-lam-complete", profile: profile)
    #expect(try finding("C-NGHEAN-01", in: report).verdict == .gap)
    #expect(try finding("C-NGHEAN-02", in: report).verdict == .met)
    #expect(try finding("C-ARC-07", in: report).force == .mandatory)
    #expect(!report.findings.contains { $0.criterion.id == "C-950-P25-6" })
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
