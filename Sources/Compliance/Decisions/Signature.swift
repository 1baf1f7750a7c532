import MasterPlan
import Source

/// What stands in the place of a person's word and is none: blanks, prompts of forms, names of drafts
/// (`Data/placeholders.tsv`). A decision by a placeholder is nobody's decision.
package struct Signature: Sendable {
  private let whole: Set<String>
  private let beginnings: [[Substring]]

  /// - Parameter table: rows of `whole` or `begins`, a tab, and the words.
  package init(_ table: SourceText) {
    var (whole, beginnings): (Set<String>, [[Substring]]) = ([], [])
    for line in String(decoding: table.bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t", maxSplits: 1).map(String.init)
      guard cells.count == 2, line.utf8.first != UInt8(ascii: "#") else { continue }
      if cells[0] == "begins" { beginnings.append(Self.words(cells[1])) }
      whole.insert(Self.folded(cells[1]))
    }
    self.whole = whole
    self.beginnings = beginnings
  }

  /// Whether a person wrote an authority, a role or the like: words, and no blank among them.
  func isGiven(_ text: String) -> Bool { isSaid(text) && !Self.hasBlank(text) }

  /// Whether a person wrote a reason or what they saw.
  package func isSaid(_ text: String) -> Bool {
    guard text.isFilledIn else { return false }
    let words = Self.folded(text)
    return words.unicodeScalars.count(where: { $0.properties.isAlphabetic }) >= 2 && !whole.contains(words)
  }

  /// Whether a text can be the number of a decision: figures, and neither a blank nor the name of a draft.
  func isNumber(_ text: String) -> Bool {
    let words = Self.words(text)
    return isSaid(text) && !Self.hasBlank(text)
      && text.unicodeScalars.contains { $0.properties.numericType == .decimal }
      && !beginnings.contains { words.starts(with: $0) }
  }

  /// Dots, an ellipsis, underscores or brackets that are to be written over.
  private static func hasBlank(_ text: String) -> Bool {
    var run: (sign: Unicode.Scalar, length: Int) = (" ", 0)
    for sign in text.unicodeScalars {
      if sign == "…" || sign == "<" || sign == "{" || sign == "«" || sign == "[" { return true }
      run = sign == run.sign ? (sign, run.length + 1) : (sign, 1)
      if (sign == "." || sign == "_") && run.length == (sign == "." ? 3 : 2) { return true }
    }
    return false
  }

  private static func folded(_ text: String) -> String { words(text).joined(separator: " ") }

  private static func words(_ text: String) -> [Substring] {
    text.withoutHiddenMarks.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}
