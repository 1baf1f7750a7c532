import Manuscript
import Source

/// Lines of pages into paragraphs and tables.
struct PDFLayout {
  /// Lines at one height, from left to right.
  struct Row {
    var pieces: [PDFLine]
    var number: Int
    var top: Double { pieces.map(\.top).min() ?? 0 }
    var bottom: Double { pieces.map(\.bottom).max() ?? 0 }
    var height: Double { pieces.map(\.height).max() ?? 0 }
    var left: Double { pieces.first?.left ?? 0 }
    var right: Double { pieces.map(\.right).max() ?? 0 }
  }

  private(set) var blocks: [Block] = []
  private(set) var losses: [Loss] = []
  private let form: DocumentForm
  private var open: [(row: Row, page: Int)] = []
  private var edges: (left: Double, right: Double) = (0, 0)

  init(_ form: DocumentForm) {
    self.form = form
  }

  mutating func add(_ lines: [PDFLine], width: Double, number: Int) {
    guard !lines.isEmpty else { return }
    let columns = PDFColumns.split(lines, width: width)
    for (index, column) in columns.enumerated() {
      add(
        PDFColumns.rows(of: column, from: index == 0 ? 1 : columns[0].count + 1),
        width: columns.count == 1 ? width : nil, page: number)
    }
  }

  mutating func finish() {
    endParagraph()
  }

  private mutating func add(_ rows: [Row], width: Double?, page: Int) {
    edges = (rows.map(\.left).min() ?? 0, rows.map(\.right).max() ?? 0)
    // A page of short lines alone has its margin where it would be on the other side.
    if let width { edges.right = max(edges.right, width - edges.left) }
    var index = 0
    while index < rows.count {
      let end = PDFTable.end(of: rows, from: index)
      if end > index, let table = PDFTable(Array(rows[index..<end])) {
        endParagraph()
        blocks.append(table.block(page: page, losses: &losses))
        index = end
        continue
      }
      add(rows[index], page)
      index += 1
    }
  }

  private mutating func add(_ row: Row, _ page: Int) {
    if let last = open.last, begins(row, page, after: last) { endParagraph() }
    open.append((row, page))
  }

  private func text(_ row: Row) -> String { row.pieces.map(\.text).joined(separator: " ") }

  /// Whether a line begins a paragraph.
  private func begins(_ row: Row, _ page: Int, after last: (row: Row, page: Int)) -> Bool {
    let (this, before) = (text(row), text(last.row))
    let ends = before.utf8.last.map { ".;:".utf8.contains($0) } ?? false
    if TypedLabel(this, form: form).map({ $0.kind != .roman || ends || isShort(last.row) }) == true {
      // A number in the middle of a sentence may stand at the beginning of a line.
      return ends || isShort(last.row) || isIndented(row, last.row)
    }
    if page != last.page {
      let isSmall = this.unicodeScalars.first?.properties.isLowercase == true
      return ends || isShort(last.row) && !isSmall
    }
    if row.top - last.row.bottom > last.row.height * 0.9 { return true }
    // The kind of document stands on a line of its own, and its subject below.
    if isCentred(last.row), form.isOne(PlainLetters.words(before.prefix(60)), of: .kind) { return true }
    if isCentred(row) != isCentred(last.row) { return true }
    if isIndented(row, last.row), ends || isShort(last.row) { return true }
    return isShort(last.row) && !isCentred(row)
      && (ends || this.unicodeScalars.first?.properties.isUppercase == true)
      || abs(row.height - last.row.height) > 3
      || Letters.areCapitals(this) != Letters.areCapitals(before) && isCentred(row)
  }

  private func isShort(_ row: Row) -> Bool { row.right < edges.right - (edges.right - edges.left) * 0.12 }

  private func isIndented(_ row: Row, _ last: Row) -> Bool { row.left > last.left + last.height * 0.8 }

  private func isCentred(_ row: Row) -> Bool {
    let (left, right) = (row.left - edges.left, edges.right - row.right)
    return left > 20 && right > 20 && abs(left - right) < 24
  }

  private mutating func endParagraph() {
    guard let first = open.first else { return }
    var joined = PDFText()
    for (row, _) in open { joined.add(text(row)) }
    var text = Array(joined.text.utf8)
    let place = ManuscriptPlace(page: first.page, line: first.row.number)
    var calls: [Block.NoteCall] = []
    OldPieces.decode(&text, [(0, "")], &calls, place, &losses)
    var block = Block(.paragraph, text: String(decoding: text, as: UTF8.self), place: place)
    if open.allSatisfy({ isCentred($0.row) }) { block.look.insert(.centred) }
    blocks.append(block)
    open = []
  }
}

/// Lines of one paragraph, joined as they were before somebody broke them.
struct PDFText {
  private(set) var text = ""

  mutating func add(_ line: String) {
    guard let last = text.unicodeScalars.last else {
      text = line
      return
    }
    if last == "\u{AD}" {
      text.unicodeScalars.removeLast()
    } else if last == "-", isBroken(line) {
      text.unicodeScalars.removeLast()
    } else if last != "-" || !endsInWord {
      text += " "
    }
    text += line
  }

  /// Whether a letter stands before the hyphen: `57-`, not `2026 -`.
  private var endsInWord: Bool {
    let scalars = text.unicodeScalars.suffix(2)
    return scalars.count == 2
      && scalars.first.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } == true
  }

  /// Whether a hyphen parts one word. Two syllables of Vietnamese with a hyphen between them keep it.
  private func isBroken(_ line: String) -> Bool {
    let before = text.unicodeScalars.dropLast().reversed().prefix { $0.properties.isAlphabetic }.reversed()
    let after = line.unicodeScalars.prefix { $0.properties.isAlphabetic }
    guard before.count > 1, after.count > 1, after.allSatisfy({ $0.properties.isLowercase }),
      before.allSatisfy({ $0.properties.isLowercase || $0.properties.isUppercase })
    else { return false }
    return !(VietnameseSyllable.isOne(before) && VietnameseSyllable.isOne(after))
  }
}
