import Manuscript
import Source

/// What of a form that somebody filled in cannot be taken into a plan: all of it, so that it is mended at once.
package struct FormFault: RefusalCause {
  /// Headings of sections instead of their names.
  package let places: [Place]
  private static let most = 12

  package struct Place: Sendable, Equatable {
    package let problem: FormProblem
    package let heading: String

    package init(_ problem: FormProblem, heading: String) {
      self.problem = problem
      self.heading = heading
    }

    fileprivate var phrase: Phrase {
      let kind: Phrase =
        switch problem.kind {
        case .value: Phrase("refusals.form-value", ["words": .text(SafeText.of(problem.words, limit: 80))])
        case .wordsMissing: Phrase("refusals.form-words-missing")
        case .required: Phrase("refusals.form-required")
        case .parent: Phrase("refusals.form-parent", ["words": .text(SafeText.of(problem.words, limit: 20))])
        case .differs(let stored):
          Phrase(
            "refusals.form-differs",
            [
              "words": .text(SafeText.of(problem.words, limit: 80)),
              "stored": .text(SafeText.of(stored, limit: 80)),
            ])
        case .unread: Phrase("refusals.form-unread")
        }
      guard let row = problem.row else {
        return Phrase(
          "refusals.form-field",
          [
            "section": .text(heading), "head": .text(SafeText.of(problem.head, limit: 80)),
            "why": .phrase(kind),
          ])
      }
      return Phrase(
        "refusals.form-cell",
        [
          "section": .text(heading), "head": .text(SafeText.of(problem.head, limit: 80)), "row": .number(row),
          "why": .phrase(kind),
        ])
    }
  }

  package init(_ places: [Place]) {
    self.places = places
  }

  /// Where page and store of a file say different things: some programs change the one and not the other, and nobody
  /// knows which of them was meant.
  static func differences(in manuscript: Manuscript) -> [Place] {
    manuscript.losses.filter { $0.kind == .differingValue }.map { loss in
      Place(
        FormProblem(
          section: "", head: loss.place.column.map(String.init) ?? "", row: loss.place.row, words: loss.words,
          kind: .differs(stored: loss.instead ?? "")), heading: loss.place.headings.last ?? "")
    }
  }

  package var phrase: Phrase {
    var phrase: Phrase?
    if places.count > Self.most {
      phrase = Phrase("refusals.form-further", ["count": .number(places.count - Self.most)])
    }
    for place in places.prefix(Self.most).reversed() {
      phrase =
        phrase.map {
          Phrase("refusals.form-and", ["first": .phrase(place.phrase), "rest": .phrase($0)])
        } ?? place.phrase
    }
    return Phrase("refusals.form", ["places": .phrase(phrase ?? Phrase("refusals.form-unread"))])
  }
}
