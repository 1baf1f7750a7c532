import MasterPlan
import Source

/// Dates that cannot be: what they say is a slip, and shows nothing.
enum PossibleDates {
  /// Smart cities are planned since about 1990, and nobody plans for a date after this century.
  static let years = 1990...2100

  /// Whether the begin and end of an item can be, where the detail is one of them.
  static func areKept(_ detail: String, of item: Item) -> Bool {
    guard detail == "from" || detail == "to" else { return true }
    guard let value = item.attribute(detail), let year = year(value) else { return true }
    guard years.contains(year) else { return false }
    guard detail == "to", let from = item.attribute("from") else { return true }
    if let start = item.date("from"), let end = item.date("to") { return start <= end }
    return Self.year(from).map { $0 <= year } ?? true
  }

  private static func year(_ value: String) -> Int? {
    let digits = value.utf8.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }.prefix {
      (0x30...0x39).contains($0)
    }
    return digits.count == 4 ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }
}

extension Facts {
  /// Whether what does not exist yet can be due on this day: not in a year before the plan's own and its period.
  func canBeDue(on date: CalendarDate) -> Bool {
    guard PossibleDates.years.contains(date.year) else { return false }
    let own = [plan.identity.date?.year, plan.identity.from].compactMap { $0 }.min()
    return own.map { $0 <= date.year } ?? true
  }
}
