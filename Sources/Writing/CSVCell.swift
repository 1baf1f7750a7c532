import Source

/// A cell of a CSV file.
package enum CSVCell {
  /// The text quoted as RFC 4180 asks, and where a spreadsheet may take a semicolon for the end of a cell. A cell
  /// that begins like a formula gets an apostrophe before it, which spreadsheets do not show.
  package static func text(_ text: String) -> String {
    var shown = SafeText.harmless(text)
    // Scalars, not characters: see `escapingSigns`. Some spreadsheets take wide signs for the narrow ones.
    if let first = shown.unicodeScalars.first, "=+-@\u{FFFD}＝＋－＠".unicodeScalars.contains(first) {
      shown = "'" + shown
    }
    guard shown.holds(anyOf: ",;\"\r\n") else { return shown }
    return "\"" + shown.escapingSign("\"", as: "\"\"") + "\""
  }
}
