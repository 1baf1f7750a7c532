import Manuscript
import Source
import Wordings

/// What is known of the bodies that a document names.
struct Bodies {
  /// Each body and role once.
  var seen = Set<[String]>()
}

/// Names of bodies in a cell or at the beginning of a paragraph.
struct BodyNames {
  private let rules: RecognitionRules

  init(_ rules: RecognitionRules) {
    self.rules = rules
  }

  /// The names in a cell: parted by semicolons and lines, and by commas in front of a word that begins a name.
  func names(in cell: String) -> [String] {
    var names: [String] = []
    for piece in cell.unicodeScalars.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map(String.init) {
      var current = ""
      for part in piece.unicodeScalars.split(separator: ",").map(String.init) {
        let read = ReadText(part.bare)
        let beginsName =
          rules[.body].match(at: 0, in: read.folded) != nil && read.isCapital(0) && read.words.count > 1
        if current.isEmpty || beginsName {
          if !current.isEmpty { names.append(current) }
          current = part.bare
        } else {
          current += ", " + part.bare
        }
      }
      if !current.isEmpty { names.append(current) }
    }
    return names.map(\.bare).filter { name in
      let read = ReadText(name)
      return rules[.body].match(at: 0, in: read.folded) != nil && read.words.count > 1
        && read.words.count <= 25
    }
  }

  /// The name that a paragraph on duties begins with, up to what the body has to do.
  func name(before duties: String) -> String? {
    let read = ReadText(duties)
    var start = 0
    while let match = rules[.addressed].match(at: start, in: read.folded) { start = match.range.upperBound }
    guard let begin = rules[.body].match(at: start, in: read.folded), read.isCapital(start) || start > 0
    else { return nil }
    var end = begin.range.upperBound
    while end < read.words.count {
      let gap = read.gap(before: end)
      if gap.contains(UInt8(ascii: ":")) || gap.contains(UInt8(ascii: ";")) || gap.contains(UInt8(ascii: "("))
      {
        break
      }
      if gap.contains(UInt8(ascii: ".")), !gap.contains(UInt8(ascii: "-")), end > start + 1 { break }
      // A name in small letters goes on to the verb.
      if rules[.duty].match(at: end, in: read.folded) != nil, !read.isCapital(end) { break }
      end += 1
      if end - start > 25 { return nil }
    }
    guard end - start >= 2 else { return nil }
    return read.string(start..<end).bare
  }
}

extension RecognitionPass {
  /// `1. Sở Khoa học và Công nghệ` below the heading on organisation.
  mutating func readBody(heading block: Block) {
    guard sections.section == "governance", block.role == .body else { return }
    let title = ReadText(block.title)
    let label = block.labelBytes
    let words = title.string(bytes: min(label, title.text.utf8.count)..<title.text.utf8.count)
    addDuty(words, block)
  }

  /// The same where it is an item and no heading.
  mutating func readBody(item block: Block) {
    guard sections.section == "governance", case .listItem(let level) = block.kind, level == 1,
      let label = block.label, label.utf8.first.map({ (0x30...0x39).contains($0) }) == true
    else { return }
    addDuty(String(block.words), block)
  }

  private mutating func addDuty(_ words: String, _ block: Block) {
    guard let name = BodyNames(rules).name(before: words) else { return }
    addBody(name, "implementing", block.place, words, .heading(block.place.headings.last ?? ""), .certain)
  }

  mutating func addBody(
    _ name: String, _ role: String, _ place: ManuscriptPlace, _ quotation: String,
    _ finder: RecognisedFact.Finder,
    _ certainty: RecognisedFact.Certainty
  ) {
    let isColumn: Bool = if case .column = finder { true } else { false }
    let key = FoldedWords(name).words.map { String($0.identity) } + [role, isColumn ? "column" : "duty"]
    guard bodies.seen.insert(key).inserted else { return }
    add(
      RecognisedFact(
        "governance", "body", name, [("role", role)], at: place, quoting: quotation, by: finder, certainty))
  }
}
