/// The city's own document as blocks in reading order, whatever wrote it. It knows no law and makes no input or
/// output; `ManuscriptReading` makes one of bytes, recognition looks for facts in it.
package struct Manuscript: Sendable, Equatable {
  /// The file as its user named it.
  package let source: String
  /// SHA-256 of the bytes that were read.
  package let digest: String
  package let format: Format
  /// The files of a submission of several, in their order; none where the manuscript is one file.
  package var files: [File] = []
  /// Headings, paragraphs, tables, notes and text boxes, in reading order.
  package var blocks: [Block]
  /// Headers and footers of the pages: no part of the plan.
  package var margins: [Block]
  /// What its readers wrote beside it: never the city's own words.
  package var comments: [Comment]
  /// What was not read, or read otherwise than it stands in the file, in the order of its place.
  package var losses: [Loss]

  package init(
    source: String, digest: String, format: Format, blocks: [Block] = [], margins: [Block] = [],
    comments: [Comment] = [], losses: [Loss] = []
  ) {
    self.source = source
    self.digest = digest
    self.format = format
    self.blocks = blocks
    self.margins = margins
    self.comments = comments
    self.losses = losses
  }

  /// One file of a submission.
  package struct File: Sendable, Equatable {
    package let source: String
    package let digest: String
    package let format: Format
  }

  /// What kind of file it was, by its content.
  package enum Format: String, Sendable, CaseIterable {
    case word
    case openDocument = "open-document"
    case flatOpenDocument = "flat-open-document"
    case pdf, text, markdown
    /// Old Word and RTF, by way of LibreOffice.
    case converted
  }

  /// A remark of a reader of the file, and the place that it is about.
  package struct Comment: Sendable, Equatable {
    package let author: String?
    package let text: String
    package var place: ManuscriptPlace

    /// The author of remarks that the program itself wrote into the file: they are no word of a reader, and a second
    /// reading passes over them.
    package static let ownAuthor = "Khung"

    package init(author: String?, text: String, place: ManuscriptPlace) {
      self.author = author
      self.text = text
      self.place = place
    }
  }

  /// Whether nothing in it can be read: a scan, an empty form.
  package var isWithoutWords: Bool { !blocks.contains { $0.hasWords } }

  /// Visits all blocks in reading order, those in cells, notes and text boxes behind the block that holds them.
  package func forEachBlock(_ visit: (Block) -> Void) {
    for block in blocks { block.visit(visit) }
  }
}
