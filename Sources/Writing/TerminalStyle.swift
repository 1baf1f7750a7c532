import Source

/// Signs and colours of a terminal. Every meaning has a sign or a word too: colour is never alone.
package struct TerminalStyle: Sendable {
  package static let plain = TerminalStyle(usesColour: false)
  package static let coloured = TerminalStyle(usesColour: true)

  private let usesColour: Bool

  package func heading(_ text: String) -> String { paint(text, "1") }

  /// The text in a colour of ECMA-48 (8.3.117), where colours are used.
  package func paint(_ text: String, _ code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension SafeText {
  /// Makes text harmless but keeps the colours that `TerminalStyle` put there: an escape that is
  /// followed by its digits and `m`.
  package static func harmlessExceptStyle(_ text: String) -> String {
    guard text.contains("\u{1B}") else { return harmless(text) }
    return text.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated().map {
      index, piece in
      guard index > 0 else { return harmless(String(piece)) }
      let code = piece.prefix { $0 == "[" || $0 == ";" || $0.isNumber }
      let isStyle = code.hasPrefix("[") && piece.dropFirst(code.count).first == "m"
      return (isStyle ? "\u{1B}" : "\u{FFFD}") + harmless(String(piece))
    }.joined()
  }
}
