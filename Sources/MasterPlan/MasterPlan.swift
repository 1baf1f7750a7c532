import XML

/// One smart-city master plan (đề án) as facts with positions: what it says, where, and how much of
/// the source document each section carries.
public struct MasterPlan: Sendable {
  public let source: SourceText
  /// SHA-256 of the bytes as they were stored.
  public let digest: String
  public let identity: Identity
  public let city: City
  /// Coverage of the sections that are not in the file.
  public let coverage: Coverage
  public let root: Place
  /// In document order.
  public let sections: [Section]
  private let sectionsByName: [String: Section]
  private let itemsByTopic: [String: [Item]]

  init(
    source: SourceText, digest: String, identity: Identity, city: City, coverage: Coverage, root: Place,
    sections: [Section]
  ) {
    self.source = source
    self.digest = digest
    self.identity = identity
    self.city = city
    self.coverage = coverage
    self.root = root
    self.sections = sections
    sectionsByName = Dictionary(sections.map { ($0.name, $0) }) { first, _ in first }
    var topics: [String: [Item]] = [:]
    for section in sections {
      for item in section.items { item.collect(into: &topics) }
    }
    itemsByTopic = topics
  }

  public func section(_ name: String) -> Section? { sectionsByName[name] }

  /// How much of the section the file carries; that of the whole file for a section it has not.
  public func coverage(of section: String) -> Coverage {
    sectionsByName[section]?.coverage ?? coverage
  }

  /// Items of the section called `element`, in document order.
  public func items(_ element: String, in section: String) -> [Item] {
    sectionsByName[section]?.items.filter { $0.element == element } ?? []
  }

  /// The same, but for what is left of a template: it shows nothing.
  public func filledInItems(_ element: String, in section: String) -> [Item] {
    sectionsByName[section]?.filledInItems(element) ?? []
  }

  /// Items of any depth that carry the topic, in document order.
  public func items(about topic: String) -> [Item] { itemsByTopic[topic] ?? [] }
}

/// How much of the source document a section carries.
public enum Coverage: String, Sendable, CaseIterable {
  /// What is not here is not in the plan.
  case complete
  /// What is not here proves nothing.
  case partial
}

/// Stage of the document; draft, submitted and approved plans owe different things.
public enum Stage: String, Sendable, CaseIterable {
  case draft, submitted, approved
}

/// Title, number, date, kind, stage and period.
public struct Identity: Sendable {
  public let title: String
  public let number: String?
  /// Decision date of an approved plan, else the date of the file.
  public let date: CalendarDate?
  public let kind: String
  public let stage: Stage
  public let from: Int?
  public let to: Int?
  public let vision: Int?
  public let place: Place
}

/// The place that the plan is for.
public struct City: Sendable {
  public let name: String
  /// The province that it is part of, where the plan says so.
  public let province: String?
  public let level: String
  public let region: String?
  public let urbanClass: String?
}

/// One section of a plan. A class, like `Item`, because look-ups hand it on all the time and a reference is
/// cheap to hand on; nothing in it ever changes.
public final class Section: Sendable {
  public let name: String
  public let coverage: Coverage
  public let attributes: Attributes
  public let items: [Item]
  public let place: Place
  /// Items that say something, by element.
  private let filledIn: [(element: String, items: [Item])]

  init(name: String, coverage: Coverage, attributes: Attributes, items: [Item], place: Place) {
    self.name = name
    self.coverage = coverage
    self.attributes = attributes
    self.items = items
    self.place = place
    var groups: [(element: String, items: [Item])] = []
    for item in items where item.isFilledIn {
      if let index = groups.lastIndex(where: { $0.element == item.element }) {
        groups[index].items.append(item)
      } else {
        groups.append((item.element, [item]))
      }
    }
    filledIn = groups
  }

  /// Items called `element` that somebody filled in, in document order.
  func filledInItems(_ element: String) -> [Item] {
    for group in filledIn where group.element == element { return group.items }
    return []
  }

  /// The section seen as one item, for sections that describe one thing, such as the operations centre.
  public var asItem: Item {
    Item(
      element: name, section: name, attributes: attributes, text: "", topics: [], children: items,
      place: place)
  }
}

/// One thing that a section holds: a statement, a layer, a project, an indicator.
public final class Item: Sendable {
  public let element: String
  public let section: String
  public let attributes: Attributes
  /// Its own text; for an item with parts, that of its `name`.
  public let text: String
  public let topics: [String]
  public let children: [Item]
  public let place: Place
  /// Whether the item says something: it has parts or figures instead of words of its own, or a person
  /// wrote them. Many look-ups ask, so it is decided once, when the plan is read.
  public let isFilledIn: Bool

  init(
    element: String, section: String, attributes: Attributes, text: String, topics: [String],
    children: [Item], place: Place
  ) {
    self.element = element
    self.section = section
    self.attributes = attributes
    self.text = text
    self.topics = topics
    self.children = children
    self.place = place
    isFilledIn = text.isEmpty ? !children.isEmpty || !attributes.isEmpty : text.isWorded
  }

  public func attribute(_ name: String) -> String? { attributes[name] }

  public func children(_ name: String) -> [Item] { children.filter { $0.element == name } }

  public func date(_ name: String) -> CalendarDate? { attributes[name].flatMap { CalendarDate($0) } }

  public func integer(_ name: String) -> Int? { attributes[name].flatMap { Int($0) } }

  public func decimal(_ name: String) -> DecimalNumber? { attributes[name].flatMap { DecimalNumber($0) } }

  /// Puts the item and everything in it, in document order, under its topics.
  func collect(into topics: inout [String: [Item]]) {
    for topic in self.topics { topics[topic, default: []].append(self) }
    for child in children { child.collect(into: &topics) }
  }
}
