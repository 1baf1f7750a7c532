/// Where in a document something stands, as exactly as its format can say: for a person first, then for a program
/// that opens the file again.
package struct ManuscriptPlace: Sendable, Equatable {
  /// The file, where a submission has several.
  package var file: String?
  /// The part of the container: `word/document.xml`; nil where the file is one text.
  package var part: String?
  /// The page, from 1, where the format knows it. Word notes the pages of its last layout; a reader's may differ.
  package var page: Int?
  /// The texts of the headings above, the highest first, as they are printed.
  package var headings: [String] = []
  /// The number of the block in the whole document, from 1, those in cells, notes and boxes counted.
  package var block = 0
  /// The number of the paragraph under its heading, from 1, empty ones not counted; 0 for a heading.
  package var paragraph = 0
  /// Row and column of the innermost table, from 1.
  package var row: Int?
  package var column: Int?
  /// The element of the part.
  package var element: ElementPath?
  /// Word's own name for a paragraph (`w14:paraId`), which outlives edits elsewhere.
  package var paragraphID: String?
  /// The line of a plain text, from 1.
  package var line: Int?

  package init(
    part: String? = nil, page: Int? = nil, row: Int? = nil, column: Int? = nil, element: ElementPath? = nil,
    paragraphID: String? = nil, line: Int? = nil
  ) {
    self.part = part
    self.page = page
    self.row = row
    self.column = column
    self.element = element
    self.paragraphID = paragraphID
    self.line = line
  }
}

/// An element by the numbers of children from the root: the child sequence of XPointer's `element()` scheme (W3C
/// Recommendation, 2003), which needs no prefixes and which every XML tool can follow.
package struct ElementPath: Sendable, Equatable, CustomStringConvertible {
  package let steps: [Int32]

  package init(_ steps: [Int32]) {
    self.steps = steps
  }

  package var description: String {
    var text = ""
    for step in steps { text += "/" + String(step) }
    return text
  }
}
