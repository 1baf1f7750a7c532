import Manuscript
import Source
import XML

/// Tables, drawings, and the styles that stand in front of the text.
extension OpenDocumentBody {
  func openTable(_ name: OpenDocumentName, _ tag: MarkupTag, _ frame: inout Frame) {
    if name == .table {
      var table = OpenTable()
      table.steps = steps
      tables.append(table)
      frame.close = .table
      return
    }
    guard let last = tables.indices.last else { return }
    func number(_ name: OpenDocumentName) -> Int {
      min(max(tag.property(name, in: .table).flatMap { Int($0) } ?? 1, 1), limits.columns)
    }
    switch name {
    case .tableColumn:
      tables[last].columns = min(tables[last].columns + number(.columnsRepeated), limits.columns)
    case .tableHeaderRows:
      tables[last].inHead += 1
      frame.close = .head
    case .tableRow:
      tables[last].cells = []
      tables[last].next = 0
      tables[last].repeats = number(.rowsRepeated)
      frame.close = .row
    case .tableCell, .coveredTableCell:
      tables[last].isCovered = name == .coveredTableCell
      tables[last].cell = Table.Cell(
        column: tables[last].next, columnSpan: number(.columnsSpanned), rowSpan: number(.rowsSpanned))
      tables[last].cellRepeats = number(.columnsRepeated)
      begin()
      frame.close = .cell
    default: break
    }
  }

  func endCell() {
    let blocks = finish()
    guard let last = tables.indices.last else { return }
    var cell = tables[last].cell
    let repeats = tables[last].cellRepeats
    if tables[last].isCovered {
      for block in blocks where block.hasWords {
        losses.append(Loss(.hiddenText, words: block.text, place: block.place))
      }
    } else {
      cell.blocks = blocks
      for index in 0..<min(repeats, 63) {
        cell.column = tables[last].next + index
        tables[last].cells.append(cell)
      }
    }
    tables[last].next = min(tables[last].next + repeats, limits.columns)
  }

  func endTable() {
    guard let table = tables.popLast(), !table.rows.isEmpty else { return }
    let columns = max(table.columns, table.rows.flatMap(\.cells).map { $0.column + $0.columnSpan }.max() ?? 0)
    emit(
      Block(
        .table(Table(columns: min(columns, limits.columns), rows: table.rows)),
        place: place(table.steps, page)))
  }

  func openDrawing(_ name: OpenDocumentName, _ tag: MarkupTag, _ frame: inout Frame) {
    switch name {
    case .frame: frameName = tag.property(.name, in: .draw) ?? ""
    case .textBox:
      begin()
      frame.close = .box
    case .image:
      let target = tag.property(.href, in: .xlink) ?? ""
      let isLinked = target.utf8.contains(UInt8(ascii: ":")) || target.utf8.starts(with: "../".utf8)
      lose(isLinked ? .linkedPicture : .picture, isLinked ? target : frameName)
      frame.close = .skipped
    case .object, .objectOLE:
      lose(.embeddedObject, frameName)
      frame.close = .skipped
    default: break
    }
  }

  func openOffice(_ name: OpenDocumentName, _ frame: inout Frame) {
    switch name {
    case .annotation:
      annotation = ("", "", false)
      outer.append(paragraph)
      paragraph = nil
      frame.close = .annotation
    case .masterStyles: break
    case .eventListeners: frame.close = .skipped
    default: break
    }
  }

  func openStyle(_ name: OpenDocumentName, _ tag: MarkupTag, _ frame: inout Frame) {
    switch name {
    case .style:
      guard let id = tag.property(.name, in: .style), let family = tag.property(.family, in: .style) else {
        return
      }
      var made = OpenDocumentStyles.Style(name: tag.property(.displayName, in: .style) ?? id)
      made.parent = tag.property(.parentStyleName, in: .style)
      made.outline = tag.property(.defaultOutlineLevel, in: .style).flatMap { Int($0) }
      made.list = tag.property(.listStyleName, in: .style)
      style = (family + "/" + id, made)
      frame.close = .style
    case .textProperties:
      guard var known = style else { return }
      if let weight = tag.property(.fontWeight, in: .fo) {
        known.style.isBold = weight == "bold" || (Int(weight) ?? 0) >= 600
      }
      if let slant = tag.property(.fontStyle, in: .fo) { known.style.isItalic = slant != "normal" }
      if let shown = tag.property(.display, in: .text) { known.style.isHidden = shown == "none" }
      if let turned = tag.property(.textTransform, in: .fo) { known.style.isCapitals = turned == "uppercase" }
      known.style.font = tag.property(.fontName, in: .style) ?? known.style.font
      style = known
    case .paragraphProperties: if let align = tag.property(.textAlign, in: .fo) { style?.style.align = align }
    case .header, .footer, .headerLeft, .footerLeft, .headerFirst, .footerFirst:
      begin()
      frame.close = .margin
    default: break
    }
  }

  func addLevel(_ name: OpenDocumentName, _ tag: MarkupTag) {
    guard let list = listStyle, let number = tag.property(.level, in: .text).flatMap({ Int($0) }),
      (1...10).contains(number)
    else { return }
    var level = OpenDocumentStyles.Level()
    level.format = tag.property(.numFormat, in: .style) ?? ""
    level.prefix = tag.property(.numPrefix, in: .style) ?? ""
    level.suffix = tag.property(.numSuffix, in: .style) ?? ""
    level.shown = tag.property(.displayLevels, in: .text).flatMap { Int($0) } ?? 1
    level.start = tag.property(.startValue, in: .text).flatMap { Int($0) } ?? 1
    level.pattern = tag.property(.numListFormat, in: .loext) ?? tag.property(.numListFormat, in: .style)
    if name == .listLevelBullet { level.bullet = tag.property(.bulletChar, in: .text) ?? "" }
    if list.isEmpty {
      styles.outline[number] = level
    } else {
      styles.lists[list, default: [:]][number] = level
    }
  }
}
