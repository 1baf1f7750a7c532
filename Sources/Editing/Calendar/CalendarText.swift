import Catalogue
import Languages
import Phrasing
import Source
import Writing

/// The calendar of the law in words, as data, and for programs that keep calendars.
package struct CalendarText {
  private let phrasing: Phrasing
  private let calendar: LegalCalendar
  private let days: ClosedRange<CalendarDate>
  private var language: Language { phrasing.language }

  /// - Parameter days: those that were looked at.
  package init(_ phrasing: Phrasing, _ calendar: LegalCalendar, days: ClosedRange<CalendarDate>) {
    self.phrasing = phrasing
    self.calendar = calendar
    self.days = days
  }

  /// For people: a paragraph a day.
  package var text: String {
    guard !calendar.days.isEmpty else { return nothing + "\n" }
    return calendar.days.map { day in
      ([language(day.date)]
        + (day.events.map(words) + words(day.changes)).flatMap {
          Wrapping.lines($0, width: 100, indent: 4, first: 2)
        }).map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private var nothing: String {
    language(.calendarNothing(from: language(days.lowerBound), to: language(days.upperBound)))
  }

  // MARK: Words

  private func words(_ event: LegalCalendar.Event) -> String {
    let text = name(event.text)
    let other = event.by.map(phrasing.shortName) ?? ""
    let phrase: Phrase =
      switch event.kind {
      case .issued: .calendarIssued(text)
      case .starts: .calendarStarts(text)
      case .ends: .calendarEnds(text)
      case .replaced: .calendarReplaced(text, by: other)
      case .amended: .calendarAmended(text, by: other)
      case .repealedInPart:
        .calendarRepealed(text, by: other, what: event.provisions.joined(separator: "; "))
      case .transition: .calendarTransition(text, by: other)
      }
    return language(phrase) + (event.isPresumed ? " " + language(.calendarPresumed) : "")
  }

  private func name(_ id: String) -> String {
    let name = phrasing.shortName(id)
    return name == id ? id : "\(name) [\(id)]"
  }

  /// Changes of the same kind by the same texts stand in one line.
  private func words(_ changes: [LegalCalendar.Change]) -> [String] {
    var lines: [(what: String, kind: LegalCalendar.Change.Kind, ids: [String])] = []
    for change in changes {
      let what = what(change)
      if let index = lines.firstIndex(where: { $0.what == what && $0.kind == change.kind }) {
        lines[index].ids.append(change.id)
      } else {
        lines.append((what, change.kind, [change.id]))
      }
    }
    return lines.map { "\(name(of: $0.kind)) \($0.ids.joined(separator: ", ")): \($0.what)" }
  }

  private func what(_ change: LegalCalendar.Change) -> String {
    func list(_ ids: [String]) -> String { ids.map(phrasing.shortName).joined(separator: ", ") }
    var parts: [Phrase] = []
    if !change.gained.isEmpty { parts.append(.calendarGains(list(change.gained))) }
    if !change.lost.isEmpty { parts.append(.calendarLoses(list(change.lost))) }
    if change.isLeftWithout { parts.append(.calendarLeftWithout) }
    if change.kind != .target, let after = change.after {
      let after = phrasing.name(of: after)
      if change.isFirst { parts.append(.calendarFirst(after)) }
      if change.isWeaker, let before = change.before {
        parts.append(.calendarWeaker(before: phrasing.name(of: before), after: after))
      }
    }
    return parts.map { language($0) }.joined(separator: "; ")
  }

  private func name(of kind: LegalCalendar.Change.Kind) -> String {
    switch kind {
    case .criterion: language(.calendarCriterion)
    case .target: language(.calendarTarget)
    case .profile: language(.calendarProfile)
    }
  }

  // MARK: Data

  package var json: String {
    JSON.object([
      ("catalogue", .string(phrasing.catalogue.edition.number)),
      ("from", .string(days.lowerBound.description)), ("to", .string(days.upperBound.description)),
      ("days", .array(calendar.days.map(json))),
    ]).text()
  }

  private func json(_ day: LegalCalendar.Day) -> JSON {
    func list(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
    return .object([
      ("date", .string(day.date.description)),
      (
        "events",
        .array(
          day.events.map { event in
            .object([
              ("kind", .string(event.kind.rawValue)), ("text", .string(event.text)),
              ("name", .string(phrasing.shortName(event.text))), ("by", .optional(event.by)),
              ("provisions", list(event.provisions)), ("presumed", .boolean(event.isPresumed)),
            ])
          })
      ),
      (
        "changes",
        .array(
          day.changes.map { change in
            .object([
              ("kind", .string(change.kind.rawValue)), ("id", .string(change.id)),
              ("gains", list(change.gained)), ("loses", list(change.lost)),
              ("before", .optional(change.before?.rawValue)), ("after", .optional(change.after?.rawValue)),
              ("left-without-basis", .boolean(change.isLeftWithout)),
            ])
          })
      ),
    ])
  }

  // MARK: Calendar programs

  /// An entry for each thing that happens, with those who rest on it.
  /// - Parameter producer: the program and its version.
  package func iCalendar(producer: String) -> String {
    let edition = phrasing.catalogue.edition
    let entries = calendar.days.flatMap { day in
      let named = Set(day.events.map(\.text))
      let alone = day.changes.filter { named.isDisjoint(with: $0.gained + $0.lost) }
      return day.events.map { entry($0, of: day) } + alone.map { entry($0, on: day.date) }
    }
    return ICalendar(
      producer: producer, name: language(.calendarName(edition.number)), stamp: edition.date, entries
    ).text(nothing: nothing, on: days.lowerBound)
  }

  private func entry(_ event: LegalCalendar.Event, of day: LegalCalendar.Day) -> ICalendar.Entry {
    let resting = day.changes.filter { ($0.gained + $0.lost).contains(event.text) }
    // Of the events of a text on one day only its beginning and its end move a basis.
    let moves = [.starts, .ends, .replaced].contains(event.kind)
    return ICalendar.Entry(
      id: ["\(day.date)", event.kind.rawValue, event.text, event.by].compactMap { $0 }.joined(separator: "."),
      date: day.date, summary: words(event),
      description: moves ? words(resting).joined(separator: "\n") : "", categories: [event.kind.rawValue])
  }

  private func entry(_ change: LegalCalendar.Change, on date: CalendarDate) -> ICalendar.Entry {
    ICalendar.Entry(
      id: "\(date).\(change.kind.rawValue).\(change.id)", date: date,
      summary: words([change]).joined(separator: "\n"), description: "", categories: [change.kind.rawValue])
  }
}
