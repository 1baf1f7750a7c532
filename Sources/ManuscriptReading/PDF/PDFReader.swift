import Manuscript
import Source

/// Reads PDF files with a layer of text, by way of poppler's `pdftotext`.
///
/// Done: lines into paragraphs, headers and footers by their repetition, two columns, tables by their alignment,
/// hyphens at ends of lines; pages without text are losses. Not done: bold letters (the program does not tell them),
/// ruled lines of tables, notes at the foot, text in pictures.
struct PDFReader {
  let name: String
  let limits: Limits
  let form: DocumentForm

  static let package = "poppler-utils"

  func read(_ bytes: [UInt8], digest: String) throws(Refusal) -> Manuscript {
    let pages = try PDFPages.read(described(bytes), name: name, limits: limits)
    let blank = pages.indices.filter { pages[$0].lines.isEmpty }
    guard !pages.isEmpty else {
      throw Refusal(source: name, cause: ManuscriptFault.programFailed(kind: .pdf))
    }
    guard blank.count < pages.count else {
      throw Refusal(source: name, cause: ManuscriptFault.scan(pages: pages.count))
    }
    var layout = PDFLayout(form)
    let margins = PDFMargins(pages)
    for (index, page) in pages.enumerated() {
      layout.add(margins.body(of: page), width: page.width, number: index + 1)
    }
    layout.finish()
    var manuscript = Manuscript(source: name, digest: digest, format: .pdf, blocks: layout.blocks)
    manuscript.margins = margins.texts.map {
      Block(.paragraph, text: $0.text, place: ManuscriptPlace(page: $0.page))
    }
    manuscript.losses =
      layout.losses + blank.map { Loss(.pageWithoutText, place: ManuscriptPlace(page: $0 + 1)) }
    return manuscript
  }

  /// The pages as `pdftotext` describes them, from the first element on that is about them.
  private func described(_ bytes: [UInt8]) throws(Refusal) -> [UInt8] {
    guard let program = ForeignProgram("pdftotext", limits: limits.manuscript) else {
      throw Refusal(source: name, cause: ManuscriptFault.missingProgram(kind: .pdf, package: Self.package))
    }
    let output: [UInt8]
    do throws(ForeignProgram.Failure) {
      output = try program.run(
        ["-q", "-bbox-layout", "-enc", "UTF-8", "-", "-"], input: bytes, home: "/nonexistent")
    } catch {
      switch error {
      case .missing:
        throw Refusal(source: name, cause: ManuscriptFault.missingProgram(kind: .pdf, package: Self.package))
      case .overLimit: throw Refusal(source: name, cause: ManuscriptFault.programOverLimit(kind: .pdf))
      case .failed: throw Refusal(source: name, cause: ManuscriptFault.programFailed(kind: .pdf))
      }
    }
    // What stands before it names a DTD and the file's own claims about itself.
    guard let start = output.firstRange(of: Array("\n<doc>".utf8))?.lowerBound,
      let end = output.lastRange(of: Array("</doc>".utf8))
    else { throw Refusal(source: name, cause: ManuscriptFault.programFailed(kind: .pdf)) }
    // Fonts map signs to anything; XML has no control characters.
    return output[(start + 1)..<end.upperBound].map { $0 < 0x20 && $0 != 0x0A ? 0x20 : $0 }
  }
}

extension Array where Element == UInt8 {
  /// The last place of a piece.
  func lastRange(of piece: [UInt8]) -> Range<Int>? {
    var start = count - piece.count
    while start >= 0 {
      if self[start..<start + piece.count].elementsEqual(piece) { return start..<start + piece.count }
      start -= 1
    }
    return nil
  }
}
