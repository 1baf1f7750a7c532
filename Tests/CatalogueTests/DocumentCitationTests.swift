import Foundation
import TestSupport
import Testing

@testable import Catalogue

/// The legal bases of real documents, which stand beside the checkout: what each line cites was read by a person before
/// the program was asked.
@Suite struct DocumentCitationTests {
  /// Document, then for each line "Căn cứ …" the numbers or titles that it cites; an entry of the catalogue after "=".
  private static let read: [(document: String, lines: [[String]])] = [
    (
      "dong-nai-2025-ke-hoach-kinh-te-so",
      [
        ["Luật Tổ chức Chính quyền địa phương=L-72-2025"], ["57-NQ/TW=NQ-57-2024-TW"],
        ["71/NQ-CP=NQ-71-2025-CP"],
        ["411/QĐ-TTg"], ["92/KH-UBND"],
      ]
    ),
    (
      "dong-thap-2025-ke-hoach-doi-moi-cong-nghe",
      [["57-NQ/TW=NQ-57-2024-TW", "71/NQ-CP=NQ-71-2025-CP", "10- CTr/TU", "30-TB/TGV", "283/KH-UBND"]]
    ),
    (
      "son-la-2025-quyet-dinh-ke-hoach-xuat-khau",
      [["Luật Tổ chức chính quyền địa phương=L-72-2025"], ["493/QĐ-TTg"]]
    ),
    (
      "tp-hcm-2025-quyet-dinh-ke-hoach-rui-ro-thien-tai",
      [
        ["Luật Tổ chức Chính quyền địa phương=L-72-2025"], ["Luật Phòng, chống thiên tai"],
        ["Luật Sửa đổi, bổ sung"],
        ["Luật Phòng thủ dân sự"], ["42-CT/TW"], ["66/2021/NĐ-CP"], ["78/2021/NĐ-CP"], ["63/2025/NĐ-CP"],
        ["131/2025/NĐ-CP"], ["200/2025/NĐ-CP"], ["379/QĐ-TTg"], ["553/QĐ-TTg"],
      ]
    ),
    (
      "ttg-2025-quyet-dinh-chuong-trinh-chinh-phu-so",
      [
        ["Luật Tổ chức Chính phủ=L-63-2025"], ["Luật Giao dịch điện tử=L-20-2023-QH15"],
        ["Luật Dữ liệu=L-60-2024-QH15"],
        ["57-NQ/TW=NQ-57-2024-TW"], ["71/NQ-CP=NQ-71-2025-CP"], ["214/NQ-CP=NQ-214-2025-CP"],
      ]
    ),
    (
      "ttg-2025-quyet-dinh-ke-hoach-moi-truong-khong-khi",
      [
        ["Luật Tổ chức Chính phủ=L-63-2025"], ["Luật Bảo vệ môi trường"], ["35/2025/NĐ-CP"],
        ["08/2022/NĐ-CP"],
        ["05/2025/NĐ-CP"], ["01/NQ-CP"], ["611/QĐ-TTg"], ["450/QĐ-TTg"],
      ]
    ),
  ]

  @Test func `the texts that real documents rest on are those that a reader finds`() throws {
    guard let judges = Repository.judges() else {
      return print("skipped: the shared documents are not here (KHUNG_JUDGES)")
    }
    let folder = judges.deletingLastPathComponent().appending(path: "documents")
    let catalogue = try Repository.catalogue.get()
    var (wanted, found, right) = (0, 0, 0)
    for (document, lines) in Self.read {
      let text = try String(contentsOf: folder.appending(path: document + ".md"), encoding: .utf8)
      let bases = Self.bases(text)
      #expect(bases.count == lines.count, "\(document): \(bases)")
      for (line, expected) in zip(bases, lines) {
        let cited = catalogue.citations.citations(in: line).filter { $0.role == .cited }
        wanted += expected.count
        found += cited.count
        #expect(cited.count == expected.count, "\(line): \(cited.map(\.printed))")
        for (citation, text) in zip(cited, expected) {
          let parts = text.split(separator: "=").map(String.init)
          let isRight =
            Self.plain(citation.printed).contains(Self.plain(parts[0]))
            && citation.citation == (parts.count > 1 ? .entry(parts[1]) : .notInCatalogue)
          if isRight { right += 1 }
          #expect(isRight, "\(line): \(citation.printed) is \(citation.citation), not \(text)")
        }
      }
    }
    print("real bases: \(wanted) texts read, \(found) found, \(right) right")
  }

  private static func plain(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ").lowercased()
  }

  /// The paragraphs that begin with "Căn cứ" and end a text's name, unwrapped.
  private static func bases(_ text: String) -> [String] {
    var result: [String] = []
    var open: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(120) {
      let bare = line.trimmingPrefix { $0 == "*" || $0 == " " }
      if bare.starts(with: "Căn cứ ") || line.isEmpty {
        if !open.isEmpty { result.append(open.joined(separator: "\n")) }
        open = bare.starts(with: "Căn cứ ") ? [bare] : []
      } else if bare.starts(with: "Theo ") || line.starts(with: "**") {
        if !open.isEmpty { result.append(open.joined(separator: "\n")) }
        open = []
      } else if !open.isEmpty {
        open.append(bare)
      }
    }
    return result.map { $0.replacing("*", with: "") }
  }
}
