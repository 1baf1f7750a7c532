import XML

/// Where an element stands: its number in document order, from 0, and its path. Line and column are
/// computed only for findings, by `SourceMap`; so is the path.
package struct Place: Sendable, Hashable {
  private let document: DocumentTable
  package let number: Int

  init(number: Int, in document: DocumentTable) {
    self.number = number
    self.document = document
  }

  /// Names and positions from the root: `/master-plan/security/system[2]`.
  package var path: String {
    var bytes: [UInt8] = []
    writePath(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the path.
  package func writePath(to bytes: inout [UInt8]) {
    _ = writeStep(to: number, into: &bytes)
  }

  /// Appends the path to a row; it is as deep as `Limits` allows at most.
  /// - Returns: how many elements stand above it.
  private func writeStep(to row: Int, into bytes: inout [UInt8]) -> Int {
    let depth = document.parent(of: row).map { writeStep(to: $0, into: &bytes) + 1 } ?? 0
    bytes.append(UInt8(ascii: "/"))
    bytes.append(contentsOf: document.name(of: row).utf8)
    // The root and its sections occur once.
    if depth > 1 {
      bytes.append(UInt8(ascii: "["))
      bytes.append(contentsOf: String(document.position(of: row)).utf8)
      bytes.append(UInt8(ascii: "]"))
    }
    return depth
  }

  /// `==` compares places of one document only.
  package func isInDocument(of other: Place) -> Bool { document === other.document }

  package static func == (left: Place, right: Place) -> Bool { left.number == right.number }

  package func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
