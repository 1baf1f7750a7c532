import Source

/// Why a text is not XML that can be taken in: not well-formed (XML 1.0), of another kind than is asked for, or
/// built to be slow.
package enum MarkupFault: RefusalCause {
  case notXML
  case mismatchedTag(opened: String, line: Int, closed: String)
  /// The text ends here while something is open: an element, where it is known.
  case unfinished(element: String?, line: Int)
  case contentAfterRoot
  case undefinedEntity(String)
  case repeatedAttribute(String)
  case undeclaredPrefix(String)
  case illegalCharacter
  case nulByte
  case brokenTag
  case brokenReference
  /// An ampersand that begins no reference.
  case bareAmpersand
  case lessThanInValue
  case hyphensInComment
  /// A declaration `<?xml …?>` that is not the first thing in the text.
  case lateDeclaration
  /// A declaration without a version, with its parts in another order, or with unknown ones.
  case brokenDeclaration
  /// `]]>` outside a CDATA section.
  case endOfCDATA
  /// A declaration of a namespace that none may make.
  case brokenNamespace
  /// Anything rarer. The number is libxml2's and for those who look for the fault in the program; no person reads it.
  case other(code: Int32)
  case documentType
  case tooDeep(limit: Int)
  case tooManyAttributes(limit: Int)
  case textTooLong(limit: Int)
  case wrongRoot(found: String, foundNamespace: String?, expected: String, expectedNamespace: String)
}

extension MarkupFault {
  package var phrase: Phrase {
    switch self {
    case .notXML: Phrase("refusals.not-xml")
    case .mismatchedTag(let opened, let line, let closed):
      Phrase(
        "refusals.mismatched",
        [
          "opened": .text(Quoted.name(opened)), "line": .number(line), "closed": .text(Quoted.name(closed)),
        ])
    case .unfinished(let element?, let line):
      Phrase("refusals.unfinished-element", ["element": .text(Quoted.name(element)), "line": .number(line)])
    case .unfinished: Phrase("refusals.unfinished")
    case .contentAfterRoot: Phrase("refusals.content-after-root")
    case .undefinedEntity(let name): Phrase("refusals.entity", ["name": .text(Quoted.name(name))])
    case .repeatedAttribute(let name):
      Phrase("refusals.repeated-attribute", ["name": .text(Quoted.name(name))])
    case .undeclaredPrefix(let prefix): Phrase("refusals.prefix", ["prefix": .text(Quoted.name(prefix))])
    case .illegalCharacter: Phrase("refusals.character")
    case .nulByte: Phrase("refusals.nul")
    case .brokenTag: Phrase("refusals.broken-tag")
    case .brokenReference: Phrase("refusals.reference")
    case .bareAmpersand: Phrase("refusals.bare-ampersand")
    case .lessThanInValue: Phrase("refusals.less-than-in-value")
    case .hyphensInComment: Phrase("refusals.hyphens-in-comment")
    case .lateDeclaration: Phrase("refusals.late-declaration")
    case .brokenDeclaration: Phrase("refusals.broken-declaration")
    case .endOfCDATA: Phrase("refusals.end-of-cdata")
    case .brokenNamespace: Phrase("refusals.broken-namespace")
    case .other: Phrase("refusals.syntax")
    case .documentType: Phrase("refusals.document-type")
    case .tooDeep(let limit): Phrase("refusals.too-deep", ["limit": .number(limit)])
    case .tooManyAttributes(let limit): Phrase("refusals.too-many-attributes", ["limit": .number(limit)])
    case .textTooLong(let limit): Phrase("refusals.text-too-long", ["limit": .number(limit >> 20)])
    case .wrongRoot(let found, let foundNamespace, let expected, let namespace):
      Phrase(
        "refusals.root",
        [
          "found": .text(Quoted.name(found)),
          "namespace": foundNamespace.map { .text(Quoted.value($0)) } ?? .phrase(.nothing),
          "expected": .text(expected), "expectedNamespace": .text(namespace),
        ])
    }
  }
}

extension Phrase {
  /// In the place of a list or a name that is empty.
  static var nothing: Phrase { Phrase("refusals.nothing") }
}

/// Names and values of a document as a message quotes them: their beginning, since they can be megabytes.
enum Quoted {
  static func name(_ name: String) -> String { SafeText.of(name, limit: 60) }
  static func value(_ value: String) -> String { SafeText.of(value, limit: 120) }
}
