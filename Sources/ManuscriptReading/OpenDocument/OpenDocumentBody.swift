import Manuscript
import Source
import XML

/// Reads a part of an OpenDocument text in one pass: styles first, as they stand, then what is written.
final class OpenDocumentBody: MarkupReceiver {
  private enum Close: UInt8 {
    case nothing, paragraph, span, list, item, note, citation, box, table, head, row, cell, deleted, deletions
    case margin, annotation, author, annotationText, contents, style, listStyle, hidden, frame, skipped
  }

  private struct Frame {
    var children: Int32 = 0
    var close = Close.nothing
  }

  struct Paragraph {
    var text: [UInt8] = []
    var heading: Int?
    var style: String?
    var looks: [OpenDocumentStyles.Style] = []
    var words = 0
    var bold = 0
    var italic = 0
    var endOfBold: Int?
    var fonts: [(start: Int, font: String)] = []
    var calls: [Block.NoteCall] = []
    var followers: [Block] = []
    var losses: [(kind: Loss.Kind, words: String)] = []
    var steps: [Int32] = []
    var page = 1
    var label: (text: String?, level: Int)?
    var isHidden = false
  }

  private struct List {
    var style: String?
    var counts: [Int: Int] = [:]
    var isFirstOfItem = false
    var hasNumber = true
  }

  private struct OpenTable {
    var columns = 0
    var rows: [Table.Row] = []
    var cells: [Table.Cell] = []
    var next = 0
    var inHead = 0
    var repeats = 1
    var cell = Table.Cell(column: 0)
    var cellRepeats = 1
    var steps: [Int32] = []
    var isCovered = false
  }

  let part: String
  let limits: Limits.Manuscript
  private let symbols: SymbolTable
  var styles: OpenDocumentStyles
  private var frames: [Frame] = []
  private var skipping = 0
  var containers: [[Block]] = [[]]
  private var paragraph: Paragraph?
  private var outer: [Paragraph?] = []
  private var lists: [List] = []
  private var finishedLists: [String: List] = [:]
  private var lastList: List?
  private var outlineCounts: [Int: Int] = [:]
  private var tables: [OpenTable] = []
  private var style: (key: String, style: OpenDocumentStyles.Style)?
  private var listStyle: String?
  private var deleting = 0
  private var deleted = ""
  private var hidden = 0
  private var contents = 0
  private var annotation: (author: String, text: String, isAuthor: Bool)?
  private var frameName = ""
  private var noteMark = ""
  private var noteIsEnd = false
  private var inCitation = false
  private var blocks = 0
  private(set) var page = 1
  private(set) var hasPages = false
  private(set) var margins: [Block] = []
  private(set) var comments: [Manuscript.Comment] = []
  private(set) var losses: [Loss] = []

  init(part: String, styles: OpenDocumentStyles, symbols: SymbolTable, limits: Limits.Manuscript) {
    self.part = part
    self.styles = styles
    self.symbols = symbols
    self.limits = limits
  }

  func start(_ tag: MarkupTag) -> (any RefusalCause)? {
    if skipping > 0 {
      skipping += 1
      return nil
    }
    if !frames.isEmpty { frames[frames.count - 1].children += 1 }
    var frame = Frame()
    let name = OpenDocumentName(tag.name)
    switch OpenDocumentSpace(tag.namespace) {
    case .text: openText(name, tag, &frame)
    case .table: openTable(name, tag, &frame)
    case .draw: openDrawing(name, tag, &frame)
    case .style: openStyle(name, tag, &frame)
    case .office: openOffice(name, &frame)
    case .dc:
      if name == .creator, annotation != nil {
        frame.close = .author
        annotation?.isAuthor = true
      }
    case .svg: if name == .desc || name == .title { frame.close = .skipped }
    case .none, .fo, .xlink, .loext, .xml, .form: break
    }
    if frame.close == .skipped {
      skipping = 1
      return nil
    }
    frames.append(frame)
    return blocks > limits.blocks ? ManuscriptFault.tooManyBlocks(limit: limits.blocks) : nil
  }

