/// The articles that a source text names: `Đ.21 k.3`, `Đ.25–28`, `Đ.7 k.1 a, b`.
struct CitedArticles {
  struct Article {
    let range: ClosedRange<Int>
    var clauses: [Int] = []
    /// Points that are named one by one, each with its clause.
    var points: [(clause: Int, point: String)] = []
  }

  private(set) var articles: [Article] = []

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      if rest.starts(with: "Đ.".utf8) {
        index += 3
        guard let first = Self.number(bytes, &index) else { continue }
        let dash = Array("–".utf8)
        var last = first
        if bytes[index...].starts(with: dash) {
          var after = index + dash.count
          if let end = Self.number(bytes, &after) { (last, index) = (end, after) }
        }
        articles.append(Article(range: min(first, last)...max(first, last)))
      } else if rest.starts(with: "k.".utf8), !articles.isEmpty {
        index += 2
        guard let clause = Self.number(bytes, &index) else { continue }
        articles[articles.count - 1].clauses.append(clause)
        articles[articles.count - 1].points += Self.points(bytes, &index).map { (clause, $0) }
      } else {
        index += 1
      }
    }
  }

  private static func number(_ bytes: [UInt8], _ index: inout Int) -> Int? {
    let digits = bytes[index...].prefix { (0x30...0x39).contains($0) }
    index += digits.count
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Single letters after a clause: ` a, b`. A range of points names none of them by itself.
  private static func points(_ bytes: [UInt8], _ index: inout Int) -> [String] {
    var points: [String] = []
    var start = index
    while let point = point(bytes, start, first: points.isEmpty) {
      points.append(point.letter)
      start = point.end
      index = start
      if bytes[start...].starts(with: "–".utf8) { return [] }
    }
    return points
  }

  private static func point(_ bytes: [UInt8], _ start: Int, first: Bool) -> (letter: String, end: Int)? {
    let lead = Array((first ? " " : ", ").utf8)
    guard bytes[start...].starts(with: lead) else { return nil }
    let begin = start + lead.count
    guard begin < bytes.count else { return nil }
    let length = bytes[begin...].starts(with: "đ".utf8) ? 2 : 1
    let end = begin + length
    guard length == 2 || (0x61...0x7A).contains(bytes[begin]),
      end == bytes.count || bytes[end...].starts(with: "–".utf8) || !isLetter(bytes[end]),
      end >= bytes.count || bytes[end] != 0x2E
    else { return nil }
    return (String(decoding: bytes[begin..<end], as: UTF8.self), end)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Documents of which the text names articles: those right before one.
  static func documentsWithArticles(in text: String) -> Set<String> {
    let words = text.utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }
    return Set(zip(words, words.dropFirst()).filter { $0.1.utf8.starts(with: "Đ.".utf8) }.map(\.0))
  }

  /// The articles of a provision's own attribute, which may be `7–11`.
  static func range(_ article: String) -> ClosedRange<Int>? {
    let numbers = article.utf8.split { !(0x30...0x39).contains($0) }
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard article.utf8.first.map({ (0x30...0x39).contains($0) }) == true, let first = numbers.first,
      let last = numbers.last
    else { return nil }
    return min(first, last)...max(first, last)
  }

  /// Numbers of documents as they are printed, such as `829/QĐ-BTTTT`.
  static func documents(in text: String) -> [String] {
    let ends: Set<UInt8> = Set(";,():".utf8)
    return text.utf8.split { $0 <= 0x20 || ends.contains($0) }.compactMap { word in
      guard word.first.map({ (0x30...0x39).contains($0) }) == true else { return nil }
      let symbol = zip(word, word.dropFirst()).contains { before, after in
        (before == UInt8(ascii: "/") || before == UInt8(ascii: "-"))
          && ((0x41...0x5A).contains(after) || after == 0xC4)
      }
      return symbol ? String(Substring(word)) : nil
    }
  }
}
