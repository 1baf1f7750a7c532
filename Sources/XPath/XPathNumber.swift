import CLibXML2
import Glibc

/// Numbers as XPath 1.0 writes and reads them (4.2, 4.4): digits, perhaps a point, a minus; never an exponent.
/// libxml2 writes 1250000000000 as 1.25e+12 and takes "1e3" for a number, so neither is left to it.
enum XPathNumber {
  /// The digits of a number and where its point stands among them: 0.05 is "5" and -1, 120 is "12" and 3.
  struct Decimal {
    var digits: [UInt8]
    var point: Int

    /// The fewest digits that tell the number from all others; none for zero.
    init(_ number: Double) {
      let written = number.magnitude.description.utf8
      let mantissa = written.prefix { $0 != UInt8(ascii: "e") }
      let exponent = Int(String(decoding: written.dropFirst(mantissa.count + 1), as: UTF8.self)) ?? 0
      let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }.count
      let zero = UInt8(ascii: "0")
      let all = mantissa.filter { $0 != UInt8(ascii: ".") }
      let leading = all.prefix { $0 == zero }.count
      digits = Array(all.dropFirst(leading))
      while digits.last == zero { digits.removeLast() }
      point = digits.isEmpty ? 0 : whole + exponent - leading
    }

    /// The digits before the point, without zeros in front.
    var whole: [UInt8] {
      guard point > 0 else { return [] }
      return Array(digits.prefix(point)) + zeros(point - digits.count)
    }

    /// The digits after the point, without zeros at the end.
    var fraction: [UInt8] { zeros(-point) + digits.dropFirst(max(0, point)) }

    /// Rounded to so many digits after the point; what lies in the middle goes to the even digit.
    mutating func round(to places: Int) {
      let kept = point + places
      guard kept < digits.count else { return }
      guard kept >= 0 else {
        (digits, point) = ([], 0)
        return
      }
      let rest = digits[kept...]
      let five = UInt8(ascii: "5")
      let isOdd = kept > 0 && digits[kept - 1] % 2 == 1
      let isUp = rest[kept] > five || rest[kept] == five && (rest.count > 1 || isOdd)
      digits = Array(digits.prefix(kept))
      if isUp {
        var index = kept - 1
        while index >= 0, digits[index] == UInt8(ascii: "9") {
          digits.removeLast()
          index -= 1
        }
        if index >= 0 {
          digits[index] += 1
        } else {
          digits = [UInt8(ascii: "1")]
          point += 1
        }
      }
      while digits.last == UInt8(ascii: "0") { digits.removeLast() }
      if digits.isEmpty { point = 0 }
    }

    private func zeros(_ count: Int) -> [UInt8] { Array(repeating: UInt8(ascii: "0"), count: max(0, count)) }
  }

  /// As `string()` writes a number.
  static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return "0" }
    let decimal = Decimal(number)
    let (whole, fraction) = (decimal.whole, decimal.fraction)
    return (number < 0 ? "-" : "") + (whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self))
      + (fraction.isEmpty ? "" : "." + String(decoding: fraction, as: UTF8.self))
  }

  /// As `number()` reads a text: white space, a minus, digits with at most one point, white space; else none.
  static func value(_ text: UnsafePointer<UInt8>) -> Double {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    var start = text
    while isSpace(start.pointee) { start += 1 }
    var end = start
    if end.pointee == UInt8(ascii: "-") { end += 1 }
    var count = 0
    while isDigit(end.pointee) { (end, count) = (end + 1, count + 1) }
    if end.pointee == UInt8(ascii: ".") {
      end += 1
      while isDigit(end.pointee) { (end, count) = (end + 1, count + 1) }
    }
    var after = end
    while isSpace(after.pointee) { after += 1 }
    guard count > 0, after.pointee == 0 else { return .nan }
    let written = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    return Double(written.utf8.last == UInt8(ascii: ".") ? written + "0" : written) ?? .nan
  }

  static func value(_ text: String) -> Double {
    var text = text
    return text.withUTF8 { bytes in
      // A zero byte ends the text for `value`, and no text of XML holds one.
      var copy = Array(bytes)
      copy.append(0)
      return copy.withUnsafeBufferPointer { $0.baseAddress.map { value($0) } ?? .nan }
    }
  }

  /// The number of a node: of its string-value.
  static func value(of node: UnsafeMutablePointer<xmlNode>) -> Double {
    guard let text = xmlXPathCastNodeToString(node) else { return .nan }
    defer { khung_free(text) }
    return value(UnsafePointer(text))
  }

  /// Half of a whole goes up, towards positive infinity (4.4, `round`).
  static func rounded(_ number: Double) -> Double {
    let floor = number.rounded(.down)
    return number - floor >= 0.5 ? floor + 1 : floor
  }
}
