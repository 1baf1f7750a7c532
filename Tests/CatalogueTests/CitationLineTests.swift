import Foundation
import TestSupport
import Testing

@testable import Catalogue

/// Lines that name several texts, and what each line does with them.
@Suite struct CitationLineTests {
  let catalogue: Catalogue

  init() throws {
    catalogue = try Repository.catalogue.get()
  }

  /// The entries that a line rests on; a text that the catalogue lacks is "–", one left open has a question mark.
  private func cited(_ line: String) -> [String] {
    catalogue.citations.citations(in: line).filter { $0.role == .cited || $0.role == .open }.map { text in
      switch text.resolved {
      case .entry(let id): id
      case .ambiguous(let ids): ids.joined(separator: "|") + "?"
      case .otherEdition(let ids): ids.joined(separator: "|") + " (other edition)"
      case .notInCatalogue: "–"
      }
    }
  }

  @Test(arguments: [
    (
      "Luật An ninh mạng số 116/2025/QH15 và Luật An toàn thông tin mạng số 86/2015/QH13",
      ["L-116-2025-QH15", "L-ATTTM-2015"]
    ),
    (
      "Nghị định số 269/2025/NĐ-CP ngày 14/10/2025 + Nghị định số 47/2024/NĐ-CP",
      ["ND-269-2025", "ND-47-2024"]
    ),
    ("Các Nghị định: số 194/2025/NĐ-CP, số 278/2025/NĐ-CP", ["ND-194-2025", "ND-278-2025"]),
    (
      "Nghị định số 194/2025/NĐ-CP ngày 03/7/2025 của Chính phủ\nNghị định số 278/2025/NĐ-CP",
      ["ND-194-2025", "ND-278-2025"]
    ),
    ("TCVN 14423:2026; TCVN 11930:2017", ["TCVN-14423-2026", "TCVN-11930-2017"]),
    (
      "TCVN ISO 37106:2018, 37120:2018 và 37122:2020",
      ["TCVN-ISO-37106-2018", "TCVN-ISO-37120-2018", "TCVN-ISO-37122-2020"]
    ),
    ("Luật CNTT 2006; NQ 36a/NQ-CP; NĐ 64/2007/NĐ-CP", ["L-CNTT-2006", "–", "ND-64-2007"]),
    ("Khung kiến trúc số thành phố Bình Lam, Quyết định số 829/QĐ-BTTTT", ["QD-829-2019-BTTTT"]),
    (
      "Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia",
      ["NQ-57-2024-TW"]
    ),
    ("Luật Quy hoạch đô thị và nông thôn và Luật Dữ liệu", ["L-47-2024-QH15", "L-60-2024-QH15"]),
    ("Luật An ninh mạng (Luật số 24/2018/QH14)", ["L-24-2018"]),
    ("QCVN 102:2016/BTTTT ban hành kèm theo Thông tư số 10/2016/TT-BTTTT", ["QCVN-102-2016-BTTTT"]),
    (
      "Luật TCCQĐP 2015; Luật CNTT 2006; NQ 36a/NQ-CP; NĐ 64/2007/NĐ-CP; QĐ 1819/QĐ-TTg; QĐ 1891/QĐ-UBND 22/8/2016; KH 13/KH-UBND 29/01/2016",
      ["–", "L-CNTT-2006", "–", "ND-64-2007", "–", "–", "–"]
    ),
    (
      "Luật TCCQĐP; Luật CNTT; QĐ 392; QĐ 1819; CT 16/CT-TTg; CT 14/CT-TTg 25/5/2018; QĐ 950; QĐ 1017/QĐ-TTg 14/8/2018; NQ 17",
      ["L-72-2025?", "L-CNTT-2006", "–", "–", "–", "–", "QD-950-2018-TTG", "–", "–"]
    ),
    (
      "Luật Xây dựng 2014, Luật CNTT, NĐ 47/2020/NĐ-CP, QĐ 950, KH 100/KH-UBND 22/6/2020",
      ["L-50-2014", "L-CNTT-2006", "ND-47-2020", "QD-950-2018-TTG", "–"]
    ),
    (
      "Theo đề nghị của Sở Công Thương tại Tờ trình số 298/TTr-SCT ngày 23/10/2025 và Công văn số 2679/SCT-QLTM ngày 07/11/2025.",
      ["–", "–"]
    ),
  ])
  func `every text of a line is cited`(line: String, ids: [String]) {
    #expect(cited(line) == ids)
  }

