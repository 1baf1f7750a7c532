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
    case .failure(let error): throw error as? Refusal ?? Refusal(source: "form.tsv", cause: InputFault.missing)
    }
  }

  package enum Format: String, Sendable, CaseIterable {
    case docx, odt, xml
  }

  /// A plan as a form, or nobody's.
  /// - Parameter topics: what criteria ask each section to state, for an empty form.
  /// - Throws: `ZipNotWritten`.
  package func bytes(
    _ plan: MasterPlan?, topics: [String: [String]] = [:], as format: Format
  ) throws(ZipNotWritten) -> [UInt8] {
    let values = FormValues(vocabulary, layout.words)
    let content =
      plan.map { FormContent($0, layout, values) } ?? FormContent(emptyBy: layout, values, topics: topics)
    if format == .xml { return Array(FormPlan(content, layout, vocabulary).xml.utf8) }
    let document = FormDocument(content, layout, vocabulary, isEmpty: plan == nil)
    return format == .docx ? try WordForm.bytes(document) : try OpenDocumentForm.bytes(document)
  }

  /// Whether a document says that it is the form.
  package func isForm(_ manuscript: Manuscript) -> Bool { FormReading.isForm(manuscript, layout.words) }

  /// The plan's file that a form says.
  /// - Parameter at: a place of the document in words.
  /// - Throws: `Refusal` that names everything in it that cannot be taken into a plan.
  package func plan(of manuscript: Manuscript, at: @escaping (ManuscriptPlace) -> String) throws(Refusal)
    -> SourceText
  {
    let reading = FormReading(manuscript, layout, at: at)
    let plan = FormPlan(reading.content, layout, vocabulary)
    let problems = plan.problems + reading.unread
    guard problems.isEmpty else {
      throw Refusal(
        source: manuscript.source,
        cause: FormFault(problems.map { FormFault.Place($0, heading: heading(of: $0.section)) }))
    }
    return try SourceText(name: manuscript.source, stored: Array(plan.xml.utf8))
  }

  /// The heading below which a section stands.
  func heading(of section: String) -> String {
    for case .section(section, let heading) in layout.words.order { return heading }
    return section
  }
}
