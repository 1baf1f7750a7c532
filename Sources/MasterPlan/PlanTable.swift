import XML

/// A plan's document as a table, with what is asked of nearly every item: whether a person filled it in.
final class PlanTable: Sendable {
  let document: DocumentTable
  let map: SourceMap
  /// Row by row: whether the item says something.
  private let filledIn: [Bool]
  /// Row by row: the row of the section that it stands in.
  private let sections: [Int32]
  private let nameNumber: UInt16?

  init(_ document: DocumentTable) {
    map = SourceMap(document)
    self.document = document
    var filledIn = [Bool](repeating: false, count: document.count)
    var sections = [Int32](repeating: 0, count: document.count)
    let name = document.number(ofName: "name")
    nameNumber = name
    document.withValues { values in
      var section: Int32 = 0
      for row in 1..<max(1, document.count) {
        if document.parent(of: row) == 0 { section = Int32(row) }
        sections[row] = section
        // A section has no text of its own, but a city section has a name.
        let text = section == Int32(row) ? .none : Self.text(of: row, document, name)
        filledIn[row] =
          text.count == 0
          ? document.hasChildren(row) || !document.attributes(of: row).isEmpty
          : FilledIn.isWorded(values[text])
      }
    }
    self.filledIn = filledIn
    self.sections = sections
  }

  func isFilledIn(_ row: Int) -> Bool { filledIn[row] }

  func section(of row: Int) -> Int { Int(sections[row]) }

  /// The own text of an item; for one with parts, that of its `name`. A section has none.
  func text(of row: Int) -> DocumentTable.Span {
    section(of: row) == row ? .none : Self.text(of: row, document, nameNumber)
  }

  private static func text(of row: Int, _ document: DocumentTable, _ name: UInt16?) -> DocumentTable.Span {
    guard document.hasChildren(row) else { return document.text(of: row) }
    guard let name else { return .none }
    for child in Children(of: row, in: document) where document.isNamed(name, row: child) {
      // A name with parts of its own would have no text of its own.
      return document.text(of: child)
    }
    return .none
  }

  func items(of row: Int) -> Items { Items(table: self, of: row) }

  /// The rows of an element's children.
  struct Children: Sequence, IteratorProtocol {
    private let document: DocumentTable
    private let end: Int
    private var row: Int

    init(of row: Int, in document: DocumentTable) {
      self.document = document
      self.row = row + 1
      end = document.end(of: row)
    }

    mutating func next() -> Int? {
      guard row < end else { return nil }
      defer { row = document.end(of: row) }
      return row
    }
  }
}

/// The items that a section or an item holds, in document order.
package struct Items: Sequence, Sendable {
  private let table: PlanTable
  private let row: Int

  init(table: PlanTable, of row: Int) {
    self.table = table
    self.row = row
  }

  package var isEmpty: Bool { !table.document.hasChildren(row) }

  package func makeIterator() -> Iterator {
    Iterator(table: table, children: PlanTable.Children(of: row, in: table.document))
  }

  package struct Iterator: IteratorProtocol {
    fileprivate let table: PlanTable
    fileprivate var children: PlanTable.Children

    package mutating func next() -> Item? { children.next().map { Item(table: table, row: $0) } }
  }

  /// The items called `element`.
  func named(_ element: String) -> [Item] {
    guard let name = table.document.number(ofName: element) else { return [] }
    var result: [Item] = []
    for child in PlanTable.Children(of: row, in: table.document)
    where table.document.isNamed(name, row: child) {
      result.append(Item(table: table, row: child))
    }
    return result
  }

  func first(named element: String) -> Item? {
    guard let name = table.document.number(ofName: element) else { return nil }
    for child in PlanTable.Children(of: row, in: table.document)
    where table.document.isNamed(name, row: child) {
      return Item(table: table, row: child)
    }
    return nil
  }
}
