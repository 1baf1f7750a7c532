import Archives
import Manuscript
import Source
import XML

/// Writes remarks into an OpenDocument text as annotations (OASIS OpenDocument 1.3 part 3, 14.2), between its bytes.
struct OpenDocumentAnnotator {
  let source: String
  let limits: Limits

  private static let part = "content.xml"

  /// - Throws: `Refusal` when the file is none that annotations can be written into.
  func annotated(_ bytes: [UInt8], with remarks: [Remark], date: String) throws(Refusal) -> AnnotatedFile {
    let container = try Container(bytes, source: source, limits: limits.manuscript) { $0 == Self.part }
    guard let content = container.parts[Self.part] else {
      throw Refusal(source: source, cause: AnnotationFault.notWritable)
    }
    let edited = try edited(content, remarks, date)
    let isSigned = container.names.contains("META-INF/documentsignatures.xml")
    return AnnotatedFile(
      bytes: edited == content
        ? bytes
        : try ZipWriting.container(
          bytes, source: source, limits: limits.manuscript, replacing: [Self.part: edited], adding: []),
      notices: isSigned ? [.signatureLost] : [])
  }

  /// The same for one XML file.
  func annotatedFlat(_ bytes: [UInt8], with remarks: [Remark], date: String) throws(Refusal) -> AnnotatedFile
  {
    AnnotatedFile(bytes: try edited(bytes, remarks, date), notices: [])
  }

  private func edited(_ bytes: [UInt8], _ remarks: [Remark], _ date: String) throws(Refusal) -> [UInt8] {
    let text = try SourceText(name: source, stored: bytes)
    guard bytes.suffix(text.bytes.count).elementsEqual(text.bytes), bytes.count <= text.bytes.count + 3 else {
      throw Refusal(source: source, cause: AnnotationFault.otherEncoding)
    }
    var marks = OpenDocumentMarks(bytes)
    let kept = marks.removeOurs()
    for remark in remarks where !kept.contains(OpenDocumentMarks.text(of: remark)) {
      guard marks.mark(remark, date: date) else {
        throw Refusal(source: source, cause: AnnotationFault.noParagraph)
      }
    }
    return marks.edits.applied(to: bytes)
  }
}

/// Where annotations hang: from the first letter of a paragraph to its last.
private struct OpenDocumentMarks {
  private static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  private static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  private static let elements = "http://purl.org/dc/elements/1.1/"

  private let index: MarkupIndex
  private let paragraphs: Paragraphs
  private(set) var edits = MarkupEdits()
  private let prefixes: (office: String, text: String, elements: String)
  private let declarations: String
  private var names: Set<String> = []
  private var number = 0

  init(_ bytes: [UInt8]) {
    let index = MarkupIndex(bytes)
    self.index = index
    paragraphs = Paragraphs(index, namespace: Self.text, names: ["p", "h"])
    var declarations = ""
    func prefix(_ namespace: String, _ own: String) -> String {
      if let known = index.prefix(of: namespace) { return known }
      declarations += " xmlns:\(own)=\"\(namespace)\""
      return own
    }
    prefixes = (prefix(Self.office, "ko"), prefix(Self.text, "kt"), prefix(Self.elements, "kd"))
    self.declarations = declarations
    for node in index.nodes.indices where index.isNamed(node, "annotation") {
      if let name = index.attribute("name", of: node) { names.insert(name) }
    }
  }

  /// Takes out our annotations of an earlier run, except those that somebody answered.
  /// - Returns: what those say that stay.
  mutating func removeOurs() -> Set<String> {
    let annotations = index.nodes.indices.filter { index.isNamed($0, "annotation") }
    func creator(of node: Int) -> String? {
      index.children(of: node).first { index.isNamed($0, "creator") }.map {
        String(
          decoding: index.bytes[index.nodes[$0].contentStart..<index.nodes[$0].contentEnd], as: UTF8.self)
      }
    }
    let ours = annotations.filter { creator(of: $0) == Remark.author }
    let answered = Set(
      annotations.filter { creator(of: $0) != Remark.author }.compactMap {
        index.attribute("parent-name", of: $0)
      })
    var kept: Set<String> = []
    var gone: Set<String> = []
    for node in ours {
      let name = index.attribute("name", of: node)
      if let name, answered.contains(name) {
        kept.insert(
          index.children(of: node).filter(paragraphs.isParagraph).map {
            "\n"
              + String(
                decoding: index.bytes[index.nodes[$0].contentStart..<index.nodes[$0].contentEnd],
                as: UTF8.self)
          }.joined())
        continue
      }
      if let name {
        gone.insert(name)
        names.remove(name)
      }
      edits.remove(node, of: index)
    }
    for node in index.nodes.indices where index.isNamed(node, "annotation-end") {
      if let name = index.attribute("name", of: node), gone.contains(name) { edits.remove(node, of: index) }
    }
    return kept
  }

  static func text(of remark: Remark) -> String { remark.lines.map { "\n" + XMLText.escaped($0) }.joined() }

  /// - Returns: whether there is a paragraph for it.
  mutating func mark(_ remark: Remark, date: String) -> Bool {
    guard
      let paragraph = remark.place.element.flatMap({ paragraphs.paragraph(at: $0) }) ?? paragraphs.first
    else { return false }
    number += 1
    while names.contains("khung-\(number)") { number += 1 }
    let (office, text, elements) = prefixes
    var xml = "<\(office):annotation\(declarations) \(office):name=\"khung-\(number)\">"
    xml += "<\(elements):creator>\(Remark.author)</\(elements):creator>"
    xml += "<\(elements):date>\(date)T00:00:00</\(elements):date>"
    for line in remark.lines { xml += "<\(text):p>\(XMLText.escaped(line))</\(text):p>" }
    xml += "</\(office):annotation>"
    let end = "<\(office):annotation-end\(declarations) \(office):name=\"khung-\(number)\"/>"
    // An element in front would give the places of a text box's own paragraphs other numbers.
    let holdsOthers = index.descendants(of: paragraph).contains {
      paragraphs.isParagraph($0) && !isOfAnnotation($0)
    }
    if holdsOthers || index.nodes[paragraph].isEmpty {
      edits.append(xml, to: paragraph, of: index)
    } else {
      edits.insert(xml, at: index.nodes[paragraph].contentStart)
      edits.insert(end, at: index.nodes[paragraph].contentEnd)
    }
    return true
  }

  private func isOfAnnotation(_ node: Int) -> Bool {
    var above = index.nodes[node].parent
    while above >= 0 {
      if index.isNamed(above, "annotation") { return true }
      above = index.nodes[above].parent
    }
    return false
  }
}
