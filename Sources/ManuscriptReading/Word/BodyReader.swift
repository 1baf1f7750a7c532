import Manuscript
import Source
import XML

/// Reads a part of running text (body, notes, comments, header or footer) in one pass. What stands where is kept
/// while elements open and close; blocks come out when they close.
final class BodyReader: MarkupReceiver {
  /// What an element does when it closes.
  enum Close: UInt8 {
    case nothing, paragraph, paragraphProperties, run, runProperties, text, otherText, table, row, cell
    case control, controlProperties, controlContent, deleted, inserted, movedAway, box, alternatives, skipped
    case simpleField, note, object, rowProperties, cellProperties, item, mark, date
  }

  struct Frame {
    var children: Int32 = 0
    var close = Close.nothing
    /// Of alternatives: one was taken.
    var isTaken = false
  }

  let word: WordContext
  let part: String
  var frames: [Frame] = []
  /// Elements inside one that is passed over.
  var skipping = 0

  /// Where finished blocks go: the body, a cell, a box, a note.
  var containers: [[Block]] = [[]]
  var paragraph: OpenParagraph?
  /// Paragraphs around a text box.
  var outer: [(paragraph: OpenParagraph?, run: RunLook, fields: [OpenField])] = []
  /// A paragraph whose mark was deleted, which goes on in the next.
  var carried: OpenParagraph?
  var run = RunLook() { didSet { lettersOfRun = nil } }
  /// What the letters of the run look like, once that was asked.
  var lettersOfRun: LettersLook?
  var isInRun = false
  var isInMark = false
  var tables: [OpenTable] = []
  var controls: [OpenControl] = []
  var fields: [OpenField] = []
  var deletions = 0
  var moves = 0
  var insertions = 0
  var placeholders = 0
  var objects = 0
  var isText = false
  var textStart = 0
  var keepsSpace = false
  var isCode = false
  var aside = ""
  var added = ""
  var pictureName = ""
  var page = 1
  var hasPages = false
  var blocks = 0
  var listed = 0
  var losses: [Loss] = []

  /// Notes of a part of notes, by id.
  var notes: [String: [Block]] = [:]
  var note: (id: String, author: String?)?
  var authors: [String: String] = [:]
  var furtherComments = 0
  /// Where comments are called.
  var commentPlaces: [String: ManuscriptPlace] = [:]
  var pendingComments: [String] = []

  init(_ word: WordContext, part: String) {
    self.word = word
    self.part = part
  }

  // MARK: Elements

  func start(_ tag: MarkupTag) -> (any RefusalCause)? {
    if skipping > 0 {
      skipping += 1
      return nil
    }
    if !frames.isEmpty { frames[frames.count - 1].children += 1 }
    var frame = Frame()
    let name = WordName(tag.name)
    switch WordSpace(tag.namespace) {
    case .word: open(name, tag, &frame)
    case .compatibility: openAlternative(name, tag, &frame)
    case .drawing, .main, .chart, .diagram, .vml, .office: openDrawing(name, tag, &frame)
    case .math: if name == .t { beginText(keepsSpace: true, &frame) }
    case .word2010: openLater(name, tag)
    case .none, .relationships, .shape, .xml: break
    }
    if frame.close == .skipped {
      skipping = 1
      return nil
    }
    frames.append(frame)
    return blocks > word.limits.blocks ? ManuscriptFault.tooManyBlocks(limit: word.limits.blocks) : nil
  }

