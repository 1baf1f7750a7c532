/// JSON (RFC 8259) with members in the order in which they were written, so that the same report gives
/// the same bytes. Foundation's encoder would cost more start-up time than a whole check.
indirect enum JSON {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case null
  case array([JSON])
  case object([(String, JSON)])

  static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  /// The text, two spaces a level, ending in a line break.
  func text() -> String {
    var result = ""
    write(to: &result, indent: 0)
    return result + "\n"
  }

  private func write(to result: inout String, indent: Int) {
    switch self {
    case .string(let text): Self.write(text, to: &result)
    case .integer(let number): result += String(number)
    case .boolean(let value): result += value ? "true" : "false"
    case .null: result += "null"
    case .array(let elements):
      Self.writeList(elements.isEmpty, "[", "]", elements.count, to: &result, indent: indent) {
        index, result in
        elements[index].write(to: &result, indent: indent + 2)
      }
    case .object(let members):
      Self.writeList(members.isEmpty, "{", "}", members.count, to: &result, indent: indent) { index, result in
        Self.write(members[index].0, to: &result)
        result += ": "
        members[index].1.write(to: &result, indent: indent + 2)
      }
    }
  }

  private static func writeList(
    _ isEmpty: Bool, _ open: String, _ close: String, _ count: Int, to result: inout String, indent: Int,
    _ element: (Int, inout String) -> Void
  ) {
    result += open
    guard !isEmpty else {
      result += close
      return
    }
    for index in 0..<count {
      result += (index == 0 ? "\n" : ",\n") + String(repeating: " ", count: indent + 2)
      element(index, &result)
    }
    result += "\n" + String(repeating: " ", count: indent) + close
  }

  private static func write(_ text: String, to result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where Self.isInvisible(scalar):
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }

  /// Control characters and invisible formatting are written as escapes, so that nothing in the data can
  /// steer the terminal or editor that shows it.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
