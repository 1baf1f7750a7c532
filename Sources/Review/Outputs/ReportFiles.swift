import Compliance
import Glibc
import Reporting
import Source
import Writing

/// A file for each plan and format in the folder `reports/`, named after the plan and its bytes.
package struct ReportFiles: Sendable {
  package static let folderName = "reports"
  private let folder: String
  private let formats: [ReportFormat]
  private let renderer: Renderer

  package init(in folder: String, formats: [ReportFormat], renderer: Renderer) {
    self.folder = "\(folder)/\(Self.folderName)"
    self.formats = formats
    self.renderer = renderer
  }

  func makeFolder() throws {
    if !formats.isEmpty { try OutputFile.makeFolder(folder) }
    OutputFile.removeLeftovers(in: folder) { name in
      ReportFormat.allCases.contains { name.hasSuffix(".\($0.fileExtension)") }
    }
  }

  /// Writes the files of a report and names them in its summary.
  func write(_ report: GapReport, _ summary: inout PlanSummary) throws {
    guard !formats.isEmpty else { return }
    let name = Self.name(of: summary)
    for format in formats {
      try OutputFile.write(
        renderer.render([report], refusals: [], as: format), to: "\(folder)/\(name).\(format.fileExtension)")
    }
    summary.reportName = name
  }

  /// Whether the files of an earlier evaluation are all there.
  func exist(for summary: PlanSummary) -> Bool {
    guard !formats.isEmpty, !summary.isRefused else { return true }
    guard let name = summary.reportName else { return false }
    return formats.allSatisfy { access("\(folder)/\(name).\($0.fileExtension)", R_OK) == 0 }
  }

  /// The format to which the dashboard links.
  var linked: ReportFormat? { formats.contains(.html) ? .html : formats.first }

  private static func name(of summary: PlanSummary) -> String {
    let last = summary.name.split(separator: "/").last.map(String.init) ?? summary.name
    let stem = last.lowercased().hasSuffix(".xml") ? String(last.dropLast(4)) : last
    // Letters, digits and dashes of ASCII are safe in every file system and link.
    let safe = stem.utf8.prefix(60).map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): byte
      default: UInt8(ascii: "-")
      }
    }
    let digest = ContentDigest.sha256(Array("\(summary.name)\n\(summary.digest ?? "")".utf8)).prefix(10)
    return "\(String(decoding: safe, as: UTF8.self))-\(digest)"
  }
}
