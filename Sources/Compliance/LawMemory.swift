import Catalogue
import Source
import Synchronization

/// What the catalogue said of a citation or of a text on a day, kept for the next plan: plans print the same
/// citations, and most are judged as of the same days. Bounded, and shared by all workers; it changes how
/// long an answer takes and never the answer.
final class LawMemory: Sendable {
  private static let mostCitations = Limits().memory.citations
  private static let mostDays = Limits().memory.days

  private let catalogue: Catalogue
  private let citations = Mutex<[PrintedText: [PrintedCitation]]>([:])
  private let days = Mutex<[Day: LawOnDay]>([:])

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
  }

  /// The texts that a line names.
  func citations(in printed: String) -> [PrintedCitation] {
    let key = PrintedText(text: printed)
    if let known = citations.withLock({ $0[key] }) { return known }
    let found = catalogue.citations.citations(in: printed)
    citations.withLock { citations in
      if citations.count >= Self.mostCitations { citations = [:] }
      citations[key] = found
    }
    return found
  }

  /// The law on a day, for a plan approved on another.
  func law(on date: CalendarDate, approved: CalendarDate?) -> LawOnDay {
    days.withLock { days in
      let day = Day(date: date, approved: approved)
      if let known = days[day] { return known }
      if days.count >= Self.mostDays { days = [:] }
      let law = LawOnDay(catalogue, date: date, approved: approved)
      days[day] = law
      return law
    }
  }

  private struct Day: Hashable {
    let date: CalendarDate
    let approved: CalendarDate?
  }

  /// A text that is the same only byte for byte, which is quick to tell.
  private struct PrintedText: Hashable {
    let text: String

    static func == (left: Self, right: Self) -> Bool {
      var (one, other) = (left.text, right.text)
      return one.withUTF8 { one in other.withUTF8 { one.isEqual(to: $0) } }
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}

/// The state of every text on one day, each worked out when it is first asked for.
final class LawOnDay: Sendable {
  private let catalogue: Catalogue
  private let date: CalendarDate
  private let approved: CalendarDate?
  private let states = Mutex<[String: LegalState?]>([:])

  init(_ catalogue: Catalogue, date: CalendarDate, approved: CalendarDate?) {
    self.catalogue = catalogue
    self.date = date
    self.approved = approved
  }

  func state(of id: String) -> LegalState? {
    states.withLock { states in
      if let known = states[id] { return known }
      let state = catalogue.state(of: id, on: date, approved: approved)
      states[id] = .some(state)
      return state
    }
  }
}
