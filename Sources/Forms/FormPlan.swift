import MasterPlan
import Source

/// What of a form cannot be taken into a plan, and where it stands.
package struct FormProblem: Sendable, Equatable {
  package let section: String
  /// The head of the column or the label of the field.
  package let head: String
  /// The row of its table, from 1; nil for a field.
  package let row: Int?
  package let words: String
  package let kind: Kind

  package enum Kind: Sendable, Hashable {
    /// No such value: no day, no figure, no name of the list.
    case value
    /// The row has other cells, and not the words that it is about.
    case wordsMissing
    /// A value that a plan cannot be without.
    case required
    /// It belongs to a row that is not there.
    case parent
    /// A column or a table that the form does not know, with words in it.
    case unread
    /// The store of the file holds another value than the page shows.
    case differs(stored: String)
  }
}

/// A plan's file made of a form.
package struct FormPlan {
  private let layout: FormLayout
  private let values: FormValues
  private let content: FormContent
  /// Whether what is left blank is there as an empty element: the store of a form, to which its cells are bound.
  private let keepsBlanks: Bool
  package private(set) var problems: [FormProblem] = []
  package private(set) var xml = ""
  /// Where the value of each cell stands in the file, by section, path, row and field.
  private(set) var places: [Cell: String] = [:]

  struct Cell: Hashable {
    let section: String
    let path: [String]
    let row: Int
    let field: String
  }

  private struct Node {
    let name: String
    var attributes: [(name: String, value: String)] = []
    var text: String?
    var children: [Node] = []
    /// The row that it was made of.
    var number = ""
    var cells: [(field: String, step: String)] = []
    var row = 0
  }

  package init(
    _ content: FormContent, _ layout: FormLayout, _ vocabulary: PlanVocabulary, keepsBlanks: Bool = false
  ) {
    self.layout = layout
    self.content = content
    self.keepsBlanks = keepsBlanks
    values = FormValues(vocabulary, layout.words)
    write()
  }

  private mutating func write() {
    var coverage = "partial"
    if let shown = content.sections["identity"]?.fields["/@coverage"], !shown.isEmpty {
      if let raw = values.raw(shown, .token(list: "coverage"), attribute: "coverage") {
        coverage = raw
      } else {
        problems.append(problem("identity", "/@coverage", nil, shown, .value))
      }
    }
    xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<master-plan xmlns=\"\(MasterPlan.namespace)\" coverage=\"\(coverage)\">\n"
    for section in layout.shape.sections {
      guard let part = layout.parts[section], let filled = content.sections[section],
        let node = node(part, filled)
      else { continue }
      write(node, indent: "  ", path: "/m:master-plan[1]/m:\(section)[1]", section, [])
    }
    xml += "</master-plan>\n"
  }

  private func head(_ section: String, _ element: String, _ field: String) -> String {
    field == "/@coverage"
      ? layout.words.head("@coverage", of: "master-plan") : layout.words.head(field, of: element)
  }

  private func problem(
    _ section: String, _ field: String, _ row: Int?, _ words: String, _ kind: FormProblem.Kind,
    element: String? = nil
  ) -> FormProblem {
    FormProblem(
      section: section, head: head(section, element ?? section, field), row: row, words: words, kind: kind)
  }

  // MARK: Sections

  private mutating func node(_ part: FormLayout.Part, _ filled: FormContent.Section) -> Node? {
    var node = Node(name: part.section)
    take(
      filled.fields, part.fields.filter { $0.field != "/@coverage" }, into: &node, part.section, part.section,
      nil)
    for table in filled.tables where table.path.count == 1 {
      node.children += nodes(table, part, filled)
    }
    guard !keepsBlanks else {
      if !node.attributes.contains(where: { $0.name == "coverage" }) {
        node.attributes.insert(("coverage", "partial"), at: 0)
      }
      return node
    }
    let saysSomething =
      !node.children.isEmpty || node.attributes.contains { $0.value.isEmpty == false }
    if !node.attributes.contains(where: { $0.name == "coverage" && !$0.value.isEmpty }) {
      guard saysSomething || part.section == "identity" || part.section == "city" else {
        return nil
      }
      node.attributes.removeAll { $0.name == "coverage" }
      node.attributes.insert(("coverage", "partial"), at: 0)
    }
    for attribute in layout.shape.kind(part.section)?.attributes ?? []
    where attribute.isRequired && !node.attributes.contains(where: { $0.name == attribute.name }) {
      problems.append(problem(part.section, "@" + attribute.name, nil, "", .required))
    }
    for child in layout.shape.kind(part.section)?.children ?? []
    where child.isRequired && !node.children.contains(where: { $0.name == child.name }) {
      guard layout.shape.kind(child.type)?.children.isEmpty != true || layout.shape.value(child.type) != nil
      else { continue }
      problems.append(problem(part.section, child.name, nil, "", .required))
    }
    return node
  }

  // MARK: Things

  private mutating func nodes(
    _ table: FormContent.Table, _ part: FormLayout.Part, _ filled: FormContent.Section,
    below parent: String? = nil
  ) -> [Node] {
    guard let known = part.tables.first(where: { $0.path == table.path }) else { return [] }
    var result: [Node] = []
    for (index, row) in table.rows.enumerated() {
      if let parent, row.cells["^"]?.inOneLine != parent { continue }
      let telling = known.tellingColumns.map { known.columns[$0].field }
      let said = row.cells.filter {
        $0.key != "#" && $0.key != "^" && $0.key != "@at" && !$0.value.inOneLine.isEmpty
      }
      // What the form names beforehand is nobody's word: a topic without a sentence states nothing.
      let isBlank =
        telling.isEmpty ? said.isEmpty : telling.allSatisfy { row.cells[$0]?.inOneLine.isEmpty != false }
      if isBlank, !keepsBlanks {
        if said.keys.contains(where: { $0 != "@topic" }), let field = telling.first {
          problems.append(problem(part.section, field, index + 1, "", .wordsMissing, element: known.element))
        }
        continue
      }
      var node = Node(name: known.element, number: row.number, row: index)
      take(row.cells, known.columns, into: &node, part.section, known.element, index + 1)
      for inner in filled.tables
      where inner.path.count == table.path.count + 1 && Array(inner.path.dropLast()) == table.path {
        node.children += nodes(inner, part, filled, below: row.number)
      }
      if !keepsBlanks {
        for attribute in kind(of: known)?.attributes ?? []
        where attribute.isRequired && !node.attributes.contains(where: { $0.name == attribute.name }) {
          problems.append(
            problem(part.section, "@" + attribute.name, index + 1, "", .required, element: known.element))
        }
      }
      result.append(node)
    }
    if parent == nil, !keepsBlanks { checkParents(table, part, filled) }
    return result
  }

  /// Rows of inner tables whose number is none of the table around.
  private mutating func checkParents(
    _ table: FormContent.Table, _ part: FormLayout.Part, _ filled: FormContent.Section
  ) {
    let numbers = Set(table.rows.map { $0.number.inOneLine })
    for inner in filled.tables
    where inner.path.count == table.path.count + 1 && Array(inner.path.dropLast()) == table.path {
      for (index, row) in inner.rows.enumerated() {
        let says = row.cells.contains {
          $0.key != "#" && $0.key != "^" && $0.key != "@at" && !$0.value.inOneLine.isEmpty
        }
        let number = row.cells["^"]?.inOneLine ?? ""
        if says, !numbers.contains(number) {
          problems.append(problem(part.section, "^", index + 1, number, .parent, element: inner.path.last))
        }
      }
    }
  }

  private func kind(of table: FormLayout.Table) -> PlanShape.Kind? {
    var type = table.section
    for name in table.path {
      guard let child = layout.shape.kind(type)?.children.first(where: { $0.name == name }) else {
        return nil
      }
      type = child.type
    }
    return layout.shape.kind(type)
  }

  /// Cells or fields into a node.
  private mutating func take(
    _ cells: [String: String], _ columns: [FormLayout.Column], into node: inout Node, _ section: String,
    _ element: String, _ row: Int?
  ) {
    for column in columns {
      guard let shown = cells[column.field] else { continue }
      let isBlank = shown.inOneLine.isEmpty
      guard !isBlank || keepsBlanks else { continue }
      func fail() { problems.append(problem(section, column.field, row, shown, .value, element: element)) }
      func value(_ kind: PlanShape.Value, _ name: String) -> String? {
        isBlank ? "" : values.raw(shown, kind, attribute: name)
      }
      switch column.holds {
      case .number, .parent: break
      case .words(let kind):
        guard let raw = value(kind, ".") else {
          fail()
          continue
        }
        node.text = raw
        node.cells.append((column.field, ""))
      case .attribute(let name, let kind):
        guard let raw = value(kind, name) else {
          fail()
          continue
        }
        node.attributes.append((name, raw))
        node.cells.append((column.field, "/@" + name))
      case .child(let name, let kind, let isMany):
        let lines = isMany ? shown.split(separator: "\n").map(String.init) : [shown]
        for line in lines where !line.inOneLine.isEmpty || keepsBlanks {
          guard let raw = line.inOneLine.isEmpty ? "" : values.raw(line, kind, attribute: name) else {
            fail()
            continue
          }
          node.children.append(Node(name: name, text: raw))
        }
        if !isMany { node.cells.append((column.field, "/m:\(name)[1]")) }
      case .childAttribute(let child, let name, let kind):
        guard let raw = value(kind, name) else {
          fail()
          continue
        }
        if let index = node.children.firstIndex(where: { $0.name == child }) {
          node.children[index].attributes.append((name, raw))
        } else {
          node.children.append(Node(name: child, attributes: [(name, raw)]))
        }
        node.cells.append((column.field, "/m:\(child)[1]/@\(name)"))
      case .measures(let name, _):
        for line in shown.split(separator: "\n") where !String(line).inOneLine.isEmpty {
          guard let attributes = values.measure(String(line)) else {
            fail()
            continue
          }
          node.children.append(Node(name: name, attributes: attributes))
        }
      case .budgets(let name):
        for line in shown.split(separator: "\n") where !String(line).inOneLine.isEmpty {
          guard let attributes = values.budget(String(line)) else {
            fail()
            continue
          }
          node.children.append(Node(name: name, attributes: attributes))
        }
      }
    }
  }

  // MARK: Text

  private mutating func write(
    _ node: Node, indent: String, path: String, _ section: String, _ inside: [String]
  ) {
    for cell in node.cells {
      places[Cell(section: section, path: inside, row: node.row, field: cell.field)] = path + cell.step
    }
    xml += indent + "<" + node.name
    for (name, value) in node.attributes {
      xml += " \(name)=\"" + XMLText.escaped(value, attribute: true) + "\""
    }
    let order = Dictionary(
      (layout.shape.kind(kindName(node.name, section, inside))?.children ?? []).enumerated().map {
        ($1.name, $0)
      }
    ) { first, _ in first }
    let children = node.children.enumerated().sorted {
      (order[$0.element.name] ?? 0, $0.offset) < (order[$1.element.name] ?? 0, $1.offset)
    }.map(\.element)
    if children.isEmpty {
      guard let text = node.text, !text.isEmpty else {
        xml += "/>\n"
        return
      }
      xml += ">" + XMLText.escaped(text) + "</\(node.name)>\n"
      return
    }
    xml += ">\n"
    var counts: [String: Int] = [:]
    for child in children {
      counts[child.name, default: 0] += 1
      write(
        child, indent: indent + "  ", path: path + "/m:\(child.name)[\(counts[child.name] ?? 1)]", section,
        inside + [child.name])
    }
    xml += indent + "</\(node.name)>\n"
  }

  /// The type of a node: its own name is that of its type but where the schema says otherwise.
  private func kindName(_ name: String, _ section: String, _ inside: [String]) -> String {
    var type = section
    for step in inside {
      type = layout.shape.kind(type)?.children.first { $0.name == step }?.type ?? step
    }
    return inside.isEmpty ? section : type
  }
}
