import FoundationEssentials
import GRDB
import Glibc
import Rounds
import Source
import Synchronization
import Writing

/// What keeps a review from taking up its folder.
package enum JournalFault: Error, Equatable {
  /// An unfinished review lies there, and `--resume` was not said.
  case unfinished(folder: String)
  /// An unfinished review lies there that was begun with another catalogue, program or other options.
  case otherRules(folder: String, changed: [String])
  /// Another process is at work there.
  case inUse(folder: String)
  /// The file is no journal, or of another format.
  case notAJournal(file: String)
  /// The file is a journal and cannot be read any more.
  case damaged(file: String)
}

/// What the rows of a review rest on.
package struct RunIdentity: Sendable {
  package let today: CalendarDate
  package let options: [(name: String, value: String)]
  package let criteria: [String]
  package let layers: [String]

  package init(
    today: CalendarDate, options: [(name: String, value: String)], criteria: [String], layers: [String]
  ) {
    self.today = today
    self.options = options
    self.criteria = criteria
    self.layers = layers
  }

  /// SHA-256 over the options.
  var context: String {
    ContentDigest.sha256(Array(options.map { "\($0.name)=\($0.value)\n" }.joined().utf8))
  }

  var optionLines: String { options.map { "\($0.name)=\($0.value)" }.joined(separator: "\n") }
}

