import Compliance
import Glibc
import Reporting
import Source
import SystemPackage
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
    if !formats.isEmpty { try Output.makeFolder(folder) }
    OutputFile.removeLeftovers(in: folder) { name in
      ReportFormat.allCases.contains { name.hasSuffix(".\($0.fileExtension)") }
    }
  }

  /// Writes the files of a report and names them in its summary.
  /// - Returns: the files, with their digests.
  func write(_ report: GapReport, _ summary: inout PlanSummary) throws -> [(name: String, digest: String)] {
    guard !formats.isEmpty else { return [] }
    let name = Self.name(of: summary)
    var files: [(name: String, digest: String)] = []
    for format in formats {
      let file = "\(name).\(format.fileExtension)"
      let text = try renderer.render([report], refusals: [], as: format)
      try OutputFile.write(text, to: "\(folder)/\(file)")
      files.append(("\(Self.folderName)/\(file)", ContentDigest.sha256(Array(text.utf8))))
    }
    summary.reportName = name
    return files
  }

  /// Whether the files of an earlier evaluation are all there, as they were written.
  func exist(for summary: PlanSummary, as earlier: FilesOfReview) -> Bool {
    guard !formats.isEmpty, !summary.isRefused else { return true }
    guard let name = summary.reportName else { return false }
    return earlier.look(at: formats.map { "\(Self.folderName)/\(name).\($0.fileExtension)" })
  }

  /// Takes away the pages of plans that changed or are gone, and of formats that are no longer asked for: what lies
  /// in the folder is what a review of these plans writes into an empty one.
  /// - Parameter names: those of the plans of this review.
  func removeOthers(keeping names: Set<String>, _ earlier: FilesOfReview) throws {
    let path = FilePath(folder)
    guard FolderWalk.isFolder(path) else { return }
    let endings = formats.map(\.fileExtension)
    FolderWalk(depth: 0).visit(path) { found in
      guard case .file(let file) = found, let name = file.lastComponent?.string,
        let (stem, ending) = Self.parts(of: name), !(endings.contains(ending) && names.contains(stem))
      else { return }
      earlier.look(at: ["\(Self.folderName)/\(name)"])
      unlink("\(folder)/\(name)")
    }
    // Only an empty folder goes.
    if formats.isEmpty { rmdir(folder) }
  }

  /// A name as `name(of:)` makes them, and the ending of a format; nil for what others put there.
  private static func parts(of file: String) -> (stem: String, ending: String)? {
    for ending in Set(ReportFormat.allCases.map(\.fileExtension)) {
      guard let stem = Array(file.utf8).dropping(suffix: Array(".\(ending)".utf8)) else { continue }
      let digits = stem.suffix(10)
      guard digits.count == 10, stem.dropLast(10).last == UInt8(ascii: "-"),
        digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
        stem.allSatisfy(isSafe)
      else { continue }
      return (String(decoding: stem, as: UTF8.self), ending)
    }
    return nil
  }

  /// Letters, digits and dashes of ASCII are safe in every file system and link.
  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  /// The format to which the dashboard links.
  var linked: ReportFormat? { formats.contains(.html) ? .html : formats.first }

  private static func name(of summary: PlanSummary) -> String {
    let last = summary.name.split(separator: "/").last.map(String.init) ?? summary.name
    let stem = last.lowercased().hasSuffix(".xml") ? String(last.dropLast(4)) : last
    let safe = stem.utf8.prefix(60).map { isSafe($0) ? $0 : UInt8(ascii: "-") }
    let digest = ContentDigest.sha256(Array("\(summary.name)\n\(summary.digest ?? "")".utf8)).prefix(10)
    return "\(String(decoding: safe, as: UTF8.self))-\(digest)"
  }
}

extension [UInt8] {
  /// What stands before the ending; nil where it has another one.
  fileprivate func dropping(suffix ending: [UInt8]) -> ArraySlice<UInt8>? {
    count > ending.count && suffix(ending.count).elementsEqual(ending) ? dropLast(ending.count) : nil
  }
}
