import Foundation
import TestSupport
import Testing

/// The cases from bug reports and attacks, which stand beside the checkout. Each says in its first comment what is
/// right.
@Suite struct SharedCaseTests {
  private static let folders = [
    "journal-that-is-believed", "lists", "rounds", "submissions-left-out", "messages",
    "human-decisions", "conclusion-that-hides-people", "profile-that-leaves-out", "exit-status",
    "another-catalogue",
  ]

  private static let cases: URL? = Repository.judges()?.deletingLastPathComponent().appending(path: "cases")

  @Test(arguments: folders)
  func `a case that was wrong once is right`(folder: String) throws {
    guard let cases = Self.cases, FileManager.default.fileExists(atPath: cases.appending(path: folder).path)
    else { return print("skipped: \(folder): the shared cases are not here (KHUNG_JUDGES)") }
    let found = FileManager.default.enumerator(atPath: cases.appending(path: folder).path)
    for name in (found?.allObjects as? [String] ?? []).sorted() {
      let path = cases.appending(path: "\(folder)/\(name)").path
      if name.hasSuffix(".sh") {
        let run = try Launch.run(
          ["bash", path],
          environment: [
            "PATH": "/usr/bin:/bin", "KHUNG": Launch.khung.path, "REPO": Repository.root.path,
          ])
        #expect(run.status == 0, "\(folder)/\(name): \(run.said)")
      } else if folder == "messages", name.hasSuffix(".xml") {
        let run = try Launch.khung(["check", path, "--lang", "en"])
        let said = run.complaint.components(separatedBy: name).last ?? ""
        #expect(run.status == 2, "\(name)")
        for words in ["libxml2", "is not a valid value", "may not stand here", "error"] {
          #expect(!said.contains(words), "\(name): \(said)")
        }
      }
    }
  }

  @Test func `a submission that cannot be opened is a refused row with its name`() throws {
    guard let cases = Self.cases else {
      return print("skipped: the shared cases are not here (KHUNG_JUDGES)")
    }
    let folder = "submissions-left-out/a-submission-that-cannot-be-opened-is-named/submissions"
    let run = try Launch.khung(["review", cases.appending(path: folder).path])
    #expect(run.status == 2 && run.rows.count == 2 && run.text.contains("hue.rar"), "\(run.complaint)")
  }

  @Test func `what people decided is for one plan of one place, on its days, and never both ways`() throws {
    guard let cases = Self.cases?.appending(path: "human-decisions") else {
      return print("skipped: the shared cases are not here (KHUNG_JUDGES)")
    }
    func file(_ name: String) -> String { cases.appending(path: name).path }
    let draft = Repository.root.appending(path: "Examples/binh-lam-draft.xml").path
    let traVinh = Repository.root.appending(path: "Examples/tra-vinh.xml").path
    let day = ["--as-of", "2026-11-23", "--lang", "en"]
    #expect(
      try Launch.khung(
        ["check", draft, "--waivers", file("a-waiver-by-a-placeholder-waives-nothing.xml")] + day
      ).status == 2)
    let ended = try Launch.khung([
      "check", draft, "--as-of", "2027-06-01", "--format", "csv", "--waivers",
      file("a-waiver-holds-on-the-day-whose-law-counts.xml"),
    ])
    #expect(ended.status == 1 && ended.text.contains("decision-outside-its-dates"))
    let stray = try Launch.khung(
      ["check", draft, "--waivers", file("a-waiver-for-a-plan-that-nobody-sent-is-named.xml")] + day)
    #expect(stray.text.contains("DECISIONS TO LOOK AT AGAIN (1)"))
    for name in ["two-answers-that-contradict-are-no-answer.xml", "an-answer-of-the-future-is-no-answer.xml"]
    {
      let run = try Launch.khung(["check", traVinh, "--answers", file(name)] + day)
      #expect(run.status == 2 && run.complaint.contains("C-SEC-03"), "\(name): \(run.complaint)")
    }
    let folder = "a-number-alone-names-no-plan"
    let review = try Launch.khung([
      "review", file("\(folder)/dong-ha.xml"), file("\(folder)/tay-ha.xml"), "--as-of", "2026-11-23",
      "--answers",
      file("\(folder)/answers.xml"),
    ])
    #expect(review.rows.count == 2 && !review.text.contains("\"answer\":{"))
    #expect(review.text.components(separatedBy: "decision-names-nobody").count == 3)
  }

  @Test func `a byte-order mark before a list is no part of it`() throws {
    guard let cases = Self.cases else {
      return print("skipped: the shared cases are not here (KHUNG_JUDGES)")
    }
    let list = cases.appending(path: "lists/a-byte-order-mark-before-a-list-is-not-part-of-it.ndjson")
    let run = try Launch.khung(["review", "-"], input: try Data(contentsOf: list))
    #expect(run.status == 3 && run.rows.count == 1, "\(run.complaint)")
  }
}
