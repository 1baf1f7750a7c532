import ArgumentParser
import Source

/// Reads a day from the command line.
enum Day {
  static func read(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text), text.utf8.count == 10 else {
      throw ValidationError("'\(text)' is no day; write YYYY-MM-DD, for example 2026-11-23.")
    }
    return date
  }
}
