import Manuscript
import Source

/// Reads plain text and Markdown. A text has lines and nothing else: what a line begins with tells where a paragraph
/// does.
///
/// Done: headings, paragraphs, bold and italic, tables with bars, tables with one cell a line, notes of Markdown. Not
/// done: lists by indentation, links, code, HTML inside.
struct PlainTextReader {
  let name: String
  let form: DocumentForm

  func read(_ text: SourceText, digest: String) -> Manuscript {
    let lines = TextLine.all(of: text.bytes)
    let isMarkdown = lines.contains { $0.isMarkdown }
    var paragraphs = TextParagraphs(form, isMarkdown: isMarkdown)
    paragraphs.add(lines[...])
    return Manuscript(
      source: name, digest: digest, format: isMarkdown ? .markdown : .text, blocks: paragraphs.blocks)
  }
}

/// One line and its number, from 1.
struct TextLine {
  let text: String
  let number: Int

  static func all(of bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    var number = 1
    for end in 0...bytes.count where end == bytes.count || bytes[end] == 0x0A {
      var last = end
      while last > start, bytes[last - 1] == 0x0D || bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 {
        last -= 1
      }
      // A form feed is the end of a page and no letter.
      let piece = bytes[start..<last].filter { $0 != 0x0C }
      lines.append(TextLine(text: String(decoding: piece, as: UTF8.self), number: number))
      start = end + 1
      number += 1
    }
    return lines
  }

  var isEmpty: Bool { text.isEmpty }

  /// Whether only Markdown has such a line.
  var isMarkdown: Bool {
    headingLevel != nil || isTableRule || text.utf8.starts(with: "**".utf8) && text.utf8.count > 4
  }

  /// `## …`
  var headingLevel: Int? {
    let marks = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(marks), text.utf8.dropFirst(marks).first == 0x20 else { return nil }
    return marks
  }

  var isRow: Bool { text.utf8.first == UInt8(ascii: "|") && text.utf8.count > 1 }

  /// `|---|---|`
  var isTableRule: Bool {
    isRow && text.utf8.contains(UInt8(ascii: "-")) && text.utf8.allSatisfy { "|-: ".utf8.contains($0) }
  }

  var isBar: Bool { text.utf8.elementsEqual("|".utf8) }

  /// A line of dashes under a letterhead, or between parts.
  var isRule: Bool { text.utf8.count >= 3 && text.utf8.allSatisfy { "-_=*".utf8.contains($0) } }

  /// The cells of a row between bars.
  var cells: [String] {
    var cells: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in text.utf8.dropFirst() {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\")
    }
    if cells.last?.allSatisfy({ $0 <= 0x20 }) == true { cells.removeLast() }
    return cells.map { cell in
      let head = cell.drop { $0 <= 0x20 }
      return String(
        decoding: head.prefix(head.count - head.reversed().prefix { $0 <= 0x20 }.count), as: UTF8.self)
    }
  }
}

/// Lines into paragraphs and tables.
struct TextParagraphs {
  private(set) var blocks: [Block] = []
  private let form: DocumentForm
  private let isMarkdown: Bool

  init(_ form: DocumentForm, isMarkdown: Bool) {
    self.form = form
    self.isMarkdown = isMarkdown
  }

  mutating func add(_ lines: ArraySlice<TextLine>) {
    var index = lines.startIndex
    var open: [TextLine] = []
    func isEnd(_ line: TextLine) -> Bool { line.isEmpty || line.isRule }
    while index < lines.endIndex {
      let line = lines[index]
      if isMarkdown, line.text.utf8.starts(with: "<!--".utf8) {
        finish(&open)
        while index < lines.endIndex, !lines[index].text.utf8.reversed().starts(with: "-->".utf8.reversed()) {
          index += 1
        }
        index += 1
      } else if let level = isMarkdown ? line.headingLevel : nil {
        finish(&open)
        var block = self.block([
          TextLine(text: String(Substring(line.text.utf8.dropFirst(level + 1))), number: line.number)
        ])
        block.kind = .heading(level: level)
        blocks.append(block)
        index += 1
      } else if line.isRow, index + 1 < lines.endIndex, lines[index + 1].isTableRule {
        finish(&open)
        index = addTable(lines, index)
      } else if line.isBar, let table = BarTable(lines[index...]) {
        finish(&open)
        blocks.append(self.table(table.rows, at: line.number))
        index = table.end
      } else if isEnd(line) {
        finish(&open)
        index += 1
      } else {
        if let last = open.last, begins(line, after: last) { finish(&open) }
        open.append(line)
        index += 1
      }
    }
    finish(&open)
  }

