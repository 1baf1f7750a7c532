import Source
import XML

/// One smart-city master plan (đề án) as facts with positions: what it says, where, and how much of
/// the source document each section carries.
package struct MasterPlan: Sendable {
  package let source: SourceText
  /// SHA-256 of the bytes as they were stored.
  package var digest: String { source.digest }
  package let identity: Identity
  package let city: City
  /// Coverage of the sections that are not in the file.
  package let coverage: Coverage
  /// In document order.
  package let sections: [Section]
  /// What people said of a machine's reading, in the order of the file.
  package let confirmations: [Confirmation]
  /// Whether a machine read it in a document: nobody set its labels.
  package let isReading: Bool
  /// Whether a machine read it in a document and not all of what it found is confirmed.
  package let isUnconfirmedReading: Bool
  private let table: PlanTable
  private let sectionsByName: [String: Section]

  /// Parses and validates a plan.
  /// - Parameter schema: `master-plan.xsd`.
  /// - Throws: `Refusal` when the text is not well-formed, breaks a limit or is not valid.
  package static func read(
    _ source: SourceText, schema: TableSchema, limits: Limits = Limits()
  ) throws(Refusal) -> MasterPlan {
    MasterPlan(try schema.table(of: source, limits: limits))
  }

  package static let namespace = "urn:khung:master-plan:1"

  private init(_ document: DocumentTable) {
    let table = PlanTable(document)
    let root = Item(table: table, row: 0)
    self.table = table
    source = document.source
    let confirmed = root.children.first(named: Confirmation.list)
    let confirmations = confirmed.map { Confirmation.all(in: $0) } ?? []
    self.confirmations = confirmations
    let sections = root.children.filter { $0.row != confirmed?.row }.map {
      Section(table: table, row: $0.row)
    }
    self.sections = sections
    sectionsByName = Dictionary(sections.map { ($0.name, $0) }) { first, _ in first }
    isReading = root.attribute("read-by") == "machine"
    isUnconfirmedReading = isReading && !Unconfirmed(sections, confirmations).isEmpty
    coverage = root.attribute("coverage").flatMap(Coverage.init) ?? .partial
    identity = Identity(sectionsByName["identity"], root: root.place)
    city = City(sectionsByName["city"])
  }

  package func section(_ name: String) -> Section? { sectionsByName[name] }

  /// How much of the section the file carries; that of the whole file for a section it has not.
  package func coverage(of section: String) -> Coverage {
    sectionsByName[section]?.coverage ?? coverage
  }

  /// Items of the section called `element`, in document order.
  package func items(_ element: String, in section: String) -> [Item] {
    sectionsByName[section]?.items.named(element) ?? []
  }

  /// The same, but for what is left of a template: it shows nothing.
  package func filledInItems(_ element: String, in section: String) -> [Item] {
    items(element, in: section).filter(\.isFilledIn)
  }

  /// All sections and items of any depth, in document order.
  package func forEachItem(_ body: (Item) -> Void) {
    for section in sections { section.forEachItem(body) }
  }

  /// Items of any depth with an attribute that names `value`, in document order.
  /// - Parameters:
  ///   - list: the type of `master-plan.xsd` that lists the value, such as `topic` or `platform`.
  ///   - isWanted: whether an item is one of those asked for.
  package func items(
    with value: String, of list: String, where isWanted: (Item) -> Bool = { _ in true }
  ) -> [Item] {
    var result: [Item] = []
    for row in table.document.rows(with: value, of: list) {
      let item = Item(table: table, row: Int(row))
      if isWanted(item) { result.append(item) }
    }
    return result
  }
}

/// How much of the source document a section carries.
package enum Coverage: String, Sendable, CaseIterable {
  /// What is not here is not in the plan.
  case complete
  /// What is not here proves nothing.
  case partial
}

/// Stage of the document; draft, submitted and approved plans owe different things.
package enum Stage: String, Sendable, CaseIterable {
  case draft, submitted, approved
}

