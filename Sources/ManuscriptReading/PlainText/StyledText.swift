import Manuscript

/// The bold and italic letters that marks of Markdown have opened.
struct Emphasis: Equatable {
  var isBold = false
  var isItalic = false
  /// Italic by an underscore: only another one ends it.
  var isUnderscored = false
  var isOpen: Bool { isBold || isItalic }
}

/// A text without its marks of bold and italic letters, and what they said.
struct StyledText {
  private(set) var text: String
  private(set) var look: Block.Look = []
  private(set) var titleBytes = 0
  /// What is still open at its end: marks go on over the lines of a paragraph.
  private(set) var end = Emphasis()
  var isBold: Bool { look.contains(.bold) }

  init(_ source: String, _ isMarkdown: Bool, from start: Emphasis = Emphasis()) {
    guard isMarkdown, start.isOpen || source.utf8.contains(where: { "*_\\".utf8.contains($0) }) else {
      text = source
      return
    }
    let bytes = Array(source.utf8)
    var marks = Marks(bytes, start)
    marks.read()
    text = String(decoding: marks.result, as: UTF8.self)
    end = marks.open
    guard marks.words > 0 else { return }
    if marks.boldWords * 10 >= marks.words * 8 { look.insert(.bold) }
    if marks.italicWords * 10 >= marks.words * 8 { look.insert(.italic) }
    if let endOfTitle = marks.endOfTitle { titleBytes = endOfTitle }
  }

  /// One walk over the bytes of a text.
  private struct Marks {
    let bytes: [UInt8]
    var open: Emphasis
    var result: [UInt8] = []
    var (words, boldWords, italicWords) = (0, 0, 0)
    private var (endOfBold, endOfItalic): (Int?, Int?) = (nil, nil)

    init(_ bytes: [UInt8], _ start: Emphasis) {
      self.bytes = bytes
      open = start
    }

    /// Where bold letters at the beginning end; where there are none, italic ones in front of a colon.
    var endOfTitle: Int? {
      if boldWords > 0, let endOfBold { return endOfBold }
      guard italicWords > 0, let endOfItalic, endOfItalic > 0 else { return nil }
      // Single words are often in italics; with a colon they are the head of what follows.
      let last = result[..<endOfItalic].last { $0 > 0x20 }
      return last == UInt8(ascii: ":") || result[endOfItalic] == UInt8(ascii: ":") ? endOfItalic : nil
    }

    mutating func read() {
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "*"), let width = stars(index) {
          index += width
          continue
        }
        if byte == UInt8(ascii: "_"), let width = underscores(index) {
          index += width
          continue
        }
        // `\-`, `\+`: a sign that would else mark an item.
        if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, Self.isSign(bytes[index + 1]) { index += 1 }
        add(bytes[index])
        index += 1
      }
    }

    private mutating func add(_ byte: UInt8) {
      if byte > 0x20 {
        words += 1
        if open.isBold { boldWords += 1 } else if endOfBold == nil { endOfBold = result.count }
        let isItalic = open.isItalic || open.isUnderscored
        if isItalic { italicWords += 1 } else if endOfItalic == nil { endOfItalic = result.count }
      }
      result.append(byte)
    }

    private mutating func stars(_ index: Int) -> Int? {
      let count = bytes[index...].prefix { $0 == UInt8(ascii: "*") }.count
      let next = index + count < bytes.count ? bytes[index + count] : 0x20
      // A star alone at the beginning marks an item.
      if count == 1, index == 0, next == 0x20 { return nil }
      if count >= 2 { open.isBold.toggle() }
      if count == 1 || count == 3 { open.isItalic.toggle() }
      return count
    }

    /// An underscore inside a word is a letter of it, a row of them a blank to fill in.
    private mutating func underscores(_ index: Int) -> Int? {
      let count = bytes[index...].prefix { $0 == UInt8(ascii: "_") }.count
      guard count <= 2 else { return nil }
      let before = index > 0 ? bytes[index - 1] : 0x20
      let next = index + count < bytes.count ? bytes[index + count] : 0x20
      if open.isUnderscored {
        guard before > 0x20, !Self.isLetter(next) else { return nil }
        open.isUnderscored = false
        return count
      }
      guard next > 0x20, !Self.isLetter(before), closes(index + count) else { return nil }
      open.isUnderscored = true
      return count
    }

    private func closes(_ start: Int) -> Bool {
      bytes[start...].indices.contains {
        bytes[$0] == UInt8(ascii: "_") && (bytes[$0 - 1] > 0x20 || bytes[$0 - 1] == UInt8(ascii: "*"))
          && ($0 + 1 >= bytes.count || !Self.isLetter(bytes[$0 + 1]))
      }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }

    /// Signs that a backslash makes plain (CommonMark, 2.4).
    private static func isSign(_ byte: UInt8) -> Bool {
      (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
        || (0x7B...0x7E).contains(byte)
    }
  }
}