  /// Whether a line begins a paragraph although no empty line stands above it.
  private func begins(_ line: TextLine, after last: TextLine) -> Bool {
    let text = StyledText(line.text, isMarkdown).text
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return false }
    let before = StyledText(last.text, isMarkdown)
    let ended = before.text.utf8.last.map { ".;:".utf8.contains($0) } ?? true
    if Letters.areCapitals(before.text), !Letters.areCapitals(text) { return true }
    let isLabel = TypedLabel(text, form: form) != nil
    if isLabel, ended || before.isBold || last.text.utf8.count < 60 { return true }
    if isMarkdown {
      // A line that is bold as a whole stands alone.
      let this = StyledText(line.text, isMarkdown)
      if before.isBold != this.isBold, before.isBold || this.isBold && this.text.utf8.count == text.utf8.count
      {
        return true
      }
    }
    return ended && first.properties.isUppercase && last.text.utf8.count < 60
      || ended && form.begins(PlainLetters.words(text), with: .basis)
  }

  private mutating func finish(_ open: inout [TextLine]) {
    guard !open.isEmpty else { return }
    blocks.append(block(open))
    open = []
  }

  private func block(_ lines: [TextLine]) -> Block {
    let text = StyledText(lines.map(\.text).joined(separator: "\n"), isMarkdown)
    var block = Block(
      .paragraph, text: text.text, look: text.look, place: ManuscriptPlace(line: lines.first?.number))
    block.titleBytes = text.titleBytes
    return block
  }

  private mutating func addTable(_ lines: ArraySlice<TextLine>, _ start: Int) -> Int {
    var rows = [lines[start].cells]
    var index = start + 2
    while index < lines.endIndex, lines[index].isRow {
      rows.append(lines[index].cells)
      index += 1
    }
    blocks.append(table(rows, at: lines[start].number))
    return index
  }

  private func table(_ rows: [[String]], at line: Int) -> Block {
    let columns = rows.map(\.count).max() ?? 0
    let made = rows.enumerated().map { row, cells in
      Table.Row(
        cells: cells.enumerated().map { column, text in
          Table.Cell(
            column: column,
            blocks: pieces(text).map { piece in
              let styled = StyledText(piece, isMarkdown)
              return Block(
                .paragraph, text: styled.text, look: styled.look,
                place: ManuscriptPlace(row: row + 1, column: column + 1, line: line + row))
            })
        })
    }
    return Block(.table(Table(columns: columns, rows: made)), place: ManuscriptPlace(line: line))
  }

  /// The lines of a cell.
  private func pieces(_ text: String) -> [String] {
    var pieces: [[UInt8]] = [[]]
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.first {
      if bytes.starts(with: "<br>".utf8) {
        pieces.append([])
        bytes = bytes.dropFirst(4)
      } else {
        pieces[pieces.count - 1].append(byte)
        bytes = bytes.dropFirst()
      }
    }
    return pieces.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// A text without its marks of bold and italic letters, and what they said.
struct StyledText {
  private(set) var text: String
  private(set) var look: Block.Look = []
  private(set) var titleBytes = 0
  var isBold: Bool { look.contains(.bold) }

  init(_ source: String, _ isMarkdown: Bool) {
    guard isMarkdown, source.utf8.contains(UInt8(ascii: "*")) else {
      text = source
      return
    }
    var result: [UInt8] = []
    var (bold, italic) = (false, false)
    var (words, boldWords, italicWords) = (0, 0, 0)
    var endOfBold: Int?
    let bytes = Array(source.utf8)
    var index = 0
    while index < bytes.count {
      let stars = bytes[index...].prefix { $0 == UInt8(ascii: "*") }.count
      let next = index + stars < bytes.count ? bytes[index + stars] : 0x20
      // A star alone at the beginning marks an item.
      if stars > 0, !(stars == 1 && index == 0 && next == 0x20) {
        if stars >= 2 { bold.toggle() }
        if stars == 1 || stars == 3 { italic.toggle() }
        index += stars
        continue
      }
      let byte = bytes[index]
      if byte > 0x20 {
        words += 1
        if bold { boldWords += 1 } else if endOfBold == nil { endOfBold = result.count }
        if italic { italicWords += 1 }
      }
      result.append(byte)
      index += 1
    }
    text = String(decoding: result, as: UTF8.self)
    guard words > 0 else { return }
    if boldWords * 10 >= words * 8 { look.insert(.bold) }
    if italicWords * 10 >= words * 8 { look.insert(.italic) }
    if let endOfBold, boldWords > 0 { titleBytes = endOfBold }
  }
}

/// A table written with one cell a line, as text taken from Word files by simple tools: a bar alone ends a cell, ends a
/// row, and stands for an empty cell. A row of n cells has n + 1 bars, so that the table can be rebuilt once n is known:
/// it is the number with which the rows go furthest.
struct BarTable {
  private(set) var rows: [[String]]
  private(set) var end: Int

  init?(_ lines: ArraySlice<TextLine>) {
    var best: BarTable?
    for columns in 2...15 {
      guard let table = BarTable(lines, columns: columns) else { continue }
      if let known = best, (table.end, table.rows.count) <= (known.end, known.rows.count) { continue }
      best = table
    }
    guard let best else { return nil }
    self = best
  }

  private init?(_ lines: ArraySlice<TextLine>, columns: Int) {
    rows = []
    end = lines.startIndex
    var index = lines.startIndex
    while index < lines.endIndex, lines[index].isBar {
      index += 1
      var cells: [String] = []
      while cells.count < columns {
        var cell: [String] = []
        while index < lines.endIndex, !lines[index].isBar {
          if !lines[index].isEmpty, !lines[index].isRule { cell.append(lines[index].text) }
          index += 1
        }
        guard index < lines.endIndex, cell.reduce(0, { $0 + $1.utf8.count }) < 6_000 else { break }
        index += 1
        cells.append(cell.joined(separator: "\n"))
      }
      guard cells.count == columns else { break }
      rows.append(cells)
      end = index
      while index < lines.endIndex, lines[index].isEmpty { index += 1 }
    }
    if rows.isEmpty { return nil }
  }
}
