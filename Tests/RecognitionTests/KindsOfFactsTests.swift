import Recognition
import Testing

/// What counts as a component, a body, an indicator, a text by its title, and what does not.
@Suite struct KindsOfFactsTests {
  private func reading(_ text: String) throws -> Reading { try Readers.reading(Array(text.utf8)) }

  private func components(_ text: String) throws -> [String] {
    try reading("**I. NHIỆM VỤ**\n\n" + text).words("architecture", "component")
  }

  // MARK: Components

  @Test func `a system that is built is a component, and one that is mentioned in passing is asked`() throws {
    #expect(try components("Xây dựng hệ thống quan trắc nước ngầm.") == ["hệ thống quan trắc nước ngầm"])
    #expect(try components("Nhờ hệ thống quan trắc nước ngầm, dân yên tâm.").isEmpty)
  }

  @Test func `a system of another kind is no digital component`() throws {
    #expect(
      try components("Xây dựng hệ thống kênh mương nội đồng; xây dựng hệ thống chính trị vững mạnh.").isEmpty)
  }

  @Test func `what a list goes on with is built as well`() throws {
    #expect(
      try components(
        "Đầu tư hệ thống chiếu sáng thông minh, hệ thống cấp nước thông minh; hệ thống thu gom và xử lý rác thông minh."
      )
        == [
          "hệ thống chiếu sáng thông minh", "hệ thống cấp nước thông minh",
          "hệ thống thu gom và xử lý rác thông minh",
        ])
  }

  @Test func `a line that breaks in the middle of a name does not end it`() throws {
    #expect(try components("Xây dựng nền tảng quản\nlý trường học.") == ["nền tảng quản lý trường học"])
  }

  @Test func `a name stands once, and a complement tells two of one kind apart`() throws {
    #expect(
      try components(
        "Vận hành Cơ sở dữ liệu quốc gia. Dùng Cơ sở dữ liệu quốc gia. Khai thác Cơ sở dữ liệu quốc gia về đất đai."
      )
        == ["Cơ sở dữ liệu quốc gia", "Cơ sở dữ liệu quốc gia về đất đai"])
  }

  @Test func `the share of those who use a thing names no component`() throws {
    #expect(try components("100% bệnh viện sử dụng bệnh án điện tử.").isEmpty)
  }

  // MARK: Bodies

  @Test func `the article that gives a body its task names it, and the proposal who prepared the plan`()
    throws
  {
    let found = try reading(
      """
      **QUYẾT ĐỊNH**

      **BAN HÀNH KẾ HOẠCH PHÁT TRIỂN ĐÔ THỊ THÔNG MINH**

      *Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;*

      *Theo đề nghị của Sở Xây dựng tại Tờ trình số 1/TTr-SXD ngày 02/3/2026.*

      **Điều 1.** Ban hành kế hoạch.

      **Điều 2.** Giao Sở Khoa học và Công nghệ chủ trì.

      **Điều 3.** Chánh Văn phòng, Giám đốc Sở Xây dựng chịu trách nhiệm thi hành Quyết định này.
      """
    ).inPlan.filter { $0.element == "body" }
    #expect(
      found.map { $0.words + " " + ($0["role"] ?? "") } == [
        "Sở Xây dựng preparing", "Sở Khoa học và Công nghệ implementing",
        "Chánh Văn phòng, Giám đốc Sở Xây dựng implementing",
      ])
  }

  @Test func `below the article that approves a plan sections count by their own headings`() throws {
    let found = try reading(
      """
      **Điều 1.** Phê duyệt Kế hoạch đô thị thông minh, tầm nhìn đến năm 2045:

      **I. TỔ CHỨC THỰC HIỆN**

      a) Bộ Xây dựng chủ trì các nhiệm vụ được giao;

      b) Các tổ chức chính trị - xã hội phối hợp tuyên truyền.
      """)
    #expect(found.words("governance", "body") == ["Bộ Xây dựng", "Các tổ chức chính trị - xã hội"])
  }

  @Test func `where semicolons part bodies a name may hold và`() throws {
    let found = try reading(
      """
      | TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
      |---|---|---|---|
      | 1 | Số hóa hồ sơ | - Các bộ, ngành liên quan và UBND các tỉnh;<br>- Sở Nội vụ | 2027 |
      """)
    #expect(found.words("governance", "body") == ["Các bộ, ngành liên quan và UBND các tỉnh", "Sở Nội vụ"])
  }

  // MARK: Indicators

  private func indicators(_ text: String) throws -> [String] {
    try reading(text).inPlan.filter { $0.element == "indicator" }.map { fact in
      fact.words + ": "
        + fact.parts.map { $0.attributes.map { $0.name + " " + $0.value }.joined(separator: ", ") }
        .joined(separator: "; ")
    }
  }

  @Test func `two things with a figure each are two, and a comma inside what is counted parts none`() throws {
    #expect(
      try indicators(
        "**I. MỤC TIÊU**\n\n- Giá trị xuất khẩu đạt 10 triệu USD, tốc độ tăng bình quân 8 - 9%/năm.\n\n- 100% cơ quan, đơn vị dùng chữ ký số, 90% đạt chuẩn."
      ).map { String($0.prefix { $0 != ":" }) } == [
        "Giá trị xuất khẩu", "tốc độ tăng bình quân", "cơ quan, đơn vị dùng chữ ký số, 90% đạt chuẩn",
      ])
  }

  @Test func `a place among others is a figure with an upper bound`() throws {
    #expect(
      try indicators("**I. MỤC TIÊU**\n\n- Chỉ số chính phủ điện tử thuộc nhóm 50 nước dẫn đầu vào năm 2030.")
        == ["Chỉ số chính phủ điện tử: maximum 50, year 2030"])
  }

  @Test func `the head over a column gives its year, the one below it what is measured`() throws {
    let found = try indicators(
      """
      | TT | Sản phẩm | Kế hoạch 2026 |  | Kế hoạch 2027 |  |
      |---|---|---|---|---|---|
      |  |  | Lượng (Tấn) | Giá trị (Nghìn USD) | Lượng (Tấn) | Giá trị (Nghìn USD) |
      | 1 | Xoài sấy | 13.500 | 7.000 | 14.800 | 7.800 |
      """)
    #expect(
      found == [
        "Xoài sấy: Lượng: value 13500, year 2026; value 14800, year 2027",
        "Xoài sấy: Giá trị: value 7000, year 2026; value 7800, year 2027",
      ])
  }

  @Test func `what was reached before is no target`() throws {
    let found = try indicators(
      """
      | TT | Chỉ tiêu | ĐVT | ƯTH Năm 2025 | Giai đoạn 2026 - 2027 |  |
      |---|---|---|---|---|---|
      |  |  |  |  | Năm 2026 | Năm 2027 |
      | 1 | Diện tích tỷ lệ xanh | Ha | 100 | 110 | 120 |
      """)
    #expect(
      found == ["Diện tích tỷ lệ xanh: value 100, year 2025; value 110, year 2026; value 120, year 2027"])
  }

  // MARK: Texts by title

  @Test func `a text may be named by its title alone, and one that is only approved or drafted is none`()
    throws
  {
    let named = try reading(
      "**I. NHIỆM VỤ**\n\nThực hiện Chiến lược dữ liệu quốc gia và Đề án 06; xây dựng Luật Dữ liệu mở. Quyết định số 1/QĐ-TTg phê duyệt Chiến lược chuyển đổi quốc gia."
    ).citations.map(\.printed)
    #expect(
      named.contains("Chiến lược dữ liệu quốc gia và Đề án 06")
        || named.contains("Chiến lược dữ liệu quốc gia"))
    #expect(!named.contains { $0.utf8.starts(with: "Luật Dữ liệu".utf8) })
    #expect(!named.contains { $0.utf8.starts(with: "Chiến lược chuyển đổi".utf8) })
  }
}
