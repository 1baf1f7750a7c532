import Manuscript
import XML

/// Fields show their results; alternatives are read once; drawings are looked at for what is written in them.
extension BodyReader {
  func openField(_ name: WordName, _ tag: MarkupTag, _ frame: inout Frame) {
    switch name {
    case .fldChar:
      switch tag.value(.fldCharType) {
      case "begin": fields.append(OpenField())
      case "separate": if !fields.isEmpty { fields[fields.count - 1].isInResult = true }
      case "end": endField()
      default: break
      }
    case .fldSimple:
      fields.append(OpenField(code: tag.value(.instr) ?? "", isInResult: true))
      frame.close = .simpleField
    case .checked: if !fields.isEmpty { fields[fields.count - 1].isChecked = tag.isOn }
    case .default: if !fields.isEmpty, tag.value(.val) == "1" { fields[fields.count - 1].isChecked = true }
    default: break
    }
  }

  func endField() {
    guard let field = fields.popLast() else { return }
    switch Self.type(of: field.code) {
    case "FORMCHECKBOX": put(field.isChecked ? "☒" : "☐")
    case let type where field.resultBytes == 0 && Self.shows.contains(type):
      lose(.unresolvedField, field.code)
    case "MERGEFIELD": lose(.unresolvedField, field.code)
    default: break
    }
  }

  /// The first word of a code, in capitals.
  static func type(of code: String) -> String {
    code.utf8.split { $0 <= 0x20 }.first.map { String(Substring($0)).uppercased() } ?? ""
  }

  /// Fields that put something onto the page (ISO/IEC 29500-1, 17.16.5); others only mark or ask.
  private static let shows: Set = [
    "REF", "PAGEREF", "NOTEREF", "STYLEREF", "DOCPROPERTY", "DOCVARIABLE", "DATE", "TIME", "CREATEDATE",
    "SAVEDATE",
    "AUTHOR", "TITLE", "SUBJECT", "FILENAME", "NUMPAGES", "QUOTE", "IF", "SEQ", "LINK", "INCLUDETEXT",
    "FORMTEXT",
    "FORMDROPDOWN", "TOC", "FILLIN", "USERNAME", "COMMENTS", "KEYWORDS", "=",
  ]

  // MARK: Alternatives

  func openAlternative(_ name: WordName, _ tag: MarkupTag, _ frame: inout Frame) {
    switch name {
    case .alternateContent: frame.close = .alternatives
    case .choice:
      let needs = (tag.value(.needs, in: .none) ?? "").utf8.split(separator: 0x20).map {
        String(Substring($0))
      }
      take(&frame, needs.allSatisfy { Self.understood.contains($0) })
    case .fallback: take(&frame, true)
    default: break
    }
  }

  /// Goes into an alternative where none was taken before.
  private func take(_ frame: inout Frame, _ isUnderstood: Bool) {
    guard let last = frames.indices.last, frames[last].close == .alternatives else { return }
    guard isUnderstood, !frames[last].isTaken else { return skip(&frame) }
    frames[last].isTaken = true
  }

  private static let understood: Set = [
    "wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "a14", "wp15", "v",
  ]

  // MARK: Drawings

  func openDrawing(_ name: WordName, _ tag: MarkupTag, _ frame: inout Frame) {
    switch (WordSpace(tag.namespace), name) {
    case (.drawing, .docPr):
      pictureName =
        tag.value(.descr, in: .none) ?? tag.value(.title, in: .none) ?? tag.value(.name, in: .none) ?? ""
    case (.main, .blip):
      if let id = tag.value(.link, in: .relationships) {
        lose(.linkedPicture, word.package.relationships(of: part)[id]?.target ?? "")
      } else if tag.value(.embed, in: .relationships) != nil {
        lose(.picture, pictureName)
      }
    case (.vml, .imagedata):
      guard objects == 0 else { return }
      let id = tag.value(.id, in: .relationships) ?? tag.value(.href, in: .relationships)
      let relation = id.flatMap { word.package.relationships(of: part)[$0] }
      if relation?.isExternal == true {
        lose(.linkedPicture, relation?.target ?? "")
      } else {
        lose(.picture, tag.value(.title, in: .office) ?? "")
      }
    case (.vml, .textpath):
      // Words drawn as a shape: a mark across the page.
      guard let words = tag.value(.string, in: .none), !words.isEmpty else { return }
      let place = place(steps, page, nil)
      hang(Block(.textBox([Block(.paragraph, text: words, place: place)]), place: place))
    case (.chart, .chart), (.diagram, .relIds): lose(.diagram, pictureName)
    default: break
    }
  }
}
