import Manuscript
import Source
import Writing

/// A manuscript as JSON for programs: everything that it knows, a member only where there is something to say.
package enum ManuscriptJSON {
  package static func json(_ manuscript: Manuscript) -> JSON {
    .object(
      [
        ("source", .string(manuscript.source)), ("sha256", .string(manuscript.digest)),
        ("format", .string(manuscript.format.rawValue)),
      ] + files(manuscript) + [
        ("blocks", .array(manuscript.blocks.map(json))),
        ("margins", .array(manuscript.margins.map(json))),
        (
          "comments",
          .array(
            manuscript.comments.map {
              .object([
                ("author", .optional($0.author)), ("text", .string($0.text)), ("place", json($0.place)),
              ])
            })
        ), ("losses", .array(manuscript.losses.map(json))),
      ])
  }

  /// The files of a submission of several.
  static func files(_ manuscript: Manuscript) -> [(String, JSON)] {
    guard !manuscript.files.isEmpty else { return [] }
    return [
      (
        "files",
        .array(
          manuscript.files.map {
            .object([
              ("source", .string($0.source)), ("sha256", .string($0.digest)),
              ("format", .string($0.format.rawValue)),
            ])
          })
      )
    ]
  }

  private static func json(_ block: Block) -> JSON {
    var members: [(String, JSON)] = []
    func add(_ name: String, _ value: JSON) { members.append((name, value)) }
    switch block.kind {
    case .heading(let level):
      add("kind", .string("heading"))
      add("level", .integer(level))
    case .paragraph: add("kind", .string("paragraph"))
    case .listItem(let level):
      add("kind", .string("list-item"))
      add("level", .integer(level))
    case .table(let table):
      add("kind", .string("table"))
      add("columns", .integer(table.columns))
      add("rows", .array(table.rows.map(json)))
    case .note(let mark, let isEndnote, let blocks):
      add("kind", .string(isEndnote ? "endnote" : "footnote"))
      add("mark", .string(mark))
      add("blocks", .array(blocks.map(json)))
    case .textBox(let blocks):
      add("kind", .string("text-box"))
      add("blocks", .array(blocks.map(json)))
    }
    if let label = block.label {
      add("label", .string(label))
      if block.labelBytes > 0 { add("typed", .boolean(true)) }
    }
    if !block.text.isEmpty { add("text", .string(block.text)) }
    if block.role != .body { add("role", .string(block.role.rawValue)) }
    let looks: [(Block.Look, String)] = [
      (.bold, "bold"), (.italic, "italic"), (.centred, "centred"), (.capitals, "capitals"),
    ]
    let names = looks.filter { block.look.contains($0.0) }.map { JSON.string($0.1) }
    if !names.isEmpty { add("look", .array(names)) }
    if !block.noteCalls.isEmpty {
      add(
        "notes",
        .array(block.noteCalls.map { .object([("byte", .integer($0.offset)), ("mark", .string($0.mark))]) }))
    }
    add("place", json(block.place))
    return .object(members)
  }

  private static func json(_ row: Table.Row) -> JSON {
    var members: [(String, JSON)] = []
    if row.isHeader { members.append(("header", .boolean(true))) }
    members.append(
      (
        "cells",
        .array(
          row.cells.map { cell in
            var members: [(String, JSON)] = [("column", .integer(cell.column + 1))]
            if cell.columnSpan > 1 { members.append(("columns", .integer(cell.columnSpan))) }
            if cell.rowSpan > 1 { members.append(("rows", .integer(cell.rowSpan))) }
            members.append(("blocks", .array(cell.blocks.map(json))))
            return .object(members)
          })
      ))
    return .object(members)
  }

  static func json(_ place: ManuscriptPlace) -> JSON {
    var members: [(String, JSON)] = []
    if let file = place.file { members.append(("file", .string(file))) }
    if place.block > 0 { members.append(("block", .integer(place.block))) }
    if let page = place.page { members.append(("page", .integer(page))) }
    if !place.headings.isEmpty { members.append(("headings", .array(place.headings.map { .string($0) }))) }
    if place.paragraph > 0 { members.append(("paragraph", .integer(place.paragraph))) }
    if let row = place.row { members.append(("row", .integer(row))) }
    if let column = place.column { members.append(("column", .integer(column))) }
    if let line = place.line { members.append(("line", .integer(line))) }
    if let part = place.part { members.append(("part", .string(part))) }
    if let element = place.element { members.append(("element", .string(element.description))) }
    if let id = place.paragraphID { members.append(("paragraph-id", .string(id))) }
    return .object(members)
  }

  private static func json(_ loss: Loss) -> JSON {
    var members: [(String, JSON)] = [("kind", .string(loss.kind.rawValue))]
    if !loss.words.isEmpty { members.append(("words", .string(loss.words))) }
    if let instead = loss.instead { members.append(("instead", .string(instead))) }
    if loss.count > 1 { members.append(("count", .integer(loss.count))) }
    members.append(("place", json(loss.place)))
    return .object(members)
  }
}
