import Manuscript
import ManuscriptReading
import Source
import TestSupport
import Testing

/// What a careful reader sees in a Word file, the manuscript has; what no page shows, it names as a loss.
@Suite struct WordTests {
  private let run = { WordFile.run($0, "") }

  @Test func `words split over runs, bookmarks and spelling marks are one text`() throws {
    let body = WordFile.paragraph(
      runs: run("Đô th") + #"<w:proofErr w:type="spellStart"/>"# + run("ị thông")
        + #"<w:bookmarkStart w:id="1" w:name="b"/>"# + run(" minh"))
    #expect(try read(body).printed == ["Đô thị thông minh"])
  }

  @Test func `content controls around blocks, rows, cells and words hide nothing`() throws {
    func control(_ inside: String) -> String {
      #"<w:sdt><w:sdtPr><w:tag w:val="t"/></w:sdtPr><w:sdtContent>\#(inside)</w:sdtContent></w:sdt>"#
    }
    let body =
      control(control(WordFile.paragraph("khối")))
      + WordFile.paragraph(runs: run("một ") + control(run("hai")))
      + "<w:tbl>" + control("<w:tr>\(WordFile.cell("hàng"))</w:tr>") + "<w:tr>" + control(WordFile.cell("ô"))
      + "</w:tr></w:tbl>"
    #expect(try read(body).printed == ["khối", "một hai", "hàng", "ô"])
  }

  @Test func `a bound control shows what the store says, and the difference is named`() throws {
    var file = WordFile(
      WordFile.paragraph(
        runs: run("Kinh phí ") + bound("/p:plan[1]/p:money[1]", run("5 tỷ"))
          + run(" đồng; ") + bound("/p:plan[1]/p:nothing[1]", run("giữ nguyên"))))
    file.store = ("{AA}", #"<plan xmlns="urn:p"><money>7 tỷ</money></plan>"#)
    let manuscript = try read(file)
    #expect(manuscript.printed == ["Kinh phí 7 tỷ đồng; giữ nguyên"])
    #expect(manuscript.losses(.differingValue).map { [$0.words, $0.instead] } == [["5 tỷ", "7 tỷ"]])
    #expect(manuscript.losses(.unresolvedBinding).map(\.words) == ["/p:plan[1]/p:nothing[1]"])
  }

  @Test func `a value that is shorter or longer than what it replaces loses no letter behind it`() throws {
    for value in ["µ", "một giá trị dài hơn chữ đang hiện ra µ"] {
      var file = WordFile(
        WordFile.paragraph(
          runs: bound(
            "/p:plan[1]/p:money[1]",
            WordFile.run("chữ đang hiện", #"<w:rFonts w:ascii="A"/>"#)
              + WordFile.run(" ra", #"<w:rFonts w:ascii="C"/>"#))
            + WordFile.run(" sau", #"<w:rFonts w:ascii="B"/>"#)))
      file.store = ("{AA}", #"<plan xmlns="urn:p"><money>\#(value)</money></plan>"#)
      #expect(try read(file).printed == [value + " sau"])
    }
  }

  @Test func `a bound control of paragraphs shows its value once`() throws {
    var file = WordFile(
      bound("/p:plan[1]/p:city[1]", WordFile.paragraph("cũ") + WordFile.paragraph("cũ nữa")))
    file.store = ("{AA}", #"<plan xmlns="urn:p"><city>Bình Lam</city></plan>"#)
    #expect(try read(file).printed == ["Bình Lam"])
  }

  private func bound(_ path: String, _ inside: String) -> String {
    """
    <w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="xmlns:p='urn:p'" w:xpath="\(path)" w:storeItemID="{aa}"/>\
    <w:text/></w:sdtPr><w:sdtContent>\(inside)</w:sdtContent></w:sdt>
    """
  }

  @Test func `a control that still shows its instruction is a blank`() throws {
    let body = WordFile.paragraph(
      runs: run("Số: ")
        + "<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>\(run("Bấm vào đây"))</w:sdtContent></w:sdt>"
    )
    let manuscript = try read(body)
    #expect(manuscript.printed == ["Số: "])
    #expect(manuscript.losses(.placeholder).map(\.words) == ["Bấm vào đây"])
  }

  @Test func `tracked changes count as accepted, and each is listed`() throws {
    let body =
      WordFile.paragraph(
        runs: run("Đạt ") + "<w:del><w:r><w:delText>50%</w:delText></w:r></w:del><w:ins>\(run("80%"))</w:ins>"
          + "<w:moveFrom>\(run(" đi"))</w:moveFrom><w:moveTo>\(run(" tới"))</w:moveTo>")
      + WordFile.paragraph(runs: run("Đầu "), "<w:rPr><w:del/></w:rPr>") + WordFile.paragraph("cuối")
      + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>\(WordFile.cell("hàng bỏ"))</w:tr><w:tr>\(WordFile.cell("hàng còn"))</w:tr></w:tbl>"
    let manuscript = try read(body)
    #expect(manuscript.printed == ["Đạt 80% tới", "Đầu cuối", "hàng còn"])
    #expect(manuscript.losses(.deletedText).map(\.words) == ["50%", "hàng bỏ"])
    #expect(manuscript.losses(.movedText).map(\.words) == [" đi"])
    #expect(manuscript.losses(.insertedText).map(\.words) == ["80%", " tới"])
  }

  @Test func `hidden text is no text, and a style that hides does too`() throws {
    var file = WordFile(
      WordFile.paragraph(runs: WordFile.run("ẩn", "<w:vanish/>") + run("hiện"))
        + WordFile.paragraph("ẩn cả", #"<w:pStyle w:val="An"/>"#)
        + WordFile.paragraph(
          runs: WordFile.run("không ẩn", #"<w:vanish w:val="0"/>"#), #"<w:pStyle w:val="An"/>"#))
    file.styles =
      #"<w:style w:type="paragraph" w:styleId="An"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style>"#
    let manuscript = try read(file)
    #expect(manuscript.printed == ["hiện", "không ẩn"])
    #expect(manuscript.losses(.hiddenText).map(\.words) == ["ẩn", "ẩn cả"])
  }

  @Test func `a field shows its result, and one without a result is named`() throws {
    func field(_ code: String, _ result: String) -> String {
      #"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> \#(code) </w:instrText></w:r>"#
        + #"<w:r><w:fldChar w:fldCharType="separate"/></w:r>\#(result)<w:r><w:fldChar w:fldCharType="end"/></w:r>"#
    }
    let body =
      WordFile.paragraph(runs: run("Xem ") + field("REF muc", run("mục II")))
      + WordFile.paragraph(runs: run("Ngày ") + field("DATE", ""))
      + WordFile.paragraph(runs: #"<w:fldSimple w:instr="SEQ">\#(run("3"))</w:fldSimple>"#)
    let manuscript = try read(body)
    #expect(manuscript.printed == ["Xem mục II", "Ngày ", "3"])
    #expect(manuscript.losses(.unresolvedField).map { $0.words } == [" DATE "])
  }

  @Test func `a drawing that is stored twice is read once, and its box stands behind its paragraph`() throws {
    let inside = "<w:txbxContent>\(WordFile.paragraph("DỰ THẢO"))</w:txbxContent>"
    let drawing = """
      <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>\(inside)</wps:txbx></w:drawing>\
      </mc:Choice><mc:Fallback><w:pict><v:textbox>\(inside)</v:textbox></w:pict></mc:Fallback>\
      </mc:AlternateContent></w:r>
      """
    let manuscript = try read(WordFile.paragraph(runs: run("trước") + drawing + run(" sau")))
    #expect(manuscript.printed == ["trước sau", "DỰ THẢO"])
    guard case .textBox = manuscript.blocks.last?.kind else { return #expect(Bool(false), "no box") }
  }

  @Test func `alternatives that need what is not known are passed over`() throws {
    let body = WordFile.paragraph(
      runs: """
        <mc:AlternateContent><mc:Choice Requires="zz">\(run("lạ"))</mc:Choice><mc:Fallback>\(run("quen"))\
        </mc:Fallback></mc:AlternateContent>
        """)
    #expect(try read(body).printed == ["quen"])
  }

  @Test func `a footnote stands behind what calls it, with its mark and its place`() throws {
    var file = WordFile(
      WordFile.paragraph(runs: run("Tổng kinh phí") + #"<w:r><w:footnoteReference w:id="5"/></w:r>"#))
    file.footnotes =
      #"<w:footnote w:id="0" w:type="separator">\#(WordFile.paragraph("---"))</w:footnote>"#
      + #"<w:footnote w:id="5">\#(WordFile.paragraph("140.000 tỷ đồng"))</w:footnote>"#
    let manuscript = try read(file)
    #expect(manuscript.printed == ["Tổng kinh phí", "140.000 tỷ đồng"])
    #expect(manuscript.blocks[0].noteCalls == [Block.NoteCall(offset: "Tổng kinh phí".utf8.count, mark: "1")])
    guard case .note(let mark, let isEndnote, let blocks) = manuscript.blocks[1].kind else {
      return #expect(Bool(false), "no note")
    }
    #expect(mark == "1" && !isEndnote && blocks.first?.place.part == "word/footnotes.xml")
  }

  @Test func `merged cells say what they cover, and what they hide is named`() throws {
    let rows = [
      WordFile.cell("A", #"<w:vMerge w:val="restart"/>"#) + WordFile.cell("B", #"<w:gridSpan w:val="2"/>"#),
      WordFile.cell("che", "<w:vMerge/>") + WordFile.cell("C") + WordFile.cell("D"),
    ]
    let manuscript = try read("<w:tbl>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>")
    let table = try #require(manuscript.tables.first)
    #expect(table.columns == 3)
    #expect(table.rows[0].cells.map { [$0.column, $0.columnSpan, $0.rowSpan] } == [[0, 1, 2], [1, 2, 1]])
    #expect(table.cell(row: 1, column: 0)?.text == "A")
    #expect(table.cell(row: 0, column: 2)?.text == "B")
    #expect(table.rows[1].cells.map(\.text) == ["C", "D"])
    #expect(manuscript.losses(.hiddenText).map(\.words) == ["che"])
  }

  @Test func `symbols, hyphens, tabs and breaks are what the page shows`() throws {
    let body = WordFile.paragraph(
      runs: """
        <w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>Có</w:t><w:tab/><w:t>57</w:t><w:noBreakHyphen/>\
        <w:t>NQ</w:t><w:softHyphen/><w:t>TW</w:t><w:br/><w:t>x</w:t><w:sym w:font="Wingdings" w:char="F001"/></w:r>
        """)
    let manuscript = try read(body)
    #expect(manuscript.printed == ["☑Có\t57\u{2011}NQTW\nx\u{F001}"])
    #expect(manuscript.losses(.unknownSymbol).count == 1)
  }

  @Test func `white space at the ends of a run counts only where the file says so`() throws {
    let body = WordFile.paragraph(
      runs: "<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space=\"preserve\"> b </w:t></w:r>")
    #expect(try read(body).blocks[0].text == "a b ")
  }

  @Test func `decomposed letters stay as they are stored`() throws {
    let text = "\u{111}o\u{302} thi\u{323}"
    #expect(
      try Array(read(WordFile.paragraph(text)).blocks[0].text.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func `pictures, objects and what lies outside are named and never opened`() throws {
    var file = WordFile(
      WordFile.paragraph(
        runs: run("Sơ đồ")
          + #"<w:r><w:drawing><wp:docPr id="1" name="p" descr="kiến trúc"/><a:blip r:embed="r9"/></w:drawing></w:r>"#
          + #"<w:r><w:drawing><a:blip r:link="rX"/></w:drawing></w:r><w:r><w:object><v:imagedata r:id="r9"/></w:object></w:r>"#
      ) + #"<w:subDoc r:id="rX"/>"#)
    file.relationships =
      #"<Relationship Id="rX" Type="http://x/image" Target="http://127.0.0.1/x.png" TargetMode="External"/>"#
    let manuscript = try read(file)
    #expect(manuscript.losses(.picture).map(\.words) == ["kiến trúc"])
    #expect(manuscript.losses(.linkedPicture).map(\.words) == ["http://127.0.0.1/x.png"])
    #expect(manuscript.losses(.embeddedObject).count == 1)
    #expect(manuscript.losses(.externalPart).map(\.words) == ["http://127.0.0.1/x.png"])
  }

  @Test func `the main part is found by its relationship, in UTF-16, in the strict form`() throws {
    var file = WordFile(WordFile.paragraph("AN TOÀN"))
    file.main = "tai-lieu/chinh.xml"
    file.edit = { _, text in
      text.replacing(WordFile.namespace, with: "http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replacing(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
    }
    var entries = file.entries
    let index = try #require(entries.firstIndex { $0.name == "tai-lieu/chinh.xml" })
    let text = String(decoding: entries[index].bytes, as: UTF8.self).replacing("UTF-8", with: "UTF-16")
    entries[index].bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let manuscript = try ManuscriptReader().read(ZipFile(entries).bytes, named: "x.docx")
    #expect(manuscript.printed == ["AN TOÀN"])
  }

  @Test func `every block has a place that a person and a program can find`() throws {
    let body =
      WordFile.paragraph("I. MỤC TIÊU", bold: true)
      + #"<w:p w14:paraId="1A2B3C4D">\#(run("Đạt 80%"))</w:p>"# + WordFile.paragraph("")
      + WordFile.table([["a", "b"], ["c", "d"]])
    let manuscript = try read(body)
    let place = manuscript.blocks[1].place
    #expect(place.headings == ["I. MỤC TIÊU"] && place.paragraph == 1 && place.paragraphID == "1A2B3C4D")
    #expect(place.element?.description == "/1/1/2" && place.part == "word/document.xml" && place.page == nil)
    let cell = try #require(manuscript.tables.first?.cell(row: 1, column: 1)?.blocks.first)
    #expect(cell.place.row == 2 && cell.place.column == 2 && cell.place.headings == ["I. MỤC TIÊU"])
    #expect(cell.place.element?.description == "/1/1/4/2/2/2")
  }

  @Test func `pages are those of Word's last layout, where it noted them`() throws {
    let body =
      WordFile.paragraph("một")
      + WordFile.paragraph(runs: "<w:r><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r>")
    #expect(try read(body).blocks.map(\.place.page) == [1, 2])
    #expect(try read(WordFile.paragraph("một")).blocks.map(\.place.page) == [nil])
  }

  @Test func `a table of contents is told from the headings that it repeats`() throws {
    var file = WordFile(
      WordFile.paragraph("I. MỤC TIÊU\t3", bold: true, #"<w:pStyle w:val="TOC1"/>"#)
        + WordFile.paragraph("I. MỤC TIÊU", bold: true))
    file.styles = #"<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>"#
    let manuscript = try read(file)
    #expect(manuscript.blocks.map(\.role) == [.contents, .body])
    #expect(manuscript.outline == ["# I. MỤC TIÊU"])
  }
}
