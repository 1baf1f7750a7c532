import Source

/// Paragraphs and tables in WordprocessingML (ISO/IEC 29500-1), for documents made anew and for places in a template.
package enum WordMarkup {
  package static func xml(_ paragraph: WordDocument.Paragraph, isInTable: Bool = false) -> String {
    var properties = paragraph.isHeading ? "<w:keepNext/>" : ""
    if isInTable { properties += "<w:spacing w:before=\"0\" w:after=\"0\"/>" }
    if paragraph.alignment != .left { properties += "<w:jc w:val=\"\(paragraph.alignment.rawValue)\"/>" }
    let pPr = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
    return "<w:p>\(pPr)\(paragraph.runs.map { xml($0, isInTable: isInTable) }.joined())</w:p>"
  }

  private static func xml(_ run: WordDocument.Run, isInTable: Bool) -> String {
    var properties = ""
    if run.isBold { properties += "<w:b/>" }
    if run.isItalic { properties += "<w:i/>" }
    if isInTable { properties += "<w:sz w:val=\"20\"/>" }
    let rPr = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    // A line break of a text is one of the paragraph.
    let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      "<w:t xml:space=\"preserve\">\(XMLText.escaped(SafeText.harmless(String($0))))</w:t>"
    }
    return "<w:r>\(rPr)\(lines.joined(separator: "<w:br/>"))</w:r>"
  }

  /// - Parameter width: of the text on the page, in twentieths of a point.
  package static func xml(_ table: WordDocument.Table, width: Int) -> String {
    let whole = max(1, table.widths.reduce(0, +))
    let widths = table.widths.map { $0 * width / whole }
    let border = { (name: String) in "<w:\(name) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    }
    let borders =
      table.hasBorders
      ? "<w:tblBorders>"
        + ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).joined() + "</w:tblBorders>"
      : ""
    var xml =
      "<w:tbl><w:tblPr><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>\(borders)<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
    xml += widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
    for (number, row) in table.rows.enumerated() {
      let isHead = number == 0 && table.hasHead
      xml += "<w:tr><w:trPr><w:cantSplit/>\(isHead ? "<w:tblHeader/>" : "")</w:trPr>"
      for (column, cell) in row.enumerated() {
        let span = row.count == 1 ? widths.count : 1
        let cellWidth = span > 1 ? widths.reduce(0, +) : widths[min(column, widths.count - 1)]
        xml += "<w:tc><w:tcPr><w:tcW w:w=\"\(cellWidth)\" w:type=\"dxa\"/>"
        if span > 1 { xml += "<w:gridSpan w:val=\"\(span)\"/>" }
        if isHead { xml += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7EEF5\"/>" }
        xml += "</w:tcPr>"
        xml += cell.isEmpty ? "<w:p/>" : cell.map { self.xml($0, isInTable: true) }.joined()
        xml += "</w:tc>"
      }
      xml += "</w:tr>"
    }
    // A table needs a paragraph behind it.
    return xml + "</w:tbl>"
  }
}
