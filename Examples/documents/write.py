#!/usr/bin/env python3
"""Makes binh-lam-draft.docx of binh-lam-draft.txt: a Word file as a city's office writes it, from a text that can be
read. The same text gives the same bytes. `write.py --check` compares and writes nothing.

    // words          a remark; no part of the document
    = words           centred and bold (titles; == the first line, with a gap above)      i words   centred and italic      r words   to the right, italic
    _ words           a basis: italic
    # words, ## words a heading: a bold paragraph with its number typed, as real files have it
    ~words            the same letters decomposed (NFD), as some keyboards leave them
    **bold** _italic_ {+inserted+} {-deleted-} (tracked changes)   [^1] a footnote; a line [^1] words: its text
    @box words        a text box as Word writes it, with the old drawing beside the new one
    @columns 45 55 … @end    a table without borders: letterhead, signature; left // right
    @line 28 48              drawn lines below a row of it, in millimetres
    @table WIDTHS … @body … @end   a table; ^ joins a cell with the one above, < with the one on its left
    @landscape, @portrait    the pages behind it
"""
import pathlib, re, sys, unicodedata, zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).parent
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"')
CHANGE = 'w:author="Sở Xây dựng" w:date="2026-11-03T09:00:00Z"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# A4; margins of the decree on records work, in twentieths of a point: 20, 20, 30 and 15 mm.
MARGINS = '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'


class Writer:
    def __init__(self, text):
        self.lines = [line for line in text.split("\n") if not line.startswith("//")]
        self.body, self.notes, self.change, self.paragraph = [], {}, 0, 0
        for line in self.lines:
            if found := re.match(r"\[\^(\d+)\] (.+)", line):
                self.notes[found[1]] = found[2]

    def runs(self, text, properties=""):
        """The runs of one paragraph."""
        out = []
        for piece in re.split(r"(\*\*.+?\*\*|(?<![\w])_.+?_(?![\w])|\{\+.+?\+\}|\{-.+?-\}|\[\^\d+\])", text):
            if not piece:
                continue
            if piece.startswith("**"):
                out.append(self.runs(piece[2:-2], "<w:b/>" + properties))
            elif piece.startswith("_") and piece.endswith("_") and len(piece) > 2:
                out.append(self.runs(piece[1:-1], properties + "<w:i/>"))
            elif piece.startswith("{"):
                self.change += 1
                kind, tag = ("ins", "t") if piece[1] == "+" else ("del", "delText")
                out.append(f'<w:{kind} w:id="{900 + self.change}" {CHANGE}>' + self.run(piece[2:-2], properties, tag) + f"</w:{kind}>")
            elif piece.startswith("[^"):
                out.append(f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{int(piece[2:-1]) + 1}"/></w:r>')
            else:
                out.append(self.run(piece, properties))
        return "".join(out)

    def run(self, text, properties="", tag="t"):
        properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        return f'<w:r>{properties}<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'

    def p(self, text, look="", properties="", extra=""):
        self.paragraph += 1
        look = f"<w:pPr>{look}</w:pPr>" if look else ""
        return f'<w:p w14:paraId="{0x1B000000 + self.paragraph:08X}">{look}{extra}{self.runs(text, properties)}</w:p>'

    def write(self):
        lines, at = self.lines, 0
        while at < len(lines):
            line = lines[at]
            at += 1
            if not line or line.startswith("[^"):
                continue
            if line.startswith("@box "):
                self.body.append(self.p("", extra=self.box(line[5:])))
            elif line.startswith(("@columns", "@table")):
                end = lines.index("@end", at)
                make = self.columns if line.startswith("@columns") else self.table
                self.body.append(make([int(width) for width in line.split()[1:]], lines[at:end]))
                self.body.append(self.p("", '<w:spacing w:after="0"/>'))
                at = end + 1
            elif line in ("@landscape", "@portrait"):
                # A section's properties stand at its end.
                self.body.append(f"<w:p><w:pPr>{self.section('portrait' if line == '@landscape' else 'landscape', first=line == '@landscape')}</w:pPr></w:p>")
            else:
                self.body.append(self.text(line))
        return "".join(self.body) + self.section("portrait")

    def text(self, line):
        centred = '<w:jc w:val="center"/>'
        for sign, look, properties in (
            ("== ", '<w:spacing w:before="360" w:after="0"/>' + centred, "<w:b/>"), ("= ", '<w:spacing w:after="0"/>' + centred, "<w:b/>"), ("i ", '<w:spacing w:after="120"/>' + centred, "<w:i/>"),
            ("r ", '<w:jc w:val="right"/>', "<w:i/>"),
            ("_~ ", '<w:ind w:firstLine="567"/><w:jc w:val="both"/>', "<w:i/>"),
            ("_ ", '<w:ind w:firstLine="567"/><w:jc w:val="both"/>', "<w:i/>"),
            ("# ", '<w:keepNext/><w:ind w:firstLine="567"/>', "<w:b/>"), ("## ", '<w:keepNext/><w:ind w:firstLine="567"/>', "<w:b/>"),
        ):
            if line.startswith(sign):
                words = line[len(sign):]
                return self.p(unicodedata.normalize("NFD", words) if "~" in sign else words, look, properties)
        words = unicodedata.normalize("NFD", line[1:]) if line.startswith("~") else line
        return self.p(words, '<w:ind w:firstLine="567"/><w:jc w:val="both"/>')

    def columns(self, widths, lines):
        whole = 9354
        grid = [whole * width // 100 for width in widths]
        rows, row = [], None
        for line in lines:
            if line.startswith("@line"):
                for cell, millimetres in zip(row, line.split()[1:]):
                    cell.append(f'<w:p><w:pPr><w:spacing w:after="0" w:line="120" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>{self.rule(int(millimetres))}</w:p>')
                continue
            left, right = (part.strip() for part in (line + " ").split(" // ", 1)) if " // " in line + " " else (line.replace("//", "").strip(), "")
            if row is None or line.startswith("Số:"):
                row = [[], []]
                rows.append(row)
            leftish = left.startswith(("-", "**_Nơi"))
            small = '<w:sz w:val="22"/>' if leftish else '<w:sz w:val="24"/>'
            aligned = "" if leftish else '<w:jc w:val="center"/>'
            row[0].append(self.p(left, '<w:spacing w:after="0"/>' + aligned, small))
            if right:
                row[1].append(self.p(right, '<w:spacing w:after="0"/><w:jc w:val="center"/>', '<w:sz w:val="24"/>'))
        xml = "".join(
            "<w:tr>" + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(cell) or "<w:p/>"}</w:tc>'
                for width, cell in zip(grid, row)) + "</w:tr>" for row in rows)
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
        return f'<w:tbl><w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{xml}</w:tbl>'

    def table(self, widths, lines):
        landscape = len(widths) > 6
        whole = 14286 if landscape else 9354
        grid = [whole * width // sum(widths) for width in widths]
        rows = [[cell.strip() for cell in line.split("|")] for line in lines if line != "@body"]
        heads = lines.index("@body")
        xml = ""
        for number, row in enumerate(rows):
            cells, column = "", 0
            while column < len(row):
                span = 1
                while column + span < len(row) and row[column + span] == "<":
                    span += 1
                properties = f'<w:tcW w:w="{sum(grid[column:column + span])}" w:type="dxa"/>'
                if span > 1:
                    properties += f'<w:gridSpan w:val="{span}"/>'
                joins = number + 1 < len(rows) and rows[number + 1][column] == "^"
                if row[column] == "^":
                    properties += "<w:vMerge/>"
                elif joins:
                    properties += '<w:vMerge w:val="restart"/>'
                words = "" if row[column] == "^" else row[column]
                bold = number < heads or row[0] in ("I", "II")
                centred = number < heads or column == 0 or landscape and column > 3 and span == 1
                cells += f'<w:tc><w:tcPr>{properties}<w:vAlign w:val="center"/></w:tcPr>' + self.p(
                    words, '<w:spacing w:after="0"/>' + ('<w:jc w:val="center"/>' if centred else ""),
                    ("<w:b/>" if bold else "") + '<w:sz w:val="24"/>') + "</w:tc>"
                column += span
            # Few real files mark the rows that head a table; this one marks none.
            xml += f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
        edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
        return f'<w:tbl><w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{xml}</w:tbl>'

    def rule(self, millimetres):
        """A drawn line, the way Word draws those under letterheads: twice, new and old."""
        self.change += 1
        width = millimetres * 36000
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="0"/><wp:docPr id="{700 + self.change}" name="Line {self.change}"/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>'
            f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>'
            '</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>'
            f'<mc:Fallback><w:pict><v:line from="0,0" to="{millimetres}mm,0" strokecolor="black"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>')

    def box(self, words):
        text = f'<w:txbxContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{self.run(words, "<w:b/>")}</w:p></w:txbxContent>'
        width, height = 1800000, 324000
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>288000</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/><wp:docPr id="600" name="Box"/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
            f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
            f'<wps:txbx>{text}</wps:txbx><wps:bodyPr lIns="36000" tIns="18000" rIns="36000" bIns="18000"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
            f'<mc:Fallback><w:pict><v:shape style="position:absolute;width:50mm;height:9mm"><v:textbox>{text}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')

    def section(self, turn, first=False):
        size = '<w:pgSz w:w="11906" w:h="16838"/>' if turn == "portrait" else '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        return f'<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>{size}{MARGINS}{"<w:titlePg/>" if first else ""}</w:sectPr>'

    def footnotes(self):
        special = ('<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
                   '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>')
        return special + "".join(
            f'<w:footnote w:id="{int(mark) + 1}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>{self.run(" " + words, "<w:sz w:val=" + chr(34) + "20" + chr(34) + "/>")}</w:p></w:footnote>'
            for mark, words in self.notes.items())


