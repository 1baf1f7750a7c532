/// One word with its tone mark in two places.
struct MixedTonePlacement: FileRule {
  let card = RuleCard(
    "K071", "mixed-tone-placement", .warning, .language,
    vi: "Trong một tệp, cùng một từ viết hai kiểu đặt dấu thanh (hoà/hòa, thuỷ/thủy). Chọn một kiểu, để tìm "
      + "kiếm và so sánh không bỏ sót.",
    en: "One file writes the same word with both placements of its tone mark (hoà and hòa). Choose one, so "
      + "that searches and comparisons miss nothing.",
    accepts: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <note lang="vi">Điều hòa, trung hòa.</note>
          <note lang="en">Air conditioning.</note>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """,
    rejects: """
      <standards>
        <standard id="TCVN-00002-2024" kind="TCVN" number="TCVN 00002:2024" year="2024">
          <title lang="vi">Đèn đường</title>
          <title lang="en">Street lamps</title>
          <note lang="vi">Điều hòa, trung ‸hoà.</note>
          <note lang="en">Air conditioning.</note>
          <provenance mark="verified" tier="A" source="https://vanban.chinhphu.vn/4" read="2026-11-23"/>
        </standard>
      </standards>
      """)

  func check(_ contents: FileContents, _ report: inout RuleReport) {
    let file = contents.file
    var styles: [String: (old: [(Int, String)], new: [(Int, String)])] = [:]
    for (offset, word) in TonedSyllables(file.file.text.bytes) {
      if word.isOldStyle {
        styles[word.key, default: ([], [])].old.append((offset, word.written))
      } else {
        styles[word.key, default: ([], [])].new.append((offset, word.written))
      }
    }
    for (_, found) in styles.sorted(by: { $0.key < $1.key }) where !found.old.isEmpty && !found.new.isEmpty {
      let isOldRarer = found.old.count < found.new.count
      let usual = (isOldRarer ? found.new : found.old)[0].1
      for (offset, word) in isOldRarer ? found.old : found.new {
        report.add(
          .byte(offset, file), vi: "“\(word)” ở đây, “\(usual)” ở chỗ khác trong tệp",
          en: "“\(word)” here, “\(usual)” elsewhere in the file")
      }
    }
  }
}
