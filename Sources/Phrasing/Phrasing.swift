import Catalogue
import Compliance
import Languages
import MasterPlan
import Source

/// Puts the language-neutral facts of a report into words of one language. Every renderer uses it, so
/// that a verdict reads the same on paper, on a screen and in data.
package struct Phrasing: Sendable {
  package let language: Language
  package let catalogue: Catalogue
  package let vocabulary: PlanVocabulary

  package init(_ language: Language, catalogue: Catalogue, vocabulary: PlanVocabulary) {
    self.language = language
    self.catalogue = catalogue
    self.vocabulary = vocabulary
  }

  /// The same words in another language.
  package func `in`(_ language: Language) -> Phrasing {
    Phrasing(language, catalogue: catalogue, vocabulary: vocabulary)
  }

  // MARK: Verdicts and reasons

  package func name(of verdict: Verdict) -> String {
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
  package func name(of state: PartState) -> String {
    switch state {
    case .holds: language(.layerPresent)
    case .fails: language(.layerMissing)
    case .unknown, .notAsked: language(.layerUnknown)
    }
  }

  /// What a reader needs to act on a gap, line by line: which article asks for it, where in the plan,
  /// what is missing, what to write.
  package func details(of finding: Finding) -> [(name: String, text: String)] {
    var details: [(Phrase, String)] = []
    if finding.isDecided { details.append((.reason, reason(of: finding))) }
    if finding.criterion.ownRule != nil { details.append((.basis, language(.ownRule))) }
    details += finding.basesInForce.map { (.basis, basis($0)) }
    let shown = finding.evidence.filter { $0.role == .shows }.prefix(3).map(place)
    details.append((.inPlan, shown.isEmpty ? language(.notInPlan) : shown.joined(separator: "; ")))
    let homes = finding.evidence.filter { $0.role == .belongsHere }.prefix(3).map(place)
    if !homes.isEmpty { details.append((.belongsIn, homes.joined(separator: "; "))) }
    details += finding.parts.filter { $0.state == .fails }.map {
      ($0.reason == .contradicted ? .toFix : .missing, "\(name(of: $0.requirement)) – \(reason(of: $0))")
    }
    let open = finding.parts.filter { $0.state == .unknown }.map { part in
      part.reason.isAboutWords
        ? "\(name(of: part.requirement)) – \(reason(of: part))" : name(of: part.requirement)
    }
    if !open.isEmpty { details.append((.undecidedParts, open.joined(separator: "; "))) }
    if let remedy = finding.criterion.remedy { details.append((.toWrite, language(remedy.advice))) }
    if finding.criterion.ownRule == nil {
      details.append((.provenance, provenance(finding.criterion.provenance)))
    }
    return details.map { (language($0.0), $0.1) }
  }

  /// How far the evidence for a criterion was verified, and on what kind of source.
  private func provenance(_ provenance: Provenance) -> String {
    let mark: Phrase =
      switch provenance.mark {
      case .verified: .markVerified
      case .inferred: .markInferred
      case .fromMemory: .markFromMemory
      }
    let tier: Phrase =
      switch provenance.tier {
      case "A": .tierText
      case "B": .tierSummary
      case "C": .tierUnofficial
      case "P": .tierPress
      default: .tierNone
      }
    return language(.evidenceOf(mark: language(mark), tier: language(tier)))
  }

  private func place(_ evidence: Evidence) -> String { place(evidence, limit: 90) }

  private func place(_ evidence: Evidence, limit: Int) -> String {
    let words = evidence.excerpt.isEmpty ? "" : ": “\(SafeText.of(evidence.excerpt, limit: limit))”"
    let mark = evidence.isUnlabelled ? " (\(language(.unlabelled)))" : ""
    return location(of: evidence) + words + mark
  }

  /// The shortest name of a place, for a column of them: that in the city's own document, else the line of the plan.
  package func mark(of evidence: Evidence?) -> String {
    guard let evidence else { return "" }
    return placeInDocument(evidence) ?? String(evidence.position.line)
  }

  /// What a column of such places is called.
  package func markLabel(of report: GapReport) -> Phrase {
    let isOfDocument = report.findings.contains { $0.evidence.contains { $0.placeInDocument != nil } }
    return isOfDocument ? .position : .line
  }

  private func placeInDocument(_ evidence: Evidence) -> String? {
    evidence.placeInDocument.map { SafeText.of($0, limit: 200) }
  }

  /// Where a piece of evidence stands: in the city's own document where a machine read one, else in the plan file.
  package func location(of evidence: Evidence) -> String {
    placeInDocument(evidence)
      ?? language(.atLine(evidence.position.line, section: evidence.section))
  }

  /// Why a finding is what it is, for people: what makes a mandatory criterion met is quoted, so that its reader can
  /// judge it without the plan at hand.
  package func quotedReason(of finding: Finding) -> String {
    guard finding.verdict == .met, finding.force == .mandatory else { return reason(of: finding) }
    var seen: Set<Place> = []
    let places = finding.parts.filter { $0.state == .holds }.compactMap { part in
      part.evidence.first { $0.role == .shows }
    }.filter { seen.insert($0.place).inserted }
    guard !places.isEmpty else { return reason(of: finding) }
    var said = places.prefix(Self.mostQuoted).map { place($0, limit: 200) }
    if places.count > Self.mostQuoted { said.append(language(.andMore(places.count - Self.mostQuoted))) }
    let decisions = [finding.waiver.map(words), finding.answer.map(words)].compactMap { $0 }
    return (decisions + said).joined(separator: "; ")
  }

  /// The places of a criterion that are quoted; one of many parts would fill a page.
  private static let mostQuoted = 4

  package func name(of force: Force) -> String {
    switch force {
    case .mandatory: language(.mandatory)
    case .presumed: language(.presumed)
    case .recommended: language(.recommended)
    case .drafting: language(.drafting)
    }
  }

  /// Why the verdict is what it is, as one sentence without a full stop.
  package func reason(of finding: Finding) -> String {
    [
      finding.waiver.map(words), finding.answer.map(words),
      machineVerdict(of: finding) + machineReason(of: finding),
    ].compactMap { $0 }.joined(separator: "; ")
  }

  /// Words of a person inside a sentence of the report: without their own full stop.
  private static func clause(_ text: String) -> String {
    let shown = SafeText.of(text)
    return shown.hasSuffix(".") ? String(shown.dropLast()) : shown
  }

  private func words(_ waiver: Waiver) -> String {
    language(
      .waivedBy(
        authority: SafeText.of(waiver.authority), decision: SafeText.of(waiver.decision),
        until: language(waiver.expires), reason: Self.clause(waiver.reason)))
  }

  private func words(_ answer: Answer) -> String {
    language(
      .answeredBy(
        role: SafeText.of(answer.role), date: language(answer.date), verdict: name(of: answer.verdict),
        evidence: Self.clause(answer.evidence)))
  }

  /// The machine's own verdict, where a person's word or a waiver stands before it.
  private func machineVerdict(of finding: Finding) -> String {
    finding.isDecided
      ? language(.machineFound(name(of: finding.machineVerdict))) + ": " : ""
  }

  /// In two or three words that a person decided; nil where the machine did.
  package func decider(of finding: Finding) -> String? {
    if finding.waiver != nil { return language(.decidedByWaiver) }
    return finding.answer.map { _ in language(.decidedByAnswer) }
  }

  private func machineReason(of finding: Finding) -> String {
    switch finding.reason {
    case .evidenceNotVerified(.fromMemory): language(.evidenceFromMemory)
    case .evidenceNotVerified: language(.evidenceInferred)
    case .noMachineCheck: language(.noMachineCheck)
    case .leftOut(let reason): language(.leftOut(Self.clause(language(reason))))
    case .ofAnotherPlace(let profile): language(.ofAnotherPlace(profile))
    case .approvalDayUnknown(let outcomes): language(.approvalDayUnknown(words(outcomes)))
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

  /// Why a plan as a whole is what it is, as one sentence without a full stop.
  package func reason(of conformity: Conformity) -> String { conclusion(conformity).why }

  package func conclusion(_ conformity: Conformity) -> (outcome: String, why: String) {
    let why =
      switch conformity.why {
      case .nothingOpen(let count):
        conformity.tally.metByMachine == count
          ? language(.allMandatoryMet(count)) : language(.nothingMandatoryOpen)
      case .noticed(let notices):
        notices.prefix(3).map { words($0) }.joined(separator: "; ")
          + (notices.count > 3 ? "; … (\(notices.count))" : "")
      case .mandatoryGaps(let count): language(.mandatoryGaps(count))
      case .mandatoryUndecided(let count): language(.mandatoryUndecided(count))
      case .nothingMandatoryApplied: language(.nothingMandatoryApplied)
      case .rulesFailed(let count): language(.rulesFailed(count))
      case .rulesMatchedNothing: language(.rulesMatchedNothing)
      case .rulesCheckedNothing(let rules):
        language(
          .rulesCheckedNothing(
            rules.prefix(10).map { language(.idle($0)) }.joined(separator: "; ")
              + (rules.count > 10 ? "; … (\(rules.count))" : "")))
      case .citesFuture(let count): language(.conformityCitesFuture(count))
      }
    return (name(of: conformity.outcome), "\(why) (\(words(conformity.tally)))")
  }

  package func name(of outcome: Conformity.Outcome) -> String {
    switch outcome {
    case .conforming: language(.conforming)
    case .nonConforming: language(.nonConforming)
    case .incomplete: language(.incomplete)
    }
  }

  package func why(_ asOf: AsOf) -> String {
    switch asOf.why {
    case .named: language(.asOfNamed)
    case .approval: language(.asOfApproval)
    case .today: language(.asOfToday)
    case .approvalUnknown: language(.asOfApprovalUnknown)
    case .approvalInFuture: language(.asOfApprovalInFuture)
    }
  }

  package func words(_ condition: Condition) -> String {
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
    case .provinceHasNoClass(let asked):
      return language(.conditionProvinceHasNoClass(asked: terms(asked, "urban-class")))
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
}
