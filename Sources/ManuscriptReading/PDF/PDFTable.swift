import Manuscript
import Source

/// A table as its alignment shows it: rows in which pieces stand apart, with white corridors between the columns that
/// go through all of them.
struct PDFTable {
  private let rows: [PDFLayout.Row]
  /// Left and right of each column.
  private let columns: [ClosedRange<Double>]

  /// Where the rows end that belong to one table; the beginning where there is none.
  static func end(of rows: [PDFLayout.Row], from start: Int) -> Int {
    guard rows[start].pieces.count > 1, !isNumberAndText(rows[start]) else { return start }
    var end = start + 1
    while end < rows.count {
      let row = rows[end]
      guard row.top - rows[end - 1].bottom < rows[end - 1].height * 2.5 else { break }
      let trial = corridors(Array(rows[start...end]))
      guard trial.count > 1 else { break }
      end += 1
    }
    // What hangs on at the end with one piece alone may be a paragraph below.
    while end > start, rows[end - 1].pieces.count == 1, let only = rows[end - 1].pieces.first,
      only.right - only.left > (rows[start...].map(\.right).max() ?? 0) * 0.5
    {
      end -= 1
    }
    // Below the two columns of a letterhead the title stands alone, after a gap.
    while end > start + 1, rows[end - 1].pieces.count == 1,
      rows[end - 1].top - rows[end - 2].bottom > rows[end - 1].height,
      corridors(Array(rows[start..<end - 1])).count == 2
    {
      end -= 1
    }
    let wide = rows[start..<end].filter { $0.pieces.count > 1 }.count
    return wide >= 2 ? end : start
  }

  /// A label and its text behind a tab.
  private static func isNumberAndText(_ row: PDFLayout.Row) -> Bool {
    row.pieces.count == 2 && row.pieces[0].text.utf8.count <= 6
      && row.pieces[1].left - row.pieces[0].right < 40
  }

  init?(_ rows: [PDFLayout.Row]) {
    let columns = Self.corridors(rows)
    guard columns.count > 1 else { return nil }
    self.rows = rows
    self.columns = columns
  }

  /// The columns between white corridors.
  private static func corridors(_ rows: [PDFLayout.Row]) -> [ClosedRange<Double>] {
    var columns: [ClosedRange<Double>] = []
    for piece in rows.flatMap(\.pieces).sorted(by: { $0.left < $1.left }) {
      if let last = columns.last, piece.left < last.upperBound + 2 {
        columns[columns.count - 1] = last.lowerBound...max(last.upperBound, piece.right)
      } else {
        columns.append(piece.left...max(piece.left, piece.right))
      }
    }
    return columns
  }

  func block(page: Int, losses: inout [Loss]) -> Block {
    // A row of the table begins where its first column has something, or where no column goes on.
    var groups: [[PDFLayout.Row]] = []
    let numbered =
      rows.filter { column(of: $0.pieces.first) == 0 }.count * 3 > rows.count || columns.count > 2
    for row in rows {
      let begins = groups.isEmpty || !numbered || column(of: row.pieces.first) == 0
      if begins { groups.append([row]) } else { groups[groups.count - 1].append(row) }
    }
    let made = groups.enumerated().map { index, lines in self.row(lines, index + 1, page, &losses) }
    return Block(
      .table(Table(columns: columns.count, rows: made)),
      place: ManuscriptPlace(page: page, line: rows.first?.number))
  }

  private func column(of piece: PDFLine?) -> Int? {
    guard let piece else { return nil }
    return columns.firstIndex { $0.contains(piece.left) }
  }

  private func row(_ lines: [PDFLayout.Row], _ number: Int, _ page: Int, _ losses: inout [Loss]) -> Table.Row
  {
    var texts = columns.map { _ in PDFText() }
    for line in lines {
      for piece in line.pieces { if let column = column(of: piece) { texts[column].add(piece.text) } }
    }
    let cells = texts.enumerated().map { index, text in
      let place = ManuscriptPlace(page: page, row: number, column: index + 1, line: lines.first?.number)
      var bytes = Array(text.text.utf8)
      var calls: [Block.NoteCall] = []
      OldPieces.decode(&bytes, [(0, "")], &calls, place, &losses)
      let block = Block(.paragraph, text: String(decoding: bytes, as: UTF8.self), place: place)
      return Table.Cell(column: index, blocks: bytes.isEmpty ? [] : [block])
    }
    return Table.Row(cells: cells)
  }
}
