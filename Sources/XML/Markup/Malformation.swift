import CLibXML2
import Source

/// What libxml2's complaints about a text mean. Only numbers and parameters of an error are read, never its sentence;
/// what they leave open, the text itself tells at the place.
struct Malformation {
  private let source: SourceText

  init(_ source: SourceText) {
    self.source = source
  }

  /// The first fault, and those after it that do not come from it.
  func faults(of errors: [LibraryError]) -> [(position: Position, cause: any RefusalCause)] {
    var faults: [(position: Position, cause: any RefusalCause)] = []
    for error in errors {
      let position = Position(line: max(error.line, 1), column: max(error.column, 1))
      let cause = cause(of: error, at: position)
      // Behind a broken tag nobody knows what was meant; what stands in text or in a value leaves the rest as it is.
      guard faults.isEmpty || Self.isLocal(cause) else { break }
      // One sign can be complained about twice.
      let isNear = faults.last.map {
        $0.position.line == position.line && position.column - $0.position.column < 2
      }
      if isNear != true { faults.append((position, cause)) }
      guard Self.isLocal(cause) else { break }
    }
    return faults
  }

  private static func isLocal(_ cause: any RefusalCause) -> Bool {
    switch cause as? MarkupFault {
    case .undefinedEntity, .repeatedAttribute, .undeclaredPrefix, .bareAmpersand, .hyphensInComment: true
    default: false
    }
  }

  private func cause(of error: LibraryError, at position: Position) -> any RefusalCause {
    let code = xmlParserErrors(rawValue: UInt32(bitPattern: error.code))
    switch code {
    case XML_ERR_NO_MEMORY: return InputFault.outOfMemory
    case XML_ERR_DOCUMENT_EMPTY: return MarkupFault.notXML
    case XML_ERR_TAG_NAME_MISMATCH:
      return MarkupFault.mismatchedTag(opened: error.words[0], line: error.number, closed: error.words[1])
    case XML_ERR_TAG_NOT_FINISHED:
      return MarkupFault.unfinished(
        element: error.words[0].isEmpty ? nil : error.words[0], line: error.number)
    case XML_ERR_COMMENT_NOT_FINISHED where !isAtEnd(position): return MarkupFault.hyphensInComment
    case XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_CDATA_NOT_FINISHED, XML_ERR_PI_NOT_FINISHED,
      XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_LITERAL_NOT_FINISHED:
      return MarkupFault.unfinished(element: nil, line: 0)
    case XML_ERR_DOCUMENT_END: return MarkupFault.contentAfterRoot
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      return MarkupFault.undefinedEntity(error.words[0])
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED:
      return MarkupFault.repeatedAttribute(error.words[0])
    case XML_NS_ERR_UNDEFINED_NAMESPACE: return MarkupFault.undeclaredPrefix(error.words[0])
    case XML_NS_ERR_XML_NAMESPACE, XML_NS_ERR_QNAME, XML_NS_ERR_EMPTY, XML_NS_ERR_COLON:
      return MarkupFault.brokenNamespace
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING: return MarkupFault.illegalCharacter
    case XML_ERR_RESERVED_XML_NAME: return MarkupFault.lateDeclaration
    case XML_ERR_HYPHEN_IN_COMMENT: return MarkupFault.hyphensInComment
    case XML_ERR_MISPLACED_CDATA_END: return MarkupFault.endOfCDATA
    case XML_ERR_LT_IN_ATTRIBUTE: return MarkupFault.lessThanInValue
    case XML_ERR_VERSION_MISSING, XML_ERR_XMLDECL_NOT_STARTED, XML_ERR_XMLDECL_NOT_FINISHED,
      XML_ERR_STANDALONE_VALUE, XML_ERR_ENCODING_NAME, XML_ERR_UNKNOWN_VERSION, XML_ERR_VERSION_MISMATCH,
      XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_STRING_NOT_STARTED,
      XML_ERR_STRING_NOT_CLOSED:
      return MarkupFault.brokenDeclaration
    default: break
    }
    if isInDeclaration(position) { return MarkupFault.brokenDeclaration }
    if isAtEnd(position) { return MarkupFault.unfinished(element: nil, line: 0) }
    switch code {
    case XML_ERR_NAME_REQUIRED where isAfterAmpersand(position): return MarkupFault.bareAmpersand
    case XML_ERR_ENTITYREF_NO_NAME, XML_ERR_ENTITYREF_SEMICOL_MISSING: return MarkupFault.bareAmpersand
    case XML_ERR_GT_REQUIRED, XML_ERR_NAME_REQUIRED, XML_ERR_SPACE_REQUIRED, XML_ERR_LT_REQUIRED,
      XML_ERR_LTSLASH_REQUIRED, XML_ERR_EQUAL_REQUIRED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE,
      XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_PI_NOT_STARTED:
      return MarkupFault.brokenTag
    case XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_HEX_CHARREF:
      return MarkupFault.brokenReference
    default: return MarkupFault.other(code: error.code)
    }
  }

  /// The offset of a place, counted in bytes as libxml2 does.
  private func offset(_ position: Position) -> Int {
    var line = 1
    var index = 0
    while line < position.line, index < source.bytes.count {
      if source.bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    return min(index + position.column - 1, source.bytes.count)
  }

  private func isAtEnd(_ position: Position) -> Bool {
    source.bytes[offset(position)...].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  /// Whether the place is in `<?xml …?>` at the beginning of the text.
  private func isInDeclaration(_ position: Position) -> Bool {
    guard source.bytes.starts(with: "<?xml".utf8), source.bytes.count > 5, source.bytes[5] <= 0x20 else {
      return false
    }
    let end = source.bytes.firstIndex(of: UInt8(ascii: ">")) ?? source.bytes.count
    return offset(position) <= end
  }

  private func isAfterAmpersand(_ position: Position) -> Bool {
    let place = offset(position)
    return source.bytes[max(0, place - 1)..<min(place + 1, source.bytes.count)].contains(UInt8(ascii: "&"))
  }
}
