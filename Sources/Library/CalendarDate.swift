import Glibc
import Source

/// A day of the Gregorian calendar, without a time and without a time zone (ISO 8601, `xs:date`). Law counts in days.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  let inner: Source.CalendarDate

  init(_ inner: Source.CalendarDate) {
    self.inner = inner
  }

  /// A day by its numbers.
  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to 31.
  /// - Returns: nil when there is no such day, for example 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard let date = Source.CalendarDate(year: year, month: month, day: day) else { return nil }
    inner = date
  }

  /// Reads `YYYY-MM-DD`; a time zone after it is passed over.
  /// - Returns: nil when the text is no day.
  public init?(_ text: String) {
    guard let date = Source.CalendarDate(text) else { return nil }
    inner = date
  }

  /// The day that it is in Vietnam, by the clock of the computer: the law counts by the days of the country, wherever
  /// the computer stands. This is the only place where the library looks at a clock, and only when it is called. A clock that gives no day of the years 1 to 9999
  /// gives 9999-12-31: so late that no law is missed.
  public static func today() -> CalendarDate {
    // UTC+7, without summer time.
    var now = time(nil) + 7 * 3600
    var parts = tm()
    gmtime_r(&now, &parts)
    let (year, month, day) = (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    return CalendarDate(Source.CalendarDate(year: year, month: month, day: day) ?? .last)
  }

  /// The year, 1 to 9999.
  public var year: Int { inner.year }
  /// The month, 1 to 12.
  public var month: Int { inner.month }
  /// The day of the month, 1 to 31.
  public var day: Int { inner.day }
  /// `YYYY-MM-DD`.
  public var description: String { inner.description }

  /// Whether the left day is earlier.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.inner < right.inner }
}
