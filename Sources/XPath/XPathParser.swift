import Source

/// Reads the grammar of XPath 1.0 by recursive descent. It builds no tree: libxml2 evaluates. It
/// finds errors with their places, before any document, and collects what a schema must check.
struct XPathParser {
  let text: String
  private let namespaces: [String: String]
  /// Prefixes that stand for others in this expression.
  private let aliases: [String: String]
  private let limits: Limits
  private let tokens: [XPathToken]
  private var index = 0
  private var depth = 0
  /// Where a relative path starts: at the context, or at the step whose predicate is being read.
  private var context = XPathSyntax.Origin.context
  private var predicates = 0
  /// Where the next step starts.
  private(set) var origin = XPathSyntax.Origin.context
  var syntax: XPathSyntax

  init(
    _ text: String, namespaces: [String: String], aliases: [String: String], limits: Limits
  ) throws(XPathFault) {
    self.text = text
    self.namespaces = namespaces
    self.aliases = aliases
    self.limits = limits
    tokens = try XPathLexer.tokens(of: text)
    syntax = XPathSyntax(text: text)
    if tokens.count == 1 { throw XPathFault(.empty, in: text, at: 0) }
    if tokens.count > limits.expression.tokens {
      throw XPathFault(.tooDeep(limit: limits.expression.tokens), in: text, at: 0)
    }
  }

  mutating func expression() throws(XPathFault) -> XPathSyntax {
    syntax.type = try ordered()
    if current.kind != .end { throw unexpected() }
    return syntax
  }

  // MARK: Tokens

  var current: XPathToken { tokens[index] }

  func isAt(_ symbols: String...) -> Bool {
    (current.kind == .symbol || current.kind == .operatorName) && symbols.contains(current.text)
  }

  mutating func advance() { if index + 1 < tokens.count { index += 1 } }

  mutating func take(_ symbol: String) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  mutating func require(_ symbol: String) throws(XPathFault) {
    guard take(symbol) else { throw fault(.expected(symbol, found: found)) }
  }

  var lastEnd: Int { index > 0 ? tokens[index - 1].end : 0 }

  private var found: String? { current.kind == .end ? nil : current.text }

  func unexpected() -> XPathFault { fault(.unexpected(found: found)) }

  func fault(_ kind: XPathFault.Kind, at offset: Int? = nil) -> XPathFault {
    XPathFault(kind, in: text, at: offset ?? current.start)
  }

  private mutating func nested<T>(
    _ body: (inout XPathParser) throws(XPathFault) -> T
  ) throws(XPathFault) -> T {
    depth += 1
    defer { depth -= 1 }
    if depth > limits.expression.depth { throw fault(.tooDeep(limit: limits.expression.depth)) }
    return try body(&self)
  }

  // MARK: Expressions (XPath 1.0, 3.1 to 3.5)

  private mutating func disjunction() throws(XPathFault) -> XPathType {
    var type = try conjunction()
    while take("or") {
      _ = try conjunction()
      type = .boolean
    }
    return type
  }

  private mutating func conjunction() throws(XPathFault) -> XPathType {
    var type = try comparison(relational: false)
    while take("and") {
      _ = try comparison(relational: false)
      type = .boolean
    }
    return type
  }

  private mutating func comparison(relational: Bool) throws(XPathFault) -> XPathType {
    let start = current.start
    let literal = literal(endingAt: "=", "!=")
    let steps = syntax.steps.count
    var type = relational ? try sum() : try comparison(relational: true)
    if !relational, type == .nodes, syntax.steps.count > steps, isAt("=", "!="),
      case .step(let step) = origin,
      tokens[index + 1].kind == .literal, !isArithmetic(tokens[index + 2])
    {
      record(tokens[index + 1], at: step)
    }
    while relational ? isAt("<", "<=", ">", ">=") : isAt("=", "!=") {
      let sign = current
      advance()
      let before = syntax.steps.count
      let right = relational ? try sum() : try comparison(relational: true)
      if let literal, right == .nodes, syntax.steps.count > before, case .step(let step) = origin {
        record(literal, at: step)
      }
      if Self.isOurs(type, right, relational) { call(sign.text, from: start, between: [sign]) }
      type = .boolean
    }
    return type
  }

