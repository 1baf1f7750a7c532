import Archives
import Source
import XML

/// A Word file with named places, `{{ten-de-an}}`, that are filled in; everything else of it stays as its owner made it.
/// A place that stands alone in its paragraph may take paragraphs and tables.
package struct WordTemplate {
  package enum Value: Sendable {
    case text(String)
    case blocks([WordDocument.Block])
  }

  private let bytes: [UInt8]
  private let source: String
  private let limits: Limits
  private let index: MarkupIndex
  /// Paragraphs with the pieces of text in them.
  private let paragraphs: [(node: Int, texts: [Int])]

  private static let part = "word/document.xml"
  private static let width = 11_906 - 1_701 - 850

  /// - Throws: `Refusal` when it is no Word file that can be filled in.
  package init(_ bytes: [UInt8], source: String, limits: Limits = Limits()) throws(Refusal) {
    (self.bytes, self.source, self.limits) = (bytes, source, limits)
    let container = try Container(bytes, source: source, limits: limits.manuscript) { $0 == Self.part }
    guard let main = container.parts[Self.part] else {
      throw Refusal(source: source, cause: TemplateFault.noTemplate)
    }
    var bounds = limits
    bounds.input.depth = limits.manuscript.depth
    let text = try SourceText(name: source + "!/" + Self.part, stored: main)
    guard text.bytes.count == main.count else {
      throw Refusal(source: source, cause: TemplateFault.noTemplate)
    }
    _ = try Document(text, limits: bounds)
    let index = MarkupIndex(main)
    guard index.prefix(of: "http://schemas.openxmlformats.org/wordprocessingml/2006/main") == "w" else {
      throw Refusal(source: source, cause: TemplateFault.noTemplate)
    }
    var paragraphs: [(node: Int, texts: [Int])] = []
    for node in index.nodes.indices where index.name(of: node).elementsEqual("w:p".utf8) {
      let texts = index.descendants(of: node).filter { index.name(of: $0).elementsEqual("w:t".utf8) }
      if !texts.isEmpty { paragraphs.append((node, texts)) }
    }
    (self.index, self.paragraphs) = (index, paragraphs)
  }

  /// The names of the places that it has.
  package var places: Set<String> {
    Set(paragraphs.flatMap { paragraph in Self.places(in: text(of: paragraph.texts)).map(\.name) })
  }

  /// The file with its places filled in; those without a value stay.
  /// - Throws: `Refusal` when it cannot be written.
  package func filled(_ values: [String: Value]) throws(Refusal) -> [UInt8] {
    var edits = MarkupEdits()
    for (node, texts) in paragraphs {
      let text = text(of: texts)
      let places = Self.places(in: text)
      guard !places.isEmpty else { continue }
      if places.count == 1, let place = places.first, case .blocks(let blocks) = values[place.name],
        isAlone(place.range, in: text)
      {
        let whole = index.nodes[node]
        edits.replace(
          whole.start..<whole.end, by: blocks.map(xml).joined() + (endsInTable(blocks) ? "<w:p/>" : ""))
        continue
      }
      for place in places {
        guard case .text(let value) = values[place.name] else { continue }
        write(value, over: place.range, of: texts, into: &edits)
      }
    }
    return try ZipWriting.container(
      bytes, source: source, limits: limits.manuscript,
      replacing: [Self.part: edits.applied(to: index.bytes)], adding: [])
  }

  // MARK: Places

  /// The letters of a paragraph as they are stored, one run after another.
  private func text(of texts: [Int]) -> [UInt8] {
    texts.flatMap { index.bytes[index.nodes[$0].contentStart..<index.nodes[$0].contentEnd] }
  }

  private static func places(in text: [UInt8]) -> [(name: String, range: Range<Int>)] {
    var found: [(name: String, range: Range<Int>)] = []
    var start = 0
    while let open = text[start...].firstRange(of: Array("{{".utf8)) {
      guard let close = text[open.upperBound...].firstRange(of: Array("}}".utf8)) else { break }
      let name = text[open.upperBound..<close.lowerBound].filter { $0 != 0x20 }
      let isName =
        !name.isEmpty
        && name.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
      if isName {
        found.append((String(decoding: name, as: UTF8.self), open.lowerBound..<close.upperBound))
        start = close.upperBound
      } else {
        start = open.upperBound
      }
    }
    return found
  }

  private func isAlone(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    text[..<range.lowerBound].allSatisfy { $0 <= 0x20 } && text[range.upperBound...].allSatisfy { $0 <= 0x20 }
  }

  /// Word cuts a place into several runs when somebody edited it: the value goes into the first.
  private func write(_ value: String, over range: Range<Int>, of texts: [Int], into edits: inout MarkupEdits)
  {
    var offset = 0
    var isWritten = false
    for node in texts {
      let place = index.nodes[node]
      let length = place.contentEnd - place.contentStart
      let piece =
        max(
          range.lowerBound, offset)..<max(
          max(range.lowerBound, offset), min(range.upperBound, offset + length))
      if !piece.isEmpty {
        let start = place.contentStart + piece.lowerBound - offset
        edits.replace(
          start..<start + piece.count, by: isWritten ? "" : XMLText.escaped(SafeText.harmless(value)))
        isWritten = true
      }
      offset += length
    }
  }

  private func xml(_ block: WordDocument.Block) -> String {
    switch block {
    case .paragraph(let paragraph): WordMarkup.xml(paragraph)
    case .table(let table): WordMarkup.xml(table, width: Self.width)
    case .pageBreak: "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
    }
  }

  private func endsInTable(_ blocks: [WordDocument.Block]) -> Bool {
    if case .table = blocks.last { return true }
    return blocks.isEmpty
  }
}

/// Why a template cannot be filled in.
package enum TemplateFault: RefusalCause {
  case noTemplate
  /// It lacks places without which a letter says nothing.
  case without(places: [String])

  package var phrase: Phrase {
    switch self {
    case .noTemplate: Phrase("refusals.office-no-template")
    case .without(let places):
      Phrase("refusals.office-template-places", ["places": .text(places.joined(separator: ", "))])
    }
  }
}
