import Manuscript
import Source
import Wordings

/// Tells the rows of a table apart: heads, wherever they stand, groups, data, numbers of the columns, empty ones.
struct TableRows {
  let table: Table
  private let rules: RecognitionRules
  private(set) var rows: [Reading.ReadTable.Row] = []
  /// The use of each column, where its head is known.
  private(set) var columns: [String?]
  private(set) var heads: [String]

  /// - Parameter before: the columns of the table before, for one that goes on without a head.
  init(_ table: Table, _ rules: RecognitionRules, before: (columns: [String?], heads: [String])?) {
    self.table = table
    self.rules = rules
    columns = Array(repeating: nil, count: table.columns)
    heads = Array(repeating: "", count: table.columns)
    var wasHead = false
    var kinds: [Reading.ReadTable.Kind] = []
    for row in table.rows.indices {
      let kind = kind(row, afterHead: wasHead, sawData: kinds.contains(.data) || kinds.contains(.group))
      kinds.append(kind)
      if kind == .head { takeHeads(row, joining: wasHead) }
      wasHead = kind == .head
      rows.append(
        Reading.ReadTable.Row(kind: kind, cells: texts(row), place: place(row)))
    }
    let isKnown = columns.compactMap { $0 }.count > 1
    if !isKnown, let before, before.columns.count == table.columns { (columns, heads) = before }
    shift()
  }

  /// The words of a row; a cell that is merged downwards speaks for each row that it covers.
  private func texts(_ row: Int) -> [String] {
    (0..<table.columns).map { column in
      if let own = table.rows[row].cells.first(where: { $0.column == column }) { return own.text.inOneLine }
      guard let above = table.cell(row: row, column: column), above.column == column, above.rowSpan > 1 else {
        return ""
      }
      return above.text.inOneLine
    }
  }

  private func place(_ row: Int) -> ManuscriptPlace {
    let blocks = table.rows[row].cells.flatMap(\.blocks)
    return (blocks.first(where: \.hasWords) ?? blocks.first)?.place ?? ManuscriptPlace()
  }

  private func kind(_ row: Int, afterHead: Bool, sawData: Bool) -> Reading.ReadTable.Kind {
    let cells = table.rows[row].cells
    let filled = cells.filter { !$0.text.inOneLine.isEmpty }
    guard !filled.isEmpty else { return .empty }
    let texts = filled.map { $0.text.inOneLine }
    if texts.count > 2, texts.enumerated().allSatisfy({ Self.isNumber($1, $0 + 1) }) { return .numbers }
    let known = texts.count { use(of: $0) != nil }
    if known >= 2, known * 2 >= texts.count, !isNumbered(texts[0]) { return .head }
    if afterHead, !sawData, texts.count > 1, texts.allSatisfy({ isPartOfHead($0) }) { return .head }
    if table.rows[row].isHeader, !sawData, texts.count > 2, !isGroup(filled) { return .head }
    // `Lượng (tấn) | Giá trị` below `Kế hoạch 2026`: nothing in front, and no figure but in brackets.
    if afterHead, !sawData, texts.count > 2, filled[0].column > 0,
      texts.allSatisfy({ !Self.hasDigit($0.withoutBrackets) })
    {
      return .head
    }
    if isGroup(filled) { return .group }
    return .data
  }

  /// `(1)`, `1`: the number of a column.
  private static func isNumber(_ text: String, _ number: Int) -> Bool {
    let digits = text.utf8.filter { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }
    return digits.elementsEqual(String(number).utf8)
  }

  private static func hasDigit(_ text: String) -> Bool { text.utf8.contains { (0x30...0x39).contains($0) } }

  private func isNumbered(_ text: String) -> Bool {
    text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }

  /// The head of a column below another: a year, a source of money, a unit in brackets.
  private func isPartOfHead(_ text: String) -> Bool {
    let read = ReadText(text)
    if use(of: text) != nil { return true }
    return read.words.count <= 5 && text.utf8.count < 60
      && (Years(rules).only(in: read) != nil || text.utf8.contains(UInt8(ascii: "(")))
  }

