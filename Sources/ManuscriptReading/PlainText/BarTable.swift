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
