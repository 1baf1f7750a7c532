import Compliance

/// Signs and colours of a terminal. Every meaning has a sign or a word too: colour is never alone.
package struct TerminalStyle: Sendable {
  package static let plain = TerminalStyle(usesColour: false)
  package static let coloured = TerminalStyle(usesColour: true)

  private let usesColour: Bool

  func heading(_ text: String) -> String { paint(text, "1") }

  func verdict(_ verdict: Verdict) -> String {
    let sign = Signs.of(verdict)
    return switch verdict {
    case .met: paint(sign, "32")
    case .partial: paint(sign, "33")
    case .gap: paint(sign, "31")
    case .unknown: paint(sign, "36")
    case .notAssessed, .notApplicable, .waived: sign
    }
  }

  func outcome(_ outcome: Conformity.Outcome, _ text: String) -> String {
    switch outcome {
    case .conforming: paint(text, "1;32")
    case .nonConforming: paint(text, "1;31")
    case .incomplete: paint(text, "1;33")
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension Excerpt {
  /// Makes text harmless but keeps the colours that `TerminalStyle` put there: an escape that is
  /// followed by its digits and `m`.
  static func harmlessExceptStyle(_ text: String) -> String {
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

/// Breaks text at spaces to a width in columns.
enum Wrapping {
  static func lines(_ text: String, width: Int, indent: Int, first: Int) -> [String] {
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
  static func columns(_ text: some StringProtocol) -> Int {
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

/// A table of plain text: columns as wide as they need, the widest one cut to fit.
struct TextTable {
  enum Alignment { case left, right }

  private let columns: [Alignment]
  private var rows: [[String]]

  init(columns: [Alignment], header: [String]) {
    self.columns = columns
    rows = [header]
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  func lines(width: Int) -> [String] {
    var widths = columns.indices.map { column in rows.map { Wrapping.columns($0[column]) }.max() ?? 0 }
    let excess = widths.reduce(0, +) + 2 * (columns.count - 1) - width
    if excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      widths[widest] = max(8, widths[widest] - excess)
    }
    let lines = rows.map { row in
      var line = columns.indices.map { cell(row[$0], columns[$0], widths[$0]) }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return [lines[0], rule] + lines.dropFirst()
  }

  private func cell(_ text: String, _ alignment: Alignment, _ width: Int) -> String {
    let size = Wrapping.columns(text)
    let shown = size > width ? String(text.prefix(width - 1)) + "…" : text
    let space = String(repeating: " ", count: max(0, width - size))
    return alignment == .left ? shown + space : space + shown
  }
}
