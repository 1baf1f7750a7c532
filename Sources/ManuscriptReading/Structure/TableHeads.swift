import Manuscript
import Source

/// Finds the rows that head a table: few files mark them.
struct TableHeads {
  private let form: DocumentForm

  init(_ form: DocumentForm) {
    self.form = form
  }

  func settle(_ block: inout Block) {
    guard case .table(var table) = block.kind, table.rows.count > 1, table.columns > 1,
      !table.rows[0].isHeader, isHead(table.rows[0])
    else { return }
    // A head that is merged downwards takes the rows that it covers with it.
    var last = (table.rows[0].cells.map(\.rowSpan).max() ?? 1) - 1
    // Below it may stand a row of numbers of the columns.
    if last + 1 < table.rows.count, isRowOfNumbers(table.rows[last + 1]) { last += 1 }
    guard last < table.rows.count - 1 else { return }
    for row in 0...last { table.rows[row].isHeader = true }
    block.kind = .table(table)
  }

  private func isHead(_ row: Table.Row) -> Bool {
    let texts = row.cells.map { PlainLetters.words(Substring($0.text.unicodeScalars.prefix(200))) }
    if texts.contains(where: { form.isOne($0, of: .numberColumn) }) { return true }
    let blocks = row.cells.flatMap(\.blocks).filter(\.hasWords)
    return row.cells.count > 1 && texts.filter { !$0.isEmpty }.count > 1
      && blocks.allSatisfy { $0.look.contains(.bold) }
  }

  /// `(1) (2) (3)`, or 1 to 11.
  private func isRowOfNumbers(_ row: Table.Row) -> Bool {
    let texts = row.cells.map { PlainLetters.words(Substring($0.text.unicodeScalars.prefix(40))) }
    guard texts.count > 2 else { return false }
    return texts.enumerated().allSatisfy { index, text in
      text.elementsEqual(String(index + 1).utf8) || text.count == 1 && (0x61...0x7A).contains(text[0])
    }
  }
}