  /// Whether a comparison is ours to make: where two node-sets may meet, and where a string becomes a number.
  private static func isOurs(_ left: XPathType, _ right: XPathType, _ relational: Bool) -> Bool {
    func isPlain(_ type: XPathType) -> Bool { type == .number || type == .boolean }
    if relational { return !isPlain(left) || !isPlain(right) }
    if left == .boolean || right == .boolean { return false }
    if left == .unknown || right == .unknown { return true }
    return left == .nodes && right == .nodes || (left == .number) != (right == .number)
  }

  /// The literal at which an operand starts, if it is the whole of it.
  private func literal(endingAt signs: String...) -> XPathToken? {
    guard current.kind == .literal, index + 1 < tokens.count, signs.contains(tokens[index + 1].text) else {
      return nil
    }
    return current
  }

  private func isArithmetic(_ token: XPathToken) -> Bool {
    token.kind == .operatorName && !["and", "or", "=", "!="].contains(token.text)
      || ["+", "-", "<", ">", "<=", ">="].contains(token.text)
  }

  private mutating func record(_ literal: XPathToken, at step: Int) {
    syntax.comparisons.append(
      .init(step: step, literal: String(literal.text.dropFirst().dropLast()), offset: literal.start))
  }

  private mutating func sum() throws(XPathFault) -> XPathType {
    let start = current.start
    var type = try product()
    if isAt("+", "-") { convert(type, to: .number, from: start) }
    while isAt("+", "-") {
      advance()
      let place = current.start
      convert(try product(), to: .number, from: place)
      type = .number
    }
    return type
  }

  private mutating func product() throws(XPathFault) -> XPathType {
    func isSign() -> Bool {
      current.kind == .operatorName && ["*", "div", "mod"].contains(current.text)
    }
    let start = current.start
    var type = try negation()
    if isSign() { convert(type, to: .number, from: start) }
    while isSign() {
      advance()
      let place = current.start
      convert(try negation(), to: .number, from: place)
      type = .number
    }
    return type
  }

  private mutating func negation() throws(XPathFault) -> XPathType {
    var isNegated = false
    while take("-") { isNegated = true }
    let place = current.start
    let type = try union()
    if isNegated { convert(type, to: .number, from: place) }
    return isNegated ? .number : type
  }

  private mutating func union() throws(XPathFault) -> XPathType {
    let start = current.start
    let type = try path()
    guard isAt("|") else { return type }
    var signs: [XPathToken] = []
    if !type.mayBeNodes { throw fault(.needsNodes, at: start) }
    while isAt("|") {
      signs.append(current)
      advance()
      let place = current.start
      if try !path().mayBeNodes { throw fault(.needsNodes, at: place) }
    }
    call("|", from: start, between: signs)
    // Several paths end in several places.
    origin = .unknown
    return .nodes
  }

  /// Turns what was just read into a call of `count` that carries out `operation`.
  private mutating func call(_ operation: String, from start: Int, between signs: [XPathToken] = []) {
    syntax.insertions.append(.init(offset: start, kind: .start, text: "count("))
    for sign in signs {
      syntax.insertions.append(
        .init(offset: sign.start, kind: .sign, text: ",", replacing: sign.end - sign.start))
    }
    syntax.insertions.append(.init(offset: lastEnd, kind: .end, text: ",'\(operation)')"))
  }

  /// Has what was just read converted by us where libxml2 would take a string for a number or write a number
  /// with an exponent.
  private mutating func convert(_ type: XPathType, to wanted: XPathType, from start: Int) {
    switch wanted {
    case .number where type != .number && type != .boolean: call("n", from: start)
    case .string where type == .number || type == .unknown: call("s", from: start)
    default: break
    }
  }

  /// An expression whose value libxml2 would put into document order: a whole, one in parentheses,
  /// or an argument.
  private mutating func ordered() throws(XPathFault) -> XPathType {
    let start = current.start
    let type = try disjunction()
    if type == .nodes { call(".", from: start) }
    return type
  }

