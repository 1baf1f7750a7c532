import MasterPlan

/// Which tables and fields a form has: what the plan's schema can hold, laid out flat. Things inside things stand in a
/// table of their own, which names the number of the row that they belong to.
package struct FormLayout: Sendable {
  /// One value that a cell or a field holds.
  struct Column: Sendable, Equatable {
    /// How `form.tsv` names it: `.`, `@by`, `name`, `period/@from`, `#`, `^`.
    let field: String
    let head: String
    let holds: Holding
  }

  enum Holding: Sendable, Equatable {
    /// The number of the row, which other tables name.
    case number
    /// The number of the row of the table around.
    case parent
    /// The own words of the element.
    case words(PlanShape.Value)
    case attribute(String, PlanShape.Value)
    /// A child with words alone; several stand in lines.
    case child(String, PlanShape.Value, isMany: Bool)
    /// An attribute of a child that has nothing else.
    case childAttribute(child: String, String, PlanShape.Value)
    /// Figures of an indicator, a line each.
    case measures(String, isMany: Bool)
    /// Amounts by source, a line each.
    case budgets(String)
  }

  /// The things of one kind in a section.
  struct Table: Sendable {
    let section: String
    /// The elements from the section to it.
    let path: [String]
    let columns: [Column]
    var element: String { path.last ?? section }
    /// The column by whose head the table is known again.
    func key(_ words: FormWords) -> Column? {
      if let telling = tellingColumns.first { return columns[telling] }
      let first = words.columns(of: element).first
      return columns.first { $0.field == first }
    }
    /// Whether a column tells that there is something: its own words or its name.
    var tellingColumns: [Int] {
      columns.indices.filter {
        switch columns[$0].holds {
        case .words: true
        case .child(let name, _, _): name == "name"
        default: false
        }
      }
    }
  }

  /// One section: its fields, then its tables.
  struct Part: Sendable {
    let section: String
    let fields: [Column]
    let tables: [Table]
  }

  let parts: [String: Part]
  let shape: PlanShape
  let words: FormWords

  package init(_ shape: PlanShape, _ words: FormWords) {
    self.shape = shape
    self.words = words
    var parts: [String: Part] = [:]
    for section in shape.sections {
      var builder = Builder(section: section, shape: shape, words: words)
      builder.build()
      parts[section] = Part(section: section, fields: builder.fields, tables: builder.tables)
    }
    self.parts = parts
  }
}

private struct Builder {
  let section: String
  let shape: PlanShape
  let words: FormWords
  private(set) var fields: [FormLayout.Column] = []
  private(set) var tables: [FormLayout.Table] = []

  init(section: String, shape: PlanShape, words: FormWords) {
    self.section = section
    self.shape = shape
    self.words = words
  }

  mutating func build() {
    guard let kind = shape.kind(section) else { return }
    for attribute in kind.attributes { fields.append(column(attribute, of: section)) }
    if section == "identity" {
      fields.append(
        FormLayout.Column(
          field: "/@coverage", head: words.head("@coverage", of: "master-plan"),
          holds: .attribute("/coverage", .token(list: "coverage"))))
    }
    for child in kind.children {
      if let flat = flat(child, of: section) {
        fields += flat
      } else {
        table(child, path: [child.name])
      }
    }
  }

  private func column(_ attribute: PlanShape.Attribute, of element: String) -> FormLayout.Column {
    FormLayout.Column(
      field: "@" + attribute.name, head: words.head("@" + attribute.name, of: element),
      holds: .attribute(attribute.name, attribute.value))
  }

  /// A child that fits into cells of what holds it; nil for one that needs a table.
  private func flat(_ child: PlanShape.Child, of element: String) -> [FormLayout.Column]? {
    let head = words.head(child.name, of: element)
    if let value = shape.value(child.type) {
      return [
        FormLayout.Column(
          field: child.name, head: head, holds: .child(child.name, value, isMany: child.isMany))
      ]
    }
    guard let kind = shape.kind(child.type) else { return nil }
    switch child.type {
    case "measure":
      return [
        FormLayout.Column(field: child.name, head: head, holds: .measures(child.name, isMany: child.isMany))
      ]
    case "budget": return [FormLayout.Column(field: child.name, head: head, holds: .budgets(child.name))]
    default: break
    }
    guard !child.isMany, kind.words == nil, kind.children.isEmpty else { return nil }
    return kind.attributes.map { attribute in
      let field = child.name + "/@" + attribute.name
      return FormLayout.Column(
        field: field, head: words.head(field, of: element),
        holds: .childAttribute(child: child.name, attribute.name, attribute.value))
    }
  }

  private mutating func table(_ child: PlanShape.Child, path: [String]) {
    guard let kind = shape.kind(child.type) else { return }
    let element = child.name
    var columns = [FormLayout.Column(field: "#", head: words.head("#", of: element), holds: .number)]
    if path.count > 1 {
      columns.append(
        FormLayout.Column(
          field: "^", head: words.head("^", of: path.joined(separator: "/")), holds: .parent))
    }
    if let value = kind.words {
      columns.append(FormLayout.Column(field: ".", head: words.head(".", of: element), holds: .words(value)))
    }
    var inner: [PlanShape.Child] = []
    for grandchild in kind.children {
      if let flat = flat(grandchild, of: element) {
        columns += flat
      } else {
        inner.append(grandchild)
      }
    }
    columns += kind.attributes.map { column($0, of: element) }
    tables.append(FormLayout.Table(section: section, path: path, columns: columns))
    for grandchild in inner { table(grandchild, path: path + [grandchild.name]) }
  }
}
