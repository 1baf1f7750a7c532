import FoundationEssentials
import Glibc
import Reporting
import Source

/// The rows of a finished review (`reports.ndjson`) as one round for `khung diff`. Of each row only the marks of
/// its plan are kept; its report is read again when it is compared, so that a set of thousands fits into memory.
package final class ReviewRound: ReportRound {
  package static let fileName = ReviewFolder.rows

  package private(set) var marks: [PlanMarks] = []
  package private(set) var refused: [RefusedPlan] = []
  private struct Row {
    let offset: Int
    let length: Int
    let line: Int
  }
  private var rows: [Row] = []
  private let path: String
  private let descriptor: Int32

  /// - Throws: `Refusal` when the file cannot be read, or a line of it is no row of a review.
  package init(_ path: String) throws(Refusal) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Refusal(source: path, cause: InputFault.readError(errno: errno)) }
    var (start, line) = (0, 0)
    while let bytes = try nextLine(at: start) {
      line += 1
      try add(bytes, Row(offset: start, length: bytes.count, line: line))
      start += bytes.count + 1
    }
    guard !rows.isEmpty || !refused.isEmpty else { throw Refusal(source: path, cause: ReportFault.noReports) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The path of the rows of a review's folder; nil where it is none.
  /// - Throws: `Refusal` when the review of the folder is not finished: a part of a set is no round.
  package static func rows(in folder: String) throws(Refusal) -> String? {
    let path = "\(folder)/\(fileName)"
    if access(path, F_OK) == 0 { return path }
    guard access("\(folder)/\(ReviewFolder.journal)", F_OK) == 0 else { return nil }
    throw Refusal(source: folder, cause: ReportFault.unfinishedReview)
  }

  package func report(_ index: Int) throws(Refusal) -> SavedReport {
    let row = rows[index]
    let bytes = try read(row.length, at: row.offset)
    guard bytes.count == row.length else { throw Refusal(source: path, cause: InputFault.changedWhileRead) }
    return try SavedReport.row(bytes, source: "\(path):\(row.line)")
  }

  /// What tells a row from others.
  private struct Head: Decodable {
    struct Plan: Decodable {
      let file: String
      let title: String?
      let number: String?
      let city: String?
      let level: String?
    }
    struct Refused: Decodable { let message: String }
    let format: String
    let plan: Plan
    let refused: Refused?
  }

  private func add(_ bytes: [UInt8], _ row: Row) throws(Refusal) {
    guard !bytes.isEmpty else { return }
    guard let head = try? JSONDecoder().decode(Head.self, from: Data(bytes)), head.format == JSONReport.format
    else { throw Refusal(source: "\(path):\(row.line)", cause: ReportFault.notAReport) }
    if let refused = head.refused {
      self.refused.append(RefusedPlan(file: head.plan.file, message: refused.message))
      return
    }
    marks.append(
      PlanMarks(
        city: head.plan.city ?? "", level: head.plan.level, number: head.plan.number,
        title: head.plan.title ?? "",
        file: head.plan.file))
    rows.append(row)
  }

  private static let piece = 1 << 18

  /// The line that begins at an offset, without its end; nil after the last.
  private func nextLine(at offset: Int) throws(Refusal) -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      let bytes = try read(Self.piece, at: offset + line.count)
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        line += bytes[..<end]
        return line
      }
      line += bytes
      if bytes.isEmpty { return line.isEmpty ? nil : line }
    }
  }

  private func read(_ count: Int, at offset: Int) throws(Refusal) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        guard got > 0 else { return }
        filled += got
      }
    }
    guard failure == 0 else { throw Refusal(source: path, cause: InputFault.readError(errno: failure)) }
    return bytes
  }
}
