import Catalogue
import Manuscript
import Source
import Wordings

// Texts that a document names by their title alone, and that the catalogue does not hold.
extension RecognitionPass {
  /// `Luật Phòng thủ dân sự`, `Đề án 06`, `Đề án “…”`, `Chiến lược dữ liệu quốc gia`. The title of what is only drafted,
  /// approved or issued there is none: a number stands beside it, or it is still to come.
  mutating func findTitledTexts(_ text: String, _ place: ManuscriptPlace, besides known: [Range<Int>]) {
    guard text.utf8.count > 8 else { return }
    let read = ReadText(text)
    var word = 0
    while word < read.words.count {
      defer { word += 1 }
      guard read.isCapital(word), let match = rules[.titled].match(at: word, in: read.folded),
        rules[.drafting].isEnd(of: read.folded, before: word) == nil,
        rules[.titledNot].isEnd(of: read.folded, before: word) == nil,
        let end = titleEnd(
          match.range, isLaw: rules[.titledLaw].match(at: word, in: read.folded) != nil, read)
      else { continue }
      let bytes = read.bytes(word..<end)
      let isLaw = rules[.titledLaw].match(at: word, in: read.folded) != nil
      guard !known.contains(where: { $0.overlaps(bytes) }), !isShouted(word, read),
        isLaw || !isTitleOf(known, bytes.lowerBound, read)
      else { continue }
      citations.append(
        Reading.NamedText(printed: read.string(word..<end).inOneLine, citation: .notInCatalogue, place: place)
      )
      word = end - 1
    }
  }

  /// Capitals throughout: the document's own title.
  private func isShouted(_ word: Int, _ read: ReadText) -> Bool {
    !read.printed(word).unicodeScalars.contains { $0.properties.isLowercase }
  }

  /// Whether a numbered text stands before it in the same clause: then it is what that one is about.
  private func isTitleOf(_ known: [Range<Int>], _ place: Int, _ read: ReadText) -> Bool {
    guard let before = known.filter({ $0.upperBound <= place }).map(\.upperBound).max() else { return false }
    return !Array(read.string(bytes: before..<place).utf8).contains(UInt8(ascii: ";"))
  }

  /// The end of a title that begins at a word; nil where it is none.
  private func titleEnd(_ kind: Range<Int>, isLaw: Bool, _ read: ReadText) -> Int? {
    let start = kind.upperBound
    guard start < read.words.count else { return nil }
    let gap = read.gap(before: start)
    // `Đề án “Trồng một tỷ cây xanh”`
    if gap.firstRange(of: Array("“".utf8)) != nil || gap.contains(UInt8(ascii: "\"")) {
      let end = (start + 1..<min(read.words.count + 1, start + 60)).first {
        let behind = $0 < read.words.count ? read.gap(before: $0) : read.gap(before: read.words.count)
        return behind.firstRange(of: Array("”".utf8)) != nil || behind.contains(UInt8(ascii: "\""))
      }
      return end.flatMap { $0 - start >= 3 ? $0 : nil }
    }
    guard gap.allSatisfy({ $0 <= 0x20 }) else { return nil }
    let first = read.printed(start)
    // `Đề án 06`
    if !isLaw, first.utf8.count == 2, first.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return start + 1
    }
    if isLaw, !read.isCapital(start) { return nil }
    var end = start
    var sawSign = isLaw || kind.contains { rules[.titledSign].match(at: $0, in: read.folded) != nil }
    while end < read.words.count, end - start < 30 {
      let gap = read.gap(before: end)
      if end > start, gap.contains(where: { ";:.()".utf8.contains($0) }) { break }
      // A comma is inside a title that goes on in small letters.
      if end > start, gap.contains(UInt8(ascii: ",")), read.isCapital(end) { break }
      if rules[.titledEnd].match(at: end, in: read.folded) != nil, !read.isCapital(end) { break }
      if rules[.titledSign].match(at: end, in: read.folded) != nil { sawSign = true }
      end += 1
    }
    return sawSign && end - start >= 2 ? end : nil
  }
}
