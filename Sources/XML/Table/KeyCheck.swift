/// Collects the values of a document's keys and references, and tells at its end whether they hold (XML Schema
/// Part 1, 3.11.4).
struct KeyCheck {
  private let grammar: Grammar
  /// The values of each constraint.
  private var values: [[DocumentTable.Span]]

  init(_ grammar: Grammar) {
    self.grammar = grammar
    values = Array(repeating: [], count: grammar.keys.count)
  }

  mutating func restart() {
    for index in values.indices { values[index].removeAll(keepingCapacity: values[index].count < 1 << 12) }
  }

  /// Takes an element that a constraint may select.
  /// - Returns: false when it lacks a key that it must have.
  mutating func collect(
    _ name: UInt16, in parent: UInt16, _ attributes: ArraySlice<DocumentTable.AttributeRow>
  ) -> Bool {
    var isWhole = true
    for (index, constraint) in grammar.keys.enumerated()
    where constraint.selected.contains(where: { $0.parent == parent && $0.name == name }) {
      if let field = attributes.first(where: { $0.name == constraint.field }) {
        values[index].append(field.value)
      } else if case .key = constraint.kind {
        isWhole = false
      }
    }
    return isWhole
  }

  /// Whether keys are there once and references lead to one.
  /// - Parameter bytes: the bytes of a value; they stay where they are meanwhile.
  func hold(_ bytes: (DocumentTable.Span) -> UnsafeBufferPointer<UInt8>) -> Bool {
    var known: [Int: KeySet] = [:]
    func keys(_ index: Int) -> KeySet? {
      if let made = known[index] { return made }
      var set = KeySet(for: values[index].count)
      for span in values[index] where !set.insert(bytes(span)) { return nil }
      known[index] = set
      return set
    }
    for (index, constraint) in grammar.keys.enumerated() {
      switch constraint.kind {
      case .unique, .key: if keys(index) == nil { return false }
      case .reference(let target):
        guard !values[index].isEmpty else { continue }
        guard let set = keys(target) else { return false }
        for span in values[index] where !set.contains(bytes(span)) { return false }
      }
    }
    return true
  }
}
