import Catalogue
import Manuscript
import Recognition
import Source
import Writing

/// A reading as JSON for programs.
package enum ReadingJSON {
  package static func json(_ reading: Reading) -> JSON {
    .object(
      [
        ("source", .string(reading.manuscript.source)), ("sha256", .string(reading.manuscript.digest)),
        ("format", .string(reading.manuscript.format.rawValue)),
      ] + ManuscriptJSON.files(reading.manuscript) + [
        ("confirmed", .boolean(false)),
        ("facts", .array(reading.facts.map(json))), ("headings", .array(headings(reading.manuscript))),
        ("citations", .array(reading.citations.map(json))), ("tables", .array(reading.tables.map(json))),
        (
          "losses",
          .array(
            reading.manuscript.losses.map {
              .object([
                ("kind", .string($0.kind.rawValue)), ("words", .string($0.words)),
                ("place", ManuscriptJSON.json($0.place)),
              ])
            })
        ),
      ])
  }

  private static func json(_ fact: RecognisedFact) -> JSON {
    var members: [(String, JSON)] = [
      ("id", .string(fact.id)), ("section", .string(fact.section)), ("element", .string(fact.element)),
    ]
    if !fact.words.isEmpty { members.append(("words", .string(fact.words))) }
    if !fact.attributes.isEmpty { members.append(("attributes", json(fact.attributes))) }
    if !fact.parts.isEmpty {
      members.append(
        (
          "parts",
          .array(
            fact.parts.map { part in
              var inner: [(String, JSON)] = [("element", .string(part.element))]
              if !part.words.isEmpty { inner.append(("words", .string(part.words))) }
              if !part.attributes.isEmpty { inner.append(("attributes", json(part.attributes))) }
              return .object(inner)
            })
        ))
    }
    members += [
      ("certainty", .string(fact.certainty.rawValue)), ("found-by", .string(fact.finder.name)),
      ("quotation", .string(fact.quotation)), ("place", ManuscriptJSON.json(fact.place)),
    ]
    return .object(members)
  }

  private static func json(_ details: [RecognisedFact.Detail]) -> JSON {
    .object(details.map { ($0.name, .string($0.value)) })
  }

  private static func headings(_ manuscript: Manuscript) -> [JSON] {
    manuscript.blocks.compactMap { block in
      let level = block.headingLevel ?? (block.role == .title || block.role == .annex ? 0 : nil)
      return level.map {
        .object([
          ("level", .integer($0)), ("title", .string(block.headingText)),
          ("role", .string(block.role.rawValue)),
          ("place", ManuscriptJSON.json(block.place)),
        ])
      }
    }
  }

  private static func json(_ named: Reading.NamedText) -> JSON {
    var members: [(String, JSON)] = [("printed", .string(named.printed))]
    switch named.citation {
    case .entry(let id): members.append(("entry", .string(id)))
    case .ambiguous(let ids), .otherEdition(let ids):
      members.append(("perhaps", .array(ids.map { .string($0) })))
    case .notInCatalogue: break
    }
    members.append(("place", ManuscriptJSON.json(named.place)))
    return .object(members)
  }

  private static func json(_ table: Reading.ReadTable) -> JSON {
    .object([
      ("place", ManuscriptJSON.json(table.place)), ("columns", .array(table.columns.map { .optional($0) })),
      (
        "rows",
        .array(
          table.rows.map { row in
            .object([
              ("kind", .string(row.kind.rawValue)), ("cells", .array(row.cells.map { .string($0) })),
              ("place", ManuscriptJSON.json(row.place)),
            ])
          })
      ),
    ])
  }
}
