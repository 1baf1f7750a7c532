import Manuscript
import Source
import Wordings

// Tables whose heads are known.
extension RecognitionPass {
  mutating func read(_ table: Table, _ block: Block) {
    for row in table.rows {
      for cell in row.cells { for inner in cell.blocks { readCell(inner) } }
    }
    guard table.columns > 1, table.rows.count > 1 || !tables.isEmpty else { return }
    let before = tables.last.map { last in (columns: last.columns, heads: headsBefore) }
    let rows = TableRows(table, rules, before: before)
    headsBefore = rows.heads
    tables.append(Reading.ReadTable(place: block.place, columns: rows.columns, rows: rows.rows))
    let uses = rows.columns.compactMap { $0 }
    var reader = RowReader(columns: rows.columns, heads: rows.heads, rules: rules)
    let years = rows.columns.indices.count {
      rows.columns[$0] == nil && reader.year(of: $0) != nil
    }
    let kind: RowReader.Kind? =
      if years > 1, !uses.contains("lead") {
        .indicator
      } else if uses.contains("indicator") || uses.contains("target") {
        uses.contains("task") && uses.contains("time") ? .task : .indicator
      } else if uses.contains("project") || uses.contains("total")
        || uses.contains(where: { $0.utf8.starts(with: "budget:".utf8) })
      {
        .project
      } else if uses.contains("task"), uses.contains("lead") || uses.contains("time") {
        .task
      } else { nil }
    var last: [String: String] = [:]
    for row in rows.rows {
      switch row.kind {
      case .group: reader.enter(group: row.cells.joined(separator: " "))
      case .data:
        findBodies(row, reader)
        guard let kind else { continue }
        for fact in reader.facts(of: row, as: kind) { add(fact) }
        for use in ["task", "project", "indicator", "other", "product"] {
          // A cell over several rows is read once.
          guard let words = reader.cell(use, row), last[use]?.utf8.elementsEqual(words.utf8) != true else {
            continue
          }
          last[use] = words
          findComponents(words, row.place, isMeasured: use == "indicator")
          // What a task is to come to may be a figure.
          if kind != .indicator, use == "product" || use == "other" { findTargets(words, row.place) }
        }
      case .head, .numbers, .empty: continue
      }
    }
  }

  private mutating func readCell(_ block: Block) {
    switch block.kind {
    case .paragraph, .listItem, .heading: findCitations(block, block.text)
    case .note(_, _, let blocks), .textBox(let blocks): for inner in blocks { readCell(inner) }
    case .table(let table):
      for row in table.rows { for cell in row.cells { for inner in cell.blocks { readCell(inner) } } }
    }
  }

  /// Bodies in the columns of those who lead and who help.
  private mutating func findBodies(_ row: Reading.ReadTable.Row, _ reader: RowReader) {
    for (use, role) in [("lead", "implementing"), ("partner", "cooperating")] {
      guard let cell = reader.cell(use, row) else { continue }
      for name in BodyNames(rules).names(in: cell) {
        addBody(name, role, row.place, cell, .column(use), .certain)
      }
    }
  }
}

/// Makes facts of rows.
struct RowReader {
  enum Kind { case indicator, project, task }

  let columns: [String?]
  let heads: [String]
  let rules: RecognitionRules
  private var groupYear: Int?

  init(columns: [String?], heads: [String], rules: RecognitionRules) {
    self.columns = columns
    self.heads = heads
    self.rules = rules
  }

  mutating func enter(group: String) {
    if let year = Years(rules).end(in: ReadText(group)) { groupYear = year }
  }

  func cell(_ use: String, _ row: Reading.ReadTable.Row) -> String? {
    guard let column = columns.firstIndex(of: use), column < row.cells.count else { return nil }
    let text = row.cells[column]
    return text.isEmpty ? nil : text
  }

  func facts(of row: Reading.ReadTable.Row, as kind: Kind) -> [RecognisedFact] {
    switch kind {
    case .indicator: indicators(row)
    case .project: project(row).map { [$0] } ?? []
    case .task: task(row).map { [$0] } ?? []
    }
  }

  private func fact(
    _ section: String, _ element: String, _ name: String, _ attributes: [(String, String)],
    _ parts: [RecognisedFact.Part], _ row: Reading.ReadTable.Row, _ use: String
  ) -> RecognisedFact? {
    guard name.utf8.count > 3 else { return nil }
    return RecognisedFact(
      section, element, name, attributes, parts: parts, at: row.place,
      quoting: row.cells.filter { !$0.isEmpty }.joined(separator: " | "), by: .column(use), .certain)
  }

