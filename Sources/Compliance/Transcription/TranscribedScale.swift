import MasterPlan

/// Figures typed a thousand times too small. In Vietnamese a point groups thousands, in the file it is the decimal
/// point: 6.772 typed for 6 772.
enum TranscribedScale {
  static func fault(of figure: String, in item: Item) -> Transcription.Kind? {
    guard hasThreeDecimals(figure) else { return nil }
    return item.withText { prints($0, figure) }
      || item.children.contains { $0.withText { prints($0, figure) } }
      ? .thousandsAsDecimals : .threeDecimals
  }

  /// One to three digits, a point, and exactly three digits after it.
  private static func hasThreeDecimals(_ figure: String) -> Bool {
    let bytes = Array(figure.utf8)
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")), (1...3).contains(point),
      bytes.count == point + 4, bytes[0] != UInt8(ascii: "0")
    else { return false }
    return bytes.enumerated().allSatisfy { $0 == point || isDigit($1) }
  }

  /// Whether the words print the figure with its thousands grouped: by a point or a space. Nothing of a number may stand
  /// before or after it.
  private static func prints(_ text: UnsafeBufferPointer<UInt8>, _ figure: String) -> Bool {
    let asked = Array(figure.utf8)
    guard text.count >= asked.count else { return false }
    for start in 0...(text.count - asked.count) {
      let end = start + asked.count
      guard !(start > 0 && isOfNumber(text[start - 1])), !(end < text.count && isDigit(text[end])) else {
        continue
      }
      var matches = true
      for (offset, byte) in asked.enumerated() where matches {
        let there = text[start + offset]
        matches = byte == UInt8(ascii: ".") ? there == byte || there == UInt8(ascii: " ") : there == byte
      }
      if matches { return true }
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }
}
