import Annotating
import Archives
import Compliance
import Foundation
import Intake
import Judging
import Languages
import Manuscript
import Phrasing
import Recognition
import Source
import TestSupport

/// Reads, judges and annotates by the rules inside the program.
struct Annotations {
  let rules: RuleBook
  let intake: Intake

  init() throws {
    rules = try RuleBook(
      RuleBookSources(), stage: nil,
      day: RuleBook.DayPolicy(named: nil, today: CalendarDate(year: 2026, month: 11, day: 27)!))
    intake = try Intake(rules.catalogue, vocabulary: rules.contract.vocabulary)
  }

  static let shared = Result { try Annotations() }

  struct Outcome {
    let bytes: [UInt8]
    let remarks: Remarks
    let reading: Reading
    let notices: [AnnotatedFile.Notice]
  }

  static func annotate(
    _ bytes: [UInt8], language: Language = .vietnamese, onlyMandatory: Bool = false, limit: Int = 2_000
  ) throws -> Outcome {
    let made = try shared.get()
    let reading = try made.intake.read(bytes, named: "thử")
    let report = try Judge(made.rules).report(on: made.intake.plan(of: reading))
    let remarks = Remarks(
      report, of: reading, spans: made.intake.sections(of: reading),
      phrasing: Phrasing(
        language, catalogue: made.rules.catalogue, vocabulary: made.rules.contract.vocabulary),
      onlyMandatory: onlyMandatory, limit: limit)
    let file = try Annotator().annotated(
      bytes, of: reading.manuscript, with: remarks.list, day: report.asOf.date)
    return Outcome(bytes: file.bytes, remarks: remarks, reading: reading, notices: file.notices)
  }

  /// The parts of a container by name.
  static func parts(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
    try Container(bytes, source: "thử", limits: Limits().manuscript) { _ in true }.parts
  }

  static func text(_ bytes: [UInt8], _ part: String) throws -> String {
    String(decoding: try parts(bytes)[part] ?? [], as: UTF8.self)
  }
}

/// A draft of an invented city, with what real files have: a letterhead table, a dead basis, a task table, a text box, a
/// note, a content control, tracked changes.
enum InventedDraft {
  static let deadBasis = "Căn cứ Luật An ninh mạng ngày 12 tháng 6 năm 2018;"

  static func file(_ change: (inout WordFile) -> Void = { _ in }) -> WordFile {
    let box =
      "<w:p>" + WordFile.run("Khung bên lề.")
      + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>"
      + WordFile.paragraph("Chữ trong hộp.")
      + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
    let control =
      "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>"
      + WordFile.paragraph("Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị;")
      + "</w:sdtContent></w:sdt>"
    let tracked =
      "<w:p><w:del w:id=\"90\" w:author=\"A\"><w:r><w:delText>Cũ</w:delText></w:r></w:del>"
      + "<w:ins w:id=\"91\" w:author=\"A\">" + WordFile.run("100% trường học có kết nối băng rộng.")
      + "</w:ins></w:p>"
    let note =
      "<w:p>" + WordFile.run("Chưa có phương án sao lưu dữ liệu định kỳ")
      + "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
    var file = WordFile(
      WordFile.table([
        [
          "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG",
          "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        ], ["Số:      /KH-UBND", "Đà Nẵng, ngày      tháng      năm 2026"],
      ]) + WordFile.centred("KẾ HOẠCH")
        + WordFile.centred("PHÁT TRIỂN ĐÔ THỊ THÔNG MINH GIAI ĐOẠN 2026 - 2030")
        + WordFile.paragraph(deadBasis) + control + WordFile.paragraph("I. MỤC TIÊU ĐẾN NĂM 2030", bold: true)
        + WordFile.paragraph("1. Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 90%;") + tracked
        + WordFile.paragraph("II. NHIỆM VỤ, GIẢI PHÁP", bold: true)
        + WordFile.paragraph("1. Bảo đảm an ninh mạng", bold: true) + note + box
        + WordFile.paragraph("III. TỔ CHỨC THỰC HIỆN", bold: true)
        + WordFile.paragraph("1. Sở Khoa học và Công nghệ: Chủ trì triển khai.", bold: true)
        + WordFile.table([
          ["STT", "Nhiệm vụ, giải pháp", "Cơ quan chủ trì", "Thời gian thực hiện"],
          ["1", "Xây dựng kho dữ liệu dùng chung", "Sở Khoa học và Công nghệ", "2027"],
        ]) + "<w:p/><w:sectPr/>")
    file.footnotes =
      "<w:footnote w:id=\"2\">"
      + WordFile.paragraph("Theo Quyết định số 950/QĐ-TTg ngày 01/8/2018.") + "</w:footnote>"
    change(&file)
    return file
  }
}
