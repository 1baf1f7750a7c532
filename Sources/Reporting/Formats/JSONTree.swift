import Writing

/// Keeps what a report writes as a tree, for formats made from the JSON report.
struct JSONTree: MemberWriter {
  /// Objects and lists that are still open, the innermost last.
  private var open: [Branch] = []
  private(set) var root = JSON.null

  private struct Branch {
    var members: [(String, JSON)] = []
    var key = ""
  }

  mutating func object(_ members: (inout JSONTree) -> Void) {
    open.append(Branch())
    members(&self)
    if let branch = open.popLast() { add(.object(branch.members)) }
  }

  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (inout JSONTree, Elements.Element) -> Void
  ) {
    open.append(Branch())
    for element in elements { write(&self, element) }
    if let branch = open.popLast() { add(.array(branch.members.map(\.1))) }
  }

  mutating func key(_ name: StaticString) {
    if !open.isEmpty { open[open.count - 1].key = "\(name)" }
  }

  mutating func string(_ text: String) { add(.string(text)) }
  mutating func integer(_ number: Int) { add(.integer(number)) }
  mutating func boolean(_ value: Bool) { add(.boolean(value)) }
  mutating func null() { add(.null) }

  private mutating func add(_ value: JSON) {
    if open.isEmpty {
      root = value
    } else {
      open[open.count - 1].members.append((open[open.count - 1].key, value))
    }
  }
}
