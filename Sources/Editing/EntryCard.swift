import Catalogue
import Languages
import Phrasing
import Source

/// One instrument, standard or criterion of the catalogue in words, with its state on a day.
package struct EntryCard {
  private let phrasing: Phrasing
  private var language: Language { phrasing.language }

  package init(_ phrasing: Phrasing) {
    self.phrasing = phrasing
  }

  /// The card of the entry with this id, or of the text that a printed citation means; nil when the
  /// catalogue has neither.
  package func text(for query: String, on date: CalendarDate) -> String? {
    if let card = card(query, on: date) ?? card(query.uppercased(), on: date) { return card }
    switch phrasing.catalogue.citations.resolve(query) {
    case .entry(let id): return card(id, on: date)
    case .ambiguous(let ids):
      return language(.ambiguousAmong(ids.joined(separator: ", "))) + "\n\n"
        + ids.compactMap { card($0, on: date) }.joined(separator: "\n")
    case .otherEdition(let ids):
      let names = ids.map { phrasing.shortName($0) }.joined(separator: ", ")
      return language(.otherEditions(names)) + "\n\n"
        + ids.compactMap { card($0, on: date) }.joined(separator: "\n")
    case .notInCatalogue: return titled(query, on: date)
    }
  }

  /// Entries whose title or id holds the words, whatever their case and white space; a few at most.
  private func titled(_ query: String, on date: CalendarDate) -> String? {
    let ids = EntrySearch(phrasing.catalogue).entries(titled: query)
    guard let first = ids.first else { return nil }
    if ids.count == 1 { return card(first, on: date) }
    return language(.ambiguousAmong(ids.joined(separator: ", "))) + "\n\n"
      + ids.compactMap { card($0, on: date) }.joined(separator: "\n")
  }

  private func card(_ id: String, on date: CalendarDate) -> String? {
    let catalogue = phrasing.catalogue
    if let instrument = catalogue.instrument(id) {
      var lines = ["\(id)  \(phrasing.shortName(id))", language(instrument.title)]
      lines += life(id, instrument.life, on: date)
      lines += instrument.provisions.map { "  \($0.id)  \(language($0.subject))" }
      lines += relations(of: id)
      return lines.joined(separator: "\n") + "\n"
    }
    if let standard = catalogue.standard(id) {
      var lines = ["\(id)  \(standard.number)", language(standard.title)]
      lines += life(id, standard.life, on: date)
      lines += phrasing.compulsion(of: id).map { "  " + $0 }
      lines += relations(of: id)
      return lines.joined(separator: "\n") + "\n"
    }
    if let criterion = catalogue.criterion(id) {
      var lines = ["\(id)  \(language(criterion.title)) [\(phrasing.name(of: criterion.force))]"]
      lines.append(language(criterion.planStatement))
      lines += criterion.bases.map { basis in
        let state = catalogue.state(of: basis.instrument, on: date)
        return "  " + phrasing.basis(.init(basis: basis, state: state))
      }
      lines += criterion.schemeTarget.map { ["  \(language(Phrase.ofTarget)): \($0)"] } ?? []
      return lines.joined(separator: "\n") + "\n"
    }
    return nil
  }

  /// The other way round: who rests on the text, asks for it, replaced, amended or cites it.
  private func relations(of id: String) -> [String] {
    EntryRelations(phrasing.catalogue, of: id).all.map { phrase, ids in
      "  \(language(phrase)): \(ids.joined(separator: ", "))"
    }
  }

  private func life(_ id: String, _ life: Life, on date: CalendarDate) -> [String] {
    var lines = ["\(language(date)): \(phrasing.state(phrasing.catalogue.state(of: id, on: date)))"]
    for transition in life.transitions { lines.append("  " + language(transition.rule)) }
    lines += phrasing.partialRepeals(of: id).map { "  " + $0 }
    return lines
  }
}
