import Source

/// What begins and ends in the law of a catalogue, day by day, and whose basis comes or goes with it.
package struct LegalCalendar: Sendable {
  package struct Day: Sendable {
    package let date: CalendarDate
    package let events: [Event]
    package let changes: [Change]
  }

  /// What happens to a text on a day.
  package struct Event: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
      case issued, starts, ends, replaced, amended
      case repealedInPart = "repealed-in-part"
      /// Plans approved before this day keep the text beside its successor.
      case transition
    }

    package let kind: Kind
    package let text: String
    /// The text that replaces, amends or repeals it.
    package let by: String?
    /// The provisions repealed, as printed.
    package let provisions: [String]
    /// The catalogue knows no such day: the date of issue, or the end of a printed year, stands for it.
    package let isPresumed: Bool
  }

  /// Who rests on a text that begins or ends.
  package struct Change: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
      case criterion, target, profile
    }

    package let kind: Kind
    package let id: String
    /// The texts that begin to carry it on this day, and those that carry it no more.
    package let gained: [String]
    package let lost: [String]
    /// The strongest force of the bases in force on the day before and on this day; nil without any. Of a criterion
    /// outside the days to which it is bound there is none.
    package let before: Force?
    package let after: Force?

    /// Nothing carries it any more.
    package var isLeftWithout: Bool { before != nil && after == nil }
    /// It is still carried, by less than before.
    package var isWeaker: Bool { after.map { after in before.map { after < $0 } ?? false } ?? false }
    package var isFirst: Bool { before == nil && after != nil }
  }

  /// In the order of their dates; days on which nothing happens are left out.
  package let days: [Day]

  /// - Parameters:
  ///   - catalogue: with the profile applied, if there is one.
  ///   - days: those that are looked at.
  /// - Throws: `Refusal` for an entry whose days no calendar can hold, and for an edition that is older than one of
  ///   its entries.
  package init(
    of catalogue: Catalogue, profile: Profile? = nil, days: ClosedRange<CalendarDate>
  ) throws(Refusal) {
    try catalogue.checkDays(besides: profile)
    var events: [CalendarDate: [Event]] = [:]
    for (id, life) in catalogue.lives {
      for (date, event) in catalogue.events(of: id, life) where days.contains(date) {
        events[date, default: []].append(event)
      }
    }
    var changes: [CalendarDate: [Change]] = [:]
    for criterion in catalogue.criteria {
      for date in catalogue.turns(of: criterion) where days.contains(date) {
        guard let change = catalogue.change(of: criterion, on: date) else { continue }
        changes[date, default: []].append(change)
      }
    }
    let others =
      catalogue.programme.map { (Change.Kind.target, $0.id, [Basis($0.instrument)]) }
      + (profile.map { [(Change.Kind.profile, $0.id, $0.tightenings.map(\.basis))] } ?? [])
    for (kind, id, bases) in others {
      for date in catalogue.turns(of: bases) where days.contains(date) {
        guard let change = catalogue.change(of: kind, id, bases, on: date) else { continue }
        changes[date, default: []].append(change)
      }
    }
    self.days = Set(events.keys).union(changes.keys).sorted().map { date in
      Day(
        date: date,
        events: (events[date] ?? []).sorted { ($0.kind.order, $0.text) < ($1.kind.order, $1.text) },
        changes: (changes[date] ?? []).sorted { ($0.kind.order, $0.id) < ($1.kind.order, $1.id) })
    }
  }
}

extension LegalCalendar.Event.Kind {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension LegalCalendar.Change.Kind {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Basis {
  /// A target of the scheme rests on its instrument as a whole.
  fileprivate init(_ instrument: String) {
    self.init(instrument: instrument, provision: nil, force: .recommended)
  }
}

// MARK: What happens to texts

extension Catalogue {
  /// Instruments and standards with their lives, in the order of the files.
  fileprivate var lives: [(id: String, life: Life)] {
    instruments.map { ($0.id, $0.life) } + standards.map { ($0.id, $0.life) }
  }

  /// The days on which the state of a text may change, in their order.
  package func daysOfChange(of id: String) -> [CalendarDate] { life(of: id).map(candidates) ?? [] }

  /// The days on which a text may begin or cease to be in force, in their order.
  private func candidates(_ life: Life) -> [CalendarDate] {
    func afterYear(_ year: Int?) -> CalendarDate? {
      year.flatMap { CalendarDate(year: $0 + 1, month: 1, day: 1) }
    }
    let starts = [life.issued, life.effectiveFrom, life.start == nil ? afterYear(life.year) : nil]
    let ends =
      [life.effectiveTo?.next]
      + life.replacedBy.map { edge in
        edge.on ?? self.life(of: edge.id)?.start?.date ?? afterYear(self.life(of: edge.id)?.year)
      }
    return Set((starts + ends).compactMap { $0 }).sorted()
  }

  /// The days on which a text begins or ceases to be in force.
  private func switches(of id: String) -> [CalendarDate] {
    guard let life = life(of: id) else { return [] }
    return candidates(life).filter { isInForce(id, on: $0) != isInForce(id, on: $0.previous) }
  }

  private func isInForce(_ id: String, on date: CalendarDate) -> Bool {
    state(of: id, on: date)?.isInForce ?? false
  }

