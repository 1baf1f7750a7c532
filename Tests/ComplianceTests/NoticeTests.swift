import Source
import TestSupport
import Testing

@testable import Catalogue
@testable import Compliance
@testable import MasterPlan

/// Whose rules these are, how old they are, and what a plan says of itself that does not fit: beside the conclusion.
@Suite struct NoticeTests {
  private func report(_ plan: MasterPlan, _ asOf: String, why: AsOf.Why = .named, isOwn: Bool = true) throws
    -> GapReport
  {
    try Check(Repository.catalogue.get(), vocabulary: Repository.vocabulary.get(), isOwn: isOwn)
      .report(on: plan, asOf: AsOf(date: day(asOf), why: why))
  }

  private func plan(_ edit: (String) -> String = { $0 }) throws -> MasterPlan {
    let text = String(decoding: try Repository.source("Examples/binh-lam-complete.xml").bytes, as: UTF8.self)
    return try Repository.plan(text: edit(text))
  }

  @Test func `an edition vouches for half a year, and after that no plan is conforming`() throws {
    let edition = try Repository.catalogue.get().edition
    #expect(edition.vouches == 180)
    let plan = try plan()
    let age = edition.date.days(to: day("2027-05-01"))
    #expect(age < 180)
    let within = try report(plan, "2027-05-01")
    #expect(within.notices.contains(.editionAge(days: age, vouches: 180)))
    let beyond = try report(plan, "2999-12-31")
    #expect(beyond.conformity.outcome == .incomplete && beyond.holdsWhatWasNotJudged)
    #expect(beyond.notices.contains { $0.name == "edition-too-old" })
  }

  @Test func `an edition says itself for how many days it vouches`() throws {
    let files = try Repository.catalogueFiles { name, text in
      name == "edition.xml" ? text.replacing("<edition ", with: "<edition vouches=\"30\" ") : nil
    }
    let catalogue = try Catalogue.load(files, schema: Repository.catalogueSchema.get())
    #expect(catalogue.edition.vouches == 30)
    #expect(Notices.ofEdition(catalogue.edition, on: day("2026-12-28")).map(\.weight) == [.error])
    #expect(Notices.ofEdition(catalogue.edition, on: day("2026-12-27")).map(\.weight) == [.note])
  }

  @Test func `a catalogue that is not the program's own is named`() throws {
    #expect(try report(plan(), "2026-11-27", isOwn: false).notices.contains(.otherCatalogue))
    #expect(try !report(plan(), "2026-11-27").notices.contains(.otherCatalogue))
  }

  @Test func `the plan's own day of approval is named as its own word, or as still to come`() throws {
    #expect(
      try report(plan(), "2026-09-15", why: .approval).notices.contains(.approvedByOwnWord(day("2026-09-15")))
    )
    let later = try plan { $0.replacing("<date>2026-09-15</date>", with: "<date>2027-09-15</date>") }
    #expect(
      try report(later, "2026-11-27", why: .approvalInFuture).notices.contains(
        .approvalInFuture(day("2027-09-15"))))
    let backDated = try plan { $0.replacing("<date>2026-09-15</date>", with: "<date>2025-09-15</date>") }
    #expect(
      try report(backDated, "2025-09-15", why: .approval).notices.contains {
        $0.name == "approval-back-dated"
      })
  }

  @Test func `a kind that the title denies is named, and the first kind in the title counts`() throws {
    #expect(try !report(plan(), "2026-11-27").notices.contains { $0.name == "kind-beside-title" })
    let other = try plan {
      $0.replacing("<title>Đề án phát triển", with: "<title>Kế hoạch triển khai Đề án phát triển")
    }
    #expect(
      try report(other, "2026-11-27").notices.contains(.kindBesideTitle(kind: "scheme", title: "action-plan"))
    )
  }

  @Test func `a wish to overlook gaps overlooks nothing that was not judged`() throws {
    #expect(try !report(plan(), "2026-11-27").holdsWhatWasNotJudged)
    let draft = try report(Repository.plan("da-nang"), "2026-11-27")
    #expect(draft.holdsWhatWasNotJudged)
  }
}