/// Title, number, date, kind, stage and period.
package struct Identity: Sendable {
  /// The token of `master-plan.xsd` for a kind of document or a level of place that nobody could tell: what hangs on it
  /// is left open.
  package static let unknown = "unknown"

  package let title: String
  package let number: String?
  /// Decision date of an approved plan, else the date of the file.
  package let date: CalendarDate?
  package let kind: String
  package let stage: Stage
  package let from: Int?
  package let to: Int?
  package let vision: Int?
  /// The round in which the plan was submitted, from 1; nil where it is not said.
  package let round: Int?
  package let place: Place

  init(_ section: Section?, root: Place) {
    let period = section?.items.first(named: "period")
    func text(_ name: String) -> String? { section?.items.first(named: name)?.text }
    title = text("title") ?? ""
    number = text("number")
    date = text("date").flatMap { CalendarDate($0) }
    kind = section?.attributes["kind"] ?? ""
    stage = section?.attributes["stage"].flatMap(Stage.init) ?? .draft
    from = period?.integer("from")
    to = period?.integer("to")
    vision = period?.integer("vision")
    round = section?.attributes["round"].flatMap { Int($0) }
    place = section?.place ?? root
  }
}

/// The place that the plan is for.
package struct City: Sendable {
  package let name: String
  /// The province that it is part of, where the plan says so.
  package let province: String?
  package let level: String
  package let region: String?
  package let urbanClass: String?

  init(_ section: Section?) {
    name = section?.items.first(named: "name")?.text ?? ""
    province = section?.items.first(named: "province")?.text
    level = section?.attributes["level"] ?? ""
    region = section?.attributes["region"]
    urbanClass = section?.attributes["urban-class"]
  }
}

/// One section of a plan: a row of its table, cheap to hand on.
package struct Section: Sendable {
  private let table: PlanTable
  private let row: Int
  package let coverage: Coverage

  init(table: PlanTable, row: Int) {
    self.table = table
    self.row = row
    coverage = Attributes(of: row, in: table.document)["coverage"].flatMap(Coverage.init) ?? .partial
  }

  package var name: String { table.document.name(of: row) }
  package var attributes: Attributes { Attributes(of: row, in: table.document) }
  package var items: Items { table.items(of: row) }
  package var place: Place { Place(number: row, in: table.document) }

  /// The section itself and all items in it.
  package func forEachItem(_ body: (Item) -> Void) {
    for row in row..<table.document.end(of: row) { body(Item(table: table, row: row)) }
  }

  /// The section seen as one item, for sections that describe one thing, such as the operations centre.
  package var asItem: Item { Item(table: table, row: row) }
}

/// One thing that a section holds: a statement, a layer, a project, an indicator. A row of the plan's table.
package struct Item: Sendable {
  private let table: PlanTable
  package let row: Int

  init(table: PlanTable, row: Int) {
    self.table = table
    self.row = row
  }

  package var element: String { table.document.name(of: row) }
  package var section: String { table.document.name(of: table.section(of: row)) }
  package var attributes: Attributes { Attributes(of: row, in: table.document) }
  /// Its own text; for an item with parts, that of its `name`. A section has none.
  package var text: String { table.document.string(table.text(of: row)) }
  package var children: Items { table.items(of: row) }
  package var place: Place { Place(number: row, in: table.document) }
  /// Line and column of its start tag. Computed when it is asked for.
  package var position: Position { table.map.position(ofElement: row) }

  /// Calls `body` with the bytes of `text`.
  package func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    table.document.withBytes(of: table.text(of: row), body)
  }

  /// Whether the item says something: it has parts or figures instead of words of its own, or a person
  /// wrote them.
  package var isFilledIn: Bool { table.isFilledIn(row) }

  /// Whether it stands in its section itself, and not in another item.
  package var isChildOfSection: Bool { table.document.parent(of: row) == table.section(of: row) }

  package var topics: [String] {
    attribute("topic").map { $0.split(separator: " ").map(String.init) } ?? []
  }

  package func attribute(_ name: String) -> String? { attributes[name] }

  /// The id of the item, or of the one that it is a part of.
  package var nearestID: String? {
    var row: Int? = row
    while let current = row {
      if let id = Attributes(of: current, in: table.document)["id"] { return id }
      row = table.document.parent(of: current)
    }
    return nil
  }

  package func children(_ name: String) -> [Item] { children.named(name) }

  package func date(_ name: String) -> CalendarDate? { attributes[name].flatMap { CalendarDate($0) } }

  package func integer(_ name: String) -> Int? { attributes[name].flatMap { Int($0) } }

  package func decimal(_ name: String) -> DecimalNumber? { attributes[name].flatMap { DecimalNumber($0) } }
}
