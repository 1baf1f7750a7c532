import Source

/// A text in the two languages of Khung; either may be unknown.
package struct Label: Sendable, Hashable {
  package var vietnamese: String?
  package var english: String?

  package init(vietnamese: String?, english: String?) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// Neither language is known.
  package var isEmpty: Bool { vietnamese == nil && english == nil }
}

/// How far a fact of the catalogue was verified.
package enum Mark: String, Sendable, CaseIterable {
  case verified
  case inferred
  case fromMemory = "from-memory"
}

/// Where a fact of the catalogue comes from (DESIGN.md, rule 2).
package struct Provenance: Sendable, Hashable {
  package let mark: Mark
  /// Tier of the source: A the text itself, B portal or press summary, C unofficial, P vendor or press page.
  package let tier: String
  /// Address of the source as the catalogue has it; nil when none is known.
  package let source: String?
  /// The day of the state of knowledge.
  package let read: CalendarDate?
  package let notes: [String]
}
