import Recognition
import Testing

/// Title and place where the layout does not show them.
@Suite struct IdentityTests {
  private func reading(_ text: String) throws -> Reading { try Readers.reading(Array(text.utf8)) }

  @Test func `the title of a plan stands in the article that approves it`() throws {
    let found = try reading(
      """
      **Điều 1.** Phê duyệt Đề án phát triển đô thị thông minh thành phố Huế giai đoạn 2026 - 2030 với các nội dung sau:

      **I. MỤC TIÊU**

      Đến năm 2030 đạt tối thiểu 80% số hộ.
      """)
    #expect(
      found.fact("identity", "title")?.words
        == "Đề án phát triển đô thị thông minh thành phố Huế giai đoạn 2026 - 2030")
    #expect(found.fact("identity", "@kind")?.words == "scheme")
    #expect(found.fact("city", "name")?.words == "Huế")
  }

  @Test func `a place that a text names again and again is likely its own, and one of several is not`() throws
  {
    let own = try reading(
      "# Hạ tầng\n\nTỉnh Sơn La xây dựng kho dữ liệu.\n\nTỉnh Sơn La có 75 xã.\n\nDữ liệu của tỉnh Sơn La.")
    #expect(own.fact("city", "name")?.words == "Sơn La" && own.fact("city", "name")?.certainty == .likely)
    let several = try reading(
      "# Hạ tầng\n\nTỉnh Sơn La, tỉnh Nghệ An và tỉnh Đồng Nai; tỉnh Sơn La, tỉnh Nghệ An, tỉnh Đồng Nai.")
    #expect(several.fact("city", "name") == nil)
  }

  @Test func `a document of the whole country has no city`() throws {
    let found = try reading(
      """
      | **THỦ TƯỚNG CHÍNH PHỦ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** |
      |---|---|
      | Số: 9/QĐ-TTg | *Hà Nội, ngày 02 tháng 3 năm 2026* |

      **QUYẾT ĐỊNH**

      **PHÊ DUYỆT CHƯƠNG TRÌNH PHÁT TRIỂN ĐÔ THỊ THÔNG MINH**

      Thành phố Hà Nội làm trước. Thành phố Hà Nội báo cáo. Thành phố Hà Nội tổng kết.
      """)
    #expect(found.fact("city", "name") == nil && found.fact("identity", "@kind")?.words == "action-plan")
  }
}
