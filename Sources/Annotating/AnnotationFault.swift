import Source

/// Why nothing can be written into a city's own document. In the words of who has only the file.
package enum AnnotationFault: RefusalCause {
  /// A PDF, a text: nothing that remarks can be written into.
  case notWritable
  /// Its text is not in UTF-8.
  case otherEncoding
  /// The place of a remark is not in the file.
  case noParagraph

  package var phrase: Phrase {
    switch self {
    case .notWritable: Phrase("refusals.annotation-not-writable")
    case .otherEncoding: Phrase("refusals.annotation-encoding")
    case .noParagraph: Phrase("refusals.annotation-no-paragraph")
    }
  }
}
