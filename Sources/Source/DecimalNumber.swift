/// An exact decimal number (`xs:decimal`), for money: sums must not depend on rounding.
/// Holds up to 18 digits before and 9 after the point, enough for any budget in đồng.
package struct DecimalNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
  private static let scale = 9
  private let units: Int128

  private init(units: Int128) {
    self.units = units
  }

  package static let zero = DecimalNumber(units: 0)

  /// Nil when the text is no decimal number or has more digits than are held.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let units = text.withUTF8({ Self.units(of: $0) }) else { return nil }
    self.units = units
  }

  /// A sign, digits, and a point with more of them; digits on one side of the point are enough. Zeros at the end of
  /// a fraction say nothing.
  private static func units(of bytes: UnsafeBufferPointer<UInt8>) -> Int128? {
    let negative = bytes.first == UInt8(ascii: "-")
    let start = negative || bytes.first == UInt8(ascii: "+") ? 1 : 0
    let point = bytes[start...].firstIndex(of: UInt8(ascii: "."))
    var end = bytes.count
    let wholeEnd = point ?? end
    guard wholeEnd > start || point.map({ $0 + 1 < end }) == true, wholeEnd - start <= 18 else { return nil }
    if let point {
      while end > point + 1, bytes[end - 1] == UInt8(ascii: "0") { end -= 1 }
      guard end - point - 1 <= scale else { return nil }
    }
    var value: Int128 = 0
    for index in start..<end where index != point {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int128(digit)
    }
    for _ in (point.map { end - $0 - 1 } ?? 0)..<scale { value *= 10 }
    return negative ? -value : value
  }

  package static func + (left: DecimalNumber, right: DecimalNumber) -> DecimalNumber {
    DecimalNumber(units: left.units + right.units)
  }

  package static func - (left: DecimalNumber, right: DecimalNumber) -> DecimalNumber {
    DecimalNumber(units: left.units - right.units)
  }

  package static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
    left.units < right.units
  }

  /// Shortest form with a decimal point: `121.6`, `-3`.
  package var description: String {
    let magnitude = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, Self.scale + 1 - magnitude.count)) + magnitude
    let fraction = padded.suffix(Self.scale).reversed().drop { $0 == "0" }.reversed()
    let whole = (units < 0 ? "-" : "") + padded.dropLast(Self.scale)
    return fraction.isEmpty ? whole : whole + "." + String(fraction)
  }
}
