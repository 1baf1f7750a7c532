import XML

extension MasterPlan {
  public static let namespace = "urn:khung:master-plan:1"

  /// Parses and validates a plan and reads its facts in one walk.
  /// - Parameter schema: `master-plan.xsd`.
  /// - Throws: `Refusal` when the text is not well-formed, breaks a limit or is not valid.
  public static func read(_ source: SourceText, schema: Schema, limits: Limits = Limits()) throws(Refusal)
    -> MasterPlan
  {
    let document = try Document(source, limits: limits)
    try schema.validate(document)
    var reader = PlanReader()
    return reader.read(document.root, source: source)
  }
}

/// Walks a valid plan once, in document order.
private struct PlanReader {
  private var number = 0

  mutating func read(_ root: Element, source: SourceText) -> MasterPlan {
    let place = nextPlace("master-plan", nil, in: nil)
    var sections: [Section] = []
    for child in root.children { sections.append(section(child, in: place)) }
    let identity = sections.first { $0.name == "identity" }
    let city = sections.first { $0.name == "city" }
    return MasterPlan(
      source: source, digest: ContentDigest.sha256(source.stored),
      identity: Self.identity(identity, root: place), city: Self.city(city),
      coverage: Coverage(rawValue: root.attribute("coverage") ?? "") ?? .partial, root: place,
      sections: sections)
  }

  private mutating func nextPlace(_ name: String, _ position: Int?, in parent: Place?) -> Place {
    defer { number += 1 }
    return Place(number: number, name: name, position: position, parent: parent)
  }

  private mutating func section(_ element: Element, in root: Place) -> Section {
    let name = element.name
    let place = nextPlace(name, nil, in: root)
    let attributes = Self.attributes(of: element)
    return Section(
      name: name, coverage: attributes["coverage"].flatMap(Coverage.init) ?? .partial,
      attributes: attributes, items: items(of: element, in: name, at: place), place: place)
  }

  private mutating func items(of element: Element, in section: String, at parent: Place) -> [Item] {
    var result: [Item] = []
    // Elements of one name mostly stand together: the last counted is asked first.
    var counts: [(name: String, count: Int)] = []
    for child in element.children {
      let name = child.name
      let index = counts.lastIndex { $0.name == name } ?? counts.count
      if index == counts.count { counts.append((name, 0)) }
      counts[index].count += 1
      let place = nextPlace(name, counts[index].count, in: parent)
      let attributes = Self.attributes(of: child)
      let children = items(of: child, in: section, at: place)
      result.append(
        Item(
          element: name, section: section, attributes: attributes,
          text: children.isEmpty ? child.text : children.first { $0.element == "name" }?.text ?? "",
          topics: attributes["topic"].map(Self.tokens) ?? [],
          children: children, place: place))
    }
    return result
  }

  /// The tokens of a list whose white space is collapsed.
  private static func tokens(_ list: String) -> [String] {
    guard list.utf8.contains(UInt8(ascii: " ")) else { return list.isEmpty ? [] : [list] }
    return list.split(separator: " ").map(String.init)
  }

  /// Every attribute of the schema has a type that collapses white space.
  private static func attributes(of element: Element) -> Attributes {
    Attributes(element.tokenAttributes)
  }

  private static func identity(_ section: Section?, root: Place) -> Identity {
    let items = section?.items ?? []
    let period = items.first { $0.element == "period" }
    func text(_ name: String) -> String? { items.first { $0.element == name }?.text }
    return Identity(
      title: text("title") ?? "", number: text("number"), date: text("date").flatMap { CalendarDate($0) },
      kind: section?.attributes["kind"] ?? "",
      stage: section?.attributes["stage"].flatMap(Stage.init) ?? .draft, from: period?.integer("from"),
      to: period?.integer("to"), vision: period?.integer("vision"), place: section?.place ?? root)
  }

  private static func city(_ section: Section?) -> City {
    City(
      name: section?.items.first { $0.element == "name" }?.text ?? "",
      province: section?.items.first { $0.element == "province" }?.text,
      level: section?.attributes["level"] ?? "", region: section?.attributes["region"],
      urbanClass: section?.attributes["urban-class"])
  }
}
