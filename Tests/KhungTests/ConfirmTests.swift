import Foundation
import TestSupport
import Testing

/// `khung confirm`: a person's word on a reading, and the whole way from the city's document to a conclusion.
@Suite struct ConfirmTests {
  /// A folder with the draft of Bình Lam and the plan that a machine reads in it.
  private final class Desk {
    let folder: URL
    var plan: String { folder.path + "/plan.xml" }
    var document: String { folder.path + "/binh-lam-draft.docx" }

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "khung-confirm-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: "Examples/documents/binh-lam-draft.docx"),
        to: URL(filePath: document))
      let run = try khung(["read", "--format", "plan", document, "-o", plan])
      try #require(run.status == 0, "\(run.complaint)")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func khung(_ arguments: [String]) throws -> Launch.Run {
      try Launch.run(
        [Launch.khung.path] + arguments, environment: ["PATH": "/usr/bin:/bin", "KHUNG_LANG": "vi"])
    }

    func confirm(_ arguments: [String], role: String = "Sở Xây dựng, trưởng phòng") throws -> Launch.Run {
      try khung(["confirm", plan, "--role", role, "-o", plan] + arguments)
    }

    var text: String { get throws { try String(contentsOfFile: plan, encoding: .utf8) } }

    /// The id of the first thing whose words hold these.
    func id(_ words: String) throws -> String {
      let line = try #require(try text.split(separator: "\n").first { $0.contains(words) })
      return String(try #require(line.firstMatch(of: /id="(f[0-9]+)"/)).1)
    }

    func report() throws -> [String: Any] {
      let run = try khung(["check", "--format", "json", "--as-of", "2026-11-23", plan])
      let json = try JSONSerialization.jsonObject(with: run.output)
      return try #require(
        ((json as? [String: Any])?["reports"] as? [[String: Any]])?.first ?? json as? [String: Any])
    }
  }

  @Test func `a word on a fact and on a section is kept with role and day`() throws {
    let desk = try Desk()
    let fact = try desk.id("Luật Dữ liệu")
    let run = try desk.confirm([
      "--section", "identity=whole", "--fact", "\(fact)=right", "--day", "2026-11-24",
    ])
    #expect(run.status == 0, "\(run.complaint)")
    let text = try desk.text
    #expect(text.contains(#"<identity coverage="complete""#))
    #expect(
      text.contains(
        "<confirmation fact=\"\(fact)\" as=\"right\" role=\"Sở Xây dựng, trưởng phòng\" on=\"2026-11-24\"/>"))
  }

  @Test func `what is wrong is taken out, and what it was is kept`() throws {
    let desk = try Desk()
    let fact = try desk.id("An ninh mạng ngày 12 tháng 6 năm 2018")
    #expect(try desk.confirm(["--fact", "\(fact)=wrong"]).status == 0)
    let text = try desk.text
    #expect(!text.contains("id=\"\(fact)\""))
    #expect(
      text.contains("fact=\"\(fact)\" as=\"wrong\"") && text.contains("read=\"Luật An ninh mạng ngày 12"))
    let again = try desk.confirm(["--fact", "\(fact)=right"])
    #expect(again.status == 64 && again.complaint.contains("đã bị bỏ ngày"))
  }

  @Test func `other words stand in place of those read`() throws {
    let desk = try Desk()
    let fact = try desk.id("An ninh mạng ngày 12 tháng 6 năm 2018")
    #expect(try desk.confirm(["--fact", "\(fact)=instead:Luật An ninh mạng số 116/2025/QH15"]).status == 0)
    let text = try desk.text
    #expect(text.contains(">Luật An ninh mạng số 116/2025/QH15</legal-basis>"))
    #expect(text.contains("as=\"instead\"") && text.contains("read=\"Luật An ninh mạng ngày 12"))
  }

  @Test func `everything that is wrong with a call is said at once, and nothing is written`() throws {
    let desk = try Desk()
    let before = try desk.text
    let fact = try desk.id("Luật Dữ liệu")
    let run = try desk.confirm(
      [
        "--section", "legal-basis=whole", "--fact", "f9999=right", "--fact", "\(fact)=right", "--fact",
        "\(fact)=wrong", "--day", "2099-01-01", "--fact", "f1=maybe", "--section", "maturity=right",
      ], role: " ")
    #expect(run.status == 64)
    for words in [
      "không có mục nào tên là legal-basis", "ý bạn là legal-bases", "f9999", "mâu thuẫn", "còn chưa đến",
      "f1=maybe", "--role trống", "maturity=whole",
    ] {
      #expect(run.complaint.contains(words) || words == "ý bạn là legal-bases", "\(words): \(run.complaint)")
    }
    #expect(run.complaint.contains("legal-bases"))
    #expect(try desk.text == before)
  }

  @Test func `a reading of a document that has changed since cannot be confirmed`() throws {
    let desk = try Desk()
    var bytes = try Data(contentsOf: URL(filePath: desk.document))
    bytes.append(0)
    try bytes.write(to: URL(filePath: desk.document))
    let run = try desk.confirm(["--section", "identity=whole"])
    #expect(run.status == 64 && run.complaint.contains("đã thay đổi từ khi máy đọc"))
    try FileManager.default.removeItem(atPath: desk.document)
    let missing = try desk.confirm(["--section", "identity=whole"])
    #expect(missing.status == 64 && missing.complaint.contains("--manuscript"))
  }

  @Test func `what no machine read has nothing to confirm`() throws {
    let desk = try Desk()
    let run = try desk.khung(
      ["confirm", "Examples/binh-lam-complete.xml", "--role", "x", "--section", "identity=whole"])
    #expect(run.status == 64 && run.complaint.contains("không phải là bản đọc"))
  }

  @Test
  func `from the document to a conclusion: as long as something is unconfirmed a plan is incomplete at best`()
    throws
  {
    let desk = try Desk()
    func notices() throws -> String { String(describing: try desk.report()["notices"] ?? "") }
    #expect(try notices().contains("unconfirmed-reading"))
    // All sections but one.
    let all = try desk.text.matches(of: /\n  <([a-z-]+) coverage/).map { String($0.1) }
    let words = all.dropLast().flatMap { ["--section", "\($0)=right"] }
    #expect(try desk.confirm(words).complaint.contains("Còn 1 mục"))
    #expect(try notices().contains("unconfirmed-reading"))
    let last = try desk.confirm(["--section", "\(all.last!)=right"])
    #expect(last.status == 0 && last.complaint.contains("Mọi mục"))
    // Who said so stands in the report.
    #expect(try notices().contains("confirmed-reading") && notices().contains("Sở Xây dựng, trưởng phòng"))
    #expect(try !notices().contains("unconfirmed-reading"))
  }

  @Test func `a section said to be whole proves what is not in it`() throws {
    let desk = try Desk()
    func verdict(_ id: String) throws -> String {
      let run = try desk.khung(["check", "--format", "csv", "--as-of", "2026-11-23", desk.plan])
      return try #require(run.text.split(separator: "\n").first { $0.contains(id) }.map(String.init))
    }
    let before = try desk.report()
    #expect(try desk.confirm(["--section", "all=whole"]).status == 0)
    let after = try desk.report()
    func count(_ report: [String: Any], _ verdict: String) -> Int {
      (report["findings"] as? [[String: Any]] ?? []).count { $0["verdict"] as? String == verdict }
    }
    #expect(count(before, "unknown") > 0)
    #expect(count(after, "unknown") < count(before, "unknown"))
    #expect(count(after, "gap") > count(before, "gap"))
  }
}
