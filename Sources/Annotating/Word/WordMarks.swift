import Manuscript
import XML

/// Where comments hang in the main part of a Word file: a paragraph is marked from its first letter to its last, and
/// the comment is called behind it (ISO/IEC 29500-1, 17.13.4).
struct WordMarks {
  let index: MarkupIndex
  private(set) var edits = MarkupEdits()
  private let prefix: String
  private let declaration: String
  private let paragraphs: Paragraphs

  init(_ bytes: [UInt8], namespace: String) {
    index = MarkupIndex(bytes)
    // Drawings have paragraphs, too, in a namespace of their own.
    paragraphs = Paragraphs(index, namespace: namespace, names: ["p"], text: "t")
    if let known = index.prefix(of: namespace) {
      (prefix, declaration) = (known + ":", "")
    } else {
      (prefix, declaration) = ("kw:", " xmlns:kw=\"\(namespace)\"")
    }
  }

  /// The paragraph at or around a place.
  func paragraph(at path: ElementPath) -> Int? { paragraphs.paragraph(at: path) }

  /// The first paragraph of all.
  var first: Int? { paragraphs.first }

  mutating func mark(_ paragraph: Int, with ids: [Int]) {
    let inside = index.descendants(of: paragraph)
    // A mark in front would give the places of a text box's own paragraphs other numbers.
    let holdsOthers = inside.contains(where: paragraphs.isParagraph)
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
