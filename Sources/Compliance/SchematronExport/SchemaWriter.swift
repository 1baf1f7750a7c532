/// Writes the XML of a schema, two spaces a level.
struct SchemaWriter {
  static let namespace = "http://purl.oclc.org/dsdl/schematron"

  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// A comment; XML allows no two hyphens in a row in it.
  mutating func comment(_ words: String) {
    var harmless = ""
    for scalar in words.unicodeScalars {
      if scalar == "-", harmless.utf8.last == UInt8(ascii: "-") { harmless += " " }
      harmless.unicodeScalars.append(scalar.isSteering && scalar != "\n" ? "\u{FFFD}" : scalar)
    }
    text +=
      "<!--\n"
      + harmless.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined() + "-->\n"
  }

  mutating func open(_ name: String, _ attributes: [(String, String)]) {
    line("<\(name)\(Self.written(attributes))>")
    depth += 1
  }

  mutating func close(_ name: String) {
    depth -= 1
    line("</\(name)>")
  }

  mutating func element(_ name: String, _ attributes: [(String, String)], _ content: String = "") {
    let start = "<\(name)\(Self.written(attributes))"
    line(content.isEmpty ? start + "/>" : "\(start)>\(Self.escaped(content))</\(name)>")
  }

  private mutating func line(_ content: String) {
    text += String(repeating: "  ", count: depth) + content + "\n"
  }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
  }

  /// Marks and spaces that no eye could see in the file are written as references.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case " "..."~", "\n": result.unicodeScalars.append(scalar)
      default:
        let isPlain =
          scalar.properties.isAlphabetic && scalar.properties.canonicalCombiningClass == .notReordered
        if isPlain {
          result.unicodeScalars.append(scalar)
        } else {
          result += "&#x" + String(scalar.value, radix: 16, uppercase: true) + ";"
        }
      }
    }
    return result
  }
}
