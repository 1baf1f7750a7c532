import XML

/// The attributes of one element in document order. They are few, so looking through them is quicker than
/// any table.
package struct Attributes: Sendable, RandomAccessCollection {
  private let document: DocumentTable
  private let range: Range<Int>

  init(of row: Int, in document: DocumentTable) {
    self.document = document
    range = document.attributes(of: row)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { range.count }
  package subscript(position: Int) -> (key: String, value: String) {
    let index = range.lowerBound + position
    return (document.attributeName(index), document.string(document.value(ofAttribute: index)))
  }

  /// The name alone: most values need no string of their own.
  package func key(at position: Int) -> String { document.attributeName(range.lowerBound + position) }

  package func value(at position: Int) -> String {
    document.string(document.value(ofAttribute: range.lowerBound + position))
  }

  /// The value of the attribute called `name`.
  package subscript(name: String) -> String? {
    for index in range where document.attributeName(index) == name {
      return document.string(document.value(ofAttribute: index))
    }
    return nil
  }

  package var keys: [String] { range.map { document.attributeName($0) } }
}
