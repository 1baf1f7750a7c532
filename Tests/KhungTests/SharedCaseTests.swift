import Foundation
import TestSupport
import Testing

/// The cases from bug reports and attacks, which stand beside the checkout. Each says in its first comment what is
/// right.
@Suite struct SharedCaseTests {
  private static let folders = [
    "journal-that-is-believed", "lists", "rounds", "submissions-left-out", "messages",
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

  @Test func `a byte-order mark before a list is no part of it`() throws {
    guard let cases = Self.cases else {
      return print("skipped: the shared cases are not here (KHUNG_JUDGES)")
    }
    let list = cases.appending(path: "lists/a-byte-order-mark-before-a-list-is-not-part-of-it.ndjson")
    let run = try Launch.khung(["review", "-"], input: try Data(contentsOf: list))
    #expect(run.status == 3 && run.rows.count == 1, "\(run.complaint)")
  }
}
