import Catalogue
import Manuscript

/// What a machine found in a manuscript, and what it did not read.
package struct Reading: Sendable {
  package let manuscript: Manuscript
  /// In the order of the document; those of one place in the order of the finders.
  package let facts: [RecognisedFact]
  /// Every text that the document names, bases or not.
  package let citations: [NamedText]
  package let tables: [ReadTable]

  /// One mention of a text.
  package struct NamedText: Sendable {
    package let printed: String
    package let citation: Citation
    package let place: ManuscriptPlace
  }

  /// The rows of one table by what they are.
  package struct ReadTable: Sendable {
    package let place: ManuscriptPlace
    /// Uses of the columns; nil for one whose head is not known.
    package let columns: [String?]
    package let rows: [Row]

    package struct Row: Sendable {
      package let kind: Kind
      package let cells: [String]
      package let place: ManuscriptPlace
    }

    package enum Kind: String, Sendable { case head, group, data, numbers, empty }
  }

  /// What may stand in a plan.
  package var inPlan: [RecognisedFact] { facts.filter { $0.certainty != .ask } }
  package var asked: [RecognisedFact] { facts.filter { $0.certainty == .ask } }

  package func fact(_ section: String, _ element: String) -> RecognisedFact? {
    facts.first { $0.section == section && $0.element == element && $0.certainty != .ask }
  }
}
