import Catalogue
import Compliance
import MasterPlan
import XML

/// Puts the language-neutral facts of a report into words of one language. Every renderer uses it, so
/// that a verdict reads the same on paper, on a screen and in data.
public struct Wording: Sendable {
  public let language: Language
  let catalogue: Catalogue
  let vocabulary: PlanVocabulary

  public init(_ language: Language, catalogue: Catalogue, vocabulary: PlanVocabulary) {
    self.language = language
    self.catalogue = catalogue
    self.vocabulary = vocabulary
  }

  // MARK: Verdicts and reasons

  func name(of verdict: Verdict) -> String {
    switch verdict {
    case .met: language(.met)
    case .partial: language(.partial)
    case .gap: language(.gap)
    case .unknown: language(.unknown)
    case .notApplicable: language(.notApplicable)
    case .notAssessed: language(.notAssessed)
    case .waived: language(.waived)
    }
  }

  /// Whether a layer is there, in a word.
  func name(of state: PartState) -> String {
    switch state {
    case .holds: language(.layerPresent)
    case .fails: language(.layerMissing)
    case .unknown, .notAsked: language(.layerUnknown)
    }
  }

  /// What a reader needs to act on a gap, line by line: which article asks for it, where in the plan,
  /// what is missing, what to write.
  func details(of finding: Finding) -> [(name: String, text: String)] {
    var details: [(Phrase, String)] = []
    if finding.criterion.ownRule != nil { details.append((.basis, language(.ownRule))) }
    details += finding.bases.filter { $0.state?.isInForce ?? false }.map { (.basis, basis($0)) }
    let shown = finding.evidence.filter { $0.role == .shows }.prefix(3).map(place)
    details.append((.inPlan, shown.isEmpty ? language(.notInPlan) : shown.joined(separator: "; ")))
    let homes = finding.evidence.filter { $0.role == .belongsHere }.prefix(3).map(place)
    if !homes.isEmpty { details.append((.belongsIn, homes.joined(separator: "; "))) }
    details += finding.parts.filter { $0.state == .fails }.map {
      (.missing, "\(name(of: $0.requirement)) – \(reason(of: $0))")
    }
    let open = finding.parts.filter { $0.state == .unknown }.map { name(of: $0.requirement) }
    if !open.isEmpty { details.append((.undecidedParts, open.joined(separator: "; "))) }
    if let remedy = finding.criterion.remedy { details.append((.toWrite, language(remedy.advice))) }
    return details.map { (language($0.0), $0.1) }
  }

  private func place(_ evidence: LocatedEvidence) -> String {
    let words = evidence.excerpt.isEmpty ? "" : ": “\(Excerpt.of(evidence.excerpt, limit: 90))”"
    return language(.atLine(evidence.position.line, section: evidence.section)) + words
  }

  func name(of force: Force) -> String {
    switch force {
    case .mandatory: language(.mandatory)
    case .presumed: language(.presumed)
    case .recommended: language(.recommended)
    case .drafting: language(.drafting)
    }
  }

  /// Why the verdict is what it is, as one sentence without a full stop.
  func reason(of finding: Finding) -> String {
    [finding.waiver.map(words), finding.answer.map(words), machineReason(of: finding)].compactMap { $0 }
      .joined(separator: "; ")
  }

  /// Words of a person inside a sentence of the report: without their own full stop.
  private static func clause(_ text: String) -> String {
    let shown = Excerpt.of(text)
    return shown.hasSuffix(".") ? String(shown.dropLast()) : shown
  }

  private func words(_ waiver: Waiver) -> String {
    language(
      .waivedBy(
        authority: Excerpt.of(waiver.authority), decision: Excerpt.of(waiver.decision),
        until: language(waiver.expires), reason: Self.clause(waiver.reason)))
  }

  private func words(_ answer: Answer) -> String {
    language(
      .answeredBy(
        role: Excerpt.of(answer.role), date: language(answer.date), evidence: Self.clause(answer.evidence)))
  }

  /// What a recorded decision that did nothing says.
  func words(_ idle: IdleDecision) -> String {
    switch idle {
    case .answer(let answer, let verdict): language(.idleAnswer(answer.criterion, name(of: verdict)))
    case .waiver(let waiver, let verdict): language(.idleWaiver(waiver.criterion, name(of: verdict)))
    case .broadWaiver(let waiver): language(.broadWaiver(waiver.criterion))
    }
  }

