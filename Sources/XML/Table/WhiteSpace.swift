import Source

/// White space of XML (XML 1.0, 2.3) in bytes.
enum WhiteSpace {
  static func contains(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// Whether white space stands at an end, doubled, or as anything but a space.
  static func needsCollapsing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress, let first = bytes.first, let last = bytes.last else { return false }
    if first <= 0x20 || last <= 0x20 { return true }
    var spaceBefore: UInt64 = 0
    var index = 0
    while index &+ 8 <= bytes.count {
      let eight = EightBytes(at: start + index)
      if eight.hasControls { return true }
      let spaces = eight.places(of: 0x20)
      if spaces & (spaces << 8 | spaceBefore) != 0 { return true }
      spaceBefore = spaces >> 56
      index &+= 8
    }
    var isAfterSpace = spaceBefore != 0
    while index < bytes.count {
      let byte = start[index]
      if byte < 0x20 || (byte == 0x20 && isAfterSpace) { return true }
      isAfterSpace = byte == 0x20
      index &+= 1
    }
    return false
  }
}
