import Source

/// Headers and footers of a PDF: what stands at the top or bottom of most pages, numbers of pages aside.
struct PDFMargins {
  private let repeated: Set<[UInt8]>
  /// Each of them once, with the page that has it first.
  let texts: [(text: String, page: Int)]

  init(_ pages: [PDFPage]) {
    var counts: [[UInt8]: Int] = [:]
    var first: [[UInt8]: (text: String, page: Int)] = [:]
    for (index, page) in pages.enumerated() {
      for key in Set(page.lines.filter { Self.isAtEdge($0, page) }.map(\.text)) {
        let form = Self.form(key)
        counts[form, default: 0] += 1
        if first[form] == nil { first[form] = (key, index + 1) }
      }
    }
    let least = max(2, (pages.count + 1) / 2)
    // A lone number at an edge is that of the page, even where there is only one.
    repeated = Set(counts.filter { $0.value >= least && pages.count > 1 || Self.isNumber($0.key) }.keys)
    texts = repeated.compactMap { first[$0] }.sorted { ($0.page, $0.text) < ($1.page, $1.text) }
  }

  /// The lines of a page that are its own.
  func body(of page: PDFPage) -> [PDFLine] {
    page.lines.filter { !Self.isAtEdge($0, page) || !repeated.contains(Self.form($0.text)) }
  }

  private static func isAtEdge(_ line: PDFLine, _ page: PDFPage) -> Bool {
    line.bottom < page.height * 0.1 || line.top > page.height * 0.9
  }

  /// The text with its numbers left open.
  private static func form(_ text: String) -> [UInt8] {
    var form: [UInt8] = []
    for byte in text.utf8 {
      let isDigit = (0x30...0x39).contains(byte)
      if isDigit, form.last == UInt8(ascii: "#") { continue }
      form.append(isDigit ? UInt8(ascii: "#") : byte)
    }
    return form
  }

  private static func isNumber(_ form: [UInt8]) -> Bool {
    form.filter { $0 > 0x20 && $0 != UInt8(ascii: "-") }.elementsEqual([UInt8(ascii: "#")])
  }
}
