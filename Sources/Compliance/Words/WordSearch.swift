import Catalogue
import MasterPlan
import Source

/// An item whose words show what is looked for.
struct Shown {
  let item: Item
  /// What it shows.
  let key: WordingKey
  let quotation: Quotation
  /// Whether it carries the label too.
  let isLabelled: Bool

  var evidence: Evidence { Evidence(item, quoting: quotation, isLabelled: isLabelled) }
}

/// What became of the items that carry a label.
struct Claimed {
  var shown: [Shown] = []
  /// Labels that the words do not show: a wording may be missing, so nothing is proved.
  var open: [(item: Item, claim: Claim)] = []
  /// Labels whose own words take back what they say.
  var takenBack: [(item: Item, claim: Claim)] = []
}

extension Facts {
  /// Holds the labels of items against their words.
  func claimed(_ labelled: some Sequence<(item: Item, key: WordingKey)>) -> Claimed {
    var result = Claimed()
    for (item, key) in labelled {
      switch words.showing(item, key) {
      case .shown(let quotation):
        result.shown.append(Shown(item: item, key: key, quotation: quotation, isLabelled: true))
      case .nothing: continue
      case .open(let why): result.open.append((item, claim(item, key, why)))
      case .takenBack(let why): result.takenBack.append((item, claim(item, key, why)))
      }
    }
    return result
  }

  func claimed(_ items: [Item], of key: WordingKey) -> Claimed { claimed(items.lazy.map { ($0, key) }) }

  private func claim(_ item: Item, _ key: WordingKey, _ why: Claim.Why) -> Claim {
    Claim(label: key, words: item.text, why: why, sample: words.rules.sample(of: key))
  }

  /// Those of the items whose words show one of these things, whatever label they carry.
  func unlabelled(_ items: some Sequence<Item>, _ keys: [WordingKey], besides claimed: Claimed) -> [Shown] {
    let numbers = keys.filter { words.rules.number(of: $0) != nil }
    guard !numbers.isEmpty else { return [] }
    let known = Set(claimed.shown.map(\.item.place.number))
    return items.compactMap { item in
      guard !known.contains(item.place.number) else { return nil }
      for key in numbers {
        if case .shown(let quotation) = words.showing(item, key) {
          return Shown(item: item, key: key, quotation: quotation, isLabelled: false)
        }
      }
      return nil
    }
  }

  /// Texts of sections whose words show it, whatever label they carry.
  func spoken(_ key: WordingKey, in sections: [String], besides claimed: Claimed) -> [Shown] {
    guard let number = words.rules.number(of: key) else { return [] }
    let known = Set(claimed.shown.map(\.item.place.number))
    var result: [Shown] = []
    for name in sections {
      guard let section = plan.section(name), let found = words.spoken(in: section).shown[number] else {
        continue
      }
      for (item, quotation) in found where !known.contains(item.place.number) {
        result.append(Shown(item: item, key: key, quotation: quotation, isLabelled: false))
      }
    }
    return result
  }

  /// Texts of sections that cannot be read.
  func unreadable(in sections: [String]) -> [Item] {
    var result: [Item] = []
    for name in sections {
      if let section = plan.section(name) { result += words.spoken(in: section).unreadable }
    }
    return result
  }

  /// The outcome where no words show it. What is only claimed is unknown, never a gap; what an item itself takes back is
  /// no more than if the item were not there.
  func notShown(
    _ requirement: Requirement, in sections: [String], _ claimed: Claimed, unreadable: [Item] = []
  ) -> Part {
    guard claimed.open.isEmpty else {
      return Part(
        requirement, .unknown, .onlyClaimed(claimed.open.map(\.claim)), claimed.open.map { Evidence($0.item) }
      )
    }
    guard unreadable.isEmpty || !areComplete(sections) else {
      return Part(requirement, .unknown, .unreadable, unreadable.map { Evidence($0) })
    }
    guard claimed.takenBack.isEmpty else {
      return shortcoming(
        of: requirement, in: sections, .takenBack(claimed.takenBack.map(\.claim)),
        claimed.takenBack.map { Evidence($0.item) })
    }
    return absence(of: requirement, in: sections)
  }