  @Test(arguments: [
    ("1/ Luật An toàn thông tin mạng năm 2015", ["L-ATTTM-2015"]),
    ("3/ Nghị định số 194/2025/NĐ-CP ngày 03/7/2025", ["ND-194-2025"]),
    ("3- Nghị định số 194/2025/NĐ-CP", ["ND-194-2025"]), ("3-Nghị định 194/2025/NĐ-CP", ["ND-194-2025"]),
    ("2/ NĐ 47/2024/NĐ-CP", ["ND-47-2024"]), ("4/ TCVN 9250:2021", ["TCVN-9250-2021"]),
    ("5 - 47/2024/NĐ-CP", ["ND-47-2024"]),
    ("(1) Luật Dữ liệu; (2) Luật Chuyển đổi số", ["L-60-2024-QH15", "L-148-2025-QH15"]),
    ("1.Luật Dữ liệu", ["L-60-2024-QH15"]),
    ("a) Luật Dữ liệu; b) QĐ 950", ["L-60-2024-QH15", "QD-950-2018-TTG"]),
    ("II/ Luật Dữ liệu", ["L-60-2024-QH15"]), ("- Luật Dữ liệu", ["L-60-2024-QH15"]),
    ("1/2. Luật Dữ liệu số 60/2024/QH15", ["L-60-2024-QH15"]),
  ])
  func `the number of a line is no number of a document`(line: String, ids: [String]) {
    #expect(cited(line) == ids)
  }

  @Test(arguments: [
    ("Thông tư hướng dẫn Nghị định số 278/2025/NĐ-CP", ["–"]),
    ("Nghị định thay thế Nghị định số 47/2024/NĐ-CP", ["–"]), ("Nghị định thay thế 47/2024/NĐ-CP", ["–"]),
    ("Nghị định sửa đổi, bổ sung một số điều của Nghị định số 47/2024/NĐ-CP", ["–"]),
    ("Dự thảo Luật Dữ liệu", ["–"]), ("Dự thảo Nghị định thay thế Nghị định 47/2024/NĐ-CP", ["–"]),
    ("Kế hoạch thực hiện Nghị quyết số 57-NQ/TW", ["–"]),
    ("Văn bản của Bộ Khoa học và Công nghệ hướng dẫn Quyết định số 829/QĐ-BTTTT", ["–"]),
    ("Nghị định số 269/2025/NĐ-CP (thay thế Nghị định số 47/2024/NĐ-CP)", ["ND-269-2025"]),
    ("TCVN 14423:2026 thay thế TCVN 11930:2017", ["TCVN-14423-2026"]),
    (
      "Nghị quyết số 71/NQ-CP ngày 01/4/2025 sửa đổi, bổ sung Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW",
      ["NQ-71-2025-CP"]
    ),
    ("Thông tư hướng dẫn Nghị định số 278/2025/NĐ-CP; Luật Dữ liệu", ["–", "L-60-2024-QH15"]),
    ("Luật Dữ liệu; Thông tư hướng dẫn Nghị định số 278/2025/NĐ-CP", ["L-60-2024-QH15", "–"]),
    ("Luật Dữ liệu và Thông tư hướng dẫn Nghị định số 278/2025/NĐ-CP", ["L-60-2024-QH15", "–"]),
    ("Thông tư hướng dẫn Nghị định số 278/2025/NĐ-CP, Luật Dữ liệu", ["–", "L-60-2024-QH15?"]),
    (
      "Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch đô thị và nông thôn số 144/2025/QH15",
      ["L-144-2025-QH15"]
    ),
    (
      "Chương trình phát triển Chính phủ số ban hành kèm theo Quyết định số 2629/QĐ-TTg", ["QD-2629-2025-TTG"]
    ),
    ("Kế hoạch ban hành kèm theo Quyết định số 2629/QĐ-TTg", ["QD-2629-2025-TTG"]),
    ("khoản 2 Điều 5 Nghị định số 269/2025/NĐ-CP", ["ND-269-2025"]),
    ("Không căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ", []),
    ("thay thế Nghị định số 47/2024/NĐ-CP", []),
  ])
  func `a line rests on the outer text and not on the one that it is about`(line: String, ids: [String]) {
    #expect(cited(line) == ids)
  }

