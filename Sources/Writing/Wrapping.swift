/// Breaks text at spaces to a width in columns.
package enum Wrapping {
  package static func lines(_ text: String, width: Int, indent: Int, first: Int) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: first)
    var used = first
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let size = columns(word)
      if !isEmpty, used + 1 + size > width {
        lines.append(line)
        line = String(repeating: " ", count: indent) + word
        used = indent + size
      } else {
        line += (isEmpty ? "" : " ") + word
        used += size + (isEmpty ? 0 : 1)
      }
      isEmpty = false
    }
    return lines + [line]
  }

  /// Columns on a terminal: one a character, whatever marks it carries; none for colour codes.
  package static func columns(_ text: some StringProtocol) -> Int {
    var count = 0
    var inEscape = false
    for character in text {
      if character == "\u{1B}" {
        inEscape = true
      } else if inEscape {
        inEscape = character != "m"
      } else {
        count += 1
      }
    }
    return count
  }
}
