import Schematron
import XPath

extension XPathFault.Kind {
  var english: String {
    switch self {
    case .empty: "the expression is empty; write an XPath 1.0 expression"
    case .unexpected(let found):
      found.map { "“\($0)” may not stand here in XPath 1.0; check what comes before it" }
        ?? "the expression ends too early; complete it"
    case .expected(let wanted, let found):
      "“\(wanted)” is missing here" + (found.map { ", before “\($0)”" } ?? "") + "; add it"
    case .unfinishedLiteral: "this quotation mark is never closed; close it"
    case .unknownAxis(let name): "XPath 1.0 has no axis “\(name)”; check the name before ::"
    case .undeclaredPrefix(let prefix):
      "the prefix “\(prefix)” is not declared; add <ns prefix=\"\(prefix)\" uri=\"…\"/> to the schema"
    case .undefinedVariable(let name):
      "$\(name) is neither a variable in scope nor a parameter that the pattern gets; define it with let or param"
    case .unknownFunction(let name):
      "there is no function \(name)() in XPath 1.0 or in the query binding xslt; use one that there is"
    case .wrongArgumentCount(let function, let least, let most, let given):
      "\(function)() takes \(Self.range(least, most, or: "or more")) arguments, not \(given)"
    case .needsNodes: "this must select nodes, but it is a number, a text or a truth value"
    case .notInPattern(let what):
      "“\(what)” may not stand in a pattern (XSLT 1.0, 5.2); use child and attribute steps, conditions in [ ]"
    case .unreliableAxis(let axis):
      "\(axis):: from an attribute is not computed reliably; write ../descendant::… | ../\(axis)::…"
    case .tooDeep(let limit):
      "the expression is nested deeper or is longer than the limit of \(limit); split it with let"
    case .timeLimit(let seconds):
      "the rules took longer than \(Self.seconds(seconds)) s on this document and were stopped here; use key() instead of //"
    case .unknownKey(let name):
      "there is no key “\(name)”; add <xsl:key name=\"…\" match=\"…\" use=\"…\"/> to the schema"
    case .notLocal(let reference):
      "“\(reference)” is not a local file; nothing is ever fetched from a network"
    case .outsideFolder(let reference):
      "“\(reference)” lies outside the folders of the schema and of the document; move the file there"
    case .unreadableDocument(let reference):
      "“\(reference)” cannot be read as an XML document; check the path and the file"
    case .other(let code): "the expression cannot be evaluated (error \(code) of libxml2); check it here"
    }
  }

  static func range(_ least: Int, _ most: Int?, or more: String) -> String {
    guard let most else { return "\(least) \(more)" }
    return least == most ? "\(least)" : "\(least)–\(most)"
  }

  static func seconds(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
  }
}

extension SchematronFault {
  var english: String {
    switch self {
    case .unexpectedElement(let name, let parent): "<\(name)> may not stand in <\(parent)>; move or remove it"
    case .unexpectedText(let parent): "<\(parent)> may not hold text; put the text in an element of its own"
    case .missingAttribute(let name, let element): "<\(element)> lacks the attribute \(name); add it"
    case .conflictingAttributes(let first, let second): "\(first) and \(second) exclude each other; keep one"
    case .unsupportedQueryBinding(let binding):
      "the query binding “\(binding)” is not known here; only xslt (XPath 1.0) is"
    case .badName(let name): "“\(name)” is no name: letters, digits, . - _ and a letter first"
    case .repeated(let kind, let name): "there are two \(kind.english)s “\(name)”; rename one"
    case .variableCollision(let name):
      "$\(name) is already defined in the schema, phase, pattern or rule around this; rename one"
    case .variableCycle(let name): "the value of $\(name) depends on itself; break the circle"
    case .undefined(let kind, let name): "there is no \(kind.english) “\(name)”; check the name"
    case .notAbstract(let kind, let name):
      "the \(kind.english) “\(name)” is not abstract; add abstract=\"true\""
    case .isAbstract(let kind, let name):
      "the \(kind.english) “\(name)” is abstract; name one that uses it"
    case .cycle(let trail): "this includes or extends itself: \(trail.joined(separator: " → "))"
    case .tooDeep(let limit): "inclusions or extensions are nested deeper than \(limit); flatten them"
    case .tooLarge(let limit): "the schema grows beyond \(limit) elements by its own inclusions; reduce them"
    case .remote(let reference): "“\(reference)” is not a local file; nothing is ever fetched from a network"
    case .outsideFolder(let reference):
      "“\(reference)” lies outside the folder of the schema; move the file into it"
    case .unreadable(let reference): "there is no readable file “\(reference)”; check the path"
    case .noFragment(let reference):
      "“\(reference)”: the file has no element with this id; check the name after #"
    case .wrongFragment(let found, let expected): "this leads to <\(found)>, but <\(expected)> is needed"
    case .valueAndContent: "let has a value and content; keep one"
    case .noPatterns: "no pattern is active, so nothing would be checked; name another phase or add patterns"
    case .badFlag(let value): "“\(value)” is neither true nor false"
    }
  }
}

extension SchematronFault.Kind {
  fileprivate var english: String {
    switch self {
    case .phase: "phase"
    case .pattern: "pattern"
    case .rule: "abstract rule"
    case .diagnostic: "diagnostic"
    case .property: "property"
    case .namespace: "prefix"
    case .parameter: "parameter"
    }
  }
}
