import Catalogue
import Manuscript
import MasterPlan
import Source
import Wordings

/// Finds facts in a manuscript. It knows wordings, citations and the words of `recognition.tsv`, no format and no
/// document number; the same manuscript gives the same facts.
package struct Recogniser: Sendable {
  let catalogue: Catalogue
  let rules: RecognitionRules
  let statements: StatementReader
  let places: PlaceNames
  /// The sections in which criteria ask for a topic.
  let sectionsOfTopic: [String: [String]]
  let vocabulary: PlanVocabulary

  /// - Parameter placeNames: names of provinces and cities, those of former ones too.
  package init(
    _ catalogue: Catalogue, rules: RecognitionRules, vocabulary: PlanVocabulary, placeNames: [String]
  ) {
    self.catalogue = catalogue
    self.rules = rules
    self.vocabulary = vocabulary
    statements = StatementReader(catalogue.wordings)
    places = PlaceNames(placeNames)
    var sections: [String: [String]] = [:]
    for criterion in catalogue.criteria {
      for leaf in criterion.requirement?.leaves ?? [] {
        guard case .facet(let facet) = leaf, let states = facet as? States, let topic = states.topic else {
          continue
        }
        for section in states.sections where sections[topic]?.contains(section) != true {
          sections[topic, default: []].append(section)
        }
      }
    }
    sectionsOfTopic = sections
  }

  package func read(_ manuscript: Manuscript) -> Reading {
    var pass = RecognitionPass(self)
    pass.read(manuscript)
    var facts = pass.facts
    for index in facts.indices { facts[index].id = "f" + String(index + 1) }
    return Reading(manuscript: manuscript, facts: facts, citations: pass.citations, tables: pass.tables)
  }
}

/// One walk over a manuscript.
struct RecognitionPass {
  let recogniser: Recogniser
  var facts: [RecognisedFact] = []
  var citations: [Reading.NamedText] = []
  var tables: [Reading.ReadTable] = []
  var sections: HeadingSections
  var bodies = Bodies()
  /// How many annexes have begun.
  var annexes = 0
  /// Names of components by their first words.
  var components: [[FoldedWords.Word]: [[FoldedWords.Word]]] = [:]
  var basisSeen = Set<String>()
  /// Whether the plan's own headings have begun.
  var sawHeading = false
  /// The file of a submission of several that is being read.
  private var file: String?
  /// The heads of the table before.
  var headsBefore: [String] = []
  /// Whether the heading above announces figures.
  var announcesTargets = false
  var memory = StatementReader.Workspace()

  var rules: RecognitionRules { recogniser.rules }

  init(_ recogniser: Recogniser) {
    self.recogniser = recogniser
    sections = HeadingSections(recogniser.rules)
  }

  mutating func read(_ manuscript: Manuscript) {
    facts += IdentityFinder(recogniser).facts(of: manuscript)
    for block in manuscript.blocks { read(block) }
  }

  private mutating func read(_ block: Block) {
    if block.place.file != file {
      // Another file of the submission: what was headed in the one before does not head it.
      file = block.place.file
      sections = HeadingSections(recogniser.rules)
      sawHeading = false
      headsBefore = []
    }
    switch block.kind {
    case .heading(let level):
      sections.enter(block, level: level)
      if block.role != .title { sawHeading = true }
      if block.role == .annex { annexes += 1 }
      findCitations(block, block.text)
      readBody(heading: block)
      findField(block)
      if block.role == .body { findComponents(block.headingText, block.place) }
      if rules[.article].match(at: 0, in: FoldedWords(block.text)) != nil { readBody(article: block) }
      announcesTargets = speaksOfTargets(block.headingText)
      // Text on the line of the heading.
      if block.startsOwnText {
        let rest = String(decoding: Array(block.text.utf8.dropFirst(block.titleBytes)), as: UTF8.self)
        readText(rest, block)
      }
    case .paragraph, .listItem: readParagraph(block)
    case .table(let table):
      guard block.role == .body || block.role == .annex else { return }
      read(table, block)
    case .note(_, _, let blocks):
      for inner in blocks { findCitations(inner, inner.text) }
    case .textBox(let blocks):
      for inner in blocks { read(inner) }
    }
  }

  private mutating func readParagraph(_ block: Block) {
    guard block.hasWords else { return }
    switch block.role {
    case .title, .letterhead, .signature, .contents: return
    case .issuedWith: return findCitations(block, block.text)
    case .annex:
      sections.enter(annexLine: block.text)
      return findCitations(block, block.text)
    case .basis:
      findCitations(block, block.text)
      readBody(proposal: block)
      return findBases(block)
    case .body: break
    }
    findCitations(block, block.text)
    if !sawHeading, rules[.preamble].match(at: 0, in: FoldedWords(block.text)) != nil { findBases(block) }
    if sections.section == "legal-bases", sawHeading { findBases(block) }
    readBody(item: block)
    if rules[.execute].first(in: FoldedWords(block.text)) != nil { readBody(article: block) }
    readText(String(block.words), block)
  }

  private mutating func readText(_ text: String, _ block: Block) {
    findStatements(text, block.place)
    findComponents(text, block.place)
    if sections.section == "objectives" || sections.section == "indicators" || announcesTargets
      || speaksOfTargets(text)
    {
      findIndicators(text, block)
    } else if sections.section != "current-state", sections.section != "governance" {
      findIndicators(text, block, onlyBounds: true)
    }
  }

  mutating func add(_ fact: RecognisedFact) { facts.append(fact) }
}
