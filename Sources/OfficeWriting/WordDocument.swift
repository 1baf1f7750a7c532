import Archives
import Source

/// A Word file made of paragraphs and tables, as administrative documents are set: A4, Times New Roman (Nghị định
/// 30/2020/NĐ-CP, Phụ lục I). The same content gives the same bytes.
package struct WordDocument {
  /// A piece of text in one look.
  package struct Run: Sendable {
    package let text: String
    package var isBold = false
    package var isItalic = false

    package init(_ text: String, isBold: Bool = false, isItalic: Bool = false) {
      (self.text, self.isBold, self.isItalic) = (text, isBold, isItalic)
    }
  }

  package enum Alignment: String, Sendable { case left, center, both, right }

  package struct Paragraph: Sendable {
    package let runs: [Run]
    package var alignment = Alignment.left
    /// Whether it stays on the page of what follows.
    package var isHeading = false

    package init(_ runs: [Run], _ alignment: Alignment = .left, isHeading: Bool = false) {
      (self.runs, self.alignment, self.isHeading) = (runs, alignment, isHeading)
    }

    package init(_ text: String, isBold: Bool = false, _ alignment: Alignment = .left) {
      self.init([Run(text, isBold: isBold)], alignment)
    }
  }

  package struct Table: Sendable {
    /// Widths of the columns in parts of the page's width.
    package let widths: [Int]
    package let rows: [[[Paragraph]]]
    package var hasBorders = true
    /// Whether the first row is said again on each page.
    package var hasHead = true

    package init(widths: [Int], rows: [[[Paragraph]]], hasBorders: Bool = true, hasHead: Bool = true) {
      (self.widths, self.rows, self.hasBorders, self.hasHead) = (widths, rows, hasBorders, hasHead)
    }
  }

  package enum Block: Sendable {
    case paragraph(Paragraph)
    case table(Table)
    case pageBreak
  }

  private let blocks: [Block]
  private let isLandscape: Bool
  private let title: String

  /// - Parameter title: what a list of files shows of it.
  package init(_ blocks: [Block], title: String, isLandscape: Bool = false) {
    (self.blocks, self.title, self.isLandscape) = (blocks, title, isLandscape)
  }

  /// - Throws: `ContainerFault` where there is no memory left to pack it.
  package func bytes() throws(ContainerFault) -> [UInt8] {
    try ZipWriting.container(of: [
      part("[Content_Types].xml", Self.types), part("_rels/.rels", Self.relations),
      part("docProps/core.xml", core), part("word/document.xml", document),
      part("word/_rels/document.xml.rels", Self.documentRelations), part("word/styles.xml", Self.styles),
      part("word/footer1.xml", Self.footer),
    ])
  }

  private func part(_ name: String, _ xml: String) -> ZipWriting.Part {
    ZipWriting.Part(
      name, Array((#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n" + xml).utf8))
  }

  // MARK: Body

  /// In twentieths of a point: A4, 2 cm above and below, 3 cm left and 1.5 cm right.
  private var width: Int { isLandscape ? 16_838 - 1_701 - 850 : 11_906 - 1_701 - 850 }

  private var document: String {
    let body = blocks.map(xml).joined()
    let (across, down) = isLandscape ? (16_838, 11_906) : (11_906, 16_838)
    let orientation = isLandscape ? " w:orient=\"landscape\"" : ""
    return """
      <w:document xmlns:w="\(Self.word)" xmlns:r="\(Self.office)"><w:body>\(body)<w:sectPr>\
      <w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="\(across)" w:h="\(down)"\(orientation)/>\
      <w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>\
      </w:sectPr></w:body></w:document>
      """
  }

  private func xml(_ block: Block) -> String {
    switch block {
    case .paragraph(let paragraph): WordMarkup.xml(paragraph)
    case .table(let table): WordMarkup.xml(table, width: width)
    case .pageBreak: "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
    }
  }

  // MARK: Parts that are always the same

  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  private static let types = """
    <Types xmlns="\(package)/content-types"><Default Extension="rels" \
    ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
    ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="\(type).document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="\(type).styles+xml"/><Override \
    PartName="/word/footer1.xml" ContentType="\(type).footer+xml"/><Override PartName="/docProps/core.xml" \
    ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
    """

  private static let relations = """
    <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" Type="\(office)/officeDocument" \
    Target="word/document.xml"/><Relationship Id="rId2" \
    Type="\(package)/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
    """

  private static let documentRelations = """
    <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" Type="\(office)/styles" \
    Target="styles.xml"/><Relationship Id="rId2" Type="\(office)/footer" Target="footer1.xml"/></Relationships>
    """

  private var core: String {
    """
    <cp:coreProperties xmlns:cp="\(Self.package)/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(XMLText.escaped(title))</dc:title>\
    <dc:creator>Khung</dc:creator></cp:coreProperties>
    """
  }

  private static let styles = """
    <w:styles xmlns:w="\(word)"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" \
    w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/>\
    <w:szCs w:val="24"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
    <w:spacing w:before="60" w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" \
    w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="table" w:default="1" \
    w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>\
    <w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>\
    <w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>
    """

  private static let footer = """
    <w:ftr xmlns:w="\(word)"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
    <w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\
    <w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>
    """
}
