import Catalogue
import MasterPlan
import Source

/// What facets look things up in: one plan, one catalogue, one day. Citations are resolved once.
struct Facts {
  let plan: MasterPlan
  let catalogue: Catalogue
  let asOf: CalendarDate
  /// The stage whose criteria bind.
  let stage: Stage
  /// The plan's approval date, for transition rules; nil for a draft.
  let approved: CalendarDate?
  /// The Schematron rules of criteria.
  let rules: EmbeddedRules
  let memory: LawMemory
  /// What the words of the plan show.
  let words: PlanWords
  private let law: LawOnDay
  let legalBases: [CitedText]
  let standards: [CitedText]
  /// The texts that the plan shows as its bases: no background, and nothing that a template left.
  let bases: [CitedText]
  /// All that is printed as a basis and is no background. A remark in brackets, which would make a placeholder of
  /// it, keeps no plan from resting on a text.
  let printedBases: [CitedText]
  /// The standards that the plan applies; a placeholder names none.
  let appliedStandards: [CitedText]

  init(
    plan: MasterPlan, catalogue: Catalogue, asOf: CalendarDate, stage: Stage? = nil,
    rules: EmbeddedRules = .none, memory: LawMemory? = nil, words: PlanWords? = nil
  ) {
    self.words = words ?? PlanWords(WordRules(catalogue.wordings))
    let memory = memory ?? LawMemory(catalogue)
    self.memory = memory
    self.rules = rules
    self.plan = plan
    self.catalogue = catalogue
    self.asOf = asOf
    self.stage = stage ?? plan.identity.stage
    approved = plan.identity.stage == .approved ? plan.identity.date : nil
    let law = memory.law(on: asOf, approved: approved)
    self.law = law
    func cited(_ item: Item) -> [CitedText] { CitedText.all(of: item, memory, law) }
    legalBases = plan.items("legal-basis", in: "legal-bases").flatMap(cited)
    let components = plan.items("component", in: "architecture").filter(\.isFilledIn)
      .flatMap { $0.children("standard") }
    standards = (plan.items("standard", in: "standards-applied") + components).flatMap(cited)
    printedBases = legalBases.filter { !$0.isBackground }
    bases = printedBases.filter(\.isFilledIn)
    appliedStandards = standards.filter(\.isFilledIn)
  }

  /// Items of a section that somebody filled in. What is left of a template shows nothing, and neither do words that
  /// say nothing.
  func items(_ element: String, in section: String) -> [Item] {
    plan.items(element, in: section).filter(words.isSaid)
  }

  /// Items of a section with an attribute that names `value`, whatever their words are.
  /// - Parameter list: the type of `master-plan.xsd` that lists the value.
  func labelled(_ element: String, in section: String, with value: String, of list: String) -> [Item] {
    plan.items(with: value, of: list) {
      $0.element == element && $0.section == section && $0.isChildOfSection
    }
  }

  func state(of id: String) -> LegalState? { law.state(of: id) }

  func law(on date: CalendarDate) -> LawOnDay { memory.law(on: date, approved: approved) }

  /// The texts that an item cites.
  func cited(_ item: Item) -> [CitedText] { CitedText.all(of: item, memory, law) }

  /// Whether all these sections were transcribed in full.
  func areComplete(_ sections: [String]) -> Bool {
    sections.allSatisfy { plan.coverage(of: $0) == .complete }
  }

  /// The outcome of a look-up that found nothing: a gap only if the sections are complete.
  func absence(of requirement: Requirement, in sections: [String], evidence: [Evidence] = []) -> Part {
    // Asked for each gap, so each section is looked up once.
    var partial: [String] = []
    var places: [Evidence] = []
    places.reserveCapacity(sections.count)
    for name in sections {
      let section = plan.section(name)
      if section?.coverage ?? plan.coverage == .partial { partial.append(name) }
      if let section { places.append(Evidence(section, role: .belongsHere)) }
    }
    let evidence = evidence.isEmpty ? places : evidence
    return partial.isEmpty
      ? Part(requirement, .fails, .absent(sections: sections), evidence)
      : Part(requirement, .unknown, .notTranscribed(sections: partial), evidence)
  }

  /// The outcome of a look-up that found nothing where nothing was asked for: it holds only if the
  /// sections are complete. The section that shows it is the evidence.
  func silence(of requirement: Requirement, in sections: [String], shownBy section: String? = nil) -> Part {
    let partial = sections.filter { plan.coverage(of: $0) == .partial }
    guard partial.isEmpty else { return Part(requirement, .unknown, .notTranscribed(sections: partial)) }
    let shown = section.flatMap { plan.section($0) }.map { [Evidence($0, role: .shows)] } ?? []
    return Part(requirement, .holds, .nothingFound, shown)
  }

  /// A shortcoming that only a complete section proves.
  func shortcoming(
    of requirement: Requirement, in sections: [String], _ reason: PartReason, _ evidence: [Evidence]
  ) -> Part {
    areComplete(sections)
      ? Part(requirement, .fails, reason, evidence)
      : Part(
        requirement, .unknown,
        .notTranscribed(sections: sections.filter { plan.coverage(of: $0) == .partial }), evidence)
  }
}
