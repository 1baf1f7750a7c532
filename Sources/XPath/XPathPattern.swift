extension XPathParser {
  /// A pattern (XSLT 1.0, 5.2): alternatives of steps along `child` and `attribute`, each perhaps
  /// anchored at the root, at a key or at an identifier.
  mutating func pattern() throws(XPathFault) -> XPathSyntax {
    repeat {
      let start = current.start
      let isAnchored = try alternative()
      syntax.alternatives.append(.init(start: start, end: lastEnd, isAnchored: isAnchored))
    } while take("|")
    if current.kind != .end { throw notInPattern() }
    if let call = syntax.functions.first(where: { $0.name == "current" }) {
      throw fault(.notInPattern("current()"), at: call.offset)
    }
    syntax.type = .nodes
    return syntax
  }

  /// Reads one alternative and says whether it is anchored.
  private mutating func alternative() throws(XPathFault) -> Bool {
    if current.kind == .function, ["key", "id"].contains(current.text) {
      _ = try call()
      startAlternative(at: .unknown, anyDepth: false)
      if isAt("/", "//") {
        advance()
        try steps()
      }
      return true
    }
    if take("/") {
      if startsStep {
        spellOutChild()
        startAlternative(at: .root, anyDepth: false)
        try steps()
      }
      return true
    }
    let isAnchored = take("//")
    startAlternative(at: .root, anyDepth: true)
    try steps()
    return isAnchored
  }

  private mutating func steps() throws(XPathFault) {
    try patternStep()
    while isAt("/", "//") {
      if isAt("//") { startAlternative(at: origin, anyDepth: true) }
      advance()
      try patternStep()
    }
  }

  private mutating func patternStep() throws(XPathFault) {
    var axis = "child"
    if current.kind == .axis {
      guard ["child", "attribute"].contains(current.text) else { throw notInPattern() }
      axis = current.text
      advance()
      try require("::")
    } else if take("@") {
      axis = "attribute"
    } else if current.kind != .name, current.kind != .nodeType {
      throw notInPattern()
    }
    try nodeTest(along: axis)
  }

  private func notInPattern() -> XPathFault {
    current.kind == .end ? unexpected() : fault(.notInPattern(current.text))
  }
}
