import Manuscript
import XML

/// Tables, with merged cells resolved as Word shows them.
extension BodyReader {
  func openTable(_ name: WordName, _ tag: MarkupTag, _ frame: inout Frame) {
    if name == .tbl {
      var table = OpenTable()
      table.steps = steps
      table.page = page
      tables.append(table)
      frame.close = .table
      return
    }
    guard let last = tables.indices.last else { return }
    switch name {
    case .gridCol: tables[last].columns = min(tables[last].columns + 1, word.limits.columns)
    case .tr:
      tables[last].row = OpenRow()
      frame.close = .row
    case .tblHeader: tables[last].row.isHeader = tag.isOn
    case .gridBefore: tables[last].row.next = span(tag, least: 0)
    case .tc:
      tables[last].cell = OpenCell()
      containers.append([])
      outer.append((paragraph, run, fields))
      paragraph = nil
      frame.close = .cell
    case .gridSpan: tables[last].cell.span = span(tag, least: 1)
    case .vMerge: tables[last].cell.downwards = merge(tag)
    case .hMerge: tables[last].cell.sideways = merge(tag)
    default: break
    }
  }

  private func span(_ tag: MarkupTag, least: Int) -> Int {
    min(max(tag.value(.val).flatMap { Int($0) } ?? least, least), word.limits.columns)
  }

  private func merge(_ tag: MarkupTag) -> OpenCell.Merge {
    tag.value(.val) == "restart" ? .begins : .goesOn
  }

  func endCell() {
    let blocks = containers.popLast() ?? []
    if let around = outer.popLast() { (paragraph, run) = (around.paragraph, around.run) }
    guard let last = tables.indices.last else { return }
    let cell = tables[last].cell
    let column = min(tables[last].row.next, word.limits.columns - 1)
    let row = tables[last].rows.count
    defer { tables[last].row.next = column + cell.span }
    if cell.sideways == .goesOn, let before = tables[last].row.cells.indices.last {
      tables[last].row.cells[before].columnSpan += cell.span
      loseCovered(blocks)
      return
    }
    if cell.downwards == .goesOn, let above = tables[last].merging[column], above.row < row {
      tables[last].rows[above.row].cells[above.cell].rowSpan = row - above.row + 1
      loseCovered(blocks)
      return
    }
    tables[last].merging[column] =
      cell.downwards == .none ? nil : (row, tables[last].row.cells.count)
    tables[last].row.cells.append(Table.Cell(column: column, columnSpan: cell.span, blocks: blocks))
  }

  /// What stands in a cell that another one covers is not printed.
  private func loseCovered(_ blocks: [Block]) {
    for block in blocks where block.hasWords {
      losses.append(Loss(.hiddenText, words: block.text, place: block.place))
    }
  }

  func endRow() {
    guard let last = tables.indices.last else { return }
    let row = tables[last].row
    if row.isDeleted {
      for cell in row.cells where cell.blocks.contains(where: \.hasWords) {
        losses.append(
          Loss(.deletedText, words: cell.text, place: cell.blocks.first?.place ?? place(steps, page, nil)))
      }
      return
    }
    tables[last].columns = max(tables[last].columns, row.cells.last.map { $0.column + $0.columnSpan } ?? 0)
    // Only rows at the top head a table (ISO/IEC 29500-1, 17.4.49).
    let isHeader = row.isHeader && tables[last].rows.allSatisfy(\.isHeader)
    tables[last].rows.append(Table.Row(cells: row.cells, isHeader: isHeader))
  }

  func endTable() {
    guard let table = tables.popLast() else { return }
    guard !table.rows.isEmpty else { return }
    emit(
      Block(
        .table(Table(columns: min(table.columns, word.limits.columns), rows: table.rows)),
        place: place(table.steps, table.page, nil)))
  }
}