  /// Holds if the words of an item show it: of one that carries the label or, failing that, of one of the others.
  /// Where a limit is given, the item is dated within it, and its words do not say otherwise.
  /// - Parameters:
  ///   - others: items that would show it without the label; asked for only where no labelled one does.
  func shown(
    _ keys: [WordingKey], _ claimed: Claimed, others: () -> [Item], by limit: CalendarDate?,
    in sections: [String], _ requirement: Requirement
  ) -> Part {
    shown(
      claimed, by: limit, in: sections, requirement,
      unlabelled: { unlabelled(others(), keys, besides: claimed) },
      unreadable: { others().filter { words.reading(of: $0).encoding != nil } })
  }

  func shown(
    _ claimed: Claimed, by limit: CalendarDate?, in sections: [String], _ requirement: Requirement,
    unlabelled: () -> [Shown], unreadable: () -> [Item]
  ) -> Part {
    func timely(_ shown: [Shown]) -> Shown? {
      guard let limit else { return shown.first }
      return shown.first { isInTime($0.item, limit) }
    }
    if let found = timely(claimed.shown) { return Part(requirement, .holds, .stated, [found.evidence]) }
    let unlabelled = unlabelled()
    if let found = timely(unlabelled) { return Part(requirement, .holds, .stated, [found.evidence]) }
    let shown = claimed.shown + unlabelled
    guard let limit, let first = shown.first else {
      let strange = unreadable()
      if let limit, strange.isEmpty, let part = outOfTime(claimed, by: limit, in: sections, requirement) {
        return part
      }
      return notShown(requirement, in: sections, claimed, unreadable: strange)
    }
    return late(shown.map(\.item), first.evidence, by: limit, claimed, in: sections, requirement)
  }

  /// The outcome where labels alone say it and each carries a day that is not in time: whether or not the words mean the
  /// thing, it does not hold.
  private func outOfTime(
    _ claimed: Claimed, by limit: CalendarDate, in sections: [String], _ requirement: Requirement
  ) -> Part? {
    guard !claimed.open.isEmpty else { return nil }
    for (item, claim) in claimed.open {
      guard claim.why != .unreadable, item.attribute("status") != "existing", item.date("by") != nil,
        !isInTime(item, limit), dateContradiction(of: item) == nil
      else { return nil }
    }
    let items = claimed.open.map(\.item)
    guard let reason = lateness(of: items, limit) else { return nil }
    return shortcoming(of: requirement, in: sections, reason, items.map { Evidence($0) })
  }

  /// The day that cannot be, or the first that is too late; nil where none is typed.
  private func lateness(of items: [Item], _ limit: CalendarDate) -> PartReason? {
    let days = items.compactMap { $0.date("by") }
    if let impossible = days.first(where: { !canBeDue(on: $0) }) { return .impossibleDate(impossible) }
    return days.min().map { .late(stated: $0, limit: limit) }
  }

  /// The outcome where words show it, but no typed value shows that it is in time.
  private func late(
    _ items: [Item], _ evidence: Evidence, by limit: CalendarDate, _ claimed: Claimed, in sections: [String],
    _ requirement: Requirement
  ) -> Part {
    if let (item, contradiction) = items.lazy.compactMap({ item in
      self.contradiction(of: item, by: limit).map { (item, $0) }
    }).first {
      return Part(requirement, .unknown, .wordsContradict(contradiction), [Evidence(item)])
    }
    let open = claimed.open.filter { isInTime($0.item, limit) }
    guard open.isEmpty else {
      return Part(requirement, .unknown, .onlyClaimed(open.map(\.claim)), open.map { Evidence($0.item) })
    }
    if let item = items.first(where: { mayBeInTime($0, limit) }) {
      return Part(requirement, .unknown, .undated(limit: limit), [Evidence(item)])
    }
    let reason = lateness(of: items, limit) ?? .undated(limit: limit)
    return shortcoming(of: requirement, in: sections, reason, [evidence])
  }
}
