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
        kind: fields[0], id: fields.count > 1 ? fields[1] : "", fact: fields.count > 2 ? fields[2] : "")
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
      + catalogue.criteria.map { Line(kind: "criterion", id: $0.id, fact: $0.meaningDigest) }
    ids = Set(lines.map(\.id))
  }

  package var text: String {
    "# Ids that others rely on. Written by `khung catalogue record`; read by `khung lint`.\n"
      + lines.map { "\($0.kind)\t\(Self.cell($0.id))\t\(Self.cell($0.fact))\n" }.joined()
  }

  /// A tab or a line break of an attribute would begin another cell or line.
  private static func cell(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
  }
}