  @Test(arguments: [
    ("Nghị định số 47/2024/NĐ-CP¹", ["ND-47-2024"]), ("Nghị định số 47/2024/NĐ-CP[1]", ["ND-47-2024"]),
    ("Nghị định số 47/2024/NĐ-CP1", ["ND-47-2024"]), ("Nghị định² số 47/2024/NĐ-CP", ["ND-47-2024"]),
    ("Nghị định số 47⁄2024⁄NĐ-CP", ["ND-47-2024"]), ("Nghị định số 47∕2024∕NĐ-CP", ["ND-47-2024"]),
    ("Nghị định số ４７／２０２４／NĐ－CP", ["ND-47-2024"]), ("Nghị định số 47/2024/NĐ -CP", ["ND-47-2024"]),
    ("Nghị định số 47/\n2024/NĐ-\nCP", ["ND-47-2024"]), ("Nghị định số 47/2024/NĐ\u{AD}CP", ["ND-47-2024"]),
    ("Nghị\u{A0}định\u{A0}số\u{A0}47/2024/NĐ-CP", ["ND-47-2024"]),
    ("Ng\u{AD}hị định số 47/2024/NĐ-CP", ["ND-47-2024"]),
    ("Nghị định số 47/2024/NÐ-CP", ["ND-47-2024"]), ("Nghị định số 47/2024/NĐ-СР", ["ND-47-2024"]),
    ("Luật An tòan thông tin mạng số 86/2015/QH13", ["L-ATTTM-2015"]),
    ("Luật An tòan thông tin mạng", ["L-ATTTM-2015"]), ("Luật Chuyẻ̂n đỏ̂i só̂ năm 2025", ["L-148-2025-QH15"]),
    ("Luật Qui hoạch đô thị và nông thôn", ["L-47-2024-QH15"]), ("Nghị quyết số 57-NQ/TƯ", ["NQ-57-2024-TW"]),
  ])
  func `marks and spellings hide no citation`(line: String, ids: [String]) {
    #expect(cited(line) == ids)
  }

  @Test(arguments: [
    ("Nghị định số 269 ngày 14/10/2025", ["ND-269-2025"]),
    ("Nghị định số 194 ngày 03 tháng 7 năm 2025 của Chính phủ", ["ND-194-2025"]),
    ("Nghị định 269 năm 2025", ["ND-269-2025"]), ("Nghị định số 269 ngày 15/10/2025", ["–"]),
    ("Nghị định số 269 ngày 14/10/2024", ["–"]), ("Quyết định số 950 ngày 01/8/2018", ["QD-950-2018-TTG"]),
    ("Quyết định số 950 ngày 01/8/2018 của UBND tỉnh", ["–"]),
    ("Quyết định số 950 năm 2018", ["QD-950-2018-TTG?"]),
    ("Căn cứ Luật Quy hoạch đô thị và nông thôn ngày 26 tháng 11 năm 2024;", ["L-47-2024-QH15"]),
    ("Luật Lưu trữ ngày 21 tháng 6 năm 2024", ["L-33-2024-QH15"]),
    ("Luật Lưu trữ ngày 11 tháng 11 năm 2011", ["–"]),
    ("Nghị định số 356/2025/NĐ-CP có hiệu lực từ ngày 01/01/2026", ["ND-356-2025"]),
  ])
  func `a text without its symbol is found by kind, number and day, a law by title and day`(
    line: String, ids: [String]
  ) {
    #expect(cited(line) == ids)
  }

  @Test(arguments: [
    ("TCVN ISO 37120:2014", ["TCVN-ISO-37120-2018 (other edition)"]),
    ("TCVN 11930:2016", ["TCVN-11930-2017 (other edition)"]), ("QCVN 10:2024/BTTTT", ["–"]),
    ("QCVN 10:2023/BXD", ["QCVN-10-2014-BXD|QCVN-10-2024-BXD (other edition)"]), ("TCVN 99999:2020", ["–"]),
  ])
  func `a standard in another edition is recognised as that`(line: String, ids: [String]) {
    #expect(cited(line) == ids)
  }

  @Test func `a citation is a range of the bytes of the line`() {
    let line =
      "Căn cứ Luật Dữ liệu ngày 30 tháng 11 năm 2024; Nghị định số 269/2025/NĐ-CP ngày 14/10/2025 của Chính phủ;"
    let found = catalogue.citations.citations(in: line)
    #expect(
      found.map(\.printed) == [
        "Luật Dữ liệu ngày 30 tháng 11 năm 2024", "Nghị định số 269/2025/NĐ-CP ngày 14/10/2025",
      ])
    for text in found { #expect(Array(line.utf8)[text.range] == Array(text.printed.utf8)[...]) }
    #expect(String(decoding: Array(line.utf8)[found[1].extent], as: UTF8.self).hasSuffix("của Chính phủ"))
  }

