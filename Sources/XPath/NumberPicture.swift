/// The second argument of `format-number()` (XSLT 1.0, 12.3): how many digits, in which groups, between which
/// words. Only the default decimal format exists: a schema cannot declare another.
struct NumberPicture {
  private struct Half {
    var prefix = ""
    var suffix = ""
    var leastWhole = 0
    var leastFraction = 0
    var mostFraction = 0
    /// Digits of a group; zero without groups.
    var group = 0
    /// Powers of ten that percent and per mille multiply by.
    var shift = 0
  }

  private let positive: Half
  private let negative: Half

  /// Nil when the picture has no meaning.
  init?(_ text: String) {
    let halves = Self.split(text)
    guard halves.count <= 2, let first = Self.half(halves[0]) else { return nil }
    positive = first
    var second = first
    if halves.count == 2 {
      // Of the second half only the words around the digits count.
      guard let words = Self.half(halves[1]) else { return nil }
      (second.prefix, second.suffix) = (words.prefix, words.suffix)
    } else {
      second.prefix = "-" + first.prefix
    }
    negative = second
  }

  func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    let half = number.sign == .minus && number != 0 ? negative : positive
    if number.isInfinite { return half.prefix + "Infinity" + half.suffix }
    var decimal = XPathNumber.Decimal(number)
    if !decimal.digits.isEmpty { decimal.point += half.shift }
    decimal.round(to: half.mostFraction)
    let zero = UInt8(ascii: "0")
    var whole = decimal.whole
    while whole.count < half.leastWhole { whole.insert(zero, at: 0) }
    var fraction = decimal.fraction
    while fraction.count < half.leastFraction { fraction.append(zero) }
    if whole.isEmpty && fraction.isEmpty { whole = [zero] }
    var digits: [UInt8] = []
    for (index, digit) in whole.enumerated() {
      if half.group > 0, index > 0, (whole.count - index) % half.group == 0 {
        digits.append(UInt8(ascii: ","))
      }
      digits.append(digit)
    }
    if !fraction.isEmpty { digits += [UInt8(ascii: ".")] + fraction }
    // What rounds to zero has no sign.
    let shown = decimal.digits.isEmpty ? positive : half
    return shown.prefix + String(decoding: digits, as: UTF8.self) + shown.suffix
  }

  /// The halves around a semicolon that stands in no quotes.
  private static func split(_ text: String) -> [[Unicode.Scalar]] {
    var halves: [[Unicode.Scalar]] = [[]]
    var isQuoted = false
    for scalar in text.unicodeScalars {
      if scalar == "'" { isQuoted.toggle() }
      if scalar == ";", !isQuoted { halves.append([]) } else { halves[halves.count - 1].append(scalar) }
    }
    return halves
  }

  private static func half(_ scalars: [Unicode.Scalar]) -> Half? {
    var result = Half()
    var (prefix, suffix) = (String.UnicodeScalarView(), String.UnicodeScalarView())
    var (optional, zeros, fractionZeros, fractionOptional) = (0, 0, 0, 0)
    var (hasPoint, hasGroup, hasEnded, isQuoted) = (false, false, false, false)
    for scalar in scalars {
      let isDigit = !isQuoted && (scalar == "#" || scalar == "0" || scalar == "," || scalar == ".")
      guard isDigit else {
        if scalar == "'" {
          isQuoted.toggle()
          continue
        }
        if !isQuoted, scalar == "%" || scalar == "‰" {
          guard result.shift == 0 else { return nil }
          result.shift = scalar == "%" ? 2 : 3
        }
        if optional + zeros + fractionZeros + fractionOptional > 0 || hasPoint { hasEnded = true }
        if hasEnded { suffix.append(scalar) } else { prefix.append(scalar) }
        continue
      }
      guard !hasEnded else { return nil }
      switch scalar {
      case ".":
        guard !hasPoint else { return nil }
        hasPoint = true
      case ",":
        guard !hasPoint else { return nil }
        (hasGroup, result.group) = (true, 0)
      case "0":
        if hasPoint {
          guard fractionOptional == 0 else { return nil }
          fractionZeros += 1
        } else {
          (zeros, result.group) = (zeros + 1, result.group + 1)
        }
      default:
        if hasPoint {
          fractionOptional += 1
        } else {
          guard zeros == 0 else { return nil }
          (optional, result.group) = (optional + 1, result.group + 1)
        }
      }
    }
    guard !isQuoted, optional + zeros + fractionZeros + fractionOptional > 0 else { return nil }
    guard !hasGroup || result.group > 0 else { return nil }
    if !hasGroup { result.group = 0 }
    // "#.##" writes 0.5 with its zero, ".##" without.
    if hasPoint, zeros == 0, optional > 0 { zeros = 1 }
    result.leastWhole = zeros
    result.leastFraction = fractionZeros
    result.mostFraction = fractionZeros + fractionOptional
    (result.prefix, result.suffix) = (String(prefix), String(suffix))
    return result
  }
}
