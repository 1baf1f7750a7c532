import Source

/// Why a text is not XML that can be taken in: not well-formed (XML 1.0), of another kind than is asked for, or
/// built to be slow.
package enum MarkupFault: RefusalCause {
  case notXML
  case mismatchedTag(opened: String, line: Int, closed: String)
  case unfinished
  case contentAfterRoot
  case undefinedEntity(String)
  case repeatedAttribute(String)
  case undeclaredPrefix(String)
  case illegalCharacter
  case nulByte
  case brokenTag
  case brokenReference
  /// Anything rarer, by libxml2's error number.
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
        "refusals.mismatched", ["opened": .text(opened), "line": .number(line), "closed": .text(closed)])
    case .unfinished: Phrase("refusals.unfinished")
    case .contentAfterRoot: Phrase("refusals.content-after-root")
    case .undefinedEntity(let name): Phrase("refusals.entity", ["name": .text(name)])
    case .repeatedAttribute(let name): Phrase("refusals.repeated-attribute", ["name": .text(name)])
    case .undeclaredPrefix(let prefix): Phrase("refusals.prefix", ["prefix": .text(prefix)])
    case .illegalCharacter: Phrase("refusals.character")
    case .nulByte: Phrase("refusals.nul")
    case .brokenTag: Phrase("refusals.broken-tag")
    case .brokenReference: Phrase("refusals.reference")
    case .other(let code): Phrase("refusals.syntax", ["code": .number(Int(code))])
    case .documentType: Phrase("refusals.document-type")
    case .tooDeep(let limit): Phrase("refusals.too-deep", ["limit": .number(limit)])
    case .tooManyAttributes(let limit): Phrase("refusals.too-many-attributes", ["limit": .number(limit)])
    case .textTooLong(let limit): Phrase("refusals.text-too-long", ["limit": .number(limit >> 20)])
    case .wrongRoot(let found, let foundNamespace, let expected, let namespace):
      Phrase(
        "refusals.root",
        [
          "found": .text(found), "namespace": foundNamespace.map { .text($0) } ?? .phrase(.nothing),
          "expected": .text(expected), "expectedNamespace": .text(namespace),
        ])
    }
  }
}

extension Phrase {
  /// In the place of a list or a name that is empty.
  static var nothing: Phrase { Phrase("refusals.nothing") }
}
