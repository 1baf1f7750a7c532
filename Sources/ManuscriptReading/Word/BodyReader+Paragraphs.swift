import Manuscript
import Source
import XML

/// Paragraphs, the boxes and notes that hang on them, and what they become.
extension BodyReader {
  func beginParagraph(_ tag: MarkupTag) {
    var opened = carried ?? OpenParagraph()
    carried = nil
    opened.isMarkDeleted = false
    opened.id = tag.value(.paraId, in: .word2010)
    opened.steps = steps
    opened.page = page
    opened.isContents = fields.contains { Self.type(of: $0.code) == "TOC" }
    paragraph = opened
    run = RunLook()
  }

  func endParagraph() {
    guard var ended = paragraph else { return }
    paragraph = nil
    if !pendingComments.isEmpty {
      for id in pendingComments where commentPlaces[id] == nil {
        commentPlaces[id] = place(ended.steps, ended.page, ended.id)
      }
      pendingComments = []
    }
    if ended.isMarkDeleted {
      carried = ended
      return
    }
    // The first paragraph of a control that shows a stored value shows it; the others are not there.
    var isDropped = false
    if let index = controls.lastIndex(where: { $0.start == nil && $0.value != nil }) {
      isDropped = showStored(index, in: &ended)
    }
    let place = place(ended.steps, ended.page, ended.id)
    for loss in ended.losses {
      losses.append(Loss(loss.kind, words: loss.words, place: place, instead: loss.instead))
    }
    let isBlank = !ended.text.contains { $0 > 0x20 }
    // A paragraph whose mark and letters are hidden is not there.
    if isDropped || isBlank && ended.isMarkHidden && ended.followers.isEmpty { return }
    OldPieces.decode(&ended.text, ended.fonts, &ended.noteCalls, place, &losses)
    emit(block(of: ended, place, isBlank: isBlank))
    for follower in ended.followers { emit(follower) }
  }

  private func block(of paragraph: OpenParagraph, _ place: ManuscriptPlace, isBlank: Bool) -> Block {
    let style = word.styles[paragraph.style]
    var block = Block(.paragraph, text: String(decoding: paragraph.text, as: UTF8.self), place: place)
    block.noteCalls = paragraph.noteCalls
    if paragraph.wordBytes > 0 {
      if let end = paragraph.endOfBold, paragraph.boldBytes > 0 {
        block.titleBytes = min(end, paragraph.text.count)
      }
      // A number or a bracket that is not bold makes no other heading of it.
      if paragraph.boldBytes * 10 >= paragraph.wordBytes * 8 { block.look.insert(.bold) }
      if paragraph.italicBytes * 10 >= paragraph.wordBytes * 8 { block.look.insert(.italic) }
      if paragraph.capitalBytes * 10 >= paragraph.wordBytes * 8 { block.look.insert(.capitals) }
    }
    if (paragraph.justification ?? style.justification) == "center" { block.look.insert(.centred) }
    let item = number(of: paragraph, style)
    block.label = item?.label
    if paragraph.isContents || style.isContents { block.role = .contents }
    let level = paragraph.outline.map { $0 < 9 ? $0 + 1 : 0 } ?? style.headingLevel ?? 0
    if level > 0, !isBlank, block.role != .contents {
      block.kind = .heading(level: level)
    } else if let item {
      block.kind = .listItem(level: item.level + 1)
    }
    return block
  }

  /// Label and level of a paragraph in a list; the list counts on.
  private func number(of paragraph: OpenParagraph, _ style: WordStyles.Style) -> (label: String?, level: Int)?
  {
    guard let id = paragraph.numID ?? style.numID, id != 0 else { return nil }
    var level = paragraph.level ?? style.level ?? 0
    if paragraph.numID == nil, paragraph.level == nil, let styleID = style.numberingStyle,
      let tied = word.numbering.byStyle[styleID], tied.list == id
    {
      level = tied.level
    }
    guard WordNumbering.levels.contains(level), word.numbering.lists[id] != nil else { return nil }
    return (word.counter.next(list: id, level: level), level)
  }

  func emit(_ block: Block) {
    blocks += 1
    containers[containers.count - 1].append(block)
  }

  // MARK: Text boxes

  func beginBox() {
    outer.append((paragraph, run, fields))
    paragraph = nil
    fields = []
    isInRun = false
    containers.append([])
  }

  func endBox() {
    let blocks = containers.popLast() ?? []
    guard let around = outer.popLast() else { return }
    (paragraph, run, fields) = (around.paragraph, around.run, around.fields)
    isInRun = paragraph != nil
    guard blocks.contains(where: \.hasWords) else { return }
    hang(
      Block(.textBox(blocks), place: place(paragraph?.steps ?? steps, paragraph?.page ?? page, paragraph?.id))
    )
  }

  /// Puts a block behind the paragraph that is open.
  func hang(_ block: Block) {
    if deletions > 0 || moves > 0 { return }
    if paragraph != nil { paragraph?.followers.append(block) } else { emit(block) }
  }

  // MARK: Notes and comments

  func openNote(_ name: WordName, _ tag: MarkupTag, _ frame: inout Frame) {
    let type = tag.value(.type)
    guard let id = tag.value(.id), type == nil || type == "normal" else { return skip(&frame) }
    if name == .comment, notes.count >= word.limits.comments {
      furtherComments += 1
      return skip(&frame)
    }
    note = (id, tag.value(.author))
    containers.append([])
    frame.close = .note
  }

  func endNote() {
    let blocks = containers.popLast() ?? []
    guard let note else { return }
    notes[note.id] = blocks
    authors[note.id] = note.author
    self.note = nil
  }

  func call(_ name: WordName, _ tag: MarkupTag) {
    guard let id = tag.value(.id), deletions == 0, moves == 0 else { return }
    if name == .commentReference {
      pendingComments.append(id)
      return
    }
    let isEndnote = name == .endnoteReference
    guard let blocks = (isEndnote ? word.endnotes : word.footnotes)[id] else { return }
    let mark = isEndnote ? word.nextEndnote() : word.nextFootnote()
    if let offset = paragraph?.text.count {
      paragraph?.noteCalls.append(Block.NoteCall(offset: offset, mark: mark))
    }
    hang(
      Block(
        .note(mark: mark, isEndnote: isEndnote, blocks: blocks),
        place: place(paragraph?.steps ?? steps, paragraph?.page ?? page, paragraph?.id)))
  }
}
