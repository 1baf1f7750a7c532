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
    case unknownKey(String)
    case notLocal(String)
    case outsideFolder(String)
    case unreadableDocument(String)
    /// Anything rarer, by libxml2's XPath error number.
    case other(code: Int32)
  }
}
