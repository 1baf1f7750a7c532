import Source
import XML

/// Tags that begin a line and are not indented by two spaces for each element around them.
struct IndentationScan: Sequence {
  struct Wrong {
    /// The offset of the tag.
    let tag: Int
    /// The white space to replace.
    let space: Range<Int>
    let replacement: String
    let found: Int
    let expected: Int
  }

  private let wrong: [Wrong]

  init(_ text: SourceText) {
    var wrong: [Wrong] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var scanner = MarkupScanner(bytes)
      var depth = 0
      // Text beside elements is content: its white space belongs to it.
      var rulesDepth: Int?
      var gap: Range<Int>?
      var lastWasStart = false
      // Looked for once: a file on one line has a finding at each of its tags.
      let lineBreak = bytes.contains(0x0D) ? "\r\n" : "\n"
      func look(at tag: Int, _ expected: Int) {
        guard let gap, rulesDepth == nil else { return }
        if let found = Self.wrong(bytes, gap, tag, expected, lineBreak) { wrong.append(found) }
      }
      while true {
        let start = scanner.offset
        guard let token = scanner.next() else { return }
        switch token {
        case .text:
          let isSpace = bytes[start..<scanner.offset].allSatisfy {
            $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09
          }
          gap = isSpace ? start..<scanner.offset : nil
          continue
        case .startTag(_, _, _, let isEmpty):
          if depth > 0 { look(at: start, depth * 2) }
          if rulesDepth == nil, bytes[start...].starts(with: "<schematron".utf8) { rulesDepth = depth }
          if !isEmpty { depth += 1 }
          lastWasStart = !isEmpty
        case .endTag:
          depth -= 1
          if rulesDepth == depth { rulesDepth = nil }
          if !lastWasStart { look(at: start, depth * 2) }
          lastWasStart = false
        case .comment, .other:
          if depth > 0 { look(at: start, depth * 2) }
          lastWasStart = false
        case .documentType: return
        }
        gap = scanner.offset..<scanner.offset
      }
    }
    self.wrong = wrong
  }

  private static func wrong(
    _ bytes: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>, _ tag: Int, _ expected: Int, _ lineBreak: String
  ) -> Wrong? {
    let space = String(repeating: " ", count: expected)
    guard let newline = bytes[gap].lastIndex(of: 0x0A) else {
      return Wrong(tag: tag, space: gap, replacement: lineBreak + space, found: 0, expected: expected)
    }
    let indent = newline + 1..<gap.upperBound
    guard bytes[indent].count != expected || bytes[indent].contains(where: { $0 != 0x20 }) else { return nil }
    return Wrong(tag: tag, space: indent, replacement: space, found: indent.count, expected: expected)
  }

  func makeIterator() -> IndexingIterator<[Wrong]> { wrong.makeIterator() }
}
