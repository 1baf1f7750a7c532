import Mustache
import Source

/// A template of a page whose data stays data. The escape that the library brings compares characters, which a
/// plan can get around (see `escapingSigns`); this one looks at bytes. And should a word of a plan ever become
/// markup, the page's own policy keeps a browser from running or loading anything but the page's own script.
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
    template = try MustacheTemplate(
      string: "{{% CONTENT_TYPE: \(ExactHTML.name)}}" + Self.withPolicy(text))
  }

  /// The page with a Content Security Policy (W3C, Level 3) that names its script by its digest.
  private static func withPolicy(_ text: String) -> String {
    let (head, script, end) = ("<meta charset=\"utf-8\">", "<script>", "</script>")
    guard let place = text.firstRange(of: head) else { return text }
    var sources = "'none'"
    if let start = text.firstRange(of: script), let stop = text[start.upperBound...].firstRange(of: end) {
      let own = Array(text[start.upperBound..<stop.lowerBound].utf8)
      sources = "'sha256-\(ContentDigest.sha256Base64(own))'"
    }
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; script-src \(sources); base-uri 'none'; form-action 'none'"
    return text[..<place.upperBound] + "\n<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"
      + text[place.upperBound...]
  }

  package func filled(with values: [String: Any]) -> String { template.render(values) }
}
