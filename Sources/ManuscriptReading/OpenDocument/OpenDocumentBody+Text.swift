import Manuscript
import Source
import XML

/// Paragraphs, lists, notes and what letters in them look like.
extension OpenDocumentBody {
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
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

  func put(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  func openText(_ name: OpenDocumentName, _ tag: MarkupTag, _ frame: inout Frame) {
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
      if let start = tag.property(.startValue, in: .text).flatMap({ Int($0) }) { lists[last].start = start }
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

  func beginParagraph(_ name: OpenDocumentName, _ tag: MarkupTag, _ frame: inout Frame) {
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

  func number(
    _ paragraph: Paragraph, _ style: OpenDocumentStyles.Style, isHeader: Bool
  ) -> (text: String?, level: Int)? {
    if let last = lists.indices.last {
      let level = lists.count
      guard lists[last].isFirstOfItem, lists[last].hasNumber else { return nil }
      lists[last].isFirstOfItem = false
      guard let levels = styles.lists[lists[last].style ?? style.list ?? ""] else { return (nil, level) }
      // What is counted belongs to the outermost list.
      let next = lists[0].counts[level].map { $0 + 1 } ?? levels[level]?.start ?? 1
      lists[0].counts[level] = lists[last].start ?? next
      lists[last].start = nil
      for lower in lists[0].counts.keys where lower > level { lists[0].counts[lower] = nil }
      return (OpenDocumentStyles.label(levels, level, lists[0].counts, symbols), level)
    }
    guard let level = paragraph.heading, !isHeader, styles.outline[level] != nil else { return nil }
    outlineCounts[level] = (outlineCounts[level] ?? (styles.outline[level]?.start ?? 1) - 1) + 1
    for lower in outlineCounts.keys where lower > level { outlineCounts[lower] = nil }
    return OpenDocumentStyles.label(styles.outline, level, outlineCounts, symbols).map { ($0, level) }
  }

  func beginList(_ tag: MarkupTag, _ frame: inout Frame) {
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

  func endList() {
    guard let list = lists.popLast() else { return }
    let id = listIDs.popLast() ?? nil
    if lists.isEmpty {
      lastList = list
      if let id { finishedLists[id] = list }
    }
  }

  func endParagraph() {
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

  func emit(_ block: Block) {
    blocks += 1
    containers[containers.count - 1].append(block)
  }

  func hang(_ block: Block) {
    if deleting > 0 { return }
    if paragraph != nil { paragraph?.followers.append(block) } else { emit(block) }
  }

  func lose(_ kind: Loss.Kind, _ words: String = "") {
    if paragraph != nil {
      paragraph?.losses.append((kind, words))
    } else if losses.count < limits.losses {
      losses.append(Loss(kind, words: words, place: place(steps, page)))
    }
  }

  /// A box, a note or a cell: paragraphs of its own inside a paragraph.
  func begin() {
    outer.append(paragraph)
    paragraph = nil
    containers.append([])
  }

  func finish() -> [Block] {
    paragraph = outer.popLast() ?? nil
    return containers.popLast() ?? []
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
