import MasterPlan

/// What stands in a form, cell by cell, as it is shown.
package struct FormContent: Sendable {
  /// By the name of the section.
  var sections: [String: Section] = [:]

  struct Section: Sendable, Equatable {
    /// By field.
    var fields: [String: String] = [:]
    /// In the order of the layout.
    var tables: [Table] = []
  }

  struct Table: Sendable, Equatable {
    let path: [String]
    /// Fields of the columns that stand in the document, in their order.
    var columns: [String]
    var rows: [Row] = []
  }

  struct Row: Sendable, Equatable {
    /// By field.
    var cells: [String: String] = [:]
    /// The number that the row has in its table.
    var number: String { cells["#"] ?? "" }
  }
}

extension FormContent {
  /// A plan in the form.
  init(_ plan: MasterPlan, _ layout: FormLayout, _ values: FormValues) {
    for section in plan.sections {
      guard let part = layout.parts[section.name] else { continue }
      var content = Section()
      for column in part.fields {
        let shown =
          column.field == "/@coverage"
          ? values.shown(plan.coverage.rawValue, .token(list: "coverage"), attribute: "coverage")
          : Self.shown(column, of: section.asItem, values)
        if let shown { content.fields[column.field] = shown }
      }
      for table in part.tables {
        var rows: [Row] = []
        Self.collect(table, table.path[...], in: section.asItem, parent: nil, values, &rows)
        guard !rows.isEmpty else { continue }
        let usual = layout.words.columns(of: table.element)
        let used = table.columns.filter { column in
          column.holds == .number || column.holds == .parent || usual.contains(column.field)
            || rows.contains { $0.cells[column.field] != nil }
        }
        content.tables.append(
          Table(path: table.path, columns: Self.inOrder(used.map(\.field), usual), rows: rows))
      }
      sections[section.name] = content
    }
  }

  /// Number and parent, the usual columns, then what else there is.
  private static func inOrder(_ fields: [String], _ usual: [String]) -> [String] {
    fields.filter { $0 == "#" || $0 == "^" } + usual.filter(fields.contains)
      + fields.filter { $0 != "#" && $0 != "^" && !usual.contains($0) }
  }

  /// The things at a path, those in others with the number of what they belong to.
  private static func collect(
    _ table: FormLayout.Table, _ path: ArraySlice<String>, in item: Item, parent: String?,
    _ values: FormValues,
    _ rows: inout [Row], counting numbers: inout [Int]
  ) {
    guard let name = path.first else { return }
    for child in item.children(name) {
      let depth = table.path.count - path.count
      numbers[depth] += 1
      let number = String(numbers[depth])
      guard path.count == 1 else {
        collect(table, path.dropFirst(), in: child, parent: number, values, &rows, counting: &numbers)
        continue
      }
      var row = Row()
      row.cells["#"] = number
      if let parent { row.cells["^"] = parent }
      for column in table.columns {
        if let shown = shown(column, of: child, values) { row.cells[column.field] = shown }
      }
      rows.append(row)
    }
  }

  private static func collect(
    _ table: FormLayout.Table, _ path: ArraySlice<String>, in item: Item, parent: String?,
    _ values: FormValues,
    _ rows: inout [Row]
  ) {
    var numbers = [Int](repeating: 0, count: table.path.count)
    collect(table, path, in: item, parent: parent, values, &rows, counting: &numbers)
  }

  /// What a cell shows of a thing; nil where the thing says nothing of it.
  private static func shown(_ column: FormLayout.Column, of item: Item, _ values: FormValues) -> String? {
    func lines(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: "\n") }
    switch column.holds {
    case .number, .parent: return nil
    case .words:
      let words = item.text.inOneLine
      return words.isEmpty ? nil : words
    case .attribute(let name, let value):
      return item.attribute(name).map { values.shown($0, value, attribute: name) }
    case .child(let name, let value, _):
      return lines(item.children(name).map { values.shown($0.text, value, attribute: name) })
    case .childAttribute(let child, let name, let value):
      return item.children(child).first?.attribute(name).map { values.shown($0, value, attribute: name) }
    case .measures(let name, _): return lines(item.children(name).map { values.measure($0) })
    case .budgets(let name): return lines(item.children(name).map { values.budget($0) })
    }
  }
}

extension FormContent {
  /// The form that nobody has filled in yet.
  /// - Parameter topics: what criteria ask a section to state.
  init(emptyBy layout: FormLayout, _ values: FormValues, topics: [String: [String]]) {
    for (name, part) in layout.parts {
      var content = Section()
      for field in layout.words.columns(of: name).isEmpty ? ["@coverage"] : layout.words.columns(of: name) {
        content.fields[field] = ""
      }
      for table in part.tables {
        let element = table.element
        let wanted = layout.words.columns(of: element)
        guard !wanted.isEmpty, table.path.count == 1 || element == "task" else { continue }
        let columns = ["#"] + (table.path.count > 1 ? ["^"] : []) + wanted
        var rows: [Row] = []
        if element == "statement" {
          for topic in topics[name] ?? [] {
            var row = Row()
            row.cells["@topic"] = values.term(topic, in: "topic")
            rows.append(row)
          }
        }
        for _ in 0..<(rows.isEmpty ? layout.words.rows(of: element) : 1) { rows.append(Row()) }
        for index in rows.indices { rows[index].cells["#"] = String(index + 1) }
        content.tables.append(Table(path: table.path, columns: columns, rows: rows))
      }
      sections[name] = content
    }
  }
}
