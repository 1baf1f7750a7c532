import Archives
import Source

/// The form as an OpenDocument text (ODF 1.3). Its cells are plain text: LibreOffice writes no values back into a
/// store; the plan lies in the file as a part of its own.
struct OpenDocumentForm {
  private let document: FormDocument
  private var tables = 0
  private var isLying = false

  init(_ document: FormDocument) {
    self.document = document
  }

  /// - Throws: `ContainerFault`.
  static func bytes(_ document: FormDocument) throws(ContainerFault) -> [UInt8] {
    var form = OpenDocumentForm(document)
    let body = form.body()
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    return try ZipWriting.container(
      of: [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
          "content.xml",
          head
            + "<office:document-content \(names) office:version=\"1.3\"><office:automatic-styles>\(form.columnStyles)\(automaticStyles)</office:automatic-styles><office:body><office:text>\(body)</office:text></office:body></office:document-content>"
        ), ("styles.xml", head + styles), ("khung/master-plan.xml", document.store),
        ("META-INF/manifest.xml", head + manifest),
      ].map { ZipWriting.Part($0.0, Array($0.1.utf8)) })
  }

  // MARK: Parts

  private static let names: String = {
    let spaces = [
      ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
      ("fo", "xsl-fo-compatible"),
    ]
    return spaces.map { "xmlns:\($0.0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0.1):1.0\"" }.joined(
      separator: " ")
  }()

  private static let manifest: String = {
    let parts = [
      ("/", "application/vnd.oasis.opendocument.text"), ("content.xml", "text/xml"),
      ("styles.xml", "text/xml"),
      ("khung/master-plan.xml", "text/xml"),
    ]
    return
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
      + parts.map { "<manifest:file-entry manifest:full-path=\"\($0.0)\" manifest:media-type=\"\($0.1)\"/>" }
      .joined()
      + "</manifest:manifest>"
  }()

  private static func paragraphStyle(_ name: String, _ paragraph: String, _ text: String) -> String {
    "<style:style style:name=\"\(name)\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties \(paragraph)/><style:text-properties \(text)/></style:style>"
  }

  private static func turn(_ name: String, _ page: String) -> String {
    "<style:style style:name=\"\(name)\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:master-page-name=\"\(page)\"><style:paragraph-properties fo:margin-bottom=\"0mm\"/><style:text-properties fo:font-size=\"2pt\"/></style:style>"
  }

  private static let bold = "fo:font-weight=\"bold\""
  private static let italic = "fo:font-style=\"italic\""

  private static let automaticStyles: String = {
    let tight = "fo:margin-bottom=\"0mm\""
    let centred = "fo:text-align=\"center\""
    return paragraphStyle(
      "Title", centred + " fo:margin-top=\"4mm\" fo:margin-bottom=\"3mm\"", bold + " fo:font-size=\"14pt\"")
      + paragraphStyle(
        "Note", "fo:text-align=\"justify\" fo:keep-with-next=\"always\"",
        italic + " fo:color=\"#595959\" fo:font-size=\"12pt\"")
      + paragraphStyle(
        "Remark", "fo:text-align=\"end\"", italic + " fo:color=\"#595959\" fo:font-size=\"10pt\"")
      + paragraphStyle("Cell", tight, "fo:font-size=\"11pt\"")
      + paragraphStyle("Hint", tight, "fo:font-size=\"11pt\" fo:color=\"#808080\"")
      + paragraphStyle("Head", tight + " " + centred, bold + " fo:font-size=\"11pt\"")
      + paragraphStyle("Gap", tight, "fo:font-size=\"5pt\"")
      + paragraphStyle(
        "Rule",
        "fo:margin-left=\"20mm\" fo:margin-right=\"20mm\" fo:margin-bottom=\"1mm\" fo:border-bottom=\"0.75pt solid #000000\"",
        "fo:font-size=\"2pt\"")
      + turn("TurnLying", "Lying") + turn("TurnStanding", "Standard")
      + paragraphStyle("Left", tight, "fo:font-size=\"11pt\"")
      + paragraphStyle("LeftBold", tight, bold + " " + italic + " fo:font-size=\"11pt\"")
      + paragraphStyle("Centre", tight + " " + centred, "fo:font-size=\"12pt\"")
      + paragraphStyle("CentreBold", tight + " " + centred, bold + " fo:font-size=\"12pt\"")
      + paragraphStyle("CentreItalic", tight + " " + centred, italic + " fo:font-size=\"12pt\"")
      + "<style:style style:name=\"Box\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"0.5pt solid #000000\" fo:padding=\"0.8mm\"/></style:style>"
      + "<style:style style:name=\"Bare\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"none\" fo:padding=\"0mm\"/></style:style>"
  }()

  private static let styles: String = {
    func heading(_ level: Int) -> String {
      "<style:style style:name=\"Heading_20_\(level)\" style:display-name=\"Heading \(level)\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:default-outline-level=\"\(level)\"><style:paragraph-properties fo:margin-top=\"\(level == 1 ? 4 : 3)mm\" fo:margin-bottom=\"1.5mm\" fo:keep-with-next=\"always\"/><style:text-properties \(bold)/></style:style>"
    }
    // A4; 20, 15, 20 and 30 mm, by the decree on records work.
    return
      "<office:document-styles \(names) office:version=\"1.3\"><office:styles><style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:margin-bottom=\"1.5mm\"/><style:text-properties style:font-name=\"Times New Roman\" fo:font-family=\"'Times New Roman'\" fo:font-size=\"13pt\" fo:language=\"vi\" fo:country=\"VN\"/></style:default-style><style:style style:name=\"Standard\" style:family=\"paragraph\"/>\(heading(1))\(heading(2))<style:style style:name=\"Number\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:text-align=\"center\"/></style:style></office:styles><office:automatic-styles><style:page-layout style:name=\"Page\"><style:page-layout-properties fo:page-width=\"210mm\" fo:page-height=\"297mm\" fo:margin-top=\"10mm\" fo:margin-bottom=\"20mm\" fo:margin-left=\"30mm\" fo:margin-right=\"15mm\"/><style:header-style><style:header-footer-properties fo:min-height=\"10mm\" fo:margin-bottom=\"2mm\"/></style:header-style></style:page-layout><style:page-layout style:name=\"LyingPage\"><style:page-layout-properties fo:page-width=\"297mm\" fo:page-height=\"210mm\" style:print-orientation=\"landscape\" fo:margin-top=\"10mm\" fo:margin-bottom=\"20mm\" fo:margin-left=\"30mm\" fo:margin-right=\"15mm\"/><style:header-style><style:header-footer-properties fo:min-height=\"10mm\" fo:margin-bottom=\"2mm\"/></style:header-style></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"Page\"><style:header><text:p text:style-name=\"Number\"><text:page-number/></text:p></style:header><style:header-first><text:p text:style-name=\"Number\"/></style:header-first></style:master-page><style:master-page style:name=\"Lying\" style:page-layout-name=\"LyingPage\"><style:header><text:p text:style-name=\"Number\"><text:page-number/></text:p></style:header></style:master-page></office:master-styles></office:document-styles>"
  }()

  // MARK: Body

  private var columnStyles = ""
  private var widths: [Int: String] = [:]

  private mutating func body() -> String {
    var xml = ""
    for piece in document.pieces { xml += self.xml(piece) }
    return xml
  }

  private func paragraph(_ text: String, _ style: String) -> String {
    "<text:p text:style-name=\"\(style)\">" + Self.escaped(text) + "</text:p>"
  }

  /// Runs of blanks are kept as elements of their own.
  private static func escaped(_ text: String) -> String {
    var result = ""
    var blanks = 0
    func flush() {
      if blanks > 0 { result += " " }
      if blanks > 1 { result += "<text:s text:c=\"\(blanks - 1)\"/>" }
      blanks = 0
    }
    for scalar in text.unicodeScalars {
      if scalar == " " {
        blanks += 1
      } else {
        flush()
        result += XMLText.escaped(String(scalar))
      }
    }
    flush()
    return result
  }

  private mutating func xml(_ piece: FormDocument.Piece) -> String {
    switch piece {
    case .turn(let lying):
      isLying = lying
      return paragraph("", lying ? "TurnLying" : "TurnStanding")
    case .sides(let left, let right, let rules):
      func lines(_ lines: [FormDocument.Line], centred: Bool) -> String {
        lines.map { line in
          line.isRule
            ? paragraph("", "Rule")
            : paragraph(
              line.text,
              centred
                ? (line.isBold ? "CentreBold" : line.isItalic ? "CentreItalic" : "Centre")
                : (line.isBold ? "LeftBold" : "Left"))
        }.joined()
      }
      return table(
        rules ? [40, 60] : [50, 50],
        row([cell(lines(left, centred: rules), "Bare"), cell(lines(right, centred: true), "Bare")]))
    case .title(let lines): return lines.map { paragraph($0, "Title") }.joined()
    case .part(let words): return heading(words, 1)
    case .section(let words): return heading(words, 2)
    case .note(let words): return paragraph(words, "Note")
    case .remark(let words): return paragraph(words, "Remark")
    case .fields(let fields):
      return table(
        [38, 62],
        fields.map { row([cell(paragraph($0.label, "Cell"), "Box"), cell(content($0.cell), "Box")]) }.joined()
      )
    case .table(let heads, let rows):
      let head = row(heads.map { cell(paragraph($0.text, "Head"), "Box") })
      return table(
        FormDocument.widths(heads, of: isLying ? 2_520 : 1_650, number: 100, year: 130, day: 240),
        "<table:table-header-rows>\(head)</table:table-header-rows>"
          + rows.map { row($0.map { cell(content($0), "Box") }) }.joined())
    }
  }

  private func heading(_ words: String, _ level: Int) -> String {
    "<text:h text:style-name=\"Heading_20_\(level)\" text:outline-level=\"\(level)\">" + Self.escaped(words)
      + "</text:h>"
  }

  private func content(_ cell: FormDocument.Cell) -> String {
    if case .number = cell.kind { return paragraph(cell.lines.first ?? "", "Cell") }
    return cell.isBlank ? paragraph(cell.hint, "Hint") : cell.lines.map { paragraph($0, "Cell") }.joined()
  }

  private func row(_ cells: [String]) -> String {
    "<table:table-row>" + cells.joined() + "</table:table-row>"
  }

  private func cell(_ content: String, _ style: String) -> String {
    "<table:table-cell table:style-name=\"\(style)\" office:value-type=\"string\">\(content)</table:table-cell>"
  }

  /// The width of the page less its margins, in the proportions given.
  private mutating func table(_ weights: [Int], _ rows: String) -> String {
    tables += 1
    let sum = max(1, weights.reduce(0, +))
    let whole = isLying ? 2_520 : 1_650
    var columns = ""
    columnStyles +=
      "<style:style style:name=\"T\(tables)\" style:family=\"table\"><style:table-properties style:width=\"\(whole / 10)mm\" table:align=\"left\"/></style:style>"
    for weight in weights {
      let tenths = whole * weight / sum
      let name = widths[tenths] ?? "W\(tenths)"
      if widths[tenths] == nil {
        widths[tenths] = name
        columnStyles +=
          "<style:style style:name=\"\(name)\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"\(tenths / 10).\(tenths % 10)mm\"/></style:style>"
      }
      columns += "<table:table-column table:style-name=\"\(name)\"/>"
    }
    return
      "<table:table table:name=\"T\(tables)\" table:style-name=\"T\(tables)\">\(columns)\(rows)</table:table>"
      + paragraph("", "Gap")
  }
}
