import TestSupport

/// A short plan of an invented city, as real ones are built: letterhead table, title in two lines, bases without a
/// heading, typed numbers in bold, a table of tasks with a group row, recipients and signature.
struct InventedPlan {
  enum Piece {
    case centred(String)
    case bold(String)
    case plain(String)
    case table([[String]])
  }

  var pieces: [Piece]

  static let whole = InventedPlan(pieces: [
    .table([
      [
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
      ],
      ["Số: 12/KH-UBND", "Đà Nẵng, ngày 05 tháng 03 năm 2026"],
    ]),
    .centred("KẾ HOẠCH"),
    .centred("PHÁT TRIỂN ĐÔ THỊ THÔNG MINH GIAI ĐOẠN 2026 - 2030"),
    .plain("Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;"),
    .plain("Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị;"),
    .plain("Theo đề nghị của Sở Khoa học và Công nghệ tại Tờ trình số 7/TTr-SKHCN ngày 01/3/2026."),
    .bold("I. MỤC TIÊU ĐẾN NĂM 2030"),
    .plain("1. Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 90%;"),
    .plain("2. 100% trường học có kết nối băng rộng."),
    .bold("II. NHIỆM VỤ, GIẢI PHÁP"),
    .bold("1. Phát triển dữ liệu số"),
    .plain("Xây dựng Cổng dữ liệu mở thành phố và công bố danh mục dữ liệu mở."),
    .bold("2. Bảo đảm an ninh mạng"),
    .plain("Chưa có phương án sao lưu dữ liệu định kỳ."),
    .bold("III. TỔ CHỨC THỰC HIỆN"),
    .bold("1. Sở Khoa học và Công nghệ: Chủ trì triển khai."),
    .bold("2. Sở Tài chính: Bố trí kinh phí."),
    .table([
      ["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]
    ]),
    .centred("PHỤ LỤC"),
    .centred("DANH MỤC CÁC NHIỆM VỤ"),
    .table([
      ["STT", "Nhiệm vụ, giải pháp", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"],
      ["I", "Phát triển dữ liệu", "", "", ""],
      [
        "1", "Xây dựng kho dữ liệu dùng chung", "Sở Khoa học và Công nghệ", "Công an thành phố; Sở Nội vụ",
        "2027",
      ],
      ["2", "Số hóa hồ sơ", "Sở Văn hóa, Thể thao và Du lịch", "Các sở, ban, ngành", "2026 - 2030"],
    ]),
  ])

  var word: [UInt8] {
    WordFile(
      pieces.map { piece in
        switch piece {
        case .centred(let text): WordFile.centred(text)
        case .bold(let text): WordFile.paragraph(text, bold: true)
        case .plain(let text): WordFile.paragraph(text)
        case .table(let rows): WordFile.table(rows)
        }
      }.joined()
    ).bytes
  }

  var markdown: [UInt8] {
    var text = ""
    for piece in pieces {
      switch piece {
      case .centred(let words), .bold(let words): text += "**" + words + "**\n\n"
      case .plain(let words): text += words + "\n\n"
      case .table(let rows):
        for (index, row) in rows.enumerated() {
          text +=
            "| " + row.map { $0.split(separator: "\n").joined(separator: "<br>") }.joined(separator: " | ")
            + " |\n"
          if index == 0 { text += "|" + row.map { _ in "---|" }.joined() + "\n" }
        }
        text += "\n"
      }
    }
    return Array(text.utf8)
  }
}
