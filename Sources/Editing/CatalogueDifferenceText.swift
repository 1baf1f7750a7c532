import Catalogue
import Compliance
import Languages
import Linting
import Source
import Writing

/// What changed between two editions, and what that does to verdicts, for an editor.
package struct CatalogueDifferenceText {
  private let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  package func text(_ difference: CatalogueDifference, _ effects: [CatalogueEffect]) -> String {
    var lines: [String] = []
    for entry in difference.entries {
      let sign =
        switch entry.change {
        case .added: "+"
        case .removed: "-"
        case .changed: "~"
        }
      let meaning = entry.changesMeaning ? "  [\(language(EditorPhrase.changesMeaning))]" : ""
      lines.append("\(sign) \(entry.kind) \(entry.id)\(meaning)")
      lines += entry.details.map(detail)
    }
    if !lines.isEmpty { lines.append("") }
    let changes = effects.flatMap(\.changes)
    lines += changes.map { change in
      let old = change.old.map { $0.rawValue } ?? "–"
      return "\(change.subject): \(change.criterion): \(old) → \(words(change.forecast))\(on(change.day))"
    }
    if !changes.isEmpty { lines.append("") }
    let outcomes = effects.flatMap(\.outcomes)
    lines += outcomes.map { outcome in
      "\(outcome.subject): \(language(Phrase.conformityOfPlan)): \(outcome.old.rawValue) → \(outcome.new.rawValue)"
        + on(outcome.day)
    }
    if !outcomes.isEmpty { lines.append("") }
    let counts = CatalogueDifference.Entry.Change.allCases.map { kind in
      difference.entries.count { $0.change == kind }
    }
    lines.append(
      language(
        EditorPhrase.differenceSummary(
          added: counts[0], removed: counts[1], changed: counts[2],
          meanings: difference.entries.count(where: \.changesMeaning),
          subjects: effects.reduce(0) { $0 + $1.subjects }, verdicts: changes.count)))
    return lines.map(SafeText.harmless).joined(separator: "\n") + "\n"
  }

  private func detail(_ detail: CatalogueDifference.Detail) -> String {
    let old = detail.old.map { SafeText.of($0) } ?? "–"
    let new = detail.new.map { SafeText.of($0) } ?? "–"
    return "    \(detail.path): \(old) → \(new)"
  }

  private func on(_ day: CalendarDate?) -> String {
    day.map { "  [\(language(Phrase.fromDay(language($0))))]" } ?? ""
  }

  private func words(_ forecast: VerdictForecast) -> String {
    switch forecast {
    case .same: "="
    case .changes(let verdict): verdict.rawValue
    case .mustBeChecked: language(EditorPhrase.mustBeChecked)
    case .removed: language(EditorPhrase.criterionRemoved)
    case .added(let verdict):
      [verdict?.rawValue, language(EditorPhrase.criterionAdded)].compactMap { $0 }.joined(separator: ", ")
    }
  }

  package func json(_ difference: CatalogueDifference, _ effects: [CatalogueEffect]) -> String {
    JSON.object([
      ("format", .string("urn:khung:catalogue-difference:1")),
      (
        "entries",
        .array(
          difference.entries.map { entry in
            .object([
              ("kind", .string(entry.kind)), ("id", .string(entry.id)),
              ("change", .string(entry.change.rawValue)), ("changesMeaning", .boolean(entry.changesMeaning)),
              (
                "details",
                .array(
                  entry.details.map { detail in
                    .object([
                      ("path", .string(detail.path)), ("old", .optional(detail.old)),
                      ("new", .optional(detail.new)),
                    ])
                  })
              ),
            ])
          })
      ),
      ("subjects", .integer(effects.reduce(0) { $0 + $1.subjects })),
      (
        "verdicts",
        .array(
          effects.flatMap(\.changes).map { change in
            .object([
              ("subject", .string(change.subject)), ("criterion", .string(change.criterion)),
              ("old", .optional(change.old?.rawValue)), ("new", json(change.forecast)),
              ("verdict", .optional(change.forecast.verdict?.rawValue)),
              ("day", .optional(change.day?.description)),
            ])
          })
      ),
      (
        "conformity",
        .array(
          effects.flatMap(\.outcomes).map { outcome in
            .object([
              ("subject", .string(outcome.subject)), ("day", .optional(outcome.day?.description)),
              ("old", .string(outcome.old.rawValue)), ("new", .string(outcome.new.rawValue)),
            ])
          })
      ),
    ]).text()
  }

  private func json(_ forecast: VerdictForecast) -> JSON {
    switch forecast {
    case .same: .string("same")
    case .changes(let verdict): .string(verdict.rawValue)
    case .mustBeChecked: .string("must-be-checked")
    case .removed: .string("removed")
    case .added: .string("added")
    }
  }
}

extension VerdictForecast {
  /// The verdict under the new edition, where it is known.
  fileprivate var verdict: Verdict? {
    switch self {
    case .changes(let verdict): verdict
    case .added(let verdict): verdict
    case .same, .mustBeChecked, .removed: nil
    }
  }
}

extension Phrase {
  fileprivate static var conformityOfPlan: Phrase { Phrase("editing.conformity-of-plan") }

  fileprivate static func fromDay(_ date: String) -> Phrase {
    Phrase("editing.from-day", ["date": .text(date)])
  }
}

extension Language {
  /// A file beside plans that is none, or one that could not be judged.
  package func passedOver(_ refusal: Refusal) -> String {
    self(Phrase("editing.passed-over", ["why": .text(message(refusal))]))
  }
}