  func end() {
    if skipping > 0 {
      skipping -= 1
      return
    }
    guard let frame = frames.popLast() else { return }
    if frame.close != .nothing { close(frame.close) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText, skipping == 0 { append(bytes) }
  }

  /// The way to the element that is open, from the root.
  var steps: [Int32] {
    var steps: [Int32] = [1]
    steps.reserveCapacity(frames.count + 1)
    for frame in frames { steps.append(frame.children) }
    return steps
  }

  func skip(_ frame: inout Frame) { frame.close = .skipped }

  // MARK: WordprocessingML

  private func open(_ name: WordName, _ tag: MarkupTag, _ frame: inout Frame) {
    switch name {
    case .t: beginText(keepsSpace: tag.value(.space, in: .xml) == "preserve", &frame)
    case .r:
      run = RunLook()
      isInRun = true
      frame.close = .run
    case .rPr:
      isInMark = !isInRun
      frame.close = .runProperties
    case .p:
      beginParagraph(tag)
      frame.close = .paragraph
    case .pPr: frame.close = .paragraphProperties
    case .b, .i, .caps, .vanish, .rFonts, .rStyle: openLook(name, tag)
    case .pStyle:
      paragraph?.style = tag.value(.val)
      lettersOfRun = nil
    case .numId: paragraph?.numID = tag.value(.val).flatMap { Int($0) }
    case .ilvl: paragraph?.level = tag.value(.val).flatMap { Int($0) }
    case .outlineLvl: paragraph?.outline = tag.value(.val).flatMap { Int($0) }
    case .jc:
      if paragraph != nil, tables.isEmpty || !isInRowProperties { paragraph?.justification = tag.value(.val) }
    case .sectPr, .pPrChange, .rPrChange, .tblPrChange, .trPrChange, .tcPrChange, .sectPrChange,
      .numberingChange, .delInstrText:
      skip(&frame)
    case .tbl, .tblGrid, .gridCol, .tr, .tblHeader, .gridBefore, .tc, .gridSpan, .vMerge, .hMerge, .cellDel:
      openTable(name, tag, &frame)
    case .trPr: frame.close = .rowProperties
    case .tcPr: frame.close = .cellProperties
    case .tab where isInRun && !isInRunProperties, .ptab: put("\t")
    case .br where isInRun, .cr: put("\n")
    case .noBreakHyphen: put("\u{2011}")
    case .softHyphen: putSoftHyphen()
    case .sym: putSymbol(tag)
    case .lastRenderedPageBreak: breakPage()
    case .delText, .instrText: beginAside(name, &frame)
    case .fldChar, .fldSimple, .checkBox, .checked, .default, .ffData: openField(name, tag, &frame)
    case .ins, .del, .moveFrom, .moveTo: openChange(name, &frame)
    case .sdt, .sdtPr, .sdtContent, .dataBinding, .showingPlcHdr, .text, .date, .dateFormat, .dropDownList,
      .comboBox, .listItem:
      openControl(name, tag, &frame)
    case .rt: skip(&frame)
    case .txbxContent:
      beginBox()
      frame.close = .box
    case .object:
      objects += 1
      lose(.embeddedObject)
      frame.close = .object
    case .subDoc: loseRelation(.externalPart, tag)
    case .altChunk: readChunk(tag)
    case .footnote, .endnote, .comment: openNote(name, tag, &frame)
    case .footnoteReference, .endnoteReference, .commentReference: call(name, tag)
    default: break
    }
  }

  private func openLook(_ name: WordName, _ tag: MarkupTag) {
    guard isInRun else {
      if isInMark, name == .vanish { paragraph?.isMarkHidden = tag.isOn }
      return
    }
    switch name {
    case .b: run.isBold = tag.isOn
    case .i: run.isItalic = tag.isOn
    case .caps: run.isCapitals = tag.isOn
    case .vanish: run.isHidden = tag.isOn
    case .rStyle: run.style = tag.value(.val)
    default: run.font = tag.value(.ascii) ?? tag.value(.hAnsi)
    }
  }

  private func openChange(_ name: WordName, _ frame: inout Frame) {
    if isInMark {
      if name == .del || name == .moveFrom { paragraph?.isMarkDeleted = true }
      return
    }
    if let last = frames.last, last.close == .rowProperties {
      if name == .del, !tables.isEmpty { tables[tables.count - 1].row.isDeleted = true }
      return
    }
    switch name {
    case .del:
      deletions += 1
      frame.close = .deleted
    case .moveFrom:
      moves += 1
      frame.close = .movedAway
    default:
      insertions += 1
      frame.close = .inserted
    }
  }

  private func openLater(_ name: WordName, _ tag: MarkupTag) {
    guard name == .checkBox, !controls.isEmpty else { return }
    controls[controls.count - 1].kind = .checkBox
  }

  var isInRunProperties: Bool { frames.last?.close == .runProperties }
  private var isInRowProperties: Bool { frames.last?.close == .rowProperties }

  // MARK: Ends

  private func close(_ close: Close) {
    switch close {
    case .nothing, .skipped, .paragraphProperties, .rowProperties, .cellProperties, .item, .mark, .date,
      .alternatives, .controlProperties:
      break
    case .paragraph: endParagraph()
    case .run: isInRun = false
    case .runProperties: isInMark = false
    case .text: endText()
    case .otherText: endAside()
    case .table: endTable()
    case .row: endRow()
    case .cell: endCell()
    case .control: endControl()
    case .controlContent: endControlContent()
    case .deleted:
      deletions -= 1
      if deletions == 0 { loseAside(.deletedText) }
    case .movedAway:
      moves -= 1
      if moves == 0 { loseAside(.movedText) }
    case .inserted: endInsertion()
    case .box: endBox()
    case .simpleField: endField()
    case .note: endNote()
    case .object: objects -= 1
    }
  }
}
