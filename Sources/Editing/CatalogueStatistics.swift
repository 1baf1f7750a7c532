import Catalogue
import Languages
import Source
import Writing

/// How much a catalogue holds, and how well it is known.
package struct CatalogueStatistics {
  private let rows: [(name: String, values: [(String, Int)])]

  package init(
    _ catalogue: Catalogue, _ wordings: WordingCollection, on date: CalendarDate, _ language: Language
  ) {
    let entries = CatalogueListing(catalogue, on: date).entries(kind: nil, mark: nil, state: nil, layer: nil)
    func count(_ key: (ListedEntry) -> String?) -> [(String, Int)] { Self.counts(entries.compactMap(key)) }
    let criteria = catalogue.criteria
    var rows: [(name: String, values: [(String, Int)])] = [
      (language(EditorPhrase.statisticEntries), count { $0.kind.rawValue }),
      (language(EditorPhrase.statisticMarks), count { "\($0.mark.rawValue) \($0.tier)" }),
      (language(EditorPhrase.statisticStates(language(date))), count { $0.state?.name }),
      (
        language(EditorPhrase.statisticForces),
        Force.reportOrder.map { force in (force.rawValue, criteria.count { $0.force == force }) }
      ),
      (
        language(EditorPhrase.statisticChecks),
        [
          (
            language(EditorPhrase.checkedByMachine),
            criteria.count { $0.requirement != nil && $0.isAssessable }
          ),
          (language(EditorPhrase.evidenceNotVerified), criteria.count { !$0.isAssessable }),
          (
            language(EditorPhrase.judgedByPerson),
            criteria.count { $0.requirement == nil && $0.isAssessable }
          ),
        ]
      ),
    ]
    if !wordings.wordings.isEmpty {
      rows.append((language(EditorPhrase.statisticWordings), Self.counts(wordings.wordings.map(\.list))))
    }
    if !wordings.denials.isEmpty {
      rows.append(
        (language(EditorPhrase.statisticDenials), Self.counts(wordings.denials.map(\.kind.rawValue))))
    }
    self.rows = rows
  }

  /// How often each name stands there, the most frequent first.
  private static func counts(_ names: [String]) -> [(String, Int)] {
    Dictionary(grouping: names, by: { $0 }).map { ($0.key, $0.value.count) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  package var text: String {
    rows.flatMap { row in
      let width = row.values.map { Wrapping.columns($0.0) }.max() ?? 0
      let lines = row.values.map { name, count in
        let digits = String(count)
        return "  \(name)\(String(repeating: " ", count: width - Wrapping.columns(name)))"
          + "  \(String(repeating: " ", count: max(0, 6 - digits.count)))\(digits)"
      }
      return [row.name] + lines + [""]
    }.joined(separator: "\n")
  }

  package var json: String {
    JSON.object(
      rows.map { row in (row.name, .object(row.values.map { ($0.0, .integer($0.1)) })) }
    ).text()
  }
}
