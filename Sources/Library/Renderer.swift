import BuiltIn
import Phrasing
import Reporting
import Writing

/// The formats of a gap report. The raw values are those of `khung check --format`; `Documentation/reports.md` of the
/// repository says what an outcome becomes in each.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// Plain text for a screen, without colours.
  case text
  /// Data that is read again by `khung diff` and others (`Schemas/gap-report.schema.json`, RFC 8259).
  case json
  /// Data (`Schemas/gap-report.xsd`).
  case xml
  /// One page without outside resources, in both languages whatever language is asked for first.
  case html
  /// CommonMark with tables.
  case markdown
  /// One row a criterion (RFC 4180, UTF-8 with a byte-order mark).
  case csv
  /// OASIS SARIF 2.1.0.
  case sarif
  /// JUnit XML.
  case junit
  /// Schematron Validation Report Language (ISO/IEC 19757-3, annex D).
  case svrl
  /// NIST OSCAL 1.2.1, assessment results.
  case oscalAssessmentResults = "oscal-assessment-results"
  /// NIST OSCAL 1.2.1, plan of action and milestones.
  case oscalPlanOfAction = "oscal-poam"

  /// The ending of a file in this format, without a dot before it, such as `junit.xml`.
  public var fileExtension: String { inner.fileExtension }

  /// Whether the format has a place for inputs that were refused. The others say nothing of them.
  public var carriesRefusals: Bool { inner.carriesRefusals }

  var inner: Reporting.ReportFormat {
    switch self {
    case .text: .text
    case .json: .json
    case .xml: .xml
    case .html: .html
    case .markdown: .markdown
    case .csv: .csv
    case .sarif: .sarif
    case .junit: .junit
    case .svrl: .svrl
    case .oscalAssessmentResults: .oscalResults
    case .oscalPlanOfAction: .oscalPlanOfAction
    }
  }
}

/// Turns gap reports into the text of a format. Every text is escaped as the format wants it.
public struct Renderer: Sendable {
  private let language: ReportLanguage
  private let inner: Reporting.Renderer

  /// - Parameters:
  ///   - rules: the rule book by which the plans were judged.
  ///   - language: the language of all words.
  ///   - width: columns of `text`; other formats have none. At least 40 are used.
  /// - Throws: `Refusal` when the page inside the library is none, which the tests of a build rule out.
  public init(_ rules: RuleBook, language: ReportLanguage, width: Int = 100) throws(Refusal) {
    self.language = language
    inner = try Refusal.caught(of: "gap-report.html") {
      Reporting.Renderer(
        rules.inner.phrasing(language), width: max(width, 40), style: .plain,
        page: try BuiltIn.page("gap-report"))
    }
  }

  /// Renders the reports of one call.
  /// - Parameters:
  ///   - reports: by the renderer's rule book.
  ///   - refusals: the inputs that were refused; formats that count them say so.
  ///   - format: the format of the text.
  /// - Returns: the whole text, for UTF-8. Without a report, and in a format that has no place for refusals, their
  ///   messages a line each.
  /// - Throws: `Refusal` as `init`.
  public func render(
    _ reports: [GapReport], refusals: [Refusal] = [], as format: ReportFormat
  ) throws(Refusal) -> String {
    let messages = refusals.map { $0.message(in: language) }
    guard !reports.isEmpty || format.carriesRefusals else { return messages.map { $0 + "\n" }.joined() }
    return try Refusal.caught(of: "gap-report.html") {
      try inner.render(reports.map(\.inner), refusals: messages, as: format.inner)
    }
  }
}
