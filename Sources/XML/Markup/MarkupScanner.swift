import Glibc
import Source

/// Walks the markup of a document without building anything: what an input would cost is known
/// before a parser spends it, and the exact offset of the n-th element is known after.
/// It trusts nothing and checks nothing else; libxml2 decides what is well-formed.
package struct MarkupScanner {
  package enum Token {
    case text(length: Int)
    case startTag(offset: Int, attributes: Int, longestValue: Int, isEmpty: Bool)
    case endTag
    case comment(length: Int)
    case documentType(offset: Int)
    case other
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  package private(set) var offset = 0

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  package mutating func next() -> Token? {
    guard offset < bytes.count else { return nil }
    guard bytes[offset] == UInt8(ascii: "<") else {
      let start = offset
      offset = index(of: UInt8(ascii: "<"), from: offset) ?? bytes.count
      return .text(length: offset - start)
    }
    guard offset + 1 < bytes.count else {
      offset += 1
      return .other
    }
    switch bytes[offset + 1] {
    case UInt8(ascii: "/"):
      offset = (index(of: UInt8(ascii: ">"), from: offset) ?? bytes.count - 1) + 1
      return .endTag
    case UInt8(ascii: "?"):
      return skip(past: "?>", from: offset + 2) { _ in .other }
    case UInt8(ascii: "!"):
      return declaration()
    default:
      return startTag()
    }
  }

  private mutating func declaration() -> Token {
    let start = offset
    if matches("<!--") { return skip(past: "-->", from: offset + 4) { .comment(length: $0) } }
    if matches("<![CDATA[") { return skip(past: "]]>", from: offset + 9) { .text(length: $0) } }
    if matches("<!DOCTYPE") {
      offset = bytes.count
      return .documentType(offset: start)
    }
    offset += 2
    return .other
  }

  private mutating func startTag() -> Token {
    let start = offset
    var values = 0
    var longest = 0
    var index = offset + 1
    while true {
      index = delimiter(from: index)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        offset = index + 1
        return .startTag(
          offset: start, attributes: values, longestValue: longest,
          isEmpty: bytes[index - 1] == UInt8(ascii: "/"))
      }
      let end = self.index(of: byte, from: index + 1) ?? bytes.count - 1
      if follows(UInt8(ascii: "="), index) { values += 1 }
      longest = max(longest, end - index)
      index = end + 1
    }
    offset = bytes.count
    return .startTag(offset: start, attributes: values, longestValue: longest, isEmpty: false)
  }

  /// Whether the byte stands before an offset, with nothing but white space between: what a stray quotation mark
  /// opens is no value.
  private func follows(_ byte: UInt8, _ index: Int) -> Bool {
    var before = index - 1
    while before > 0, WhiteSpace.contains(bytes[before]) { before -= 1 }
    return before >= 0 && bytes[before] == byte
  }

  /// The next quotation mark or end of a tag, or the end of the text.
  private func delimiter(from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return bytes.count }
    var index = start
    while index &+ 8 <= bytes.count {
      let eight = EightBytes(at: base + index)
      let found = eight.places(of: 0x22) | eight.places(of: 0x27) | eight.places(of: 0x3E)
      if found != 0 { return index &+ found.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x27 || byte == 0x3E { return index }
      index &+= 1
    }
    return index
  }

  private mutating func skip(
    past end: StaticString, from start: Int, _ token: (_ length: Int) -> Token
  ) -> Token {
    let found = start <= bytes.count ? find(end, from: start) : nil
    offset = found.map { $0 + end.utf8CodeUnitCount } ?? bytes.count
    return token(offset - start)
  }

  private func matches(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= bytes.count, let base = bytes.baseAddress else { return false }
    return memcmp(base + offset, text.utf8Start, count) == 0
  }

  private func index(of byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return found - UnsafeMutableRawPointer(mutating: base)
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    var candidate = start
    while let found = index(of: text.utf8Start.pointee, from: candidate), let base = bytes.baseAddress {
      let count = text.utf8CodeUnitCount
      guard found + count <= bytes.count else { return nil }
      if memcmp(base + found, text.utf8Start, count) == 0 { return found }
      candidate = found + 1
    }
    return nil
  }
}

