import XML

/// The names of OpenDocument (version 1.3, part 3) that a reader of text must know.
enum OpenDocumentName: String, CaseIterable {
  case unknown = ""
  case document, body, text, p, h, span, s, tab, list, a, note, table, frame, image, object, section,
    annotation
  case lineBreak = "line-break"
  case softPageBreak = "soft-page-break"
  case listItem = "list-item"
  case listHeader = "list-header"
  case noteCitation = "note-citation"
  case noteBody = "note-body"
  case annotationEnd = "annotation-end"
  case trackedChanges = "tracked-changes"
  case changedRegion = "changed-region"
  case deletion, insertion
  case changeStart = "change-start"
  case changeEnd = "change-end"
  case tableOfContent = "table-of-content"
  case hiddenText = "hidden-text"
  case hiddenParagraph = "hidden-paragraph"
  case ruby
  case rubyText = "ruby-text"
  case placeholder
  case checkbox
  case textBox = "text-box"
  case objectOLE = "object-ole"
  case title, desc, creator
  case tableHeaderRows = "table-header-rows"
  case tableRow = "table-row"
  case tableCell = "table-cell"
  case coveredTableCell = "covered-table-cell"
  case tableColumn = "table-column"
  case masterStyles = "master-styles"
  case header, footer
  case headerLeft = "header-left"
  case footerLeft = "footer-left"
  case headerFirst = "header-first"
  case footerFirst = "footer-first"
  case style
  case textProperties = "text-properties"
  case paragraphProperties = "paragraph-properties"
  case listStyle = "list-style"
  case outlineStyle = "outline-style"
  case listLevelNumber = "list-level-style-number"
  case listLevelBullet = "list-level-style-bullet"
  case outlineLevelStyle = "outline-level-style"
  case script
  case eventListeners = "event-listeners"
  // Attributes.
  case name, family
  case displayName = "display-name"
  case parentStyleName = "parent-style-name"
  case defaultOutlineLevel = "default-outline-level"
  case listStyleName = "list-style-name"
  case fontWeight = "font-weight"
  case fontStyle = "font-style"
  case display
  case textTransform = "text-transform"
  case fontName = "font-name"
  case textAlign = "text-align"
  case level
  case numFormat = "num-format"
  case numPrefix = "num-prefix"
  case numSuffix = "num-suffix"
  case displayLevels = "display-levels"
  case startValue = "start-value"
  case bulletChar = "bullet-char"
  case styleName = "style-name"
  case numListFormat = "num-list-format"
  case outlineLevel = "outline-level"
  case c
  case continueNumbering = "continue-numbering"
  case continueList = "continue-list"
  case id
  case noteClass = "note-class"
  case href
  case currentValue = "current-value"
  case columnsSpanned = "number-columns-spanned"
  case rowsSpanned = "number-rows-spanned"
  case columnsRepeated = "number-columns-repeated"
  case rowsRepeated = "number-rows-repeated"
  case isHidden = "is-hidden"
  case isListHeader = "is-list-header"
  case stringValue = "string-value"
  case changeID = "change-id"

  static let all = Array(allCases)

  init(_ number: Int) {
    self = number < 0 ? .unknown : Self.all[number]
  }

  var number: Int { Self.numbers[self] ?? -1 }
  private static let numbers = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
}

enum OpenDocumentSpace: Int {
  case none = -1
  case office, text, table, style, draw, fo, xlink, dc, loext, svg, xml, form

  static let addresses: [(address: String, number: Int)] = [
    (.office, "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    (.text, "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    (.table, "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    (.style, "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    (.draw, "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
    (.fo, "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    (.xlink, "http://www.w3.org/1999/xlink"),
    (.dc, "http://purl.org/dc/elements/1.1/"),
    (.loext, "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"),
    (.svg, "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    (.xml, "http://www.w3.org/XML/1998/namespace"),
    (.form, "urn:oasis:names:tc:opendocument:xmlns:form:1.0"),
  ].map { (space: OpenDocumentSpace, address) in (address, space.rawValue) }

  init(_ number: Int) {
    self = OpenDocumentSpace(rawValue: number) ?? .none
  }
}

extension MarkupTag {
  func property(_ name: OpenDocumentName, in space: OpenDocumentSpace) -> String? {
    attribute(name.number, in: space.rawValue)
  }
}
