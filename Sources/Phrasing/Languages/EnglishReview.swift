import Source

extension ReviewPhrase {
  var english: String {
    switch self {
    case .changedWhileRead: "the file changed while it was read; review it again when nobody writes to it"
    case .linkLoop: "links that lead round in a circle and to no file; put the file itself there"
    case .collection(let fault): Self.english(fault)
    case .progress(let done, let total, let rate, let left):
      "\(done)\(total.map { " of \($0)" } ?? "") plans, \(rate) a second\(left.map { ", \($0) left" } ?? "")"
    case .summary(let plans, let conforming, let nonConforming, let incomplete, let refused):
      "\(plans) plans: \(conforming) conforming, \(nonConforming) non-conforming, \(incomplete) incomplete, \(refused) refused"
    case .takenOver(let count): "unchanged and taken over from the journal: \(count)"
    case .leftOut(let count):
      "left out, because they are hidden, of an earlier review, or neither plans (.xml) nor archives: \(count) files"
    case .repeated(let count):
      "the same to the byte as another plan of the set, and counted all the same: \(count) plans"
    case .nothingNamed: "no plan was named, so nothing was reviewed"
    case .interrupted(let done):
      "interrupted after \(done) plans; the journal is kept: run the same command with --resume to go on"
    case .interruptedWithoutJournal(let done):
      "interrupted after \(done) plans; with --output FOLDER a review can be resumed"
    case .unfinished(let folder):
      "\(folder) holds a review that was not finished; say --resume to go on with it, or name another folder"
    case .otherRules(let folder, let changed):
      "\(folder) holds a review that was begun with other rules (\(changed)); name another folder, or go on with the same ones"
    case .inUse(let folder): "\(folder): another review is at work there; wait for it, or name another folder"
    case .notAJournal(let file):
      "\(file): no journal of this version of khung; name another folder, or take the file away"
    case .damaged(let file):
      "\(file): the journal is damaged and cannot be gone on with; take the file away, or name another folder, and review again"
    case .title: "Review of plans"
    case .plans: "Plans"
    case .refused: "refused"
    case .mandatoryGaps: "Mandatory gaps"
    case .matrix: "Criterion × plan"
    case .matrixHelp:
      "One row a plan, one column a criterion. Point at a cell for the criterion and its verdict; choose a column's head to sort by it."
    case .commonest: "The commonest gaps"
    case .commonestHelp:
      "Counted among the plans that were assessed on the criterion: met, partial or gap. Unknown and not assessed are no gaps and are not counted."
    case .coverage: "Coverage"
    case .coverageHelp:
      "Share of criteria met among those assessed; a layer counts as covered where the plan has it and the file shows that part in full."
    case .map: "Provinces"
    case .mapHelp:
      "One tile for each of the 34 provinces and centrally-run cities of 2025; a plan of a former province stands in the one that it became part of. The list is from memory (the resolution was not read); it places plans on this map and decides nothing else."
    case .programme: "The national scheme"
    case .programmeHelp:
      "Targets that only a set of plans can meet, by the approved plans of this review. A target is reached, not reached, or unknown where plans do not say."
    case .refusedFiles: "Refused files"
    case .noRefused: "No file was refused."
    case .layers: "Layer"
    case .regions: "Region"
    case .urbanClasses: "Urban class"
    case .phases: "Phase of the national scheme"
    case .criterion: "Criterion"
    case .shareMet: "met"
    case .shareAssessed: "assessed"
    case .notGiven: "not given"
    case .filter: "Filter by place, title or file"
    case .allOutcomes: "every conclusion"
    case .allRegions: "every region"
    case .allClasses: "every urban class"
    case .sortBy: "Sort by"
    case .sortName: "file"
    case .sortGaps: "number of gaps"
    case .sortCity: "place"
    case .sortOrder: "order of input"
    case .onlyCommon: "only criteria with gaps"
    case .page(let number, let count): "page \(number) of \(count)"
    case .previous: "previous"
    case .next: "next"
    case .needsScript: "The matrix needs script; summary.csv holds the same numbers."
    case .reason: "Reason"
    case .report: "Report"
    case .target: "Target"
    case .state: "State"
    case .byPlans: "By these plans"
    case .undecidedPlans: "Undecided for"
    case .reached: "reached"
    case .notReached: "not reached"
    case .undecided: "unknown"
    case .notDue: "not due yet"
    case .asOf(let date): "as of \(date)"
    case .method:
      "A plan counts when it is approved no later than the end of the phase and this day, its years reach into the phase, and the criterion of the target is met in its own report; a target without a criterion counts schemes. Two plans of one place count once. Plans that do not say, plans of a province where cities are counted, and refused files leave a target unknown where they could still turn it."
    case .places(let count, let minimum): "\(count) of at least \(minimum) cities"
    case .regionsReached(let count, let minimum): "\(count) of \(minimum) regions"
    case .chain(let core, let hasCore, let others):
      "\(core): \(hasCore ? "scheme approved" : "no approved scheme counts"), \(others) other cities of its region"
    case .plansUndecided(let count): "\(count) plans do not say enough"
    case .filesRefused(let count): "\(count) refused files may hold more"
    case .targetNotVerified: "the target itself is not verified, so it is not judged"
    case .readingOfSchemes:
      "Counted: cities with an approved scheme. Whether they were supported, and what they carried out, plan files do not say."
    case .readingOfCities:
      "Counted: cities whose approved plan contains it. Whether it was carried out, plan files do not say."
    case .readingOfShare:
      "Counted: approved plans that aim at the share. Whether people were trained, and which cities are pilots, plan files do not say."
    case .readingOfRegion:
      "Counted: approved schemes of the region. The scheme gives no number; our reading is that one is enough."
    case .readingOfChains:
      "Our reading: a chain is a core and another city of its region, each with an approved scheme. Whether they are linked in a network, plan files do not say."
    case .readingOfOtherThings: "Plan files count no such things: it stays unknown."
    case .notCounted(let unit): "plan files do not count this: \(unit)"
    case .noneSpeaks: "no plan of this set speaks of it"
    case .share(let yes, let all): "\(yes) of the \(all) plans concerned aim at it"
    case .inRegion(let region, let count): "\(region): \(count) approved plans"
    case .otherPlaces: "other places"
    case .mapEvidence: "Former provinces in this set, and how it is known what they became part of"
    case .formerProvince: "Former province"
    case .newProvince: "Now in"
    case .evidence: "Evidence"
    case .markVerified: "verified: a page that was read says so"
    case .markInferred: "inferred from a page that was read"
    case .markFromMemory: "from memory"
    case .roundCounts(let both, let worse, let better):
      "\(both) plans are in both rounds: \(worse) got worse, \(better) closed gaps and got worse in nothing, \(both - worse - better) did neither."
    case .roundEdges(let appeared, let missing, let refused):
      "In the later round only: \(appeared). Missing from it: \(missing). Refused in it: \(refused)."
    case .forAllPlans: "For every plan"
    case .worsePlans(let count): "GOT WORSE (\(count))"
    case .betterPlans(let count): "CLOSED GAPS, NOTHING WORSE (\(count))"
    case .refusedPlans(let count): "REFUSED (\(count))"
    case .refusedThen(let message): "refused in the earlier round (\(message))"
    case .refusedNow(let message): "refused in the later round (\(message))"
    case .readBefore(let outcome): "in the earlier round: \(outcome)"
    case .readNow(let outcome): "in the later round: \(outcome)"
    case .goneNow: "not in the later round"
    case .details: "PLANS WITH CHANGES"
    case .plan: "Plan"
    }
  }

