extension String {
  /// The text with signs of ASCII written otherwise, each as the byte that it is. To Swift a sign with a mark
  /// after it, or after a letter that joins what follows (UAX #29, GB9 and GB9b), is another character than the
  /// sign alone: an escape that compares characters would let a plan's own `<` or quotation mark pass.
  /// - Parameter escape: what is written for a byte; nil for those that stay.
  package func escapingSigns(_ escape: (UInt8) -> String?) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count + 16)
    for byte in utf8 {
      if byte < 0x80, let written = escape(byte) {
        result.append(contentsOf: written.utf8)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The same for one sign.
  package func escapingSign(_ sign: Unicode.Scalar, as written: String) -> String {
    escapingSigns { $0 == UInt8(ascii: sign) ? written : nil }
  }

  /// The text with a backslash before each of these signs.
  package func withBackslash(before signs: StaticString) -> String {
    let wanted = UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount)
    return escapingSigns { wanted.contains($0) ? "\\" + String(Unicode.Scalar($0)) : nil }
  }

  /// Whether one of these signs of ASCII stands in the text, whatever is joined to it.
  package func holds(anyOf signs: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount)
    return utf8.contains { wanted.contains($0) }
  }
}
