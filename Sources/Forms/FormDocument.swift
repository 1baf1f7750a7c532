import MasterPlan
import Source

/// The form as a document, before any format: what stands where, and which cell is bound to which place of the plan in
/// its store.
struct FormDocument {
  enum Piece {
    /// Two columns of lines without borders; which of them are bold.
    case sides(left: [Line], right: [Line], rules: Bool)
    case title([String])
    case part(String)
    case section(String)
    case note(String)
    case fields([(label: String, cell: Cell)])
    case table(heads: [Head], rows: [[Cell]])
    case remark(String)
    /// The pages behind it lie or stand: wide tables do not fit otherwise.
    case turn(lying: Bool)
  }

  struct Line {
    let text: String
    var isBold = false
    var isItalic = false
    var isSmall = false
    /// A drawn line, as below the motto.
    var isRule = false
    static let rule = Line(text: "", isRule: true)
  }

  struct Head {
    let text: String
    let width: Width
  }

  enum Width {
    /// The number of a row; a day, which is not to be broken.
    case number, day, year
    /// How much of the rest it takes, beside the others.
    case weight(Int)
  }

  /// Widths of columns in a table, in parts of what the table has.
  static func widths(_ heads: [Head], of whole: Int, number: Int, year: Int, day: Int) -> [Int] {
    var rest = whole
    var sum = 0
    for head in heads {
      switch head.width {
      case .number: rest -= number
      case .year: rest -= year
      case .day: rest -= day
      case .weight(let weight): sum += weight
      }
    }
    return heads.map { head in
      switch head.width {
      case .number: number
      case .year: year
      case .day: day
      case .weight(let weight): max(rest, 0) * weight / max(1, sum)
      }
    }
  }

  struct Cell {
    let name: String
    /// What it is called where it is edited.
    let title: String
    let lines: [String]
    let kind: Kind
    /// The place in the store that it is bound to, as an XPath of Word.
    let path: String?
    /// The value that the store has, where it is another than what is shown.
    let stored: String
    /// What a blank cell shows.
    let hint: String
    var isBlank: Bool { lines.allSatisfy(\.isEmpty) }
  }

  enum Kind {
    case number
    case text
    case lines
    case day
    case choice([(shown: String, token: String)])
  }

  let pieces: [Piece]
  /// The plan that is the store.
  let store: String

  init(_ content: FormContent, _ layout: FormLayout, _ vocabulary: PlanVocabulary, isEmpty: Bool) {
    let plan = FormPlan(content, layout, vocabulary, keepsBlanks: true)
    store = plan.xml
    let builder = PieceBuilder(
      content, layout, FormValues(vocabulary, layout.words), plan.places, isEmpty: isEmpty)
    pieces = builder.pieces()
  }
}

private struct PieceBuilder {
  private let content: FormContent
  private let layout: FormLayout
  private let values: FormValues
  private let places: [FormPlan.Cell: String]
  private let isEmpty: Bool
  private var words: FormWords { layout.words }
  /// On a standing page.
  private static let mostColumns = 7

  init(
    _ content: FormContent, _ layout: FormLayout, _ values: FormValues, _ places: [FormPlan.Cell: String],
    isEmpty: Bool
  ) {
    self.content = content
    self.layout = layout
    self.values = values
    self.places = places
    self.isEmpty = isEmpty
  }

  func pieces() -> [FormDocument.Piece] {
    var pieces: [FormDocument.Piece] = [letterhead]
    let title = content.sections["identity"]?.fields["title"] ?? ""
    pieces.append(.title(title.isEmpty ? [words["title"] ?? ""] : [title]))
    if isEmpty, let opening = words["opening"] { pieces.append(.note("[" + opening + "]")) }
    var number = 0
    for entry in words.order {
      switch entry {
      case .part(let heading):
        number = 0
        pieces.append(.part(heading))
      case .section(let name, let heading):
        guard let part = layout.parts[name] else { continue }
        number += 1
        let filled = content.sections[name] ?? .init()
        let isWide = filled.tables.contains { $0.columns.count > Self.mostColumns }
        if isWide { pieces.append(.turn(lying: true)) }
        pieces.append(.section(String(number) + ". " + heading))
        if isEmpty, let note = words["note", name, "."] { pieces.append(.note("[" + note + "]")) }
        pieces += section(part, filled)
        if isWide { pieces.append(.turn(lying: false)) }
      }
    }
    pieces.append(signature)
    pieces.append(.remark(words.marker))
    return pieces
  }

  private func line(_ use: String, _ name: String, _ text: String? = nil) -> FormDocument.Line {
    FormDocument.Line(text: text ?? words[use, "", name] ?? "")
  }

