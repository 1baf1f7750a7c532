/// A table with its merged cells resolved: each cell says which columns and rows it covers.
package struct Table: Sendable, Equatable {
  /// Columns of the grid.
  package var columns: Int
  package var rows: [Row]

  package init(columns: Int, rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }

  package struct Row: Sendable, Equatable {
    /// Cells that begin in this row, from left to right. One that is merged downwards stands in its first row only.
    package var cells: [Cell]
    /// Whether the row heads the table: marked so in the file, or seen to be.
    package var isHeader: Bool

    package init(cells: [Cell], isHeader: Bool = false) {
      self.cells = cells
      self.isHeader = isHeader
    }
  }

  package struct Cell: Sendable, Equatable {
    /// The first column that it covers, from 0.
    package var column: Int
    package var columnSpan: Int
    package var rowSpan: Int
    package var blocks: [Block]

    package init(column: Int, columnSpan: Int = 1, rowSpan: Int = 1, blocks: [Block] = []) {
      self.column = column
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
      self.blocks = blocks
    }

    /// The text of all its blocks as it is printed, a line a block.
    package var text: String {
      blocks.compactMap { block in
        switch block.kind {
        case .heading, .paragraph, .listItem: block.printed
        case .table(let table):
          table.rows.map { $0.cells.map(\.text).joined(separator: "\t") }.joined(separator: "\n")
        case .note, .textBox: nil
        }
      }.joined(separator: "\n")
    }
  }

  /// The cell that covers a place of the grid, whichever row it begins in; nil where the row has none.
  package func cell(row: Int, column: Int) -> Cell? {
    guard rows.indices.contains(row) else { return nil }
    for start in stride(from: row, through: 0, by: -1) {
      let found = rows[start].cells.first {
        $0.column <= column && column < $0.column + $0.columnSpan && start + $0.rowSpan > row
      }
      if let found { return found }
    }
    return nil
  }

  /// The text of each column's head, the rows of the header joined from above.
  package var heads: [String] {
    let headers = rows.indices.prefix { rows[$0].isHeader }
    return (0..<columns).map { column in
      var texts: [String] = []
      for row in headers {
        guard let text = cell(row: row, column: column)?.text, !text.isEmpty, texts.last != text else {
          continue
        }
        texts.append(text)
      }
      return texts.joined(separator: " · ")
    }
  }
}
