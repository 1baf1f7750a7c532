import Glibc
import Reporting
import XML

/// Saved JSON reports: those of one file, or of all `.json` files of a folder and its subfolders.
struct ReportFolder {
  private(set) var reports: [SavedReport] = []
  /// Files that should be reports and are none. JSON of another kind is passed over.
  private(set) var refusals: [Refusal] = []

  /// - Throws: `Refusal` when there is nothing to read: comparing nothing must not pass for no change.
  static func read(_ path: String) throws(Refusal) -> ReportFolder {
    var folder = ReportFolder()
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      folder.reports = try SavedReport.read(SourceReader().read(path))
      return folder
    }
    let names = try Folder(path, holding: ".json", atMost: 100_000, otherwise: .noReports).names()
    for name in names { folder.add(path + "/" + name) }
    guard !folder.reports.isEmpty || !folder.refusals.isEmpty else {
      throw Refusal(source: path, cause: .noReports)
    }
    return folder
  }

  private mutating func add(_ path: String) {
    do throws(Refusal) {
      let text = try SourceReader().read(path)
      if SavedReport.isForeign(text) { return }
      reports += try SavedReport.read(text)
    } catch {
      refusals.append(error)
    }
  }
}
