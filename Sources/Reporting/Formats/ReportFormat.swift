import Compliance

/// The formats of a gap report, each rendered by the file of its name.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, json, xml, markdown, csv, sarif, junit

  /// The ending of a file in this format.
  public var fileExtension: String {
    switch self {
    case .text: "txt"
    case .json: "json"
    case .xml: "xml"
    case .markdown: "md"
    case .csv: "csv"
    case .sarif: "sarif"
    case .junit: "junit.xml"
    }
  }
}

/// Turns the reports of one call into the text of a format.
public struct Renderer: Sendable {
  private let wording: Wording
  private let width: Int
  private let style: TerminalStyle

  /// - Parameters:
  ///   - width: columns, for `text`.
  ///   - style: colours, for `text`.
  public init(_ wording: Wording, width: Int, style: TerminalStyle) {
    self.wording = wording
    self.width = width
    self.style = style
  }

  /// - Parameter refusals: messages of the inputs that were refused; formats that count say so.
  public func render(_ reports: [GapReport], refusals: [String], as format: ReportFormat) -> String {
    switch format {
    case .text:
      let report = TextReport(wording, width: width, style: style)
      let rule = "\n" + String(repeating: "═", count: width) + "\n\n"
      return reports.map(report.text).joined(separator: rule)
    case .json: return JSONReport(wording).text(reports, refusals: refusals)
    case .xml: return XMLReport(wording).text(reports, refusals: refusals)
    case .markdown: return reports.map(MarkdownReport(wording).text).joined(separator: "\n")
    case .csv: return CSVReport(wording).text(reports)
    case .sarif: return SARIFReport(wording).text(reports, refusals: refusals)
    case .junit: return JUnitReport(wording).text(reports, refusals: refusals)
    }
  }
}
