import XML

/// An entry of a catalogue as facts with names, so that two editions of it can be compared whatever the
/// order and indentation of its XML: `title[vi]`, `@effective-from`, `replaces[ND-64-2007]/@on`.
struct EntryFacts: Sendable {
  let kind: String
  let id: String
  let facts: [String: String]

  /// - Parameter element: the entry.
  init(_ element: Element) {
    kind = element.name
    id =
      switch element.name {
      case "edition": "edition"
      case "wording": WordingKey(list: element.required("list"), token: element.required("token")).name
      case "clause-words": element.required("kind")
      default: element.attribute("id") ?? ""
      }
    var facts: [String: String] = [:]
    Self.collect(element, at: "", into: &facts)
    self.facts = facts
  }

  private static func collect(_ element: Element, at path: String, into facts: inout [String: String]) {
    for (name, value) in element.attributes where !(path.isEmpty && name == "id") && name != "lang" {
      facts["\(path)@\(name)"] = value.collapsingWhitespace()
    }
    var counts: [String: Int] = [:]
    for child in element.children {
      // What is written to be copied, and rules in another language, are one fact each.
      let isWhole = child.name == "snippet" || child.namespace != element.namespace
      var step = path + child.name
      if let identity = identity(of: child) { step += "[\(identity)]" }
      counts[step, default: 0] += 1
      if let count = counts[step], count > 1 { step += "#\(count)" }
      if isWhole {
        facts[step] = child.children.map { $0.serialized().collapsingWhitespace() }.joined(separator: " ")
        continue
      }
      var children = child.children
      if children.next() == nil, !child.text.isEmpty { facts[step] = child.text }
      if child.children.first(where: { _ in true }) == nil, child.text.isEmpty, child.attributes.isEmpty {
        facts[step] = ""
      }
      collect(child, at: step + "/", into: &facts)
    }
  }

  private static func identity(of element: Element) -> String? {
    ["id", "ref", "lang", "instrument", "from", "type"].lazy.compactMap { element.attribute($0) }.first
  }
}
