import Source

/// What is wrong with an XPath expression, and where in it. A fault is a property of the schema or
/// of the run, never a finding about a document.
package struct XPathFault: Error, Sendable, Equatable {
  package let kind: Kind
  package let expression: String
  /// Where in `expression`, in Unicode scalars from 0; nil when no place can be named.
  package let offset: Int?

  package init(_ kind: Kind, in expression: String, at offset: Int?) {
    self.kind = kind
    self.expression = expression
    self.offset = offset
  }

  package enum Kind: Error, RefusalCause {
    /// Nothing but white space.
    case empty
    /// Something else must stand here; `found` is nil at the end.
    case unexpected(found: String?)
    case expected(String, found: String?)
    case unfinishedLiteral
    case unknownAxis(String)
    case undeclaredPrefix(String)
    case undefinedVariable(String)
    case unknownFunction(String)
    case wrongArgumentCount(function: String, least: Int, most: Int?, given: Int)
    /// The operand can never be a node-set.
    case needsNodes
    /// The construct has no place in a pattern (XSLT 1.0, 5.2).
    case notInPattern(String)
    /// `@a/following::*`: libxml2 computes it wrongly, so it is refused rather than believed.
    case unreliableAxis(String)
    case tooDeep(limit: Int)
    case timeLimit(seconds: Double)
    case stepLimit(steps: Int)
    /// A text, or all that the variables hold, in bytes.
    case textLimit(bytes: Int)
    case memory
    /// XSLT 1.0 has the function, the binding of Schematron has no use for it.
    case outsideBinding(String)
    /// The second argument of `format-number()`.
    case badPicture(String)
    case unknownKey(String)
    case notLocal(String)
    case outsideFolder(String)
    case unreadableDocument(String)
    /// Anything rarer, by libxml2's XPath error number: for whoever looks into the program, not for people.
    case other(code: Int32)
  }
}

extension XPathFault.Kind {
  package var phrase: Phrase {
    switch self {
    case .empty: Phrase("schematron.xpath-empty")
    case .unexpected(nil): Phrase("schematron.xpath-ends-early")
    case .unexpected(let found?): Phrase("schematron.xpath-unexpected", ["found": .text(found)])
    case .expected(let wanted, nil): Phrase("schematron.xpath-expected", ["wanted": .text(wanted)])
    case .expected(let wanted, let found?):
      Phrase("schematron.xpath-expected-before", ["wanted": .text(wanted), "found": .text(found)])
    case .unfinishedLiteral: Phrase("schematron.xpath-unfinished-literal")
    case .unknownAxis(let name):
      Phrase("schematron.xpath-unknown-axis", ["name": .text(name)])
    case .undeclaredPrefix(let prefix):
      Phrase("schematron.xpath-undeclared-prefix", ["prefix": .text(prefix)])
    case .undefinedVariable(let name):
      Phrase("schematron.xpath-undefined-variable", ["name": .text(name)])
    case .unknownFunction(let name):
      Phrase("schematron.xpath-unknown-function", ["name": .text(name)])
    case .wrongArgumentCount(let function, let least, let most, let given):
      Phrase(
        "schematron.xpath-argument-count",
        ["function": .text(function), "range": Self.range(least, most), "given": .number(given)])
    case .needsNodes: Phrase("schematron.xpath-needs-nodes")
    case .notInPattern(let what):
      Phrase("schematron.xpath-not-in-pattern", ["what": .text(what)])
    case .unreliableAxis(let axis):
      Phrase("schematron.xpath-unreliable-axis", ["axis": .text(axis)])
    case .tooDeep(let limit):
      Phrase("schematron.xpath-too-deep", ["limit": .number(limit)])
    case .timeLimit(let seconds):
      Phrase("schematron.xpath-time-limit", ["seconds": .text(Self.digits(seconds))])
    case .unknownKey(let name):
      Phrase("schematron.xpath-unknown-key", ["name": .text(name)])
    case .notLocal(let reference):
      Phrase("schematron.xpath-not-local", ["reference": .text(reference)])
    case .outsideFolder(let reference):
      Phrase("schematron.xpath-outside-folder", ["reference": .text(reference)])
    case .unreadableDocument(let reference):
      Phrase("schematron.xpath-unreadable-document", ["reference": .text(reference)])
    case .stepLimit(let steps):
      Phrase("schematron.xpath-step-limit", ["steps": .number(steps)])
    case .textLimit(let bytes):
      Phrase("schematron.xpath-text-limit", ["limit": .number(bytes)])
    case .memory: Phrase("schematron.xpath-memory")
    case .outsideBinding(let name):
      Phrase("schematron.xpath-outside-binding", ["name": .text(name)])
    case .badPicture(let picture):
      Phrase("schematron.xpath-bad-picture", ["picture": .text(picture)])
    case .other:
      Phrase("schematron.xpath-other")
    }
  }

  private static func range(_ least: Int, _ most: Int?) -> Phrase.Argument {
    guard let most else { return .phrase(Phrase("schematron.xpath-at-least", ["least": .number(least)])) }
    return .text(least == most ? "\(least)" : "\(least)–\(most)")
  }

  private static func digits(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
  }
}
