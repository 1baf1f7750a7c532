import BuiltIn
import Source

/// The words by which the outer form of a document is known: data of `Data/document-form.tsv`.
struct DocumentForm: Sendable {
  enum Use: String {
    case motto, recipients, kind, issuer, basis, proposal, annex, part, chapter, section, article, contents,
      nth
    case issuedWith = "issued-with"
    case numberColumn = "number-column"
  }

  private let words: [Use: [[UInt8]]]
  /// First words of what begins a numbered part: `dieu`, `chuong`, `phu`.
  private let beginnings: Set<[UInt8]>

  /// - Throws: `Refusal` when the program's own table is missing.
  static func builtIn() throws(Refusal) -> DocumentForm {
    DocumentForm(try BuiltIn.file("Data/document-form.tsv").bytes)
  }

  private init(_ table: [UInt8]) {
    var words: [Use: [[UInt8]]] = [:]
    for line in table.split(separator: UInt8(ascii: "\n")).dropFirst() where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 2, let use = Use(rawValue: cells[0]) else { continue }
      words[use, default: []].append(PlainLetters.words(cells[1]))
    }
    self.words = words
    beginnings = Set(
      [Use.annex, .part, .chapter, .section, .article].flatMap { words[$0] ?? [] }.map {
        Array($0.prefix { $0 != 0x20 })
      })
  }

  /// Whether a word may begin the name of a numbered part.
  func mayBeginPart(_ word: [UInt8]) -> Bool { beginnings.contains(word) }

  func isOne(_ text: [UInt8], of use: Use) -> Bool { words[use]?.contains(text) == true }

  /// Whether a text begins with one of the phrases, as whole words.
  func begins(_ text: [UInt8], with use: Use) -> Bool {
    words[use]?.contains { text.starts(with: $0) && (text.count == $0.count || text[$0.count] == 0x20) }
      == true
  }

  func holds(_ text: [UInt8], _ use: Use) -> Bool {
    words[use]?.contains { text.holds($0) } == true
  }
}

extension [UInt8] {
  /// Whether other bytes stand somewhere among these.
  fileprivate func holds(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, count >= wanted.count else { return wanted.isEmpty }
    return (0...(count - wanted.count)).contains {
      self[$0] == first && self[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
