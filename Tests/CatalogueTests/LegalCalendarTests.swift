import Source
import TestSupport
import Testing
import XML

@testable import Catalogue

/// What begins and ends in the law on which day, and who rests on it.
@Suite struct LegalCalendarTests {
  private func calendar(
    _ catalogue: Catalogue? = nil, from: String = "1900-01-01", to: String = "2100-12-31"
  ) throws -> LegalCalendar {
    try LegalCalendar(of: catalogue ?? Repository.catalogue.get(), days: day(from)...day(to))
  }

  private func edited(_ edits: [(file: String, old: String, new: String)]) throws -> Catalogue {
    try Catalogue.load(
      Repository.catalogueFiles { name, text in
        let mine = edits.filter { $0.file == name }
        return mine.isEmpty ? nil : mine.reduce(text) { $0.replacing($1.old, with: $1.new) }
      }, schema: Repository.catalogueSchema.get())
  }

  /// The decree on smart cities, replaced from a day on.
  private func withSuccessor(from date: String) throws -> Catalogue {
    try edited([
      (
        "instruments/decrees.xml", "      <review approved-before",
        "      <replaced-by ref=\"ND-1-2026\" on=\"\(date)\"/>\n      <review approved-before"
      ),
      (
        "instruments/decrees.xml", "  </instruments>",
        """
            <instrument id="ND-1-2026" kind="decree" number="1/2026/NĐ-CP" year="2026" issued="2026-11-20" effective-from="\(date)" binding="binding">
              <replaces ref="ND-269-2025" on="\(date)"/>
              <provenance mark="verified" tier="A" read="2026-11-27"/>
            </instrument>
          </instruments>
        """
      ),
    ])
  }

  @Test func `a code that is replaced on a day ends, its successor begins, older plans keep it`() throws {
    let day = try #require(calendar(from: "2027-01-01", to: "2027-01-01").days.first)
    let events = day.events.filter { $0.text.hasPrefix("QCVN-01-") && !$0.isPresumed }
    #expect(
      events.map { "\($0.kind.rawValue) \($0.text) \($0.by ?? "")" } == [
        "starts QCVN-01-2026-BXD ", "replaced QCVN-01-2021-BXD QCVN-01-2026-BXD",
        "transition QCVN-01-2021-BXD QCVN-01-2026-BXD",
      ])
  }

  @Test func `a criterion that a decree makes mandatory begins on the decree's first day`() throws {
    let changes = try calendar(from: "2026-07-01", to: "2026-07-01").days.flatMap(\.changes)
    let change = try #require(changes.first { $0.id == "C-ARC-10" })
    #expect(change.isFirst && change.after == .mandatory && change.gained == ["ND-224-2026"])
    #expect(change.lost.isEmpty)
  }

  @Test func `a text whose issue alone is dated begins by presumption`() throws {
    let events = try calendar().days.flatMap(\.events)
    let dated = try Repository.catalogue.get().instruments.filter {
      $0.life.effectiveFrom == nil && $0.life.issued != nil && $0.life.effectiveTo == nil
    }
    #expect(!dated.isEmpty)
    for text in dated {
      #expect(events.contains { $0.text == text.id && $0.kind == .starts && $0.isPresumed }, "\(text.id)")
    }
  }

  @Test func `the days of the calendar are those on which some state changes, and no others`() throws {
    let catalogue = try Repository.catalogue.get()
    let days = Set(try calendar().days.map(\.date))
    for instrument in catalogue.instruments {
      for date in catalogue.daysOfChange(of: instrument.id) {
        let states = [date.previous, date].map { catalogue.state(of: instrument.id, on: $0)?.isInForce }
        #expect(states[0] == states[1] || days.contains(date), "\(instrument.id) \(date)")
      }
    }
  }

  @Test func `a successor of the decree takes its bases on its first day, and the calendar says from whom`()
    throws
  {
    let catalogue = try withSuccessor(from: "2027-03-01")
    let day = try #require(calendar(catalogue, from: "2027-03-01", to: "2027-03-01").days.first)
    #expect(day.events.contains { $0.kind == .replaced && $0.text == "ND-269-2025" && $0.by == "ND-1-2026" })
    let left = day.changes.filter { $0.kind == .criterion && ($0.isLeftWithout || $0.isWeaker) }
    let resting = catalogue.criteria.filter { criterion in
      let mandatory = criterion.bases.filter { $0.force == .mandatory }
      return !mandatory.isEmpty && mandatory.allSatisfy { $0.instrument == "ND-269-2025" }
    }
    #expect(Set(left.filter { $0.before == .mandatory }.map(\.id)).isSuperset(of: resting.map(\.id)))
    #expect(resting.count > 20)
    #expect(day.changes.allSatisfy { $0.gained.isEmpty })
  }

  @Test func `a circle of successors is refused with its way, also where each text says one half`() throws {
    // The first says by whom it is replaced, the second whom it replaces: together they go round.
    let refusal = #expect(throws: Refusal.self) {
      try edited([
        (
          "instruments/decrees.xml", "      <review approved-before",
          "      <replaced-by ref=\"ND-1-2026\"/>\n      <review approved-before"
        ),
        (
          "instruments/decrees.xml", "  </instruments>",
          """
              <instrument id="ND-1-2026" kind="decree" binding="binding">
                <provenance mark="verified" tier="A" read="2026-11-27"/>
              </instrument>
              <instrument id="ND-2-2026" kind="decree" binding="binding">
                <replaces ref="ND-1-2026"/>
                <replaced-by ref="ND-269-2025"/>
                <provenance mark="verified" tier="A" read="2026-11-27"/>
              </instrument>
            </instruments>
          """
        ),
      ])
    }
    guard case .replacementCycle(let path)? = refusal?.cause as? CatalogueFault else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(Set(path) == ["ND-269-2025", "ND-1-2026", "ND-2-2026"] && path.first == path.last)
    #expect(refusal?.line != nil)
  }

  @Test func `a day that no text can have is refused at its entry`() throws {
    let catalogue = try edited([
      (
        "instruments/decrees.xml", "issued=\"2025-10-14\" effective-from=\"2025-10-14\"",
        "issued=\"2025-10-14\" effective-from=\"2925-10-14\""
      )
    ])
    let refusal = #expect(throws: Refusal.self) { try calendar(catalogue) }
    #expect(refusal?.entry == "ND-269-2025")
    #expect(refusal?.source.hasSuffix("instruments/decrees.xml") == true && refusal?.line != nil)
    #expect(refusal?.cause as? CatalogueFault == .dayOutOfRange(day("2925-10-14")))
  }

  @Test func `an edition older than one of its entries is refused, naming the entry`() throws {
    let catalogue = try edited([("edition.xml", "date=\"2026-11-27\"", "date=\"2025-10-13\"")])
    let refusal = #expect(throws: Refusal.self) { try calendar(catalogue) }
    guard case .editionOlderThanEntry(let edition, let issued)? = refusal?.cause as? CatalogueFault else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(edition == day("2025-10-13") && issued > edition && refusal?.entry != nil)
  }
}