  private func machineReason(of finding: Finding) -> String {
    switch finding.reason {
    case .evidenceNotVerified(.fromMemory): language(.evidenceFromMemory)
    case .evidenceNotVerified: language(.evidenceInferred)
    case .noMachineCheck: language(.noMachineCheck)
    case .personMustJudge(let reason): language(.personMustJudge(language(reason)))
    case .basisNotInForce:
      language(.basisNotInForce) + ": "
        + finding.bases.map { "\(shortName($0.basis.instrument)) \(state($0.state))" }.joined(separator: "; ")
    case .conditionFalse(let condition): language(.conditionFalse(words(condition)))
    case .conditionUnknown(let condition): language(.conditionUnknown(words(condition)))
    case .nothingAsked: language(.nothingAsked)
    case .allPartsHold: language(.allPartsHold)
    case .somePartsFail: language(.somePartsFail) + partReasons(finding, in: .fails)
    case .noPartHolds: language(.noPartHolds) + partReasons(finding, in: .fails)
    case .notTranscribed: language(.sectionNotTranscribed) + partReasons(finding, in: .unknown)
    }
  }

  /// The distinct reasons of the parts in one state: a criterion of one part needs no list beside it.
  private func partReasons(_ finding: Finding, in state: PartState) -> String {
    var seen: Set<String> = []
    let reasons = finding.parts.filter { $0.state == state }.map { reason(of: $0) }
      .filter { seen.insert($0).inserted }
    return reasons.isEmpty ? "" : ": " + reasons.joined(separator: "; ")
  }

  func conclusion(_ conformity: Conformity) -> (outcome: String, why: String) {
    let outcome =
      switch conformity.outcome {
      case .conforming: language(.conforming)
      case .nonConforming: language(.nonConforming)
      case .incomplete: language(.incomplete)
      }
    let why =
      switch conformity.why {
      case .allMandatoryMet(let count): language(.allMandatoryMet(count))
      case .mandatoryGaps(let count): language(.mandatoryGaps(count))
      case .mandatoryUndecided(let count): language(.mandatoryUndecided(count))
      case .nothingMandatoryApplied: language(.nothingMandatoryApplied)
      }
    return (outcome, why)
  }

  func why(_ asOf: AsOf) -> String {
    switch asOf.why {
    case .named: language(.asOfNamed)
    case .approval: language(.asOfApproval)
    case .today: language(.asOfToday)
    case .approvalUnknown: language(.asOfApprovalUnknown)
    }
  }

  private func words(_ condition: Condition) -> String {
    func terms(_ tokens: [String], _ list: String) -> String {
      tokens.map { term($0, list) }.joined(separator: ", ")
    }
    func found(_ token: String?, _ list: String) -> String {
      token.map { term($0, list) } ?? language(.notGiven)
    }
    switch condition {
    case .planKind(let asked, let kind):
      return language(.conditionPlanKind(asked: terms(asked, "plan-kind"), found: found(kind, "plan-kind")))
    case .cityLevel(let asked, let level):
      return language(
        .conditionCityLevel(asked: terms(asked, "city-level"), found: found(level, "city-level")))
    case .urbanClass(let asked, let urbanClass):
      return language(
        .conditionUrbanClass(asked: terms(asked, "urban-class"), found: found(urbanClass, "urban-class")))
    case .region(let asked, let region):
      return language(.conditionRegion(asked: terms(asked, "region"), found: found(region, "region")))
    case .stage(let asked, let stage):
      return language(.conditionStage(asked: terms(asked, "stage"), found: found(stage, "stage")))
    case .period(let asked, let period):
      return language(
        .conditionPeriod(asked: years(asked), found: period.map(years) ?? language(.notGiven)))
    case .asOf(let dates):
      return language(.conditionAsOf("\(language(dates.lowerBound)) – \(language(dates.upperBound))"))
    case .presence(let sections, let topics):
      let names = topics.isEmpty ? sections.map { sectionName($0) } : topics.map { term($0, "topic") }
      return language(.conditionPresence(names.joined(separator: ", ")))
    case .aimsAtLevel(let level): return language(.conditionAimsAtLevel(term(level, "maturity-level")))
    }
  }

  private func years(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }

  // MARK: Parts

