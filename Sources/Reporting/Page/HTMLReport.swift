import Compliance
import MasterPlan
import Mustache

/// The gap report as one page that needs nothing else: both languages, readable without script, on a
/// phone, in the dark and on A4. The page is a template; the files of this folder only fill it.
public struct HTMLReport: Sendable {
  private let wordings: [Wording]
  private let first: Language
  private let template: MustacheTemplate

  /// - Parameters:
  ///   - wording: the language in which the page opens.
  ///   - template: the page (`Templates/gap-report.html`).
  /// - Throws: when the template is malformed; the tests of a build prove that it is not.
  public init(_ wording: Wording, template: String) throws {
    wordings = Language.allCases.map { wording.in($0) }
    first = wording.language
    self.template = try MustacheTemplate(string: template)
  }

  public func text(_ report: GapReport) -> String {
    template.render(
      [
        "language": first.rawValue,
        "startsVietnamese": first == .vietnamese,
        "version": Program.version,
        "pageTitle": Excerpt.of(report.plan.identity.title, limit: 200),
        "printHeads": wordings.map { printHead($0, report) },
        "languages": wordings.map { PageContent($0, report).content },
      ] as [String: Any])
  }

  /// What stands at the head and foot of every printed page, as strings of CSS.
  private func printHead(_ wording: Wording, _ report: GapReport) -> [String: String] {
    let language = wording.language
    return [
      "code": language.rawValue,
      "left": Self.css("\(language(.gapReport)) – \(Excerpt.of(report.plan.city.name, limit: 60))"),
      "right": Self.css(language(report.asOf.date)),
      "foot": Self.css("khung \(Program.version), SHA-256 \(report.plan.digest.prefix(16))…"),
    ]
  }

  /// Text as a CSS string (CSS Syntax Level 3, 4.3.7): all but letters, digits and spaces is escaped, so
  /// that nothing in a plan can end the string or the style sheet.
  private static func css(_ text: String) -> String {
    Excerpt.harmless(text).unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == " "
        ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }.joined()
  }
}
