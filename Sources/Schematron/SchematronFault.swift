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
  /// 5.4.12: a rule extends an abstract rule of its own pattern only.
  case ruleOfAnotherPattern(String)
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

extension SchematronFault {
  package var phrase: Phrase {
    switch self {
    case .unexpectedElement(let name, let parent):
      Phrase("schematron.unexpected-element", ["name": .text(name), "parent": .text(parent)])
    case .unexpectedText(let parent):
      Phrase("schematron.unexpected-text", ["parent": .text(parent)])
    case .missingAttribute(let name, let element):
      Phrase("schematron.missing-attribute", ["name": .text(name), "element": .text(element)])
    case .conflictingAttributes(let first, let second):
      Phrase("schematron.conflicting-attributes", ["first": .text(first), "second": .text(second)])
    case .unsupportedQueryBinding(let binding):
      Phrase("schematron.unsupported-query-binding", ["binding": .text(binding)])
    case .badName(let name):
      Phrase("schematron.bad-name", ["name": .text(name)])
    case .repeated(let kind, let name):
      Phrase("schematron.repeated", ["kind": .phrase(kind.phrase), "name": .text(name)])
    case .variableCollision(let name):
      Phrase("schematron.variable-collision", ["name": .text(name)])
    case .variableCycle(let name):
      Phrase("schematron.variable-cycle", ["name": .text(name)])
    case .undefined(let kind, let name):
      Phrase("schematron.undefined", ["kind": .phrase(kind.phrase), "name": .text(name)])
    case .ruleOfAnotherPattern(let name):
      Phrase("schematron.rule-of-another-pattern", ["name": .text(name)])
    case .notAbstract(let kind, let name):
      Phrase("schematron.not-abstract", ["kind": .phrase(kind.phrase), "name": .text(name)])
    case .isAbstract(let kind, let name):
      Phrase("schematron.is-abstract", ["kind": .phrase(kind.phrase), "name": .text(name)])
    case .cycle(let trail):
      Phrase("schematron.cycle", ["trail": .text(trail.joined(separator: " → "))])
    case .tooDeep(let limit):
      Phrase("schematron.too-deep", ["limit": .number(limit)])
    case .tooLarge(let limit):
      Phrase("schematron.too-large", ["limit": .number(limit)])
    case .remote(let reference):
      Phrase("schematron.remote", ["reference": .text(reference)])
    case .outsideFolder(let reference):
      Phrase("schematron.outside-folder", ["reference": .text(reference)])
    case .unreadable(let reference):
      Phrase("schematron.unreadable", ["reference": .text(reference)])
    case .noFragment(let reference):
      Phrase("schematron.no-fragment", ["reference": .text(reference)])
    case .wrongFragment(let found, let expected):
      Phrase("schematron.wrong-fragment", ["found": .text(found), "expected": .text(expected)])
    case .valueAndContent: Phrase("schematron.value-and-content")
    case .noPatterns: Phrase("schematron.no-patterns")
    case .badFlag(let value):
      Phrase("schematron.bad-flag", ["value": .text(value)])
    }
  }
}

extension SchematronFault.Kind {
  fileprivate var phrase: Phrase {
    switch self {
    case .phase: Phrase("schematron.kind-phase")
    case .pattern: Phrase("schematron.kind-pattern")
    case .rule: Phrase("schematron.kind-rule")
    case .diagnostic: Phrase("schematron.kind-diagnostic")
    case .property: Phrase("schematron.kind-property")
    case .namespace: Phrase("schematron.kind-namespace")
    case .parameter: Phrase("schematron.kind-parameter")
    }
  }
}
