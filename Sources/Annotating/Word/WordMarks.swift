import Manuscript

/// Where comments hang in the main part of a Word file: a paragraph is marked from its first letter to its last, and
/// the comment is called behind it (ISO/IEC 29500-1, 17.13.4).
struct WordMarks {
  let index: MarkupIndex
  private(set) var edits = MarkupEdits()
  private let prefix: String
  private let declaration: String

  init(_ bytes: [UInt8], namespace: String) {
    index = MarkupIndex(bytes)
    if let known = index.prefix(of: namespace) {
      (prefix, declaration) = (known + ":", "")
    } else {
      (prefix, declaration) = ("kw:", " xmlns:kw=\"\(namespace)\"")
    }
  }

  /// The paragraph at or around a place, or the first in it; those in text boxes give way to the one that the box
  /// hangs on.
  func paragraph(at path: ElementPath) -> Int? {
    guard let node = index.node(at: path) else { return nil }
    var outermost: Int?
    var above = node
    while above >= 0 {
      if isParagraph(above) { outermost = above }
      above = index.nodes[above].parent
    }
    if let outermost { return outermost }
    let inside = index.descendants(of: node).filter(isParagraph)
    if let first = inside.first(where: hasText) ?? inside.first { return first }
    // A piece without paragraphs of its own, such as a chunk of another format: the paragraph in front of it.
    return (0..<node).last { isParagraph($0) && index.nodes[$0].end <= index.nodes[node].start }
      .map { outermostParagraph(around: $0) }
  }

  /// The first paragraph of all.
  var first: Int? { index.nodes.indices.first { isParagraph($0) } }

  private func outermostParagraph(around node: Int) -> Int {
    var (found, above) = (node, index.nodes[node].parent)
    while above >= 0 {
      if isParagraph(above) { found = above }
      above = index.nodes[above].parent
    }
    return found
  }

  private func isParagraph(_ node: Int) -> Bool {
    index.isNamed(node, "p") && isOfWord(node)
  }

  /// Drawings have paragraphs, too, in a namespace of their own.
  private func isOfWord(_ node: Int) -> Bool {
    let name = index.name(of: node)
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return prefix == "kw:" }
    return name[...colon].elementsEqual(prefix.utf8)
  }

  private func hasText(_ node: Int) -> Bool {
    index.descendants(of: node).contains { index.isNamed($0, "t") }
  }

  mutating func mark(_ paragraph: Int, with ids: [Int]) {
    let inside = index.descendants(of: paragraph)
    // A mark in front would give the places of a text box's own paragraphs other numbers.
    let holdsOthers = inside.contains(where: isParagraph)
    if !holdsOthers, !index.nodes[paragraph].isEmpty {
      let properties = index.children(of: paragraph).first { index.isNamed($0, "pPr") }
      let start = properties.map { index.nodes[$0].end } ?? index.nodes[paragraph].contentStart
      edits.insert(
        ids.map { "<\(prefix)commentRangeStart\(declaration) \(prefix)id=\"\($0)\"/>" }.joined(), at: start)
    }
    var end = ""
    for id in ids {
      if !holdsOthers, !index.nodes[paragraph].isEmpty {
        end += "<\(prefix)commentRangeEnd\(declaration) \(prefix)id=\"\(id)\"/>"
      }
      end += "<\(prefix)r\(declaration)><\(prefix)commentReference \(prefix)id=\"\(id)\"/></\(prefix)r>"
    }
    edits.append(end, to: paragraph, of: index)
  }

  /// Takes out the marks of comments that are there no more.
  mutating func remove(_ ids: Set<String>) {
    guard !ids.isEmpty else { return }
    for node in index.nodes.indices {
      let isRange = index.isNamed(node, "commentRangeStart") || index.isNamed(node, "commentRangeEnd")
      guard isRange || index.isNamed(node, "commentReference"),
        let id = index.attribute("id", of: node), ids.contains(id)
      else { continue }
      let run = index.nodes[node].parent
      let isAlone =
        !isRange && run >= 0 && index.isNamed(run, "r")
        && index.children(of: run).allSatisfy { $0 == node || index.isNamed($0, "rPr") }
      edits.remove(isAlone ? run : node, of: index)
    }
  }

  /// All ids by which comments are called.
  var calledIDs: [Int] {
    index.nodes.indices.filter {
      index.isNamed($0, "commentRangeStart") || index.isNamed($0, "commentRangeEnd")
        || index.isNamed($0, "commentReference")
    }.compactMap { index.attribute("id", of: $0).flatMap { Int($0) } }
  }
}
