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

extension Contradiction {
  /// The years of an item's timetable (`from` to `to`, `by`, the `year` of a task) beside words that name other years
  /// alone.
  static func ofTimetable(_ item: Item) -> Contradiction? {
    func years(_ attribute: String) -> Int? { item.date(attribute)?.year ?? item.integer(attribute) }
    let attribute: String
    let range: ClosedRange<Int>
    if let from = years("from"), let to = years("to"), from <= to {
      (attribute, range) = ("from", from...to)
    } else if let by = years("by") {
      (attribute, range) = ("by", by...by)
    } else if item.element == "task", let year = item.integer("year") {
      (attribute, range) = ("year", year...year)
    } else {
      return nil
    }
    guard item.withText(mayNameYears), let said = TimesInWords(item.text).span, !said.overlaps(range) else {
      return nil
    }
    let value =
      attribute == "from"
      ? "\(item.attribute("from") ?? "") – \(item.attribute("to") ?? "")" : item.attribute(attribute) ?? ""
    return Contradiction(attribute: attribute, value: value, words: item.text)
  }

  /// Whether two digits stand there that a year of this time begins with.
  private static func mayNameYears(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 4 else { return false }
    for index in 0..<text.count - 3 {
      switch (text[index], text[index + 1]) {
      case (0x31, 0x39), (0x32, 0x30), (0x32, 0x31): return true
      default: continue
      }
    }
    return false
  }
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
