import XML

/// A finding with the place that was worked out for it.
struct Located {
  let finding: LintFinding
  let category: Category
  let file: SourceFile
  let element: Int?
  /// The attribute that the finding is about, if it is about one.
  let attribute: String?

  /// - Parameter file: the file of an element; nil leaves the finding out.
  init?(_ raw: RuleReport.Raw, _ card: RuleCard, file fileOf: (Element) -> SourceFile?) {
    guard let (file, offset, number) = Self.spot(of: raw.place, fileOf) else { return nil }
    self.file = file
    category = card.category
    self.element = number
    attribute =
      switch raw.place {
      case .attribute(_, let name), .value(_, let name, _), .token(_, let name, _): name
      case .element, .byte, .instruction: nil
      }
    let position = file.map.position(at: offset)
    let element =
      switch raw.place {
      case .element(let element), .attribute(let element, _), .value(let element, _, _),
        .token(let element, _, _):
        element
      case .byte, .instruction: number.flatMap(file.element)
      }
    let elements = element.map(Self.ancestry) ?? []
    finding = LintFinding(
      rule: card.id, severity: card.severity, source: file.file.text.name, position: position,
      offset: offset, entry: elements.dropFirst(2).first?.identity ?? "",
      path: elements.dropFirst().map(\.step).joined(separator: "/"), message: raw.message,
      excerpt: file.map.excerpt(around: offset), fix: raw.fix)
  }

  static func inOrder(_ left: Located, _ right: Located) -> Bool {
    (left.file.name, left.finding.offset, left.finding.rule)
      < (right.file.name, right.finding.offset, right.finding.rule)
  }

  private static func spot(
    of place: RuleTarget, _ fileOf: (Element) -> SourceFile?
  ) -> (SourceFile, Int, Int?)? {
    switch place {
    case .byte(let offset, let file):
      return (file, offset, file.document == nil ? nil : file.map.element(at: offset))
    case .instruction(let offset, let covered, let file): return (file, offset, covered)
    case .element(let element), .attribute(let element, _), .value(let element, _, _),
      .token(let element, _, _):
      guard let file = fileOf(element), let number = Node(element).elementNumber,
        let start = file.map.offset(ofElement: number)
      else { return nil }
      let offset: Int? =
        switch place {
        case .attribute(_, let name): file.map.nameRange(ofAttribute: name, inElement: number)?.lowerBound
        case .value(_, let name, let scalar):
          file.map.offset(ofScalar: scalar, inAttribute: name, ofElement: number)
        case .token(_, let name, let token):
          file.map.offset(ofToken: token, inAttribute: name, ofElement: number)
        case .element, .byte, .instruction: start
        }
      return (file, offset ?? start, number)
    }
  }

  private static func ancestry(of element: Element) -> [Element] {
    var result = [element]
    while let parent = Node(result[0]).parent?.element { result.insert(parent, at: 0) }
    return result
  }
}

extension Element {
  /// What tells it from its siblings, whatever their order: an id, a language, what it refers to.
  fileprivate var identity: String? {
    ["id", "ref", "instrument", "criterion", "number", "lang"].lazy.compactMap { attribute($0) }.first
  }

  fileprivate var step: String { identity.map { "\(name)[\($0)]" } ?? name }
}
