/// Decides how a document is encoded and turns it into UTF-8. Accepted are UTF-8 and UTF-16 that
/// agree with their own declaration; everything else is refused rather than guessed, because a
/// wrong guess turns Vietnamese titles into other words.
package enum Encoding {
  static func utf8(_ stored: [UInt8], name: String) throws(Refusal) -> [UInt8] {
    guard stored.contains(where: { !isWhitespace($0) }) else {
      throw Refusal(source: name, cause: InputFault.empty)
    }
    if let kind = FileKind(stored) { throw Refusal(source: name, cause: InputFault.otherKind(kind)) }
    if let (bigEndian, mark) = utf16Order(stored) {
      let text = try decodeUTF16(stored, bigEndian: bigEndian, skipping: mark, name: name)
      let declared = declaredEncoding(text)
      if let declared, !declared.uppercased().hasPrefix("UTF-16") {
        throw Refusal(
          source: name, position: Position(line: 1, column: 1),
          cause: InputFault.encodingContradiction(declared: declared, actual: "UTF-16"))
      }
      return text
    }
    let bytes = stored.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(stored.dropFirst(3)) : stored
    if let declared = declaredEncoding(bytes) {
      switch declared.uppercased() {
      case "UTF-8", "US-ASCII", "ASCII": break
      case let other where other.hasPrefix("UTF-16"):
        throw Refusal(
          source: name, position: Position(line: 1, column: 1),
          cause: InputFault.encodingContradiction(declared: declared, actual: "UTF-8"))
      default:
        throw Refusal(
          source: name, position: Position(line: 1, column: 1),
          cause: InputFault.unsupportedEncoding(declared: declared))
      }
    }
    return bytes
  }

  /// The first offset at which `bytes` is not UTF-8 (RFC 3629), or nil.
  package static func firstBrokenByte(_ bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  private static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func utf16Order(_ bytes: [UInt8]) -> (bigEndian: Bool, mark: Int)? {
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFE, 0xFF): return (true, 2)
    case (0xFF, 0xFE): return (false, 2)
    case (0, UInt8(ascii: "<")): return (true, 0)
    case (UInt8(ascii: "<"), 0): return (false, 0)
    default: return nil
    }
  }

  private static func decodeUTF16(
    _ bytes: [UInt8], bigEndian: Bool, skipping mark: Int, name: String
  ) throws(Refusal) -> [UInt8] {
    let units = stride(from: mark, to: bytes.count - 1, by: 2).map { index -> UInt16 in
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      return bigEndian ? (first << 8 | second) : (second << 8 | first)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    let broken = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true
    ) { result.append($0) }
    guard !broken, (bytes.count - mark).isMultiple(of: 2) else {
      throw Refusal(source: name, cause: InputFault.brokenUTF16)
    }
    return result
  }

  /// The encoding that the XML declaration names (XML 1.0, 2.8), or nil.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    // How nearly every file begins.
    if bytes.starts(with: #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8) { return "UTF-8" }
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>"),
      let name = head[..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let value = head[name.upperBound..<end.lowerBound].drop { $0 == " " || $0 == "=" || $0 == "\t" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }
}
