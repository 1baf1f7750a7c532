/// A day of the Gregorian calendar (`xs:date` without a time zone).
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil when there is no such day, for example 2026-02-30.
  package init?(year: Int, month: Int, day: Int) {
    let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...9999).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`; a time zone after it is passed over. Nil when it is no such day.
  package init?(_ text: some StringProtocol) {
    let parsed =
      text.utf8.withContiguousStorageIfAvailable(Self.parsed)
      ?? Array(text.utf8).withUnsafeBufferPointer(Self.parsed)
    guard let (year, month, day) = parsed else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard let (year, month, day) = Self.parsed(bytes) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func parsed(_ bytes: UnsafeBufferPointer<UInt8>) -> (year: Int, month: Int, day: Int)? {
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
        value = value * 10 + Int(bytes[index] - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    return (year, month, day)
  }

  /// 9999-12-31, the last day that can be written.
  package static let last = CalendarDate(lastOf: 9999)

  private init(lastOf year: Int) {
    (self.year, month, day) = (year, 12, 31)
  }

  /// How many days later `other` is; negative where it is earlier.
  package func days(to other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// Days of the Gregorian calendar since a day of its own.
  private var dayNumber: Int {
    let months = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return 365 * months.0 + months.0 / 4 - months.0 / 100 + months.0 / 400 + (153 * months.1 + 2) / 5 + day
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// ISO 8601, as data wants it.
  package var description: String {
    "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
