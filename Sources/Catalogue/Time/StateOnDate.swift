import Source

extension Catalogue {
  /// What the instrument or standard `id` was on `date`.
  /// - Parameter approved: the plan's approval date, which a transition rule may look at; nil for
  ///   a draft or when no plan is in question.
  /// - Returns: nil when the catalogue has no such entry.
  package func state(of id: String, on date: CalendarDate, approved: CalendarDate? = nil) -> LegalState? {
    guard let life = life(of: id) else { return nil }
    if let ending = ending(of: life), ending.date.map({ $0 <= date }) ?? isOver(ending.successor, on: date) {
      if let approved,
        let rule = life.transitions.first(where: { approved < $0.approvedBefore && $0.approvedBefore <= date }
        )
      {
        return .keptByTransition(successor: rule.successor, approvedBefore: rule.approvedBefore)
      }
      if let successor = ending.successor { return .replaced(by: successor, on: ending.date) }
      if let date = ending.date { return .ended(on: date) }
    }
    if let issued = life.issued, date < issued { return .notIssued(on: issued) }
    guard let start = life.start else { return undated(life.year, on: date) }
    if date < start.date { return .notYetInForce(from: start.date) }
    return .inForce(since: start.date, isPresumed: start.isPresumed)
  }

  /// Whether a successor without a date was there: from the year after its own on, and always where
  /// nothing at all is known of it.
  private func isOver(_ successor: String?, on date: CalendarDate) -> Bool {
    guard let year = successor.flatMap({ life(of: $0)?.year }) else { return true }
    return year < date.year
  }

  /// A text of which only the year is known has no state within that year.
  private func undated(_ year: Int?, on date: CalendarDate) -> LegalState {
    guard let year, year != date.year else { return .undated }
    return year < date.year ? .presumedSince(year: year) : .notBefore(year: year)
  }

  /// The first day on which the text is no longer in force, and what follows it. The day is nil
  /// when a successor is named but nothing is known of its dates.
  private func ending(of life: Life) -> (date: CalendarDate?, successor: String?)? {
    let successions = life.replacedBy.map { edge in
      (date: edge.on ?? self.life(of: edge.id)?.start?.date, successor: Optional(edge.id))
    }
    let dated = successions.compactMap { succession in succession.date.map { ($0, succession.successor) } }
    if let first = dated.min(by: { $0.0 < $1.0 }) { return (first.0, first.1) }
    if let last = life.effectiveTo { return (last.next, successions.first?.successor) }
    return successions.first
  }
}

extension Catalogue {
  /// Provisions of the instrument that later instruments repealed, in the order of those instruments.
  package func partialRepeals(of id: String) -> [(by: String, on: CalendarDate?, provisions: [String])] {
    instruments.flatMap { instrument in
      instrument.life.repealsInPart.filter { $0.id == id }.map { repeal in
        (instrument.id, repeal.on ?? instrument.life.start?.date, repeal.provisions)
      }
    }
  }
}

extension CalendarDate {
  /// The day after.
  package var next: CalendarDate {
    CalendarDate(year: year, month: month, day: day + 1)
      ?? CalendarDate(year: year, month: month + 1, day: 1)
      ?? CalendarDate(year: year + 1, month: 1, day: 1) ?? self
  }

  /// The day before.
  package var previous: CalendarDate {
    if let date = CalendarDate(year: year, month: month, day: day - 1) { return date }
    let (year, month) = month > 1 ? (year, month - 1) : (year - 1, 12)
    return [31, 30, 29, 28].lazy.compactMap { CalendarDate(year: year, month: month, day: $0) }.first ?? self
  }
}
