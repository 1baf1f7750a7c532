import Catalogue

/// The ids of an edition that others rely on: which document each means and, for a criterion, what it
/// asks. Kept as `stability.tsv` beside the catalogue, so that no id vanishes or changes its meaning
/// unnoticed: kind, id, number or digest of the meaning, by tabs.
package struct StabilityList: Sendable {
  struct Line: Sendable {
    let kind: String
    let id: String
    /// The printed number of a text, the digest of a criterion's meaning; empty where there is none.
    let fact: String
    /// The bases of a criterion, with spaces between them; empty where an earlier program wrote the list.
    var bases = ""
    /// Why the last change was accepted.
    var reason = ""

    func says(_ other: Line) -> Bool { fact == other.fact && bases == other.bases }
  }

  package static let fileName = "stability.tsv"

  let lines: [Line]
  private let ids: Set<String>

  func lists(_ id: String) -> Bool {
    // Provisions and layers stand with their instrument or framework.
    ids.contains(id) || ids.contains(String(id.prefix { $0 != "." }))
  }

  /// Reads the list; lines that start with `#` are passed over.
  package init(_ text: String) {
    lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Line(
        kind: fields[0], id: fields.count > 1 ? fields[1] : "", fact: fields.count > 2 ? fields[2] : "",
        bases: fields.count > 3 ? fields[3] : "", reason: fields.count > 4 ? fields[4] : "")
    }
    ids = Set(lines.map(\.id))
  }

  /// The list of a catalogue.
  package init(_ catalogue: Catalogue) {
    lines =
      catalogue.instruments.map { Line(kind: "instrument", id: $0.id, fact: $0.number ?? "") }
      .sorted { $0.id < $1.id }
      + catalogue.standards.map { Line(kind: "standard", id: $0.id, fact: $0.number) }
      .sorted { $0.id < $1.id }
      + catalogue.criteria.map {
        Line(
          kind: "criterion", id: $0.id, fact: $0.meaningDigest,
          bases: $0.basisNotations.joined(separator: " "))
      }
    ids = Set(lines.map(\.id))
  }

  init(_ lines: [Line]) {
    self.lines = lines
    ids = Set(lines.map(\.id))
  }

  package var text: String {
    "# Ids that others rely on. Written by `khung catalogue record`; read by `khung lint`.\n"
      + lines.map { line in
        let cells = [line.kind, line.id, line.fact, line.bases, line.reason].map(Self.cell)
        let used = cells.lastIndex { !$0.isEmpty }.map { max($0, 2) } ?? 2
        return cells[...used].joined(separator: "\t") + "\n"
      }.joined()
  }

  /// A tab or a line break of an attribute would begin another cell or line.
  private static func cell(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
  }
}
