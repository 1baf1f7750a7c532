import Manuscript
import XML

/// Content controls, in whatever they are nested, and the values that are bound to them.
extension BodyReader {
  func openControl(_ name: WordName, _ tag: MarkupTag, _ frame: inout Frame) {
    if name == .sdt {
      controls.append(OpenControl())
      frame.close = .control
      return
    }
    guard let last = controls.indices.last else { return }
    switch name {
    case .sdtPr: frame.close = .controlProperties
    case .sdtContent:
      beginControlContent(last)
      frame.close = .controlContent
    case .dataBinding:
      controls[last].path = tag.value(.xpath)
      controls[last].prefixes = tag.value(.prefixMappings) ?? ""
      controls[last].store = tag.value(.storeItemID)
    case .showingPlcHdr: controls[last].isPlaceholder = tag.isOn
    case .text: if isInControlProperties { controls[last].kind = .text }
    case .dropDownList, .comboBox: controls[last].kind = .list
    case .listItem:
      let value = tag.value(.value) ?? ""
      controls[last].items.append((tag.value(.displayText) ?? value, value))
    case .date:
      guard isInControlProperties else { return }
      controls[last].kind = .date
      controls[last].date = tag.value(.fullDate)
    case .dateFormat: controls[last].dateFormat = tag.value(.val)
    default: break
    }
  }

  private var isInControlProperties: Bool { frames.last?.close == .controlProperties }

  private func beginControlContent(_ last: Int) {
    var control = controls[last]
    control.start = paragraph?.text.count
    if let path = control.path, control.kind != .other, control.kind != .checkBox {
      switch word.stores.value(path, prefixes: control.prefixes, store: control.store) {
      case .found(let value): control.value = control.shown(value)
      case .noStore: break
      case .noPlace: lose(.unresolvedBinding, path)
      }
    }
    if control.value?.isEmpty == true { control.value = nil }
    controls[last] = control
    if control.isPlaceholder, control.value == nil { placeholders += 1 }
  }

  func endControlContent() {
    guard let last = controls.indices.last else { return }
    let control = controls[last]
    if control.isPlaceholder, control.value == nil { placeholders -= 1 }
    guard let value = control.value, let start = control.start, let text = paragraph?.text,
      start <= text.count
    else { return }
    let surface = String(decoding: text[start...], as: UTF8.self)
    guard !surface.utf8.elementsEqual(value.utf8) else { return }
    lose(.differingValue, surface, instead: value)
    paragraph?.text.replaceSubrange(start..<text.count, with: value.utf8)
    paragraph?.noteCalls.removeAll { $0.offset > start }
    paragraph?.fonts.removeAll { $0.start > start }
    let words = value.utf8.count { $0 > 0x20 } - surface.utf8.count { $0 > 0x20 }
    if let before = paragraph?.wordBytes { paragraph?.wordBytes = max(0, before + words) }
  }

  func endControl() { _ = controls.popLast() }

  /// Puts a stored value into the first paragraph of a control that holds paragraphs.
  /// - Returns: whether the paragraph is not there, being another one.
  func showStored(_ index: Int, in paragraph: inout OpenParagraph) -> Bool {
    guard let value = controls[index].value else { return false }
    let surface = String(decoding: paragraph.text, as: UTF8.self)
    if controls[index].isShown {
      if !paragraph.text.isEmpty { paragraph.losses.append((.differingValue, surface, "")) }
      return true
    }
    controls[index].isShown = true
    guard !surface.utf8.elementsEqual(value.utf8) else { return false }
    paragraph.losses.append((.differingValue, surface, value))
    paragraph.text = Array(value.utf8)
    paragraph.noteCalls = []
    paragraph.fonts = [(0, "")]
    return false
  }
}

extension OpenControl {
  /// A stored value as Word shows it.
  func shown(_ value: String) -> String {
    switch kind {
    case .list: items.first { $0.value.utf8.elementsEqual(value.utf8) }?.shown ?? value
    case .date: StoredDate(value)?.text(dateFormat ?? "dd/MM/yyyy") ?? value
    case .other, .text, .checkBox: value
    }
  }
}

/// A date of a store (`2026-11-01`, with or without a time), in the words of a format of Word.
private struct StoredDate {
  private let year: Int
  private let month: Int
  private let day: Int

  init?(_ text: String) {
    let parts = text.utf8.prefix(10).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { Int(String(Substring($0))) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Nil for a format with names of days or months, which depend on a language.
  func text(_ format: String) -> String? {
    var result = ""
    var rest = format.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "'" {
        rest = rest.dropFirst()
        result.unicodeScalars.append(contentsOf: rest.prefix { $0 != "'" })
        rest = rest.drop { $0 != "'" }.dropFirst()
        continue
      }
      let count = rest.prefix { $0 == scalar }.count
      switch scalar {
      case "d", "M":
        guard count <= 2 else { return nil }
        let number = scalar == "d" ? day : month
        result += (count == 2 && number < 10 ? "0" : "") + String(number)
      case "y": result += count <= 2 ? String(year % 100) : String(year)
      default: for _ in 0..<count { result.unicodeScalars.append(scalar) }
      }
      rest = rest.dropFirst(count)
    }
    return result
  }
}
