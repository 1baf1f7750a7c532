import Source

/// A calendar that calendar programs open (iCalendar, RFC 5545): whole days, each with a summary and a description.
package struct ICalendar {
  package struct Entry: Sendable {
    /// The same for the same thing in every edition, so that a calendar read in again replaces and does not double.
    package let id: String
    package let date: CalendarDate
    package let summary: String
    package let description: String
    package let categories: [String]

    package init(
      id: String, date: CalendarDate, summary: String, description: String, categories: [String]
    ) {
      self.id = id
      self.date = date
      self.summary = summary
      self.description = description
      self.categories = categories
    }
  }

  private let producer: String
  private let name: String
  private let stamp: CalendarDate
  private let entries: [Entry]

  /// - Parameters:
  ///   - producer: the program and its version.
  ///   - stamp: the day on which what the entries say was written; no clock leaks into a calendar.
  package init(producer: String, name: String, stamp: CalendarDate, _ entries: [Entry]) {
    self.producer = producer
    self.name = name
    self.stamp = stamp
    self.entries = entries
  }

  /// - Parameter nothing: what is said where there is no entry: a calendar must have a component.
  package func text(nothing: String, on day: CalendarDate) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Khung//\(Self.escaped(producer))//VI",
      "CALSCALE:GREGORIAN",
      "NAME:\(Self.escaped(name))", "X-WR-CALNAME:\(Self.escaped(name))",
    ]
    for entry in entries {
      lines += component("VEVENT", entry) { ["TRANSP:TRANSPARENT"] }
    }
    if entries.isEmpty {
      let none = Entry(id: "nothing-\(day)", date: day, summary: nothing, description: "", categories: [])
      lines += component("VJOURNAL", none) { [] }
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func component(_ kind: String, _ entry: Entry, _ more: () -> [String]) -> [String] {
    var lines = [
      "BEGIN:\(kind)", "UID:\(Self.escaped(entry.id))@khung", "DTSTAMP:\(Self.digits(stamp))T000000Z",
      "DTSTART;VALUE=DATE:\(Self.digits(entry.date))", "SUMMARY:\(Self.escaped(entry.summary))",
    ]
    if !entry.description.isEmpty { lines.append("DESCRIPTION:\(Self.escaped(entry.description))") }
    if !entry.categories.isEmpty {
      lines.append("CATEGORIES:" + entry.categories.map(Self.escaped).joined(separator: ","))
    }
    return lines + more() + ["END:\(kind)"]
  }

  private static func digits(_ date: CalendarDate) -> String {
    String(date.description.unicodeScalars.filter { $0 != "-" }.map(Character.init))
  }

  /// A value of type TEXT (RFC 5545, 3.3.11). Signs that steer are taken out: none may stand in a line of content.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in SafeText.harmlessLines(text).unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Lines of at most 75 octets (3.1), cut between scalars.
  private static func folded(_ line: String) -> String {
    var result = ""
    var width = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if width + size > 75 {
        result += "\r\n "
        width = 1
      }
      result.unicodeScalars.append(scalar)
      width += size
    }
    return result
  }
}
