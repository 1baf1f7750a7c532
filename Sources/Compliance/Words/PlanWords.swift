import Catalogue
import MasterPlan
import Wordings

/// What the words of one plan show. An item is read when somebody first asks for it, and once.
final class PlanWords {
  let rules: WordRules
  private let notebook: WordNotebook
  private var readings: [Int: StatementReading] = [:]

  init(_ rules: WordRules, _ notebook: WordNotebook = WordNotebook()) {
    self.rules = rules
    self.notebook = notebook
  }

  /// What the item's own text, or that of its name, says.
  func reading(of item: Item) -> StatementReading {
    let row = item.place.number
    if let known = readings[row] { return known }
    let reading = item.withText { notebook.reading(of: $0, by: rules) }
    readings[row] = reading
    return reading
  }

  /// What a detail says that an attribute holds.
  func reading(of text: String) -> StatementReading {
    var text = text
    return text.withUTF8 { notebook.reading(of: $0, by: rules) }
  }

  /// Whether a person wrote something: words that are neither a form's nor words for nothing, or parts and figures
  /// instead of words. A remark in brackets makes no placeholder of the words around it.
  func isSaid(_ item: Item) -> Bool {
    let text = item.withText { text in (isEmpty: text.isEmpty, hasBrackets: text.contains { $0 == 0x5B || $0 == 0xEF }) }
    if text.isEmpty { return item.isFilledIn }
    let reading = reading(of: item)
    if reading.nothing != nil { return false }
    return item.isFilledIn || (text.hasBrackets && reading.blanks.isEmpty)
  }

  /// Whether an attribute gives something: no placeholder, no words for nothing, nothing that is put off.
  func isGiven(_ value: String) -> Bool {
    guard value.isFilledIn || value.utf8.contains(0x5B) else { return false }
    let reading = reading(of: value)
    // Figures without letters are no words and say something all the same.
    if let nothing = reading.nothing, nothing != .noWords { return false }
    return value.isFilledIn || reading.blanks.isEmpty
  }
}