  /// A title over the rows below: one cell, or a number and a title, in a table of more columns.
  private func isGroup(_ filled: [Table.Cell]) -> Bool {
    guard table.columns > 2, let first = filled.first else { return false }
    if filled.count == 1 {
      return first.columnSpan > 1
        || first.column <= 1 && (Self.isOutstanding(first) || Self.isOutline(first.text.inOneLine))
    }
    guard filled.count == 2, filled[1].column <= 1 + first.columnSpan else { return false }
    return Self.isOutline(first.text.inOneLine) || filled.allSatisfy(Self.isOutstanding)
      || filled[1].columnSpan > 1 && filled[1].columnSpan >= table.columns - 2
  }

  private static func isOutstanding(_ cell: Table.Cell) -> Bool {
    let blocks = cell.blocks.filter(\.hasWords)
    return !blocks.isEmpty && blocks.allSatisfy { $0.look.contains(.bold) || $0.look.contains(.capitals) }
  }

  /// `A`, `IV`, `II.1`, `a`: numbers of groups. Rows have Arabic ones.
  private static func isOutline(_ text: String) -> Bool {
    let first = text.utf8.prefix {
      $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ")")
    }
    guard !first.isEmpty, first.count <= 5 else { return false }
    let isRoman = first.allSatisfy { "IVXLC".utf8.contains($0) }
    return isRoman
      || first.count == 1 && first.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
  }

  // MARK: Columns

  private mutating func takeHeads(_ row: Int, joining: Bool) {
    let isAgain = heads.contains { !$0.isEmpty } && !joining
    // A head that stands again in the middle says what the first one said; in a table that began without it is new.
    if isAgain, columns.compactMap({ $0 }).count > 1 { return }
    if joining { widenHeads(over: row) }
    for cell in table.rows[row].cells {
      let text = cell.text.inOneLine
      guard !text.isEmpty else { continue }
      for column in cell.column..<min(cell.column + max(1, cell.columnSpan), table.columns) {
        heads[column] = heads[column].isEmpty ? text : heads[column] + " · " + text
        if let use = use(of: text) {
          columns[column] = use
        } else if joining, columns[column] == nil {
          columns[column] = nil
        }
      }
    }
  }

  /// A head over several columns, where the format cannot say so: an empty one behind it, with heads below both.
  private mutating func widenHeads(over row: Int) {
    let below = Set(table.rows[row].cells.filter { !$0.text.inOneLine.isEmpty }.map(\.column))
    for column in columns.indices.dropFirst()
    where heads[column].isEmpty && below.contains(column) && below.contains(column - 1) {
      heads[column] = heads[column - 1]
    }
  }

  /// `Nội dung | Đơn vị thực hiện` over rows that begin with a number: a head with one cell less.
  private mutating func shift() {
    guard columns.count > 2, columns[0] != nil, columns[0] != "number", columns.last == .some(nil),
      heads.last?.isEmpty ?? true, let data = rows.first(where: { $0.kind == .data }),
      isNumbered(data.cells[0])
    else { return }
    columns = ["number"] + columns.dropLast()
    heads = [""] + heads.dropLast()
  }

  /// The use of a column by its head: the whole of it without bracketed remarks, or its beginning.
  private func use(of head: String) -> String? {
    guard head.utf8.count < 120 else { return nil }
    let read = ReadText(head.withoutBrackets)
    guard !read.isEmpty, let match = rules[.column].match(at: 0, in: read.folded) else { return nil }
    if match.range.count == read.words.count { return match.means }
    // A longer head: `Chỉ tiêu đề xuất cho tỉnh …`, `Hiện trạng phát triển của tỉnh năm 2017`.
    return match.range.count >= 2 && read.words.count <= 14 ? match.means : nil
  }
}

extension String {
  /// Without what stands in brackets, and without marks of notes.
  var withoutBrackets: String {
    var result = String.UnicodeScalarView()
    var depth = 0
    for scalar in unicodeScalars {
      if scalar == "(" || scalar == "[" { depth += 1 }
      if depth == 0 { result.append(scalar) }
      if scalar == ")" || scalar == "]" { depth = max(0, depth - 1) }
    }
    return String(result)
  }
}
