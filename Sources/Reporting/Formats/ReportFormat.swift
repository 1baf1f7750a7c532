import Compliance
import Phrasing
import Workers
import Writing

/// The formats of a gap report, each rendered by the file of its name.
package enum ReportFormat: String, Sendable, CaseIterable {
  case text, json, xml, html, markdown, csv, sarif, junit, svrl
  case oscalResults = "oscal-assessment-results"
  case oscalPlanOfAction = "oscal-poam"

  /// The ending of a file in this format.
  package var fileExtension: String {
    switch self {
    case .text: "txt"
    case .json: "json"
    case .xml: "xml"
    case .html: "html"
    case .markdown: "md"
    case .csv: "csv"
    case .sarif: "sarif"
    case .junit: "junit.xml"
    case .svrl: "svrl.xml"
    case .oscalResults: "assessment-results.json"
    case .oscalPlanOfAction: "poam.json"
    }
  }

  /// Whether it is for people, who may leave out what they do not want to see.
  package var isForPeople: Bool {
    switch self {
    case .text, .html, .markdown: true
    case .json, .xml, .csv, .sarif, .junit, .svrl, .oscalResults, .oscalPlanOfAction: false
    }
  }

  /// Whether the format can say that every input was refused.
  package var carriesRefusals: Bool {
    switch self {
    case .json, .xml, .sarif, .junit, .svrl: true
    case .text, .html, .markdown, .csv, .oscalResults, .oscalPlanOfAction: false
    }
  }
}

/// Turns the reports of one call into the text of a format.
package struct Renderer: Sendable {
  private let phrasing: Phrasing
  private let width: Int
  private let style: TerminalStyle
  private let isSummary: Bool
  private let page: FirstUse<Result<PageTemplate, any Error>>

  /// - Parameters:
  ///   - width: columns, for `text`.
  ///   - style: colours, for `text`.
  ///   - page: the template of the page, for `html`.
  ///   - isSummary: whether `text` is one line a gap.
  package init(
    _ phrasing: Phrasing, width: Int, style: TerminalStyle, page: String, isSummary: Bool = false
  ) {
    self.isSummary = isSummary
    self.page = FirstUse { Result { try PageTemplate(page) } }
    self.phrasing = phrasing
    self.width = width
    self.style = style
  }

  /// - Parameter refusals: messages of the inputs that were refused; formats that count say so.
  /// - Throws: when the template of the page is malformed.
  package func render(_ reports: [GapReport], refusals: [String], as format: ReportFormat) throws -> String {
    switch format {
    case .text:
      let report = TextReport(phrasing, width: width, style: style)
      let rule = "\n" + String(repeating: "═", count: width) + "\n\n"
      return (reports.map(isSummary ? report.summary : report.text) + report.text(refusals: refusals)).joined(
        separator: rule)
    case .json: return JSONReport(phrasing).text(reports, refusals: refusals)
    case .xml: return XMLReport(phrasing).text(reports, refusals: refusals)
    case .html: return try HTMLReport(phrasing, template: page.value.get()).text(reports, refusals: refusals)
    case .markdown:
      let report = MarkdownReport(phrasing)
      return (reports.map(report.text) + report.text(refusals: refusals)).joined(separator: "\n")
    case .csv: return CSVReport(phrasing).text(reports, refusals: refusals)
    case .sarif: return SARIFReport(phrasing).text(reports, refusals: refusals)
    case .junit: return JUnitReport(phrasing).text(reports, refusals: refusals)
    case .svrl: return SVRLReport(phrasing).text(reports, refusals: refusals)
    case .oscalResults: return OSCALAssessmentResults(phrasing).text(reports, refusals: refusals)
    case .oscalPlanOfAction: return OSCALPlanOfAction(phrasing).text(reports, refusals: refusals)
    }
  }
}
