import Testing

@testable import Wordings

@Suite struct BlankTests {
  private func reasons(_ text: String) throws -> [StatementReading.Blank.Reason] {
    try Fixture.zeroTrust.get().read(text).blanks.map(\.reason)
  }

  @Test(arguments: [
    "Bấm hoặc gõ nhẹ vào đây để nhập văn bản.", "Click or tap here to enter text.",
    "Lỗi! Không tìm thấy nguồn tham chiếu.", "Error! Reference source not found.", "«Nội dung»",
    "«Ten_He_Thong»",
    "{ MERGEFIELD NoiDung }", "{{nội dung}}", "#REF!", "…………", "______", "[điền nội dung]", "［điền nội dung］",
    "[…………]",
  ])
  func `what a form left open is all that the text has`(_ text: String) throws {
    let reading = try Fixture.zeroTrust.get().read(text)
    #expect(!reading.blanks.isEmpty && reading.nothing == .blank && !reading.isStated)
  }

  @Test(arguments: [
    "Áp dụng mô hình không tin cậy (nêu rõ hệ thống).",
    "Áp dụng mô hình không tin cậy; [cơ quan chủ trì] kiểm tra.",
    "Mô hình không tin cậy theo Quyết định số ……/QĐ-UBND ngày …/…/2026.",
    "Mô hình không tin cậy theo Quyết định số …/QĐ-UBND.",
    "Mô hình không tin cậy từ ngày ... tháng ... năm 2026.",
    "Mô hình không tin cậy «Ten_He_Thong»", "Mô hình không tin cậy [số]/QĐ-UBND",
  ])
  func `a sentence that was not filled in shows nothing`(_ text: String) throws {
    let reading = try Fixture.zeroTrust.get().read(text)
    #expect(reading.showing(0).isEmpty && !reading.mentions.isEmpty && reading.nothing == nil)
  }

  @Test(arguments: [
    "Áp dụng mô hình không tin cậy [zero trust], luôn xác minh.",
    "Áp dụng mô hình không tin cậy [Phụ lục 2].",
    "Áp dụng mô hình không tin cậy (Zero Trust) [IOC] [VNPT].",
    "Áp dụng mô hình không tin cậy [xem phụ lục 3]",
    "Áp dụng mô hình không tin cậy (nêu tại Phụ lục 2).", "Áp dụng mô hình «không tin cậy» cho mọi hệ thống.",
    "Áp dụng mô hình không tin cậy [theo chứng nhận của Bộ]",
    "Áp dụng mô hình không tin cậy[1] cho mọi hệ thống […].",
    "Áp dụng mô hình không tin cậy cho camera, cảm biến, …",
    "Áp dụng mô hình không tin cậy cho thiết bị (camera, cảm biến đo nhanh...).",
    "Áp dụng mô hình không tin cậy [Quyết định số 12/QĐ-UBND ngày 05/01/2026].",
  ])
  func `a remark, a reference or an abbreviation in brackets is no blank`(_ text: String) throws {
    #expect(try reasons(text) == [])
    #expect(try Fixture.shows(text))
  }

  @Test(arguments: [
    "Chưa có (dự kiến 2027)", "a) Chưa có", "Nội dung đang được cập nhật.", "Ðang cập nhật", "Not applicable",
    "Như trên", "Không áp dụng.", "Chưa triển khai", "Chưa", "x", "–", "", "N/A", "Sẽ bổ sung sau.",
    "Nội dung theo quy định.", "Chưa có quy định về nội dung này.", "Sẽ phê duyệt trong quý IV/2026",
    "đang trình, dự kiến 2027", "chưa được cấp có thẩm quyền phê duyệt", "Không mời",
    "chu\u{31B}a co\u{301}", "CHƯA CÓ", "chưa\u{A0}có", "chưa\u{200B} có",
  ])
  func `words for nothing state nothing`(_ text: String) throws {
    #expect(try Fixture.zeroTrust.get().read(text).nothing != nil)
  }

  @Test(arguments: [
    "Không gian số của thành phố.", "Đang vận hành thử nghiệm tại 5 phường.", "Quyết định số 12/QĐ-UBND",
    "Chưa thành lập Hội đồng điều phối", "Bảo vệ bí mật nhà nước theo quy định.", "Không phụ thuộc.",
    "Sở Xây dựng",
    "Miễn phí", "Có",
  ])
  func `words that state something are no words for nothing`(_ text: String) throws {
    #expect(try Fixture.zeroTrust.get().read(text).nothing == nil)
  }

  /// The closed list that this replaces, as it stands in `MasterPlan`.
  @Test(arguments: [
    "chưa có", "chưa ban hành", "chưa phê duyệt", "chưa thành lập", "chưa xác định", "chưa rõ", "không",
    "không có",
    "đang cập nhật", "đang bổ sung", "sẽ bổ sung", "cập nhật sau", "bổ sung sau", "none", "no", "n a", "na",
    "nil",
    "tbd", "tba", "todo", "to do", "xxx", "unknown", "not yet", "pending", "chưa được phê duyệt",
    "chưa được ban hành", "chưa được thành lập", "đang trình", "đang trình phê duyệt", "đang chờ phê duyệt",
    "chờ phê duyệt", "sẽ phê duyệt", "sẽ phê duyệt sau", "sẽ ban hành", "sẽ ban hành sau", "đang xây dựng",
    "đang soạn thảo", "đang lập", "đang lập hồ sơ", "đang lập hồ sơ đề xuất cấp độ", "đang hoàn thiện",
    "đang triển khai", "dự kiến", "to be approved", "to be determined", "not approved", "not yet approved",
    "awaiting approval", "in preparation",
  ])
  func `the old list of words for nothing still holds`(_ text: String) throws {
    #expect(try Fixture.zeroTrust.get().read(text).nothing != nil)
  }

  @Test func `old encodings are unreadable, foreign names are not`() throws {
    func kind(_ text: String) throws -> OldEncoding.Kind? {
      try Fixture.zeroTrust.get().read(text).encoding?.kind
    }
    #expect(try kind("ch\u{AD}a cã") == .tcvn3)
    #expect(try kind("LuËt B¶o vÖ d÷ liÖu c¸ nh©n n¨m 2025") == .tcvn3)
    #expect(try kind("NghÞ ®Þnh sè 194/2025/N§-CP") == .tcvn3)
    #expect(try kind("Luaät Döõ lieäu, thaønh phoá ñoâ thò thoâng minh") == .vni)
    #expect(try kind("Äô thá»‹ thÃ´ng minh") == .doubleUTF8)
    #expect(try kind("thành ph\u{FFFD} thông m\u{FFFD}nh \u{FFFD}") == .lostLetters)
    #expect(try kind("Học tập kinh nghiệm của Zürich và Malmö về đô thị thông minh") == nil)
    #expect(try kind("Nghị quyết số 57-NQ/TW © 2026, Windows® và °C, m²") == nil)
    #expect(try kind("Zürich") == nil)
  }
}