extension SourceText {
  /// Whether nothing in the text can be slow or hostile for a parser that ends at the first element with too many
  /// attributes and at a DOCTYPE: then `guardStructure` need not walk it. No run of it is over the limit, and tags
  /// follow one another within so few bytes that libxml2 compares some thousand attributes at most.
  func isBrief(_ limits: Limits) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, bytes.count <= limits.text, memchr(base, 0, bytes.count) == nil
      else { return false }
      let block = 16 << 10
      return stride(from: 0, to: bytes.count, by: block).allSatisfy { start in
        let length = min(block, bytes.count - start)
        return length < block || memchr(base + start, Int32(UInt8(ascii: "<")), length) != nil
      }
    }
  }

  /// Refuses what would be slow, deep or hostile, before a parser sees it.
  /// - Returns: the offsets of all start tags in document order; the n-th belongs to the n-th element.
  @discardableResult
  func guardStructure(_ limits: Limits) throws(Refusal) -> [Int] {
    var tags: [Int] = []
    let fault: (offset: Int, cause: any RefusalCause)? = bytes.withUnsafeBufferPointer { buffer in
      let first = buffer.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
      if first != UInt8(ascii: "<") { return (0, MarkupFault.notXML) }
      if let nul = buffer.firstIndex(of: 0) { return (nul, MarkupFault.nulByte) }
      var scanner = MarkupScanner(buffer)
      var depth = 0
      while true {
        let start = scanner.offset
        guard let token = scanner.next() else { return nil }
        switch token {
        case .startTag(let offset, let attributes, let longestValue, let isEmpty):
          tags.append(offset)
          if !isEmpty { depth += 1 }
          if depth > limits.depth { return (offset, MarkupFault.tooDeep(limit: limits.depth)) }
          if attributes > limits.attributes {
            return (offset, MarkupFault.tooManyAttributes(limit: limits.attributes))
          }
          if longestValue > limits.text { return (offset, MarkupFault.textTooLong(limit: limits.text)) }
        case .endTag: depth -= 1
        case .text(let length), .comment(let length):
          if length > limits.text { return (start, MarkupFault.textTooLong(limit: limits.text)) }
        case .documentType(let offset): return (offset, MarkupFault.documentType)
        case .other: break
        }
      }
    }
    if let fault { throw refusal(at: fault.offset, fault.cause) }
    return tags
  }

  /// Byte offsets of all start tags in document order; the n-th belongs to the n-th element.
  func startTagOffsets() -> [Int] {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = MarkupScanner(buffer)
      var offsets: [Int] = []
      while let token = scanner.next() {
        if case .startTag(let offset, _, _, _) = token { offsets.append(offset) }
      }
      return offsets
    }
  }

  /// The offset just after the end tag of the element that starts at `start`.
  func endOfElement(at start: Int) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = MarkupScanner(UnsafeBufferPointer(rebasing: buffer[start...]))
      var depth = 0
      while let token = scanner.next() {
        switch token {
        case .startTag(_, _, _, let isEmpty): if !isEmpty { depth += 1 }
        case .endTag: depth -= 1
        default: continue
        }
        if depth <= 0 { return start + scanner.offset }
      }
      return bytes.count
    }
  }

  /// The offset of a piece of text at or after `start`, or nil.
  package func offset(of text: String, from start: Int = 0) -> Int? {
    let wanted = Array(text.utf8)
    return bytes.withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress, let first = wanted.first else { return nil }
      var place = start
      while place + wanted.count <= buffer.count,
        let found = memchr(base + place, Int32(first), buffer.count - place - wanted.count + 1)
      {
        if memcmp(found, wanted, wanted.count) == 0 { return UnsafeRawPointer(found) - base }
        place = UnsafeRawPointer(found) - base + 1
      }
      return nil
    }
  }

  package func contains(_ text: String) -> Bool { offset(of: text) != nil }
}
