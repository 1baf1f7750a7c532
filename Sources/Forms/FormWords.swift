import Source

/// The fixed words of the form: data of `Data/form.tsv`.
package struct FormWords: Sendable {
  private var rows: [Key: String] = [:]
  /// Parts and sections in the order of the form.
  package private(set) var order: [Entry] = []

  package enum Entry: Sendable, Equatable {
    case part(String)
    case section(String, heading: String)
  }

  private struct Key: Hashable {
    let use: String
    let of: String
    let name: String
  }

  /// - Parameter table: a first row of heads, then rows of use, of, name and words.
  package init(_ table: [UInt8]) {
    for line in table.split(separator: UInt8(ascii: "\n")).dropFirst() where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard cells.count == 4 else { continue }
      rows[Key(use: cells[0], of: cells[1], name: cells[2])] = cells[3]
      switch cells[0] {
      case "part": order.append(.part(cells[3]))
      case "section": order.append(.section(cells[1], heading: cells[3]))
      default: break
      }
    }
  }

  package subscript(use: String, of: String = "", name: String = "") -> String? {
    rows[Key(use: use, of: of, name: name)]
  }

  /// The head of a column or the label of a field.
  func head(_ field: String, of element: String) -> String {
    self["head", element, field] ?? self["head", "*", field] ?? field
  }

  /// The columns that an empty form has for an element.
  func columns(of element: String) -> [String] {
    (self["columns", element] ?? "").split(separator: " ").map(String.init)
  }

  func rows(of element: String) -> Int { Int(self["rows", element] ?? self["rows", "*"] ?? "") ?? 1 }

  var hint: String { self["hint"] ?? "" }
  var marker: String { self["marker"] ?? "" }
}