  private static func english(_ fault: CollectionFault) -> String {
    switch fault {
    case .linkToFolder: "a link to a folder is not followed inside a folder; name the folder itself"
    case .folderTooDeep(let limit): "folders nested deeper than \(limit); name an inner folder"
    case .noPlans: "no plan in it; plans are .xml files"
    case .brokenArchive:
      "broken or no archive of a known kind (.zip, .tar, .tar.gz); nothing after this place was read; make it again"
    case .encryptedEntry: "encrypted; send it without a password"
    case .unsafeEntryName:
      "the entry's name leads out of the archive or is nested too deep; make the archive again with plain relative names"
    case .entryIsNoFile: "a link or device in an archive; put the file itself in"
    case .nestedArchive: "an archive inside an archive is not opened; unpack it first"
    case .tooManyEntries(let limit):
      "more than \(limit) entries; nothing after them was read; split the archive"
    case .expandsTooMuch(let ratio):
      "expands more than \(ratio) times: a zip bomb? Nothing after this place was read; unpack it yourself if you trust it"
    case .archiveTooLarge(let limit):
      "expands to more than \(limit) bytes; nothing after them was read; split the archive"
    case .unfinishedReview:
      "the review of this folder is not finished, so it is no round yet; bring it to its end with khung review … --resume"
    case .brokenLine(let number):
      "line \(number) is JSON without a plan; write {\"plan\": \"path\"} or {\"name\": \"…\", \"xml\": \"…\"}"
    }
  }
}
