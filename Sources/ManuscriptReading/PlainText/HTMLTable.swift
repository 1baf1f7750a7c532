import Manuscript
import Source
import XML

/// A table that stands as HTML in a text of Markdown, as converters write those with merged cells.
struct HTMLTable {
  private(set) var table = Table(columns: 0, rows: [])
  private let line: Int
  private let limits: Limits.Manuscript
  /// For each column the rows that a cell from above still covers.
  private var covered: [Int] = []

  /// - Parameters:
  ///   - bytes: from `<table` to `</table>`.
  ///   - line: the line on which they begin.
  init?(_ bytes: [UInt8], line: Int, limits: Limits.Manuscript) {
    self.line = line
    self.limits = limits
    guard let root = HTMLElement.read(bytes, depth: limits.depth), let element = Self.first("table", root)
    else { return nil }
    addRows(of: element, isHead: false)
    guard !table.rows.isEmpty else { return nil }
    table.columns = covered.count
  }

  private init(_ element: HTMLElement, line: Int, limits: Limits.Manuscript) {
    self.line = line
    self.limits = limits
    addRows(of: element, isHead: false)
    table.columns = covered.count
  }

  private static func first(_ name: String, _ element: HTMLElement) -> HTMLElement? {
    if element.name == name { return element }
    for case .element(let child) in element.content {
      if let found = first(name, child) { return found }
    }
    return nil
  }

  private mutating func addRows(of element: HTMLElement, isHead: Bool) {
    for case .element(let child) in element.content {
      switch child.name {
      case "tr": addRow(child, isHead: isHead)
      case "thead": addRows(of: child, isHead: true)
      case "tbody", "tfoot": addRows(of: child, isHead: false)
      default: break
      }
    }
  }

  private mutating func addRow(_ element: HTMLElement, isHead: Bool) {
    var row = Table.Row(cells: [], isHeader: isHead)
    var column = 0
    var spans = covered
    for case .element(let child) in element.content where child.name == "td" || child.name == "th" {
      while column < covered.count, covered[column] > 0 { column += 1 }
      let width = span(child, "colspan", limits.columns - column)
      guard width > 0 else { break }
      let height = span(child, "rowspan", 65_534)
      let place = ManuscriptPlace(
        row: table.rows.count + 1, column: column + 1, line: line + max(child.line, 1) - 1)
      var text = CellText(place, isBold: child.name == "th", limits)
      text.add(child)
      row.cells.append(
        Table.Cell(column: column, columnSpan: width, rowSpan: height, blocks: text.finished()))
      while spans.count < column + width { spans.append(0) }
      while covered.count < column + width { covered.append(0) }
      for place in column..<column + width { spans[place] = height }
      column += width
    }
    // What was covered from above is so for one row less.
    covered = spans.indices.map { max(0, spans[$0] - 1) }
    table.rows.append(row)
  }

  private func span(_ element: HTMLElement, _ name: String, _ most: Int) -> Int {
    min(max(1, element.attribute(name).flatMap { Int($0) } ?? 1), most)
  }

  /// Paragraphs of one cell, an element that stands for itself each.
  private struct CellText {
    private let place: ManuscriptPlace
    private let limits: Limits.Manuscript
    private var blocks: [Block] = []
    private var text: [UInt8] = []
    private var (words, boldWords) = (0, 0)
    private var bold: Int
    private let isBold: Bool

    init(_ place: ManuscriptPlace, isBold: Bool, _ limits: Limits.Manuscript) {
      self.place = place
      self.limits = limits
      self.isBold = isBold
      bold = isBold ? 1 : 0
    }

    mutating func add(_ element: HTMLElement) {
      for content in element.content {
        switch content {
        case .text(let text): add(text)
        case .element(let child): enter(child)
        }
      }
    }

    private mutating func enter(_ element: HTMLElement) {
      switch element.name {
      case "strong", "b":
        bold += 1
        add(element)
        bold -= 1
      case "em", "i", "u", "span", "a", "font", "sub", "sup", "small", "code": add(element)
      case "script", "style": break
      case "table":
        finish()
        let inner = HTMLTable(element, line: place.line ?? 1, limits: limits)
        if !inner.table.rows.isEmpty { blocks.append(Block(.table(inner.table), place: place)) }
      default:
        finish()
        add(element)
        finish()
      }
    }

    /// White space is one blank, however its author broke the lines.
    private mutating func add(_ piece: String) {
      for byte in piece.utf8 {
        if byte <= 0x20 {
          if let last = text.last, last != 0x20 { text.append(0x20) }
          continue
        }
        text.append(byte)
        words += 1
        if bold > 0 { boldWords += 1 }
      }
    }

    private mutating func finish() {
      if text.last == 0x20 { text.removeLast() }
      if !text.isEmpty {
        blocks.append(
          Block(
            .paragraph, text: String(decoding: text, as: UTF8.self),
            look: boldWords * 10 >= words * 8 ? .bold : [], place: place))
      }
      text = []
      (words, boldWords) = (0, 0)
    }

    mutating func finished() -> [Block] {
      finish()
      return blocks.isEmpty ? [Block(.paragraph, place: place)] : blocks
    }
  }
}
