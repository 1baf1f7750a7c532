import Mustache

/// A template of a page whose data stays data. The escape that the library brings compares characters, which a
/// plan can get around (see `escapingSigns`); this one looks at bytes.
package struct PageTemplate: Sendable {
  private struct ExactHTML: MustacheContentType {
    static let name = "ExactHTML"

    func escapeText(_ text: String) -> String {
      text.escapingSigns { byte in
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
      }
    }
  }

  private static let registration: Void = MustacheContentTypes.register(ExactHTML(), named: ExactHTML.name)
  private let template: MustacheTemplate

  /// - Parameter text: Mustache.
  /// - Throws: when it is malformed; the tests of a build prove that the program's own are not.
  package init(_ text: String) throws {
    _ = Self.registration
    template = try MustacheTemplate(string: "{{% CONTENT_TYPE: \(ExactHTML.name)}}" + text)
  }

  package func filled(with values: [String: Any]) -> String { template.render(values) }
}
