/// Numbers of lists as word processors print them (ISO/IEC 29500-1, 17.18.59).
enum NumberFormat {
  /// - Parameter custom: an example of a custom format, `001, 002, 003, ...`.
  static func text(_ number: Int, _ format: String, custom: String? = nil) -> String {
    switch format {
    case "none": return ""
    case "upperRoman": return roman(number)
    case "lowerRoman": return roman(number).lowercased()
    case "upperLetter": return letters(number, from: 0x41)
    case "lowerLetter": return letters(number, from: 0x61)
    case "decimalZero": return number < 10 && number >= 0 ? "0\(number)" : String(number)
    case "numberInDash": return "- \(number) -"
    case "decimalEnclosedParen": return "(\(number))"
    case "decimalEnclosedFullstop": return "\(number)."
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      return (1...20).contains(number)
        ? Unicode.Scalar(UInt32(0x245F + number)).map { String(Character($0)) } ?? String(number)
        : String(number)
    case "ordinal": return ordinal(number)
    case "vietnameseCounting": return VietnameseNumber.words(number)
    case "custom":
      let width = custom?.utf8.prefix { $0 == UInt8(ascii: "0") }.count ?? 0
      let digits = String(number)
      return String(repeating: "0", count: max(0, width + 1 - digits.utf8.count)) + digits
    default: return String(number)
    }
  }

  private static func roman(_ number: Int) -> String {
    guard (1...32_767).contains(number) else { return number == 0 ? "" : String(number) }
    let signs: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var (rest, text) = (number, "")
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  /// a … z, then aa, bb … as Word does, and not as columns of a sheet.
  private static func letters(_ number: Int, from first: UInt32) -> String {
    guard (1...780).contains(number) else { return number == 0 ? "" : String(number) }
    let letter = Unicode.Scalar(first + UInt32((number - 1) % 26)).map { String(Character($0)) } ?? ""
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func ordinal(_ number: Int) -> String {
    let ending: String =
      switch (number % 10, number % 100) {
      case (1, let rest) where rest != 11: "st"
      case (2, let rest) where rest != 12: "nd"
      case (3, let rest) where rest != 13: "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }
}

/// Numbers in Vietnamese words, as a list of Word counts in them.
enum VietnameseNumber {
  private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

  static func words(_ number: Int) -> String {
    guard (0...99).contains(number) else { return String(number) }
    let (tens, unit) = (number / 10, number % 10)
    if tens == 0 { return digits[unit] }
    let first = tens == 1 ? "mười" : digits[tens] + " mươi"
    switch (tens, unit) {
    case (_, 0): return first
    case (1, 5), (2..., 5): return first + " lăm"
    case (2..., 1): return first + " mốt"
    default: return first + " " + digits[unit]
    }
  }
}
