import Manuscript
import Source

/// Lines into paragraphs and tables.
struct TextParagraphs {
  private(set) var blocks: [Block] = []
  private let form: DocumentForm
  private let isMarkdown: Bool
  private let limits: Limits.Manuscript
  /// Whether paragraphs follow each other without empty lines.
  private var isDense = false

  init(_ form: DocumentForm, isMarkdown: Bool, _ limits: Limits.Manuscript) {
    self.form = form
    self.isMarkdown = isMarkdown
    self.limits = limits
  }

  mutating func add(_ lines: ArraySlice<TextLine>) {
    let empty = lines.count { $0.isEmpty }
    isDense = empty * 10 < lines.count - empty
    var index = lines.startIndex
    var open: [TextLine] = []
    // The emphasis at the beginning and at the end of the last open line.
    var marks = (start: Emphasis(), end: Emphasis())
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
      } else if isMarkdown, line.beginsTable, let (block, next) = htmlTable(lines[index...]) {
        finish(&open)
        blocks.append(block)
        index = next
      } else if line.isBar, let table = BarTable(lines[index...]) {
        finish(&open)
        blocks.append(self.table(table.rows, at: line.number))
        index = table.end
      } else if isEnd(line) {
        finish(&open)
        index += 1
      } else {
        if let last = open.last {
          // Letters that are still bold or in italics there go on: their mark closes further down.
          let goesOn =
            marks.end.isOpen && last.text.utf8.last.map { !".;:".utf8.contains($0) } ?? false
            && closes(lines[index...])
          if !goesOn,
            begins(line, after: last, marks) || isDense && open.count == 1 && ends(last, before: line)
          {
            finish(&open)
          }
        }
        if open.isEmpty { marks = (Emphasis(), Emphasis()) }
        open.append(line)
        marks = (marks.end, StyledText(line.text, isMarkdown, from: marks.end).end)
        index += 1
      }
    }
    finish(&open)
  }

  /// Whether a line is a heading or an item of its own above a line without a number: short, begun with a number or a
  /// dash, ended without a sign, and not in the middle of a name (`Thành lập Ban` / `Chỉ đạo`).
  private func ends(_ last: TextLine, before line: TextLine) -> Bool {
    let text = StyledText(last.text, isMarkdown).text
    guard text.unicodeScalars.count <= 60, let label = TypedLabel(text, form: form), label.kind >= .one,
      let end = text.unicodeScalars.last, end.properties.isAlphabetic || ("0"..."9").contains(end),
      let first = StyledText(line.text, isMarkdown).text.unicodeScalars.first, first.properties.isUppercase
    else { return false }
    let word = text.unicodeScalars.reversed().prefix { !$0.properties.isWhitespace }.last
    return word.map { !$0.properties.isUppercase } ?? false
  }

  /// Whether a mark of emphasis stands in the next lines of a paragraph.
  private func closes(_ lines: ArraySlice<TextLine>) -> Bool {
    for line in lines.prefix(8) {
      if line.isEmpty { return false }
      if line.text.utf8.contains(UInt8(ascii: "*")) { return true }
    }
    return false
  }

  /// Whether a line begins a paragraph although no empty line stands above it.
  private func begins(_ line: TextLine, after last: TextLine, _ marks: (start: Emphasis, end: Emphasis))
    -> Bool
  {
    let text = StyledText(line.text, isMarkdown).text
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return false }
    let before = StyledText(last.text, isMarkdown, from: marks.start)
    let ended = before.text.utf8.last.map { ".;:".utf8.contains($0) } ?? true
    if Letters.areCapitals(before.text), !Letters.areCapitals(text) { return true }
    let label = TypedLabel(text, form: form)
    let isLabel = label != nil
    // Without empty lines a dash and a capital begin an item, whatever the line above ends with.
    if isDense, let label, label.kind == .dash || label.kind == .letter,
      text.utf8.dropFirst(label.bytes).first.map({ $0 >= 0x41 }) ?? false,
      Substring(text.utf8.dropFirst(label.bytes)).unicodeScalars.first?.properties.isUppercase ?? false
    {
      return true
    }
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
      || ended
        && (form.begins(PlainLetters.words(text), with: .basis)
          || form.begins(PlainLetters.words(text), with: .proposal))
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

  /// The table of HTML that begins here, and the number of the line behind it.
  private func htmlTable(_ lines: ArraySlice<TextLine>) -> (Block, Int)? {
    var depth = 0
    var bytes: [UInt8] = []
    for index in lines.indices {
      let line = Array(lines[index].text.utf8).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      depth += line.ranges(of: Array("<table".utf8)).count - line.ranges(of: Array("</table".utf8)).count
      bytes += Array(lines[index].text.utf8) + [0x0A]
      guard depth <= 0 else { continue }
      guard let found = HTMLTable(bytes, line: lines[lines.startIndex].number, limits: limits) else {
        return nil
      }
      let place = ManuscriptPlace(line: lines[lines.startIndex].number)
      return (Block(.table(found.table), place: place), index + 1)
    }
    return nil
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