  func reason(of part: Part) -> String {
    switch part.reason {
    case .stated, .oneOf: language(.stated)
    case .absent(let sections): language(.absent(sectionNames(sections)))
    case .notTranscribed(let sections): language(.notTranscribed(sectionNames(sections)))
    case .nothingFound: language(.nothingFound)
    case .contradicted: language(.contradicted)
    case .citesFuture(let citations): language(.citesFuture(listed(citations)))
    case .restsOnReplaced(let citations): language(.restsOnReplaced(listed(citations)))
    case .ambiguous(let candidates):
      language(.ambiguousCitation(candidates.map { shortName($0) }.joined(separator: ", ")))
    case .nothingResolved: language(.nothingResolved)
    case .late(let stated, let limit): language(.late(stated: language(stated), limit: language(limit)))
    case .undated(let limit): language(.undated(language(limit)))
    case .tooFew(let found, let minimum): language(.tooFew(found, minimum))
    case .tooLow(let stated, let asked): language(.tooLow(stated: language(stated), asked: language(asked)))
    case .withoutDetail(let items): language(.withoutDetail(listed(items.map { Excerpt.of($0, limit: 60) })))
    case .sumDiffers("", let stated, let computed):
      language(.planSumDiffers(stated: language(stated), computed: language(computed)))
    case .sumDiffers(let project, let stated, let computed):
      language(.projectSumDiffers(Excerpt.of(project, limit: 60), language(stated), language(computed)))
    case .mixedUnits: language(.mixedUnits)
    case .textNotInForce(let id, let state):
      language(.textNotInForce("\(shortName(id)) \(self.state(state))"))
    }
  }

  private func listed(_ citations: [CitationState]) -> String {
    citations.map { "“\(Excerpt.of($0.printed, limit: 60))” \(state($0.state))" }.joined(separator: "; ")
  }

  /// The first few of a list, and how many more there are.
  private func listed(_ items: [String]) -> String {
    let shown = items.prefix(4).joined(separator: "; ")
    return items.count > 4 ? "\(shown); \(language(.andMore(items.count - 4)))" : shown
  }

  func name(of requirement: Requirement) -> String {
    switch requirement {
    case .all(let members): members.map(name).joined(separator: ", ")
    case .any(let members): members.map(name).joined(separator: language(.or))
    case .cites(let id): language(.partCites(shortName(id)))
    case .citesNoLonger(let id): language(.partCitesNoLonger(shortName(id)))
    case .restsOnTextsInForce: language(.partRestsOnTextsInForce)
    case .citesNoFutureText: language(.partCitesNoFutureText)
    case .appliesStandards(let ids, let minimum):
      ids.isEmpty
        ? language(.partAnyStandard(minimum))
        : language(.partStandards(ids.map { shortName($0) }.joined(separator: ", "), minimum))
    case .coversLayers(let framework, _): language(.partLayer(framework))
    case .coversFields(let fields, _, let reason):
      language(.partFields(fields.map { term($0, "field-type") }.joined(separator: ", "), reason: reason))
    case .hasComponent(let types, let layer, _, let by):
      dated(
        types.isEmpty
          ? language(.partLayer(layer.map { layerName($0) } ?? ""))
          : language(.partComponent(types.map { term($0, "component-type") }.joined(separator: ", "))), by)
    case .states(let sections, let topic, let by):
      dated(topic.map { term($0, "topic") } ?? language(.partSection(sectionNames(sections))), by)
    case .avoids(_, let topic): language(.partAvoids(term(topic, "topic")))
    case .namesBody(let role, let withDecision):
      language(withDecision ? .partBodyDecision(term(role, "body-role")) : .partBody(term(role, "body-role")))
    case .namesParticipant(let type): language(.partParticipant(term(type, "participant-type")))
    case .gives(let item, let detail):
      language(.partDetail(detailName(detail, of: item), token: detail, of: item))
    case .basesArchitectureOn(let id): language(.partArchitectureOn(shortName(id)))
    case .linksTo(let platform, let by): dated(language(.partLink(term(platform, "platform"))), by)
    case .trains(let audience, let share, let by):
      dated(language(.partTrains(term(audience, "audience"), share: language(share))), by)
    case .plansYear(let year): language(.partYear(year))
    case .budgetsAddUp: language(.partBudgets)
    case .selfAssessesMaturity: language(.partMaturity)
    case .statesCoordinateSystem(let name): language(.partCoordinates(name))
    }
  }

  private func dated(_ what: String, _ date: CalendarDate?) -> String {
    date.map { language(.partBy(what, date: language($0))) } ?? what
  }

  func term(_ token: String, _ list: String) -> String {
    vocabulary.term(token, in: list).map { language($0) } ?? token
  }

  func layerName(_ id: String) -> String {
    catalogue.layer(id).map { "\(id) \(language($0.name))" } ?? id
  }

  func sectionName(_ section: String) -> String {
    // The schema's sentence up to its first colon or comma is the section's name.
    let sentence = vocabulary.type(section).map { language($0) } ?? section
    let name = sentence.prefix { $0 != ":" && $0 != "," && $0 != "." }
    return "\(name) (\(section))"
  }

  private func sectionNames(_ sections: [String]) -> String {
    sections.map { sectionName($0) }.joined(separator: ", ")
  }

