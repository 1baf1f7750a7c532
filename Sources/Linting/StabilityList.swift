import Catalogue
import Source
import XML

/// The ids of an edition that others rely on: which document each means, what a criterion asks, and what the
/// whole entry says. Kept as `stability.tsv` beside the catalogue, so that no id vanishes and no fact changes
/// unnoticed: kind, id, number or digest of the meaning, digest of the entry, by tabs.
package struct StabilityList: Sendable {
  struct Line: Sendable {
    let kind: String
    let id: String
    /// The printed number of a text, the digest of a criterion's meaning; empty where there is none.
    let fact: String
    /// The digest of everything that the entry says; nil in lists of earlier editions.
    let digest: String?
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
    lines = text.utf8.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map {
      line in
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      return Line(
        kind: fields[0], id: fields.count > 1 ? fields[1] : "", fact: fields.count > 2 ? fields[2] : "",
        digest: fields.count > 3 ? fields[3] : nil)
    }
    ids = Set(lines.map(\.id))
  }

  /// The list of a catalogue.
  /// - Parameter files: the files that it was loaded from.
  /// - Throws: `Refusal` when one of them cannot be read.
  package init(_ catalogue: Catalogue, files: [Catalogue.File]) throws(Refusal) {
    var lines: [Line] = []
    for file in files where !file.holdsExamples {
      let document = try Document(file.text)
      for (kind, id, element) in EntryDigest.entries(of: document.root) {
        let fact =
          kind == "criterion" ? catalogue.criterion(id)?.meaningDigest : element.attribute("number")
        lines.append(Line(kind: kind, id: id, fact: fact ?? "", digest: EntryDigest.of(element)))
      }
    }
    self.lines = lines.sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }
    ids = Set(lines.map(\.id))
  }

  package var text: String {
    "# Ids that others rely on. Written by `khung catalogue record`; read by `khung lint`.\n"
      + lines.map { line in
        [line.kind, line.id, line.fact, line.digest ?? ""].map(Self.cell).joined(separator: "\t") + "\n"
      }.joined()
  }

  /// A tab or a line break of an attribute would begin another cell or line.
  private static func cell(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
  }
}
