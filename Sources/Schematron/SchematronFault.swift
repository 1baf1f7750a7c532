import Source

/// Ways in which a schema breaks ISO/IEC 19757-3, apart from its expressions.
package enum SchematronFault: RefusalCause {
  case unexpectedElement(String, parent: String)
  case unexpectedText(parent: String)
  case missingAttribute(String, element: String)
  case conflictingAttributes(String, String)
  case unsupportedQueryBinding(String)
  case badName(String)
  case repeated(kind: Kind, name: String)
  /// 5.4.5: a variable is defined twice where both definitions are in scope.
  case variableCollision(String)
  case variableCycle(String)
  case undefined(kind: Kind, name: String)
  /// A pattern or rule that is concrete where an abstract one is needed, or the reverse.
  case notAbstract(kind: Kind, name: String)
  case isAbstract(kind: Kind, name: String)
  case cycle([String])
  case tooDeep(limit: Int)
  case tooLarge(limit: Int)
  case remote(String)
  case outsideFolder(String)
  case unreadable(String)
  case noFragment(String)
  case wrongFragment(found: String, expected: String)
  case valueAndContent
  case noPatterns
  case badFlag(String)

  package enum Kind: Sendable, Equatable {
    case phase, pattern, rule, diagnostic, property, namespace, parameter
  }
}