  private mutating func path() throws(XPathFault) -> XPathType {
    let start = current.start
    guard var type = try primary() else {
      try locationPath()
      return .nodes
    }
    while isAt("[") {
      if !type.mayBeNodes { throw fault(.needsNodes, at: start) }
      try predicate(at: .unknown)
      type = .nodes
    }
    if isAt("/", "//") {
      if !type.mayBeNodes { throw fault(.needsNodes, at: start) }
      advance()
      origin = .unknown
      try relativePath(fromAttribute: false)
      type = .nodes
    }
    return type
  }

  private mutating func primary() throws(XPathFault) -> XPathType? {
    let token = current
    switch token.kind {
    case .literal:
      advance()
      return .string
    case .number:
      advance()
      if token.text.utf8.count > 15 {
        // libxml2 adds digits up one by one, and loses the last ones of a long number.
        syntax.insertions.append(
          .init(
            offset: token.start, kind: .start, text: "count('\(token.text)','n')",
            replacing: token.end - token.start))
      }
      return .number
    case .variable:
      advance()
      let name = String(token.text.dropFirst())
      syntax.variables.append(.init(name: name, offset: token.start))
      return .unknown
    case .function:
      let type = try call()
      // Paths in the arguments do not say what the function yields.
      origin = .unknown
      return type
    case .symbol where token.text == "(":
      advance()
      let type = try nested { parser throws(XPathFault) in try parser.ordered() }
      try require(")")
      return type
    default: return nil
    }
  }

  mutating func call() throws(XPathFault) -> XPathType {
    let token = current
    if XPathFunction.outsideBinding.contains(token.text) { throw fault(.outsideBinding(token.text)) }
    guard let function = XPathFunction.all[token.text] else {
      throw fault(.unknownFunction(token.text))
    }
    advance()
    try require("(")
    var literal: String?
    if current.kind == .literal, index + 1 < tokens.count, [",", ")"].contains(tokens[index + 1].text) {
      literal = String(current.text.dropFirst().dropLast())
    }
    syntax.functions.append(.init(name: token.text, offset: token.start, literal: literal))
    var count = 0
    let start = current.start
    while !isAt(")") {
      if count > 0, token.text == "concat", count % Self.joinedAtOnce == 0, isAt(",") {
        // Many texts are joined a few at a time, so that the bound on their length holds in between.
        syntax.insertions.append(.init(offset: start, kind: .start, text: "concat("))
        syntax.insertions.append(.init(offset: lastEnd, kind: .end, text: ")"))
      }
      if count > 0, !take(",") { try require(")") }
      let place = current.start
      let type = try nested { parser throws(XPathFault) in
        // The only function whose argument libxml2 leaves as it is.
        token.text == "count" ? try parser.disjunction() : try parser.ordered()
      }
      if count == 0, function.takesNodes, !type.mayBeNodes { throw fault(.needsNodes, at: place) }
      convert(type, to: count == 0 ? function.first : function.others, from: place)
      count += 1
    }
    advance()
    guard count >= function.least, count <= function.most ?? count else {
      throw fault(
        .wrongArgumentCount(
          function: token.text, least: function.least, most: function.most, given: count),
        at: token.start)
    }
    return function.result
  }

  private static let joinedAtOnce = 16

  // MARK: Location paths (XPath 1.0, 2)

  private mutating func locationPath() throws(XPathFault) {
    if take("/") {
      if startsStep {
        spellOutChild()
        origin = .root
        try relativePath(fromAttribute: false)
      }
      return
    }
    if isAt("//") {
      origin = .root
      descend()
      return try relativePath(fromAttribute: false)
    }
    origin = context
    if current.kind == .axis, Self.unreliableAxes.contains(current.text) {
      syntax.startsOnUnreliableAxis = .init(name: current.text, offset: current.start)
    }
    try relativePath(fromAttribute: false)
  }

