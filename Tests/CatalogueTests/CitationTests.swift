import Foundation
import Source
import TestSupport
import Testing
import XML

@testable import Catalogue

/// Printed citations and what they mean.
@Suite struct CitationTests {
  let catalogue: Catalogue

  init() throws {
    catalogue = try Repository.catalogue.get()
  }

  @Test(
    arguments: [
      ("Quyết định số 950/QĐ-TTg ngày 01/8/2018 của Thủ tướng Chính phủ", "QD-950-2018-TTG"),
      ("950/QĐ-TTg", "QD-950-2018-TTG"),
      ("QĐ 950/QĐ-TTg", "QD-950-2018-TTG"),
      ("QĐ 950", "QD-950-2018-TTG"),
      (
        "Nghị định số 269/2025/NĐ-CP ngày 14 tháng 10 năm 2025 về phát triển đô thị thông minh", "ND-269-2025"
      ),
      ("NĐ 269/2025", "ND-269-2025"),
      ("Nghị quyết số 57–NQ/TW ngày 22/12/2024", "NQ-57-2024-TW"),
      ("Nghị quyết 71 / NQ-CP ngày 01/4/2025", "NQ-71-2025-CP"),
      ("Công văn số 58/BTTTT‑KHCN ngày 11/01/2018", "CV-58-2018-BTTTT-KHCN"),
      ("Luật Dữ liệu số 60/2024/QH15", "L-60-2024-QH15"),
      ("Luật An ninh mạng số 24/2018/QH14", "L-24-2018"),
      ("Luật An ninh mạng số 116/2025/QH15 ngày 10/12/2025", "L-116-2025-QH15"),
      ("Luật Công nghệ thông tin năm 2006", "L-CNTT-2006"),
      ("Luật CNTT 2006", "L-CNTT-2006"),
      ("Luật Bảo vệ dữ liệu cá nhân năm 2025, được Quốc hội thông qua ngày 26/6/2025", "L-BVDLCN-2025"),
      ("TCVN ISO 37106 : 2018", "TCVN-ISO-37106-2018"),
      ("Tiêu chuẩn quốc gia TCVN ISO/IEC 27001:2019", "TCVN-ISO-IEC-27001-2019"),
      ("QCVN 102:2016/BTTTT/SĐ1:2022", "QCVN-102-2016-BTTTT-SD1-2022"),
      ("Sửa đổi 1:2022 QCVN 102:2016/BTTTT", "QCVN-102-2016-BTTTT-SD1-2022"),
      ("QCVN 102:2016/BTTTT", "QCVN-102-2016-BTTTT"),
      ("QCVN 10:2024/BXD về xây dựng công trình đảm bảo tiếp cận sử dụng", "QCVN-10-2024-BXD"),
      ("QCVN 10:2025/BCA", "QCVN-10-2025-BCA"), ("269/2025/ND-CP", "ND-269-2025"),
      ("TCVN 11930-2017", "TCVN-11930-2017"), ("71/NQ-CP năm 2025", "NQ-71-2025-CP"),
    ])
  func `a citation is found as plans print it`(printed: String, id: String) {
    #expect(catalogue.citations.resolve(printed) == .entry(id))
  }

  @Test(
    arguments: [
      "Quyết định số 950/QĐ-TTg ngày 01/8/2019", "Quyết định 950/QĐ-UBND ngày 01/8/2018", "951/QĐ-TTg",
      "Nghị định 269/2024/NĐ-CP", "269/2025/TT-BXD", "QCVN 102:2016/BTTTT/SĐ2:2023", "ISO 37106:2018",
      "Luật Đất đai 2024", "giai đoạn 2018-2025",
      "ngày 01/8/2018", "", "71/NQ-CP năm 2019 về giáo dục",
      "Nghị định số 357/2025/NĐ-CP quy định chi tiết Luật Bảo vệ dữ liệu cá nhân năm 2025",
      "Nghị định 65/2007/NĐ-CP hướng dẫn Luật CNTT 2006", "Kế hoạch 13/KH-UBND ngày 29/01/2016",
    ])
  func `a neighbour of an entry is another text`(printed: String) {
    #expect(catalogue.citations.resolve(printed) == .notInCatalogue)
  }

  @Test(
    arguments: [
      ("Luật Dữ liệu năm 2024", "L-60-2024-QH15"), ("Luật Dữ liệu (2024)", "L-60-2024-QH15"),
      ("Luật Dữ liệu ngày 30 tháng 11 năm 2024", "L-60-2024-QH15"),
      ("Luật CNTT ngày 29/6/2006", "L-CNTT-2006"),
      ("Luật Bảo vệ dữ liệu cá nhân áp dụng từ năm 2026", "L-BVDLCN-2025"),
      ("Luật Tổ chức chính quyền địa phương năm 2025", "L-72-2025"),
      ("Luật TCCQĐP 2025", "L-72-2025"),
    ])
  func `a law named without a year in its alias takes its own year`(printed: String, id: String) {
    #expect(catalogue.citations.resolve(printed) == .entry(id))
  }

