import Foundation
import GRDB
import Glibc
import Rounds
import Source
import Synchronization
import Writing

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
/// cut: write-ahead log, transactions of many rows. What is not in it yet is judged again; what is in it is believed
/// where its seal holds, and refused by name where it does not.
package final class Journal: Sendable {
  package static let fileName = ReviewFolder.journal
  private static let batch = 64
  private static let batchBytes = 2 << 20

  let lookup: JournalLookup
  private let database: DatabaseQueue
  let folder: String
  private let path: String
  private let keeper: JournalGuard
  private let context: String
  private let buffer: Mutex<Buffer>

  /// Rows of the next transaction, and how the journal was left after the last.
  private struct Buffer {
    var rows: [ReviewRow] = []
    var bytes = 0
    var position = 0
    /// The seal of the last plan.
    var head = ""
    /// That of the run: another one was written by somebody else.
    var run: String
  }

  /// The day on which the unfinished review of a folder began, if there is one: `--resume` goes on with it.
  package static func dayOfUnfinishedRun(in folder: String) -> CalendarDate? {
    guard access("\(folder)/\(fileName)", F_OK) == 0 else { return nil }
    let day = try? DatabaseQueue(path: "\(folder)/\(fileName)").read {
      try String.fetchOne($0, sql: "SELECT CAST(today AS TEXT) FROM run WHERE finished = 0")
    }
    return day.flatMap { $0 }.flatMap { CalendarDate($0) }
  }

  /// Opens the journal of a folder, or begins one.
  /// - Parameter names: those of all inputs, where they are known before any is read.
  /// - Throws: `Refusal` of the folder, or `OutputFailure` when it cannot be written.
  package init(folder: String, run: RunIdentity, resume: Bool, names: Set<String>? = nil) throws {
    self.folder = folder
    path = "\(folder)/\(Self.fileName)"
    context = run.context
    keeper = try JournalGuard(folder)
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
      let path = path
      let (hasRows, seal) = try database.write { database in
        try Self.begin(run, in: database, folder: folder, file: path, resume: resume, names: names)
        return (
          try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM evaluation)") ?? false,
          try Self.sealRun(database)
        )
      }
      buffer = Mutex(Buffer(run: seal))
      lookup = JournalLookup(database: hasRows ? database : nil, context: context, path: path)
    } catch let error as DatabaseError {
      throw Self.failure(error, path, folder)
    }
  }

  deinit {
    try? database.close()
  }

  private static func begin(
    _ run: RunIdentity, in database: Database, folder: String, file: String, resume: Bool, names: Set<String>?
  ) throws {
    if try !database.tableExists("run") {
      let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
      guard isEmpty else { throw Refusal(source: file, cause: JournalFault.notAJournal) }
      try database.execute(sql: JournalTables.definition)
    } else if try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM run)") == true {
      // The format alone first: another one may have other columns.
      let format = try Row.fetchOne(database, sql: "SELECT format FROM run").map {
        $0["format"] as DatabaseValue
      }
      guard format == JournalTables.format.databaseValue else {
        throw Refusal(source: file, cause: JournalFault.otherFormat)
      }
      let review = JournalReading(database, file: file)
      let old = try review.run()
      // Before anything is taken over or deleted.
      try review.checkAll()
      if !(old["finished"] as Bool) {
        guard resume else { throw Refusal(source: folder, cause: JournalFault.unfinished) }
        let before = Set((old["options"] as String).split(separator: "\n").map(String.init))
        let changed = run.options.filter { !before.contains("\($0.name)=\($0.value)") }.map(\.name)
        guard changed.isEmpty else {
          throw Refusal(source: folder, cause: JournalFault.otherRules(changed: changed))
        }
        try database.execute(
          sql: """
            INSERT OR IGNORE INTO earlier
            SELECT evaluation.name FROM plan JOIN evaluation ON evaluation.id = plan.evaluation
            """)
        if let names {
          try refuseOthers(database, folder: folder) { names.contains($0) }
        }
      } else {
        try database.execute(sql: "DELETE FROM earlier")
      }
    }
    try database.execute(sql: "DELETE FROM plan; DELETE FROM run")
    let token = (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 16) }.joined(
      separator: "-")
    try database.execute(
      sql: """
        INSERT INTO run (id, format, today, context, options, criteria, layers, token)
        VALUES (1, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        JournalTables.format, run.today.description, run.context, run.optionLines,
        run.criteria.joined(separator: " "), run.layers.joined(separator: " "), token,
      ])
  }

  /// Refuses to go on with inputs that lack plans of the review that was not finished: who names another folder by
  /// mistake would end that review without its plans.
  private static func refuseOthers(
    _ database: Database, folder: String, _ isNamed: (String) -> Bool
  ) throws {
    let names = try String.fetchAll(database, sql: "SELECT name FROM earlier ORDER BY name")
    let missing = names.filter { !isNamed($0) }
    guard let first = missing.first else { return }
    throw Refusal(
      source: folder,
      cause: JournalFault.otherInputs(count: missing.count, of: names.count, first: first))
  }

  /// Writes the seal of the run anew.
  private static func sealRun(_ database: Database) throws -> String {
    guard let run = try Row.fetchOne(database, sql: "SELECT * FROM run") else { return "" }
    let seal = Seal.of(JournalTables.sealedOfRun.map { run[$0] })
    try database.execute(sql: "UPDATE run SET seal = ?", arguments: [seal])
    return seal
  }

  static func failure(_ error: DatabaseError, _ path: String, _ folder: String) -> any Error {
    let code: Int32
    switch error.resultCode {
    case .SQLITE_NOTADB: return Refusal(source: path, cause: JournalFault.notAJournal)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return Refusal(source: folder, cause: JournalFault.inUse)
    // A table or a column that is not there is as much damage as a broken page.
    case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_SCHEMA,
      .SQLITE_FORMAT, .SQLITE_INTERNAL:
      return Refusal(source: path, cause: JournalFault.damaged)
    case .SQLITE_FULL: code = ENOSPC
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: code = EACCES
    case .SQLITE_CANTOPEN:
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
        code = ENOENT
        break
      }
      return Refusal(source: path, cause: JournalFault.notAJournal)
    default: code = EIO
    }
    return OutputFailure(path: path, code: code)
  }

  private func guarded<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw Self.failure(error, path, folder)
    }
  }

  /// Writes in one transaction, if the journal is still this review's own.
  private func write<Value>(_ buffer: inout Buffer, _ body: (Database) throws -> Value) throws -> Value {
    let (path, expected) = (path, buffer.run)
    guard keeper.isInPlace else { throw JournalLost(path: path) }
    let (value, seal) = try guarded {
      try database.write { database in
        let seal = try Row.fetchOne(database, sql: "SELECT seal FROM run").map { $0["seal"] as DatabaseValue }
        guard seal == expected.databaseValue else { throw JournalLost(path: path) }
        return (try body(database), try Self.sealRun(database))
      }
    }
    buffer.run = seal
    return value
  }

  /// Whether `review.lock` was taken away while the review was at work.
  package var lostItsLock: Bool { !keeper.isLocked }

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
    let (rows, first, context, path, head) = (buffer.rows, buffer.position, context, path, buffer.head)
    guard !rows.isEmpty else { return }
    let last = try write(&buffer) { database in
      let insertion = try database.cachedStatement(sql: JournalTables.insertion)
      let placement = try database.cachedStatement(sql: "INSERT INTO plan VALUES (?, ?, ?)")
      let again = try database.cachedStatement(sql: "SELECT id, seal FROM evaluation WHERE id = ?")
      let file = try database.cachedStatement(sql: "INSERT OR REPLACE INTO file VALUES (?, ?)")
      var head = head
      for (index, row) in rows.enumerated() {
        var place: (id: Int64, seal: String)?
        if let id = row.journalled {
          place = try Row.fetchOne(again, arguments: [id]).map { ($0["id"], $0["seal"]) }
        } else {
          let values = row.summary.values(context: context, reportDigest: ContentDigest.sha256(row.line))
          let seal = Seal.of(values)
          let evaluation = try Int64.fetchOne(
            insertion,
            arguments: StatementArguments(
              values + [String(decoding: row.line, as: UTF8.self).databaseValue, seal.databaseValue]))
          place = evaluation.map { ($0, seal) }
        }
        guard let place else { throw Refusal(source: path, cause: JournalFault.damaged) }
        head = Seal.ofPlan(after: head, at: first + index, evaluation: place.seal)
        try placement.execute(arguments: [first + index, place.id, head])
        for (name, digest) in row.files { try file.execute(arguments: [name, digest]) }
      }
      try database.execute(
        sql: "UPDATE run SET plans = ?, head = ?", arguments: [first + rows.count, head])
      return head
    }
    buffer = Buffer(position: first + rows.count, head: last, run: buffer.run)
  }

  /// Marks the review as whole and forgets evaluations that it does not use.
  func finish(leftOut: Int) throws {
    try flush()
    let folder = folder
    do {
      try buffer.withLock { buffer in
        try write(&buffer) { database in
          let named = try Set(
            String.fetchAll(
              database, sql: "SELECT name FROM evaluation WHERE id IN (SELECT evaluation FROM plan)"))
          try Self.refuseOthers(database, folder: folder) { named.contains($0) }
          try database.execute(
            sql: """
              DELETE FROM evaluation WHERE id NOT IN (SELECT evaluation FROM plan);
              DELETE FROM earlier
              """)
          try database.execute(sql: "UPDATE run SET finished = 1, left_out = ?", arguments: [leftOut])
        }
      }
    } catch let refusal as Refusal where refusal.source == folder {
      // The other inputs are no part of the review that waits here.
      try buffer.withLock { buffer in
        try write(&buffer) { try $0.execute(sql: "DELETE FROM plan; UPDATE run SET plans = 0, head = ''") }
      }
      throw refusal
    }
    try guarded {
      _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }
  }

  /// Goes through the rows of the review in their order, one at a time. The bytes of a report are SQLite's own,
  /// there while `body` runs: thousands of copies of this size would leave the memory full of holes.
  /// - Throws: `Refusal` at the first row that is not what was written, before it is handed on.
  func forEach(withReport: Bool, _ body: (PlanSummary, Data) throws -> Void) throws {
    let path = path
    guard keeper.isInPlace else { throw JournalLost(path: path) }
    try guarded {
      try database.read { try JournalReading($0, file: path).forEach(withReport: withReport, body) }
    }
  }

  // MARK: Files of the review

  /// The digests of the files that reviews wrote into the folder, by their names in it.
  func files() throws -> [String: String] {
    try guarded {
      try database.read { database in
        var files: [String: String] = [:]
        for row in try Row.fetchAll(
          database, sql: "SELECT CAST(name AS TEXT), CAST(sha256 AS TEXT) FROM file")
        {
          files[row[0] ?? ""] = row[1] ?? ""
        }
        return files
      }
    }
  }

  /// Notes files as they were written, and forgets all that are not kept.
  /// - Parameter kept: whether a file noted before is still there.
  func note(_ written: [String: String], keeping kept: (String) -> Bool) throws {
    let gone = try files().keys.filter { !kept($0) }
    try buffer.withLock { buffer in
      try write(&buffer) { database in
        for name in gone { try database.execute(sql: "DELETE FROM file WHERE name = ?", arguments: [name]) }
        for (name, digest) in written {
          try database.execute(sql: "INSERT OR REPLACE INTO file VALUES (?, ?)", arguments: [name, digest])
        }
      }
    }
  }

  /// The names of the pages of the review's plans, without ending.
  func reportNames() throws -> Set<String> {
    try guarded {
      try database.read {
        try Set(
          String.fetchAll(
            $0,
            sql: """
              SELECT report_name FROM evaluation
              WHERE report_name IS NOT NULL AND id IN (SELECT evaluation FROM plan)
              """))
      }
    }
  }
}

/// Reads a journal and believes nothing that does not fit its seal.
struct JournalReading {
  private let database: Database
  private let file: String

  init(_ database: Database, file: String) {
    self.database = database
    self.file = file
  }

  private func changed(_ table: StaticString, _ number: Int) -> Refusal {
    Refusal(source: file, cause: JournalFault.changedRow(table: table, number: number))
  }

  /// The one row about the review.
  func run() throws -> Row {
    guard let run = try Row.fetchOne(database, sql: "SELECT * FROM run"),
      Seal.holds(run, over: JournalTables.sealedOfRun)
    else { throw changed("run", 1) }
    return run
  }

  /// Looks at every evaluation, also those of an earlier round, and at the order of the plans.
  func checkAll() throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM evaluation")
    while let row = try rows.next() {
      try check(row)
      try checkReport(row)
    }
    try forEach(withReport: false) { _, _ in }
  }

  private func number(_ row: Row, _ column: String) -> Int {
    let value: DatabaseValue = row[column]
    if case .int64(let number) = value.storage { return Int(clamping: number) }
    return 0
  }

  private func check(_ row: Row) throws {
    guard Seal.holds(row, over: JournalTables.sealed) else { throw changed("evaluation", number(row, "id")) }
  }

  private func checkReport(_ row: Row) throws {
    let digest = try row.withUnsafeData(named: "report") { ContentDigest.sha256(Array($0 ?? Data())) }
    guard digest == row["report_sha256"] else { throw changed("evaluation", number(row, "id")) }
  }

  /// The plans in their order; what is wrong is refused before it is handed on.
  func forEach(withReport: Bool, _ body: (PlanSummary, Data) throws -> Void) throws {
    let run = try run()
    let columns = JournalTables.sealed.map { "evaluation.\($0)" } + (withReport ? ["evaluation.report"] : [])
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT evaluation.id, \(columns.joined(separator: ", ")), evaluation.seal, plan.position,
          plan.seal AS place
        FROM plan LEFT JOIN evaluation ON evaluation.id = plan.evaluation ORDER BY plan.position
        """)
    var (count, head) = (0, "")
    while let row = try rows.next() {
      try check(row)
      head = Seal.ofPlan(after: head, at: count, evaluation: row["seal"])
      guard number(row, "position") == count, (row["place"] as DatabaseValue) == head.databaseValue else {
        throw changed("plan", count)
      }
      count += 1
      if withReport {
        try checkReport(row)
        try row.withUnsafeData(named: "report") { try body(PlanSummary(row), $0 ?? Data()) }
      } else {
        try body(PlanSummary(row), Data())
      }
    }
    guard count == run["plans"], head == run["head"] else { throw changed("plan", count) }
  }
}

/// Finds evaluations that an earlier run, or this one before it was stopped, has made.
struct JournalLookup: Sendable {
  /// Nil where there is nothing to find.
  let database: DatabaseQueue?
  let context: String
  /// The journal's file, for messages.
  let path: String

  private static let columns = JournalTables.sealed.joined(separator: ", ")

  func row(name: String, digest: String) throws -> ReviewRow? {
    guard let database else { return nil }
    do {
      return try database.read { database in
        let search = try database.cachedStatement(
          sql:
            "SELECT id, \(Self.columns), seal FROM evaluation WHERE name = ? AND sha256 = ? AND context = ?")
        guard let found = try Row.fetchOne(search, arguments: [name, digest, context]) else { return nil }
        // What an index leads to need not be what was asked for.
        guard Seal.holds(found, over: JournalTables.sealed), found["name"] == name, found["sha256"] == digest,
          found["context"] == context
        else { throw Refusal(source: path, cause: JournalFault.damaged) }
        return ReviewRow(summary: PlanSummary(found), line: [], journalled: found["id"])
      }
    } catch let error as DatabaseError {
      throw Journal.failure(error, path, path)
    }
  }
}
