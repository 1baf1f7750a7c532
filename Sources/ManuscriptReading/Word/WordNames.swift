import XML

/// The names of WordprocessingML (ISO/IEC 29500-1) and of its companions that a reader of text must know.
enum WordName: String, CaseIterable {
  case unknown = ""
  // Body.
  case document, body, p, r, t, tab, br, cr, sym, ptab, pgNum, hyperlink, smartTag, customXml, fldSimple,
    subDoc
  case altChunk, ruby, rt, noBreakHyphen, softHyphen, lastRenderedPageBreak, delText, instrText, delInstrText
  // Properties.
  case pPr, rPr, pStyle, rStyle, numPr, numId, ilvl, outlineLvl, jc, b, i, caps, vanish, rFonts, sectPr
  case pPrChange, rPrChange, tblPrChange, trPrChange, tcPrChange, sectPrChange, numberingChange
  // Tracked changes.
  case ins, del, moveFrom, moveTo, cellDel
  // Tables.
  case tbl, tblGrid, gridCol, tr, trPr, tblHeader, gridBefore, tc, tcPr, gridSpan, vMerge, hMerge
  // Content controls.
  case sdt, sdtPr, sdtContent, dataBinding, showingPlcHdr, text, date, dateFormat, dropDownList, comboBox,
    listItem
  // Fields.
  case fldChar, ffData, checkBox, checked, `default`
  // Notes and comments.
  case footnotes, endnotes, footnote, endnote, footnoteReference, endnoteReference, comments, comment
  case commentReference, hdr, ftr
  // Drawings.
  case drawing, pict, object, txbxContent, docPr, blip, imagedata, textpath
  case alternateContent = "AlternateContent"
  case choice = "Choice"
  case fallback = "Fallback"
  case chart, relIds
  // Attributes.
  case val, id, type, author, ascii, hAnsi, font, char, fldCharType, instr, paraId, embed, link, href, descr,
    title
  case string, xpath, prefixMappings, storeItemID, displayText, value, fullDate, space,
    customMarkFollows
  case name
  case needs = "Requires"

  static let all = Array(allCases)

  /// By the number that a `MarkupReader` gives.
  init(_ number: Int) {
    self = number < 0 ? .unknown : Self.all[number]
  }

  /// The number for a `MarkupReader`.
  var number: Int { Self.numbers[self] ?? -1 }

  private static let numbers = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
}

/// The namespaces of a Word file, each with its addresses in the transitional and the strict form.
enum WordSpace: Int, CaseIterable {
  case none = -1
  case word, relationships, word2010, compatibility, drawing, main, shape, vml, math, office, chart, diagram,
    xml

  static let addresses: [(address: String, number: Int)] = [
    (.word, "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (.word, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    (.relationships, "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (.relationships, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    (.word2010, "http://schemas.microsoft.com/office/word/2010/wordml"),
    (.compatibility, "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    (.drawing, "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    (.drawing, "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"),
    (.main, "http://schemas.openxmlformats.org/drawingml/2006/main"),
    (.main, "http://purl.oclc.org/ooxml/drawingml/main"),
    (.shape, "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    (.vml, "urn:schemas-microsoft-com:vml"),
    (.math, "http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (.math, "http://purl.oclc.org/ooxml/officeDocument/math"),
    (.office, "urn:schemas-microsoft-com:office:office"),
    (.chart, "http://schemas.openxmlformats.org/drawingml/2006/chart"),
    (.chart, "http://purl.oclc.org/ooxml/drawingml/chart"),
    (.chart, "http://schemas.microsoft.com/office/drawing/2014/chartex"),
    (.diagram, "http://schemas.openxmlformats.org/drawingml/2006/diagram"),
    (.diagram, "http://purl.oclc.org/ooxml/drawingml/diagram"),
    (.xml, "http://www.w3.org/XML/1998/namespace"),
  ].map { (space: WordSpace, address) in (address, space.rawValue) }

  init(_ number: Int) {
    self = WordSpace(rawValue: number) ?? .none
  }
}

extension MarkupTag {
  func value(_ name: WordName, in space: WordSpace = .word) -> String? {
    attribute(name.number, in: space.rawValue)
  }

  /// A property that is on unless it says otherwise (ISO/IEC 29500-1, 17.17.4).
  var isOn: Bool {
    guard let value = value(.val) else { return true }
    return !(value == "0" || value == "false" || value == "off")
  }
}
