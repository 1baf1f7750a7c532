import XML

/// A way in which documents say a thing, as data: what must stand together, what makes it another thing, and
/// sentences that prove it. A label of a plan claims; only words that a wording knows show.
public struct Wording: Sendable, Hashable {
  /// The list of `master-plan.xsd` that the token belongs to, or `layer` for the layers of a framework.
  public let list: String
  public let token: String
  /// Alternatives: one is enough.
  public let ways: [Way]
  /// Phrases that make it another thing where they stand in the same sentence.
  public let unless: [String]
  public let accepts: [String]
  public let rejects: [String]
  public let seen: [Seen]
  public let origin: Origin

  public init(
    list: String, token: String, ways: [Way], unless: [String] = [], accepts: [String] = [],
    rejects: [String] = [], seen: [Seen] = [], origin: Origin
  ) {
    self.list = list
    self.token = token
    self.ways = ways
    self.unless = unless
    self.accepts = accepts
    self.rejects = rejects
    self.seen = seen
    self.origin = origin
  }

  /// One way of saying it: each part must stand in the same sentence, table cell or item of a list.
  public struct Way: Sendable, Hashable {
    /// For each part the phrases that do for it.
    public let says: [[String]]
    /// Whether the parts must follow each other as they are written.
    public let isInOrder: Bool

    public init(says: [[String]], isInOrder: Bool = false) {
      self.says = says
      self.isInOrder = isInOrder
    }
  }

  /// Where this way of speaking was seen.
  public struct Seen: Sendable, Hashable {
    public let mark: Mark
    public let place: String

    public init(mark: Mark, place: String) {
      self.mark = mark
      self.place = place
    }
  }
}
