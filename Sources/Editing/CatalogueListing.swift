import Catalogue
import Languages
import Source
import Writing

/// One entry of a catalogue in a list.
package struct ListedEntry: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case instrument, standard, framework, indicator, target, criterion
  }

  package let kind: Kind
  package let id: String
  /// The printed number of a text, the force of a criterion.
  package let number: String
  package let title: Label
  package let mark: Mark
  package let tier: String
  /// What a text was on the day that was asked for.
  package let state: LegalState?
  /// Layers of frameworks that a criterion asks for or that a framework has.
  package let layers: Set<String>
}

/// The entries of a catalogue, by what an editor looks for.
package struct CatalogueListing {
  private let entries: [ListedEntry]

  /// - Parameter date: the day on which the state of texts is looked at.
  package init(_ catalogue: Catalogue, on date: CalendarDate) {
    var entries: [ListedEntry] = []
    func add(
      _ kind: ListedEntry.Kind, _ id: String, _ number: String, _ title: Label, _ provenance: Provenance,
      layers: Set<String> = []
    ) {
      entries.append(
        ListedEntry(
          kind: kind, id: id, number: number, title: title, mark: provenance.mark, tier: provenance.tier,
          state: catalogue.state(of: id, on: date), layers: layers))
    }
    for entry in catalogue.instruments {
      add(.instrument, entry.id, entry.number ?? "", entry.title, entry.provenance)
    }
    for entry in catalogue.standards { add(.standard, entry.id, entry.number, entry.title, entry.provenance) }
    for entry in catalogue.frameworks {
      add(.framework, entry.id, "", entry.title, entry.provenance, layers: Set(entry.layers.map(\.id)))
    }
    for entry in catalogue.indicators {
      add(.indicator, entry.id, entry.unit ?? "", entry.name, entry.provenance)
    }
    for entry in catalogue.programme { add(.target, entry.id, "", entry.title, entry.provenance) }
    for entry in catalogue.criteria {
      add(
        .criterion, entry.id, entry.force.rawValue, entry.title, entry.provenance,
        layers: entry.requirement.map { Self.layers(of: $0, catalogue) } ?? [])
    }
    self.entries = entries
  }

  private static func layers(of requirement: Requirement, _ catalogue: Catalogue) -> Set<String> {
    let parts = requirement.leaves.flatMap { $0.parts(in: catalogue) }
    return Set(parts.flatMap(\.references).filter { $0.kind == .layer }.map(\.id))
  }

  /// The entries that are asked for; nil asks for nothing.
  /// - Parameter state: the stable name of a legal state, as `LegalState.name`.
  package func entries(
    kind: ListedEntry.Kind?, mark: Mark?, state: String?, layer: String?
  ) -> [ListedEntry] {
    entries.filter {
      (kind == nil || $0.kind == kind) && (mark == nil || $0.mark == mark)
        && (state == nil || $0.state?.name == state) && (layer == nil || $0.layers.contains(layer ?? ""))
    }
  }

  /// A table for a terminal.
  package static func text(_ entries: [ListedEntry], _ language: Language, width: Int) -> String {
    guard !entries.isEmpty else { return "" }
    var table = TextTable(
      columns: [.left, .left, .left, .left, .left],
      header: [
        language(EditorPhrase.entryKind), language(EditorPhrase.entryID), language(EditorPhrase.entryNumber),
        language(EditorPhrase.entryState), language(EditorPhrase.entryTitle),
      ])
    for entry in entries {
      let state = entry.state?.name ?? ""
      table.add([
        entry.kind.rawValue, entry.id, SafeText.harmless(entry.number),
        [state, entry.mark == .verified ? "" : entry.mark.rawValue].filter { !$0.isEmpty }.joined(
          separator: ", "),
        SafeText.harmless(language(entry.title)),
      ])
    }
    return table.lines(width: max(width, 72)).joined(separator: "\n") + "\n"
  }

  package static func json(_ entries: [ListedEntry], _ language: Language) -> String {
    JSON.array(
      entries.map { entry in
        .object([
          ("kind", .string(entry.kind.rawValue)), ("id", .string(entry.id)),
          ("number", .string(entry.number)),
          ("title", .string(language(entry.title))), ("mark", .string(entry.mark.rawValue)),
          ("tier", .string(entry.tier)), ("state", .optional(entry.state?.name)),
          ("layers", .array(entry.layers.sorted().map { .string($0) })),
        ])
      }
    ).text()
  }
}

extension LegalState {
  /// A stable name for data and for filters.
  package var name: String {
    switch self {
    case .notIssued: "not-issued"
    case .notYetInForce: "not-yet-in-force"
    case .inForce: "in-force"
    case .presumedSince: "presumed-in-force"
    case .notBefore: "not-issued"
    case .undated: "undated"
    case .replaced: "replaced"
    case .ended: "ended"
    case .keptByTransition: "kept-by-transition"
    // Of a plan; no list of texts has it.
    case .bindsElsewhere: "binds-elsewhere"
    }
  }

  /// Every name, for messages.
  package static let names = [
    "not-issued", "not-yet-in-force", "in-force", "presumed-in-force", "undated", "replaced", "ended",
    "kept-by-transition",
  ]
}
