import ArgumentParser
import Source

/// Reads a day from the command line.
enum Day {
  static func read(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text), text.utf8.count == 10 else {
      throw Phrase("command-line.no-day", ["text": .text(text)]).usageError
    }
    return date
  }
}
