import Phrasing
import Writing

/// The formats of a difference between two rounds.
package enum DifferenceFormat: String, Sendable, CaseIterable {
  case text, html, json
}

extension RoundDifference {
  /// - Parameters:
  ///   - width: columns, for `text`.
  ///   - style: colours, for `text`.
  ///   - page: the template of the page, for `html` (`Pages/difference.html`).
  /// - Throws: when the template is malformed; the tests of a build prove that it is not.
  package func rendered(
    as format: DifferenceFormat, _ phrasing: Phrasing, width: Int, style: TerminalStyle, page: String
  ) throws -> String {
    switch format {
    case .text: DifferenceText(phrasing, width: width, style: style).text(self)
    case .html: try DifferenceHTML(phrasing, template: page).text(self)
    case .json: DifferenceJSON(phrasing).text(self)
    }
  }
}
