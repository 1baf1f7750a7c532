import GRDB

/// The tables of a journal. `Documentation/review-journal.md` explains them for those who query them.
enum JournalTables {
  /// Raised when the tables change; a journal of another format is not taken up.
  static let format = 2

  static let definition = """
    CREATE TABLE run (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      format INTEGER NOT NULL,
      today TEXT NOT NULL,
      context TEXT NOT NULL,
      options TEXT NOT NULL,
      criteria TEXT NOT NULL,
      layers TEXT NOT NULL,
      left_out INTEGER NOT NULL DEFAULT 0,
      finished INTEGER NOT NULL DEFAULT 0,
      token TEXT NOT NULL,
      plans INTEGER NOT NULL DEFAULT 0,
      head TEXT NOT NULL DEFAULT '',
      seal TEXT NOT NULL DEFAULT ''
    );
    CREATE TABLE evaluation (
      id INTEGER PRIMARY KEY,
      context TEXT NOT NULL,
      name TEXT NOT NULL,
      sha256 TEXT,
      outcome TEXT NOT NULL,
      reason TEXT NOT NULL,
      title TEXT NOT NULL,
      number TEXT,
      city TEXT NOT NULL,
      province TEXT,
      level TEXT,
      region TEXT,
      urban_class TEXT,
      kind TEXT,
      stage TEXT,
      date TEXT,
      first_year INTEGER,
      last_year INTEGER,
      as_of TEXT,
      verdicts TEXT NOT NULL,
      forces TEXT NOT NULL,
      layers TEXT NOT NULL,
      rules_hold INTEGER NOT NULL,
      report_name TEXT,
      report_sha256 TEXT NOT NULL,
      report TEXT NOT NULL,
      seal TEXT NOT NULL
    );
    CREATE UNIQUE INDEX evaluation_of_bytes ON evaluation (name, sha256, context) WHERE sha256 IS NOT NULL;
    CREATE TABLE plan (
      position INTEGER PRIMARY KEY,
      evaluation INTEGER NOT NULL REFERENCES evaluation (id),
      seal TEXT NOT NULL
    );
    CREATE TABLE earlier (name TEXT PRIMARY KEY);
    CREATE TABLE file (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL);
    """

  /// What the seal of an evaluation covers, in its order. The report stands beside it, by its digest.
  static let sealed = [
    "context", "name", "sha256", "outcome", "reason", "title", "number", "city", "province", "level",
    "region",
    "urban_class", "kind", "stage", "date", "first_year", "last_year", "as_of", "verdicts", "forces",
    "layers",
    "rules_hold", "report_name", "report_sha256",
  ]

  /// What the seal of the run covers.
  static let sealedOfRun = [
    "format", "today", "context", "options", "criteria", "layers", "left_out", "finished", "token", "plans",
    "head",
  ]

  /// A plan that stands in the review twice, under one name, is one evaluation; one that is judged again, since
  /// pages of it were asked for, takes the place of the earlier one.
  static let insertion = """
    INSERT INTO evaluation (\(sealed.joined(separator: ", ")), report, seal)
    VALUES (\((sealed + ["", ""]).map { _ in "?" }.joined(separator: ", ")))
    ON CONFLICT (name, sha256, context) WHERE sha256 IS NOT NULL DO UPDATE SET
    \((sealed + ["report", "seal"]).map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
    RETURNING id
    """
}

extension PlanSummary {
  /// The values of `JournalTables.sealed`.
  func values(context: String, reportDigest: String) -> [DatabaseValue] {
    let values: [(any DatabaseValueConvertible)?] = [
      context, name, digest, outcome.name, reason, title, number, city, province, level, region, urbanClass,
      kind, stage, date, firstYear, lastYear, asOf, verdicts.text, forces.text, layers.text, rulesHold,
      reportName, reportDigest,
    ]
    return values.map { $0?.databaseValue ?? .null }
  }

  /// - Parameter row: one whose seal holds: a row with values of other kinds would end the program.
  init(_ row: Row) {
    self.init(
      name: row["name"], digest: row["sha256"], outcome: PlanOutcome(name: row["outcome"]),
      reason: row["reason"],
      title: row["title"], number: row["number"], city: row["city"], province: row["province"],
      level: row["level"], region: row["region"], urbanClass: row["urban_class"], kind: row["kind"],
      stage: row["stage"], date: row["date"], firstYear: row["first_year"], lastYear: row["last_year"],
      asOf: row["as_of"], verdicts: LetterRow(text: row["verdicts"]), forces: LetterRow(text: row["forces"]),
      layers: LetterRow(text: row["layers"]),
      rulesHold: row["rules_hold"], reportName: row["report_name"])
  }
}