  func end() {
    if skipping > 0 {
      skipping -= 1
      return
    }
    guard let frame = frames.popLast(), frame.close != .nothing else { return }
    close(frame.close)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipping == 0 else { return }
    if annotation != nil {
      if annotation?.isAuthor == true {
        annotation?.author += String(decoding: bytes, as: UTF8.self)
      } else if paragraph != nil {
        annotation?.text += String(decoding: bytes, as: UTF8.self)
      }
      return
    }
    guard paragraph != nil else { return }
    if inCitation {
      noteMark += String(decoding: bytes, as: UTF8.self)
      return
    }
    // White space is one blank, and none at the beginning (OpenDocument 1.3, part 3, 6.1.2).
    var piece: [UInt8] = []
    piece.reserveCapacity(bytes.count)
    var last = paragraph?.text.last ?? 0x20
    for byte in bytes {
      let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if isSpace, last == 0x20 { continue }
      last = isSpace ? 0x20 : byte
      piece.append(last)
    }
    piece.withUnsafeBufferPointer { append($0) }
  }

  private var steps: [Int32] {
    var steps: [Int32] = [1]
    for frame in frames { steps.append(frame.children) }
    return steps
  }

  private func place(_ steps: [Int32], _ page: Int) -> ManuscriptPlace {
    ManuscriptPlace(
      part: part, page: page, row: tables.last.map { $0.rows.count + 1 },
      column: tables.last.map { $0.next + 1 },
      element: ElementPath(steps))
  }

  // MARK: Text