/// The results of a review as they are made, in an SQLite file that survives a kill, a full disk or a power
/// cut: write-ahead log, transactions of many rows. What is not in it yet is judged again.
package final class Journal: Sendable {
  package static let fileName = ReviewFolder.journal
  private static let batch = 64
  private static let batchBytes = 2 << 20

  let lookup: JournalLookup
  private let database: DatabaseQueue
  private let path: String
  private let lock: Int32
  private let context: String
  private let buffer = Mutex(Buffer())

  /// Rows of the next transaction.
  private struct Buffer {
    var rows: [ReviewRow] = []
    var bytes = 0
    var position = 0
  }

  /// The day on which the unfinished review of a folder began, if there is one: `--resume` goes on with it.
  package static func dayOfUnfinishedRun(in folder: String) -> CalendarDate? {
    guard access("\(folder)/\(fileName)", F_OK) == 0 else { return nil }
    let day = try? DatabaseQueue(path: "\(folder)/\(fileName)").read {
      try String.fetchOne($0, sql: "SELECT today FROM run WHERE finished = 0")
    }
    return day.flatMap { $0 }.flatMap { CalendarDate($0) }
  }

  /// Opens the journal of a folder, or begins one.
  /// - Throws: `JournalFault`, or `OutputFailure` when it cannot be written.
  package init(folder: String, run: RunIdentity, resume: Bool) throws {
    path = "\(folder)/\(Self.fileName)"
    context = run.context
    lock = try Self.lock(folder)
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
      let path = path
      let hasRows = try database.write { database in
        try Self.begin(run, in: database, folder: folder, file: path, resume: resume)
        return try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM evaluation)") ?? false
      }
      lookup = JournalLookup(database: hasRows ? database : nil, context: context, path: path)
    } catch let error as DatabaseError {
      close(lock)
      throw Self.failure(error, path)
    } catch {
      close(lock)
      throw error
    }
  }

  deinit {
    try? database.close()
    close(lock)
  }

  private static func lock(_ folder: String) throws -> Int32 {
    let file = open("\(folder)/review.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw OutputFailure(path: "\(folder)/review.lock", code: errno) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw JournalFault.inUse(folder: folder)
    }
    return file
  }

  private static func begin(
    _ run: RunIdentity, in database: Database, folder: String, file: String, resume: Bool
  ) throws {
    if try !database.tableExists("run") {
      let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
      guard isEmpty else { throw JournalFault.notAJournal(file: file) }
      try database.execute(sql: JournalTables.definition)
    } else if let old = try Row.fetchOne(database, sql: "SELECT * FROM run") {
      guard old["format"] == JournalTables.format else { throw JournalFault.notAJournal(file: file) }
      if !(old["finished"] as Bool) {
        guard resume else { throw JournalFault.unfinished(folder: folder) }
        let before = Set((old["options"] as String).split(separator: "\n").map(String.init))
        let changed = run.options.filter { !before.contains("\($0.name)=\($0.value)") }.map(\.name)
        guard changed.isEmpty else { throw JournalFault.otherRules(folder: folder, changed: changed) }
      }
    }
    try database.execute(sql: "DELETE FROM plan; DELETE FROM run")
    try database.execute(
      sql: """
        INSERT INTO run (id, format, today, context, options, criteria, layers) VALUES (1, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        JournalTables.format, run.today.description, run.context, run.optionLines,
        run.criteria.joined(separator: " "), run.layers.joined(separator: " "),
      ])
  }

  static func failure(_ error: DatabaseError, _ path: String) -> any Error {
    let code: Int32
    switch error.resultCode {
    case .SQLITE_NOTADB: return JournalFault.notAJournal(file: path)
    // A table or a column that is not there is as much damage as a broken page.
    case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
      return JournalFault.damaged(file: path)
    case .SQLITE_FULL: code = ENOSPC
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: code = EACCES
    case .SQLITE_CANTOPEN:
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
        code = ENOENT
        break
      }
      return JournalFault.notAJournal(file: path)
    default: code = EIO
    }
    return OutputFailure(path: path, code: code)
  }

  private func guarded<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw Self.failure(error, path)
    }
  }

  /// Adds the next row of the review.
  func add(_ row: ReviewRow) throws {
    try buffer.withLock { buffer in
      buffer.rows.append(row)
      buffer.bytes += row.line.count
      if buffer.rows.count >= Self.batch || buffer.bytes >= Self.batchBytes { try commit(&buffer) }
    }
  }

  /// Commits what waits. What is committed survives a power cut; the file never holds half a row.
  func flush() throws {
    try buffer.withLock { try commit(&$0) }
  }

  private func commit(_ buffer: inout Buffer) throws {
    let (rows, first, context) = (buffer.rows, buffer.position, context)
    guard !rows.isEmpty else { return }
    try guarded {
      try database.write { database in
        let insertion = try database.cachedStatement(sql: JournalTables.insertion)
        let placement = try database.cachedStatement(sql: "INSERT INTO plan VALUES (?, ?)")
        let search = try database.cachedStatement(
          sql: "SELECT id FROM evaluation WHERE name = ? AND sha256 = ? AND context = ?")
        for (index, row) in rows.enumerated() {
          var id = row.journalled
          if id == nil {
            let before = database.totalChangesCount
            try insertion.execute(arguments: row.summary.values(context: context, report: row.line))
            // A plan that stands in the review twice, under one name, is one evaluation.
            id =
              try database.totalChangesCount > before
              ? database.lastInsertedRowID
              : Int64.fetchOne(search, arguments: [row.summary.name, row.summary.digest, context])
          }
          try placement.execute(arguments: [first + index, id])
        }
      }
    }
    buffer = Buffer(position: first + rows.count)
  }

  /// Marks the review as whole and forgets evaluations that it does not use.
  func finish(leftOut: Int) throws {
    try flush()
    try guarded {
      try database.write { database in
        try database.execute(
          sql: "DELETE FROM evaluation WHERE id NOT IN (SELECT evaluation FROM plan)")
        try database.execute(sql: "UPDATE run SET finished = 1, left_out = ?", arguments: [leftOut])
      }
      _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }
  }

  /// Goes through the rows of the review in their order, one at a time. The bytes of a report are SQLite's own,
  /// there while `body` runs: thousands of copies of this size would leave the memory full of holes.
  func forEach(withReport: Bool, _ body: (PlanSummary, Data) throws -> Void) throws {
    let report = withReport ? "evaluation.report" : "'' AS report"
    let columns = JournalTables.columns.filter { $0 != "report" }.map { "evaluation.\($0)" }
    try guarded {
      try database.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT \(columns.joined(separator: ", ")), \(report) FROM plan
            JOIN evaluation ON evaluation.id = plan.evaluation ORDER BY plan.position
            """)
        while let row = try rows.next() {
          let summary = PlanSummary(row)
          try row.withUnsafeData(named: "report") { try body(summary, $0 ?? Data()) }
        }
      }
    }
  }
}

/// Finds evaluations that an earlier run, or this one before it was stopped, has made.
struct JournalLookup: Sendable {
  /// Nil where there is nothing to find.
  let database: DatabaseQueue?
  let context: String
  /// The journal's file, for messages.
  let path: String

  private static let summaryColumns = JournalTables.columns.filter { $0 != "report" }.joined(separator: ", ")

  func row(name: String, digest: String) throws -> ReviewRow? {
    guard let database else { return nil }
    do {
      return try database.read { database in
        let search = try database.cachedStatement(
          sql:
            "SELECT id, \(Self.summaryColumns) FROM evaluation WHERE name = ? AND sha256 = ? AND context = ?")
        let found = try Row.fetchOne(search, arguments: [name, digest, context])
        return found.map { ReviewRow(summary: PlanSummary($0), line: [], journalled: $0["id"]) }
      }
    } catch let error as DatabaseError {
      throw Journal.failure(error, path)
    }
  }
}