  fileprivate func events(of id: String, _ life: Life) -> [(CalendarDate, LegalCalendar.Event)] {
    func event(
      _ kind: LegalCalendar.Event.Kind, by other: String? = nil, _ provisions: [String] = [],
      isPresumed: Bool = false
    ) -> LegalCalendar.Event {
      .init(kind: kind, text: id, by: other, provisions: provisions, isPresumed: isPresumed)
    }
    var events = life.issued.map { [($0, event(.issued))] } ?? []
    for date in candidates(life) {
      switch (state(of: id, on: date.previous), state(of: id, on: date)) {
      case (let before?, .inForce(_, let isPresumed)?) where !before.isInForce:
        events.append((date, event(.starts, isPresumed: isPresumed)))
      case (let before?, .presumedSince?) where !before.isInForce:
        events.append((date, event(.starts, isPresumed: true)))
      case (let before?, .replaced(let successor, let day)?) where !before.isOver:
        events.append((date, event(.replaced, by: successor, isPresumed: day == nil)))
      case (let before?, .ended?) where !before.isOver: events.append((date, event(.ends)))
      default: break
      }
    }
    events += life.transitions.map { ($0.approvedBefore, event(.transition, by: $0.successor)) }
    for (other, life) in lives {
      for edge in life.amends where edge.id == id {
        if let date = edge.on ?? life.start?.date { events.append((date, event(.amended, by: other))) }
      }
      for repeal in life.repealsInPart where repeal.id == id {
        guard let date = repeal.on ?? life.start?.date else { continue }
        events.append((date, event(.repealedInPart, by: other, repeal.provisions)))
      }
    }
    return events
  }
}

// MARK: Who rests on them

extension Catalogue {
  /// The force that the bases in force give a criterion on a day; nil where there are none, and on days to which the
  /// criterion says itself that it is not bound.
  package func force(of criterion: Criterion, on date: CalendarDate) -> Force? {
    if let bound = criterion.applicability.asOf, !bound.contains(date) { return nil }
    return force(of: criterion.bases, on: date)
  }

  private func force(of bases: [Basis], on date: CalendarDate) -> Force? {
    bases.lazy.filter { isInForce($0.instrument, on: date) }.map(\.force).max()
  }

  /// The days on which a basis of the criterion comes or goes, or its own bounds do.
  package func turns(of criterion: Criterion) -> [CalendarDate] {
    let bounds = criterion.applicability.asOf.map { [$0.lowerBound, $0.upperBound.next] } ?? []
    return Set(turns(of: criterion.bases)).union(bounds).sorted()
  }

  fileprivate func turns(of bases: [Basis]) -> [CalendarDate] {
    Set(Set(bases.map(\.instrument)).flatMap(switches)).sorted()
  }

  fileprivate func change(of criterion: Criterion, on date: CalendarDate) -> LegalCalendar.Change? {
    let change = change(of: .criterion, criterion.id, criterion.bases, on: date)
    let forces = (force(of: criterion, on: date.previous), force(of: criterion, on: date))
    guard change != nil || forces.0 != forces.1 else { return nil }
    return LegalCalendar.Change(
      kind: .criterion, id: criterion.id, gained: change?.gained ?? [], lost: change?.lost ?? [],
      before: forces.0, after: forces.1)
  }

  fileprivate func change(
    of kind: LegalCalendar.Change.Kind, _ id: String, _ bases: [Basis], on date: CalendarDate
  ) -> LegalCalendar.Change? {
    let texts = Set(bases.map(\.instrument)).sorted()
    let before = texts.filter { isInForce($0, on: date.previous) }
    let after = texts.filter { isInForce($0, on: date) }
    guard before != after else { return nil }
    return LegalCalendar.Change(
      kind: kind, id: id, gained: after.filter { !before.contains($0) },
      lost: before.filter { !after.contains($0) }, before: force(of: bases, on: date.previous),
      after: force(of: bases, on: date))
  }
}

// MARK: Days that no calendar can hold

extension Life {
  /// Years in which a text can live; the same as those of a plan in the schema.
  package static let years = 1900...2100
}

extension Catalogue {
  /// - Throws: `Refusal` for the first entry with a day that cannot be, and for one issued after the edition.
  fileprivate func checkDays(besides profile: Profile?) throws(Refusal) {
    let entries =
      instruments.map { ($0.id, $0.life, $0.origin) } + standards.map { ($0.id, $0.life, $0.origin) }
    for (id, life, origin) in entries {
      func fault(_ cause: CatalogueFault) -> Refusal {
        Refusal(source: origin.file, line: origin.line, entry: id, cause: cause)
      }
      let edges = life.replaces + life.replacedBy + life.amends
      let days =
        [life.issued, life.effectiveFrom, life.effectiveTo].compactMap { $0 } + edges.compactMap(\.on)
        + life.repealsInPart.compactMap(\.on) + life.transitions.map(\.approvedBefore)
      if let day = days.first(where: { !Life.years.contains($0.year) }) {
        throw fault(.dayOutOfRange(day))
      }
      // A province decides when it likes: its own texts are no part of the edition.
      if let issued = life.issued, issued > edition.date, !(profile?.adds(origin.file) ?? false) {
        throw fault(.editionOlderThanEntry(edition: edition.date, issued: issued))
      }
    }
  }
}
