import XML

/// Elements that occur all over a catalogue, collected in one walk.
struct Writing {
  /// Texts of one name under one parent, one for each language.
  struct LabelGroup {
    let name: String
    /// They belong to the entry itself, not to a part of it.
    let isEntry: Bool
    var elements: [Element]
  }

  private(set) var provenances: [Element] = []
  private(set) var labels: [LabelGroup] = []

  init(_ entries: [Entry]) {
    for entry in entries { walk(entry.element, isEntry: true, isExample: entry.kind == .example) }
  }

  private mutating func walk(_ element: Element, isEntry: Bool, isExample: Bool) {
    var groups: [LabelGroup] = []
    for child in element.children {
      if child.isNamed("requirement") || child.isNamed("applies-when") || child.isNamed("snippet") {
        continue
      }
      if child.isNamed("provenance") { provenances.append(child) }
      if isExample, !child.isNamed("claim") { continue }
      if child.hasAttribute("lang") {
        let name = child.name
        if let index = groups.firstIndex(where: { $0.name == name }) {
          groups[index].elements.append(child)
        } else {
          groups.append(LabelGroup(name: name, isEntry: isEntry, elements: [child]))
        }
      } else {
        walk(child, isEntry: false, isExample: isExample)
      }
    }
    labels += groups
  }
}
