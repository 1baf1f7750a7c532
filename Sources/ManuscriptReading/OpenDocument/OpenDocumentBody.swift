import Manuscript
import Source
import XML

/// Reads a part of an OpenDocument text in one pass: styles first, as they stand, then what is written.
final class OpenDocumentBody: MarkupReceiver {
  enum Close: UInt8 {
    case nothing, paragraph, span, list, item, note, citation, box, table, head, row, cell, deleted, deletions
    case margin, annotation, author, annotationText, contents, style, listStyle, hidden, frame, skipped
  }

  struct Frame {
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

  struct List {
    var style: String?
    var counts: [Int: Int] = [:]
    /// Where the next item begins to count anew.
    var start: Int?
    var isFirstOfItem = false
    var hasNumber = true
  }

  struct OpenTable {
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
  let symbols: SymbolTable
  var styles: OpenDocumentStyles
  var frames: [Frame] = []
  var skipping = 0
  var containers: [[Block]] = [[]]
  var paragraph: Paragraph?
  var outer: [Paragraph?] = []
  var lists: [List] = []
  var listIDs: [String?] = []
  var finishedLists: [String: List] = [:]
  var lastList: List?
  var outlineCounts: [Int: Int] = [:]
  var tables: [OpenTable] = []
  var style: (key: String, style: OpenDocumentStyles.Style)?
  var listStyle: String?
  var deleting = 0
  var deleted = ""
  var hidden = 0
  var contents = 0
  var annotation: (author: String, text: String, isAuthor: Bool)?
  var frameName = ""
  var noteMark = ""
  var noteIsEnd = false
  var inCitation = false
  var blocks = 0
  var page = 1
  var hasPages = false
  var margins: [Block] = []
  var comments: [Manuscript.Comment] = []
  var losses: [Loss] = []

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

  var steps: [Int32] {
    var steps: [Int32] = [1]
    for frame in frames { steps.append(frame.children) }
    return steps
  }

  func place(_ steps: [Int32], _ page: Int) -> ManuscriptPlace {
    ManuscriptPlace(
      part: part, page: page, row: tables.last.map { $0.rows.count + 1 },
      column: tables.last.map { $0.next + 1 },
      element: ElementPath(steps))
  }

  // MARK: Ends

  func close(_ close: Close) {
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
      if let annotation, annotation.author != Manuscript.Comment.ownAuthor, comments.count < limits.comments {
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