  /// One for each thing that is measured: `Lượng (tấn)` and `Giá trị (nghìn USD)` over the same years are two.
  private func indicators(_ row: Reading.ReadTable.Row) -> [RecognisedFact] {
    let named = cell("indicator", row) ?? cell("product", row) ?? cell("domain", row) ?? cell("task", row)
    guard let name = named ?? nameBeforeYears(row) else { return [] }
    var targets: [(measured: String, unit: String?, parts: [RecognisedFact.Part])] = []
    for column in columns.indices where column < row.cells.count && !row.cells[column].isEmpty {
      var year = year(of: column)
      switch columns[column] {
      case "target", "result": year = year ?? groupYear
      case nil:
        // A column of a year.
        guard year != nil, row.cells[column].utf8.contains(where: { (0x30...0x39).contains($0) })
        else { continue }
      default: continue
      }
      let part = measure("target", row.cells[column], year: year)
      let (measured, unit) = measuredThing(in: heads[column])
      if let same = targets.firstIndex(where: { $0.measured.utf8.elementsEqual(measured.utf8) }) {
        targets[same].parts.append(part)
      } else {
        targets.append((measured, unit, [part]))
      }
    }
    return targets.compactMap { target in
      var parts: [RecognisedFact.Part] = []
      if let baseline = cell("baseline", row) {
        parts.append(measure("baseline", baseline, year: self.year(of: "baseline")))
      }
      parts += target.parts
      if let owner = cell("lead", row) { parts.append(RecognisedFact.Part("owner", owner)) }
      var attributes: [(String, String)] = []
      if let unit = cell("unit", row) ?? target.unit { attributes.append(("unit", unit)) }
      if let domain = cell("domain", row), domain != name { attributes.append(("domain", domain)) }
      let whole = targets.count > 1 && !target.measured.isEmpty ? name + ": " + target.measured : name
      return fact("indicators", "indicator", whole, attributes, parts, row, "indicator")
    }
  }

  /// The lower line of a head over a year, and its unit in brackets: `Kế hoạch 2026 · Giá trị (nghìn USD)`.
  private func measuredThing(in head: String) -> (String, String?) {
    let lines = head.unicodeScalars.split(separator: "·").map { String($0) }
    guard lines.count > 1, let last = lines.last,
      Years(rules).only(in: ReadText(last)) == nil
    else { return ("", nil) }
    let thing = last.withoutBrackets.inOneLine
    let open = last.unicodeScalars.firstIndex(of: "(")
    let close = last.unicodeScalars.lastIndex(of: ")")
    guard let open, let close, open < close else { return (thing, nil) }
    let unit = String(last.unicodeScalars[last.unicodeScalars.index(after: open)..<close]).inOneLine
    return (thing, unit.isEmpty ? nil : unit)
  }

  /// The words in front of the first column of a year.
  private func nameBeforeYears(_ row: Reading.ReadTable.Row) -> String? {
    guard
      let first = columns.indices.first(where: {
        columns[$0] == nil && year(of: $0) != nil
      })
    else { return nil }
    return row.cells[..<min(first, row.cells.count)].last { $0.utf8.count > 3 }
  }

  private func year(of use: String) -> Int? {
    columns.firstIndex(of: use).flatMap { year(of: $0) }
  }

  /// The year of a column: that of the lowest line of its head which names one alone.
  func year(of column: Int) -> Int? {
    for line in heads[column].unicodeScalars.split(separator: "·").reversed() {
      if let year = Years(rules).only(in: ReadText(String(line))) { return year }
    }
    return nil
  }

  /// A cell with a figure; words where it is none.
  private func measure(_ element: String, _ cell: String, year: Int?) -> RecognisedFact.Part {
    let attributes = year.map { [("year", String($0))] } ?? []
    let bare = cell.bare
    if let value = Figure.decimal(bare.utf8.filter { $0 != UInt8(ascii: "%") && $0 != 0x20 }),
      bare.utf8.contains(where: { (0x30...0x39).contains($0) }),
      DecimalNumber(value) != nil
    {
      return RecognisedFact.Part(element, "", [("value", value)] + attributes)
    }
    let read = ReadText(cell)
    if let figure = Figure.all(in: read, rules).first, figure.unit == "%", read.words.count <= 6 {
      return RecognisedFact.Part(element, "", figure.attributes + attributes)
    }
    return RecognisedFact.Part(element, "", [("words", cell)] + attributes)
  }

  private func project(_ row: Reading.ReadTable.Row) -> RecognisedFact? {
    guard let name = cell("project", row) ?? cell("task", row) else { return nil }
    var attributes: [(String, String)] = []
    if let time = cell("time", row) {
      let read = ReadText(time)
      if let span = Years(rules).span(in: read) {
        attributes += [("from", String(span.from)), ("to", String(span.to))]
      } else if let year = Years(rules).only(in: read) {
        attributes.append(("to", String(year)))
      }
    }
    var parts: [RecognisedFact.Part] = []
    if let lead = cell("lead", row) { parts.append(RecognisedFact.Part("lead", lead)) }
    return fact("projects", "project", name, attributes, parts, row, "project")
  }

  private func task(_ row: Reading.ReadTable.Row) -> RecognisedFact? {
    guard let name = cell("task", row) else { return nil }
    var attributes: [(String, String)] = []
    if let time = cell("time", row), let year = Years(rules).only(in: ReadText(time)) {
      attributes.append(("year", String(year)))
    }
    if let lead = cell("lead", row) { attributes.append(("lead", lead)) }
    return fact("phases", "task", name, attributes, [], row, "task")
  }
}
