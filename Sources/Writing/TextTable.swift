/// A table of plain text: columns as wide as they need, the widest one cut to fit.
package struct TextTable {
  package enum Alignment { case left, right }

  private let columns: [Alignment]
  private var rows: [[String]]

  package init(columns: [Alignment], header: [String]) {
    self.columns = columns
    rows = [header]
  }

  package mutating func add(_ row: [String]) { rows.append(row) }

  package func lines(width: Int) -> [String] {
    var widths = columns.indices.map { column in rows.map { Wrapping.columns($0[column]) }.max() ?? 0 }
    let excess = widths.reduce(0, +) + 2 * (columns.count - 1) - width
    if excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      widths[widest] = max(8, widths[widest] - excess)
    }
    let lines = rows.map { row in
      var line = columns.indices.map { cell(row[$0], columns[$0], widths[$0]) }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return [lines[0], rule] + lines.dropFirst()
  }

  private func cell(_ text: String, _ alignment: Alignment, _ width: Int) -> String {
    let size = Wrapping.columns(text)
    let shown = size > width ? String(text.prefix(width - 1)) + "…" : text
    let space = String(repeating: " ", count: max(0, width - size))
    return alignment == .left ? shown + space : space + shown
  }
}
