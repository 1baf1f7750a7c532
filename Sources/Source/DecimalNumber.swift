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
    var digits = text[...]
    let negative = digits.first == "-"
    if negative || digits.first == "+" { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = String(parts.first ?? "")
    var fraction = parts.count == 2 ? String(parts[1]) : ""
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    fraction = String(fraction.reversed().drop { $0 == "0" }.reversed())
    let written = whole + fraction
    guard written.allSatisfy({ $0.isASCII && $0.isNumber }), whole.count <= 18,
      fraction.count <= Self.scale,
      let value = Int128("0" + written + String(repeating: "0", count: Self.scale - fraction.count))
    else { return nil }
    units = negative ? -value : value
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
