import Source

/// The words of a page of HTML, a paragraph an element that stands for itself. For small chunks inside office files:
/// what is no text is passed over, and nothing is ever fetched.
enum HTMLText {
  static func paragraphs(of bytes: [UInt8]) -> [String] {
    var reader = Reader(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    return reader.paragraphs()
  }

  private struct Reader {
    private let bytes: [UInt8]
    private var index = 0
    private var text: [UInt8] = []
    private var result: [String] = []

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func paragraphs() -> [String] {
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "<"): tag()
        case UInt8(ascii: "&"): reference()
        case let byte where byte <= 0x20:
          blank()
          index += 1
        case let byte:
          text.append(byte)
          index += 1
        }
      }
      finish()
      return result
    }

    private mutating func blank() {
      if let last = text.last, last != 0x20 { text.append(0x20) }
    }

    private mutating func finish() {
      if text.last == 0x20 { text.removeLast() }
      if !text.isEmpty { result.append(String(decoding: text, as: UTF8.self)) }
      text = []
    }

    private mutating func tag() {
      let start = index
      if bytes[start...].starts(with: "<!--".utf8) {
        index = end(of: "-->", from: start + 4)
        return
      }
      index = end(of: ">", from: start)
      let name = bytes[(start + 1)..<min(index, bytes.count)].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
        .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      switch String(decoding: name, as: UTF8.self) {
      case "script", "style", "head", "title":
        index = end(of: "</" + String(decoding: name, as: UTF8.self), from: index)
        index = end(of: ">", from: index)
      case "b", "/b", "i", "/i", "u", "/u", "em", "/em", "strong", "/strong", "span", "/span", "a", "/a",
        "font",
        "/font", "sub", "/sub", "sup", "/sup":
        break
      default: finish()
      }
    }

    /// Where a piece of text ends; the end where there is none.
    private func end(of piece: String, from start: Int) -> Int {
      let wanted = Array(piece.utf8)
      var place = start
      while place + wanted.count <= bytes.count {
        if bytes[place..<place + wanted.count].elementsEqual(wanted, by: { $0 == $1 || $0 | 0x20 == $1 }) {
          return place + wanted.count
        }
        place += 1
      }
      return bytes.count
    }

    private mutating func reference() {
      let name = bytes[(index + 1)...].prefix(12).prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
      let word = String(decoding: name, as: UTF8.self)
      let end = index + 1 + name.count
      guard end < bytes.count, bytes[end] == UInt8(ascii: ";"), let scalar = Self.scalar(word) else {
        text.append(bytes[index])
        index += 1
        return
      }
      text += Array(String(Character(scalar)).utf8)
      index = end + 1
    }

    private static func scalar(_ word: String) -> Unicode.Scalar? {
      switch word {
      case "amp": return "&"
      case "lt": return "<"
      case "gt": return ">"
      case "quot": return "\""
      case "apos": return "'"
      case "nbsp": return "\u{A0}"
      default: break
      }
      let digits = word.utf8.dropFirst()
      guard word.utf8.first == UInt8(ascii: "#") else { return nil }
      if let first = digits.first, first | 0x20 == UInt8(ascii: "x") {
        return UInt32(String(Substring(digits.dropFirst())), radix: 16).flatMap { Unicode.Scalar($0) }
      }
      return UInt32(String(Substring(digits))).flatMap { Unicode.Scalar($0) }
    }
  }
}
