import Source
import TestSupport
import Testing
import XML

@testable import Catalogue
@testable import Compliance
@testable import MasterPlan

/// What the law and the plans leave open, as Documentation/verdicts.md decides it ("Decided").
@Suite struct DecidedQuestionTests {
  private func plan(
    period: String, date: String? = nil, city: String = "level=\"centrally-run-city\"",
    names: String = "<name>A</name>"
  ) throws -> MasterPlan {
    try Repository.plan(
      text: """
        <master-plan xmlns="urn:khung:master-plan:1" coverage="complete">
          <identity coverage="complete" kind="scheme" stage="\(date == nil ? "draft" : "approved")"><title>Đề án</title>
            \(date.map { "<date>\($0)</date>" } ?? "")\(period)</identity>
          <city coverage="complete" \(city)>\(names)</city>
        </master-plan>
        """)
  }

  private func finding(_ id: String, _ plan: MasterPlan, _ check: Check? = nil) throws -> Finding {
    let report = try (check ?? Repository.check()).report(
      on: plan, asOf: AsOf(date: day("2026-11-27"), why: .named))
    return try #require(report.findings.first { $0.criterion.id == id })
  }

  @Test func `criteria of our own rule are assessable whatever their mark`() throws {
    let own = try Repository.catalogue.get().criteria.filter { $0.ownRule != nil }
    #expect(!own.isEmpty && own.allSatisfy(\.isAssessable))
  }

  @Test func `a text issued without a day of force counts from its issue and says that it is presumed`()
    throws
  {
    let catalogue = try Repository.catalogue.get()
    let text = try #require(
      catalogue.instruments.first { $0.life.effectiveFrom == nil && $0.life.issued != nil })
    let issued = try #require(text.life.issued)
    #expect(catalogue.state(of: text.id, on: issued) == .inForce(since: issued, isPresumed: true))
    #expect(catalogue.state(of: text.id, on: issued.previous) == .notIssued(on: issued))
  }

  /// The condition of C-DOC-03 is the period 2026–2030.
  @Test(
    arguments: [
      ("<period from=\"2025\" to=\"2030\"/>", nil, true), ("<period from=\"2020\" to=\"2025\"/>", nil, false),
      // A vision is no part of the period.
      ("<period from=\"2020\" to=\"2025\" vision=\"2045\"/>", nil, false),
      ("<period vision=\"2028\"/>", nil, nil),
      // Without a first year: the year of the decision, or only the last year is known.
      ("<period to=\"2035\"/>", "2029-05-01", true), ("<period to=\"2035\"/>", "2031-05-01", false),
      ("<period to=\"2035\"/>", nil, nil), ("<period to=\"2028\"/>", nil, true),
      ("<period to=\"2025\"/>", nil, false),
      // Without a last year only the first is known.
      ("<period from=\"2027\"/>", nil, true), ("<period from=\"2031\"/>", nil, false),
      ("<period from=\"2025\"/>", nil, nil),
      ("", nil, nil), ("", "2027-01-01", true),
    ] as [(String, String?, Bool?)])
  func `a period meets another only by years that are known`(period: String, date: String?, meets: Bool?)
    throws
  {
    let plan = try plan(period: period, date: date)
    #expect(plan.identity.overlaps(2026...2030) == meets)
    let finding = try finding("C-DOC-03", plan)
    switch meets {
    case true?: #expect(finding.verdict.isGap)
    case false?: #expect(finding.verdict == .notApplicable)
    case nil: #expect(finding.verdict == .unknown)
    }
  }

  @Test func `a province has no urban class, unless the plan gives that of the cities that it names`() throws
  {
    let period = "<period from=\"2021\" to=\"2025\"/>"
    let bare = try finding("C-950-P25-4", plan(period: period, city: "level=\"province\""))
    #expect(bare.verdict == .notApplicable)
    #expect(bare.reason == .conditionFalse(.provinceHasNoClass(asked: ["special", "I", "II"])))
    let named = try finding(
      "C-950-P25-4", plan(period: period, city: "level=\"province\" urban-class=\"I\""))
    #expect(named.verdict.isGap)
    let city = try finding("C-950-P25-4", plan(period: period, city: "level=\"provincial-city\""))
    #expect(city.verdict == .unknown)
  }

  /// The profile of Nghệ An makes C-ARC-01 mandatory by a decision of the province.
  @Test(arguments: [
    ("level=\"province\"", "<name>tỉnh Nghệ An</name>", true),
    ("level=\"province\"", "<name>Nghe\u{323}\u{302} An\u{200B}</name>", true),
    ("level=\"provincial-city\"", "<name>thành phố Vinh</name><province>Nghệ An</province>", true),
    ("level=\"provincial-city\"", "<name>thành phố Vinh</name><province>Nghệ An</province>", true),
    ("level=\"province\"", "<name>tỉnh Hà Tĩnh</name>", false),
    ("level=\"provincial-city\"", "<name>thành phố Hà Tĩnh</name><province>Hà Tĩnh</province>", false),
    ("level=\"centrally-run-city\"", "<name>thành phố Huế</name>", false),
  ])
  func `a decision of a province binds in it and in no other`(city: String, names: String, binds: Bool) throws
  {
    let profile = try Profile(
      Repository.source("Examples/profiles/nghe-an.xml"),
      schema: Schema(
        Repository.source("Schemas/profile.xsd"), root: "profile", namespace: Profile.namespace))
    let files =
      try Repository.catalogueFiles()
      + [
        Catalogue.File(
          name: "profile/criteria.xml", text: Repository.source("Examples/profiles/nghe-an/criteria.xml"))
      ]
    let check = try Check(
      Catalogue.load(files, schema: Repository.catalogueSchema.get()), profile: profile,
      vocabulary: Repository.vocabulary.get())
    let found = try self.finding(
      "C-ARC-01", plan(period: "<period from=\"2025\" to=\"2030\"/>", city: city, names: names), check)
    #expect(found.force == (binds ? .mandatory : .recommended))
    let state = found.bases.first { $0.basis.instrument == "QD-634-2024-NGHEAN" }?.state
    // Elsewhere the profile of Nghệ An is not applied at all.
    #expect(state?.isInForce == (binds ? true : nil))
    let national = try finding(
      "C-ARC-07", plan(period: "<period from=\"2025\" to=\"2030\"/>", city: city, names: names), check)
    let ofProvince = national.bases.first { $0.basis.instrument == "QD-634-2024-NGHEAN" }?.state
    #expect(ofProvince?.isInForce == binds)
    if !binds { #expect(ofProvince == .bindsElsewhere(issuer: "UBND Nghệ An")) }
  }

  @Test func `a short citation counts where one text fits, a number that every province has needs more`()
    throws
  {
    let citations = try Repository.catalogue.get().citations
    #expect(citations.resolve("Quyết định 950/QĐ-TTg") == .entry("QD-950-2018-TTG"))
    guard case .ambiguous = citations.resolve("Quyết định số 634/QĐ-UBND") else {
      Issue.record("\(citations.resolve("Quyết định số 634/QĐ-UBND"))")
      return
    }
  }
}
