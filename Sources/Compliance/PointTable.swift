import Catalogue

/// The criteria of a group beside the points of the provisions that they rest on, in the order of the instrument:
/// what each point asks for, and what the plan shows of it.
package struct PointTable: Sendable {
  package struct Row: Sendable {
    package let provision: Provision
    package let finding: Finding

    /// Where the plan shows it, or where it belongs.
    package var evidence: Evidence? { finding.evidence.first }
  }

  package let group: Catalogue.CriterionGroup
  package let rows: [Row]
}

extension GapReport {
  /// One for each group that asks for it in the catalogue. A group of which nothing applies has none: a plan of
  /// another kind or of an earlier day owes none of its points.
  package var pointTables: [PointTable] {
    catalogue.groups.filter(\.isTable).compactMap { group in
      let members = findings.filter { $0.criterion.group == group.id }
      guard members.contains(where: { $0.verdict != .notApplicable }) else { return nil }
      let rows = members.compactMap { finding in
        finding.criterion.bases.first?.provision.flatMap { catalogue.provision($0) }.map {
          PointTable.Row(provision: $0, finding: finding)
        }
      }
      let instruments = Set(members.compactMap { $0.criterion.bases.first?.instrument }).sorted()
      let order = Dictionary(
        instruments.flatMap { catalogue.instrument($0)?.provisions ?? [] }.enumerated().map { ($1.id, $0) },
        uniquingKeysWith: { first, _ in first })
      return PointTable(
        group: group,
        rows: rows.enumerated().sorted {
          (order[$0.element.provision.id] ?? .max, $0.offset) < (
            order[$1.element.provision.id] ?? .max, $1.offset
          )
        }.map(\.element))
    }
  }
}
