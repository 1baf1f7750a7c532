import XML

/// A text in the two languages of Khung; either may be unknown.
public struct Label: Sendable, Hashable {
  public var vietnamese: String?
  public var english: String?

  public init(vietnamese: String?, english: String?) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// Neither language is known.
  public var isEmpty: Bool { vietnamese == nil && english == nil }
}

/// How far a fact of the catalogue was verified.
public enum Mark: String, Sendable, CaseIterable {
  case verified
  case inferred
  case fromMemory = "from-memory"
}

/// Where a fact of the catalogue comes from (DESIGN.md, rule 2).
public struct Provenance: Sendable, Hashable {
  public let mark: Mark
  /// Tier of the source: A the text itself, B portal or press summary, C unofficial, P vendor or press page.
  public let tier: String
  /// Address of the source as the catalogue has it; nil when none is known.
  public let source: String?
  /// The day of the state of knowledge.
  public let read: CalendarDate?
  public let notes: [String]
}
