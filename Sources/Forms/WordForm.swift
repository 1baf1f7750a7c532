import Archives
import Source

/// The form as a Word file (ISO/IEC 29500-1, transitional): an ordinary administrative document whose cells are content
/// controls, bound to a custom XML part that is the plan.
struct WordForm {
  private let document: FormDocument
  private var controls = 0
  private var isLying = false
  private var isFirst = true
  /// In twentieths of a point: A4 less the margins of the decree on records work.
  private var width: Int { isLying ? 14_286 : 9_354 }
  private static let store = "{7B6C1D52-2F0A-4B53-9C1E-6B0A5F3E2D41}"

  init(_ document: FormDocument) {
    self.document = document
  }

  /// - Throws: `ContainerFault`.
  static func bytes(_ document: FormDocument) throws(ContainerFault) -> [UInt8] {
    var form = WordForm(document)
    let body = form.body()
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    return try ZipWriting.container(
      of: [
        ("[Content_Types].xml", head + contentTypes),
        ("_rels/.rels", head + relations([(1, "officeDocument", "word/document.xml")])),
        ("word/document.xml", head + "<w:document \(names)><w:body>\(body)</w:body></w:document>"),
        (
          "word/_rels/document.xml.rels",
          head
            + relations([
              (1, "styles", "styles.xml"), (2, "header", "header1.xml"),
              (3, "customXml", "../customXml/item1.xml"),
            ])
        ), ("word/styles.xml", head + styles), ("word/header1.xml", head + header),
        ("customXml/item1.xml", document.store),
        ("customXml/_rels/item1.xml.rels", head + relations([(1, "customXmlProps", "itemProps1.xml")])),
        (
          "customXml/itemProps1.xml",
          head
            + "<ds:datastoreItem ds:itemID=\"\(store)\" xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs><ds:schemaRef ds:uri=\"urn:khung:master-plan:1\"/></ds:schemaRefs></ds:datastoreItem>"
        ),
      ].map { ZipWriting.Part($0.0, Array($0.1.utf8)) })
  }

  // MARK: Parts

  private static let names =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

  private static let contentTypes: String = {
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    var types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    types +=
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    types += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    for (part, type) in [
      ("document", "document.main+xml"), ("styles", "styles+xml"), ("header1", "header+xml"),
    ] {
      types += "<Override PartName=\"/word/\(part).xml\" ContentType=\"\(kind)\(type)\"/>"
    }
    types +=
      "<Override PartName=\"/customXml/itemProps1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.customXmlProperties+xml\"/>"
    return types + "</Types>"
  }()

  private static func relations(_ list: [(id: Int, type: String, target: String)]) -> String {
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + list.map { "<Relationship Id=\"rId\($0.id)\" Type=\"\(space)\($0.type)\" Target=\"\($0.target)\"/>" }
      .joined()
      + "</Relationships>"
  }

  private static let styles =
    "<w:styles \(names)><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"26\"/><w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Cell\"><w:name w:val=\"Cell\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:before=\"20\" w:after=\"20\"/></w:pPr><w:rPr><w:sz w:val=\"22\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>"

  private static let header =
    "<w:hdr \(names)><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>"

  // MARK: Body

  private mutating func body() -> String {
    var xml = ""
    for piece in document.pieces { xml += self.xml(piece) }
    return xml + pages()
  }

  /// What the pages up to here are: A4; 20, 15, 20 and 30 mm; no number on the first page.
  private mutating func pages() -> String {
    let size = isLying ? "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"" : "w:w=\"11906\" w:h=\"16838\""
    let first = isFirst ? "<w:titlePg/>" : ""
    isFirst = false
    return
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz \(size)/><w:pgMar w:top=\"1134\" w:right=\"851\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\(first)</w:sectPr>"
  }

  private mutating func xml(_ piece: FormDocument.Piece) -> String {
    switch piece {
    case .turn(let lying):
      let before = pages()
      isLying = lying
      return
        "<w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>\(before)</w:pPr></w:p>"
    case .sides(let left, let right, let rules): return sides(left, right, rules)
    case .title(let lines):
      return paragraph("", look: "")
        + lines.map { paragraph($0, look: "<w:jc w:val=\"center\"/>", run: "<w:b/><w:sz w:val=\"28\"/>") }
        .joined()
    case .part(let words): return paragraph(words, look: "<w:pStyle w:val=\"Heading1\"/>", run: "<w:b/>")
    case .section(let words): return paragraph(words, look: "<w:pStyle w:val=\"Heading2\"/>", run: "<w:b/>")
    case .note(let words):
      return paragraph(
        words, look: "<w:keepNext/><w:jc w:val=\"both\"/>",
        run: "<w:i/><w:color w:val=\"595959\"/><w:sz w:val=\"24\"/>")
    case .remark(let words):
      return paragraph(
        words, look: "<w:jc w:val=\"right\"/>", run: "<w:i/><w:color w:val=\"595959\"/><w:sz w:val=\"20\"/>")
    case .fields(let fields):
      let grid = [width * 38 / 100, width * 62 / 100]
      var rows = ""
      for field in fields {
        rows += row([cell(plain(field.label, run: ""), grid[0]), filled(field.cell, grid[1])])
      }
      return table(rows, grid) + gap
    case .table(let heads, let lines):
      let grid = FormDocument.widths(heads, of: width, number: 600, year: 760, day: 1_380)
      var rows = row(
        zip(heads, grid).map { cell(plain($0.text, run: "<w:b/>"), $1, centred: true) }, isHead: true)
      for line in lines {
        var cells: [String] = []
        for (one, width) in zip(line, grid) { cells.append(filled(one, width)) }
        rows += row(cells)
      }
      return table(rows, grid) + gap
    }
  }

