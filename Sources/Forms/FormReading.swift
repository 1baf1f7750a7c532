import Manuscript
import MasterPlan
import Source

/// Reads a form that somebody filled in: by its headings and the heads of its tables, which outlive every program that
/// saves it. Ids, styles and the store of the file are not needed.
package struct FormReading {
  private let layout: FormLayout
  private let at: (ManuscriptPlace) -> String
  package private(set) var content = FormContent()
  /// Columns that the form does not know and that hold words.
  package private(set) var unread: [FormProblem] = []
  private var section: String?
  /// Rows of free text behind the tables of each section.
  private var free: [String: [FormContent.Row]] = [:]
  private let headings: [String: String]
  private let marker: String

  /// Whether a document says that it is the form.
  package static func isForm(_ manuscript: Manuscript, _ words: FormWords) -> Bool {
    let marker = FormValues.folded(words.marker)
    guard !marker.isEmpty else { return false }
    return manuscript.blocks.reversed().contains { FormValues.folded($0.text) == marker }
  }

  /// - Parameter at: a place of the document in words.
  package init(_ manuscript: Manuscript, _ layout: FormLayout, at: @escaping (ManuscriptPlace) -> String) {
    self.layout = layout
    self.at = at
    var headings: [String: String] = [:]
    for case .section(let name, let heading) in layout.words.order {
      headings[FormValues.folded(heading)] = name
    }
    self.headings = headings
    marker = FormValues.folded(layout.words.marker)
    for block in manuscript.blocks { read(block) }
    for (name, rows) in free { addFree(rows, to: name) }
  }

  private mutating func read(_ block: Block) {
    switch block.kind {
    case .table(let table):
      guard let section, block.role == .body || block.role == .annex, let part = layout.parts[section] else {
        return
      }
      if isFields(table, part) { readFields(table, part) } else { readThings(table, part) }
    case .heading, .paragraph, .listItem:
      let text = String(block.words).inOneLine
      if let name = headings[FormValues.folded(text)] {
        section = name
      } else if isPart(block) || FormValues.folded(text) == marker {
        section = nil
      } else if block.role == .body, let section, !isBlank(text) {
        var row = FormContent.Row()
        row.cells["."] = text
        row.cells["@at"] = at(block.place)
        free[section, default: []].append(row)
      }
    case .note, .textBox: break
    }
  }

  private func isPart(_ block: Block) -> Bool {
    let text = FormValues.folded(block.printed)
    return layout.words.order.contains {
      if case .part(let words) = $0 { FormValues.folded(words) == text } else { false }
    }
  }

  /// Nothing, dots, or an instruction in brackets that is still there.
  private func isBlank(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    guard let first = scalars.first, let last = scalars.last else { return true }
    if first == "[", last == "]" { return true }
    return scalars.allSatisfy { ".…_-".unicodeScalars.contains($0) }
  }

  // MARK: Fields

  private func isFields(_ table: Table, _ part: FormLayout.Part) -> Bool {
    guard table.columns == 2, let first = table.cell(row: 0, column: 0) else { return false }
    let label = FormValues.folded(first.text)
    return part.fields.contains { FormValues.folded($0.head) == label }
  }

  private mutating func readFields(_ table: Table, _ part: FormLayout.Part) {
    for row in table.rows.indices {
      guard let label = table.cell(row: row, column: 0)?.text, let value = table.cell(row: row, column: 1)
      else {
        continue
      }
      let words = text(value)
      if let column = part.fields.first(where: { FormValues.folded($0.head) == FormValues.folded(label) }) {
        content.sections[part.section, default: .init()].fields[column.field] = words
      } else if !words.isEmpty {
        unread.append(
          FormProblem(section: part.section, head: label.inOneLine, row: nil, words: words, kind: .unread))
      }
    }
  }

  /// The words of a cell, a line each; empty where it is blank.
  private func text(_ cell: Table.Cell) -> String {
    cell.text.split(separator: "\n").map { String($0).inOneLine }.filter { !isBlank($0) }.joined(
      separator: "\n")
  }

  // MARK: Things

  private mutating func readThings(_ table: Table, _ part: FormLayout.Part) {
    let heads = (0..<table.columns).map { FormValues.folded(table.cell(row: 0, column: $0)?.text ?? "") }
    let known = part.tables.first { candidate in
      guard let key = candidate.key(layout.words), heads.contains(FormValues.folded(key.head)) else {
        return false
      }
      let parent = candidate.columns.first { $0.holds == .parent }
      return parent.map { heads.contains(FormValues.folded($0.head)) }
        ?? !part.tables.contains { other in
          other.path.count > 1 && other.element == candidate.element
            && other.columns.contains { $0.holds == .parent && heads.contains(FormValues.folded($0.head)) }
        }
    }
    guard let known else {
      unread.append(
        FormProblem(
          section: part.section, head: heads.joined(separator: " · "), row: nil, words: "", kind: .unread))
      return
    }
    var result = FormContent.Table(path: known.path, columns: known.columns.map(\.field))
    for row in table.rows.indices.dropFirst() {
      var cells = FormContent.Row()
      for column in 0..<table.columns {
        guard let cell = table.cell(row: row, column: column) else { continue }
        let words = text(cell)
        guard !words.isEmpty else { continue }
        if let field = known.columns.first(where: { FormValues.folded($0.head) == heads[column] })?.field {
          cells.cells[field] = words
          if cells.cells["@at"] == nil, let place = cell.blocks.first?.place {
            cells.cells["@at"] = at(place)
          }
        } else {
          let head = table.cell(row: 0, column: column)?.text.inOneLine ?? ""
          unread.append(
            FormProblem(section: part.section, head: head, row: row, words: words, kind: .unread))
        }
      }
      // A row that holds nothing but its number is none; the place alone is no word either.
      let said = cells.cells.keys.filter { $0 != "#" && $0 != "@at" }
      if said.isEmpty { cells.cells["@at"] = nil }
      result.rows.append(cells)
    }
    content.sections[part.section, default: .init()].tables.append(result)
  }

  /// What somebody wrote below a heading and outside of its tables states something as well.
  private mutating func addFree(_ rows: [FormContent.Row], to name: String) {
    guard layout.parts[name]?.tables.contains(where: { $0.path == ["statement"] }) == true else { return }
    content.sections[name, default: .init()].tables.append(
      FormContent.Table(path: ["statement"], columns: [".", "@at"], rows: rows))
  }
}