def parts(text):
    writer = Writer(text)
    body = writer.write()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    yield "[Content_Types].xml", (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{kind}.styles+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{kind}.footnotes+xml"/><Override PartName="/word/header1.xml" ContentType="{kind}.header+xml"/></Types>')
    yield "_rels/.rels", (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>')
    yield "word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    yield "word/_rels/document.xml.rels", (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{office}/footnotes" Target="footnotes.xml"/>'
        f'<Relationship Id="rId3" Type="{office}/header" Target="header1.xml"/></Relationships>')
    yield "word/styles.xml", (
        f'<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
        '<w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>')
    yield "word/footnotes.xml", f"<w:footnotes {NAMES}>{writer.footnotes()}</w:footnotes>"
    yield "word/header1.xml", (
        f'<w:hdr {NAMES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>')


def main():
    file = HERE / "binh-lam-draft.docx"
    written = file.with_suffix(".new")
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, xml in parts(file.with_suffix(".txt").read_text("utf-8")):
            # A fixed day, and nothing squeezed: other versions of zlib would give other bytes.
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 23, 0, 0, 0)), HEAD + xml)
    if "--check" in sys.argv:
        same = file.exists() and written.read_bytes() == file.read_bytes()
        written.unlink()
        sys.exit(0 if same else f"{file.name} is not what {file.with_suffix('.txt').name} gives: run write.py")
    written.replace(file)


main()
