import BuiltIn
import Catalogue
import Forms
import Languages
import Manuscript
import ManuscriptReading
import MasterPlan
import Recognition
import Source
import Workers

/// From a city's own document to a plan that can be checked: reader and recognition in a row, for the command line and
/// for whoever takes documents.
package struct Intake: Sendable {
  private let reader: ManuscriptReader
  private let recogniser: Recogniser
  private let sections: [String]

  /// - Throws: `Refusal` when the program's own tables are missing.
  package init(_ catalogue: Catalogue, vocabulary: PlanVocabulary, limits: Limits = Limits()) throws(Refusal)
  {
    reader = ManuscriptReader(limits: limits)
    recogniser = Recogniser(
      catalogue, rules: RecognitionRules(try BuiltIn.file("Data/recognition.tsv").bytes),
      vocabulary: vocabulary,
      placeNames: Self.placeNames(try BuiltIn.file("Data/provinces.tsv").bytes))
    sections = vocabulary.sections
  }

  /// Names of provinces, those of former ones too.
  private static func placeNames(_ table: [UInt8]) -> [String] {
    var names: [String] = []
    for line in table.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      if let name = cells.first { names.append(String(decoding: name, as: UTF8.self)) }
      if cells.count > 3 {
        names += cells[3].split(separator: UInt8(ascii: ";")).map { String(decoding: $0, as: UTF8.self) }
      }
    }
    return names.filter { !$0.isEmpty }
  }

  /// What criteria ask each section to state, in the order of the catalogue: the rows that a form offers.
  package static func topics(of catalogue: Catalogue) -> [String: [String]] {
    var topics: [String: [String]] = [:]
    for criterion in catalogue.criteria {
      for leaf in criterion.requirement?.leaves ?? [] {
        guard case .facet(let facet) = leaf, let states = facet as? States, let topic = states.topic,
          let section = states.sections.first, topics[section]?.contains(topic) != true
        else { continue }
        topics[section, default: []].append(topic)
      }
    }
    return topics
  }

  /// Whether bytes are a document to be read, and no plan file: told by the content. What is no text either, or has no
  /// words, stays with who reads plans and knows how to refuse it.
  package static func isDocument(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: "PK".utf8) || bytes.starts(with: "%PDF-".utf8) { return true }
    var start = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 >= 0xFE }
    // Markdown may begin with a remark as markup does.
    while start.starts(with: "<!--".utf8), let end = start.firstPlace(of: "-->") {
      start = start[(end + 3)...].drop { $0 <= 0x20 }
    }
    guard let first = start.first else { return false }
    if first == UInt8(ascii: "<") {
      return start.prefix(4_096).firstPlace(of: "office:document") != nil
    }
    return true
  }

  /// The plan file that bytes are, or that is made of the document that they are.
  /// - Throws: `Refusal` when they are neither.
  package static func plan(
    _ bytes: [UInt8], named name: String, digest: String? = nil,
    by intake: FirstUse<Result<Intake, any Error>>
  ) throws(Refusal) -> SourceText {
    guard isDocument(bytes) else { return try SourceText(name: name, stored: bytes, digest: digest) }
    switch intake.value {
    case .success(let intake): return try intake.plan(of: intake.read(bytes, named: name))
    case .failure(let error): throw error as? Refusal ?? Refusal(source: name, cause: InputFault.missing)
    }
  }

  /// - Throws: `Refusal` when it is no document that can be read.
  package func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> Reading {
    recogniser.read(try reader.read(bytes, named: name))
  }

  /// The stretches of the document that say what each section of a plan asks for.
  package func sections(of reading: Reading) -> [SectionSpan] { recogniser.sections(of: reading.manuscript) }

  /// Several files that make up one plan: decision, scheme, annexes.
  /// - Parameter name: the submission as its user named it.
  /// - Throws: `Refusal` when one of them cannot be read: with a part missing, nobody knows what was left out.
  package func read(together files: [(name: String, bytes: [UInt8])], named name: String) throws(Refusal)
    -> Reading
  {
    recogniser.read(try Self.manuscript(of: files, named: name, by: reader))
  }

  /// The same without a look for facts.
  package static func manuscript(
    of files: [(name: String, bytes: [UInt8])], named name: String,
    by reader: ManuscriptReader = ManuscriptReader(), limits: Limits = Limits()
  ) throws(Refusal) -> Manuscript {
    guard !files.isEmpty else { throw Refusal(source: name, cause: SubmissionFault.empty) }
    guard files.count <= limits.manuscript.files else {
      throw Refusal(source: name, cause: SubmissionFault.tooMany(limits.manuscript.files))
    }
    var parts: [Manuscript] = []
    for file in files {
      guard isDocument(file.bytes) else {
        throw Refusal(source: file.name, cause: SubmissionFault.noDocument)
      }
      parts.append(try reader.read(file.bytes, named: file.name))
    }
    return Manuscript(together: parts, named: name)
  }

  /// The plan made of a reading. A title or a place that was not found is named as not known: what hangs on it stays
  /// open, and the rest is read.
  /// - Throws: `Refusal` when nothing in the document is of a plan.
  package func plan(of reading: Reading) throws(Refusal) -> SourceText {
    // The form says itself what is what: its cells are people's words and nothing that a machine found.
    if try PlanForm.isForm(reading.manuscript) {
      return try PlanForm.builtIn().plan(of: reading.manuscript, at: PlaceInDocument.words)
    }
    let plan = ReadingPlan(reading, at: PlaceInDocument.words) { missing in
      switch missing {
      case .title: Language.vietnamese(Phrase("manuscript.no-title"))
      case .place: Language.vietnamese(Phrase("manuscript.no-place"))
      }
    }
    guard plan.isOfPlan else {
      throw Refusal(source: reading.manuscript.source, cause: IntakeFault())
    }
    return try SourceText(name: reading.manuscript.source, stored: Array(plan.xml(sections: sections).utf8))
  }
}

/// A document that was read, and in which nothing is of a plan.
package struct IntakeFault: RefusalCause {
  package var phrase: Phrase { Phrase("refusals.intake-no-plan") }
}

/// Why several files make no submission.
package enum SubmissionFault: RefusalCause {
  case empty
  case tooMany(Int)
  /// A plan file, or something else that is read otherwise.
  case noDocument

  package var phrase: Phrase {
    switch self {
    case .empty: Phrase("refusals.submission-empty")
    case .tooMany(let most): Phrase("refusals.submission-files", ["most": .number(most)])
    case .noDocument: Phrase("refusals.submission-no-document")
    }
  }
}
