/// A coordinate system, and whether a print says that it is the one in use: named as a whole word, neither denied nor
/// replaced by another nor put off.
package struct SystemInUse {
  private let letters: String

  /// - Parameter name: `VN-2000`; dashes and spaces inside it are accidents.
  package init(_ name: String) {
    letters = FoldedText(name).words.map(\.text).joined()
  }

  package func isUsed(in printed: String) -> Bool {
    let text = FoldedText(printed)
    let words = text.words
    var clauseStart = 0
    for index in words.indices {
      if index > 0, parts(text, words[index - 1].end, words[index].start) { clauseStart = index }
      guard let count = length(at: index, in: words, text) else { continue }
      let before = words[clauseStart..<index].map(\.text)
      let others = words[..<index].contains { Self.others.contains($0.text) }
      if Self.isTakenBack(before, besideOthers: others) { continue }
      var end = index + count
      while end < words.count, !parts(text, words[end - 1].end, words[end].start) { end += 1 }
      if !Self.isPutOff(words[(index + count)..<end].map(\.text)) { return true }
    }
    return false
  }

  /// How many words make the name.
  private func length(at index: Int, in words: [FoldedWord], _ text: FoldedText) -> Int? {
    var joined = ""
    for next in words.indices[index...].prefix(4) {
      if next > index, parts(text, words[next - 1].end, words[next].start) { return nil }
      joined += words[next].text
      if joined == letters { return next - index + 1 }
      guard letters.utf8.starts(with: joined.utf8) else { return nil }
    }
    return nil
  }

  private func parts(_ text: FoldedText, _ start: Int, _ end: Int) -> Bool {
    text.letters[start..<end].contains { ",;.()[]".unicodeScalars.contains($0) }
  }

  /// "không dùng VN-2000", "thay cho VN-2000", "WGS 84, sẽ chuyển sang VN-2000".
  private static func isTakenBack(_ before: [String], besideOthers: Bool) -> Bool {
    denies(before) || before.contains { against.contains($0) }
      || besideOthers && before.contains { moving.contains($0) }
  }

  /// "VN-2000 chưa áp dụng", "VN-2000 sau năm 2035".
  private static func isPutOff(_ after: [String]) -> Bool { denies(after) || after.first == later }

  private static func denies(_ words: [String]) -> Bool {
    words.indices.contains { index in
      denials.contains(words[index]) && !(index + 1 < words.count && notDenied.contains(words[index + 1]))
    }
  }

  private static func folded(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map { PrintWords.folded(String($0)) })
  }

  private static let denials = folded("không chưa not no without")
  /// "không gian" is space.
  private static let notDenied = folded("gian chỉ những")
  private static let against = folded("thay ngoài trừ bỏ instead")
  private static let moving = folded("chuyển từ sẽ")
  private static let later = PrintWords.folded("sau")
  private static let others = folded("wgs wgs84 hn hn72 utm itrf epsg gcs")
}
