import Source

/// Files that are no XML.
struct NotWellFormed: FileRule {
  let card = RuleCard(
    "K001", "not-well-formed", .error, .form,
    vi:
      "Tệp không phải XML đúng cú pháp, nên không mục nào trong đó được đọc. Các tệp khác vẫn được kiểm tra.",
    en:
      "The file is no well-formed XML, so none of its entries is read. The other files are still looked at.",
    accepts: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """,
    rejects: RuleExample(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <catalogue xmlns="urn:khung:catalogue:1">
        <standards>
      </catalogue>‸
      """, file: "standards/example.xml", whole: true))

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    let file = contents.file
    guard let refusal = file.refusal else { return }
    let place = refusal.position.flatMap { file.offset(of: $0) } ?? 0
    report.add(.byte(place, file), refusal.cause)
  }
}

extension SourceFile {
  /// The byte at a position; a position past the end of its line is the end of the line.
  fileprivate func offset(of position: Position) -> Int? {
    var line = 1
    var index = 0
    let bytes = file.text.bytes
    while line < position.line, let newline = bytes[index...].firstIndex(of: 0x0A) {
      index = newline + 1
      line += 1
    }
    guard line == position.line else { return bytes.count }
    var column = 1
    while index < bytes.count, column < position.column, bytes[index] != 0x0A {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
      column += 1
    }
    return index
  }
}
