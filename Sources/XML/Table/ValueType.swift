import Glibc
import Source

/// A simple type as far as a value can be accepted by a look at its bytes. A value that it does not accept
/// may still be valid: libxml2 decides.
struct ValueType: Sendable {
  enum Kind: Sendable {
    /// `xs:token` of at least some characters.
    case token(minimum: Int)
    /// `xs:NCName` of at most some characters.
    case name(maximum: Int)
    case listed(Enumeration)
    /// A list of at least one listed value.
    case list(Enumeration)
    /// `xs:date` without a time zone, of the years 1000 to 2999.
    case day
    case integer(ClosedRange<Int64>)
    case decimal(atLeast: Int64?, atMost: Int64?)
    /// A type that only libxml2 understands.
    case other
  }

  enum Answer {
    case accepted
    /// Accepted, and the value is a listed one.
    case symbol(Int)
    /// Accepted as a list; `TableBuilder` reads its symbols.
    case symbols
    case unsure
  }

  let kind: Kind

  /// - Parameter bytes: the value with its white space collapsed.
  func answer(_ bytes: UnsafeBufferPointer<UInt8>) -> Answer {
    switch kind {
    case .token(let minimum):
      // One character has at least one byte; longer minima are not worth counting.
      return minimum == 0 || (minimum == 1 && !bytes.isEmpty) ? .accepted : .unsure
    case .name(let maximum): return Self.isName(bytes, maximum) ? .accepted : .unsure
    case .listed(let enumeration): return enumeration.symbol(bytes).map { .symbol($0) } ?? .unsure
    case .list: return bytes.isEmpty ? .unsure : .symbols
    case .day: return Self.isDay(bytes) ? .accepted : .unsure
    case .integer(let range):
      return Self.integer(bytes).map { range.contains($0) } ?? false ? .accepted : .unsure
    case .decimal(let least, let most):
      guard let (whole, hasFraction) = Self.decimal(bytes) else { return .unsure }
      if let least, whole < least { return .unsure }
      if let most, whole > most || (whole == most && hasFraction) { return .unsure }
      return .accepted
    case .other: return .unsure
    }
  }

  /// Names in ASCII (XML 1.0, 2.3, without the colon); those in other letters are libxml2's.
  private static func isName(_ bytes: UnsafeBufferPointer<UInt8>, _ maximum: Int) -> Bool {
    guard let first = bytes.first, bytes.count <= maximum, isLetter(first) || first == UInt8(ascii: "_")
    else { return false }
    return bytes.allSatisfy {
      isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: ".")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count == 10 && (bytes[0] == UInt8(ascii: "1") || bytes[0] == UInt8(ascii: "2"))
      && CalendarDate(bytes: bytes) != nil
  }

  /// Up to fifteen digits without a sign.
  private static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard (1...15).contains(bytes.count), bytes.allSatisfy(isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }

  /// The whole part of a decimal without a sign, and whether its fraction is more than nothing.
  private static func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int64, Bool)? {
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")) else {
      return integer(bytes).map { ($0, false) }
    }
    let fraction = bytes[(point + 1)...]
    guard !fraction.isEmpty, bytes.count <= 16, fraction.allSatisfy(isDigit) else { return nil }
    return integer(UnsafeBufferPointer(rebasing: bytes[..<point])).map {
      ($0, fraction.contains { $0 != UInt8(ascii: "0") })
    }
  }
}

/// The values of one enumeration, found by their bytes.
struct Enumeration: Sendable {
  /// Symbols by slot, -1 where there is none; the size is a power of two.
  private var slots: [Int32]
  private var spans: [(start: Int, count: Int, symbol: Int32)] = []
  private var bytes: [UInt8] = []

  /// - Parameters:
  ///   - values: listed values.
  ///   - first: the symbol of the first; the rest follow it.
  init(_ values: [String], first: Int) {
    var size = 8
    while size < values.count * 4 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    for (index, value) in values.enumerated() {
      let text = Array(value.utf8)
      spans.append((bytes.count, text.count, Int32(first + index)))
      bytes += text
      var slot = text.withUnsafeBufferPointer { Self.hash($0) } & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(index)
    }
  }

  func symbol(_ value: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let text = value.baseAddress else { return nil }
    var slot = Self.hash(value) & (slots.count - 1)
    while slots[slot] >= 0 {
      let span = spans[Int(slots[slot])]
      let isEqual =
        span.count == value.count
        && bytes.withUnsafeBytes { all in
          all.baseAddress.map { memcmp($0 + span.start, text, span.count) == 0 } ?? false
        }
      if isEqual { return Int(span.symbol) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a. The table holds the schema's own values only, so nobody can fill it with collisions.
  private static func hash(_ value: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in value { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash >> 7)
  }
}
