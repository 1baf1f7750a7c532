import Source

/// What a review of many plans can say, apart from what a gap report says.
package enum ReviewPhrase: Sendable {
  // Refusals
  case changedWhileRead
  case linkLoop
  case collection(CollectionFault)

  // Messages
  case progress(done: Int, total: Int?, rate: Int, left: String?)
  case summary(plans: Int, conforming: Int, nonConforming: Int, incomplete: Int, refused: Int)
  case takenOver(Int)
  case leftOut(Int)
  case repeated(Int)
  case nothingNamed
  case interrupted(done: Int)
  case interruptedWithoutJournal(done: Int)
  case unfinished(String)
  case otherRules(String, changed: String)
  case inUse(String)
  case notAJournal(String)
  case damaged(String)

  // The dashboard
  case title
  case plans, refused, mandatoryGaps
  case matrix, matrixHelp, commonest, commonestHelp, coverage, coverageHelp, map, mapHelp
  case programme, programmeHelp, refusedFiles, noRefused
  case layers, regions, urbanClasses, phases
  case criterion, shareMet, shareAssessed, notGiven
  case filter, allOutcomes, allRegions, allClasses, sortBy, sortName, sortGaps, sortCity, sortOrder
  case onlyCommon
  case page(String, String)
  case previous, next, needsScript
  case reason, report, target, state, byPlans, undecidedPlans
  case reached, notReached, undecided
  case notDue
  case asOf(String)
  case method
  case places(count: Int, minimum: Int)
  case regionsReached(count: Int, minimum: Int)
  case chain(core: String, hasCore: Bool, others: Int)
  case plansUndecided(Int)
  case filesRefused(Int)
  case targetNotVerified
  case readingOfSchemes, readingOfCities, readingOfShare, readingOfRegion, readingOfChains
  case readingOfOtherThings
  case notCounted(String)
  case noneSpeaks
  case share(yes: Int, all: Int)
  case inRegion(String, Int)
  case otherPlaces
  case mapEvidence, formerProvince, newProvince, evidence
  case markVerified, markInferred, markFromMemory

  // Two rounds of many plans
  case roundCounts(both: Int, worse: Int, better: Int)
  case roundEdges(appeared: Int, missing: Int, refused: Int)
  case forAllPlans
  case worsePlans(Int)
  case betterPlans(Int)
  case refusedPlans(Int)
  case refusedThen(String)
  case refusedNow(String)
  case readBefore(String)
  case readNow(String)
  case goneNow, details, plan
}
