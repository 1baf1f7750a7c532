/// Makes small Word files for tests: a body in WordprocessingML and what else a test wants.
package struct WordFile {
  package static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  package static let declarations = """
    xmlns:w="\(namespace)" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
    """

  package var body: String
  package var styles = ""
  package var numbering = ""
  package var footnotes = ""
  /// Text of a store of values and its id.
  package var store: (id: String, xml: String)?
  package var relationships = ""
  package var main = "word/document.xml"
  /// A change of the parts before they are packed.
  package var edit: (_ name: String, _ text: String) -> String? = { _, text in text }
  package var further: [ZipFile.Entry] = []

  package init(_ body: String) {
    self.body = body
  }

  package var bytes: [UInt8] { ZipFile(entries).bytes }

  package var entries: [ZipFile.Entry] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    let steps = main.split(separator: "/").map(String.init)
    let folder = steps.dropLast().joined(separator: "/")
    func relation(_ id: String, _ type: String, _ target: String) -> String {
      #"<Relationship Id="\#(id)" Type="\#(office)/\#(type)" Target="\#(target)"/>"#
    }
    var parts: [(String, String)] = [
      (
        "[Content_Types].xml",
        """
        <Types xmlns="\(package)/content-types"><Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
        ContentType="application/xml"/><Default Extension="html" ContentType="text/html"/><Override \
        PartName="/\(main)" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """
      ),
      (
        "_rels/.rels",
        #"<Relationships xmlns="\#(package)/relationships">\#(relation("r1", "officeDocument", main))</Relationships>"#
      ),
      (main, "<w:document \(Self.declarations)><w:body>\(body)</w:body></w:document>"),
      ("\(folder)/styles.xml", "<w:styles \(Self.declarations)>\(styles)</w:styles>"),
      ("\(folder)/numbering.xml", "<w:numbering \(Self.declarations)>\(numbering)</w:numbering>"),
      ("\(folder)/footnotes.xml", "<w:footnotes \(Self.declarations)>\(footnotes)</w:footnotes>"),
    ]
    var relations =
      relation("rS", "styles", "styles.xml") + relation("rN", "numbering", "numbering.xml")
      + relation("rF", "footnotes", "footnotes.xml") + relationships
    if let store {
      relations += relation("rC", "customXml", "../customXml/item1.xml")
      parts.append(("customXml/item1.xml", store.xml))
      parts.append(
        (
          "customXml/_rels/item1.xml.rels",
          #"<Relationships xmlns="\#(package)/relationships">\#(relation("r1", "customXmlProps", "itemProps1.xml"))</Relationships>"#
        ))
      parts.append(
        (
          "customXml/itemProps1.xml",
          #"<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="\#(store.id)"/>"#
        ))
    }
    parts.append(
      (
        "\(folder)/_rels/\(steps.last ?? "").rels",
        #"<Relationships xmlns="\#(package)/relationships">\#(relations)</Relationships>"#
      ))
    return parts.compactMap { name, text in edit(name, head + text).map { ZipFile.Entry(name, $0) } }
      + further
  }

  // MARK: Pieces of a body

  package static func run(_ text: String, _ properties: String = "") -> String {
    let rPr = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return #"<w:r>\#(rPr)<w:t xml:space="preserve">\#(escaped)</w:t></w:r>"#
  }

  package static func paragraph(_ text: String, bold: Bool = false, _ properties: String = "") -> String {
    paragraph(runs: run(text, bold ? "<w:b/>" : ""), properties)
  }

  package static func paragraph(runs: String, _ properties: String = "") -> String {
    "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(runs)</w:p>"
  }

  package static func centred(_ text: String) -> String {
    paragraph(text, bold: true, #"<w:jc w:val="center"/>"#)
  }

  package static func table(_ rows: [[String]], bold: Bool = false) -> String {
    "<w:tbl>"
      + rows.enumerated().map { index, row in
        "<w:tr>" + row.map { cell($0, bold: bold && index == 0) }.joined() + "</w:tr>"
      }.joined() + "</w:tbl>"
  }

  package static func cell(_ text: String, _ properties: String = "", bold: Bool = false) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(lines.map { paragraph(String($0), bold: bold) }.joined())</w:tc>"
  }
}
