import Archives
import BuiltIn
import Manuscript
import MasterPlan
import Source
import Workers
import XML

/// The form of a plan: written empty or with a plan in it, and read back.
package struct PlanForm: Sendable {
  private let layout: FormLayout
  private let vocabulary: PlanVocabulary

  /// - Throws: `Refusal` when the program's own files are missing.
  package init() throws(Refusal) {
    let schema = try Document(BuiltIn.schema("master-plan"))
    vocabulary = PlanVocabulary(schema)
    layout = FormLayout(PlanShape(schema), FormWords(try BuiltIn.file("Data/form.tsv").bytes))
  }

  private static let shared = FirstUse<Result<PlanForm, any Error>> { Result { try PlanForm() } }

  /// The form of the program, made at first use.
  package static func builtIn() throws(Refusal) -> PlanForm {
    switch shared.value {
    case .success(let form): return form
    case .failure(let error):
      throw error as? Refusal ?? Refusal(source: "form.tsv", cause: InputFault.missing)
    }
  }

  package enum Format: String, Sendable, CaseIterable {
    case docx, odt, xml
  }

  /// A plan as a form, or nobody's.
  /// - Parameter topics: what criteria ask each section to state, for an empty form.
  /// - Throws: `ContainerFault`.
  package func bytes(
    _ plan: MasterPlan?, topics: [String: [String]] = [:], as format: Format
  ) throws(ContainerFault) -> [UInt8] {
    let values = FormValues(vocabulary, layout.words)
    let content =
      plan.map { FormContent($0, layout, values) } ?? FormContent(emptyBy: layout, values, topics: topics)
    if format == .xml { return Array(FormPlan(content, layout, vocabulary).xml.utf8) }
    let document = FormDocument(content, layout, vocabulary, isEmpty: plan == nil)
    return format == .docx ? try WordForm.bytes(document) : try OpenDocumentForm.bytes(document)
  }

  /// Whether a document says that it is the form. Most are none: nothing but the words is made for them.
  package static func isForm(_ manuscript: Manuscript) throws(Refusal) -> Bool {
    switch words.value {
    case .success(let words): return FormReading.isForm(manuscript, words)
    case .failure(let error):
      throw error as? Refusal ?? Refusal(source: "form.tsv", cause: InputFault.missing)
    }
  }

  private static let words = FirstUse<Result<FormWords, any Error>> {
    Result { FormWords(try BuiltIn.file("Data/form.tsv").bytes) }
  }

  /// The plan's file that a form says.
  /// - Parameter at: a place of the document in words.
  /// - Throws: `Refusal` that names everything in it that cannot be taken into a plan.
  package func plan(of manuscript: Manuscript, at: @escaping (ManuscriptPlace) -> String) throws(Refusal)
    -> SourceText
  {
    let reading = FormReading(manuscript, layout, at: at)
    let plan = FormPlan(reading.content, layout, vocabulary)
    let problems =
      FormFault.differences(in: manuscript)
      + (plan.problems + reading.unread).map { FormFault.Place($0, heading: heading(of: $0.section)) }
    guard problems.isEmpty else { throw Refusal(source: manuscript.source, cause: FormFault(problems)) }
    return try SourceText(name: manuscript.source, stored: Array(plan.xml.utf8))
  }

  /// Heads and names that could be taken for each other: none, which the tests of a build hold.
  package var ambiguities: [String] {
    var found: [String] = []
    func repeated(_ texts: [String]) -> [String] {
      Dictionary(grouping: texts.map(FormValues.folded)) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    }
    for (name, part) in layout.parts {
      found += repeated(part.fields.map(\.head)).map { "\(name): \($0)" }
      for table in part.tables {
        found += repeated(table.columns.map(\.head)).map { "\(table.path): \($0)" }
        if table.key(layout.words) == nil { found.append("\(table.path): no head of its own") }
      }
      // Tables of one section are known by their heads.
      let keys = part.tables.compactMap { table in
        table.key(layout.words).map { key in
          key.head + (table.columns.first { $0.holds == .parent }.map { " " + $0.head } ?? "")
        }
      }
      found += repeated(keys).map { "\(name): \($0)" }
      let all = part.fields + part.tables.flatMap(\.columns)
      for column in all {
        switch column.holds {
        case .attribute(let name, let value), .child(let name, let value, _),
          .childAttribute(_, let name, let value):
          let shown = FormValues(vocabulary, layout.words).choices(value, attribute: name).map(\.shown)
          found += repeated(shown).map { "\(name): \($0)" }
        default: break
        }
      }
    }
    let values = FormValues(vocabulary, layout.words)
    for list in vocabulary.lists {
      found += repeated(vocabulary.values(of: list).map { values.term($0, in: list) }).map {
        "\(list): \($0)"
      }
    }
    let headings = layout.words.order.compactMap {
      if case .section(_, let heading) = $0 { heading } else { nil }
    }
    return found + repeated(headings)
  }

  /// The heading below which a section stands.
  func heading(of section: String) -> String {
    for case .section(section, let heading) in layout.words.order { return heading }
    return section
  }
}
