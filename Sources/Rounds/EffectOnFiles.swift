import Catalogue
import Compliance
import Glibc
import MasterPlan
import Source
import XML

/// What another edition of the catalogue does to the plans and saved reports of files and folders.
package struct EffectOnFiles {
  package private(set) var effects: [CatalogueEffect] = []
  /// Files that are no plans, with what they are not or why they cannot be judged.
  package private(set) var passedOver: [Refusal] = []
  /// Whether any of these is a plan that could not be read.
  package private(set) var hasBrokenPlans = false

  private let comparison: CatalogueComparison
  private let schema: TableSchema
  private let named: CalendarDate?
  private let today: CalendarDate
  private let days: [CalendarDate]

  /// - Parameters:
  ///   - named: the only day that is looked at; nil for each plan's own and those of the calendar.
  ///   - today: by which drafts are judged first: that of the later edition.
  /// - Throws: `Refusal` for a path that is not there or cannot be listed.
  package init(
    _ paths: [String], _ comparison: CatalogueComparison, schema: TableSchema, named: CalendarDate?,
    today: CalendarDate
  ) throws {
    self.comparison = comparison
    self.schema = schema
    self.named = named
    self.today = today
    days = named == nil && !paths.isEmpty ? try comparison.daysToCome() : []
    for path in paths {
      for file in try Self.files(path) { try add(file) }
    }
  }

  /// Those of a folder in the order of their names.
  private static func files(_ path: String) throws -> [String] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Refusal(source: path, cause: InputFault.missing) }
    guard status.st_mode & S_IFMT == S_IFDIR else { return [path] }
    return try FolderListing(
      path, holding: "", atMost: Limits.Folder().reports, otherwise: ReportFault.noReports
    ).names().map { path + "/" + $0 }
      .filter { isNamed($0, ".xml") || isNamed($0, ".json") }
  }

  private static func isNamed(_ path: String, _ ending: String) -> Bool {
    path.utf8.reversed().starts(with: ending.utf8.reversed())
  }

  private mutating func add(_ path: String) throws {
    do throws(Refusal) {
      let source = try SourceReader().read(path)
      if Self.isNamed(path, ".json") {
        for report in try SavedReport.read(source) {
          effects.append(
            comparison.effect(
              on: report.verdicts, of: path, asOf: report.asOf.date, approved: report.approved))
        }
        return
      }
      let plan = try MasterPlan.read(source, schema: schema)
      effects.append(
        comparison.effect(on: plan, asOf: AsOf(for: plan, named: named, today: today), days: days))
    } catch {
      passedOver.append(error)
      hasBrokenPlans = hasBrokenPlans || Self.isPlan(path)
    }
  }

  /// Whether a file that was refused says that it is a plan.
  private static func isPlan(_ path: String) -> Bool {
    guard isNamed(path, ".xml"), let source = try? SourceReader().read(path) else { return false }
    guard let document = try? Document(source) else { return source.contains("<master-plan") }
    return document.root.name == "master-plan"
  }
}
