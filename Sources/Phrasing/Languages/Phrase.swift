import Compliance
import Schematron
import XPath

/// Everything that a report or a message can say, apart from what the catalogue and the plan say.
/// Each language has one file that says all of it; the compiler finds what is missing.
package enum Phrase: Sendable {
  // Report
  case gapReport
  case plan, place, file, asOf, catalogue, conclusion
  case asOfNamed, asOfApproval, asOfToday, asOfApprovalUnknown
  case edition(number: String, date: String)
  case conforming, nonConforming, incomplete
  case allMandatoryMet(Int)
  case mandatoryGaps(Int)
  case mandatoryUndecided(Int)
  case nothingMandatoryApplied
  case layerTable, layer, coverage, components, line
  case layerPresent, layerMissing, layerUnknown
  case force, total
  case mandatory, presumed, recommended, drafting
  case met, partial, gap, unknown, notApplicable, notAssessed, waived
  case gapsTitle(Int)
  case unknownTitle(Int)
  case notAssessedTitle(Int)
  case metTitle(Int)
  case notApplicableTitle(Int)
  case citedTexts(Int)
  case basis, ownRule, inPlan, missing, undecidedParts, toWrite
  case atLine(Int, section: String)
  case notInPlan, belongsIn
  case noGaps
  case legend

  case source, asOfApprovalInFuture
  case conformityCitesFuture(Int)
  case toFix
  case tierText, tierSummary, tierUnofficial, tierPress, tierNone, markVerified, markInferred, markFromMemory
  case evidenceOf(mark: String, tier: String)
  case seenUnofficially

  case rulesFailed(Int)
  case rulesMatchedNothing
  case rulesTitle(Int)

  case rulesBroke
  case partRules(String)

  // The page
  case mandatoryGapList, noMandatoryGaps, countsTitle, verdict, asTable, phasesTitle
  case phaseUntil(Int)
  case gapsHeading, search, snippet, provenance, rest, decisionsHeading, textsHeading, printed, legalState
  case howHeading, explanation

  case coveragePicture, layersHeading, target, phaseless, filterByForce, allForces, shownCount, copy, copied,
    basesHeading
  case instrument, criteria, skipToGaps, baseline, noNewGaps
  case layersPresent(Int, of: Int)
  case phaseSum(met: Int, of: Int)
  case dueBy(String)
  case articleUnseen

  // Two rounds
  case known
  case knownNote(Int)
  case knownTitle(Int)
  case noBaseline(String, baseline: String)
  case difference, before, after, gotWorse, nothingWorse, nothingCompared, absentCriterion, noLongerMissing
  case newlyMissing, stillMissing, reason
  case changeTitle(Change, Int)
  case changeName(Change)
  case plansMissing(Int)
  case plansAppeared(Int)
  case samePlan, otherProfile, rulesInOneRound
  case otherCity(old: String, new: String)
  case otherCatalogue(old: String, new: String)
  case otherDay(old: String, new: String)
  case otherStage(old: String, new: String)
  case quotedLanguage
  case noReports

  // OSCAL
  case oscalCatalogue, planOfAction, explanationTitle

  // Reasons of verdicts
  case evidenceInferred, evidenceFromMemory, noMachineCheck
  case personMustJudge(String)
  case basisNotInForce, nothingAsked, allPartsHold, somePartsFail, noPartHolds, sectionNotTranscribed
  case conditionFalse(String)
  case conditionUnknown(String)
  case conditionPlanKind(asked: String, found: String)
  case conditionCityLevel(asked: String, found: String)
  case conditionUrbanClass(asked: String, found: String)
  case conditionRegion(asked: String, found: String)
  case conditionStage(asked: String, found: String)
  case waivedBy(authority: String, decision: String, until: String, reason: String)
  case answeredBy(role: String, date: String, evidence: String)
  case idleAnswer(String, String)
  case idleWaiver(String, String)
  case broadWaiver(String)
  case waivedTitle(Int)
  case decisionsTitle(Int)
  case beforeWaivers(gap: Int, partial: Int)
  case profile, stageNamed, stageOfPlan, stage
  case conditionPeriod(asked: String, found: String)
  case conditionAsOf(String)
  case conditionPresence(String)
  case conditionAimsAtLevel(String)
  case notGiven

  // Reasons of parts
  case stated
  case absent(String)
  case notTranscribed(String)
  case nothingFound, contradicted
  case restsOnReplaced(String)
  case ambiguousCitation(String)
  case nothingResolved
  case late(stated: String, limit: String)
  case undated(String)
  case tooFew(Int, Int)
  case tooLow(stated: String, asked: String)
  case withoutDetail(String)
  case projectSumDiffers(String, String, String)
  case planSumDiffers(stated: String, computed: String)
  case mixedUnits
  case textNotInForce(String)
  case andMore(Int)

  // Names of parts
  case partCites(String)
  case partCitesNoLonger(String)
  case partRestsOnTextsInForce
  case partStandards(String, Int)
  case partAnyStandard(Int)
  case partFields(String, reason: Bool)
  case partComponent(String)
  case partLayer(String)
  case partSection(String)
  case partAvoids(String)
  case partBody(String)
  case partBodyDecision(String)
  case partParticipant(String)
  case partDetail(String, token: String, of: String)
  case partArchitectureOn(String)
  case partLink(String)
  case partBy(String, date: String)
  case partTrains(String, share: String)
  case partYear(Int)
  case partBudgets, partMaturity
  case ofInstrument(String, String)
  case partCoordinates(String)
  case or

  // States of law
  case notIssued(String)
  case notYetInForce(String)
  case inForce(String)
  case presumedInForce(String)
  case undatedText
  case presumedSince(Int)
  case notBefore(Int)
  case replaced(by: String, on: String?)
  case ended(String)
  case keptByTransition(by: String, before: String)
  case repealedInPart(by: String, on: String, what: String)
  case stateUnknown, notInCatalogue
  case ambiguousAmong(String)
  case background
  case article(String)
  case clause(String)
  case point(String)
  case provisionUnnumbered(String)

  case citesFuture(String)
  case partCitesNoFutureText
  case compulsoryBy(String)

  // Refusals
  case refusalMissing, refusalDirectory, refusalPermission, refusalNotAFile, refusalSilentPipe
  case refusalRead(Int32)
  case refusalEmpty
  case refusalTooLarge(Int)
  case refusalTooDeep(Int)
  case refusalTooManyAttributes(Int)
  case refusalTextTooLong(Int)
  case refusalNul
  case refusalContradiction(declared: String, actual: String)
  case refusalEncoding(String)
  case refusalBrokenUTF8(String)
  case refusalBrokenUTF16, refusalDocumentType
  case refusalNotXML
  case refusalMismatched(opened: String, line: Int, closed: String)
  case refusalUnfinished
  case refusalContentAfterRoot
  case refusalEntity(String)
  case refusalRepeatedAttribute(String)
  case refusalPrefix(String)
  case refusalCharacter, refusalBrokenTag, refusalReference
  case refusalSyntax(Int32)
  case refusalNotACatalogue
  case refusalNotAReport
  case refusalChangedSince(String)
  case refusalRoot(found: String, namespace: String, expected: String, expectedNamespace: String)
  case violationUnexpected(String, expected: String)
  case violationMissing(String, expected: String)
  case violationMissingAttribute(String, attribute: String)
  case violationAttribute(String, attribute: String)
  case violationValue(where: String, value: String, type: String)
  case violationList(where: String, value: String, list: String)
  case violationText(String)
  case violationDangling(String, value: String)
  case violationRepeated(String, value: String)
  case violationNoIdentifier(String)
  case violationInclusion
  case violationOther(String, code: Int32)
  case element(String)
  case attributeOf(String, element: String)
  case nothing
  case following(Int)
  case expression(XPathFault.Kind)
  case schematron(SchematronFault)

  // Faults of a catalogue
  case faultRepeated(String)
  case faultDangling(to: String, expected: String)
  case faultNoEdition, faultEditions
  case faultNoCriteria, faultNoFiles
  case faultCycle(String)
  case faultInterval, faultForce, faultOwnRuleForce
  case faultToken(String, list: String)
  case entry(String)

  case faultEmptyRequirement
  case faultLoosens(String)
  case faultNoTightening(String)
  case faultExpired(String)
  // Results of a Schematron schema
  case assertFailed, reportFired
  case schematronValid(rules: Int)
  case schematronInvalid(findings: Int, rules: Int)
  case schematronNothingMatched

  // Reviews of many plans
  case review(ReviewPhrase)

  // Messages of the command line
  case cannotWrite(String, reason: String)
  case diskFull, pipeClosed, fileLimit, mayNotWrite, noSuchFolder
  case systemError(Int32)
}
