import Foundation
import Source
import TestSupport
import Testing

@testable import Catalogue
@testable import Compliance
@testable import MasterPlan

/// Words that a careless or a cunning city could put under a label so that a criterion looks met. Each is answered by
/// unknown or a gap; honest words beside them stay met.
@Suite struct CarelessCityTests {
  private static func verdict(_ words: String) throws -> Verdict {
    let text = """
      <master-plan xmlns="\(MasterPlan.namespace)" coverage="complete">
        <identity coverage="complete" kind="scheme" stage="draft"><title>Đề án phát triển đô thị thông minh</title>
        <period from="2026" to="2030"/></identity>
        <city coverage="complete" level="centrally-run-city"><name>thành phố Bình Lam</name></city>
        <security coverage="complete">
          <statement topic="security-by-design">An toàn ngay từ khâu thiết kế.</statement>
          <statement topic="zero-trust">\(words)</statement>
        </security>
      </master-plan>
      """
    let report = try Repository.check().report(
      on: Repository.plan(text: text), asOf: AsOf(date: day("2026-11-23"), why: .named))
    return try #require(report.findings.first { $0.criterion.id == "C-SEC-01" }).verdict
  }

  @Test(arguments: [
    // Questions.
    "Có áp dụng mô hình không tin cậy, luôn xác minh cho mọi hệ thống hay không?",
    "Áp dụng mô hình không tin cậy, luôn xác minh?", "Vì sao phải áp dụng mô hình không tin cậy？",
    // A denial in the next sentence, or behind the whole.
    "Áp dụng mô hình không tin cậy, luôn xác minh. Tuy nhiên đề án này không thực hiện nội dung đó.",
    "Áp dụng mô hình không tin cậy. Nội dung trên chỉ là ví dụ minh họa.",
    "Áp dụng mô hình không tin cậy, nhưng đến nay chưa thực hiện.",
    // Brackets in brackets.
    "[[Áp dụng mô hình không tin cậy, luôn xác minh]]", "((nêu rõ [áp dụng mô hình không tin cậy]))",
    // The words of a law, of another place, of an example, a wish, a demand on others.
    "Điều 4 Nghị định 269/2025/NĐ-CP quy định: “Áp dụng mô hình không tin cậy, luôn xác minh”.",
    "Kinh nghiệm của Singapore: áp dụng mô hình không tin cậy, luôn xác minh.",
    "Nhiều thành phố đã áp dụng mô hình không tin cậy.", "Ví dụ: áp dụng mô hình không tin cậy.",
    "Bảo đảm an toàn hệ thống¹. (1) Ví dụ: mô hình không tin cậy.",
    "Mong muốn áp dụng mô hình không tin cậy.",
    "Kiến nghị Bộ Công an áp dụng mô hình không tin cậy cho các địa phương.",
    "Giả sử thành phố áp dụng mô hình không tin cậy.",
    // Signs that nobody sees, and letters that look like others.
    "Đề án kh\u{200B}ông áp dụng mô hình không tin cậy.", "Đề án chư\u{AD}a áp dụng mô hình không tin cậy.",
    "Đề án c\u{2060}hưa áp dụng mô hình không tin cậy.",
    "Đề án \u{202E}chưa\u{202C} áp dụng mô hình không tin cậy.",
    "Đề án \u{441}hưa áp dụng mô hình không tin cậy.", "Đề án chư\u{430} áp dụng mô hình không tin cậy.",
    "Đề án ｃｈưａ áp dụng mô hình không tin cậy.",
    // Boxes, choices, refusals, another alphabet.
    "☐ Áp dụng mô hình không tin cậy, luôn xác minh", "Áp dụng mô hình không tin cậy: Có/Không",
    "Bác bỏ đề xuất áp dụng mô hình không tin cậy.", "Áp dụng mô hình không tin cậy là bất khả thi.",
    "Khó có thể áp dụng mô hình không tin cậy.", "De an chua ap dung mo hinh khong tin cay.",
  ])
  func `words that only look like a commitment meet nothing`(_ words: String) throws {
    #expect(try Self.verdict(words) != .met)
  }

  @Test(arguments: [
    "Áp dụng mô hình không tin cậy, luôn xác minh (ví dụ: xác thực hai lớp).",
    "Theo Điều 4 Nghị định 269/2025/NĐ-CP, thành phố áp dụng mô hình không tin cậy, luôn xác minh.",
    "Thành phố áp dụng mô hình không tin cậy theo kinh nghiệm của các nước.",
    "Áp dụng mô hình không tin cậy! Mọi hệ thống phải theo.",
    "☑ Áp dụng mô hình không tin cậy, luôn xác minh",
  ])
  func `an honest commitment beside such words is met`(_ words: String) throws {
    #expect(try Self.verdict(words) == .met)
  }

  @Test func `a question, an example and a quotation are unknown, since the city may mean them`() throws {
    for words in [
      "Áp dụng mô hình không tin cậy, luôn xác minh?", "Ví dụ: áp dụng mô hình không tin cậy.",
      "Nghị định 269/2025/NĐ-CP yêu cầu áp dụng mô hình không tin cậy.",
    ] {
      #expect(try Self.verdict(words) == .unknown, "\(words)")
    }
  }
}
