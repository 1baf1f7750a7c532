/// The formats of a difference between two rounds.
package enum DifferenceFormat: String, Sendable, CaseIterable {
  case text, html, json
}

extension RoundDifference {
  /// - Parameters:
  ///   - width: columns, for `text`.
  ///   - style: colours, for `text`.
  ///   - page: the template of the page, for `html` (`Templates/difference.html`).
  /// - Throws: when the template is malformed; the tests of a build prove that it is not.
  package func rendered(
    as format: DifferenceFormat, _ wording: Wording, width: Int, style: TerminalStyle, page: String
  ) throws -> String {
    switch format {
    case .text: DifferenceText(wording, width: width, style: style).text(self)
    case .html: try DifferenceHTML(wording, template: page).text(self)
    case .json: DifferenceJSON(wording).text(self)
    }
  }
}
