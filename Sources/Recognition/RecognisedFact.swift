import Manuscript

/// One thing that a machine found in a document: what it would be in a plan, where it stands, what found it, and how
/// sure that is. Nobody's word yet.
package struct RecognisedFact: Sendable, Equatable {
  /// Tells the facts of one reading apart: `f12`.
  package internal(set) var id = ""
  /// The section of `master-plan.xsd` that it belongs to.
  package var section: String
  /// The element that it would be there; for an attribute of the section itself, `@` and its name.
  package var element: String
  package var attributes: [Detail] = []
  package var words: String
  /// Elements inside it, by name, each with attributes and words.
  package var parts: [Part] = []
  package var place: ManuscriptPlace
  /// The words of the document that show it.
  package var quotation: String
  package var finder: Finder
  package var certainty: Certainty

  init(
    _ section: String, _ element: String, _ words: String, _ attributes: [(String, String)] = [],
    parts: [Part] = [],
    at place: ManuscriptPlace, quoting quotation: String, by finder: Finder, _ certainty: Certainty
  ) {
    self.section = section
    self.element = element
    self.words = words.inOneLine
    self.attributes = attributes.map { Detail(name: $0.0, value: $0.1.inOneLine) }
    self.parts = parts
    self.place = place
    self.quotation = quotation.inOneLine
    self.finder = finder
    self.certainty = certainty
  }

  package struct Detail: Sendable, Equatable {
    package let name: String
    package let value: String
  }

  package struct Part: Sendable, Equatable {
    package let element: String
    package let words: String
    package let attributes: [Detail]

    init(_ element: String, _ words: String = "", _ attributes: [(String, String)] = []) {
      self.element = element
      self.words = words.inOneLine
      self.attributes = attributes.map { Detail(name: $0.0, value: $0.1.inOneLine) }
    }
  }

  package enum Certainty: String, Sendable, CaseIterable {
    /// A fixed layout, a resolved citation, a table with known heads.
    case certain
    /// A wording matched.
    case likely
    /// A near miss: to be shown to a person, and no part of the plan.
    case ask
  }

  /// What found it.
  package enum Finder: Sendable, Equatable {
    /// The layout of administrative documents.
    case layout
    /// The function that reads citations.
    case citation
    /// A wording of the catalogue.
    case wording(list: String, token: String)
    /// The head of a table's column.
    case column(String)
    /// A heading that says so.
    case heading(String)
    /// A figure with its unit.
    case figure
    /// The beginning of a name.
    case name(String)

    /// What programs call it.
    package var name: String {
      switch self {
      case .layout: "layout"
      case .citation: "citation"
      case .wording(let list, let token): "wording:" + list + "/" + token
      case .column(let head): "column:" + head.inOneLine
      case .heading(let words): "heading:" + words.inOneLine
      case .figure: "figure"
      case .name(let words): "name:" + words.inOneLine
      }
    }
  }

  package subscript(_ attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
}
