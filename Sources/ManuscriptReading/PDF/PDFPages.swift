import Source
import XML

/// A line of a page as poppler sees it: words that stand close to each other.
struct PDFLine {
  var text: String
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }
}

struct PDFPage {
  var width = 0.0
  var height = 0.0
  var lines: [PDFLine] = []
}

/// Takes what `pdftotext -bbox-layout` writes.
final class PDFPages: MarkupReceiver {
  enum Name: String, CaseIterable {
    case doc, page, line, word, width, height, xMin, yMin, xMax, yMax
    static let all = Array(allCases)
    var number: Int { Self.all.firstIndex(of: self) ?? -1 }
  }

  private(set) var pages: [PDFPage] = []
  private var line: PDFLine?
  private var isWord = false
  private var open: [Name?] = []
  private var previousRight = 0.0

  static func read(_ bytes: [UInt8], name: String, limits: Limits) throws(Refusal) -> [PDFPage] {
    let text = try SourceText(name: name, stored: bytes)
    let reader = PDFPages()
    var bounds = limits
    bounds.input.bytes = limits.manuscript.output
    try MarkupReader(names: Name.all.map(\.rawValue), namespaces: []).read(text, limits: bounds, into: reader)
    return reader.pages
  }

  func start(_ tag: MarkupTag) -> (any RefusalCause)? {
    let name = tag.name < 0 ? nil : Name.all[tag.name]
    open.append(name)
    func number(_ name: Name) -> Double { tag.attribute(name.number, in: -1).flatMap { Double($0) } ?? 0 }
    switch name {
    case .page: pages.append(PDFPage(width: number(.width), height: number(.height)))
    case .line:
      line = PDFLine(
        text: "", left: number(.xMin), top: number(.yMin), right: number(.xMax), bottom: number(.yMax))
    case .word:
      if line?.text.isEmpty == false { line?.text += " " }
      isWord = true
    default: break
    }
    return nil
  }

  func end() {
    switch open.popLast() ?? nil {
    case .word: isWord = false
    case .line:
      if let line, !pages.isEmpty, line.text.utf8.contains(where: { $0 > 0x20 }) {
        pages[pages.count - 1].lines.append(line)
      }
      line = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isWord { line?.text += String(decoding: bytes, as: UTF8.self) }
  }
}
