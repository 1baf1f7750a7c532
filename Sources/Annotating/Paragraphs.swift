import Manuscript
import XML

/// Finds the paragraph that a remark hangs on.
struct Paragraphs {
  private let index: MarkupIndex
  /// As they are written, with their prefixes.
  private let names: [[UInt8]]
  /// The element that holds letters; empty where the paragraph itself does.
  private let text: StaticString

  init(_ index: MarkupIndex, namespace: String, names: [String], text: StaticString = "") {
    self.index = index
    self.text = text
    let bound = index.nodes.isEmpty ? [] : index.attributes(of: 0)
    let prefixes: [[UInt8]] = bound.filter { $0.value.utf8.elementsEqual(namespace.utf8) }.compactMap {
      if $0.name.utf8.elementsEqual("xmlns".utf8) { return [] }
      return $0.name.utf8.starts(with: "xmlns:".utf8)
        ? $0.name.utf8.dropFirst(6) + [UInt8(ascii: ":")] : nil
    }
    self.names = prefixes.flatMap { prefix in names.map { prefix + $0.utf8 } }
  }

  func isParagraph(_ node: Int) -> Bool {
    let name = index.name(of: node)
    return names.contains { $0.elementsEqual(name) }
  }

  /// The paragraph at or around a place, or the first in it; those in text boxes and notes give way to the one that
  /// the box hangs on.
  func paragraph(at path: ElementPath) -> Int? {
    guard let node = index.node(at: path.steps) else { return nil }
    if let around = outermost(around: node) { return around }
    let inside = index.descendants(of: node).filter(isParagraph)
    if let first = inside.first(where: hasText) ?? inside.first { return first }
    // A piece without paragraphs of its own, such as a chunk of another format: the paragraph in front of it.
    return (0..<node).last { isParagraph($0) && index.nodes[$0].end <= index.nodes[node].start }
      .flatMap { outermost(around: $0) }
  }

  var first: Int? { index.nodes.indices.first { isParagraph($0) } }

  private func outermost(around node: Int) -> Int? {
    var found: Int?
    var above = node
    while above >= 0 {
      if isParagraph(above) { found = above }
      above = index.nodes[above].parent
    }
    return found
  }

  private func hasText(_ node: Int) -> Bool {
    guard text.utf8CodeUnitCount > 0 else {
      return index.nodes[node].contentEnd > index.nodes[node].contentStart
    }
    return index.descendants(of: node).contains { index.isNamed($0, text) }
  }
}
