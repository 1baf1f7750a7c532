import BuiltIn
import Source

/// Signs of fonts of symbols as letters of Unicode: data of `Data/symbols.tsv`.
struct SymbolTable: Sendable {
  private let signs: [String: [UInt32: String]]

  /// - Throws: `Refusal` when the program's own table is missing.
  static func builtIn() throws(Refusal) -> SymbolTable {
    SymbolTable(try BuiltIn.file("Data/symbols.tsv").bytes)
  }

  private init(_ table: [UInt8]) {
    var signs: [String: [UInt32: String]] = [:]
    for line in table.split(separator: UInt8(ascii: "\n")).dropFirst()
    where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 3, let code = UInt32(cells[1], radix: 16) else { continue }
      signs[cells[0], default: [:]][code] = cells[2]
    }
    self.signs = signs
  }

  /// A sign of a font; nil where it is not known. Word stores codes in the private range of Unicode.
  func sign(_ code: UInt32, font: String?) -> String? {
    guard let font, let signs = signs[font.lowercased()] else { return nil }
    return signs[code & 0xF000 == 0xF000 ? code & 0xFF : code]
  }

  /// A text in which signs of a font of symbols are told; others stay as they are.
  func text(_ text: String, font: String?) -> String {
    guard text.unicodeScalars.contains(where: { (0xF000...0xF0FF).contains($0.value) }) else {
      return text
    }
    var result = ""
    for scalar in text.unicodeScalars {
      if (0xF000...0xF0FF).contains(scalar.value), let sign = sign(scalar.value, font: font ?? "symbol") {
        result += sign
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
