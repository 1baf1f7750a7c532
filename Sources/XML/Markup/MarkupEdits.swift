/// What is written between the bytes of a part, and what of ours is taken out again.
package struct MarkupEdits: Sendable {
  private var edits: [(range: Range<Int>, order: Int, bytes: [UInt8])] = []

  package init() {}

  package var isEmpty: Bool { edits.isEmpty }

  package mutating func insert(_ text: String, at offset: Int) {
    edits.append((offset..<offset, edits.count, Array(text.utf8)))
  }

  package mutating func remove(_ range: Range<Int>) { edits.append((range, edits.count, [])) }

  package mutating func replace(_ range: Range<Int>, by text: String) {
    edits.append((range, edits.count, Array(text.utf8)))
  }

  package mutating func remove(_ node: Int, of index: MarkupIndex) {
    remove(index.nodes[node].start..<index.nodes[node].end)
  }

  /// Writes at the end of an element's content; one that is written as a single tag gets an end tag.
  package mutating func append(_ text: String, to node: Int, of index: MarkupIndex) {
    let place = index.nodes[node]
    guard place.isEmpty else { return insert(text, at: place.contentEnd) }
    let name = String(decoding: index.name(of: node), as: UTF8.self)
    // Two writings at the end of one element that has no content: the second goes in front of the end tag.
    let slash = place.contentStart - 2
    if let before = edits.firstIndex(where: { $0.range == slash..<place.contentStart }) {
      let end = Array("</\(name)>".utf8)
      edits[before].bytes.insert(contentsOf: text.utf8, at: edits[before].bytes.count - end.count)
    } else {
      edits.append((slash..<place.contentStart, edits.count, Array(">\(text)</\(name)>".utf8)))
    }
  }

  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.bytes.count })
    var reached = 0
    let sorted = edits.sorted { ($0.range.lowerBound, $0.order) < ($1.range.lowerBound, $1.order) }
    for edit in sorted {
      // A piece that is taken out may stand inside another.
      if edit.range.lowerBound > reached { result += bytes[reached..<edit.range.lowerBound] }
      result += edit.bytes
      reached = max(reached, edit.range.upperBound)
    }
    return result + bytes[min(reached, bytes.count)...]
  }
}
