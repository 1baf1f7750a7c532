import Languages
import Manuscript
import Source

/// A place of a document as its reader looks for it: page, number of the section, paragraph, row.
enum PlaceInDocument {
  /// Plans are in Vietnamese, and so are their places.
  static func words(_ place: ManuscriptPlace) -> String {
    var phrases: [Phrase] = []
    if let file = place.file {
      phrases.append(Phrase("manuscript.file", ["name": .text(SafeText.of(file, limit: 60))]))
    }
    if let page = place.page { phrases.append(Phrase("manuscript.page", ["page": .number(page)])) }
    if let section = section(place.headings) {
      phrases.append(Phrase("manuscript.section", ["heading": .text(section)]))
    }
    if place.paragraph > 0 {
      phrases.append(Phrase("manuscript.paragraph", ["number": .number(place.paragraph)]))
    }
    if let row = place.row, let column = place.column {
      phrases.append(Phrase("manuscript.row", ["row": .number(row), "column": .number(column)]))
    }
    if phrases.count == (place.file == nil ? 0 : 1), let line = place.line {
      phrases.append(Phrase("manuscript.line", ["line": .number(line)]))
    }
    if phrases.isEmpty { phrases.append(Phrase("manuscript.whole")) }
    return phrases.map { Language.vietnamese($0) }.joined(separator: ", ")
  }

  /// `III.2`: the numbers of the headings from the outside in; the words of the last where it has none.
  private static func section(_ headings: [String]) -> String? {
    guard let last = headings.last else { return nil }
    let numbers = headings.compactMap(number)
    guard number(last) != nil, !numbers.isEmpty else { return SafeText.of(last, limit: 60) }
    // `2.1` below `2` says it all.
    var path: [Substring] = []
    for number in numbers {
      if let before = path.last, number.utf8.starts(with: before.utf8 + [UInt8(ascii: ".")]) {
        path.removeLast()
      }
      path.append(number)
    }
    return path.joined(separator: ".")
  }

  /// The number that a heading begins with: `III.`, `2.1.`, `a)`.
  private static func number(_ heading: String) -> Substring? {
    let first = heading.prefix { !$0.isWhitespace }
    let bytes = Array(first.utf8)
    guard let end = bytes.last, end == UInt8(ascii: ".") || end == UInt8(ascii: ")"), bytes.count <= 8 else {
      return nil
    }
    return first.dropLast()
  }
}
