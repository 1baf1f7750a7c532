import Source

/// Where the elements of a part stand, byte by byte: what is written into an office file goes between its bytes, and
/// nothing else of it is written again. The part was read by a parser before; nothing is checked here.
package struct MarkupIndex: Sendable {
  package struct Node: Sendable {
    /// Of the start tag.
    package let start: Int
    package let contentStart: Int
    package fileprivate(set) var contentEnd: Int
    package fileprivate(set) var end: Int
    /// -1 for the root.
    package let parent: Int
    /// Whether it is written as one tag, `<w:p/>`.
    package let isEmpty: Bool
  }

  package let bytes: [UInt8]
  /// In the order of the document.
  package private(set) var nodes: [Node] = []
  private var children: [Int32] = []
  private var childrenStart: [Int] = []

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = MarkupScanner(buffer)
      var open: [Int] = []
      while true {
        let start = scanner.offset
        guard let token = scanner.next() else { break }
        switch token {
        case .startTag(let offset, _, _, let isEmpty):
          nodes.append(
            Node(
              start: offset, contentStart: scanner.offset, contentEnd: scanner.offset, end: scanner.offset,
              parent: open.last ?? -1, isEmpty: isEmpty))
          if !isEmpty { open.append(nodes.count - 1) }
        case .endTag:
          guard let node = open.popLast() else { continue }
          nodes[node].contentEnd = start
          nodes[node].end = scanner.offset
        default: continue
        }
      }
    }
    var counts = Array(repeating: 0, count: nodes.count + 1)
    for node in nodes where node.parent >= 0 { counts[node.parent + 1] += 1 }
    for index in 1..<max(1, counts.count) { counts[index] += counts[index - 1] }
    childrenStart = counts
    children = Array(repeating: 0, count: max(0, nodes.count - 1))
    var filled = counts
    for (index, node) in nodes.enumerated() where node.parent >= 0 {
      children[filled[node.parent]] = Int32(index)
      filled[node.parent] += 1
    }
  }

  package func children(of node: Int) -> [Int] {
    guard nodes.indices.contains(node) else { return [] }
    return children[childrenStart[node]..<childrenStart[node + 1]].map(Int.init)
  }

  /// The element that the numbers of children from the root lead to; nil where there is none.
  package func node(at steps: [Int32]) -> Int? {
    guard let first = steps.first, first == 1, !nodes.isEmpty else { return nil }
    var node = 0
    for step in steps.dropFirst() {
      let index = childrenStart[node] + Int(step) - 1
      guard step > 0, index < childrenStart[node + 1] else { return nil }
      node = Int(children[index])
    }
    return node
  }

  /// The elements inside one, in the order of the document.
  package func descendants(of node: Int) -> Range<Int> {
    var end = node + 1
    while end < nodes.count, nodes[end].start < nodes[node].end { end += 1 }
    return node + 1..<end
  }

  // MARK: Tags

  /// The name as it is written, with its prefix.
  package func name(of node: Int) -> ArraySlice<UInt8> {
    let start = nodes[node].start + 1
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "/")
    { end += 1 }
    return bytes[start..<end]
  }

  package func isNamed(_ node: Int, _ local: StaticString) -> Bool {
    let name = name(of: node)
    let start = name.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
    return local.withUTF8Buffer { name[start...].elementsEqual($0) }
  }

  /// The values of the attributes of a start tag by their names as written.
  package func attributes(of node: Int) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var index = name(of: node).endIndex
    let end = nodes[node].contentStart
    while index < end {
      while index < end, bytes[index] <= 0x20 { index += 1 }
      let start = index
      while index < end, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "=") { index += 1 }
      let name = start..<index
      while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'") { index += 1 }
      guard index < end else { break }
      let quote = bytes[index]
      let value = index + 1
      index = value
      while index < end, bytes[index] != quote { index += 1 }
      found.append(
        (String(decoding: bytes[name], as: UTF8.self), Self.plain(bytes[value..<index])))
      index += 1
    }
    return found
  }

  /// The value of an attribute by its name without a prefix.
  package func attribute(_ local: String, of node: Int) -> String? {
    let wanted = Array(local.utf8)
    return attributes(of: node).first { attribute in
      let name = Array(attribute.name.utf8)
      if name == wanted { return true }
      return name.count > wanted.count && name.suffix(wanted.count) == wanted[...]
        && name[name.count - wanted.count - 1] == UInt8(ascii: ":") && !name.starts(with: "xmlns:".utf8)
    }?.value
  }

  /// The prefix that the root binds to a namespace; nil where it binds none.
  package func prefix(of namespace: String) -> String? {
    guard !nodes.isEmpty else { return nil }
    let mark = Array("xmlns:".utf8)
    let found = attributes(of: 0).first {
      $0.name.utf8.starts(with: mark) && $0.value.utf8.elementsEqual(namespace.utf8)
    }
    return found.map { String(decoding: $0.name.utf8.dropFirst(mark.count), as: UTF8.self) }
  }

  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var plain: [UInt8] = []
    var rest = bytes
    let signs: [(written: String, sign: UInt8)] = [
      ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&apos;", 0x27), ("&amp;", 0x26),
    ]
    while let first = rest.first {
      if first == UInt8(ascii: "&"), let found = signs.first(where: { rest.starts(with: $0.written.utf8) }) {
        plain.append(found.sign)
        rest = rest.dropFirst(found.written.utf8.count)
      } else {
        plain.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
