import Foundation
import TestSupport
import Testing

/// `--together`: decision, scheme and annexes are one submission.
@Suite struct SubmissionTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "khung-together-\(UUID().uuidString)/ho-so")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let decision = WordFile(
      WordFile.table([
        [
          "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG",
          "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        ],
        ["Số: 12/QĐ-UBND", "Đà Nẵng, ngày 05 tháng 03 năm 2026"],
      ]) + WordFile.centred("QUYẾT ĐỊNH")
        + WordFile.centred("Về việc phê duyệt Đề án phát triển đô thị thông minh")
        + WordFile.paragraph("Căn cứ Luật Dữ liệu ngày 30 tháng 11 năm 2024;")
        + WordFile.paragraph("Điều 1. Phê duyệt Đề án kèm theo Quyết định này.", bold: true))
    let scheme = WordFile(
      WordFile.centred("ĐỀ ÁN") + WordFile.centred("Phát triển đô thị thông minh giai đoạn 2026 - 2030")
        + WordFile.paragraph("I. MỤC TIÊU ĐẾN NĂM 2030", bold: true)
        + WordFile.paragraph("1. Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 90%;"))
    let annex = WordFile(
      WordFile.centred("PHỤ LỤC") + WordFile.centred("DANH MỤC CÁC NHIỆM VỤ")
        + WordFile.table([
          ["STT", "Nhiệm vụ, giải pháp", "Cơ quan chủ trì", "Thời gian thực hiện"],
          ["1", "Xây dựng kho dữ liệu dùng chung", "Sở Khoa học và Công nghệ", "2027"],
        ]))
    for (name, file) in [("1 quyết định", decision), ("2 đề án", scheme), ("3 phụ lục", annex)] {
      try Data(file.bytes).write(to: folder.appending(path: name + ".docx"))
    }
  }

  private func khung(_ arguments: [String]) throws -> Launch.Run {
    try Launch.run(
      [Launch.khung.path] + arguments, environment: ["PATH": "/usr/bin:/bin", "KHUNG_LANG": "vi"])
  }

  @Test func `number from the decision, objectives from the scheme, tasks from the annex make one plan`()
    throws
  {
    let run = try khung(["read", "--together", "--format", "plan", folder.path])
    #expect(run.status == 0, "\(run.complaint)")
    for words in [
      "<number>12/QĐ-UBND</number>", "<name>Tỷ lệ hồ sơ trực tuyến</name>", "Xây dựng kho dữ liệu dùng chung",
      "Luật Dữ liệu ngày 30 tháng 11 năm 2024", "stage=\"approved\"",
    ] {
      #expect(run.text.contains(words), "\(words)")
    }
    // Places name the part.
    #expect(run.text.contains("at=\"tệp 3 phụ lục.docx, "))
    #expect(run.text.contains("at=\"tệp 1 quyết định.docx, "))
  }

  @Test func `files named one by one are the same submission as their folder`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      folder.path + "/" + $0
    }
    func facts(_ run: Launch.Run) throws -> (facts: NSArray, digest: String) {
      let json = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
      return (json["facts"] as! NSArray, json["sha256"] as! String)
    }
    let one = try facts(khung(["read", "--together", "--format", "json"] + files))
    let other = try facts(khung(["read", "--together", "--format", "json", folder.path]))
    #expect(one.facts == other.facts && one.digest == other.digest)
    // Anybody can work the digest out.
    let sums = try Launch.run(["sh", "-c", "cd '\(folder.path)' && sha256sum * | sha256sum"])
    #expect(sums.text.hasPrefix(one.digest))
  }

  @Test func `a submission is judged as one plan`() throws {
    let run = try khung(["check", "--together", "--format", "json", folder.path])
    #expect([1, 3].contains(run.status), "\(run.complaint)")
    #expect(run.text.contains("12/QĐ-UBND"))
  }

  @Test func `a part that cannot be read refuses the submission: nobody knows what was left out`() throws {
    try Data("<html></html>".utf8).write(to: folder.appending(path: "4.docx"))
    let run = try khung(["check", "--together", folder.path])
    #expect(run.status == 2 && run.complaint.contains("4.docx"))
  }

  @Test func `an empty folder is no submission`() throws {
    let empty = folder.deletingLastPathComponent().appending(path: "empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    let run = try khung(["check", "--together", empty.path])
    #expect(run.status == 2 && run.complaint.contains("không có tệp nào"))
  }

  @Test func `a submission that was read together is confirmed together`() throws {
    let plan = folder.deletingLastPathComponent().path + "/plan.xml"
    #expect(try khung(["read", "--together", "--format", "plan", folder.path, "-o", plan]).status == 0)
    let run = try khung([
      "confirm", plan, "--role", "Sở Xây dựng", "--section", "identity=whole", "--manuscript", folder.path,
      "-o", plan,
    ])
    #expect(run.status == 0, "\(run.complaint)")
  }
}