  private func detailName(_ detail: String, of item: String) -> String {
    let sentence = vocabulary.detail(detail, of: item).map { language($0) } ?? detail
    return String(sentence.prefix { $0 != "." && $0 != ";" })
  }

  // MARK: Law

  func shortName(_ id: String) -> String { catalogue.printedName(of: id) }

  /// The force as a chain: which provision of which instrument asks for it, and what it was on the day.
  func basis(_ basis: BasisState) -> String {
    guard let instrument = catalogue.instrument(basis.basis.instrument) else { return basis.basis.instrument }
    let date = instrument.life.issued.map { " (\(language($0)))" } ?? ""
    let name =
      basis.basis.provision.flatMap { catalogue.provision($0) }
      .map { language(.ofInstrument(place(of: $0), fullName(instrument))) } ?? fullName(instrument)
    return "\(name)\(date), \(state(basis.state)) [\(self.name(of: basis.basis.force))]"
  }

  private func fullName(_ instrument: Instrument) -> String {
    guard let number = instrument.number else { return shortName(instrument.id) }
    let kinds: [Instrument.Kind: (String, String)] = [
      .law: ("Luật", "Law"), .resolution: ("Nghị quyết", "Resolution"), .decree: ("Nghị định", "Decree"),
      .decision: ("Quyết định", "Decision"), .circular: ("Thông tư", "Circular"),
      .dispatch: ("Công văn", "Dispatch"), .directive: ("Chỉ thị", "Directive"),
      .conclusion: ("Kết luận", "Conclusion"), .announcement: ("Thông báo", "Announcement"),
      .plan: ("Kế hoạch", "Plan"),
    ]
    let kind = kinds[instrument.kind]
    return "\((language == .vietnamese ? kind?.0 : kind?.1) ?? "") \(number)"
  }

  private func place(of provision: Provision) -> String {
    guard let article = provision.article else {
      return language(.provisionUnnumbered(language(provision.subject)))
    }
    let steps = [
      provision.point.map { language(.point($0)) }, provision.clause.map { language(.clause($0)) },
      language(.article(article)),
    ].compactMap { $0 }
    return language == .vietnamese
      ? steps.joined(separator: " ") : steps.reversed().joined(separator: ", ")
  }

  func state(_ state: LegalState?) -> String {
    switch state {
    case .notIssued(let date): language(.notIssued(language(date)))
    case .notYetInForce(let date): language(.notYetInForce(language(date)))
    case .inForce(let date, false): language(.inForce(language(date)))
    case .inForce(let date, true): language(.presumedInForce(language(date)))
    case .presumedSince(let year): language(.presumedSince(year))
    case .notBefore(let year): language(.notBefore(year))
    case .undated: language(.undatedText)
    case .replaced(let id, let date): language(.replaced(by: shortName(id), on: date.map { language($0) }))
    case .ended(let date): language(.ended(language(date)))
    case .keptByTransition(let id, let date):
      language(.keptByTransition(by: shortName(id), before: language(date)))
    case nil: language(.stateUnknown)
    }
  }

  /// What later instruments took out of a text that is otherwise in force.
  func partialRepeals(of id: String) -> [String] {
    catalogue.partialRepeals(of: id).map { repeal in
      language(
        .repealedInPart(
          by: shortName(repeal.by), on: repeal.on.map { language($0) } ?? language(.notGiven),
          what: repeal.provisions.joined(separator: "; ")))
    }
  }

  /// What makes a standard bind: the instruments that cite it as compulsory.
  func compulsion(of id: String) -> [String] {
    (catalogue.standard(id)?.citedBy ?? []).filter(\.isCompulsory).map { edge in
      let provisions = edge.provisions.map { " (\($0))" } ?? ""
      return language(.compulsoryBy(shortName(edge.instrument) + provisions))
    }
  }

  func what(_ citation: LocatedCitation) -> String {
    switch citation.citation {
    case .entry(let id):
      ([state(citation.state)] + partialRepeals(of: id) + compulsion(of: id)).joined(separator: "; ")
    case .ambiguous(let ids): language(.ambiguousAmong(ids.map { shortName($0) }.joined(separator: ", ")))
    case .notInCatalogue: language(.notInCatalogue)
    }
  }
}

/// Words of a plan as a report may show them.
enum Excerpt {
  /// At most `limit` characters, without anything that could steer a terminal or reorder text.
  static func of(_ text: String, limit: Int = 160) -> String {
    let safe = harmless(text)
    return safe.count <= limit ? safe : String(safe.prefix(limit - 1)) + "…"
  }

  /// Replaces control characters and invisible formatting (Unicode categories Cc and Cf), among them
  /// terminal escapes and marks that turn the direction of writing.
  static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isHarmful(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
