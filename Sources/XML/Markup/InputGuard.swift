import Glibc
import Source

/// The guard against hostile input: what would be slow, deep or large is refused before a parser sees it.
extension SourceText {
  /// Whether nothing in the text can be slow or hostile for a parser that ends at the first element with too many
  /// attributes and at a DOCTYPE: then `guardStructure` need not walk it. No run of it is over the limit, and tags
  /// follow one another within so few bytes that libxml2 compares some thousand attributes at most.
  func isBrief(_ limits: Limits) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, bytes.count <= limits.input.text,
        memchr(base, 0, bytes.count) == nil
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
          if depth > limits.input.depth { return (offset, MarkupFault.tooDeep(limit: limits.input.depth)) }
          if attributes > limits.input.attributes {
            return (offset, MarkupFault.tooManyAttributes(limit: limits.input.attributes))
          }
          if longestValue > limits.input.text {
            return (offset, MarkupFault.textTooLong(limit: limits.input.text))
          }
        case .endTag: depth -= 1
        case .text(let length), .comment(let length):
          if length > limits.input.text { return (start, MarkupFault.textTooLong(limit: limits.input.text)) }
        case .documentType(let offset): return (offset, MarkupFault.documentType)
        case .other: break
        }
      }
    }
    if let fault { throw refusal(at: fault.offset, fault.cause) }
    return tags
  }
}
