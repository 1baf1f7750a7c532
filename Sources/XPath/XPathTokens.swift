/// The tokens of XPath 1.0 (W3C XPath 1.0, 3.7), with the places where they stand. libxml2 reports
/// some errors only when an expression is evaluated; a schema must be refused before that.
struct XPathToken: Equatable {
  enum Kind: Equatable {
    case symbol, operatorName, literal, number, variable, name, function, nodeType, axis, end
  }

  let kind: Kind
  let text: String
  /// Unicode scalars from the start of the expression.
  let start: Int
  let end: Int
}

struct XPathLexer {
  private let scalars: [Unicode.Scalar]
  private let text: String
  private var offset = 0
  private var tokens: [XPathToken] = []

  static func tokens(of text: String) throws(XPathFault) -> [XPathToken] {
    var lexer = XPathLexer(text: text)
    return try lexer.all()
  }

  private init(text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  private mutating func all() throws(XPathFault) -> [XPathToken] {
    while true {
      while let space = peek(0), Self.isSpace(space) { offset += 1 }
      guard let scalar = peek(0) else { break }
      try next(scalar)
    }
    add(.end, to: offset)
    return tokens
  }

  private mutating func next(_ scalar: Unicode.Scalar) throws(XPathFault) {
    switch scalar {
    case "'", "\"":
      guard let close = scalars[(offset + 1)...].firstIndex(of: scalar) else {
        throw XPathFault(.unfinishedLiteral, in: text, at: offset)
      }
      add(.literal, to: close + 1)
    case "0"..."9": number()
    case "." where peek(1).map(Self.isDigit) ?? false: number()
    case "$":
      let end = qualifiedName(from: offset + 1)
      guard end > offset + 1 else { throw unexpected(offset + 1) }
      add(.variable, to: end)
    case "*": add(followsOperand ? .operatorName : .name, to: offset + 1)
    case "/", ":", ".", "<", ">", "!":
      let pairs: Set<String> = ["//", "::", "..", "<=", ">=", "!="]
      let pair = peek(1).map { String(scalar) + String($0) } ?? ""
      if pairs.contains(pair) { return add(.symbol, to: offset + 2) }
      guard scalar != ":", scalar != "!" else { throw unexpected(offset) }
      add(.symbol, to: offset + 1)
    case "(", ")", "[", "]", "@", ",", "|", "+", "-", "=": add(.symbol, to: offset + 1)
    default:
      guard Self.startsName(scalar) else { throw unexpected(offset) }
      name()
    }
  }

  private mutating func number() {
    var end = offset
    while end < scalars.count, Self.isDigit(scalars[end]) { end += 1 }
    if end < scalars.count, scalars[end] == "." {
      end += 1
      while end < scalars.count, Self.isDigit(scalars[end]) { end += 1 }
    }
    add(.number, to: end)
  }

  /// The rules of XPath 1.0, 3.7 that tell names, operators, functions, node types and axes apart.
  private mutating func name() {
    let plain = plainName(from: offset)
    let word = string(offset, plain)
    if followsOperand, ["and", "or", "div", "mod"].contains(word) { return add(.operatorName, to: plain) }
    let end = qualifiedName(from: offset)
    var after = end
    while after < scalars.count, Self.isSpace(scalars[after]) { after += 1 }
    let types: Set<String> = ["comment", "text", "processing-instruction", "node"]
    if after < scalars.count, scalars[after] == "(" {
      add(types.contains(string(offset, end)) ? .nodeType : .function, to: end)
    } else if after + 1 < scalars.count, scalars[after] == ":", scalars[after + 1] == ":" {
      add(.axis, to: end)
    } else {
      add(.name, to: end)
    }
  }

  private var followsOperand: Bool {
    guard let last = tokens.last else { return false }
    switch last.kind {
    case .symbol: return [")", "]", ".", ".."].contains(last.text)
    case .operatorName: return false
    default: return true
    }
  }

  private func plainName(from start: Int) -> Int {
    var end = start
    while end < scalars.count, end == start ? Self.startsName(scalars[end]) : Self.continuesName(scalars[end])
    {
      end += 1
    }
    return end
  }

  /// A QName or `prefix:*`.
  private func qualifiedName(from start: Int) -> Int {
    let prefix = plainName(from: start)
    guard prefix > start, prefix + 1 < scalars.count, scalars[prefix] == ":", scalars[prefix + 1] != ":"
    else {
      return prefix
    }
    if scalars[prefix + 1] == "*" { return prefix + 2 }
    let local = plainName(from: prefix + 1)
    return local > prefix + 1 ? local : prefix
  }

  private mutating func add(_ kind: XPathToken.Kind, to end: Int) {
    tokens.append(XPathToken(kind: kind, text: string(offset, end), start: offset, end: end))
    offset = end
  }

  private func string(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return String(view)
  }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    offset + distance < scalars.count ? scalars[offset + distance] : nil
  }

  private func unexpected(_ place: Int) -> XPathFault {
    XPathFault(
      .unexpected(found: place < scalars.count ? String(scalars[place]) : nil), in: text, at: place)
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// NCName start (Namespaces in XML 1.0, 3; XML 1.0, 2.3).
  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: startsName(scalar)
    }
  }
}

extension String {
  /// An NCName (Namespaces in XML 1.0, 3): a name without a colon.
  package var isUncolonedName: Bool {
    guard let first = unicodeScalars.first, XPathLexer.startsName(first) else { return false }
    return unicodeScalars.allSatisfy(XPathLexer.continuesName)
  }
}
