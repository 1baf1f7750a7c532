import Compliance
import Languages
import Phrasing
import Source
import Writing

/// The gap report as one page that needs nothing else: both languages, readable without script, on a
/// phone, in the dark and on A4. The page is a template; the files of this folder only fill it.
struct HTMLReport: Sendable {
  private let wordings: [Phrasing]
  private let first: Language
  private let template: PageTemplate

  /// - Parameters:
  ///   - phrasing: the language in which the page opens.
  ///   - template: the page (`Pages/gap-report.html`).
  init(_ phrasing: Phrasing, template: PageTemplate) {
    wordings = Language.allCases.map { phrasing.in($0) }
    first = phrasing.language
    self.template = template
  }

  /// One page for all reports: each in both languages, after a list of the plans where there are several.
  func text(_ reports: [GapReport], refusals: [String]) -> String {
    let parts = reports.enumerated().flatMap { number, report in
      wordings.map { (key: key($0, number), phrasing: $0, report: report) }
    }
    let title = reports.count == 1 ? reports[0].plan.identity.title : wordings[0].language(.gapReport)
    return template.filled(
      with: [
        "language": first.rawValue,
        "startsVietnamese": first == .vietnamese,
        "version": Program.version,
        "pageTitle": SafeText.of(title, limit: 200),
        "printHeads": parts.map { printHead($0.phrasing, $0.report, key: $0.key) },
        "contents": reports.count > 1 ? wordings.map { contents($0, reports) } : [],
        "refusals": refusals.isEmpty
          ? []
          : wordings.map { wording in
            [
              "code": wording.language.rawValue, "heading": wording.language(.refusedTitle(refusals.count)),
              "messages": refusals.map { SafeText.of($0, limit: 2_000) },
            ] as [String: Any]
          },
        "reports": parts.map { part in
          PageContent(part.phrasing, part.report).content.merging([
            "key": part.key, "isOneOfSeveral": reports.count > 1,
          ]) { $1 }
        },
      ] as [String: Any])
  }

  /// What ids of one report in one language begin with.
  private func key(_ phrasing: Phrasing, _ number: Int) -> String {
    phrasing.language.rawValue + (number == 0 ? "" : String(number + 1))
  }

  private func contents(_ phrasing: Phrasing, _ reports: [GapReport]) -> [String: Any] {
    [
      "code": phrasing.language.rawValue, "name": phrasing.language(.gapReport),
      "plans": reports.enumerated().map { number, report in
        [
          "key": key(phrasing, number), "outcome": report.conformity.outcome.rawValue,
          "sign": Signs.of(report.conformity.outcome),
          "name": SafeText.of("\(report.plan.city.name): \(report.plan.identity.title)", limit: 300),
        ]
      },
    ]
  }

  /// What stands at the head and foot of every printed page, as strings of CSS.
  private func printHead(_ phrasing: Phrasing, _ report: GapReport, key: String) -> [String: String] {
    let language = phrasing.language
    return [
      "key": key,
      "left": Self.css("\(language(.gapReport)) – \(SafeText.of(report.plan.city.name, limit: 60))"),
      "right": Self.css(language(report.asOf.date)),
      "foot": Self.css("khung \(Program.version), SHA-256 \(report.plan.digest.prefix(16))…"),
    ]
  }

  /// Text as a CSS string (CSS Syntax Level 3, 4.3.7): all but letters, digits and spaces is escaped, so
  /// that nothing in a plan can end the string or the style sheet.
  private static func css(_ text: String) -> String {
    SafeText.harmless(text).unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == " "
        ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }.joined()
  }
}
