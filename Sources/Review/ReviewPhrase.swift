import Source

/// What a review of many plans says, apart from what a gap report says.
package struct ReviewPhrase: Sayable {
  package let phrase: Phrase

  private init(_ key: StaticString, _ arguments: KeyValuePairs<StaticString, Phrase.Argument> = [:]) {
    phrase = Phrase(key, arguments)
  }

  package static func summary(plans: Int, conforming: Int, nonConforming: Int, incomplete: Int, refused: Int)
    -> ReviewPhrase
  {
    ReviewPhrase(
      "review.summary",
      [
        "plans": .number(plans), "conforming": .number(conforming), "nonConforming": .number(nonConforming),
        "incomplete": .number(incomplete), "refused": .number(refused),
      ])
  }

  package static func takenOver(_ count: Int) -> ReviewPhrase {
    ReviewPhrase("review.taken-over", ["count": .number(count)])
  }

  package static func leftOut(_ count: Int) -> ReviewPhrase {
    ReviewPhrase("review.left-out", ["count": .number(count)])
  }

  package static func edited(_ names: [String]) -> ReviewPhrase {
    let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    return ReviewPhrase("review.edited", ["count": .number(names.count), "names": .text(shown)])
  }

  package static var lockTaken: ReviewPhrase { ReviewPhrase("review.lock-taken") }

  package static func repeated(_ count: Int) -> ReviewPhrase {
    ReviewPhrase("review.repeated", ["count": .number(count)])
  }

  package static var nothingNamed: ReviewPhrase { ReviewPhrase("review.nothing-named") }

  package static func interrupted(done: Int) -> ReviewPhrase {
    ReviewPhrase("review.interrupted", ["done": .number(done)])
  }

  package static func interruptedWithoutJournal(done: Int) -> ReviewPhrase {
    ReviewPhrase("review.interrupted-without-journal", ["done": .number(done)])
  }

  static var title: ReviewPhrase { ReviewPhrase("review.title") }
  static var plans: ReviewPhrase { ReviewPhrase("review.plans") }
  static var refused: ReviewPhrase { ReviewPhrase("review.refused") }
  static var mandatoryGaps: ReviewPhrase { ReviewPhrase("review.mandatory-gaps") }
  static var matrix: ReviewPhrase { ReviewPhrase("review.matrix") }
  static var matrixHelp: ReviewPhrase { ReviewPhrase("review.matrix-help") }
  static var commonest: ReviewPhrase { ReviewPhrase("review.commonest") }
  static var commonestHelp: ReviewPhrase { ReviewPhrase("review.commonest-help") }
  static var coverage: ReviewPhrase { ReviewPhrase("review.coverage") }
  static var coverageHelp: ReviewPhrase { ReviewPhrase("review.coverage-help") }
  static var map: ReviewPhrase { ReviewPhrase("review.map") }
  static var mapHelp: ReviewPhrase { ReviewPhrase("review.map-help") }
  static var programme: ReviewPhrase { ReviewPhrase("review.programme") }
  static var programmeHelp: ReviewPhrase { ReviewPhrase("review.programme-help") }
  static var refusedFiles: ReviewPhrase { ReviewPhrase("review.refused-files") }
  static var noRefused: ReviewPhrase { ReviewPhrase("review.no-refused") }
  static var layers: ReviewPhrase { ReviewPhrase("review.layers") }
  static var regions: ReviewPhrase { ReviewPhrase("review.regions") }
  static var urbanClasses: ReviewPhrase { ReviewPhrase("review.urban-classes") }
  static var phases: ReviewPhrase { ReviewPhrase("review.phases") }
  static var criterion: ReviewPhrase { ReviewPhrase("review.criterion") }
  static var shareMet: ReviewPhrase { ReviewPhrase("review.share-met") }
  static var shareAssessed: ReviewPhrase { ReviewPhrase("review.share-assessed") }
  static var notGiven: ReviewPhrase { ReviewPhrase("review.not-given") }
  static var filter: ReviewPhrase { ReviewPhrase("review.filter") }
  static var allOutcomes: ReviewPhrase { ReviewPhrase("review.all-outcomes") }
  static var allRegions: ReviewPhrase { ReviewPhrase("review.all-regions") }
  static var allClasses: ReviewPhrase { ReviewPhrase("review.all-classes") }
  static var sortBy: ReviewPhrase { ReviewPhrase("review.sort-by") }
  static var sortName: ReviewPhrase { ReviewPhrase("review.sort-name") }
  static var sortGaps: ReviewPhrase { ReviewPhrase("review.sort-gaps") }
  static var sortCity: ReviewPhrase { ReviewPhrase("review.sort-city") }
  static var sortOrder: ReviewPhrase { ReviewPhrase("review.sort-order") }
  static var onlyCommon: ReviewPhrase { ReviewPhrase("review.only-common") }

  static func page(_ number: String, _ count: String) -> ReviewPhrase {
    ReviewPhrase("review.page", ["number": .text(number), "count": .text(count)])
  }

  static var previous: ReviewPhrase { ReviewPhrase("review.previous") }
  static var next: ReviewPhrase { ReviewPhrase("review.next") }
  static var needsScript: ReviewPhrase { ReviewPhrase("review.needs-script") }
  static var reason: ReviewPhrase { ReviewPhrase("review.reason") }
  static var report: ReviewPhrase { ReviewPhrase("review.report") }
  static var target: ReviewPhrase { ReviewPhrase("review.target") }
  static var state: ReviewPhrase { ReviewPhrase("review.state") }
  static var byPlans: ReviewPhrase { ReviewPhrase("review.by-plans") }
  static var undecidedPlans: ReviewPhrase { ReviewPhrase("review.undecided-plans") }
  static var reached: ReviewPhrase { ReviewPhrase("review.reached") }
  static var notReached: ReviewPhrase { ReviewPhrase("review.not-reached") }
  static var undecided: ReviewPhrase { ReviewPhrase("review.undecided") }
  static var notDue: ReviewPhrase { ReviewPhrase("review.not-due") }

  static func asOf(_ date: String) -> ReviewPhrase {
    ReviewPhrase("review.as-of", ["date": .text(date)])
  }

  static var method: ReviewPhrase { ReviewPhrase("review.method") }

  static func places(count: Int, minimum: Int) -> ReviewPhrase {
    ReviewPhrase("review.places", ["count": .number(count), "minimum": .number(minimum)])
  }

  static func regionsReached(count: Int, minimum: Int) -> ReviewPhrase {
    ReviewPhrase("review.regions-reached", ["count": .number(count), "minimum": .number(minimum)])
  }

  static func plansUndecided(_ count: Int) -> ReviewPhrase {
    ReviewPhrase("review.plans-undecided", ["count": .number(count)])
  }

  static func filesRefused(_ count: Int) -> ReviewPhrase {
    ReviewPhrase("review.files-refused", ["count": .number(count)])
  }

  static var targetNotVerified: ReviewPhrase { ReviewPhrase("review.target-not-verified") }
  static var readingOfSchemes: ReviewPhrase { ReviewPhrase("review.reading-of-schemes") }
  static var readingOfCities: ReviewPhrase { ReviewPhrase("review.reading-of-cities") }
  static var readingOfShare: ReviewPhrase { ReviewPhrase("review.reading-of-share") }
  static var readingOfRegion: ReviewPhrase { ReviewPhrase("review.reading-of-region") }
  static var readingOfChains: ReviewPhrase { ReviewPhrase("review.reading-of-chains") }
  static var readingOfOtherThings: ReviewPhrase { ReviewPhrase("review.reading-of-other-things") }

  static func notCounted(_ unit: String) -> ReviewPhrase {
    ReviewPhrase("review.not-counted", ["unit": .text(unit)])
  }

  static var noneSpeaks: ReviewPhrase { ReviewPhrase("review.none-speaks") }

  static func share(yes: Int, all: Int) -> ReviewPhrase {
    ReviewPhrase("review.share", ["yes": .number(yes), "all": .number(all)])
  }

  static func inRegion(_ region: String, _ count: Int) -> ReviewPhrase {
    ReviewPhrase("review.in-region", ["region": .text(region), "count": .number(count)])
  }

  static var otherPlaces: ReviewPhrase { ReviewPhrase("review.other-places") }
  static var mapEvidence: ReviewPhrase { ReviewPhrase("review.map-evidence") }
  static var formerProvince: ReviewPhrase { ReviewPhrase("review.former-province") }
  static var newProvince: ReviewPhrase { ReviewPhrase("review.new-province") }

  static func placeSince(_ name: String, _ date: String) -> ReviewPhrase {
    ReviewPhrase("review.place-since", ["name": .text(name), "date": .text(date)])
  }

  static var evidence: ReviewPhrase { ReviewPhrase("review.evidence") }
  static var markVerified: ReviewPhrase { ReviewPhrase("review.mark-verified") }
  static var markInferred: ReviewPhrase { ReviewPhrase("review.mark-inferred") }
  static var markFromMemory: ReviewPhrase { ReviewPhrase("review.mark-from-memory") }

  static func chain(core: String, hasCore: Bool, others: Int) -> ReviewPhrase {
    ReviewPhrase(
      hasCore ? "review.chain" : "review.chain-without-core",
      ["core": .text(core), "others": .number(others)])
  }

  static func progress(done: Int, rate: Int) -> ReviewPhrase {
    ReviewPhrase("review.progress", ["done": .number(done), "rate": .number(rate)])
  }

  static func progress(done: Int, of total: Int, rate: Int, left: String) -> ReviewPhrase {
    ReviewPhrase(
      "review.progress-of",
      ["done": .number(done), "total": .number(total), "rate": .number(rate), "left": .text(left)])
  }
}
