import Glibc
import Source

/// One round of saved reports, as a command names it: a JSON report, the rows of a review (`reports.ndjson`) or
/// its folder, or a folder with JSON reports in it and its subfolders.
package struct ReportFolder {
  package private(set) var round: any ReportRound
  /// Files that should be reports and are none. JSON of another kind is passed over.
  package private(set) var refusals: [Refusal] = []

  /// - Throws: `Refusal` when there is nothing to read: comparing nothing must not pass for no change.
  package static func read(_ path: String) throws(Refusal) -> ReportFolder {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      if path.hasSuffix(".ndjson") { return ReportFolder(round: try ReviewRound(path)) }
      return ReportFolder(round: ReadReports(try SavedReport.read(SourceReader().read(path))))
    }
    if let rows = try ReviewRound.rows(in: path) { return ReportFolder(round: try ReviewRound(rows)) }
    return try files(in: path)
  }

  private static func files(in path: String) throws(Refusal) -> ReportFolder {
    let names = try FolderListing(path, holding: ".json", atMost: 100_000, otherwise: ReportFault.noReports)
      .names()
    var (reports, refusals): ([SavedReport], [Refusal]) = ([], [])
    for name in names {
      do throws(Refusal) {
        let text = try SourceReader().read(path + "/" + name)
        if !SavedReport.isForeign(text) { reports += try SavedReport.read(text) }
      } catch {
        refusals.append(error)
      }
    }
    guard !reports.isEmpty || !refusals.isEmpty else {
      throw Refusal(source: path, cause: ReportFault.noReports)
    }
    return ReportFolder(round: ReadReports(reports), refusals: refusals)
  }
}
