import Phrasing
import Writing

/// The roll-up as data (`programme.json`) and in words.
struct ProgrammeReport {
  private let rollUp: RollUp
  private let phrasing: Phrasing
  private var language: Language { phrasing.language }

  init(_ rollUp: RollUp, _ phrasing: Phrasing) {
    self.rollUp = rollUp
    self.phrasing = phrasing
  }

  /// Writes `programme.json` target by target, each of which may name every plan of the set.
  func write(to file: OutputFile) throws(OutputFailure) {
    let frame = JSON.object([
      ("format", .string("urn:khung:programme:1")),
      ("asOf", .string(rollUp.asOf.description)),
      (
        "catalogue",
        .object([
          ("edition", .string(phrasing.catalogue.edition.number)),
          ("sha256", .string(phrasing.catalogue.digest)),
        ])
      ),
      ("method", .string(language(.review(.method)))),
      ("targets", .array([])),
    ]).text()
    let list = "[]\n}\n"
    try file.write(frame.dropLast(list.count) + "[")
    for (index, standing) in rollUp.standings.enumerated() {
      try file.write(index == 0 ? "\n" : ",\n")
      let lines = target(standing).text().split(separator: "\n")
      try file.write(lines.map { "    " + $0 }.joined(separator: "\n"))
    }
    try file.write("\n  ]\n}\n")
  }

  private func target(_ standing: TargetStanding) -> JSON {
    func plans(_ voters: [Voter]) -> JSON {
      .array(voters.map { .object([("file", .string($0.name)), ("city", .string($0.city))]) })
    }
    return .object([
      ("target", .string(standing.target.id)),
      ("title", .string(language(standing.target.title))),
      ("state", .string(standing.state.rawValue)),
      ("due", .boolean(rollUp.isDue(standing.target))),
      ("reason", .string(reason(standing))),
      ("reading", .string(reading(standing))),
      ("minimum", standing.target.minimum.map { .integer($0) } ?? .null),
      ("share", .optional(standing.target.share?.description)),
      ("regions", standing.terms.regions.map { .integer($0) } ?? .null),
      ("cities", .integer(standing.places)),
      ("regionsReached", .integer(standing.regionCount)),
      ("coresMissing", .array(standing.coresMissing.map { .string($0) })),
      (
        "chains",
        .array(
          standing.chains.map {
            .object([
              ("core", .string($0.core)), ("state", .string($0.state.rawValue)),
              ("coreCounts", .boolean($0.hasCore)), ("otherCities", .integer($0.others)),
            ])
          })
      ),
      ("against", .integer(standing.against)),
      ("refused", .integer(standing.refused.count)),
      ("plans", plans(standing.counted)),
      ("undecided", plans(standing.undecided)),
    ])
  }

  /// Why the target stands as it does, as one sentence without a full stop.
  func reason(_ standing: TargetStanding) -> String {
    var phrases: [ReviewPhrase] = []
    if !standing.chains.isEmpty {
      phrases += standing.chains.map { .chain(core: $0.core, hasCore: $0.hasCore, others: $0.others) }
    } else if let minimum = standing.target.minimum {
      if standing.terms.countsCities {
        phrases.append(.places(count: standing.places, minimum: minimum))
      } else {
        phrases.append(.notCounted(standing.terms.unit ?? language(standing.target.title)))
      }
      if let regions = standing.terms.regions {
        phrases.append(.regionsReached(count: standing.regionCount, minimum: regions))
      }
    } else if standing.target.share != nil {
      let all = standing.counted.count + standing.against + standing.undecided.count
      phrases.append(all == 0 ? .noneSpeaks : .share(yes: standing.counted.count, all: all))
    } else if let region = standing.terms.region {
      phrases.append(.inRegion(phrasing.name(ofRegion: region), standing.counted.count))
    }
    if standing.target.provenance.mark != .verified { phrases.append(.targetNotVerified) }
    if standing.state == .unknown, standing.isCountable {
      if !standing.undecided.isEmpty { phrases.append(.plansUndecided(standing.undecided.count)) }
      if !standing.refused.isEmpty { phrases.append(.filesRefused(standing.refused.count)) }
    }
    if !rollUp.isDue(standing.target) { phrases.append(.notDue) }
    return phrases.map { language(.review($0)) }.joined(separator: "; ")
  }

  /// What plan files can show of the target, and what they cannot.
  func reading(_ standing: TargetStanding) -> String {
    let phrase: ReviewPhrase =
      if !standing.chains.isEmpty {
        .readingOfChains
      } else if standing.target.minimum != nil {
        !standing.terms.countsCities
          ? .readingOfOtherThings
          : standing.terms.planKind == RollUp.scheme ? .readingOfSchemes : .readingOfCities
      } else if standing.target.share != nil {
        .readingOfShare
      } else {
        .readingOfRegion
      }
    return language(.review(phrase))
  }
}

extension Phrasing {
  func name(ofRegion region: String) -> String {
    vocabulary.term(region, in: "region").map { language($0) } ?? region
  }
}
