/// Writes down the table of a document that libxml2 found valid.
struct TreeWalk {
  private var builder: TableBuilder
  /// Offsets of the start tags to come.
  private var tags: ArraySlice<Int>

  static func table(of document: Document, _ grammar: Grammar, tags: [Int]) -> DocumentTable? {
    document.source.bytes.withUnsafeBufferPointer { bytes in
      var walk = TreeWalk(builder: TableBuilder(grammar, isTrusting: true), tags: tags[...])
      walk.builder.restart(bytes)
      walk.write(document.root)
      return walk.tags.isEmpty ? walk.builder.finish(document.source) : nil
    }
  }

  /// Recursion ends at the depth that `Limits` allows.
  private mutating func write(_ element: Element) {
    guard let number = builder.grammar.number(of: element.name), let tag = tags.popFirst() else {
      return builder.doubt()
    }
    builder.startElement(number, at: tag)
    if builder.isUnsure { return }
    for attribute in element.attributes {
      guard let number = builder.grammar.number(of: attribute.name) else { return builder.doubt() }
      var value = attribute.value
      value.withUTF8 { builder.attribute(number, $0, at: nil) }
    }
    builder.endAttributes()
    var hasChildren = false
    for child in element.children {
      hasChildren = true
      write(child)
    }
    if !hasChildren {
      var text = element.text
      text.withUTF8 { if !$0.isEmpty { builder.text($0, at: nil) } }
    }
    builder.endElement()
  }
}
