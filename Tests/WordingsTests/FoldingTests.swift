import Foundation
import Testing

@testable import Wordings

@Suite struct FoldingTests {
  private func words(_ text: String) -> [FoldedWords.Word] { FoldedWords(text).words }

  @Test(arguments: [
    ["Uỷ ban", "Ủy ban", "UỶ BAN", "U\u{309}y ban"], ["hoà", "hòa", "HÒA", "hoa\u{300}"],
    ["kỹ thuật", "kĩ thuật"],
    ["quý", "quí"], ["An tòan", "an toàn"],
    ["Đề án", "Ðề án", "\u{189}ề án", "De\u{302}\u{300} án".replacing("D", with: "Đ")],
    ["Chuyển đổi số", "Chuyẻ\u{302}n đỏ\u{302}i só\u{302}"],
    ["chưa có", "chưa\u{A0}có", "chưa\u{200B} c\u{AD}ó", "chƣa có"],
    ["VN-2000", "VN–2000", "VN 2000", "VN2000", "vn\u{2011}2000"], ["KH&CN", "KH & CN", "kh& cn"],
    ["“thông minh”", "\"thông minh\"", "«thông minh»"], ["ＩＯＣ", "ioc"], ["5G", "5g"],
  ])
  func `ways of writing one word are one word`(_ ways: [String]) {
    for way in ways.dropFirst() { #expect(words(way) == words(ways[0]), "\(way)") }
  }

  @Test(arguments: [
    ("không", "khống"), ("hoa", "hoà"), ("đa", "da"), ("tuy", "tui"), ("ơ", "ô"), ("quy", "quay"),
    ("an", "ăn"),
  ])
  func `tone and vowel marks make other words`(_ one: String, _ other: String) {
    #expect(words(one) != words(other))
  }

  private let text =
    "Ủy ban nhân dân TP. Hồ Chí Minh (UBND) giao Sở KH & CN, từ ngày 01/7/2025: 1.674.400 người; “hòa bình” – kỹ thuật số…"

  @Test func `offsets lead back to the words as they were given`() {
    for variant in [text, text.decomposedStringWithCanonicalMapping] {
      let folded = FoldedWords(variant)
      for (word, range) in zip(folded.words, folded.ranges) {
        #expect(words(variant[bytes: range]) == [word])
      }
      #expect(folded.ranges == folded.ranges.sorted { $0.lowerBound < $1.lowerBound })
    }
  }

  @Test func `composed and decomposed letters give the same words`() {
    #expect(
      words(text.decomposedStringWithCanonicalMapping) == words(text.precomposedStringWithCanonicalMapping))
  }

  @Test func `folding what was folded changes nothing`() {
    let folded = FoldedWords(text)
    let again = folded.ranges.map { text[bytes: $0].lowercased() }.joined(separator: " ")
    #expect(words(again) == folded.words)
  }

  @Test(arguments: [
    ("TP. Hồ Chí Minh, ThS. Nguyễn Văn A và PGS.TS. Trần B áp dụng.", 1), ("Có 1.674.400 người. Tăng 5%.", 2),
    ("Theo khoản 2 Điều 6. Thành phố áp dụng.", 2), ("Một; hai; ba.", 3), ("Một!\nHai?\nBa", 3),
    ("- Một\n- hai\n- ba", 3), ("dòng một\ncòn tiếp\nvà hết.", 1),
    ("Lỗi! Không tìm thấy nguồn tham chiếu.", 1),
    ("Cổng binhlam.gov.vn hoạt động.Thành phố vận hành.", 2), ("camera, cảm biến... Các hệ thống khác.", 2),
  ])
  func `sentences end where they end`(_ text: String, _ count: Int) throws {
    // Each word is a phrase, so that each sentence has a mention.
    let all = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init)).joined(separator: "|")
    let reading = try Fixture.reader(all).read(text)
    #expect(Set(reading.mentions.map(\.sentence)).count == count)
  }

  @Test func `lines of a file that is wrapped at will end no sentence`() throws {
    let text = "Đề án chưa\n      Áp dụng mô hình không\n      tin cậy."
    #expect(try !Fixture.shows(text, lines: .join))
    #expect(try Fixture.zeroTrust.get().read(text, lines: .join).mentions.count == 1)
  }

  @Test func `every way of writing gives the same reading`() throws {
    let reader = try Fixture.zeroTrust.get()
    let sentences = [
      "Thành phố áp dụng mô hình không tin cậy, hòa chung kỹ thuật.", "Chưa áp dụng mô hình không tin cậy.",
    ]
    for sentence in sentences {
      let kinds = reader.read(sentence).mentions.map(\.standing.kind)
      for variant in [
        sentence.decomposedStringWithCanonicalMapping, sentence.uppercased(),
        sentence.replacing("òa", with: "oà"),
        sentence.replacing(" ", with: "\u{A0}"), sentence.replacing(" ", with: "  "),
      ] {
        #expect(reader.read(variant).mentions.map(\.standing.kind) == kinds, "\(variant)")
      }
    }
  }

  @Test func `any bytes are read without harm`() throws {
    var seed: UInt64 = 7
    func next() -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return seed >> 33
    }
    let reader = try Fixture.zeroTrust.get()
    let parts = [
      "không", " tin", " cậy", "chưa ", "[", "]", "«", "…", "\n", ". ", ";", "&", "\u{301}", "(", ")", ":",
      "{{",
    ]
    var workspace = StatementReader.Workspace()
    for _ in 0..<2000 {
      var bytes = (0..<next() % 12).flatMap { _ in Array(parts[Int(next()) % parts.count].utf8) }
      if !bytes.isEmpty, next() % 2 == 0 { bytes[Int(next()) % bytes.count] = UInt8(next() % 256) }
      let reading = bytes.withUnsafeBufferPointer { reader.read($0, using: &workspace) }
      for mention in reading.mentions {
        #expect(mention.sentence.lowerBound <= mention.range.lowerBound)
        #expect(
          mention.range.upperBound <= mention.sentence.upperBound
            && mention.sentence.upperBound <= bytes.count)
      }
    }
  }
}
