import Catalogue
import MasterPlan
import Source
import Wordings

/// A typed value that the words of its own item contradict. It shows nothing.
package struct Contradiction: Sendable, Hashable {
  package let attribute: String
  package let value: String
  /// Those of the item, in full.
  package let words: String
}

extension Facts {
  /// Whether the item is dated within the limit or exists, and its words do not say otherwise.
  func isInTime(_ item: Item, _ limit: CalendarDate) -> Bool {
    claimsTime(item, limit) && contradiction(of: item, by: limit) == nil
  }

  private func claimsTime(_ item: Item, _ limit: CalendarDate) -> Bool {
    if item.attribute("status") == "existing" { return true }
    if let by = item.date("by") { return by <= limit && canBeDue(on: by) }
    // Where no value is given, the words may name the day.
    let latest = TimesInWords(item.text).years.map(\.latest)
    return !latest.isEmpty && latest.allSatisfy { $0 <= limit }
  }

  /// Whether no value says when, and the words name years of which one may be in time.
  func mayBeInTime(_ item: Item, _ limit: CalendarDate) -> Bool {
    item.attribute("by") == nil && item.attribute("status") != "existing"
      && TimesInWords(item.text).years.contains { $0.year <= limit.year }
  }

  /// What contradicts that an item is in time, where it says so.
  func contradiction(of item: Item, by limit: CalendarDate) -> Contradiction? {
    guard claimsTime(item, limit) else { return nil }
    if item.attribute("status") == "existing" { return statusContradiction(of: item) }
    return dateContradiction(of: item)
  }

  /// `by` beside words that name other years alone.
  func dateContradiction(of item: Item) -> Contradiction? {
    guard let by = item.date("by"), let span = TimesInWords(item.text).span, !span.contains(by.year) else {
      return nil
    }
    return Contradiction(attribute: "by", value: by.description, words: item.text)
  }

  /// `existing` beside words that plan.
  func statusContradiction(of item: Item) -> Contradiction? {
    guard item.attribute("status") == "existing", PlannedWords(item.text).isPlanned else { return nil }
    return Contradiction(attribute: "status", value: "existing", words: item.text)
  }

  /// A share beside words that name others alone.
  func shareContradiction(of item: Item, _ attribute: String) -> Contradiction? {
    guard let share = item.decimal(attribute) else { return nil }
    let said = SharesInWords(item.text).shares
    guard !said.isEmpty, !said.contains(share) else { return nil }
    return Contradiction(attribute: attribute, value: item.attribute(attribute) ?? "", words: item.text)
  }
}
