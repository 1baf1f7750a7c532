import Manuscript
import TestSupport
import Testing

/// Numbers that Word makes are the numbers that Word prints.
@Suite struct NumberingTests {
  private func level(_ number: Int, _ format: String, _ text: String, _ more: String = "") -> String {
    #"<w:lvl w:ilvl="\#(number)"><w:start w:val="1"/><w:numFmt w:val="\#(format)"/>\#(more)<w:lvlText w:val="\#(text)"/></w:lvl>"#
  }

  private func item(_ text: String, list: Int = 1, level: Int = 0) -> String {
    WordFile.paragraph(text, #"<w:numPr><w:ilvl w:val="\#(level)"/><w:numId w:val="\#(list)"/></w:numPr>"#)
  }

  private func labels(_ body: String, _ numbering: String, styles: String = "") throws -> [String?] {
    var file = WordFile(body)
    file.numbering = numbering
    file.styles = styles
    return try read(file).blocks.map(\.label)
  }

  private var threeLevels: String {
    #"<w:abstractNum w:abstractNumId="0">\#(level(0, "upperRoman", "%1."))\#(level(1, "decimal", "%1.%2."))\#(level(2, "lowerLetter", "%3)"))</w:abstractNum>"#
      + #"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
  }

  @Test func `levels count inside each other and begin anew behind a higher one`() throws {
    let body =
      item("a") + item("b", level: 1) + item("c", level: 2) + item("d", level: 2) + item("e", level: 1)
      + item("f")
      + item("g", level: 1)
    #expect(try labels(body, threeLevels) == ["I.", "I.1.", "a)", "b)", "I.2.", "II.", "II.1."])
  }

  @Test func `two lists of one pattern go on counting, unless one says where it begins`() throws {
    let going = threeLevels + #"<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>"#
    #expect(try labels(item("a") + item("b", list: 2), going) == ["I.", "II."])
    let anew =
      threeLevels
      + #"<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#
    #expect(try labels(item("a") + item("b", list: 2) + item("c", list: 2), anew) == ["I.", "I.", "II."])
  }

  @Test func `a style brings its list, at the level that the list ties to it`() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>\
      </w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Mục"/><w:basedOn w:val="H2"/></w:style>
      """
    let numbering = threeLevels.replacing(
      #"<w:lvlText w:val="%1.%2."/>"#, with: #"<w:pStyle w:val="H2"/><w:lvlText w:val="%1.%2."/>"#)
    let body =
      item("a") + WordFile.paragraph("b", #"<w:pStyle w:val="H2"/>"#)
      + WordFile.paragraph("c", #"<w:pStyle w:val="Own"/>"#)
      + WordFile.paragraph("d", #"<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>"#)
    #expect(try labels(body, numbering, styles: styles) == ["I.", "I.1.", "I.2.", nil])
  }

  @Test(arguments: [
    ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("upperRoman", 49, "XLIX"), ("lowerRoman", 4, "iv"),
    ("upperLetter", 3, "C"), ("lowerLetter", 28, "bb"), ("ordinal", 22, "22nd"), ("none", 3, ""),
    ("vietnameseCounting", 15, "mười lăm"), ("vietnameseCounting", 21, "hai mươi mốt"),
    ("numberInDash", 2, "- 2 -"),
  ]) func `each format writes its numbers as Word does`(_ format: String, _ number: Int, _ written: String)
    throws
  {
    let list =
      #"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="\#(number)"/><w:numFmt w:val="\#(format)"/><w:lvlText w:val="[%1]"/></w:lvl></w:abstractNum>"#
      + #"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
    #expect(try labels(item("a"), list) == ["[\(written)]"])
  }

  @Test func `bullets of symbol fonts are signs that everybody can read`() throws {
    let bullet = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\u{F0B7}"/>\
      <w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      """
    #expect(try labels(item("a"), bullet) == ["•"])
  }

  @Test func `numbers above are digits where the level is legal, and levels that do not begin anew go on`()
    throws
  {
    let numbering =
      #"<w:abstractNum w:abstractNumId="0">\#(level(0, "upperRoman", "%1."))\#(level(1, "decimal", "%1.%2.", #"<w:lvlRestart w:val="0"/><w:isLgl/>"#))</w:abstractNum>"#
      + #"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
    let body = item("a") + item("b", level: 1) + item("c") + item("d", level: 1)
    #expect(try labels(body, numbering) == ["I.", "1.1.", "II.", "2.2."])
  }

  @Test func `a style that leads back to itself brings nothing down`() throws {
    var file = WordFile(WordFile.paragraph("a", #"<w:pStyle w:val="A"/>"#))
    file.styles =
      #"<w:style w:styleId="A" w:type="paragraph"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>"#
      + #"<w:style w:styleId="B" w:type="paragraph"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>"#
    #expect(try read(file).printed == ["a"])
  }
}