  private func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let look = paragraph?.looks.last, let length = paragraph?.text.count else { return }
    if deleting > 0 {
      deleted += String(decoding: bytes, as: UTF8.self)
      return
    }
    let words = bytes.count { $0 > 0x20 }
    if hidden > 0 || look.isHidden == true {
      if words > 0 { paragraph?.losses.append((.hiddenText, String(decoding: bytes, as: UTF8.self))) }
      return
    }
    let font = look.font ?? ""
    if paragraph?.fonts.last?.font != font { paragraph?.fonts.append((length, font)) }
    paragraph?.text.append(contentsOf: bytes)
    guard words > 0 else { return }
    paragraph?.words += words
    if look.isBold == true {
      paragraph?.bold += words
    } else if paragraph?.endOfBold == nil {
      paragraph?.endOfBold = length
    }
    if look.isItalic == true { paragraph?.italic += words }
  }

  private func put(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  private func openText(_ name: OpenDocumentName, _ tag: MarkupTag, _ frame: inout Frame) {
    switch name {
    case .p, .h: beginParagraph(name, tag, &frame)
    case .span, .a:
      guard let look = paragraph?.looks.last else { return }
      paragraph?.looks.append(look.overlaid(by: styles.style("text", tag.property(.styleName, in: .text))))
      frame.close = .span
    case .s:
      put(String(repeating: " ", count: min(tag.property(.c, in: .text).flatMap { Int($0) } ?? 1, 1_000)))
    case .tab: put("\t")
    case .lineBreak: put("\n")
    case .softPageBreak:
      hasPages = true
      page += 1
      if paragraph?.text.isEmpty == true { paragraph?.page = page }
    case .list: beginList(tag, &frame)
    case .listItem, .listHeader:
      guard let last = lists.indices.last else { return }
      lists[last].isFirstOfItem = true
      lists[last].hasNumber = name == .listItem
      if let start = tag.property(.startValue, in: .text).flatMap({ Int($0) }) {
        lists[last].counts[lists.count] = start - 1
      }
      frame.close = .item
    case .note:
      noteIsEnd = tag.property(.noteClass, in: .text) == "endnote"
      noteMark = ""
    case .noteCitation:
      inCitation = true
      frame.close = .citation
    case .noteBody:
      begin()
      frame.close = .note
    case .trackedChanges: frame.close = .deletions
    case .deletion:
      deleting += 1
      deleted = ""
      frame.close = .deleted
    case .insertion, .rubyText, .script: frame.close = .skipped
    case .tableOfContent:
      contents += 1
      frame.close = .contents
    case .section where tag.property(.display, in: .text) == "none":
      hidden += 1
      frame.close = .hidden
    case .hiddenText:
      if let words = tag.property(.stringValue, in: .text), !words.isEmpty {
        paragraph?.losses.append((.hiddenText, words))
      }
    case .hiddenParagraph: if tag.property(.isHidden, in: .text) == "true" { paragraph?.isHidden = true }
    case .placeholder:
      // A blank with its instruction: nothing was filled in.
      paragraph?.losses.append((.placeholder, ""))
      frame.close = .skipped
    case .outlineStyle:
      listStyle = ""
      frame.close = .listStyle
    case .listStyle:
      listStyle = tag.property(.name, in: .style)
      frame.close = .listStyle
    case .listLevelNumber, .listLevelBullet, .outlineLevelStyle: addLevel(name, tag)
    default: break
    }
  }

  private func beginParagraph(_ name: OpenDocumentName, _ tag: MarkupTag, _ frame: inout Frame) {
    frame.close = .paragraph
    if annotation != nil {
      if annotation?.text.isEmpty == false { annotation?.text += "\n" }
      paragraph = Paragraph()
      return
    }
    var opened = Paragraph()
    opened.style = tag.property(.styleName, in: .text)
    let style = styles.style("paragraph", opened.style)
    opened.looks = [style]
    opened.steps = steps
    opened.page = page
    if name == .h { opened.heading = tag.property(.outlineLevel, in: .text).flatMap { Int($0) } ?? 1 }
    if deleting == 0 {
      opened.label = number(opened, style, isHeader: tag.property(.isListHeader, in: .text) == "true")
    }
    paragraph = opened
  }

  private func number(
    _ paragraph: Paragraph, _ style: OpenDocumentStyles.Style, isHeader: Bool
  ) -> (text: String?, level: Int)? {
    if let last = lists.indices.last {
      let level = lists.count
      guard lists[last].isFirstOfItem, lists[last].hasNumber else { return nil }
      lists[last].isFirstOfItem = false
      guard let levels = styles.lists[lists[last].style ?? style.list ?? ""] else { return (nil, level) }
      // What is counted belongs to the outermost list.
      lists[0].counts[level] =
        (lists[last].counts[level] ?? lists[0].counts[level] ?? (levels[level]?.start ?? 1) - 1) + 1
      lists[last].counts[level] = nil
      for lower in lists[0].counts.keys where lower > level { lists[0].counts[lower] = nil }
      return (OpenDocumentStyles.label(levels, level, lists[0].counts, symbols), level)
    }
    guard let level = paragraph.heading, !isHeader, styles.outline[level] != nil else { return nil }
    outlineCounts[level] = (outlineCounts[level] ?? (styles.outline[level]?.start ?? 1) - 1) + 1
    for lower in outlineCounts.keys where lower > level { outlineCounts[lower] = nil }
    return OpenDocumentStyles.label(styles.outline, level, outlineCounts, symbols).map { ($0, level) }
  }

  private func beginList(_ tag: MarkupTag, _ frame: inout Frame) {
    frame.close = .list
    let style = tag.property(.styleName, in: .text) ?? lists.last?.style
    var list = List(style: style)
    if lists.isEmpty {
      if let id = tag.property(.continueList, in: .text), let known = finishedLists[id] {
        list.counts = known.counts
      } else if tag.property(.continueNumbering, in: .text) == "true", let last = lastList {
        list.counts = last.counts
      }
    }
    lists.append(list)
    listIDs.append(tag.property(.id, in: .xml))
  }

  private var listIDs: [String?] = []

  private func endList() {
    guard let list = lists.popLast() else { return }
    let id = listIDs.popLast() ?? nil
    if lists.isEmpty {
      lastList = list
      if let id { finishedLists[id] = list }
    }
  }

  private func endParagraph() {
    guard let ended = paragraph else { return }
    paragraph = nil
    if annotation != nil || deleting > 0 { return }
    let place = place(ended.steps, ended.page)
    for loss in ended.losses { losses.append(Loss(loss.kind, words: loss.words, place: place)) }
    let isBlank = !ended.text.contains { $0 > 0x20 }
    let style = styles.style("paragraph", ended.style)
    var (text, calls) = (ended.text, ended.calls)
    OldPieces.decode(&text, ended.fonts, &calls, place, &losses)
    var block = Block(.paragraph, text: String(decoding: text, as: UTF8.self), place: place)
    block.noteCalls = calls
    block.label = ended.label?.text
    if ended.words > 0 {
      if ended.bold > 0 { block.titleBytes = ended.endOfBold ?? 0 }
      if ended.bold * 10 >= ended.words * 8 { block.look.insert(.bold) }
      if ended.italic * 10 >= ended.words * 8 { block.look.insert(.italic) }
      if style.isCapitals == true { block.look.insert(.capitals) }
    }
    if style.align == "center" { block.look.insert(.centred) }
    if contents > 0 { block.role = .contents }
    if let level = ended.heading, !isBlank, contents == 0 {
      block.kind = .heading(level: max(1, min(level, 9)))
    } else if let label = ended.label {
      block.kind = .listItem(level: label.level)
    }
    if !ended.isHidden { emit(block) }
    for follower in ended.followers { emit(follower) }
  }

  private func emit(_ block: Block) {
    blocks += 1
    containers[containers.count - 1].append(block)
  }

  private func hang(_ block: Block) {
    if deleting > 0 { return }
    if paragraph != nil { paragraph?.followers.append(block) } else { emit(block) }
  }

  private func lose(_ kind: Loss.Kind, _ words: String = "") {
    if paragraph != nil {
      paragraph?.losses.append((kind, words))
    } else if losses.count < limits.losses {
      losses.append(Loss(kind, words: words, place: place(steps, page)))
    }
  }

  /// A box, a note or a cell: paragraphs of its own inside a paragraph.
  private func begin() {
    outer.append(paragraph)
    paragraph = nil
    containers.append([])
  }

  private func finish() -> [Block] {
    paragraph = outer.popLast() ?? nil
    return containers.popLast() ?? []
  }

  // MARK: Tables, drawings, styles

  private func openTable(_ name: OpenDocumentName, _ tag: MarkupTag, _ frame: inout Frame) {
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

  private func endCell() {
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

  private func endTable() {
    guard let table = tables.popLast(), !table.rows.isEmpty else { return }
    let columns = max(table.columns, table.rows.flatMap(\.cells).map { $0.column + $0.columnSpan }.max() ?? 0)
    emit(
      Block(
        .table(Table(columns: min(columns, limits.columns), rows: table.rows)),
        place: place(table.steps, page)))
  }

  private func openDrawing(_ name: OpenDocumentName, _ tag: MarkupTag, _ frame: inout Frame) {
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

  private func openOffice(_ name: OpenDocumentName, _ frame: inout Frame) {
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

  private func openStyle(_ name: OpenDocumentName, _ tag: MarkupTag, _ frame: inout Frame) {
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

  private func addLevel(_ name: OpenDocumentName, _ tag: MarkupTag) {
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

  // MARK: Ends

  private func close(_ close: Close) {
    switch close {
    case .nothing, .skipped, .frame, .annotationText, .item: break
    case .paragraph: endParagraph()
    case .span: _ = paragraph?.looks.popLast()
    case .list: endList()
    case .citation: inCitation = false
    case .note:
      let (mark, isEnd) = (noteMark, noteIsEnd)
      let blocks = finish()
      if let offset = paragraph?.text.count {
        paragraph?.calls.append(Block.NoteCall(offset: offset, mark: mark))
      }
      hang(
        Block(
          .note(mark: mark, isEndnote: isEnd, blocks: blocks),
          place: place(paragraph?.steps ?? steps, paragraph?.page ?? page)))
    case .box:
      let blocks = finish()
      guard blocks.contains(where: \.hasWords) else { return }
      hang(Block(.textBox(blocks), place: place(paragraph?.steps ?? steps, paragraph?.page ?? page)))
    case .table: endTable()
    case .head: if let last = tables.indices.last { tables[last].inHead -= 1 }
    case .row:
      guard let last = tables.indices.last else { return }
      let row = Table.Row(cells: tables[last].cells, isHeader: tables[last].inHead > 0)
      for _
        in 0..<min(
          tables[last].repeats, row.cells.contains { $0.blocks.contains(where: \.hasWords) } ? 1_000 : 1)
      {
        tables[last].rows.append(row)
      }
    case .cell: endCell()
    case .deleted:
      deleting -= 1
      if !deleted.isEmpty { lose(.deletedText, deleted) }
      deleted = ""
    case .deletions: break
    case .margin: margins += finish()
    case .author: annotation?.isAuthor = false
    case .annotation:
      paragraph = outer.popLast() ?? nil
      if let annotation, comments.count < limits.comments {
        comments.append(
          Manuscript.Comment(
            author: annotation.author.isEmpty ? nil : annotation.author, text: annotation.text,
            place: place(paragraph?.steps ?? steps, paragraph?.page ?? page)))
      }
      annotation = nil
    case .contents: contents -= 1
    case .hidden: hidden -= 1
    case .style:
      if let style { styles.styles[style.key] = style.style }
      style = nil
    case .listStyle: listStyle = nil
    }
  }
}

extension OpenDocumentStyles.Style {
  /// The look of letters inside a paragraph or another span.
  func overlaid(by other: OpenDocumentStyles.Style) -> OpenDocumentStyles.Style {
    var style = self
    style.isBold = other.isBold ?? isBold
    style.isItalic = other.isItalic ?? isItalic
    style.isHidden = other.isHidden ?? isHidden
    style.isCapitals = other.isCapitals ?? isCapitals
    style.font = other.font ?? font
    return style
  }
}
