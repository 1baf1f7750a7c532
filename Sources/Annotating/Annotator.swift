import Manuscript
import Source

/// Writes remarks into the city's own file; the file that was given stays as it is.
package struct Annotator {
  private let limits: Limits

  package init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Whether remarks can be written into a file of this kind.
  package static func canWrite(_ format: Manuscript.Format) -> Bool {
    switch format {
    case .word, .openDocument, .flatOpenDocument: true
    case .pdf, .text, .markdown, .converted: false
    }
  }

  /// - Parameters:
  ///   - bytes: the file from which the manuscript was read.
  ///   - day: the day whose law counts; remarks bear it.
  /// - Throws: `Refusal` when nothing can be written into it.
  package func annotated(
    _ bytes: [UInt8], of manuscript: Manuscript, with remarks: [Remark], day: CalendarDate
  ) throws(Refusal) -> AnnotatedFile {
    switch manuscript.format {
    case .word:
      return try WordAnnotator(source: manuscript.source, limits: limits)
        .annotated(bytes, with: remarks, date: day.description)
    case .openDocument:
      return try OpenDocumentAnnotator(source: manuscript.source, limits: limits)
        .annotated(bytes, with: remarks, date: day.description)
    case .flatOpenDocument:
      return try OpenDocumentAnnotator(source: manuscript.source, limits: limits)
        .annotatedFlat(bytes, with: remarks, date: day.description)
    case .pdf, .text, .markdown, .converted:
      throw Refusal(source: manuscript.source, cause: AnnotationFault.notWritable)
    }
  }
}

/// A file with remarks in it, and what its user has to know of it.
package struct AnnotatedFile {
  package let bytes: [UInt8]
  package let notices: [Notice]

  package enum Notice: Sendable, Equatable, Sayable {
    /// The signature of the file holds for the file that was given, not for this one.
    case signatureLost
    /// Its protection keeps people from settling the remarks.
    case protected

    package var phrase: Phrase {
      switch self {
      case .signatureLost: Phrase("answers.signature-lost")
      case .protected: Phrase("answers.protected")
      }
    }
  }
}
