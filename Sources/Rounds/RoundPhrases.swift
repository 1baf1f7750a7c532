import Compliance
import Source

// What changed between two rounds.
extension Phrase {
  static var difference: Phrase { Phrase("rounds.difference") }
  static var before: Phrase { Phrase("rounds.before") }
  static var after: Phrase { Phrase("rounds.after") }
  static var gotWorse: Phrase { Phrase("rounds.got-worse") }
  static var nothingWorse: Phrase { Phrase("rounds.nothing-worse") }
  static var nothingCompared: Phrase { Phrase("rounds.nothing-compared") }
  static var absentCriterion: Phrase { Phrase("rounds.absent-criterion") }
  static var noLongerMissing: Phrase { Phrase("rounds.no-longer-missing") }
  static var newlyMissing: Phrase { Phrase("rounds.newly-missing") }
  static var stillMissing: Phrase { Phrase("rounds.still-missing") }

  static func plansMissing(_ count: Int) -> Phrase {
    Phrase("rounds.plans-missing", ["count": .number(count)])
  }

  static func plansAppeared(_ count: Int) -> Phrase {
    Phrase("rounds.plans-appeared", ["count": .number(count)])
  }

  static var samePlan: Phrase { Phrase("rounds.same-plan") }
  static var otherProfile: Phrase { Phrase("rounds.other-profile") }
  static var rulesInOneRound: Phrase { Phrase("rounds.rules-in-one-round") }

  static func otherCity(old: String, new: String) -> Phrase {
    Phrase("rounds.other-city", ["old": .text(old), "new": .text(new)])
  }

  static func otherDay(old: String, new: String) -> Phrase {
    Phrase("rounds.other-day", ["old": .text(old), "new": .text(new)])
  }

  static func otherStage(old: String, new: String) -> Phrase {
    Phrase("rounds.other-stage", ["old": .text(old), "new": .text(new)])
  }

  static var quotedLanguage: Phrase { Phrase("rounds.quoted-language") }

  static func roundCounts(both: Int, worse: Int, better: Int) -> Phrase {
    Phrase(
      "rounds.round-counts",
      [
        "both": .number(both), "worse": .number(worse), "better": .number(better),
        "neither": .number(both - worse - better),
      ])
  }

  static func roundEdges(appeared: Int, missing: Int, refused: Int) -> Phrase {
    Phrase(
      "rounds.round-edges",
      ["appeared": .number(appeared), "missing": .number(missing), "refused": .number(refused)])
  }

  static var forAllPlans: Phrase { Phrase("rounds.for-all-plans") }

  static func worsePlans(_ count: Int) -> Phrase {
    Phrase("rounds.worse-plans", ["count": .number(count)])
  }

  static func betterPlans(_ count: Int) -> Phrase {
    Phrase("rounds.better-plans", ["count": .number(count)])
  }

  static func refusedPlans(_ count: Int) -> Phrase {
    Phrase("rounds.refused-plans", ["count": .number(count)])
  }

  static func refusedThen(_ message: String) -> Phrase {
    Phrase("rounds.refused-then", ["message": .text(message)])
  }

  static func refusedNow(_ message: String) -> Phrase {
    Phrase("rounds.refused-now", ["message": .text(message)])
  }

  static func readBefore(_ outcome: String) -> Phrase {
    Phrase("rounds.read-before", ["outcome": .text(outcome)])
  }

  static func readNow(_ outcome: String) -> Phrase {
    Phrase("rounds.read-now", ["outcome": .text(outcome)])
  }

  static var goneNow: Phrase { Phrase("rounds.gone-now") }
  static var changedPlans: Phrase { Phrase("rounds.changed-plans") }

  static func changeName(_ change: Change) -> Phrase {
    switch change {
    case .new: Phrase("rounds.change-new")
    case .changed: Phrase("rounds.change-changed")
    case .closed: Phrase("rounds.change-closed")
    case .stillOpen: Phrase("rounds.change-still-open")
    case .same: Phrase("rounds.change-same")
    }
  }

  static func changeTitle(_ change: Change, _ count: Int) -> Phrase {
    switch change {
    case .new: Phrase("rounds.changes-new", ["count": .number(count)])
    case .changed: Phrase("rounds.changes-changed", ["count": .number(count)])
    case .closed: Phrase("rounds.changes-closed", ["count": .number(count)])
    case .stillOpen: Phrase("rounds.changes-still-open", ["count": .number(count)])
    case .same: Phrase("rounds.changes-same", ["count": .number(count)])
    }
  }

  static func otherCatalogue(old: String, new: String) -> Phrase {
    old == new
      ? Phrase("rounds.same-edition", ["edition": .text(new)])
      : Phrase("rounds.other-catalogue", ["old": .text(old), "new": .text(new)])
  }
}
