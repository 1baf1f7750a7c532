import XML

/// The custom XML parts of a file, to which content controls are bound (ISO/IEC 29500-1, 17.5.2.6).
struct WordStores {
  enum Answer {
    case found(String)
    /// There is no such store: Word leaves what stands there.
    case noStore
    /// The store has no such place.
    case noPlace
  }

  private let stores: [(id: String, document: Document)]

  init(_ stores: [(id: String, document: Document)]) {
    self.stores = stores
  }

  /// - Parameters:
  ///   - path: as Word writes it: steps from the root, each with a name and a number.
  ///   - prefixes: declarations, `xmlns:p='…'`.
  ///   - store: its id; nil for any that has the place.
  func value(_ path: String, prefixes: String, store: String?) -> Answer {
    let candidates = stores.filter {
      store == nil || store?.isEmpty == true || Self.isEqual($0.id, store ?? "")
    }
    guard !candidates.isEmpty else { return .noStore }
    let spaces = Self.declarations(prefixes)
    for candidate in candidates {
      if let value = Self.value(Self.steps(path), spaces, candidate.document) { return .found(value) }
    }
    return .noPlace
  }

  private static func isEqual(_ left: String, _ right: String) -> Bool {
    left.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      == right.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func declarations(_ text: String) -> [String: String] {
    var result: [String: String] = [:]
    var rest = text.utf8[...]
    let (apostrophe, quote) = (UInt8(ascii: "'"), UInt8(ascii: "\""))
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let name = rest[..<equals].filter { $0 > 0x20 }
      rest = rest[rest.index(after: equals)...].drop { $0 != apostrophe && $0 != quote }
      guard let mark = rest.first else { break }
      rest = rest.dropFirst()
      let value = rest.prefix { $0 != mark }
      rest = rest[value.endIndex...].dropFirst()
      let prefix = name.split(separator: UInt8(ascii: ":")).dropFirst().first.map { Array($0) } ?? []
      result[String(decoding: prefix, as: UTF8.self)] = String(Substring(value))
    }
    return result
  }

  private struct Step {
    let prefix: String?
    let name: String
    let number: Int
  }

  /// Nil for a path of another kind than Word writes.
  private static func steps(_ path: String) -> [Step]? {
    guard path.utf8.first == UInt8(ascii: "/") else { return nil }
    var steps: [Step] = []
    for piece in path.utf8.split(separator: UInt8(ascii: "/")) {
      var name = piece
      var number = 1
      if let open = piece.firstIndex(of: UInt8(ascii: "[")) {
        name = piece[..<open]
        let inside = piece[piece.index(after: open)...]
        guard inside.last == UInt8(ascii: "]"), let value = Int(String(Substring(inside.dropLast()))) else {
          return nil
        }
        number = value
      }
      let parts = name.split(separator: UInt8(ascii: ":")).map { String(Substring($0)) }
      guard let last = parts.last, parts.count <= 2 else { return nil }
      steps.append(Step(prefix: parts.count == 2 ? parts[0] : nil, name: last, number: number))
    }
    return steps
  }

  private static func value(_ steps: [Step]?, _ spaces: [String: String], _ document: Document) -> String? {
    guard let steps, let first = steps.first, isNamed(document.root, first, spaces), first.number == 1 else {
      return nil
    }
    var element = document.root
    for (index, step) in steps.enumerated().dropFirst() {
      if step.name.utf8.elementsEqual("text()".utf8) { break }
      if step.name.utf8.first == UInt8(ascii: "@") {
        guard index == steps.count - 1 else { return nil }
        return element.attribute(String(Substring(step.name.utf8.dropFirst())))
      }
      var number = 0
      guard
        let child = element.children.first(where: {
          guard isNamed($0, step, spaces) else { return false }
          number += 1
          return number == step.number
        })
      else { return nil }
      element = child
    }
    return Node(element).stringValue
  }

  private static func isNamed(_ element: Element, _ step: Step, _ spaces: [String: String]) -> Bool {
    guard element.name.utf8.elementsEqual(step.name.utf8) else { return false }
    let wanted = step.prefix.flatMap { spaces[$0] } ?? ""
    return (element.namespace ?? "").utf8.elementsEqual(wanted.utf8)
  }
}
