import Source

/// The named simple types of a schema: what a message lists in place of a type's name, which tells its reader nothing.
struct SimpleTypes: Sendable {
  private struct Definition {
    let values: [String]
    let base: String
  }

  private let definitions: [String: Definition]

  /// - Parameter source: a schema; what cannot be read of it is not listed.
  init(_ source: SourceText) {
    guard let document = try? Document(source) else {
      definitions = [:]
      return
    }
    var definitions: [String: Definition] = [:]
    for type in document.root.children("simpleType") {
      guard let name = type.attribute("name") else { continue }
      for part in type.children where part.name == "restriction" || part.name == "list" {
        definitions[name] = Definition(
          values: part.children("enumeration").compactMap { $0.attribute("value") },
          base: part.attribute("base") ?? part.attribute("itemType") ?? "")
      }
    }
    self.definitions = definitions
  }

  /// What stands behind the name of a type: its values, or the built-in type that it narrows.
  func meaning(of type: String) -> (values: [String], base: String) {
    var name = type
    // Types that narrow one another are few; a schema may be wrong and have them in a circle.
    for _ in 0..<8 {
      guard let definition = definitions[Sentence.localName(name)] else { break }
      if !definition.values.isEmpty { return (definition.values, name) }
      name = definition.base
    }
    return ([], Sentence.localName(name))
  }
}
