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