  /// libxml2 2.9 takes a `/` for the root alone when a letter outside ASCII follows, as in
  /// `/đề-án`; with its axis spelled out the step is understood.
  mutating func spellOutChild() {
    guard current.kind == .name, current.text.unicodeScalars.first?.isASCII == false else { return }
    syntax.insertions.append(.init(offset: current.start, kind: .start, text: "child::"))
  }

  var startsStep: Bool {
    switch current.kind {
    case .name, .nodeType, .axis: true
    case .symbol: [".", "..", "@"].contains(current.text)
    default: false
    }
  }

  private static let axes: Set<String> = [
    "ancestor", "ancestor-or-self", "attribute", "child", "descendant", "descendant-or-self", "following",
    "following-sibling", "namespace", "parent", "preceding", "preceding-sibling", "self",
  ]
  private static let unreliableAxes: Set<String> = ["following"]

  private mutating func relativePath(fromAttribute: Bool) throws(XPathFault) {
    var isAttribute = try step(fromAttribute: fromAttribute)
    while isAt("/", "//") {
      let skips = isAt("//")
      if skips { descend() } else { advance() }
      isAttribute = try step(fromAttribute: isAttribute && !skips)
    }
  }

  /// Reads one step and says whether it leads to attributes.
  private mutating func step(fromAttribute: Bool) throws(XPathFault) -> Bool {
    let start = current.start
    if take(".") {
      record("self", "node()", at: start)
      return fromAttribute
    }
    if take("..") {
      record("parent", "node()", at: start)
      return false
    }
    var isAttribute = take("@")
    var axis = isAttribute ? "attribute" : "child"
    if !isAttribute, current.kind == .axis {
      guard Self.axes.contains(current.text) else { throw fault(.unknownAxis(current.text)) }
      if fromAttribute, Self.unreliableAxes.contains(current.text) {
        throw fault(.unreliableAxis(current.text))
      }
      axis = current.text
      isAttribute = axis == "attribute"
      advance()
      try require("::")
    }
    try nodeTest(along: axis)
    return isAttribute
  }

  /// Takes `//`, which stands for a step to all descendants.
  private mutating func descend() {
    record("descendant-or-self", "node()", at: current.start)
    advance()
  }

  private mutating func record(_ axis: String, _ test: String, at offset: Int) {
    syntax.steps.append(.init(axis: axis, test: test, offset: offset, from: origin, depth: predicates))
    origin = .step(syntax.steps.count - 1)
  }

  /// The start of a pattern's alternative: at the root, at any depth, or where nobody can tell.
  mutating func startAlternative(at start: XPathSyntax.Origin, anyDepth: Bool) {
    origin = start
    if anyDepth { record("descendant-or-self", "node()", at: current.start) }
  }

  /// Reads the test of a step with its predicates.
  mutating func nodeTest(along axis: String) throws(XPathFault) {
    let token = current
    try nodeTest()
    record(axis, token.kind == .nodeType ? token.text + "()" : token.text, at: token.start)
    let step = origin
    while isAt("[") { try predicate(at: step) }
    origin = step
  }

  private mutating func nodeTest() throws(XPathFault) {
    let token = current
    switch token.kind {
    case .name:
      if let colon = token.text.firstIndex(of: ":") {
        let prefix = String(token.text[..<colon])
        if let alias = aliases[prefix] {
          syntax.insertions.append(
            .init(
              offset: token.start, kind: .start, text: alias, replacing: prefix.unicodeScalars.count))
        } else if namespaces[prefix] == nil, prefix != "xml" {
          throw fault(.undeclaredPrefix(prefix))
        }
      }
      advance()
    case .nodeType:
      advance()
      try require("(")
      if token.text == "processing-instruction", current.kind == .literal { advance() }
      try require(")")
    default: throw unexpected()
    }
  }

  private mutating func predicate(at step: XPathSyntax.Origin) throws(XPathFault) {
    let outer = context
    context = step
    predicates += 1
    defer {
      context = outer
      predicates -= 1
    }
    try require("[")
    _ = try nested { parser throws(XPathFault) in try parser.disjunction() }
    try require("]")
  }
}