  private var gap: String {
    "<w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>"
  }

  private func paragraph(_ text: String, look: String, run: String = "") -> String {
    "<w:p><w:pPr>\(look)</w:pPr>" + (text.isEmpty ? "" : self.run(text, run)) + "</w:p>"
  }

  private func run(_ text: String, _ properties: String) -> String {
    "<w:r>" + (properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>") + "<w:t xml:space=\"preserve\">"
      + XMLText.escaped(text) + "</w:t></w:r>"
  }

  private func plain(_ text: String, run properties: String) -> String { run(text, properties + Self.small) }

  private static let small = "<w:sz w:val=\"22\"/>"

  private func row(_ cells: [String], isHead: Bool = false) -> String {
    "<w:tr><w:trPr><w:cantSplit/>" + (isHead ? "<w:tblHeader/>" : "") + "</w:trPr>" + cells.joined()
      + "</w:tr>"
  }

  private func cell(_ content: String, _ width: Int, centred: Bool = false) -> String {
    cell([content], width, centred: centred)
  }

  /// A paragraph each.
  private func cell(_ contents: [String], _ width: Int, centred: Bool = false) -> String {
    "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>"
      + contents.map {
        "<w:p><w:pPr><w:pStyle w:val=\"Cell\"/>" + (centred ? "<w:jc w:val=\"center\"/>" : "") + "</w:pPr>"
          + $0
          + "</w:p>"
      }.joined() + "</w:tc>"
  }

  /// A cell that holds a value. One of several lines is no control: these break lines in ways of their own.
  private mutating func filled(_ one: FormDocument.Cell, _ width: Int) -> String {
    guard case .lines = one.kind else { return cell(control(one), width) }
    return one.isBlank
      ? cell(run(one.hint, Self.pale), width) : cell(one.lines.map { plain($0, run: "") }, width)
  }

  private static let pale = "<w:color w:val=\"808080\"/>" + small

  private func table(_ rows: String, _ grid: [Int], borders: Bool = true) -> String {
    let edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    }.joined()
    return "<w:tbl><w:tblPr><w:tblW w:w=\"\(width)\" w:type=\"dxa\"/>"
      + (borders ? "<w:tblBorders>\(edges)</w:tblBorders>" : "")
      + "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
      + grid.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>" + rows + "</w:tbl>"
  }

  private func sides(_ left: [FormDocument.Line], _ right: [FormDocument.Line], _ rules: Bool) -> String {
    let grid = rules ? [width * 40 / 100, width * 60 / 100] : [width / 2, width / 2]
    func lines(_ lines: [FormDocument.Line], centred: Bool) -> String {
      lines.map { line in
        line.isRule
          ? "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/></w:pBdr><w:spacing w:after=\"60\" w:line=\"60\" w:lineRule=\"exact\"/><w:ind w:left=\"1200\" w:right=\"1200\"/></w:pPr></w:p>"
          : paragraph(
            line.text, look: "<w:spacing w:after=\"0\"/>" + (centred ? "<w:jc w:val=\"center\"/>" : ""),
            run: (line.isBold ? "<w:b/>" : "") + (line.isItalic ? "<w:i/>" : "")
              + "<w:sz w:val=\"\(line.isSmall ? 22 : 24)\"/>")
      }.joined()
    }
    func side(_ width: Int, _ content: String) -> String {
      "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>\(content)</w:tc>"
    }
    return table(
      "<w:tr>" + side(grid[0], lines(left, centred: rules)) + side(grid[1], lines(right, centred: true))
        + "</w:tr>", grid,
      borders: false) + gap
  }

  // MARK: Content controls

  private mutating func control(_ cell: FormDocument.Cell) -> String {
    if case .number = cell.kind { return plain(cell.lines.first ?? "", run: "") }
    controls += 1
    var xml =
      "<w:sdt><w:sdtPr><w:alias w:val=\"\(attribute(cell.title))\"/><w:tag w:val=\"\(attribute(cell.name))\"/>"
    xml += "<w:id w:val=\"\(1_000 + controls)\"/>"
    if cell.isBlank { xml += "<w:showingPlcHdr/>" }
    if let path = cell.path {
      xml +=
        "<w:dataBinding w:prefixMappings=\"xmlns:m='urn:khung:master-plan:1'\" w:xpath=\"\(attribute(path))\" w:storeItemID=\"\(Self.store)\"/>"
    }
    switch cell.kind {
    case .number, .lines: break
    case .text: xml += "<w:text/>"
    case .day:
      let full = cell.stored.isEmpty ? "" : " w:fullDate=\"\(attribute(cell.stored))T00:00:00Z\""
      xml +=
        "<w:date\(full)><w:dateFormat w:val=\"dd/MM/yyyy\"/><w:lid w:val=\"vi-VN\"/><w:storeMappedDataAs w:val=\"date\"/><w:calendar w:val=\"gregorian\"/></w:date>"
    case .choice(let choices):
      xml +=
        "<w:dropDownList>"
        + choices.map {
          "<w:listItem w:displayText=\"\(attribute($0.shown))\" w:value=\"\(attribute($0.token))\"/>"
        }.joined()
        + "</w:dropDownList>"
    }
    xml += "</w:sdtPr><w:sdtContent>"
    if cell.isBlank {
      xml += run(cell.hint, Self.pale)
    } else {
      xml += run(cell.lines.joined(separator: " "), Self.small)
    }
    return xml + "</w:sdtContent></w:sdt>"
  }

  private func attribute(_ text: String) -> String { XMLText.escaped(text, attribute: true) }
}
