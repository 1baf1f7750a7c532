import Catalogue
import Glibc
import OfficeReports
import Phrasing
import Rounds
import Source
import SystemPackage
import Writing

/// The files about the whole set, made from a finished journal: each whole or not at all.
package struct SetOutputs {
  package enum Format: String, Sendable, CaseIterable {
    case ndjson, csv, html, programme, xlsx

    var fileName: String {
      switch self {
      case .ndjson: ReviewFolder.rows
      case .csv: "summary.csv"
      case .html: "index.html"
      case .programme: "programme.json"
      case .xlsx: "review.xlsx"
      }
    }
  }

  private let phrasing: Phrasing
  private let template: String
  private let provinces: Provinces
  private let layers: [Framework.Layer]
  private let asOf: CalendarDate

  /// - Parameters:
  ///   - template: the page of the dashboard.
  ///   - asOf: the day by which the roll-up counts approvals.
  package init(
    _ phrasing: Phrasing, template: String, provinces: Provinces,
    layers: [Framework.Layer], asOf: CalendarDate
  ) {
    self.phrasing = phrasing
    self.template = template
    self.provinces = provinces
    self.layers = layers
    self.asOf = asOf
  }

  /// Writes the files in two passes over the journal: what is kept of each plan is gathered in the first; the
  /// second hands on rows and keeps nothing, since large rows between small things that stay would leave the
  /// memory full of holes.
  package func write(
    _ formats: Set<Format>, from journal: Journal, in folder: String, linking reports: ReportFiles
  )
    throws
  {
    func file(_ format: Format) throws -> OutputFile? {
      formats.contains(format) ? try OutputFile("\(folder)/\(format.fileName)") : nil
    }
    OutputFile.removeLeftovers(in: folder) { name in
      Format.allCases.contains { name == $0.fileName }
    }
    let (ndjson, csv, html, programme) = (
      try file(.ndjson), try file(.csv), try file(.html), try file(.programme)
    )
    let xlsx = try file(.xlsx)
    let workbook: SetWorkbook?
    do throws(OfficeFault) { workbook = xlsx == nil ? nil : try SetWorkbook(phrasing) } catch {
      throw Refusal(source: Format.xlsx.fileName, cause: error)
    }
    var rollUp = RollUp(phrasing.catalogue, asOf: asOf)
    var dashboard = try html.map { _ in
      try Dashboard(
        phrasing, template: template, provinces: provinces, layers: layers,
        reportEnding: reports.linked?.fileExtension)
    }
    try csv?.write(SummaryTable.header)
    try journal.forEach(withReport: false) { plan, _ in
      try csv?.write(SummaryTable.row(plan))
      if html != nil || programme != nil { rollUp.add(plan) }
      dashboard?.add(plan)
      workbook?.add(plan)
    }
    if let workbook {
      let bytes: [UInt8]
      do throws(OfficeFault) { bytes = try workbook.finished() } catch {
        throw Refusal(source: Format.xlsx.fileName, cause: error)
      }
      try xlsx?.write(bytes)
    }
    let page = dashboard?.text(rollUp)
    if let page { try html?.write(page.before) }
    var isFirst = true
    try journal.forEach(withReport: ndjson != nil) { plan, report in
      try ndjson?.write(report)
      try ndjson?.write("\n")
      guard let row = dashboard?.row(plan) else { return }
      if !isFirst { try html?.write(",\n") }
      isFirst = false
      try html?.write(row)
    }
    if let page { try html?.write(page.after) }
    if let programme { try ProgrammeReport(rollUp, phrasing).write(to: programme) }
    for file in [ndjson, csv, html, programme, xlsx] { try file?.commit() }
    var written: [String: String] = [:]
    for format in formats {
      written[format.fileName] = try? FileDigest.sha256(of: FilePath("\(folder)/\(format.fileName)"))
    }
    try journal.note(written) { name in
      FolderWalk.kind(of: FilePath("\(folder)/\(name)"), following: true) == .success(S_IFREG)
    }
  }
}
