import Source
import XML

/// What changed between two editions of a catalogue, entry by entry.
package struct CatalogueDifference: Sendable {
  package struct Entry: Sendable {
    package enum Change: String, Sendable, CaseIterable {
      case added, removed, changed
    }

    /// The name of its element, such as `criterion`.
    package let kind: String
    package let id: String
    package let change: Change
    /// What it says otherwise; empty for an entry that was added or removed.
    package let details: [Detail]
    /// Whether a criterion asks for something else than before: some plan may get another verdict.
    package let changesMeaning: Bool
  }

  package struct Detail: Sendable, Hashable {
    /// Where in the entry, such as `@effective-from` or `title[vi]`.
    package let path: String
    /// Nil where the fact was added.
    package let old: String?
    /// Nil where the fact was removed.
    package let new: String?
  }

  /// In the order of kinds and ids.
  package let entries: [Entry]

  /// Compares the files of two catalogues. Examples are no part of either.
  /// - Throws: `Refusal` for a file that is not well-formed.
  package init(
    from old: [Catalogue.File], _ oldCatalogue: Catalogue, to new: [Catalogue.File], _ newCatalogue: Catalogue
  ) throws(Refusal) {
    let before = try Self.facts(of: old)
    let after = try Self.facts(of: new)
    entries = Set(before.keys).union(after.keys).sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }
      .compactMap { key in
        let details = Self.details(before[key]?.facts ?? [:], after[key]?.facts ?? [:])
        let meanings = (
          oldCatalogue.criterion(key.id)?.meaningDigest, newCatalogue.criterion(key.id)?.meaningDigest
        )
        let changesMeaning = key.kind == "criterion" && meanings.0 != meanings.1
        func entry(_ change: Entry.Change, _ details: [Detail]) -> Entry {
          Entry(
            kind: key.kind, id: key.id, change: change, details: details, changesMeaning: changesMeaning)
        }
        switch (before[key], after[key]) {
        case (nil, _): return entry(.added, [])
        case (_, nil): return entry(.removed, [])
        default: return details.isEmpty ? nil : entry(.changed, details)
        }
      }
  }

  private struct Key: Hashable {
    let kind: String
    let id: String
  }

  private static let unnamed: Set<String> = ["clause-words", "double-denial"]

  private static func facts(of files: [Catalogue.File]) throws(Refusal) -> [Key: EntryFacts] {
    var result: [Key: EntryFacts] = [:]
    for file in files where !file.holdsExamples {
      for part in try Document(file.text).root.children {
        for entry in part.name == "edition" ? [part] : Array(part.children) {
          let facts = EntryFacts(entry)
          var key = Key(kind: facts.kind, id: facts.id)
          // Words that build clauses have no names; the second of a kind is another entry.
          var count = 1
          while result[key] != nil, Self.unnamed.contains(facts.kind) {
            count += 1
            key = Key(kind: facts.kind, id: "\(facts.id)#\(count)")
          }
          result[key] = facts
        }
      }
    }
    return result
  }

  private static func details(_ old: [String: String], _ new: [String: String]) -> [Detail] {
    Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }
      .map { Detail(path: $0, old: old[$0], new: new[$0]) }
  }
}
