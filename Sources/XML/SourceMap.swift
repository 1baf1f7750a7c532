import CLibXML2

/// Where the elements of a document stand in its text. Made only when a finding needs it:
/// libxml2 keeps the line on which a start tag ends, and no columns.
public struct SourceMap: Sendable {
  private let source: SourceText
  /// Where each element begins, in document order.
  private let offsets: [Int]
  /// Where each line begins.
  private let lines: [Int]

  public init(_ source: SourceText) {
    self.source = source
    offsets = source.startTagOffsets()
    lines = source.lineOffsets()
  }

  /// The position of the start tag of the `number`-th element in document order, from 0.
  public func position(ofElement number: Int) -> Position {
    guard offsets.indices.contains(number) else { return Position(line: 1, column: 1) }
    let offset = offsets[number]
    // The last line that begins at or before the offset.
    var (low, high) = (0, lines.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return Position(line: low + 1, column: source.columns(from: lines[low], to: offset) + 1)
  }
}

extension Document {
  /// The line and column of an element's start tag. Costs a walk; for refusals, not for loops.
  public func position(of element: Element) -> Position {
    var number = 0
    var found: Int?
    func visit(_ candidate: Element) {
      if candidate.pointer == element.pointer { found = number }
      number += 1
      for child in candidate.children where found == nil { visit(child) }
    }
    visit(root)
    return SourceMap(source).position(ofElement: found ?? 0)
  }
}
