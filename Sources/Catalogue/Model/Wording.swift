/// A way in which documents say a thing, as data: what must stand together, what makes it another thing, and
/// sentences that prove it. A label of a plan claims; only words that a wording knows show.
package struct Wording: Sendable, Hashable {
  /// The list of `master-plan.xsd` that the token belongs to, or `layer` for the layers of a framework.
  package let list: String
  package let token: String
  /// Labels that earlier files have for it: a topic that joined several demands and was split.
  package let formerly: [String]
  /// Alternatives: one is enough.
  package let ways: [Way]
  /// Phrases that make it another thing where they stand in the same sentence.
  package let unless: [String]
  package let accepts: [String]
  package let rejects: [String]
  package let seen: [Seen]
  package let origin: Origin

  package var key: WordingKey { WordingKey(list: list, token: token) }

  package init(
    list: String, token: String, formerly: [String] = [], ways: [Way], unless: [String] = [],
    accepts: [String] = [],
    rejects: [String] = [], seen: [Seen] = [], origin: Origin
  ) {
    self.list = list
    self.token = token
    self.formerly = formerly
    self.ways = ways
    self.unless = unless
    self.accepts = accepts
    self.rejects = rejects
    self.seen = seen
    self.origin = origin
  }

  /// One way of saying it: each part must stand in the same sentence, table cell or item of a list.
  package struct Way: Sendable, Hashable {
    /// For each part the phrases that do for it.
    package let says: [[String]]
    /// Whether the parts must follow each other as they are written.
    package let isInOrder: Bool

    package init(says: [[String]], isInOrder: Bool = false) {
      self.says = says
      self.isInOrder = isInOrder
    }
  }

  /// Where this way of speaking was seen.
  package struct Seen: Sendable, Hashable {
    package let mark: Mark
    package let place: String

    package init(mark: Mark, place: String) {
      self.mark = mark
      self.place = place
    }
  }
}

/// What a wording is about: a token of a list of `master-plan.xsd`, or a layer of a framework.
package struct WordingKey: Sendable, Hashable {
  package static let layers = "layer"
  package static let topics = "topic"

  package let list: String
  package let token: String

  package init(list: String, token: String) {
    self.list = list
    self.token = token
  }

  package var name: String { "\(list)/\(token)" }
}