  @Test(
    arguments: [
      "Luật Dữ liệu năm 2019", "Luật Dữ liệu 2019", "Luật Dữ liệu (2019)", "Luật Dữ liệu ngày 19/6/2019",
      "Luật Dữ liệu ngày 19 tháng 6 năm 2019", "Luật CNTT năm 2016", "Luật An toàn thông tin mạng 2019",
      "Luật Tổ chức chính quyền địa phương năm 2015", "Luật TCCQĐP ngày 19/6/2015",
    ])
  func `a law named without a year in its alias takes no other year`(printed: String) {
    #expect(catalogue.citations.resolve(printed) == .notInCatalogue)
  }

  @Test(
    arguments: [
      ("634/QĐ-UBND", ["QD-634-2024-NGHEAN"]), ("TCVN 14423", ["TCVN-14423-2025", "TCVN-14423-2026"]),
    ])
  func `a print that leaves the text open is ambiguous`(printed: String, candidates: [String]) {
    #expect(catalogue.citations.resolve(printed) == .ambiguous(candidates))
  }

  @Test func `a provincial decision is found by its number and its date together`() {
    #expect(
      catalogue.citations.resolve("Quyết định 634/QĐ-UBND ngày 22/3/2024") == .entry("QD-634-2024-NGHEAN"))
  }

  /// Ten ways to print the same citation.
  private func variants(_ number: String, kind: String, short: String, date: CalendarDate?) -> [String] {
    let on = date.map { " ngày \($0.day)/\($0.month)/\($0.year)" } ?? ""
    return [
      number + on, "\(kind) số \(number)\(on)", "\(kind) \(number)\(on) của cơ quan có thẩm quyền",
      "\(short) \(number)\(on)", "\(kind) số: \(number)\(on)", number.lowercased() + on,
      (kind + " " + number + on).decomposedStringWithCanonicalMapping,
      (kind + " " + number + on).precomposedStringWithCanonicalMapping,
      "\(kind) " + number.replacing("/", with: " / ").replacing("-", with: "–") + on,
      "\(kind)\u{A0}số\u{A0}" + number.replacing("-", with: "\u{2011}") + on, "  \(number)\(on);",
    ]
  }

  private static let names: [Instrument.Kind: (String, String)] = [
    .law: ("Luật", "Luật"), .resolution: ("Nghị quyết", "NQ"), .decree: ("Nghị định", "NĐ"),
    .decision: ("Quyết định", "QĐ"), .circular: ("Thông tư", "TT"), .dispatch: ("Công văn", "CV"),
    .directive: ("Chỉ thị", "CT"), .conclusion: ("Kết luận", "KL"), .announcement: ("Thông báo", "TB"),
    .plan: ("Kế hoạch", "KH"),
  ]

  @Test func `every instrument is found from ten printed variants of itself`() throws {
    for instrument in catalogue.instruments {
      guard let number = instrument.number else { continue }
      let (kind, short) = try #require(Self.names[instrument.kind])
      for printed in variants(number, kind: kind, short: short, date: instrument.life.issued) {
        let found = catalogue.citations.resolve(printed)
        // A bare 24/2018 does not say whether a law, a decree or a circular is meant.
        let isBare = !number.contains(where: \.isLetter) && !printed.contains(where: \.isLetter)
        let isOpen = isBare || number.hasSuffix("UBND") && instrument.life.issued == nil
        #expect(
          found == .entry(instrument.id) || (isOpen && found.mayBe(instrument.id)),
          "\(printed) → \(found), not \(instrument.id)")
      }
    }
  }

  @Test func `every standard is found from printed variants of itself`() {
    for standard in catalogue.standards {
      let number = standard.number
      let variants = [
        number, "Tiêu chuẩn quốc gia \(number)", "tiêu chuẩn \(number) về đô thị", number.lowercased(),
        number.replacing(":", with: " : "), number.replacing("/", with: " / "), "  \(number). ",
        number.replacing(" ", with: "\u{A0}"), number.decomposedStringWithCanonicalMapping,
        number.replacing("-", with: "–"), "\(number) (\(standard.title.vietnamese ?? ""))",
      ]
      for printed in variants {
        #expect(catalogue.citations.resolve(printed) == .entry(standard.id), "\(printed), not \(standard.id)")
      }
    }
  }

  @Test func `a number of another year is never found`() {
    for instrument in catalogue.instruments {
      guard let number = instrument.number, let issued = instrument.life.issued else { continue }
      let printed = "\(number) ngày \(issued.day)/\(issued.month)/\(issued.year + 1)"
      #expect(catalogue.citations.resolve(printed) != .entry(instrument.id), "\(printed)")
    }
    for standard in catalogue.standards {
      guard let year = standard.year else { continue }
      let printed = standard.number.replacing(":\(year)", with: ":\(year - 40)")
      #expect(catalogue.citations.resolve(printed) != .entry(standard.id), "\(printed)")
    }
  }
}

extension Citation {
  fileprivate func mayBe(_ id: String) -> Bool {
    if case .ambiguous(let candidates) = self { return candidates.contains(id) }
    return false
  }
}
