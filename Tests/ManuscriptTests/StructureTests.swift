import Manuscript
import TestSupport
import Testing

/// Real documents mark headings by bold letters and typed numbers, and the numbers are often wrong.
@Suite struct StructureTests {
  private func bold(_ text: String) -> String { WordFile.paragraph(text, bold: true) }
  private func plain(_ text: String) -> String { WordFile.paragraph(text) }

  @Test func `the level comes from the kind of number and its place, not from its value`() throws {
    let body =
      bold("I. MỤC TIÊU") + bold("1. Mục tiêu chung") + plain("Đạt 80%.") + bold("III. LỘ TRÌNH THỰC HIỆN")
      + bold("1. Giai đoạn 2025 - 2030") + bold("III. NHIỆM VỤ") + bold("5. Hạ tầng") + plain("1.1. Mạng 5G")
      + plain("Phủ sóng toàn tỉnh.") + bold("V. TỔ CHỨC THỰC HIỆN") + bold("V. CHẾ ĐỘ BÁO CÁO")
    #expect(
      try read(body).outline == [
        "# I. MỤC TIÊU", "## 1. Mục tiêu chung", "# III. LỘ TRÌNH THỰC HIỆN", "## 1. Giai đoạn 2025 - 2030",
        "# III. NHIỆM VỤ", "## 5. Hạ tầng", "### 1.1. Mạng 5G", "# V. TỔ CHỨC THỰC HIỆN",
        "# V. CHẾ ĐỘ BÁO CÁO",
      ])
  }

  @Test func `letters are those of the Vietnamese alphabet, composed or not`() throws {
    let letters = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"]
    let manuscript = try read(bold("1. Mục tiêu") + letters.map { plain("\($0)) Đạt 80%;") }.joined())
    #expect(manuscript.blocks.dropFirst().map(\.label) == letters.map { "\($0))" })
    #expect(manuscript.blocks.dropFirst().allSatisfy { $0.kind == .listItem(level: 1) })
    let capitals = try read(
      ["A", "B", "C", "D", "Đ", "E", "G", "H", "I", "K"].map { bold("\($0). NHÓM") }.joined())
    #expect(capitals.outline.allSatisfy { $0.hasPrefix("# ") } && capitals.outline.count == 10)
  }

  @Test func `a group of capitals above Roman numbers stands above them, and below where they came first`()
    throws
  {
    #expect(
      try read(bold("A. CHUNG") + bold("I. MỤC TIÊU") + bold("B. RIÊNG")).outline == [
        "# A. CHUNG", "## I. MỤC TIÊU", "# B. RIÊNG",
      ])
    #expect(
      try read(bold("I. CHUNG") + bold("A. MỤC TIÊU") + bold("II. RIÊNG")).outline == [
        "# I. CHUNG", "## A. MỤC TIÊU", "# II. RIÊNG",
      ])
  }

  @Test func `a heading may carry its text on one line, and a bold number alone makes none`() throws {
    let body =
      bold("V. TỔ CHỨC THỰC HIỆN")
      + WordFile.paragraph(
        runs: WordFile.run("13. Sở Xây dựng:", "<w:b/>") + WordFile.run(" Chủ trì, phối hợp với các sở."))
      + WordFile.paragraph(
        runs: WordFile.run("1. ", "<w:b/>") + WordFile.run("Duy trì tốc độ tăng trưởng ổn định hằng năm."))
    let manuscript = try read(body)
    #expect(manuscript.outline == ["# V. TỔ CHỨC THỰC HIỆN", "## 13. Sở Xây dựng"])
    #expect(manuscript.blocks[1].text == "13. Sở Xây dựng: Chủ trì, phối hợp với các sở.")
    #expect(
      manuscript.blocks[2].kind == .listItem(level: 1)
        && manuscript.blocks[2].words == "Duy trì tốc độ tăng trưởng ổn định hằng năm.")
  }

  @Test func `bold broken into pieces is one heading`() throws {
    let pieces = ["Đi", "ều 1", ". ", "Phê duyệt Đề án"].map { WordFile.run($0, "<w:b/>") }.joined()
    let manuscript = try read(WordFile.paragraph(runs: pieces))
    #expect(manuscript.outline == ["# Điều 1. Phê duyệt Đề án"] && manuscript.blocks[0].label == "Điều 1.")
  }

  @Test func `figures at the beginning of a paragraph are no numbers`() throws {
    let texts = [
      "100% các giao dịch", "2026 - 2030 là giai đoạn", "5 năm tới", "1.674.400 tấn", "10.000 người",
      "3,5 tỷ đồng", "-5 độ",
    ]
    let manuscript = try read(texts.map(plain).joined())
    #expect(manuscript.blocks.allSatisfy { $0.kind == .paragraph && $0.label == nil })
  }

  @Test func `letterhead and signature are tables and no data, and the plan behind the signature is read`()
    throws
  {
    let letterhead = WordFile.table([
      ["ỦY BAN NHÂN DÂN\nTỈNH X", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
      ["Số:      /QĐ-UBND", "X, ngày     tháng     năm 2026"],
    ])
    let signature = WordFile.table([
      ["Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]
    ])
    let body =
      letterhead + WordFile.centred("QUYẾT ĐỊNH")
      + WordFile.centred("Về việc ban hành Kế hoạch phát triển đô thị")
      + WordFile.centred("ỦY BAN NHÂN DÂN TỈNH X") + plain("Căn cứ Luật Tổ chức chính quyền địa phương;")
      + plain("Theo đề nghị của Sở Xây dựng.") + WordFile.centred("QUYẾT ĐỊNH:")
      + bold("Điều 1. Ban hành kèm theo Kế hoạch")
      + bold("Điều 2. Hiệu lực") + signature + WordFile.centred("KẾ HOẠCH")
      + WordFile.centred("PHÁT TRIỂN ĐÔ THỊ")
      + WordFile.centred("(Ban hành kèm theo Quyết định số    /QĐ-UBND)") + bold("I. MỤC TIÊU")
      + plain("Đạt 80%.")
      + WordFile.centred("PHỤ LỤC I") + WordFile.centred("DANH MỤC DỰ ÁN")
      + plain("(Kèm theo Quyết định số …)")
      + WordFile.table([["TT", "Tên dự án"], ["1", "Trung tâm điều hành"]])
    let manuscript = try read(body)
    #expect(
      manuscript.blocks.map(\.role) == [
        .letterhead, .title, .title, .letterhead, .basis, .basis, .body, .body, .body, .signature, .title,
        .title,
        .issuedWith, .body, .body, .annex, .annex, .issuedWith, .body,
      ])
    #expect(
      manuscript.outline == [
        "# Điều 1. Ban hành kèm theo Kế hoạch", "# Điều 2. Hiệu lực", "# I. MỤC TIÊU", "# PHỤ LỤC I",
      ])
    #expect(manuscript.tables.last?.rows.map(\.isHeader) == [true, false])
    #expect(manuscript.blocks.last?.place.headings == ["PHỤ LỤC I"])
  }

  @Test func `the plan inside the first article stands below it until the second closes it`() throws {
    let body =
      bold("Điều 1. Phê duyệt Chương trình với những nội dung sau:") + bold("I. QUAN ĐIỂM") + bold("1. Chung")
      + bold("II. MỤC TIÊU") + bold("Điều 2. Hiệu lực thi hành")
    #expect(
      try read(body).outline.map { $0.prefix { $0 == "#" }.count } == [1, 2, 3, 2, 1])
  }

  @Test func `a sentence that mentions an annex begins none`() throws {
    let manuscript = try read(
      bold("I. MỤC TIÊU") + plain("Phụ lục kèm theo nêu danh mục các dự án của tỉnh trong kỳ kế hoạch này."))
    #expect(manuscript.outline == ["# I. MỤC TIÊU"] && manuscript.blocks[1].label == nil)
  }

  @Test func `heads of tables are known by what they say or by bold letters, over two rows too`() throws {
    let merged = [
      WordFile.cell("TT", #"<w:vMerge w:val="restart"/>"#)
        + WordFile.cell("Nguồn vốn", #"<w:gridSpan w:val="2"/>"#),
      WordFile.cell("", "<w:vMerge/>") + WordFile.cell("Trung ương") + WordFile.cell("Địa phương"),
      WordFile.cell("1") + WordFile.cell("2") + WordFile.cell("3"),
      WordFile.cell("1") + WordFile.cell("10 tỷ") + WordFile.cell("20 tỷ"),
    ]
    let table = try #require(
      read("<w:tbl>" + merged.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>").tables.first)
    #expect(table.rows.map(\.isHeader) == [true, true, true, false])
    #expect(table.heads[2] == "Nguồn vốn · Địa phương · 3")
    #expect(
      try read(WordFile.table([["Sở", "Việc"], ["A", "B"]], bold: true)).tables[0].rows.map(\.isHeader) == [
        true, false,
      ])
    #expect(
      try read(WordFile.table([["Sở", "Việc"], ["A", "B"]])).tables[0].rows.map(\.isHeader) == [false, false])
  }
}
