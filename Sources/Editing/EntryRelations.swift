import Catalogue
import Source
import Wordings

/// What leads to a text: an entry names its own edges, and this finds those of the others.
struct EntryRelations {
  /// What the others do to it, and which they are; only what there is.
  let all: [(Phrase, [String])]

  init(_ catalogue: Catalogue, of id: String) {
    let lives = catalogue.instruments.map { ($0.id, $0.life) } + catalogue.standards.map { ($0.id, $0.life) }
    func texts(_ edges: (Life) -> [String]) -> [String] { lives.filter { edges($0.1).contains(id) }.map(\.0) }
    let own = catalogue.life(of: id)
    let asking = catalogue.criteria.filter { criterion in
      (criterion.requirement?.leaves ?? []).contains { leaf in
        guard case .facet(let facet) = leaf else { return false }
        return facet.references.contains { $0.kind != .layer && $0.id == id }
      }
    }
    let rows: [(Phrase, [String])] = [
      (.restingCriteria, catalogue.criteria.filter { $0.bases.contains { $0.instrument == id } }.map(\.id)),
      (.askingCriteria, asking.map(\.id)),
      (.restingTargets, catalogue.programme.filter { $0.instrument == id }.map(\.id)),
      (.replacing, texts { $0.replaces.map(\.id) } + (own?.replacedBy.map(\.id) ?? [])),
      (.replacedTexts, texts { $0.replacedBy.map(\.id) } + (own?.replaces.map(\.id) ?? [])),
      (.amending, texts { $0.amends.map(\.id) + $0.repealsInPart.map(\.id) }),
      (.citedStandards, catalogue.standards.filter { $0.citedBy.contains { $0.instrument == id } }.map(\.id)),
      (.namingWordings, Self.wordings(naming: id, catalogue)),
    ]
    all = rows.map { ($0, Set($1).sorted()) }.filter { !$1.isEmpty }
  }

  /// The wordings whose phrases, or whose lines on where they were seen, print the number or another name of the text.
  private static func wordings(naming id: String, _ catalogue: Catalogue) -> [String] {
    let number = catalogue.instrument(id)?.number ?? catalogue.standard(id)?.number
    let aliases = catalogue.instrument(id)?.aliases ?? catalogue.standard(id)?.aliases ?? []
    // A name of one word is no name by itself.
    let names = ([number].compactMap { $0 } + aliases).map { FoldedWords($0).words }.filter { $0.count > 1 }
    return catalogue.wordings.wordings.filter { wording in
      let phrases = wording.ways.flatMap { $0.says.flatMap { $0 } } + wording.unless
      return (phrases + wording.seen.map(\.place)).contains { text in
        let words = FoldedWords(text).words
        return names.contains { name in
          words.count >= name.count
            && (0...(words.count - name.count)).contains { words[$0...].starts(with: name) }
        }
      }
    }.map { "\($0.list)/\($0.token)" }
  }
}

/// Finds entries by words of their titles, and the nearest ids.
struct EntrySearch {
  private let catalogue: Catalogue
  private static let most = 8

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
  }

  /// The entries whose title in either language holds all the words; nothing where too many do.
  func entries(titled query: String) -> [String] {
    let words = Self.words(query)
    // A short word stands in half of all titles.
    guard !words.isEmpty, words.joined().unicodeScalars.count >= 4 else { return [] }
    let titles =
      catalogue.instruments.map { ($0.id, $0.title, $0.aliases) }
      + catalogue.standards.map { ($0.id, $0.title, $0.aliases + [$0.number]) }
      + catalogue.criteria.map { ($0.id, $0.title, []) }
    let found = titles.filter { _, title, others in
      ([title.vietnamese, title.english].compactMap { $0 } + others).contains { text in
        let there = Self.words(text)
        return words.allSatisfy(there.contains)
      }
    }.map(\.0)
    return found.count > Self.most ? [] : found
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

extension Phrase {
  fileprivate static var restingCriteria: Phrase { Phrase("editing.resting-criteria") }
  fileprivate static var askingCriteria: Phrase { Phrase("editing.asking-criteria") }
  fileprivate static var restingTargets: Phrase { Phrase("editing.resting-targets") }
  fileprivate static var replacing: Phrase { Phrase("editing.replacing-texts") }
  fileprivate static var replacedTexts: Phrase { Phrase("editing.replaced-texts") }
  fileprivate static var amending: Phrase { Phrase("editing.amending-texts") }
  fileprivate static var citedStandards: Phrase { Phrase("editing.cited-standards") }
  fileprivate static var namingWordings: Phrase { Phrase("editing.naming-wordings") }
  static var ofTarget: Phrase { Phrase("editing.of-target") }
}
