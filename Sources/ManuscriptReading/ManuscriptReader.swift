import Manuscript
import Source

/// Makes a manuscript of the bytes of a file, whatever format they have. The format is told by the content: names of
/// files lie.
package struct ManuscriptReader: Sendable {
  private let limits: Limits

  package init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file as its user named it; it is repeated and never believed.
  /// - Throws: `Refusal` when it is no document that can be read: what it is, and what to do.
  package func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> Manuscript {
    let digest = ContentDigest.sha256(bytes)
    let form = try DocumentForm.builtIn()
    var manuscript: Manuscript
    switch try FormatFinder(name: name, limits: limits).format(of: bytes) {
    case .word: manuscript = try WordReader(name: name, limits: limits).read(bytes, digest: digest)
    case .openDocument:
      manuscript = try OpenDocumentReader(name: name, limits: limits).read(bytes, digest: digest)
    case .flatOpenDocument:
      manuscript = try OpenDocumentReader(name: name, limits: limits).readFlat(bytes, digest: digest)
    case .text, .markdown:
      manuscript = PlainTextReader(name: name, form: form, limits: limits).read(
        try SourceText(name: name, stored: bytes, digest: digest), digest: digest)
    case .pdf: manuscript = try PDFReader(name: name, limits: limits, form: form).read(bytes, digest: digest)
    case .converted: manuscript = try ConvertedReader(name: name, limits: limits).read(bytes, digest: digest)
    }
    guard !manuscript.isWithoutWords else {
      throw Refusal(source: name, cause: ManuscriptFault.noWords)
    }
    FormReader(form).settle(&manuscript.blocks)
    manuscript.settlePlaces()
    return manuscript
  }
}
