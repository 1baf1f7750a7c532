import Catalogue
import Source
import XML

/// The ids of an edition that others rely on: which document each means, what a criterion asks, and what the
/// whole entry says. Kept as `stability.tsv` beside the catalogue, so that no id vanishes and no fact changes
/// unnoticed: kind, id, number or digest of the meaning, bases, reason, digest of the entry, by tabs. Lists of earlier
/// programs end sooner.
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
    /// The digest of everything that the entry says; empty where an earlier program wrote the list.
    var digest = ""

    var order: Int { ["instrument", "standard", "criterion"].firstIndex(of: kind) ?? 3 }

    func says(_ other: Line) -> Bool {
      fact == other.fact && bases == other.bases && digest == other.digest
    }
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
        bases: fields.count > 3 ? fields[3] : "", reason: fields.count > 4 ? fields[4] : "",
        digest: fields.count > 5 ? fields[5] : "")
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
        let criterion = kind == "criterion" ? catalogue.criterion(id) : nil
        lines.append(
          Line(
            kind: kind, id: id, fact: criterion?.meaningDigest ?? element.attribute("number") ?? "",
            bases: criterion?.basisNotations.joined(separator: " ") ?? "", digest: EntryDigest.of(element)))
      }
    }
    self.init(lines)
  }

  /// The list of some lines, in its order: texts, standards, criteria, then the other kinds.
  init(_ lines: [Line]) {
    self.lines = lines.sorted { ($0.order, $0.kind, $0.id) < ($1.order, $1.kind, $1.id) }
    ids = Set(lines.map(\.id))
  }

  package var text: String {
    "# Ids that others rely on. Written by `khung catalogue record`; read by `khung lint`.\n"
      + lines.map { line in
        let cells = [line.kind, line.id, line.fact, line.bases, line.reason, line.digest].map(Self.cell)
        let used = cells.lastIndex { !$0.isEmpty }.map { max($0, 2) } ?? 2
        return cells[...used].joined(separator: "\t") + "\n"
      }.joined()
  }

  /// A tab or a line break of an attribute would begin another cell or line.
  private static func cell(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
  }
}