  /// Ways to print an entry so that nothing else is named.
  private static func disguises(_ printed: String) -> [String] {
    [
      "Căn cứ \(printed);", "1/ \(printed)", "3- \(printed)", "(2) \(printed)", "a) \(printed).",
      "- \(printed)",
      printed + "¹", printed + "[1]", printed.replacing("/", with: "\u{2044}"),
      printed.replacing(" ", with: "\u{A0}"),
      printed.replacing("-", with: " -"), printed.replacing("/", with: "/\n"),
      printed.decomposedStringWithCanonicalMapping, printed.replacing("Đ", with: "\u{D0}"),
      "\(printed) và Nghị định số 9999/2025/NĐ-CP", "Nghị định số 9999/2025/NĐ-CP; \(printed)",
      "\(printed) (thay thế Nghị định số 9998/2024/NĐ-CP)", printed.uppercased(),
    ]
  }

  @Test func `an entry printed in any way is itself or left open, and never another entry`() {
    // A bare 24/2018 does not say whether a law, a decree or a circular is meant.
    let numbers = catalogue.instruments.compactMap { entry in entry.number.map { (entry.id, $0) } }
      .filter { $0.1.contains(where: \.isLetter) }
    let names = catalogue.instruments.flatMap { entry in entry.names.map { (entry.id, $0) } }
    let standards = catalogue.standards.map { ($0.id, $0.number) }
    for (id, printed) in numbers + names + standards where printed.unicodeScalars.count > 4 {
      for line in [printed] + Self.disguises(printed) {
        let texts = catalogue.citations.citations(in: line).filter { $0.role == .cited || $0.role == .open }
        let found = texts.contains { text in
          switch text.resolved {
          case .entry(let other): other == id
          case .ambiguous(let ids): ids.contains(id)
          default: false
          }
        }
        #expect(found, "\(line): \(cited(line)), not \(id)")
        let others = texts.filter { if case .entry(let other) = $0.citation { other != id } else { false } }
        #expect(others.isEmpty, "\(line): \(others.map(\.citation)), not \(id)")
      }
    }
  }

  @Test func `a text about an entry rests on no entry`() {
    for entry in catalogue.instruments where entry.kind == .decree || entry.kind == .law {
      guard let number = entry.number else { continue }
      let name = entry.kind == .law ? "Luật số \(number)" : "Nghị định số \(number)"
      for line in [
        "Thông tư hướng dẫn \(name)", "Nghị định thay thế \(name)", "Nghị định sửa đổi, bổ sung \(name)",
        "Nghị định quy định chi tiết một số điều của \(name)", "Dự thảo Nghị định thay thế \(name)",
        "Nghị định số 9999/2027/NĐ-CP bãi bỏ \(name)", "Kế hoạch triển khai thi hành \(name)",
      ] {
        #expect(cited(line) == ["–"], "\(line)")
      }
    }
  }

  @Test func `the table of kinds names every kind of the catalogue and which of them decide`() {
    let rows = InstrumentKinds.known.rows
    #expect(Set(rows.compactMap(\.kind)) == Set(Instrument.Kind.allCases))
    for decision in [
      "117/QĐ-UBND", "Quyết định số 12/QĐ-UBND ngày 1/1/2026", "05/NQ-HĐND", "Nghị quyết số 27/NQ-HĐND",
    ] {
      #expect(InstrumentKinds.namesDecision(decision), "\(decision)")
    }
    for other in [
      "Tờ trình số 12/TTr-SXD", "Dự thảo lần 2", "…/QĐ-UBND", "Quyết định số ……/QĐ-UBND ngày …/…/2026",
      "2026",
      "Dự kiến 2030", "Dự thảo Quyết định số 12/QĐ-UBND", "Quyết định số    /QĐ-UBND ngày 12/02/2026",
      "Công văn số 58/BTTTT-KHCN", "Sẽ ban hành trong năm 2027", "Quyết định ngày 12/02/2026",
    ] {
      #expect(!InstrumentKinds.namesDecision(other), "\(other)")
    }
  }
}