  private var letterhead: FormDocument.Piece {
    let identity = content.sections["identity"]
    let bodies = identity?.tables.first { $0.path == ["body"] }?.rows ?? []
    // Who approves or issues it heads the document.
    let heading = ["approving", "issuing"].lazy.map { values.term($0, in: "body-role") }.compactMap { role in
      bodies.first { $0.cells["@role"] == role }
    }.first
    var body = line("letterhead", "body", heading?.cells["."].map { $0.uppercased() })
    body.isBold = true
    let number = identity?.fields["number"].flatMap { $0.isEmpty ? nil : "Số: " + $0 }
    var (nation, motto, day) = (
      line("letterhead", "nation"), line("letterhead", "motto"),
      line("letterhead", "day", identity?.fields["date"].flatMap { $0.isEmpty ? nil : "ngày " + $0 })
    )
    nation.isBold = true
    motto.isBold = true
    day.isItalic = true
    return .sides(
      left: [body, .rule, line("letterhead", "number", number)], right: [nation, motto, .rule, day],
      rules: true)
  }

  private var signature: FormDocument.Piece {
    var left = ["left", "left-1", "left-2"].map { line("signature", $0) }
    for index in left.indices { left[index].isSmall = true }
    left[0].isBold = true
    left[0].isItalic = true
    var right = ["right", "right-1"].map { line("signature", $0) }
    for index in right.indices { right[index].isBold = true }
    return .sides(left: left, right: right, rules: false)
  }

  private func section(_ part: FormLayout.Part, _ filled: FormContent.Section) -> [FormDocument.Piece] {
    var pieces: [FormDocument.Piece] = []
    let wanted = words.columns(of: part.section).isEmpty ? ["@coverage"] : words.columns(of: part.section)
    let fields = part.fields.filter { wanted.contains($0.field) || filled.fields[$0.field] != nil }
    pieces.append(
      .fields(
        fields.map { column in
          (column.head, cell(column, filled.fields[column.field] ?? "", part.section, [], 0, hinted: true))
        }))
    for known in part.tables {
      guard let table = filled.tables.first(where: { $0.path == known.path }) else { continue }
      let columns = table.columns.compactMap { field in known.columns.first { $0.field == field } }
      let telling = known.tellingColumns.map { known.columns[$0].field }
      pieces.append(
        .table(
          heads: columns.map { FormDocument.Head(text: $0.head, width: width($0, telling)) },
          rows: table.rows.enumerated().map { index, row in
            columns.map { column in
              cell(
                column, row.cells[column.field] ?? "", part.section, known.path, index,
                hinted: telling.contains(column.field) && (index == 0 || known.element == "statement"))
            }
          }))
    }
    return pieces
  }

  private func width(_ column: FormLayout.Column, _ telling: [String]) -> FormDocument.Width {
    if telling.contains(column.field) { return .weight(40) }
    return switch column.holds {
    case .number: .number
    case .parent: .weight(14)
    case .words: .weight(40)
    case .attribute(let name, let value), .childAttribute(_, let name, let value):
      switch value {
      case .text: .weight(20)
      case .day: .day
      case .integer: FormValues.isYear(name) ? .year : .weight(16)
      case .decimal: .weight(14)
      case .token, .own: .weight(18)
      case .tokens: .weight(30)
      }
    case .child: .weight(22)
    case .measures, .budgets: .weight(24)
    }
  }

  private func cell(
    _ column: FormLayout.Column, _ shown: String, _ section: String, _ path: [String], _ row: Int,
    hinted: Bool
  ) -> FormDocument.Cell {
    let kind: FormDocument.Kind
    switch column.holds {
    case .number: kind = .number
    case .parent: kind = .text
    case .words(let value), .attribute(_, let value), .child(_, let value, isMany: false),
      .childAttribute(_, _, let value):
      switch value {
      case .text, .integer, .decimal: kind = .text
      case .day: kind = .day
      case .token, .own: kind = .choice(values.choices(value, attribute: name(column)))
      case .tokens: kind = .lines
      }
    case .child, .measures, .budgets: kind = .lines
    }
    // Figures are written as people write them, lines hold several: what Word would keep of these is no value of a plan.
    let isBound =
      switch column.holds {
      case .words(let value), .attribute(_, let value), .child(_, let value, isMany: false),
        .childAttribute(_, _, let value):
        switch value {
        case .text, .day, .token, .own: true
        case .integer, .decimal, .tokens: false
        }
      default: false
      }
    let place = places[FormPlan.Cell(section: section, path: path, row: row, field: column.field)]
    return FormDocument.Cell(
      name: ([section] + path + [String(row + 1), column.field]).joined(separator: "/"), title: column.head,
      lines: shown.split(separator: "\n").map(String.init), kind: kind, path: isBound ? place : nil,
      stored: stored(column, shown), hint: hinted ? words.hint : "…")
  }

  private func name(_ column: FormLayout.Column) -> String {
    switch column.holds {
    case .attribute(let name, _), .child(let name, _, _), .childAttribute(_, let name, _): name
    default: ""
    }
  }

  private func stored(_ column: FormLayout.Column, _ shown: String) -> String {
    switch column.holds {
    case .words(let value), .attribute(_, let value), .child(_, let value, isMany: false),
      .childAttribute(_, _, let value):
      values.raw(shown, value, attribute: name(column)) ?? ""
    default: ""
    }
  }
}
