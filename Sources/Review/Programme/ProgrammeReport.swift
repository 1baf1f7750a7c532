import Catalogue
import Reporting

/// The roll-up as data (`programme.json`) and in words.
struct ProgrammeReport {
  private let rollUp: RollUp
  private let wording: Wording
  private var language: Language { wording.language }

  init(_ rollUp: RollUp, _ wording: Wording) {
    self.rollUp = rollUp
    self.wording = wording
  }

  func json() -> String {
    JSON.object([
      ("format", .string("urn:khung:programme:1")),
      ("asOf", .string(rollUp.asOf.description)),
      (
        "catalogue",
        .object([
          ("edition", .string(wording.catalogue.edition.number)),
          ("sha256", .string(wording.catalogue.digest)),
        ])
      ),
      ("method", .string(language(.review(.method)))),
      ("targets", .array(rollUp.targets.map(target))),
    ]).text()
  }

  private func target(_ target: RollUp.Target) -> JSON {
    func plans(_ voters: [RollUp.Voter]) -> JSON {
      .array(voters.map { .object([("file", .string($0.name)), ("city", .string($0.city))]) })
    }
    return .object([
      ("target", .string(target.target.id)),
      ("title", .string(language(target.target.title))),
      ("state", .string(target.state.rawValue)),
      ("due", .boolean(rollUp.isDue(target.target))),
      ("reason", .string(reason(target))),
      ("minimum", target.target.minimum.map { .integer($0) } ?? .null),
      ("share", .optional(target.target.share?.description)),
      ("regions", target.terms.regions.map { .integer($0) } ?? .null),
      ("cities", .integer(target.places)),
      ("regionsReached", .integer(target.regionCount)),
      ("coresMissing", .array(target.coresMissing.map { .string($0) })),
      ("against", .integer(target.against)),
      ("plans", plans(target.counted)),
      ("undecided", plans(target.undecided)),
    ])
  }

  /// Why the target stands as it does, as one sentence without a full stop.
  func reason(_ target: RollUp.Target) -> String {
    var phrases: [ReviewPhrase] = []
    if !target.terms.cores.isEmpty {
      if !target.coresMissing.isEmpty {
        phrases.append(.coresMissing(target.coresMissing.joined(separator: ", ")))
      }
    } else if let minimum = target.target.minimum {
      if target.terms.countsCities {
        phrases.append(.places(count: target.places, minimum: minimum))
      } else {
        phrases.append(.notCounted(target.terms.unit ?? language(target.target.title)))
      }
      if let regions = target.terms.regions {
        phrases.append(.regionsReached(count: target.regionCount, minimum: regions))
      }
    } else if target.target.share != nil {
      let all = target.counted.count + target.against + target.undecided.count
      phrases.append(all == 0 ? .noneSpeaks : .share(yes: target.counted.count, all: all))
    } else if let region = target.region {
      phrases.append(.inRegion(wording.name(ofRegion: region), target.counted.count))
    }
    if !rollUp.isDue(target.target) { phrases.append(.notDue) }
    return phrases.map { language(.review($0)) }.joined(separator: "; ")
  }
}

extension Wording {
  func name(ofRegion region: String) -> String {
    vocabulary.term(region, in: "region").map { language($0) } ?? region
  }
}
