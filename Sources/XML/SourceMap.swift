import CLibXML2

/// Where the elements of a document stand in its text. Made only when a finding needs it:
/// libxml2 keeps the line on which a start tag ends, and no columns.
public struct SourceMap: Sendable {
  private let source: SourceText
  private let offsets: [Int]

  public init(_ source: SourceText) {
    self.source = source
    offsets = source.startTagOffsets()
  }

  /// The position of the start tag of the `number`-th element in document order, from 0.
  public func position(ofElement number: Int) -> Position {
    guard offsets.indices.contains(number) else { return Position(line: 1, column: 1) }
    return source.position(at: offsets[number])
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
